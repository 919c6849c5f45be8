/** A number with two figures that count, or whole. */
export function figures(value) {
  if (value === undefined) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  if (value >= 10) return value.toFixed(0);
  if (value >= 1) return value.toFixed(1);
  return value.toFixed(value >= 0.095 ? 2 : 3);
}

/** Bytes as megabytes. */
export const megabytes = (bytes) => (bytes === undefined ? '–' : figures(bytes / 1e6));

/** Bytes as kilobytes. */
export const kilobytes = (bytes) => (bytes === undefined ? '–' : Math.round(bytes / 1000).toLocaleString('en'));
