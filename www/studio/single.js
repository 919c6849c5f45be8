import { escaped } from '../share/markup.js';

/** The page that is one file, with a brief of its own and, where there is one, a base map. `page`: the text of khorgos.single.html. */
export function withDocuments(page, title, documents) {
  // Nothing in it may look like the end of the script.
  const inScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const lines = Object.entries(documents).map(([name, value]) => `map.${name} = ${inScript(value)};`);
  const script = `<script type="module">\nconst map = document.querySelector('khorgos-map');\n${lines.join('\n')}\n</script>\n`;
  const end = page.lastIndexOf('</body>');
  const titled = (part) => part.replace(/(<title>|<h1>)[^<]*/g, (_, tag) => tag + escaped(title));
  // The head's own script is long, and not to be searched: what is replaced stands before and after it.
  const script0 = page.indexOf('<script');
  const past = page.indexOf('</script>', script0);
  return titled(page.slice(0, script0)) + page.slice(script0, past) + titled(page.slice(past, end)) + script + page.slice(end);
}
