/** Where on `canvas` an event is, its CSS px: [x, y]. With `zoom` around it browsers differ in what an offset is, and its box tells. */
export function pointOn(canvas, { offsetX, offsetY, clientX, clientY }) {
  if (zoomOf(canvas) === 1) return [offsetX, offsetY];
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return [((clientX - left) * canvas.clientWidth) / width, ((clientY - top) * canvas.clientHeight) / height];
}

/** By how much the style property `zoom` makes an element larger, in browsers that tell. */
export const zoomOf = ({ currentCSSZoom }) => currentCSSZoom ?? 1;
