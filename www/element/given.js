// What a script gives may be anything. It becomes what the engine takes, or nothing: there a wrong type would break the map down.

/** A number that can be reckoned with, or undefined. */
export const number = (value) => (Number.isFinite(value) ? value : undefined);

/** Two numbers, or none. */
export function pair(first, second) {
  const both = [number(first), number(second)];
  return both.includes(undefined) ? [] : both;
}

/** One id or several: those that are texts. */
export const ids = (value) => [value].flat().filter((id) => typeof id === 'string');
