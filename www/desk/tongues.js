import { fetchAll } from '../element/loading.js';
import { NAMES, SHIPPED, TEXTS } from '../element/shipped.js';

const jsonOf = async (address) => {
  try {
    return JSON.parse(new TextDecoder().decode((await fetchAll([address]))[0]));
  } catch {
    return undefined; // a language that cannot be had is not searched
  }
};

const there = async (addresses) => (await Promise.all(addresses.map(jsonOf))).filter(Boolean);

/** The brief's texts in its other languages: documents that it names, beside it. */
export function translations(brief, url) {
  if (url === SHIPPED.brief[0]) return there(Object.values(TEXTS));
  const base = new URL(url?.split(' ')[0] ?? document.baseURI, document.baseURI);
  const addresses = Object.values(brief.meta.translations ?? {}).filter((address) => URL.canParse(address, base));
  const named = addresses.map((address) => new URL(address, base));
  return there(named.filter(({ origin }) => origin === base.origin));
}

/** The names that the shipped map has in its languages. */
export const mapNames = () => there(Object.values(NAMES));
