import { init, type KhorgosMap } from 'khorgos';

await init(new URL('khorgos_wasm_bg.wasm', location.href));
const map: KhorgosMap = document.querySelector('khorgos-map') ?? document.createElement('khorgos-map');
map.addEventListener('khorgos-error', ({ detail }) => detail.problems.map(({ path }) => path));
map.lens = 'china';
// @ts-expect-error a step is a number
map.step = 'first';
