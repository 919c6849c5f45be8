/** `<khorgos-map>` in templates of Vue 3: `/// <reference types="khorgos/vue" />` in one file of a project. */
import type { HTMLAttributes } from 'vue';
import type { KhorgosMap, KhorgosMapAttributes, KhorgosMapEventMap } from '../khorgos.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Capitalize<Tail>}` : Capitalize<Name>;
type Handlers = { [Name in keyof KhorgosMapEventMap as `on${Camel<Name>}`]?: (event: KhorgosMapEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'khorgos-map': new () => KhorgosMap & { $props: HTMLAttributes & KhorgosMapAttributes & Handlers };
  }
}
