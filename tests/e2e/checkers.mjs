// Accessibility checkers in a real page, under its strict policy: axe-core with every WCAG tag, its best practices and the
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
    const isBad = ({ value: [, outcome] }) => outcome === 'FAIL';
    return results.filter(isBad).map(({ ruleId, message, path }) => `IBM ${ruleId}: ${message}: ${path.dom}`);
  });
  return [...byAxe, ...byIbm];
}
