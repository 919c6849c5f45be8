const LINE_PX = 16;
// A trackpad's pinch comes as a wheel with ctrl and far smaller steps.
const PINCH_GAIN = 10;

/** The wheel's way in pixels, whatever unit the device speaks. */
export function wheelPixels(event, pageHeight) {
  const unit = [1, LINE_PX, pageHeight][event.deltaMode] ?? 1;
  return event.deltaY * unit * (event.ctrlKey ? PINCH_GAIN : 1);
}

/**
 * Pointers and the wheel on the canvas, handed to `send(method, …arguments)` in the canvas's CSS px.
 * `pointerAt(x, y, isTouch)` hears where the pointer is, for the tooltip. `leavesWheel()`: whether a plain wheel is the
 * page's, which scrolls by it; a pinch is the map's all the same.
 */
export function listenToPointers(canvas, send, pointerAt, leavesWheel, signal) {
  const down = new Set();
  const listen = (type, handler, options) => canvas.addEventListener(type, handler, { ...options, signal });

  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    down.add(event.pointerId);
    // A pointer that is already gone, or a made-up one, cannot be captured; the gesture works without.
    try {
      canvas.setPointerCapture(event.pointerId);
    } catch {}
    pointerAt(event.offsetX, event.offsetY, event.pointerType === 'touch');
    send('pointerDown', event.pointerId, event.offsetX, event.offsetY, event.pointerType === 'touch');
  });
  listen('pointermove', (event) => {
    pointerAt(event.offsetX, event.offsetY, event.pointerType === 'touch');
    send('pointerMove', event.pointerId, event.offsetX, event.offsetY);
  });
  listen('pointerup', (event) => {
    if (down.delete(event.pointerId)) send('pointerUp', event.pointerId, event.offsetX, event.offsetY);
  });
  const cancel = (event) => {
    if (down.delete(event.pointerId)) send('pointerCancel', event.pointerId);
  };
  listen('pointercancel', cancel);
  listen('lostpointercapture', cancel);
  listen('pointerleave', (event) => {
    if (!down.has(event.pointerId)) send('pointerLeave');
  });

  listen(
    'wheel',
    (event) => {
      if (leavesWheel() && !event.ctrlKey) return;
      event.preventDefault();
      send('wheel', event.offsetX, event.offsetY, wheelPixels(event, canvas.clientHeight));
    },
    { passive: false },
  );
}
