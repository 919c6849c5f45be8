/** What is said of what can be taken along, in English; see element/words.js. */
export const ENGLISH = {
  copy_link: 'Copy link',
  picture: 'Picture',
  all_facts: 'All facts',
  cite: 'Citation',
  plain_text: 'Plain text',
  embed: 'Embed code',
  copy: 'Copy',
};
