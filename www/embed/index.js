// embed.js, the script of embed.html: puts the map there that the page's address asks for.
import { read, regret } from './address.js';
import { tellHost } from './frame.js';

const main = document.querySelector('main');
const { classList } = document.body;
const origins = document.querySelector('meta[name="khorgos-origins"]')?.content.split(/\s+/) ?? [];

/** The size that the map has on a page, where it does not fill the frame. */
function measure() {
  classList.remove('fills');
  const { width, height } = main.getBoundingClientRect();
  classList.add('fills');
  return { width, height };
}

function say(line) {
  const said = document.createElement('p');
  said.className = 'regret';
  said.role = 'alert';
  said.textContent = line;
  main.append(said);
}

function show(attributes) {
  const map = document.createElement('khorgos-map');
  for (const [name, value] of Object.entries(attributes)) map.setAttribute(name, value);
  map.addEventListener('khorgos-ready', () => {
    const title = map.shadowRoot.getElementById('title');
    for (const node of [document.querySelector('title'), document.querySelector('h1')]) node.textContent = title.textContent;
    document.documentElement.lang = title.closest('[lang]').lang;
  });
  main.append(map);
  // A story that scrolls is longer than any frame: it scrolls in the height that the page gives it.
  if (attributes.story === 'scroll') classList.remove('framed', 'fills');
  else tellHost(measure);
}

const { attributes, ...left } = read(location.href, origins);
const line = regret(left);
if (line) say(line);
// Without the document that was asked for, another would be taken for it.
if (!left.refused.length) show(attributes);
