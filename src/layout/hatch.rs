//! How disputes are drawn. Hatching: parallel lines over an area. Their distance is in px, so they look the same at every
//! zoom; one of them runs through the middle of the area, so they move with the map.

use crate::scene::{Dash, Hatch, Stroke};
use crate::style::Theme;
use crate::view::{Bounds, Camera, ScreenPoint};

/// How areas are hatched of which it is left open whose they are.
pub const fn disputed_hatch(theme: &Theme) -> Hatch {
    const ALPHA: u8 = 0x8c;
    Hatch {
        color: theme.border.with_alpha(ALPHA),
        width_px: 1.0,
        spacing_px: 6.0,
        angle_rad: -std::f64::consts::FRAC_PI_4,
    }
}

/// How borders are drawn that are not agreed on.
pub const fn disputed_border(theme: &Theme) -> Stroke {
    Stroke { color: theme.border, width_px: 1.0, dash: Dash::Dashed }
}

/// The lines of a hatch that cross the part of an area's box that is in sight, px. They reach past
/// the area and are to be clipped to it.
pub fn hatch_lines(area_km: Bounds, camera: &Camera, hatch: Hatch) -> Vec<[ScreenPoint; 2]> {
    let seen = camera.visible();
    let (left, right) = (area_km.left.max(seen.left), area_km.right.min(seen.right));
    let (top, bottom) = (area_km.top.max(seen.top), area_km.bottom.min(seen.bottom));
    if left > right || top > bottom || hatch.spacing_px <= 0.0 {
        return Vec::new();
    }
    let point = |x, y| camera.to_screen(crate::projection::MapPoint::new(x, y));
    let middle = point(
        f64::midpoint(area_km.left, area_km.right),
        f64::midpoint(area_km.top, area_km.bottom),
    );
    let (sin, cos) = libm::sincos(hatch.angle_rad);
    // How far the corners lie from the middle, along the lines and across them.
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for corner in [point(left, top), point(right, top), point(left, bottom), point(right, bottom)] {
        let (dx, dy) = (corner.x - middle.x, corner.y - middle.y);
        let (along, across) = (dx * cos + dy * sin, dy * cos - dx * sin);
        (from, to) = (from.min(along), to.max(along));
        (low, high) = (low.min(across), high.max(across));
    }
    let first = (low / hatch.spacing_px).ceil();
    (0u32..)
        .map(|step| (first + f64::from(step)) * hatch.spacing_px)
        .take_while(|across| *across <= high)
        .map(|across| {
            let foot = middle.offset(-across * sin, across * cos);
            [foot.offset(from * cos, from * sin), foot.offset(to * cos, to * sin)]
        })
        .collect()
}
