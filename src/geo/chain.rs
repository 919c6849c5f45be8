//! A run of points that polygons and lines are made of, with its levels of detail.

use super::detail::{Level, levels};
use crate::projection::is_cut_off;
use geo::Coord;

/// The most points of a chain. A longer run is several chains, so that the parts of a coast that
/// are in sight can be drawn without the others.
pub const MOST_POINTS: usize = 512;

/// Steps in a degree: to a centimetre, in half the room of two `f64`.
const STEPS: f64 = 1e7;

/// Longitude and latitude, steps.
pub type Steps = [i32; 2];

/// A run of points, which those who share it use forwards or backwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    points: Box<[Steps]>,
    /// The level from which each point is drawn.
    levels: Box<[Level]>,
    /// West, south, east, north, degrees.
    extent: [f64; 4],
}

impl Chain {
    /// A chain of points, degrees, which are kept to seven places.
    pub fn new(line: &[Coord]) -> Self {
        Self::of(line.iter().map(|point| steps(*point)).collect())
    }

    /// A chain of points whose levels are found. Where a flat map was cut they all count: the cut is
    /// mended there.
    pub fn of(points: Box<[Steps]>) -> Self {
        let line: Vec<Coord> = points.iter().map(|point| position(*point)).collect();
        let levels = levels(&line, is_cut_off).into();
        Self::with_levels(points, levels)
    }

    /// A chain of points whose levels are known, one for each.
    pub fn with_levels(points: Box<[Steps]>, levels: Box<[Level]>) -> Self {
        let mut extent = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let [west, south, east, north] = &mut extent;
        for point in points.iter().map(|point| position(*point)) {
            (*west, *east) = (west.min(point.x), east.max(point.x));
            (*south, *north) = (south.min(point.y), north.max(point.y));
        }
        Self { points, levels, extent }
    }

    /// How many points it has.
    pub fn count(&self) -> usize {
        self.points.len()
    }

    /// All its points.
    pub fn points(&self) -> &[Steps] {
        &self.points
    }

    /// The level from which each of them is drawn.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Its first point and its last one, degrees.
    pub fn ends(&self) -> Option<(Coord, Coord)> {
        let end = |point: Option<&Steps>| point.map(|point| position(*point));
        end(self.points.first()).zip(end(self.points.last()))
    }

    /// The points that are drawn at a level, degrees.
    pub fn at(&self, level: Level) -> impl DoubleEndedIterator<Item = Coord> {
        let seen = self.points.iter().zip(&self.levels).filter(move |(_, from)| **from <= level);
        seen.map(|(point, _)| position(*point))
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

/// A position in steps.
#[allow(clippy::cast_possible_truncation, reason = "a turn has fewer steps than 2³²")]
pub fn steps(position: Coord) -> Steps {
    [position.x, position.y].map(|degrees| (degrees * STEPS).round() as i32)
}

/// Steps in degrees: as exact as the decimal number that they are.
pub fn position(steps: Steps) -> Coord {
    let [x, y] = steps.map(|steps| f64::from(steps) / STEPS);
    Coord { x, y }
}

/// A position as it is kept.
pub fn kept(degrees: Coord) -> Coord {
    position(steps(degrees))
}

/// Whether a position, degrees, is one of a map of the earth: quantized corners may round just past
/// the pole or the antimeridian.
pub fn is_on_earth(position: Coord) -> bool {
    const SLACK_DEG: f64 = 0.01;
    position.x.abs() <= 180.0 + SLACK_DEG && position.y.abs() <= 90.0 + SLACK_DEG
}
