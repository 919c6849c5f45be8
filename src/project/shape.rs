//! Geometry of the map, projected when it is first looked at.

use super::part::{Ground, Part};
use crate::hit::path_contains;
use crate::projection::MapPoint;
use crate::view::Bounds;
use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// Geometry in map units, kept by the painter under its key.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPath {
    /// Different for each path of a projected map, and for each level of detail.
    pub key: u32,
    /// Box around all points, km.
    pub bounds: Bounds,
    /// Runs of points, km.
    pub runs: Vec<Vec<MapPoint>>,
    /// Box around each of them, km.
    pub boxes: Vec<Bounds>,
    /// Whether the runs are rings.
    pub closed: bool,
}

impl MapPath {
    /// A path of runs.
    pub fn new(key: u32, runs: Vec<Vec<MapPoint>>, closed: bool) -> Self {
        let (mut boxes, mut bounds) = (Vec::with_capacity(runs.len()), Bounds::EMPTY);
        for run in &runs {
            let mut own = Bounds::EMPTY;
            run.iter().for_each(|point| own.include(point.x, point.y));
            if !run.is_empty() {
                bounds.include(own.left, own.top);
                bounds.include(own.right, own.bottom);
            }
            boxes.push(own);
        }
        Self { key, bounds, runs, boxes, closed }
    }

    /// The runs that may lie in a box, km.
    pub fn runs_about(&self, area: Bounds) -> impl Iterator<Item = &[MapPoint]> {
        let runs = self.runs.iter().zip(&self.boxes);
        runs.filter(move |(_, own)| own.overlaps(&area)).map(|(run, _)| run.as_slice())
    }
}

/// A part of the map at a level of detail. It stands for its path, which is made when it is asked
/// for: what is never in sight is never projected.
#[derive(Clone)]
pub struct Shape {
    key: u32,
    part: Rc<Part>,
    ground: Rc<Ground>,
    path: OnceCell<Rc<MapPath>>,
}

impl Shape {
    pub(super) fn new(key: u32, part: &Rc<Part>, ground: &Rc<Ground>) -> Self {
        Self { key, part: Rc::clone(part), ground: Rc::clone(ground), path: OnceCell::new() }
    }

    /// The key of its path.
    pub fn key(&self) -> u32 {
        self.key
    }

    /// Whether any of it may lie in a box, km. Asks for nothing to be projected.
    pub fn may_overlap(&self, area: &Bounds) -> bool {
        self.part.bounds().overlaps(area)
    }

    /// Whether it is closed and holds a point.
    pub fn contains(&self, at: MapPoint) -> bool {
        self.part.bounds().contains(at.x, at.y) && path_contains(self, at)
    }
}

impl Deref for Shape {
    type Target = Rc<MapPath>;

    fn deref(&self) -> &Rc<MapPath> {
        self.path.get_or_init(|| Rc::new(self.ground.draw(&self.part, self.key)))
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Shape").field("key", &self.key).field("path", &self.path).finish()
    }
}
