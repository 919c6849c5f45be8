// So far outside the window a map begins to load: as far as the window is tall.
const AHEAD = '100%';

/** Calls `then` once: when an element is near what the reader sees, or is printed. Not for one that is not shown at all. */
export function whenNear(element, signal, then) {
  const done = new AbortController();
  const go = () => {
    done.abort();
    then();
  };
  const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && go(), { rootMargin: AHEAD });
  observer.observe(element);
  addEventListener('beforeprint', go, { signal: AbortSignal.any([done.signal, signal]) });
  for (const end of [done.signal, signal]) end.addEventListener('abort', () => observer.disconnect());
}
