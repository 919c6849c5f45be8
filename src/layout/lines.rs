//! What lines look like, on the map and in the legend: by what they carry, whether they work, and
//! whether their route is known.

use super::symbols::{STROKE_PX, arrowhead, open_arrowhead};
use crate::brief::{Carries, Status};
use crate::scene::{Dash, Mark, Stroke};
use crate::style::Color;
use crate::view::ScreenPoint;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineLook {
    /// Width of its stroke.
    pub width_px: f64,
    /// Dashes of its stroke.
    pub dash: Dash,
    /// Whether it has the ties of a railway.
    pub ties: bool,
    /// Whether it says which way things go.
    pub chevrons: bool,
}

/// From one chevron of a line to the next, px.
pub const CHEVRON_SPACING_PX: f64 = 60.0;

/// The look of a line, or of the part of it whose route is schematic. Solid means that it works
/// and lies where it is drawn; planned is dashed, idle finely dashed, schematic long-dashed and
/// thinner.
pub fn line_look(carries: Carries, status: Status, schematic: bool) -> LineLook {
    let ties = carries == Carries::Rail;
    let width_px = match (ties, schematic) {
        (true, _) => 1.2,
        (false, true) => 1.5,
        (false, false) => 2.0,
    };
    let dash = match status {
        Status::Planned => Dash::Dashed,
        Status::Idle => Dash::Fine,
        Status::Operating if schematic => Dash::Long,
        Status::Operating => Dash::Solid,
    };
    let chevrons = matches!(carries, Carries::CrudeOil | Carries::Gas);
    LineLook { width_px, dash, ties, chevrons }
}

impl LineLook {
    /// What it is drawn with, bottom first: the line, and the ties of a railway.
    pub fn strokes(&self, color: Color) -> Vec<Stroke> {
        const TIES_PX: f64 = 5.5;
        let line = Stroke { color, width_px: self.width_px, dash: self.dash };
        let ties = Stroke { color, width_px: TIES_PX, dash: Dash::Ties };
        [Some(line), self.ties.then_some(ties)].into_iter().flatten().collect()
    }
}

/// Which way a line goes: a chevron about a point, along a unit direction. Oil has filled ones,
/// gas open ones, so colour is not all that tells.
pub fn chevron(
    carries: Carries,
    at: ScreenPoint,
    direction: (f64, f64),
    color: Color,
    ground: Color,
) -> Vec<Mark> {
    const LONG_PX: f64 = 4.0;
    const WIDE_PX: f64 = 8.0;
    const FILLED_PX: f64 = 7.0;
    let tip = |long_px: f64| at.offset(direction.0 * long_px / 2.0, direction.1 * long_px / 2.0);
    if carries == Carries::CrudeOil {
        let outline = arrowhead(tip(FILLED_PX), direction, FILLED_PX, FILLED_PX);
        let stroke = Some(Stroke::solid(ground, 0.8));
        return vec![Mark { outline, fill: Some(color), stroke }];
    }
    let outline = open_arrowhead(tip(LONG_PX), direction, LONG_PX, WIDE_PX);
    let strokes = [Stroke::solid(ground, STROKE_PX + 1.6), Stroke::solid(color, STROKE_PX)];
    strokes.map(|stroke| Mark::stroked(outline.clone(), stroke)).into()
}
