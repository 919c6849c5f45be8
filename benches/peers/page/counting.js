/** Shares of a picture that look like land and like flows. */
export function shares(pixels) {
  const [land, flow] = [[0xf2, 0xf0, 0xea], [0xad, 0x33, 0x21]];
  const isNear = (at, color, by) => color.every((part, channel) => Math.abs(pixels[at + channel] - part) <= by);
  let [lands, flows] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    if (isNear(at, land, 14)) lands += 1;
    else if (isNear(at, flow, 40)) flows += 1;
  }
  const count = pixels.length / 4;
  return { land: lands / count, flow: flows / count };
}

/** How much of two pictures of one size differs. */
export function difference(before, after) {
  let differing = 0;
  for (let at = 0; at < before.length; at += 4) {
    if (before[at] !== after[at] || before[at + 1] !== after[at + 1] || before[at + 2] !== after[at + 2]) differing += 1;
  }
  return differing / (before.length / 4);
}
