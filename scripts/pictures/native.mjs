// Draws every picture with the native command into target/pictures/native/, as many at a time as there are processors.
// usage: native.mjs [word…]   only pictures whose names have all the words
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { LANGUAGES, LENSES, nameOf, SIZES, THEMES } from './list.mjs';

const COMMAND = 'target/release/khorgos';
const FOLDER = 'target/pictures/native';
const words = process.argv.slice(2);

const orders = SIZES.flatMap((size) =>
  LANGUAGES.flatMap((lang) =>
    THEMES.flatMap((theme) =>
      LENSES.map((lens) => ({
        name: nameOf(size, lang, theme, lens),
        options: ['--size', size.join('x'), '--lang', lang, '--theme', theme, ...(lens === 'none' ? [] : ['--lens', lens])],
      })),
    ),
  ),
).filter(({ name }) => words.every((word) => name.includes(word)));

const draw = ({ name, options }) =>
  new Promise((resolve, reject) => {
    const child = spawn(COMMAND, ['png', '-o', `${FOLDER}/${name}.png`, ...options, 'assets/briefs/kazakhstan.json'], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => (code ? reject(new Error(`${name}: status ${code}`)) : resolve()));
  });

await mkdir(FOLDER, { recursive: true });
const began = Date.now();
const due = [...orders];
const worker = async () => {
  while (due.length) await draw(due.shift());
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`${orders.length} pictures in ${FOLDER}/, ${((Date.now() - began) / 1000).toFixed(0)} s`);
