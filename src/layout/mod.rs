//! What depends on the screen: flow curves, labels, symbols, legend, scale bar, north. In CSS px.

pub mod areas;
pub mod cells;
pub mod chevrons;
pub mod flows;
pub mod frame;
pub mod graticule;
pub mod groups;
pub mod hatch;
pub mod labels;
pub mod legend;
pub mod lines;
pub mod north;
pub mod places;
pub mod scale_bar;
pub mod seen;
pub mod swatch;
pub mod symbols;
pub mod widths;
pub mod wrap;
