import { mapBytes, context2d, teach, translate } from './documents.js';
import { startTakeaway } from './engine.js';
import { inSlices } from './slices.js';

/** What was wrong with a document or a word has been told by the map that has it. */
const isKnown = () => {};

/**
 * Asks a map's twin: a widget of the module for what is taken away, with the same documents, language, colours and state.
 * It lives as long as it answers.
 */
export async function askTwin({ map, brief, language, colours, state, canvas }, method, ...values) {
  const { BriefReader, Widget } = await startTakeaway();
  const bytes = await mapBytes(map);
  const reader = new BriefReader(brief.parts[0]);
  await inSlices(
    () => reader.step(),
    () => true,
  );
  const widget = new Widget(context2d(canvas));
  colours(widget);
  widget.setMap(bytes);
  teach(widget, language, isKnown);
  widget.setBrief(reader);
  translate(widget, language, isKnown);
  const answer = widget.setState(state) ? widget[method](...values) : undefined;
  widget.free(); // after a trap there is nothing to free
  return answer;
}
