/** The value that a share of all lies at or under (nearest rank); undefined of none. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
}

/** Median and 95th percentile. */
export function summary(values) {
  return values.length ? { median: middle(values), p95: quantile(values, 0.95), count: values.length } : undefined;
}

function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
