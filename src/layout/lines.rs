//! What lines look like, on the map and in the legend: by what they carry, whether they work, and
//! whether their route is known.

use crate::brief::{Carries, Status};
use crate::scene::Dash;

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

/// Width of a railway's ties, px.
pub const TIES_PX: f64 = 5.5;
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
