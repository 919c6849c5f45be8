/** Makes what was queued for a canvas happen: a pixel is read. */
export function force(canvas) {
  return canvas.getContext('2d').getImageData(0, 0, 1, 1).data[0];
}

/** All pixels of a canvas, RGBA from the top left. */
export function pixels(canvas) {
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
}
