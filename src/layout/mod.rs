//! What depends on the screen: flow curves, labels, symbols, the legend. In CSS px.

pub mod cells;
pub mod chevrons;
pub mod flows;
pub mod frame;
pub mod hatch;
pub mod labels;
pub mod legend;
pub mod lines;
pub mod symbols;
pub mod widths;
pub mod wrap;
