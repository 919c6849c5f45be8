// Which pictures there are: every lens of the shipped brief and none, in every theme, at two sizes, in four languages.
import { readFileSync } from 'node:fs';

const brief = JSON.parse(readFileSync(new URL('../../assets/briefs/kazakhstan.json', import.meta.url)));

export const LENSES = ['none', ...brief.lenses.map(({ id }) => id)];
export const SIZES = [[1200, 750], [390, 700]];
export const LANGUAGES = ['en', 'kk', 'zh', 'fa'];
export const THEMES = ['light', 'dark', 'high-contrast', 'print'];

/** The name of a picture; those of one size and language come together. */
export const nameOf = ([wide, tall], lang, theme, lens) => `${wide}x${tall}-${lang}-${theme}-${lens}`;
