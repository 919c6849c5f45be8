/** A document or a word that the engine refused, as `khorgos-error` tells it. */
export function refused(source, url, problems) {
  const list = problems.map(({ path, expected, found }) => `${path}: expected ${expected}, found ${found}`).join('; ');
  return { source, url, message: `was refused: ${list}`, problems, mayPass: false };
}

/** The same on its way there, as an error. */
export const refusal = (url, problems) => Object.assign(new Error('was refused'), { url, problems });

/** Something that could not be had at all. `mayPass`: trying again may help. */
export const failed = (source, message, mayPass = true) => ({ source, message, problems: [], mayPass });
