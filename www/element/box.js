/**
 * Calls back at first and whenever the box's CSS size changes, or its size in the screen's pixels, of which `zoom` around it makes
 * others, the screen's pixel ratio, or the size of `part`; until `signal`.
 */
export function watchBox(element, part, changed, signal) {
  const report = () => changed();
  const observer = new ResizeObserver(report);
  for (const node of [element, part]) observer.observe(node);
  const pixels = new ResizeObserver(report);
  try {
    pixels.observe(element, { box: 'device-pixel-content-box' });
  } catch {} // Safari does not know of these

  // A media query matches one ratio only: after each change the next one is asked for.
  const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        report();
        watchRatio();
      },
      { once: true, signal },
    );
  };
  watchRatio();

  signal.addEventListener('abort', () => {
    observer.disconnect();
    pixels.disconnect();
  });
}
