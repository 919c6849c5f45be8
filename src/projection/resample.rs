//! Straight edges become curves: points are added where the map needs them. Edges are halved until
//! the middle of the curve is near the middle of its chord, as in adaptive refinement of curves
//! (de Figueiredo 1995); that middle depends on the projection alone and not on the direction, so
//! a border comes out the same from both of its sides.

use super::cap::{add, position, unit_vector};
use super::{MapPoint, Projection};
use geo::Coord;

/// No edge is halved more often.
const MOST_HALVINGS: u32 = 12;

/// Edges longer than this are halved without a look: the middle of an S lies on its chord.
const LONG_DEG: f64 = 12.0;

/// Projects a line, degrees, whose edges are straight in longitude and latitude. The curve on the
/// map is nowhere further than `accuracy_km` (map km) from the line through the points that are
/// returned. Longitudes may go on beyond ±180; the line must not cross the map's edge.
pub fn resample(projection: &Projection, line: &[Coord], accuracy_km: f64) -> Vec<MapPoint> {
    let mut points: Vec<MapPoint> = Vec::with_capacity(line.len());
    let mut previous: Option<(Coord, MapPoint)> = None;
    for &position in line {
        let point = projection.forward(position);
        if let Some(start) = previous {
            halve(projection, start, (position, point), accuracy_km, MOST_HALVINGS, &mut points);
        }
        points.push(point);
        previous = Some((position, point));
    }
    points
}

fn halve(
    projection: &Projection,
    (a, on_map_a): (Coord, MapPoint),
    (b, on_map_b): (Coord, MapPoint),
    accuracy_km: f64,
    halvings: u32,
    points: &mut Vec<MapPoint>,
) {
    if halvings == 0 {
        return;
    }
    let is_long = (b.x - a.x).abs().max((b.y - a.y).abs()) > LONG_DEG;
    // Most edges are short, and to project their middles would take as long as to project their ends.
    if !is_long && projection.most_bend_km(on_map_a, on_map_b) <= accuracy_km {
        return;
    }
    let middle = (a + b) / 2.0;
    let on_map = projection.forward(middle);
    if is_long || !is_within(on_map, half_way(on_map_a, on_map_b), accuracy_km) {
        let middle = (middle, on_map);
        halve(projection, (a, on_map_a), middle, accuracy_km, halvings - 1, points);
        points.push(on_map);
        halve(projection, middle, (b, on_map_b), accuracy_km, halvings - 1, points);
    }
}

/// Whether two points are no further apart than a distance; without a root, which takes long.
fn is_within(a: MapPoint, b: MapPoint, distance_km: f64) -> bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    dx * dx + dy * dy <= distance_km * distance_km
}

fn half_way(a: MapPoint, b: MapPoint) -> MapPoint {
    MapPoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y))
}

/// Positions along the shortest way from one position to another, both included: edges straight in
/// longitude and latitude between them stay within `accuracy_km` (map km) of the great circle.
/// Between antipodes every way is as short; this one goes over the north pole.
pub fn great_circle(
    projection: &Projection,
    from: Coord,
    to: Coord,
    accuracy_km: f64,
) -> Vec<Coord> {
    let mut positions = vec![from];
    bend(projection, from, to, accuracy_km, MOST_HALVINGS, &mut positions);
    positions.push(to);
    positions
}

fn bend(
    projection: &Projection,
    a: Coord,
    b: Coord,
    accuracy_km: f64,
    halvings: u32,
    positions: &mut Vec<Coord>,
) {
    if halvings == 0 {
        return;
    }
    const NOWHERE: f64 = 1e-9;
    let sum = add(unit_vector(a), unit_vector(b));
    let is_nowhere = sum.iter().all(|part| part.abs() < NOWHERE);
    let middle = if is_nowhere { Coord { x: a.x, y: 90.0 } } else { position(sum) };
    let step = b.x - a.x;
    let b_near_a = b.x - 360.0 * (step / 360.0).round();
    let flat = Coord { x: f64::midpoint(a.x, b_near_a), y: f64::midpoint(a.y, b.y) };
    let is_long = (b_near_a - a.x).abs().max((b.y - a.y).abs()) > LONG_DEG;
    if is_long || projection.forward(middle).distance(projection.forward(flat)) > accuracy_km {
        bend(projection, a, middle, accuracy_km, halvings - 1, positions);
        positions.push(middle);
        bend(projection, middle, b, accuracy_km, halvings - 1, positions);
    }
}
