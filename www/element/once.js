/** A start that happens once. One that failed is tried again by the next call. */
export const once = (start) => {
  let started;
  return () =>
    (started ??= start().catch((cause) => {
      started = undefined;
      throw cause;
    }));
};
