// A network that fails may be back in a moment: what was asked for is asked for again, twice.
const PAUSES_MS = [400, 1600];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An error that says whether asking again would bring the same. */
export const because = (message, isLasting) => Object.assign(new Error(message), { isLasting });

/** Asking again would bring the same, unless the network failed, which browsers tell by a TypeError, or the cause says so. */
const mayPass = (cause) => cause.isLasting === false || cause instanceof TypeError;

/** Resolves to what `ask()` resolves to, asked again where that may help, as long as `isWanted()`. */
export async function patiently(ask, isWanted = () => true) {
  for (const ms of PAUSES_MS) {
    try {
      return await ask();
    } catch (cause) {
      if (!mayPass(cause)) throw cause;
      await pause(ms);
      if (!isWanted()) throw cause;
    }
  }
  return ask();
}

/** A response that holds what was asked for. */
export async function responseOf(url, signal) {
  const failure = (why, isLasting) => because(`could not be fetched: ${url} (${why})`, isLasting);
  const response = await fetch(url, { signal }).catch((cause) => {
    throw signal?.aborted ? cause : failure('no answer', false);
  });
  if (response.ok) return response;
  const { status } = response;
  throw failure(`HTTP ${status}`, status < 500 && status !== 429);
}

/** Starts a module of WebAssembly from its address. */
export const startFrom = (init, url, isWanted) => patiently(async () => init({ module_or_path: await responseOf(url) }), isWanted);
