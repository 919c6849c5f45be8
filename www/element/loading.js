// Turns what a page gave (addresses or objects) into the bytes that the engine reads.
import { because, patiently, responseOf } from './patience.js';

/** The addresses in an attribute's value, made absolute by the page's base. Several are separated by spaces. */
export function addresses(value) {
  return value.split(/\s+/).filter(Boolean).map(absolute);
}

function absolute(address) {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
}

/** The bytes behind each address. */
export function fetchAll(urls, signal) {
  return Promise.all(urls.map((url) => fetchBytes(url, signal)));
}

// What a bundler has put into its script, where a policy may forbid to fetch it.
const INLINE = /^data:[^,]*;base64,/;

async function fetchBytes(url, signal) {
  if (INLINE.test(url)) return Uint8Array.from(atob(url.replace(INLINE, '')), (byte) => byte.charCodeAt(0));
  const ask = async () => {
    const response = await responseOf(url, signal);
    return response.arrayBuffer().catch((cause) => {
      throw signal.aborted ? cause : because(`could not be fetched: ${url} (the answer broke off)`, false);
    });
  };
  return new Uint8Array(await patiently(ask, () => !signal.aborted));
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
