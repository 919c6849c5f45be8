/** Calls back with the box's CSS size and the screen's pixel ratio, at first and whenever one of them changes, or the size of `part`. Returns a stop. */
export function watchBox(element, part, changed) {
  const report = () => changed(element.clientWidth, element.clientHeight, devicePixelRatio);
  const observer = new ResizeObserver(report);
  observer.observe(element);
  observer.observe(part);

  // A media query matches one ratio only: after each change the next one is asked for.
  const stopRatio = new AbortController();
  const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        report();
        watchRatio();
      },
      { once: true, signal: stopRatio.signal },
    );
  };
  watchRatio();

  return () => {
    observer.disconnect();
    stopRatio.abort();
  };
}
