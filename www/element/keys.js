/** How far one press of an arrow key or of its button goes, px. */
export const PAN_STEP = 80;
/** How much one press of + or of its button magnifies. */
export const ZOOM_STEP = 1.5;

const ACTIONS = {
  ArrowLeft: ['pan', -PAN_STEP, 0],
  ArrowRight: ['pan', PAN_STEP, 0],
  ArrowUp: ['pan', 0, -PAN_STEP],
  ArrowDown: ['pan', 0, PAN_STEP],
  '+': ['zoom', ZOOM_STEP],
  '=': ['zoom', ZOOM_STEP],
  '-': ['zoom', 1 / ZOOM_STEP],
  _: ['zoom', 1 / ZOOM_STEP],
  0: ['home'],
  Enter: ['open'],
  n: ['walk', 1],
  p: ['walk', -1],
  ']': ['walk', 0, 1],
  '[': ['walk', 0, -1],
  'Shift+ArrowLeft': ['walk', 0, 0, -1, 0],
  'Shift+ArrowRight': ['walk', 0, 0, 1, 0],
  'Shift+ArrowUp': ['walk', 0, 0, 0, -1],
  'Shift+ArrowDown': ['walk', 0, 0, 0, 1],
};

/** Keys that count anywhere in the element. */
const ANYWHERE = { '?': ['help'], '/': ['search'] };

// What stands where other alphabets have their own letters and signs.
const PLACES = { KeyN: 'n', KeyP: 'p', BracketLeft: '[', BracketRight: ']' };

/** The key that is meant, also on a keyboard of another alphabet: `n` where the Latin one has it, `/` and `?` on its key. */
export function meant({ key, code, shiftKey }) {
  if (key.length > 1) return key;
  if (code === 'Slash' && (key > '\x7f' || key === '.' || key === ',')) return shiftKey ? '?' : '/';
  return (key > '\x7f' && PLACES[code]) || key;
}

/**
 * Keys on the canvas, handed to `act.pan(dx, dy)`, `act.zoom(factor)`, `act.home()`, `act.walk(…)` (see the engine's method) and
 * `act.open()` (what is at the ring or the cross); anywhere in `box`, `act.help()` and `act.search()`. `areOff()`: whether keys that write a
 * character do nothing.
 */
export function listenToKeys(box, canvas, act, areOff, signal) {
  const listen = (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    const key = meant(event);
    const name = shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key;
    const action = (Object.hasOwn(ANYWHERE, key) ? ANYWHERE[key] : undefined) ?? (event.target === canvas && Object.hasOwn(ACTIONS, name) && ACTIONS[name]);
    if (ctrlKey || metaKey || altKey || !action || (key.length === 1 && (areOff() || event.target.matches('input:not([type=checkbox])')))) return;
    event.preventDefault();
    act[action[0]](...action.slice(1));
  };
  box.addEventListener('keydown', listen, { signal });
}
