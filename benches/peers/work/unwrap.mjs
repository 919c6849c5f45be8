/** A ring whose longitudes run on past ±180 where it crosses the antimeridian; one around a pole stays as it is. */
export function unwrap(ring) {
  let turn = 0;
  const whole = ring.map(([longitude, latitude], index) => {
    const step = index ? longitude - ring[index - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [longitude + turn, latitude];
  });
  return turn ? ring : whole;
}
