/// <reference types="khorgos/react" />
/// <reference types="khorgos/vue" />
/// <reference types="khorgos/svelte" />
