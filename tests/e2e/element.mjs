// What a test does with a map on a page. A `map` is a locator of the element; selectors reach into its open shadow tree.

/** Waits until the element's newest brief and map are drawn. */
export async function drawn(page, selector = 'khorgos-map') {
  const map = page.locator(selector);
  await map.evaluate(async (element) => {
    await customElements.whenDefined('khorgos-map');
    await element.ready;
  });
  await settled(map);
  return map;
}

/** A page with the shipped map on a wide screen, without motion: `{ page, problems, close, map }`. */
export async function openWide(site, options = {}) {
  const opened = await site.open('', { viewport: { width: 1200, height: 750 }, reducedMotion: 'reduce', ...options });
  return { ...opened, map: await drawn(opened.page) };
}

export const settled = (map) => map.evaluate((element) => element.settled);

/** Sets `brief` or `map`, and says what came of it: the faults, none when it is drawn. */
export const give = (map, name, value) =>
  map.evaluate(
    async (element, [name, value]) => {
      element[name] = value;
      return element.ready.then(
        () => [],
        (error) => error.faults.map(({ source, url, message, problems }) => ({ source, url, message, problems })),
      );
    },
    [name, value],
  );

/** Lets the map speak a language. */
export async function speak(map, lang) {
  await map.evaluate(async (element, lang) => {
    element.lang = lang;
    await element.ready;
  }, lang);
  await settled(map);
}

/** Waits until what follows a change is done: two frames have been shown. `of`: a page or a map. */
export const framesShown = (of) => of.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** How many frames a page asks for in a time. */
export const framesAsked = (page, ms) =>
  page.evaluate(async (ms) => {
    let asked = 0;
    const { requestAnimationFrame: own } = window;
    window.requestAnimationFrame = (callback) => (asked++, own(callback));
    await new Promise((resolve) => setTimeout(resolve, ms));
    window.requestAnimationFrame = own;
    return asked;
  }, ms);

/** Where a position lies on the page, CSS px. */
export async function where(map, [longitude, latitude]) {
  const [x, y] = await map.evaluate((element, at) => element.project(...at), [longitude, latitude]);
  const box = await map.boundingBox();
  return { x: box.x + x, y: box.y + y };
}

/** A point of the page where a country is seen and nothing lies on it or within `reach`, px, near its middle as far as that can be. */
export async function openGround(map, id, reach = 8) {
  await settled(map);
  const found = await map.evaluate((element, [id, reach]) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const isOpen = (x, y) =>
      [[0, 0], [-reach, 0], [reach, 0], [0, -reach], [0, reach]].every(([dx, dy]) => {
        const picked = element.pick(x + dx, y + dy);
        const hit = element.shadowRoot.elementFromPoint(left + x + dx, top + y + dy);
        return picked?.kind === 'country' && picked.id === id && hit?.localName === 'canvas';
      });
    const points = [];
    for (let y = reach; y < height; y += 6) for (let x = reach; x < width; x += 6) if (isOpen(x, y)) points.push([x, y]);
    const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    const middle = [mean(0), mean(1)];
    const off = ([x, y]) => Math.hypot(x - middle[0], y - middle[1]);
    const [x, y] = points.sort((a, b) => off(a) - off(b))[0] ?? [];
    return x === undefined ? undefined : { x: left + x, y: top + y };
  }, [id, reach]);
  if (!found) throw new Error(`no open ground of ${id} is in sight`);
  return found;
}

/** A real mouse click on a country. */
export async function clickCountry(page, map, id) {
  const { x, y } = await openGround(map, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await settled(map);
}

/** Magnifies the map about a position, so that little else is near it. */
export async function approach(map, position, factor) {
  await map.evaluate((element, [position, factor]) => {
    const [x, y] = element.project(...position);
    element.zoomBy(factor, { x, y });
  }, [position, factor]);
  await settled(map);
}

/** A real mouse click at a position on the map. */
export async function click(page, map, position) {
  await settled(map);
  const { x, y } = await where(map, position);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await settled(map);
}

/** What the panel shows; undefined when it is shut. */
export const panelOf = (map) =>
  map.evaluate((element) => {
    const panel = element.shadowRoot.querySelector('.panel');
    if (!panel.classList.contains('open')) return undefined;
    const texts = (selector, root = panel) => [...root.querySelectorAll(selector)].map((node) => node.textContent);
    const facts = [...panel.querySelectorAll('.fact')].map((fact) => ({
      id: fact.dataset.fact,
      figure: texts('.figure', fact)[0]?.replaceAll('\u00a0', ' '),
      period: texts('.period', fact)[0],
      place: texts('.in-paper', fact)[0],
      notes: texts('.note-mark', fact).map(Number),
    }));
    const sources = [...panel.querySelectorAll('.source')].map((source) => ({
      number: source.value,
      text: source.textContent,
      link: source.querySelector('a')?.href,
    }));
    return { title: panel.querySelector('h2').textContent, own: texts('.own')[0], facts, sources, remarks: texts('.panel-body > .remark'), credit: texts('.credit')[0] };
  });

/** How many colours a part of the canvas has; `part` in shares of its box: [left, top, right, bottom]. */
export const colours = (map, part = [0, 0, 1, 1]) =>
  map.evaluate((element, [left, top, right, bottom]) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const [x, y] = [Math.round(left * canvas.width), Math.round(top * canvas.height)];
    const [wide, tall] = [Math.round(right * canvas.width) - x, Math.round(bottom * canvas.height) - y];
    const { data } = canvas.getContext('2d').getImageData(x, y, wide, tall);
    return new Set(new Uint32Array(data.buffer)).size;
  }, part);

/** The picture on the canvas as a short text, to see whether it changed. */
export const picture = (map) =>
  map.evaluate(async (element) => {
    const canvas = element.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });

/** Keeps the details of the element's events from now on; `heard(map, type)` returns them. */
export const listen = (map, ...types) =>
  map.evaluate((element, types) => {
    element.heard = {};
    for (const type of types) {
      element.heard[type] = [];
      element.addEventListener(type, ({ detail }) => element.heard[type].push(structuredClone(detail)));
    }
  }, types);
export const heard = (map, type) => map.evaluate((element, type) => element.heard[type], type);

/** Which of the interface's pieces that are to be seen lie on one another: pairs of selectors. */
export const overlaps = (map, pieces) =>
  map.evaluate((element, pieces) => {
    const boxes = pieces
      .map((selector) => [selector, element.shadowRoot.querySelector(selector)])
      .filter(([, node]) => node?.checkVisibility({ visibilityProperty: true }))
      .map(([selector, node]) => [selector, node.getBoundingClientRect()])
      .filter(([, box]) => box.width && box.height);
    const meet = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => meet(one, other)).map((other) => `${one[0]} ${other[0]}`));
  }, pieces);

/** Opens what is saved and shared. */
export async function openShare(map) {
  await map.getByRole('button', { name: 'About this map' }).click();
  await map.getByRole('button', { name: 'Save and share' }).click();
  await map.getByRole('dialog', { name: 'Save and share' }).waitFor();
}

/** Whether a click in the middle of a piece reaches it. */
export const isReached = (locator) =>
  locator.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return node.contains(node.getRootNode().elementFromPoint(left + width / 2, top + height / 2));
  });
