//! How much of a line is seen from how far: each point has the level of detail from which it is
//! drawn, by its effective area (Visvalingam and Whyatt 1993, *Line generalisation by repeated
//! elimination of points*). Lines that are shared have one set of levels, so neighbours are
//! simplified alike, without gaps.

use crate::projection::EARTH_RADIUS_KM;
use geo::Coord;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A degree of latitude, km.
const DEGREE_KM: f64 = EARTH_RADIUS_KM * std::f64::consts::PI / 180.0;

/// A level of detail: at level n a CSS px is 2⁵⁻ⁿ km at the nearest, so that level 0 is for a map
/// of the world on a phone, and each further one for twice its scale.
pub type Level = u8;

/// The finest level, a metre for a px.
pub const FINEST: Level = 15;

/// Length of a px at the nearest that a level is drawn, km.
pub fn px_km(level: Level) -> f64 {
    const COARSEST_KM: f64 = 32.0;
    COARSEST_KM / f64::from(1u32 << level.min(FINEST))
}

/// The level that a scale is drawn at, px for a km.
pub fn level_for(px_per_km: f64) -> Level {
    (0..FINEST).find(|level| px_km(*level) * px_per_km <= 1.0).unwrap_or(FINEST)
}

/// The level at which about as much is seen on a map that is larger by a factor.
pub fn finer_by(level: Level, factor: f64) -> Level {
    let reach = |more: Level| f64::from(1u32 << more) * std::f64::consts::SQRT_2;
    let more = (0..FINEST).find(|more| reach(*more) >= factor).unwrap_or(FINEST);
    (level + more).min(FINEST)
}

/// The level from which each point of a line, degrees, is drawn. Its ends always are, and the
/// points that `is_kept` names.
pub fn levels(line: &[Coord], is_kept: impl Fn(Coord) -> bool) -> Vec<Level> {
    let mut levels = vec![0; line.len()];
    let mut left = Left::of(line, is_kept);
    let mut effective_km2 = 0.0_f32;
    while let Some((index, area_km2)) = left.take_least() {
        // A point is never less effective than one that went before it.
        effective_km2 = effective_km2.max(area_km2);
        if let Some(level) = levels.get_mut(index) {
            *level = level_of(effective_km2);
        }
    }
    levels
}

/// The first level at which a triangle of an area is seen.
fn level_of(area_km2: f32) -> Level {
    /// A triangle a px wide and a px high.
    const LEAST_PX2: f64 = 0.5;
    let is_seen = |level: &Level| {
        let px_km = px_km(*level);
        f64::from(area_km2) >= LEAST_PX2 * px_km * px_km
    };
    (0..FINEST).find(is_seen).unwrap_or(FINEST)
}

/// A point that is left, or was.
#[derive(Debug, Clone, Copy)]
struct Vertex {
    /// Degrees; longitudes go on beyond ±180 where the line does.
    at: Coord,
    /// A degree of longitude on its parallel, km.
    degree_km: f64,
    before: u32,
    after: u32,
    /// Of the triangle with its neighbours, km²: infinite for one that stays, NaN for one that went.
    area_km2: f32,
}

/// The points of a line that are left, the least effective first.
struct Left {
    vertices: Vec<Vertex>,
    /// Areas, as bits, which have the order of the numbers when these are not negative, with the
    /// index of the point. An entry that is not the point's area any more is out of date.
    queue: BinaryHeap<Reverse<(u32, u32)>>,
}

impl Left {
    fn of(line: &[Coord], is_kept: impl Fn(Coord) -> bool) -> Self {
        let mut vertices: Vec<Vertex> = Vec::with_capacity(line.len());
        let mut x = 0.0;
        for (index, position) in (0u32..).zip(line) {
            let step = position.x - line.get(vertices.len().wrapping_sub(1)).map_or(0.0, |p| p.x);
            // The short way round.
            x += if vertices.is_empty() { step } else { step - 360.0 * (step / 360.0).round() };
            vertices.push(Vertex {
                at: Coord { x, y: position.y },
                degree_km: DEGREE_KM * libm::cos(position.y.to_radians()),
                before: index.saturating_sub(1),
                after: index + 1,
                area_km2: f32::INFINITY,
            });
        }
        let mut left = Self { vertices, queue: BinaryHeap::with_capacity(line.len()) };
        for (index, position) in line.iter().enumerate().skip(1).take(line.len().saturating_sub(2))
        {
            if !is_kept(*position) {
                left.weigh(index);
            }
        }
        left
    }

    /// Puts a point that may go into the queue, by the triangle with the neighbours that it has.
    fn weigh(&mut self, index: usize) {
        let vertex = |index: usize| self.vertices.get(index).copied();
        let Some(own) = vertex(index) else { return };
        let (Some(a), Some(b)) = (vertex(own.before as usize), vertex(own.after as usize)) else {
            return;
        };
        let ((ax, ay), (bx, by)) =
            ((a.at.x - own.at.x, a.at.y - own.at.y), (b.at.x - own.at.x, b.at.y - own.at.y));
        #[allow(clippy::cast_possible_truncation, reason = "seven digits are enough")]
        let area_km2 = ((ax * by - bx * ay).abs() / 2.0 * own.degree_km * DEGREE_KM) as f32;
        if let (Some(own), Ok(place)) = (self.vertices.get_mut(index), u32::try_from(index)) {
            own.area_km2 = area_km2;
            self.queue.push(Reverse((area_km2.to_bits(), place)));
        }
    }

    /// Takes the least effective point out, with the area of its triangle.
    fn take_least(&mut self) -> Option<(usize, f32)> {
        loop {
            let Reverse((bits, place)) = self.queue.pop()?;
            let (index, area_km2) = (place as usize, f32::from_bits(bits));
            let Some(own) = self.vertices.get_mut(index).filter(|own| own.area_km2 == area_km2)
            else {
                continue;
            };
            own.area_km2 = f32::NAN;
            let (before, after) = (own.before, own.after);
            for (neighbour, other, is_before) in [(before, after, true), (after, before, false)] {
                let Some(vertex) = self.vertices.get_mut(neighbour as usize) else { continue };
                *(if is_before { &mut vertex.after } else { &mut vertex.before }) = other;
                if vertex.area_km2.is_finite() {
                    self.weigh(neighbour as usize);
                }
            }
            return Some((index, area_km2));
        }
    }
}
