/** Where `node` comes to rest inside `box`, CSS px. A transition on its way does not count. */
function placeOf(node, box) {
  let [left, top] = [0, 0];
  for (let at = node; at && at !== box; at = at.offsetParent) {
    left += at.offsetLeft;
    top += at.offsetTop;
  }
  return { left, top, width: node.offsetWidth, height: node.offsetHeight };
}

/** On paper nothing lies on the map. */
export const UNCOVERED = { insets: { top: 0, right: 0, bottom: 0, left: 0 }, parts: new Float64Array() };

/**
 * What the interface covers of the map. `insets`: the margins that are not to be seen at all; `parts`: the places that
 * have to stay free of text, as left, top, width, height one after the other.
 * Title, legend and the story's card are where lines start, or across a narrow map; the panel is where they end, and what else
 * is there makes room for it. `panel`: the px that it covers at the `end` and at the `bottom`.
 */
export function covered(box, { header, story, legend, openers, end }, panel) {
  const { clientWidth, clientHeight } = box;
  const isMirrored = box.dir === 'rtl';
  const place = (node) => placeOf(node, box);
  const shift = ({ left, ...rest }) => ({ left: left + (isMirrored ? panel.end : -panel.end), ...rest });
  const parts = [
    ...[header, story, legend, openers].map(place),
    ...end.map(place).map(shift),
    { left: isMirrored ? 0 : clientWidth - panel.end, top: 0, width: panel.end, height: clientHeight },
    { left: 0, top: clientHeight - panel.bottom, width: clientWidth, height: panel.bottom },
  ].filter(({ width, height }) => width && height);

  /** From where lines start to a piece's far edge. */
  const across = ({ left, width }) => (isMirrored ? clientWidth - left : left + width);
  const title = place(header);
  const isBar = title.width === clientWidth; // on a narrow map
  const key = place(legend);
  const stands = key.width > 0 && !legend.classList.contains('open'); // not behind its button
  const card = place(story);
  const isOpen = card.height > 0;
  const start = Math.max(stands ? across(key) : 0, isOpen && !isBar ? across(card) : 0);
  return {
    insets: {
      top: isBar ? title.height : 0,
      right: isMirrored ? start : panel.end,
      bottom: Math.max(panel.bottom, isOpen && isBar ? clientHeight - card.top : 0),
      left: isMirrored ? panel.end : start,
    },
    parts: Float64Array.from(parts.flatMap(({ left, top, width, height }) => [left, top, width, height])),
  };
}
