import { NAMES, SHIPPED, TEXTS } from '../element/shipped.js';

/** The documents at addresses, as far as they can be had: another language is not searched. */
async function there(fetchAll, addresses) {
  const jsonOf = async (address) => JSON.parse(new TextDecoder().decode((await fetchAll([address]))[0]));
  return (await Promise.allSettled(addresses.map(jsonOf))).map(({ value }) => value).filter(Boolean);
}

/** The brief's texts in its other languages: documents that it names, beside it. */
export function translations(fetchAll, brief, url) {
  if (url === SHIPPED.brief[0]) return there(fetchAll, Object.values(TEXTS));
  const base = new URL(url?.split(' ')[0] ?? document.baseURI, document.baseURI);
  const addresses = Object.values(brief.meta.translations ?? {}).filter((address) => URL.canParse(address, base));
  const named = addresses.map((address) => new URL(address, base));
  return there(fetchAll, named.filter(({ origin }) => origin === base.origin));
}

/** The names that the shipped map has in its languages. */
export const mapNames = (fetchAll) => there(fetchAll, Object.values(NAMES));
