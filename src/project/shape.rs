//! Geometry of the map, projected when it is first looked at.

use super::part::{Ground, Part};
use crate::hit::{path_contains, run_contains};
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

    /// For each ring whether it is to be run through from its end, so that land is on the same side
    /// of all of them: then rings of several paths can be filled as one, and where two lie over one
    /// another that is land too.
    pub fn reversed(&self) -> Vec<bool> {
        let areas: Vec<f64> = self.runs.iter().map(|run| signed_area(run)).collect();
        let holds = |outer: usize, at: &MapPoint| {
            let (Some(run), Some(own)) = (self.runs.get(outer), self.boxes.get(outer)) else {
                return false;
            };
            own.contains(at.x, at.y) && run_contains(run, *at)
        };
        let is_hole = |ring: usize, area: f64| {
            let Some(at) = self.runs.get(ring).and_then(|run| run.first()) else { return false };
            let larger = areas.iter().enumerate().filter(|(_, other)| other.abs() > area.abs());
            larger.filter(|(outer, _)| holds(*outer, at)).count() % 2 == 1
        };
        let rings = areas.iter().enumerate();
        rings.map(|(ring, area)| (*area < 0.0) != is_hole(ring, *area)).collect()
    }

    /// How wide a run is at most of what may lie in a box, km.
    pub fn widest_in(&self, area: &Bounds) -> f64 {
        let boxes = self.boxes.iter().filter(|own| own.overlaps(area));
        let within = boxes.map(|own| own.right.min(area.right) - own.left.max(area.left));
        within.fold(0.0, f64::max)
    }

    /// The runs that may lie in a box, km.
    pub fn runs_about(&self, area: Bounds) -> impl Iterator<Item = &[MapPoint]> {
        let runs = self.runs.iter().zip(&self.boxes);
        runs.filter(move |(_, own)| own.overlaps(&area)).map(|(run, _)| run.as_slice())
    }
}

/// Twice the area of a ring; less than zero when it runs the other way (the shoelace formula).
fn signed_area(run: &[MapPoint]) -> f64 {
    let edges = run.iter().zip(run.iter().cycle().skip(1));
    edges.map(|(a, b)| a.x * b.y - b.x * a.y).sum()
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

    /// Whether any of it may lie in a box, km. Asks for nothing to be projected. Shapes are a few
    /// hundred, so their boxes are looked through one by one: an index would take longer to download
    /// than it could save.
    pub fn may_overlap(&self, area: &Bounds) -> bool {
        self.part.may_overlap(area)
    }

    /// Whether its path has been made.
    pub fn is_projected(&self) -> bool {
        self.path.get().is_some()
    }

    /// Its path, which is made unless it has been.
    pub fn project(&self) -> &Rc<MapPath> {
        self.path.get_or_init(|| Rc::new(self.ground.draw(&self.part, self.key)))
    }

    /// Whether it is closed and holds a point.
    pub fn contains(&self, at: MapPoint) -> bool {
        self.may_overlap(&Bounds::of_size(at.x, at.y, 0.0, 0.0)) && path_contains(self, at)
    }
}

impl Deref for Shape {
    type Target = Rc<MapPath>;

    fn deref(&self) -> &Rc<MapPath> {
        self.project()
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Shape").field("key", &self.key).field("path", &self.path).finish()
    }
}
