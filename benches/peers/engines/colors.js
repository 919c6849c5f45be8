/** What every engine draws in: the colours of our light theme. */
export const SEA = '#dbe5e9';
export const LAND = '#f2f0ea';
export const BORDER = '#908a7e';
export const FLOW = '#ad3321';
export const FLOW_OPACITY = 0.95;
export const BORDER_PX = 0.8;
