//! What the shapes of a map are made of, and how they are drawn from it at a level of detail.

use super::shape::MapPath;
use crate::geo::{BaseMap, ChainRef, Level, Rings, finer_by, px_km};
use crate::projection::{
    MapPoint, Projection, Projector, graticule, has_map_edge, is_map_edge, stitch,
};
use crate::view::Bounds;
use ::geo::Coord;
use std::cell::Cell;
use std::rc::Rc;

/// What a shape is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// Rings.
    Rings(Rings),
    /// Lines.
    Lines(Rings),
    /// Lines without the edges along which a flat map was cut.
    Shores(Rings),
    /// Straight lines between two positions.
    Edges(Vec<[Coord; 2]>),
    /// Lines of equal longitude and latitude so far apart, degrees, over an extent.
    Graticule(f64, [f64; 4]),
    /// The edge of all that the projection shows.
    Outline,
}

/// A part of the map that is drawn as one shape.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    source: Source,
    /// Boxes, km, that hold it at every level of detail: one, or where a flat map was cut through it,
    /// one for each side.
    boxes: Vec<Bounds>,
}

impl Part {
    pub(super) fn new(source: Source, map: &BaseMap, projection: &Projection) -> Rc<Self> {
        let boxes = match &source {
            Source::Rings(runs) | Source::Lines(runs) | Source::Shores(runs) => {
                let mut sides = [Bounds::EMPTY; 2];
                for run in runs {
                    let own = extent(run, map);
                    let [west, east] = &mut sides;
                    let side = if own.left + own.right < 0.0 { west } else { east };
                    *side = both(side, &own);
                }
                let [west, east] = sides;
                let all = both(&west, &east);
                let parts = if is_wide(&all) { vec![west, east] } else { vec![all] };
                parts.into_iter().map(|part| around(part, projection)).collect()
            }
            Source::Edges(_) | Source::Graticule(..) | Source::Outline => vec![Bounds::EVERYTHING],
        };
        Rc::new(Self { source, boxes })
    }

    /// Whether any of it may lie in a box, km, at any level of detail.
    pub(super) fn may_overlap(&self, area: &Bounds) -> bool {
        self.boxes.iter().any(|own| own.overlaps(area))
    }
}

/// The box of degrees around a run.
fn extent(run: &[ChainRef], map: &BaseMap) -> Bounds {
    let mut extent = Bounds::EMPTY;
    let chains = run.iter().filter_map(|part| map.chains.get(part.chain));
    for [west, south, east, north] in chains.map(|chain| chain.extent()) {
        extent.include(west, south);
        extent.include(east, north);
    }
    extent
}

/// The box around two boxes.
fn both(a: &Bounds, b: &Bounds) -> Bounds {
    Bounds {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}

/// Whether a box of degrees reaches half round the globe: over the antimeridian, it may be.
fn is_wide(extent: &Bounds) -> bool {
    extent.width() >= 180.0
}

/// A box on the map that holds all between two longitudes and two latitudes, degrees.
fn around(extent: Bounds, projection: &Projection) -> Bounds {
    const STEPS: u32 = 24;
    // For what curves do between two steps.
    const ROOM: f64 = 0.03;
    let Bounds { left: west, top: south, right: east, bottom: north } = extent;
    let centre = projection.centre();
    let antipode = Coord { x: centre.x + 180.0, y: -centre.y };
    let beyond = (antipode.x - west).rem_euclid(360.0) <= east - west
        && antipode.y >= south
        && antipode.y <= north;
    if west > east {
        return Bounds::EMPTY;
    }
    // Round the far side of the globe.
    if is_wide(&extent) || beyond {
        return around_the_world(south, north, projection);
    }
    let sides = [west, south, east, north];
    let bounds = around_sides(sides, STEPS, &|position| projection.forward(position));
    bounds.grown(ROOM * bounds.width().max(bounds.height()))
}

/// The same for what goes round the globe, and may hold the pole on its side of the equator.
fn around_the_world(south: f64, north: f64, projection: &Projection) -> Bounds {
    let height = |lat: f64| projection.forward(Coord { x: projection.centre().x, y: lat }).y;
    match projection.has_level_parallels() {
        true if north <= 0.0 => Bounds { top: height(north), ..Bounds::EVERYTHING },
        true if south >= 0.0 => Bounds { bottom: height(south), ..Bounds::EVERYTHING },
        _ => Bounds::EVERYTHING,
    }
}

/// The box on the map around so many points of each side of a box of degrees: west, south, east,
/// north.
pub(super) fn around_sides(
    [west, south, east, north]: [f64; 4],
    steps: u32,
    to_map: &dyn Fn(Coord) -> MapPoint,
) -> Bounds {
    let mut bounds = Bounds::EMPTY;
    for step in 0..=steps {
        let t = f64::from(step) / f64::from(steps);
        let (x, y) = (west + (east - west) * t, south + (north - south) * t);
        for (x, y) in [(x, south), (x, north), (west, y), (east, y)] {
            let point = to_map(Coord { x, y });
            bounds.include(point.x, point.y);
        }
    }
    bounds
}

/// What the shapes of a level are drawn from.
#[derive(Debug)]
pub(super) struct Ground {
    map: Rc<BaseMap>,
    projector: Projector,
    level: Level,
    drawn_points: Cell<usize>,
}

impl Ground {
    pub(super) fn new(map: &Rc<BaseMap>, projection: Projection, level: Level) -> Rc<Self> {
        /// How true curves are, of the px at the nearest.
        const ACCURACY_PX: f64 = 0.25;
        let projector = Projector::new(projection, ACCURACY_PX * px_km(level));
        Rc::new(Self { map: Rc::clone(map), projector, level, drawn_points: Cell::new(0) })
    }

    /// How many points the shapes have that were drawn.
    pub(super) fn drawn_points(&self) -> usize {
        self.drawn_points.get()
    }

    pub(super) fn draw(&self, part: &Part, key: u32) -> MapPath {
        let mut runs = Vec::new();
        let is_closed = match &part.source {
            Source::Rings(rings) => {
                // One after the other but for those that are cut: a large country has many.
                let mut cut = Vec::new();
                for ring in rings.iter().map(|ring| self.points(ring)) {
                    if has_map_edge(&ring) {
                        cut.push(ring);
                    } else {
                        runs.append(&mut self.projector.ring(&ring));
                    }
                }
                for ring in &stitch(cut).rings {
                    runs.append(&mut self.projector.ring(ring));
                }
                true
            }
            Source::Lines(lines) => {
                for line in lines {
                    self.line(&self.points(line), &mut runs);
                }
                false
            }
            Source::Shores(lines) => {
                for line in lines {
                    let points = self.points(line);
                    // A step from one edge of a flat map to the other goes nowhere, unless a box
                    // round the world has it for a side.
                    let is_whole = points.first() == points.last();
                    let is_step = |a: &Coord, b: &Coord| !is_whole && (a.x - b.x).abs() > 359.9;
                    let shores = points.chunk_by(|a, b| !is_map_edge(*a, *b) && !is_step(a, b));
                    shores.for_each(|shore| self.line(shore, &mut runs));
                }
                false
            }
            Source::Edges(edges) => {
                edges.iter().for_each(|edge| self.line(edge, &mut runs));
                false
            }
            Source::Graticule(step_deg, extent) => {
                graticule(*step_deg, *extent).iter().for_each(|line| self.line(line, &mut runs));
                false
            }
            Source::Outline => {
                runs.push(self.projector.outline());
                true
            }
        };
        let points: usize = runs.iter().map(Vec::len).sum();
        self.drawn_points.set(self.drawn_points.get() + points);
        MapPath::new(key, runs, is_closed)
    }

    /// The points of a run of chains; the point where two chains meet stands once.
    fn points(&self, run: &[ChainRef]) -> Vec<Coord> {
        self.map.points_at(run, |chain| {
            let [_, south, _, north] = chain.extent();
            let middle = Coord { x: 0.0, y: f64::midpoint(south, north) };
            let scale = self.projector.projection().scale_at(middle);
            finer_by(self.level, scale)
        })
    }

    /// Adds a line, unless there is no more left of it than of a ring that is not drawn.
    fn line(&self, line: &[Coord], runs: &mut Vec<Vec<MapPoint>>) {
        let is_ring = line.first() == line.last();
        if line.len() >= if is_ring { 4 } else { 2 } {
            runs.append(&mut self.projector.line(line));
        }
    }
}

/// Where shapes were put together over the antimeridian, degrees.
pub(super) fn joins(map: &BaseMap, rings: &Rings) -> Vec<[Coord; 2]> {
    let is_cut = |[west, _, east, _]: [f64; 4]| west < -179.0 || east > 179.0;
    let mut chains = rings.iter().flatten().filter_map(|part| map.chains.get(part.chain));
    if !chains.any(|chain| is_cut(chain.extent())) {
        return Vec::new();
    }
    // What lies at the cut is there at every level.
    stitch(rings.iter().map(|ring| map.points_at(ring, |_| 0)).collect()).joins
}
