//! A run of points that polygons and lines are made of, with its levels of detail.

use super::detail::{Level, levels};
use crate::projection::is_cut_off;
use geo::Coord;

/// The most points of a chain. A longer run is several chains, so that the parts of a coast that
/// are in sight can be drawn without the others.
pub const MOST_POINTS: usize = 512;

/// Steps in a degree: to a centimetre, in half the room of two `f64`.
const STEPS: f64 = 1e7;

/// A run of points, which those who share it use forwards or backwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// Longitudes and latitudes, steps.
    points: Box<[[i32; 2]]>,
    /// The level from which each point is drawn.
    levels: Box<[Level]>,
    /// West, south, east, north, degrees.
    extent: [f64; 4],
}

impl Chain {
    /// A chain of points, degrees, which are kept to seven places. Where a flat map was cut they all
    /// count: the cut is mended there.
    pub fn new(line: &[Coord]) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "a turn has fewer steps than 2³²")]
        let steps = |degrees: f64| (degrees * STEPS).round() as i32;
        let points: Box<[[i32; 2]]> = line.iter().map(|p| [steps(p.x), steps(p.y)]).collect();
        let levels = levels(line, is_cut_off).into();
        let mut extent = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let [west, south, east, north] = &mut extent;
        for point in points.iter().map(position) {
            (*west, *east) = (west.min(point.x), east.max(point.x));
            (*south, *north) = (south.min(point.y), north.max(point.y));
        }
        Self { points, levels, extent }
    }

    /// How many points it has.
    pub fn count(&self) -> usize {
        self.points.len()
    }

    /// Its first point and its last one, degrees.
    pub fn ends(&self) -> Option<(Coord, Coord)> {
        self.points.first().map(position).zip(self.points.last().map(position))
    }

    /// The points that are drawn at a level, degrees.
    pub fn at(&self, level: Level) -> impl DoubleEndedIterator<Item = Coord> {
        let seen = self.points.iter().zip(&self.levels).filter(move |(_, from)| **from <= level);
        seen.map(|(point, _)| position(point))
    }

    /// The level at which nothing more of it is to be seen from nearer.
    pub fn finest(&self) -> Level {
        self.levels.iter().copied().max().unwrap_or(0)
    }

    /// West, south, east, north, degrees.
    pub fn extent(&self) -> [f64; 4] {
        self.extent
    }
}

fn position(steps: &[i32; 2]) -> Coord {
    let [x, y] = steps.map(|steps| f64::from(steps) / STEPS);
    Coord { x, y }
}
