//! What places look like, on the map and in the legend.

use super::symbols::{STROKE_PX, disc, symbol};
use crate::brief::PlaceKind;
use crate::scene::{Dash, Mark, Stroke};
use crate::style::{Color, Theme};
use crate::view::ScreenPoint;

/// From the middle of the gate to the edge of the disc that it stands on.
pub const GATE_REACH_PX: f64 = 15.0;
/// Radius of a base's disc that would else be too small to be hit.
pub const BASE_LEAST_PX: f64 = 9.0;

/// A place's symbol alone: what of it is filled, then its strokes.
pub fn symbol_marks(kind: PlaceKind, at: ScreenPoint, color: Color) -> Vec<Mark> {
    let symbol = symbol(kind, at);
    let fill = (!symbol.fill.is_empty()).then(|| Mark::filled(symbol.fill, color));
    let stroke = Stroke::solid(color, STROKE_PX);
    let strokes = (!symbol.stroke.is_empty()).then(|| Mark::stroked(symbol.stroke, stroke));
    fill.into_iter().chain(strokes).collect()
}

/// The disc that a dry port's gate stands on.
pub fn gate_ground(at: ScreenPoint, theme: &Theme, lit: bool) -> Mark {
    let edge = Stroke::solid(theme.place(PlaceKind::DryPort), if lit { 2.5 } else { 1.0 });
    Mark { outline: disc(at, GATE_REACH_PX), fill: Some(theme.gate_ground), stroke: Some(edge) }
}

/// A base: a soft disc as wide as its place is uncertain, and in it a small dashed ring.
pub fn base_marks(at: ScreenPoint, radius_px: f64, theme: &Theme, lit: bool) -> [Mark; 2] {
    let fill = if lit { theme.base_fill_lit } else { theme.base_fill };
    let ring = Stroke { color: theme.base, width_px: STROKE_PX, dash: Dash::Fine };
    [
        Mark::filled(disc(at, radius_px), fill),
        Mark::stroked(symbol(PlaceKind::Base, at).stroke, ring),
    ]
}
