import { context2d, mapBytes, teach, translate } from '../element/giving.js';
import { once } from '../element/once.js';
import { inSlices } from '../element/slices.js';
import { mending } from '../element/mending.js';
import { startFrom } from '../element/patience.js';
import init, { BriefReader, takeReason, Widget } from './khorgos_takeaway.js';

const start = once(async () => mending(await startFrom(init, new URL('./khorgos_takeaway_bg.wasm', import.meta.url)), takeReason));

/** What was wrong with a document or a word has been told by the map that has it. */
const isKnown = () => {};

/**
 * Asks a map's twin: a widget of the module for what is taken away, with the same documents, language, look and state.
 * It lives as long as it answers. If it breaks down, this fails with the reason, and the next question has a twin of its own.
 */
export async function askTwin(moment, ...question) {
  const mend = await start();
  try {
    return await ask(moment, ...question);
  } catch (cause) {
    throw new Error(mend(cause), { cause });
  }
}

async function ask({ map, brief, most, language, look, state, canvas }, method, ...values) {
  const bytes = await mapBytes(map);
  const reader = new BriefReader(brief.parts[0], most);
  await inSlices(
    () => reader.step(),
    () => true,
  );
  const widget = new Widget(context2d(canvas));
  look(widget);
  widget.setMap(bytes, most);
  teach(widget, language, isKnown);
  widget.setBrief(reader);
  translate(widget, language, isKnown);
  const answer = widget.setState(state) ? widget[method](...values) : undefined;
  widget.free();
  return answer;
}
