import { wantsStill } from './flights.js';
import { pointOn } from './point.js';

const LINE_PX = 16;
// A trackpad's pinch comes as a wheel with ctrl and far smaller steps than a notch.
const PINCH_GAIN = 10;
const NOTCH_PX = 100;
const HOLD_MS = 500;
const SECOND_TAP_MS = 250;

/** The wheel's way in pixels, whatever unit the device speaks. */
export function wheelPixels(event, pageHeight) {
  const px = event.deltaY * ([1, LINE_PX, pageHeight][event.deltaMode] ?? 1);
  const most = Math.max(NOTCH_PX, Math.abs(px));
  return event.ctrlKey ? Math.min(most, Math.max(-most, px * PINCH_GAIN)) : px;
}

/**
 * Pointers and the wheel on the map, handed to its engine in the canvas's CSS px. One finger and the plain wheel are the page's,
 * which scrolls by them, unless the map is greedy or fills the screen.
 */
export function listenToPointers({ element, engine, choice, parts, controls }, signal) {
  const { canvas } = parts;
  const down = new Set();
  let timer; // for a finger that is held, and after a tap
  const listen = (type, handler, options) => canvas.addEventListener(type, handler, { ...options, signal });
  const at = (event) => pointOn(canvas, event);
  const tell = (...values) => engine.tell('pointer', ...values);
  const send = (what, event, ...values) => tell(what, event.pointerId, ...at(event), event.timeStamp, ...values);
  const later = (ms, what) => {
    clearTimeout(timer);
    timer = what && setTimeout(tell, ms, what);
  };
  const isGreedy = () => element.matches(':fullscreen, [gestures="greedy"]:not([story="scroll"])');
  const isTouch = (event) => event.pointerType === 'touch';
  const letGo = (event) => {
    if (!down.has(event.pointerId)) return;
    if (isTouch(event) && down.size === 1 && !isGreedy()) controls.more?.hint('hint_touch');
    down.delete(event.pointerId);
    later();
    send('cancel', event);
  };

  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    const touch = isTouch(event);
    // A pointer that is already gone, or a made-up one, cannot be captured; the gesture works without.
    try {
      canvas.setPointerCapture(event.pointerId);
    } catch {}
    if (event.shiftKey && !touch && controls.more) {
      tell('leave');
      return controls.more.frame(event, at, () => !wantsStill());
    }
    down.add(event.pointerId);
    later(HOLD_MS, touch && 'hold');
    choice.tooltip.pointerAt(at(event), event);
    send('down', event, touch, isGreedy());
  });
  listen('pointermove', (event) => {
    if (choice.tooltip.pointerAt(at(event), event) && !event.buttons) return;
    if (down.has(event.pointerId) || !event.buttons) send('move', event);
  });
  listen('pointerup', (event) => {
    if (!down.delete(event.pointerId)) return;
    later();
    if (send('up', event, isTouch(event), !wantsStill())?.waits) later(SECOND_TAP_MS, 'tapped');
  });
  listen('pointercancel', letGo);
  listen('lostpointercapture', letGo);
  listen('pointerleave', (event) => {
    const isOn = choice.tooltip.element.contains(event.relatedTarget);
    if (!down.has(event.pointerId) && !isTouch(event) && !isOn) tell('leave');
  });
  listen('contextmenu', (event) => isTouch(event) && event.preventDefault());
  // Two fingers are the map's: else the browser scrolls by them and takes them away.
  listen('touchmove', (event) => event.touches.length > 1 && event.cancelable && event.preventDefault(), { passive: false });
  listen(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !isGreedy()) return controls.more?.hint('hint_wheel', navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl');
      event.preventDefault();
      engine.tell('wheel', ...at(event), wheelPixels(event, canvas.clientHeight));
    },
    { passive: false },
  );
  signal.addEventListener('abort', () => {
    later();
    for (const id of down) tell('cancel', id);
  });
}
