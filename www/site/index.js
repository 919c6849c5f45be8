// site.js, the script of index.html: a map is made by the code in the field beside it.
import { read } from './tag.js';
import { WORDS } from './vocabulary.js';

/** The code is read when so long no key was pressed, ms: a word half written would be told as wrong. */
const REST = 400;

/** Lets the map of an example follow its field. */
function follow(example) {
  const [field, status, back, map] = ['textarea', '[role="status"]', 'button', 'khorgos-map'].map((selector) => example.querySelector(selector));
  let timer;
  let regrets = [];

  const tell = (lines) => {
    const line = lines.join(' ');
    if (status.textContent !== line) status.textContent = line;
  };
  const take = () => {
    timer = clearTimeout(timer);
    const taken = read(field.value, location.href);
    regrets = taken.regrets;
    tell(regrets);
    if (!taken.attributes) return;
    for (const name of Object.keys(WORDS)) {
      const value = taken.attributes[name] ?? null;
      if (value === map.getAttribute(name)) continue;
      if (value === null) map.removeAttribute(name);
      else map.setAttribute(name, value);
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(take, REST);
  });
  // What is taken already is not taken again: a line that goes as the field is left would move the button from under the pointer.
  field.addEventListener('change', () => timer && take());
  back.addEventListener('click', () => {
    field.value = field.defaultValue;
    take();
  });
  // What the map itself has against a document, or a lens that its brief does not have.
  map.addEventListener('khorgos-error', ({ detail: { source, message } }) => tell([...regrets, `${source} ${message}`]));
}

for (const example of document.querySelectorAll('.example')) follow(example);
