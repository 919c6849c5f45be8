//! What things look like: themes as plain data, one file each.
//!
//! Every fixed theme holds what `tests/palette.rs` measures: text at least 4.5:1 and meaningful
//! graphics at least 3:1 against what they stand on (WCAG 2.2, success criteria 1.4.3 and 1.4.11),
//! and the categories at least 10 units of CIEDE2000 apart for normal and for dichromatic sight.
//! No category is told by its colour alone: flows have the names of their ends, lines their
//! chevrons, ties or dashes, places their shapes.

mod color;
mod contrast;
mod dark;
mod forced;
mod light;
mod print;
mod theme;

pub use color::Color;
pub use forced::SystemColors;
pub use theme::Theme;
