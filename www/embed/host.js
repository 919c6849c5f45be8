// khorgos-embed.js, for pages with maps in frames: gives every frame of the class the height that its map wants. A classic script,
// as those may come from another site without leave. See README, “In a frame”.
import { greeting, isSize } from './protocol.js';

const FRAMES = 'iframe.khorgos-embed';
// Whatever a frame says, it stays between these heights, CSS px.
const LEAST = 120;
const MOST = 4000;
// A page may have the script once for each of its frames.
const RUNS = Symbol.for('khorgos-embed');

const greet = (frame) => frame.contentWindow?.postMessage(greeting(), '*');

/** Where a frame's map comes from; undefined for one that comes from no site. */
function originOf({ src }) {
  const { protocol, origin } = URL.canParse(src) ? new URL(src) : {};
  return /^https?:$/.test(protocol) ? origin : undefined;
}

/** A ratio, not a height: the frame has it while its width changes, and no scrollbar that comes and goes makes it flicker. */
function fit(frame, { width, height }) {
  const room = frame.clientWidth;
  if (!room) return;
  const wanted = (room * height) / width;
  frame.style.setProperty('height', 'auto');
  frame.style.setProperty('aspect-ratio', `${room} / ${Math.min(MOST, Math.max(LEAST, wanted))}`);
}

if (!window[RUNS]) {
  window[RUNS] = true;
  // Frames that are there, and later those that come or load something else: loading does not bubble, but is heard on its way down.
  document.querySelectorAll(FRAMES).forEach(greet);
  document.addEventListener('load', ({ target }) => target.matches?.(FRAMES) && greet(target), true);
  addEventListener('message', ({ source, origin, data }) => {
    if (!source || !isSize(data)) return;
    const frame = [...document.querySelectorAll(FRAMES)].find(({ contentWindow }) => contentWindow === source);
    if (frame && origin === originOf(frame)) fit(frame, data);
  });
}
