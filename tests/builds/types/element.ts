import { init, type KhorgosMap } from 'khorgos';

await init(new URL('khorgos_wasm_bg.wasm', location.href));
const map: KhorgosMap = document.querySelector('khorgos-map') ?? document.createElement('khorgos-map');
map.addEventListener('khorgos-error', ({ detail }) => detail.problems.map(({ path }) => path));
map.lens = 'china';
map.limits = { bytes: 1e6, vertices: 1e5 };
// @ts-expect-error no limit is so named
map.limits = { points: 1e5 };
// @ts-expect-error a step is a number
map.step = 'first';
