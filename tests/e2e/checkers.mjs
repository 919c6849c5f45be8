// Accessibility checkers in a real page, under its strict policy: axe-core with WCAG's levels A, AA and AAA, its best practices and the
// rule on the size of targets, and IBM's Equal Access engine with its WCAG 2.2 rules.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [axe, ace] = await Promise.all(['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'].map((path) => readFile(require.resolve(path), 'utf8')));

/** To be called before the page is loaded: a script tag would not get past the policy. */
export async function prepare(page) {
  await page.addInitScript(`${axe};\n${ace};globalThis.ace = ace;`);
}

/** What the checkers have against the page as it is: one line each, none for a good page. */
export async function complaints(page) {
  const byAxe = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true } } });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `axe ${id}: ${help}: ${target.flat().join(' ')} ${any.map(({ message }) => message).join('; ')}`));
  });
  const byIbm = await page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    const isMeant = ({ ruleId, snippet }) =>
      // HTML has the value of a list's item again, and it says which note of the paper a source is.
      (ruleId === 'element_attribute_deprecated' && snippet.startsWith('<li')) ||
      // The focus stays in the field of a combobox, which says by aria-activedescendant which option is meant.
      (ruleId === 'aria_child_tabbable' && snippet.includes('role="listbox"')) ||
      // A table that is laid out as cards loses its roles in some browsers, unless they are said.
      (ruleId === 'aria_role_redundant' && /^<t(able|head|body|r|h|d)\b/.test(snippet));
    const isBad = (result) => result.value[1] === 'FAIL' && !isMeant(result);
    return results.filter(isBad).map(({ ruleId, message, path }) => `IBM ${ruleId}: ${message}: ${path.dom}`);
  });
  return [...byAxe, ...byIbm];
}
