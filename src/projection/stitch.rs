//! Flat maps are cut at the antimeridian, and shapes there in two. Here the halves are put
//! together again, so that a map that is cut elsewhere shows them whole.

use super::runs::{RunEnd, close};
use crate::sorted::sort_by;
use geo::Coord;

/// Rings of one feature, put together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stitched {
    /// Closed rings, degrees; longitudes go on beyond ±180 where a ring crosses the antimeridian.
    pub rings: Vec<Vec<Coord>>,
    /// The short stretches of antimeridian between two ends that were put together, degrees.
    pub joins: Vec<[Coord; 2]>,
}

/// Whether an edge is no shore but where a flat map was cut: along the antimeridian or a pole.
pub fn is_map_edge(a: Coord, b: Coord) -> bool {
    (at_antimeridian(a) && at_antimeridian(b) && a.x * b.x > 0.0) || (at_pole(a) && at_pole(b))
}

/// Whether a ring was cut where a flat map was.
pub fn has_map_edge(ring: &[Coord]) -> bool {
    ring.windows(2).any(|edge| matches!(edge, &[a, b] if is_map_edge(a, b)))
}

/// Whether a position lies where a flat map was cut.
pub fn is_cut_off(position: Coord) -> bool {
    at_antimeridian(position) || at_pole(position)
}

const NEAR_DEG: f64 = 0.02;

fn at_antimeridian(position: Coord) -> bool {
    position.x.abs() > 180.0 - NEAR_DEG
}

fn at_pole(position: Coord) -> bool {
    position.y.abs() > 90.0 - NEAR_DEG
}

/// Whether a ring has points at the very edges of a flat map of the world alone: its sides go round
/// the world, where an island's step from one edge to the other goes nowhere.
pub(super) fn is_box_round_the_world(ring: &[Coord]) -> bool {
    const ROUNDING_DEG: f64 = 1e-6;
    ring.iter().all(|point| point.x.abs() >= 180.0 - ROUNDING_DEG || at_pole(*point))
}

/// Puts the rings of one feature together where their ends on both sides of the antimeridian
/// face one another. A ring with an end that faces nothing stays as it is.
pub fn stitch(rings: Vec<Vec<Coord>>) -> Stitched {
    let mut whole = Vec::new();
    let mut cut = Vec::new();
    for ring in rings {
        if has_map_edge(&ring) { cut.push(ring) } else { whole.push(ring) }
    }
    while !cut.is_empty() {
        let owned = cut
            .iter()
            .enumerate()
            .flat_map(|(index, ring)| shores(ring).into_iter().map(move |shore| (index, shore)));
        let (owners, runs): (Vec<usize>, Vec<Vec<Coord>>) = owned.unzip();
        match facing_ends(&runs) {
            Ok(pairs) => {
                let end = |end: RunEnd| at_end(&runs, end);
                // Both ends on the same side: to the other one it would be once round the world.
                let join = |(a, b): &(RunEnd, RunEnd)| {
                    let (a, b) = (end(*a)?, end(*b)?);
                    Some([a, Coord { x: a.x, y: b.y }])
                };
                let joins = pairs.iter().filter_map(join).collect();
                let closed = close(&runs, &pairs, |_, _, _| {});
                whole.extend(closed.iter().map(|ring| across(ring)));
                return Stitched { rings: whole, joins };
            }
            Err(alone) => match owners.get(alone / 2) {
                Some(owner) => whole.push(cut.remove(*owner)),
                None => break,
            },
        }
    }
    whole.append(&mut cut);
    Stitched { rings: whole, joins: Vec::new() }
}

/// The stretches of a closed ring between the edges along the cut.
fn shores(ring: &[Coord]) -> Vec<Vec<Coord>> {
    let open = ring.len().saturating_sub(1);
    let is_cut = |edge: &[Coord]| matches!(edge, &[a, b] if is_map_edge(a, b));
    let Some(start) = ring.windows(2).position(is_cut) else { return vec![ring.to_vec()] };
    let turned: Vec<Coord> =
        ring.iter().take(open).cycle().skip(start).take(open + 1).copied().collect();
    // The side of a box round the world is no step over the antimeridian, as that of an island is.
    let is_box = is_box_round_the_world(ring);
    let mut runs: Vec<Vec<Coord>> = Vec::new();
    let mut run: Vec<Coord> = Vec::new();
    for edge in turned.windows(2) {
        let &[a, b] = edge else { continue };
        if is_map_edge(a, b) {
            runs.extend(Some(std::mem::take(&mut run)).filter(|run| !run.is_empty()));
            continue;
        }
        if run.is_empty() {
            run.push(a);
        }
        if is_box && (a.x - b.x).abs() > 359.0 {
            run.push((a + b) / 2.0);
        }
        run.push(b);
    }
    runs.extend(Some(run).filter(|run| !run.is_empty()));
    runs
}

fn at_end(runs: &[Vec<Coord>], end: RunEnd) -> Option<Coord> {
    let run = runs.get(end / 2)?;
    if end.is_multiple_of(2) { run.first() } else { run.last() }.copied()
}

/// Pairs of ends that face one another, one on either side, from south to north.
///
/// # Errors
/// An end that faces nothing.
fn facing_ends(runs: &[Vec<Coord>]) -> Result<Vec<(RunEnd, RunEnd)>, RunEnd> {
    /// How far apart simplifying may have moved two ends.
    const FACING_DEG: f64 = 0.5;
    let mut sides: [Vec<(f64, RunEnd)>; 2] = Default::default();
    for end in 0..2 * runs.len() {
        let point = at_end(runs, end).ok_or(end)?;
        let [west, east] = &mut sides;
        if point.x < 0.0 { west.push((point.y, end)) } else { east.push((point.y, end)) }
    }
    for side in &mut sides {
        sort_by(side, |(a, _), (b, _)| a.total_cmp(b));
    }
    let [west, east] = sides;
    let mut pairs = Vec::new();
    for index in 0..west.len().max(east.len()) {
        match (west.get(index), east.get(index)) {
            (Some((a, west)), Some((b, east))) if (a - b).abs() < FACING_DEG => {
                pairs.push((*west, *east));
            }
            // Of two that do not meet the southern one has none to come.
            (Some((a, west)), Some((b, east))) => return Err(if a < b { *west } else { *east }),
            (Some((_, alone)), None) | (None, Some((_, alone))) => return Err(*alone),
            (None, None) => {}
        }
    }
    Ok(pairs)
}

/// The longitudes of a closed ring, going on where it crosses the antimeridian between two ends
/// on the two sides of it.
fn across(ring: &[Coord]) -> Vec<Coord> {
    let mut turns = 0.0;
    let mut previous: Option<Coord> = None;
    let mut shifted = Vec::with_capacity(ring.len());
    for point in ring {
        if let Some(previous) = previous
            && (point.x - previous.x).abs() > 359.0
        {
            turns += 360.0_f64.copysign(previous.x - point.x);
        }
        previous = Some(*point);
        shifted.push(Coord { x: point.x + turns, y: point.y });
    }
    shifted
}
