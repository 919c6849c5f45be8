/** Calls back with the next animation frame, or soon in a page that nobody sees, where none comes. Returns what breaks that off. */
export function nextFrame(callback) {
  if (document.hidden) {
    const timer = setTimeout(() => callback(performance.now()));
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}
