// The only way this element makes DOM: nodes and text nodes, never markup, so that Trusted Types and a strict CSP have nothing to say.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(name, String(value));
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ''));
  return node;
}

/** One HTML element: `h('p', { class: 'lead' }, 'text', child)`. A function as a value is a listener: `{ onclick: () => … }`. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** An element for a text of the engine: `{ text, lang }`, `lang` where it is not in the language of the map. A node may stand for the text. */
export function said(tag, attributes, { text, lang }, ...more) {
  return h(tag, { ...attributes, lang, dir: lang ? 'auto' : undefined }, text, ...more);
}

/** A link that opens a tab of its own, which the scaffold's `new-tab` says; plain text where the address is not of the web. */
export function webLink(address, ...text) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return h('span', {}, ...text);
  return h('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank', 'aria-describedby': 'new-tab' }, ...text);
}
