/** For other documents than this script's: of each sheet a copy, as a constructed sheet belongs to one document. */
const copies = new WeakMap();

/** A constructed style sheet of this script's, as `owner` can adopt it. */
export function sheetFor(owner, sheet) {
  if (owner === document) return sheet;
  const known = copies.get(owner) ?? new Map();
  copies.set(owner, known);
  if (!known.has(sheet)) {
    const copy = new owner.defaultView.CSSStyleSheet();
    copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
    known.set(sheet, copy);
  }
  return known.get(sheet);
}
