//! Partners that are off the map stand at its edge, in the direction in which they lie.

use crate::projection::{EARTH_RADIUS_KM, unit_vector};
use crate::view::{Bounds, ScreenPoint};
use geo::Coord;

/// Distance on the sphere, km (haversine through the chord).
pub fn great_circle_km(a: Coord, b: Coord) -> f64 {
    let ([ax, ay, az], [bx, by, bz]) = (unit_vector(a), unit_vector(b));
    let chord = libm::hypot(libm::hypot(bx - ax, by - ay), bz - az);
    2.0 * libm::asin((chord / 2.0).min(1.0)) * EARTH_RADIUS_KM
}

/// The point a little way from `from` along the great circle to `to`, degrees.
pub fn step_towards(from: Coord, to: Coord, step_rad: f64) -> Coord {
    let ([ax, ay, az], [bx, by, bz]) = (unit_vector(from), unit_vector(to));
    let along = ax * bx + ay * by + az * bz;
    let side = [bx - ax * along, by - ay * along, bz - az * along];
    let length = libm::hypot(libm::hypot(side[0], side[1]), side[2]);
    if length == 0.0 {
        return from;
    }
    let (sin, cos) = libm::sincos(step_rad);
    let [x, y, z] = [
        ax * cos + side[0] / length * sin,
        ay * cos + side[1] / length * sin,
        az * cos + side[2] / length * sin,
    ];
    Coord { x: libm::atan2(y, x).to_degrees(), y: libm::atan2(z, libm::hypot(x, y)).to_degrees() }
}

/// Where a partner's sign of a size goes: on the frame, as near as may be to the direction
/// from `origin`, clear of what is taken, and if it can be of what is to be kept free. `frame`
/// holds the middles of signs.
pub fn sign_position(
    frame: Bounds,
    origin: ScreenPoint,
    direction: (f64, f64),
    size_px: (f64, f64),
    taken: &[Bounds],
    kept_free: &[Bounds],
) -> ScreenPoint {
    let frame = Bounds {
        left: frame.left + size_px.0 / 2.0,
        right: frame.right - size_px.0 / 2.0,
        top: frame.top + size_px.1 / 2.0,
        bottom: frame.bottom - size_px.1 / 2.0,
    };
    let ideal = exit(frame, origin, direction);
    let is_clear = |at: ScreenPoint, of: &[Bounds]| {
        let (left, top) = (at.x - size_px.0 / 2.0, at.y - size_px.1 / 2.0);
        let sign = Bounds::of_size(left, top, size_px.0, size_px.1);
        !of.iter().any(|other| other.overlaps(&sign))
    };
    // Farther than this the sign would stand on another side of the map than what it stands for.
    const NEAR: f64 = 0.2;
    outwards(frame, ideal, NEAR)
        .find(|at| is_clear(*at, taken) && is_clear(*at, kept_free))
        .or_else(|| outwards(frame, ideal, 1.0).find(|at| is_clear(*at, taken)))
        .unwrap_or(ideal)
}

/// Points round a box, from one of them outwards to both sides, over a share of each.
fn outwards(frame: Bounds, from: ScreenPoint, share: f64) -> impl Iterator<Item = ScreenPoint> {
    const STEP_PX: f64 = 6.0;
    let round = 2.0 * (frame.width().max(0.0) + frame.height().max(0.0));
    let start = along(frame, from);
    let offsets = std::iter::successors(Some(0.0), |offset| Some(offset + STEP_PX));
    offsets.take_while(move |offset| *offset < share * round / 2.0).flat_map(move |offset| {
        [start + offset, start - offset].map(|at| at_distance(frame, at.rem_euclid(round)))
    })
}

/// Where a ray leaves a box; the nearest point of its edge when it starts outside.
fn exit(frame: Bounds, origin: ScreenPoint, (dx, dy): (f64, f64)) -> ScreenPoint {
    let x = origin.x.min(frame.right).max(frame.left);
    let y = origin.y.min(frame.bottom).max(frame.top);
    let reach = |d: f64, low: f64, high: f64| {
        if d > 0.0 {
            high / d
        } else if d < 0.0 {
            low / d
        } else {
            f64::INFINITY
        }
    };
    let t =
        reach(dx, frame.left - x, frame.right - x).min(reach(dy, frame.top - y, frame.bottom - y));
    if t.is_finite() { ScreenPoint::new(x + dx * t, y + dy * t) } else { ScreenPoint::new(x, y) }
}

/// Distance along a box's edge, clockwise from its top left, of a point on it.
fn along(frame: Bounds, point: ScreenPoint) -> f64 {
    let (width, height) = (frame.width(), frame.height());
    let gaps = [
        (point.y - frame.top).abs(),
        (point.x - frame.right).abs(),
        (point.y - frame.bottom).abs(),
        (point.x - frame.left).abs(),
    ];
    let least = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    match gaps {
        [top, ..] if top == least => point.x - frame.left,
        [_, right, ..] if right == least => width + point.y - frame.top,
        [_, _, bottom, _] if bottom == least => width + height + frame.right - point.x,
        _ => 2.0 * width + height + frame.bottom - point.y,
    }
}

fn at_distance(frame: Bounds, distance: f64) -> ScreenPoint {
    let (width, height) = (frame.width(), frame.height());
    if distance <= width {
        ScreenPoint::new(frame.left + distance, frame.top)
    } else if distance <= width + height {
        ScreenPoint::new(frame.right, frame.top + distance - width)
    } else if distance <= 2.0 * width + height {
        ScreenPoint::new(frame.right - (distance - width - height), frame.bottom)
    } else {
        ScreenPoint::new(frame.left, frame.bottom - (distance - 2.0 * width - height))
    }
}
