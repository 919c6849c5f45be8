import { number } from './given.js';

/** How much of a document is read, in the order in which the engine takes it: src/limits.rs. */
const NAMES = ['bytes', 'text', 'elements', 'features', 'vertices'];

/** A page's own limits as the engine takes them; where one is not given the engine's holds. */
export const limitsOf = (given) => Float64Array.from(NAMES, (name) => number(given?.[name]));
