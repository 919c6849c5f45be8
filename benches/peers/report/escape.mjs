const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for the inside of an SVG element. */
export const escape = (text) => String(text).replace(/[&<>]/g, (sign) => SIGNS[sign]);
