/** A text as markup has it, between tags and in attributes of double quotes. */
export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
