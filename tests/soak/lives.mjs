// Maps that come and go, maps that are used for long, and what they leave behind: memory, nodes and listeners after the garbage is
// collected.
import { readFile } from 'node:fs/promises';
import { withPage } from '../e2e/harness.mjs';

const small = JSON.parse(await readFile(new URL('../fixtures/briefs/good_small.json', import.meta.url), 'utf8'));
const MB = 2 ** 20;

/** Opens an empty page with the script, on which what maps leave behind is counted: `{ page, problems, close, devtools }`. */
export async function openCounted(site, body = '') {
  const made = withPage(`<body>${body}`, { viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
  const opened = await site.open('made-up.html', {
    ...made,
    prepare: async (page) => {
      await page.addInitScript(keepMemory);
      await made.prepare(page);
    },
  });
  await opened.page.evaluate(() => customElements.whenDefined('khorgos-map'));
  const devtools = await opened.page.context().newCDPSession(opened.page);
  await devtools.send('Performance.enable');
  return { ...opened, devtools };
}

/** Keeps hold of the memory of every WebAssembly module, which is never given back. */
function keepMemory() {
  window.memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await own.apply(WebAssembly, values);
      const { memory } = (made.instance ?? made).exports;
      if (memory) memories.add(memory);
      return made;
    };
  }
}

/** What went wrong; requests for what something newer overtakes are broken off, and should be. */
export const wrong = ({ problems }) => problems.filter((line) => !line.endsWith('net::ERR_ABORTED'));

/** What the page holds once its garbage is collected: MB of WebAssembly and of JavaScript, DOM nodes, listeners, documents. */
export async function figures({ page, devtools }) {
  for (let round = 0; round < 3; round++) {
    await devtools.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { Nodes: nodes, JSEventListeners: listeners, Documents: documents } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const wasm = await page.evaluate(() => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { wasm: wasm / MB, heap: usedSize / MB, nodes, listeners, documents };
}

export const told = ({ wasm, heap, nodes, listeners, documents }) =>
  `wasm ${wasm.toFixed(1)} MB, heap ${heap.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${documents} documents`;

/** One map after another is made, drawn, used and removed. */
export const live = (page, count) =>
  page.evaluate(
    async ([count, small]) => {
      for (let cycle = 0; cycle < count; cycle++) {
        const map = document.createElement('khorgos-map');
        if (cycle % 3 === 1) map.brief = small;
        map.motion = cycle % 2 ? 'gentle' : null;
        document.body.append(map);
        await map.ready;
        map.zoomBy(1.5);
        map.select('KAZ');
        if (cycle % 5 === 0) map.flyTo({ center: [68, 48], zoom: 3 });
        if (cycle % 4) await map.settled;
        if (cycle % 2) map.remove();
        else map.destroy();
        map.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [count, small],
  );

/** One map is used by so many steps, drawn by lots from a seed: panned, magnified, pressed, seen through other lenses, told, spoken, sized, given other briefs. */
export const use = (page, steps, seed) =>
  page.evaluate(
    async ([steps, seed, small]) => {
      const map = document.querySelector('khorgos-map');
      await map.ready;
      let state = seed;
      const lot = (below) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const press = () => {
        const at = { clientX: lot(900), clientY: lot(500), pointerId: 1, pointerType: 'mouse', button: 0, bubbles: true, composed: true };
        for (const type of ['pointermove', 'pointerdown', 'pointerup']) map.shadowRoot.querySelector('canvas').dispatchEvent(new PointerEvent(type, at));
      };
      const often = [
        () => map.panBy(lot(300) - 150, lot(200) - 100),
        () => map.zoomBy(0.6 + lot(100) / 100, { x: lot(900), y: lot(500) }),
        press,
        () => map.select(['KAZ', 'CHN', 'almaty', 'trade-china', null][lot(5)]),
        () => (map.lens = [null, 'china', 'russia', 'west'][lot(4)]),
        () => (map.step = lot(8) - 1 < 0 ? null : lot(7)),
        () => map.flyTo({ center: [50 + lot(40), 35 + lot(20)], zoom: 1 + lot(6) }),
        () => (map.theme = ['dark', 'contrast', null][lot(3)]),
      ];
      const seldom = [
        () => (map.lang = ['en', 'kk', 'ru', 'zh', 'fa'][lot(5)]),
        () => (map.brief = lot(2) ? small : null),
        () => map.style.setProperty('inline-size', `${400 + lot(500)}px`),
        () => map.toPNG(1).catch(() => {}),
        () => map.toCSV().catch(() => {}),
      ];
      for (let step = 0; step < steps; step++) {
        const which = lot(20) ? often : seldom;
        which[lot(which.length)]();
        await new Promise((resolve) => setTimeout(resolve));
        if (lot(3) === 0) await map.settled;
      }
      // As it was, so that what is left can be held against what was before.
      Object.assign(map, { lens: null, step: null, theme: null, lang: 'en', brief: null });
      map.style.removeProperty('inline-size');
      map.select(null);
      await map.ready;
      await map.settled;
    },
    [steps, seed, small],
  );
