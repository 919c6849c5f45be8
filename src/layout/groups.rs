//! What a group of ends of flows looks like, on the map and in the legend.

use super::symbols::disc;
use crate::scene::{Mark, Stroke};
use crate::style::Theme;
use crate::view::ScreenPoint;

/// From the middle of a group's disc to its edge, so that its number has room in it.
pub fn reach_px(ends: u32) -> f64 {
    const LEAST_PX: f64 = 9.0;
    const DIGIT_PX: f64 = 3.0;
    let digits = ends.checked_ilog10().unwrap_or_default();
    LEAST_PX + DIGIT_PX * f64::from(digits)
}

/// The disc of a group of so many ends.
pub fn group_marks(at: ScreenPoint, ends: u32, theme: &Theme, lit: bool) -> Mark {
    let edge = Stroke::solid(theme.secondary_text, if lit { 2.5 } else { 1.2 });
    let outline = disc(at, reach_px(ends));
    Mark { outline, fill: Some(theme.gate_ground), stroke: Some(edge) }
}
