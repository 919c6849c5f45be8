// Turns what a page gave (addresses or objects) into the bytes that the engine reads.
import { refusal } from './faults.js';
import { because, patiently, responseOf } from './patience.js';

/** The addresses in an attribute's value, made absolute by the page's base. Several are separated by spaces. */
export function addresses(value) {
  return value.split(/\s+/).filter(Boolean).map(absolute);
}

function absolute(address) {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
}

// As the engine has it when the page sets no limit.
const MOST_BYTES = 2 ** 27;

/** The bytes behind each address; of none more than `most`. */
export function fetchAll(urls, signal, most = MOST_BYTES) {
  return Promise.all(urls.map((url) => fetchBytes(url, signal, most)));
}

// What a bundler has put into its script, where a policy may forbid to fetch it.
const INLINE = /^data:[^,]*;base64,/;

async function fetchBytes(url, signal, most) {
  if (INLINE.test(url)) return Uint8Array.from(atob(url.replace(INLINE, '')), (byte) => byte.charCodeAt(0));
  const ask = async () => {
    const response = await responseOf(url, signal);
    return beginning(response, most).catch((cause) => {
      throw signal?.aborted ? cause : because(`could not be fetched: ${url} (the answer broke off)`, false);
    });
  };
  const bytes = await patiently(ask, () => !signal?.aborted);
  if (bytes) return bytes;
  throw refusal(url, [{ path: '$', expected: `at most ${most} bytes`, found: 'more' }]);
}

/** A response's bytes; undefined when there are more than so many, which are not waited for. */
async function beginning({ body }, most) {
  const reader = body?.getReader();
  const parts = [];
  let length = 0;
  for (let part; (part = (await reader?.read())?.value); ) {
    parts.push(part);
    length += part.length;
    if (length > most) return void reader.cancel();
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A document that came as an object. What JSON cannot hold (a cycle, a BigInt, a function) is said in words. */
export function bytesOf(document) {
  let text;
  let why = `a ${typeof document}`;
  try {
    text = JSON.stringify(document);
  } catch (cause) {
    why = cause?.message ?? cause;
  }
  if (text === undefined) throw because(`is not JSON: ${why}`, true);
  return new TextEncoder().encode(text);
}
