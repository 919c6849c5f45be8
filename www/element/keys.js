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
};

/** Keys on the canvas, handed to `act.pan(dx, dy)`, `act.zoom(factor)`, `act.home()` and `act.open()` (what is at the cross). */
export function listenToKeys(canvas, act, signal) {
  canvas.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(ACTIONS, event.key)) return;
      event.preventDefault();
      const [name, ...values] = ACTIONS[event.key];
      act[name](...values);
    },
    { signal },
  );
}
