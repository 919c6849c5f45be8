/** Where in a JSON text the value of a path such as `$.facts[3].value` begins; of the nearest one around it where there is none. */
export function placeOf(text, path) {
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, index, quoted]) => (index === undefined ? (name ?? JSON.parse(`"${quoted}"`)) : Number(index)));
  let at = space(text, 0);
  try {
    for (const step of steps) {
      const next = typeof step === 'number' ? item(text, at, step) : member(text, at, step);
      if (next === undefined) break;
      at = next;
    }
  } catch {} // the text is no JSON from somewhere on
  return at;
}

const space = (text, at) => at + text.slice(at).match(/^\s*/)[0].length;

/** The end of the string that begins at `at`. */
function pastString(text, at) {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '"') return end + 1;
  }
  throw new SyntaxError('a string without an end');
}

function pastValue(text, at) {
  if (text[at] === '"') return pastString(text, at);
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    const sign = text[end];
    if (sign === '"') end = pastString(text, end) - 1;
    else if ('{['.includes(sign)) depth += 1;
    else if ('}]'.includes(sign)) {
      if (depth === 0) return end;
      depth -= 1;
      if (depth === 0) return end + 1;
    } else if (sign === ',' && depth === 0) return end;
  }
  return text.length;
}

function member(text, at, name) {
  if (text[at] !== '{') return undefined;
  for (let next = space(text, at + 1); text[next] === '"'; ) {
    const end = pastString(text, next);
    const value = space(text, space(text, end) + 1);
    if (JSON.parse(text.slice(next, end)) === name) return value;
    next = space(text, pastValue(text, value));
    if (text[next] !== ',') return undefined;
    next = space(text, next + 1);
  }
  return undefined;
}

function item(text, at, index) {
  if (text[at] !== '[') return undefined;
  let next = space(text, at + 1);
  for (let passed = 0; passed < index; passed += 1) {
    next = space(text, pastValue(text, next));
    if (text[next] !== ',') return undefined;
    next = space(text, next + 1);
  }
  return text[next] === ']' ? undefined : next;
}
