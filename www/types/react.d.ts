/** `<khorgos-map>` in the JSX of React 19: `/// <reference types="khorgos/react" />` in one file of a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KhorgosMap, KhorgosMapAttributes, KhorgosMapHandlers } from '../khorgos.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'khorgos-map': DetailedHTMLProps<HTMLAttributes<KhorgosMap>, KhorgosMap> & KhorgosMapAttributes & KhorgosMapHandlers;
    }
  }
}
