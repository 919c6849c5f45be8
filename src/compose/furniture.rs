//! What stands beside a picture to read it by: legend, scale bar, north.

use super::Atlas;
use super::ways::sums_in_use;
use crate::layout::legend::{LegendRow, Summed, legend};
use crate::layout::north::{North, north};
use crate::layout::scale_bar::{ScaleBar, scale_bar};
use crate::layout::seen::seen;
use crate::scene::Scene;
use crate::view::{Camera, ScreenPoint};

/// What a picture is read by.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Furniture {
    /// What the signs of the picture mean.
    pub legend: Vec<LegendRow>,
    /// How long things are.
    pub scale_bar: Option<ScaleBar>,
    /// Where north is, if that is not plain.
    pub north: Option<North>,
}

/// The furniture of a picture with these layers on. `north_at`: where the arrow to the north would
/// stand, px.
pub fn furniture(
    atlas: &Atlas,
    layers: &[bool],
    scene: &Scene,
    north_at: ScreenPoint,
) -> Furniture {
    let Atlas { model, map, widths, theme, .. } = atlas;
    let px_per_km = scene.camera.px_per_km;
    let seen = seen(scene, map.at(px_per_km));
    let sums = sums_in_use(atlas.sums.as_deref(), layers).and_then(|sums| {
        let (number, level) = sums.level_at(px_per_km)?;
        Some(Summed { sums, level, first_lane: sums.first_lane(number), layers })
    });
    let (scale_bar, north) = gauge(atlas, &scene.camera, north_at);
    Furniture { legend: legend(model, widths, sums.as_ref(), &seen, theme), scale_bar, north }
}

/// What of it depends on the view alone.
pub fn gauge(
    atlas: &Atlas,
    camera: &Camera,
    north_at: ScreenPoint,
) -> (Option<ScaleBar>, Option<North>) {
    const SCALE_BAR_PX: f64 = 120.0;
    let Atlas { model, map, theme, .. } = atlas;
    (
        scale_bar(&map.projection, camera, SCALE_BAR_PX, theme, &model.speech),
        north(&map.projection, camera, north_at, theme, &model.speech),
    )
}
