//! Longitudes come round again after 360 degrees.

use super::stitch::is_box_round_the_world;
use geo::Coord;

/// A longitude brought within -180..=180 by full turns.
pub(super) fn wrap_deg(lon: f64) -> f64 {
    if (-180.0..=180.0).contains(&lon) { lon } else { lon - 360.0 * (lon / 360.0).round() }
}

/// How far east of a central meridian a longitude lies, radians within ±π. The two edges of the
/// map are the same meridian; a longitude keeps the side that it was given.
pub(super) fn east_of_rad(lon: f64, central_lon: f64) -> f64 {
    const ROUNDING_DEG: f64 = 1e-9;
    let east = lon - central_lon;
    let limit = 180.0 + ROUNDING_DEG;
    if (-limit..=limit).contains(&east) { east.to_radians() } else { wrap_deg(east).to_radians() }
}

/// Makes longitudes go on past ±180 where a line crosses the antimeridian, so that every edge
/// takes the short way. In a box round the world, all of whose points lie where a flat map is cut,
/// an edge of exactly a full turn stays.
pub(super) fn unwrap(line: &[Coord]) -> Vec<Coord> {
    let mut unwrapped: Vec<Coord> = Vec::with_capacity(line.len());
    let is_box = is_box_round_the_world(line);
    let mut turns = 0.0;
    let mut previous: Option<f64> = None;
    for point in line {
        let step = previous.map_or(0.0, |previous| point.x - previous);
        if step.abs() > 180.0 && !(is_box && step.abs() == 360.0) {
            turns -= (step / 360.0).round();
        }
        previous = Some(point.x);
        unwrapped.push(Coord { x: point.x + 360.0 * turns, y: point.y });
    }
    unwrapped
}
