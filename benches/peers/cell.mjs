import { openPage } from './browser.mjs';
import { heapBytes } from './heap.mjs';

const SIZE = { width_px: 960, height_px: 600 };
const LEAST_FLOW = 0.0005;
const LEAST_CHANGE = 0.01;
const SETTLED = 10;
const SETTLED_BUDGET_MS = 1500;

/**
 * One engine on one work, on a fresh page: { firstMs, seen, pans, … }, and where it broke off { failed: why }.
 * `view`: what the peers are to show; `picture`: a file for what it looks like.
 */
export async function measure(browser, base, { engine, work, view, picture }) {
  const sample = {};
  const problems = [];
  const steps = async () => {
    const opened = await openStage(browser, base, work, problems);
    const { page, session, tell } = opened;
    await warmUp(tell, engine);
    await tell('take', work.id, work.documents, { ...SIZE, ...work.size, view });
    sample.firstMs = await tell('firstPicture', work.maps ?? 1);
    if (picture) await page.screenshot({ path: picture });
    sample.seen = await tell('look');
    check(sample.seen, work.maps ?? 1);
    await tell('closer');
    if (picture) await page.screenshot({ path: picture.replace('.png', '-closer.png') });
    sample.pans = await tell('pans');
    sample.drags = await tell('drags');
    if (!work.maps) Object.assign(sample, await settled(session, tell));
    if (work.isFull) {
      sample.zooms = await tell('zooms');
      sample.picks = await tell('picks');
      sample.longestBlockMs = await tell('longestBlock');
    }
    await tell('forgetTexts');
    sample.memory = await heapBytes(page, session);
    await opened.close();
  };
  await attempt(sample, steps, work.limit_ms);
  return problems.length ? { ...sample, problems: problems.slice(0, 5) } : sample;
}

/** What our map shows of a work at first: { view }, or { failed }. */
export async function firstView(browser, base, { engine, work }) {
  const sample = {};
  const steps = async () => {
    const { tell, close } = await openStage(browser, base, {}, []);
    await warmUp(tell, engine);
    await tell('take', work.id, work.documents, { ...SIZE, ...work.size });
    await tell('firstPicture');
    sample.view = await tell('view');
    await close();
  };
  await attempt(sample, steps, work.limit_ms);
  return sample;
}

/** All maps of a work are in sight: what is far off is not drawn by all engines. */
async function openStage(browser, base, { maps = 1 }, problems) {
  const size = { ...SIZE, height_px: SIZE.height_px * Math.ceil(maps / 2) };
  const opened = await openPage(browser, `${base}/page/page.html`, size, problems);
  const tell = (method, ...values) => opened.page.evaluate(([method, values]) => globalThis.stage[method](...values), [method, values]);
  return { ...opened, tell };
}

/** A small map first, so that nobody's code is cold. */
async function warmUp(tell, engine) {
  await tell('load', engine.id, engine.files.filter((file) => file.endsWith('.css')));
  await tell('take', 'warm', ['map', 'flows', 'brief'], { ...SIZE, view: { center: [0, 20], worldPx: SIZE.width_px } });
  await tell('firstPicture');
  await tell('clear');
}

/** An engine that draws nothing is fast. */
function check({ drawn, flow, changes }, maps) {
  if (drawn < maps) throw new Error(`drew ${drawn} of ${maps} maps`);
  if (flow < LEAST_FLOW) throw new Error('drew no flows');
  for (const [gesture, share] of Object.entries(changes)) if (share < LEAST_CHANGE) throw new Error(`drew nothing new after a ${gesture}`);
}

async function attempt(sample, steps, limit_ms) {
  try {
    await limited(steps(), limit_ms);
  } catch (error) {
    sample.failed = error.message.replace(/^page\.evaluate: (Error: )?/, '').split('\n')[0];
  }
}

/** Pans until the final picture: ms by the clock, and ms that the main thread worked, less what asking costs. */
async function settled(session, tell) {
  const idle = [];
  for (let index = 0; index < 5; index += 1) idle.push(await busyMs(session, () => tell('isReady')));
  const asking = Math.min(...idle);
  const [clock, busy] = [[], []];
  let spent = 0;
  for (let index = 0; index < SETTLED && (spent < SETTLED_BUDGET_MS || index < 3); index += 1) {
    let took;
    busy.push(Math.max((await busyMs(session, async () => { took = await tell('settled', index); })) - asking, 0));
    clock.push(took);
    spent += took;
  }
  return { settledMs: clock, settledBusyMs: busy };
}

async function busyMs(session, action) {
  const seconds = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await seconds();
  await action();
  return 1000 * ((await seconds()) - before);
}

function limited(promise, ms) {
  let timer;
  const limit = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`over ${ms / 1000} s`)), ms); });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
