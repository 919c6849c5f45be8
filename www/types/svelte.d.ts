/** `<khorgos-map>` in templates of Svelte 5: `/// <reference types="khorgos/svelte" />` in one file of a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { KhorgosMap, KhorgosMapAttributes, KhorgosMapHandlers } from '../khorgos.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'khorgos-map': HTMLAttributes<KhorgosMap> & KhorgosMapAttributes & KhorgosMapHandlers;
  }
}
