//! Lines of equal longitude and latitude.

use crate::project::{Grid, MapPath};
use crate::scene::Stroke;
use crate::style::Theme;
use std::rc::Rc;

/// How the lines are drawn: scenery.
pub const fn graticule_stroke(theme: &Theme) -> Stroke {
    Stroke::solid(theme.river, 0.5)
}

/// The lines for a scale: the closest that leave room between them.
pub fn graticule(grids: &[Grid], px_per_km: f64) -> Option<&Rc<MapPath>> {
    const LEAST_PX: f64 = 100.0;
    const KM_PER_DEGREE: f64 = 111.2;
    let has_room = |grid: &&Grid| grid.step_deg * KM_PER_DEGREE * px_per_km >= LEAST_PX;
    grids.iter().rev().find(has_room).or(grids.first()).map(|grid| &*grid.shape)
}
