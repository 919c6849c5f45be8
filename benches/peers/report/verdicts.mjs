import { figures } from './numbers.mjs';

/** The goals as lines: met or missed, the figure, the limit. */
export function verdicts(goals) {
  const line = ({ text, value, limit, isMet }) =>
    `${isMet ? 'met   ' : 'missed'}  ${text}: ${value === undefined ? 'no figure' : figures(value)} (at most ${limit.toLocaleString('en')})`;
  return ['Reach', ...goals.map(line), `${goals.filter(({ isMet }) => isMet).length} of ${goals.length} met`].join('\n');
}
