import { isGreeting, size } from './protocol.js';

/**
 * Tells the page around this frame the size that `measure()` gives (`{ width, height }`, CSS px), once it has greeted, and again
 * when that changes.
 */
export function tellHost(measure) {
  if (parent === window) return;
  let host; // the origin that greeted first
  let told;
  const tell = () => {
    if (!host) return;
    const { width, height } = measure();
    if (width === told?.width && height === told.height) return;
    told = { width, height };
    parent.postMessage(size(width, height), host);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !isGreeting(data) || origin === 'null' || origin !== (host ?? origin)) return;
    host = origin;
    told = undefined;
    tell();
  });
  new ResizeObserver(tell).observe(document.documentElement);
}
