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
 * The card of the story is at the left, or at the foot of a narrow map.
 * `panel`: the px that the panel covers at the right and at the bottom; what stands at the right makes room for it.
 */
export function covered(box, { header, story, legend, openers, right }, panel) {
  const { clientWidth, clientHeight } = box;
  const place = (node) => placeOf(node, box);
  const shift = ({ left, ...rest }) => ({ left: left - panel.right, ...rest });
  const parts = [
    ...[header, story, legend, openers].map(place),
    ...right.map(place).map(shift),
    { left: clientWidth - panel.right, top: 0, width: panel.right, height: clientHeight },
    { left: 0, top: clientHeight - panel.bottom, width: clientWidth, height: panel.bottom },
  ].filter(({ width, height }) => width && height);

  const title = place(header);
  const isBar = title.width === clientWidth; // on a narrow map
  const key = place(legend);
  const stands = key.width > 0 && !legend.classList.contains('open'); // not behind its button
  const card = place(story);
  const isOpen = card.height > 0;
  return {
    insets: {
      top: isBar ? title.height : 0,
      right: panel.right,
      bottom: Math.max(panel.bottom, isOpen && isBar ? clientHeight - card.top : 0),
      left: Math.max(stands ? key.left + key.width : 0, isOpen && !isBar ? card.left + card.width : 0),
    },
    parts: Float64Array.from(parts.flatMap(({ left, top, width, height }) => [left, top, width, height])),
  };
}
