/** What engines share that draw on one `canvas`, in the very call. */
export class OneCanvas {
  async settle() {}

  force() {
    return force(this.canvas);
  }

  pixels() {
    return pixels(this.canvas);
  }
}

/** Makes what was queued for canvases happen: a pixel of each is read. */
export function force(...canvases) {
  return canvases.reduce((sum, canvas) => sum + canvas.getContext('2d').getImageData(0, 0, 1, 1).data[0], 0);
}

/** All pixels of canvases that lie on one another, RGBA from the top left. */
export function pixels(...canvases) {
  const [{ width, height }] = canvases;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  for (const canvas of canvases) context.drawImage(canvas, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}
