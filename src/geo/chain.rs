//! A run of points that polygons and lines are made of, with its levels of detail.

use super::detail::{Level, levels};
use crate::projection::is_cut_off;
use geo::Coord;

/// The most points of a chain. A longer run is several chains, so that the parts of a coast that
/// are in sight can be drawn without the others.
pub const MOST_POINTS: usize = 512;

/// A run of points, degrees, which those who share it use forwards or backwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    points: Vec<Coord>,
    /// The level from which each point is drawn.
    levels: Vec<Level>,
    /// West, south, east, north, degrees.
    extent: [f64; 4],
}

impl Chain {
    /// A chain of points. Where a flat map was cut they all count: the cut is mended there.
    pub fn new(points: Vec<Coord>) -> Self {
        let levels = levels(&points, is_cut_off);
        let mut extent = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let [west, south, east, north] = &mut extent;
        for point in &points {
            (*west, *east) = (west.min(point.x), east.max(point.x));
            (*south, *north) = (south.min(point.y), north.max(point.y));
        }
        Self { points, levels, extent }
    }

    /// All its points.
    pub fn points(&self) -> &[Coord] {
        &self.points
    }

    /// The points that are drawn at a level.
    pub fn at(&self, level: Level) -> impl DoubleEndedIterator<Item = Coord> {
        let seen = self.points.iter().zip(&self.levels).filter(move |(_, from)| **from <= level);
        seen.map(|(point, _)| *point)
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
