// The table of what a page can style, from www/custom-elements.json, between two marks in README.md.
// usage: node scripts/manifest.mjs
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const README = path.join(root, 'README.md');
const [BEGIN, END] = ['<!-- styling: written by scripts/manifest.mjs -->', '<!-- /styling -->'];

/** README.md as it should be. */
export async function tabled() {
  const manifest = JSON.parse(await readFile(path.join(root, 'www/custom-elements.json'), 'utf8'));
  const [element] = manifest.modules[0].declarations;
  const rows = [
    ...element.cssProperties.map(({ name, description }) => [`\`${name}\``, description]),
    ...element.cssParts.map(({ name, description }) => [`\`::part(${name})\``, description]),
    ...element.slots.map(({ name, description }) => [`\`slot="${name}"\``, description]),
  ];
  const table = ['| Name | What it is |', '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
  const text = await readFile(README, 'utf8');
  const [before, rest] = text.split(BEGIN);
  return `${before}${BEGIN}\n${table}\n${END}${rest.split(END)[1]}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(README, await tabled());
