// Animation frames that the bench can let happen at once: what a frame costs is measured, not the wait for the screen's beat.
const natural = globalThis.requestAnimationFrame.bind(globalThis);
const forget = globalThis.cancelAnimationFrame.bind(globalThis);
const waiting = new Map();

function run(id, now) {
  const callback = waiting.get(id);
  if (!waiting.delete(id)) return;
  callback(now);
}

globalThis.requestAnimationFrame = (callback) => {
  const id = natural((now) => run(id, now));
  waiting.set(id, callback);
  return id;
};

globalThis.cancelAnimationFrame = (id) => {
  waiting.delete(id);
  forget(id);
};

/** Runs the frames that are asked for now, and only those. */
globalThis.drawNow = () => {
  for (const id of [...waiting.keys()]) {
    forget(id);
    run(id, performance.now());
  }
};
