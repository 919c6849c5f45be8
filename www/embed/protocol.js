// What a page and the map in its frame say to one another. The page greets a frame that has loaded, as often as it likes; the
// frame answers with the size that it would have there, and tells it again when that changes. Nothing else is said.

const VERSION = 1;

/** The page's word. It tells nothing of the page, so that it may be sent to whatever is in the frame. */
export const greeting = () => ({ khorgos: VERSION, type: 'greeting' });

/** The frame's: the height that goes with its width, CSS px. */
export const size = (width, height) => ({ khorgos: VERSION, type: 'size', width, height });

const is = (data, type) => data?.khorgos === VERSION && data.type === type;
const isLength = (value) => Number.isFinite(value) && value > 0;

export const isGreeting = (data) => is(data, 'greeting');
export const isSize = (data) => is(data, 'size') && isLength(data.width) && isLength(data.height);
