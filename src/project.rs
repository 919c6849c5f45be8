//! The projected base map: degrees become kilometres of the plane, once.

use crate::geo::{AreaFeature, BaseMap, LineFeature, Rings};
use crate::model::Model;
use crate::projection::{AzimuthalEqualArea, Cap, MapPoint};
use crate::view::Bounds;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How far from its centre a map is drawn. Beyond it an azimuthal projection stretches shapes
/// past recognition.
const CAP_RADIUS_DEG: f64 = 130.0;

/// Geometry in map units, kept by the painter under its key.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPath {
    /// Different for each path of a projected map.
    pub key: u32,
    /// Box around all points, km.
    pub bounds: Bounds,
    /// Runs of points, km.
    pub runs: Vec<Vec<MapPoint>>,
    /// Whether the runs are rings.
    pub closed: bool,
}

/// A line of a brief: where its route is known, and where only roughly.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The parts that follow the ground.
    pub traced: Rc<MapPath>,
    /// The parts that are schematic.
    pub schematic: Rc<MapPath>,
}

impl Route {
    /// Both kinds of parts, each with whether it is schematic.
    pub fn parts(&self) -> [(&Rc<MapPath>, bool); 2] {
        [(&self.traced, false), (&self.schematic, true)]
    }
}

/// A base map in map units.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectedMap {
    /// The projection that made it.
    pub projection: AzimuthalEqualArea,
    /// Countries in the order of the base map: code and shape.
    pub countries: Vec<(String, Rc<MapPath>)>,
    /// Regions that a brief refers to, by id.
    pub regions: BTreeMap<String, Rc<MapPath>>,
    /// Agreed borders between countries.
    pub borders: Rc<MapPath>,
    /// Shores.
    pub coasts: Rc<MapPath>,
    /// Borders that are not agreed on.
    pub disputed: Rc<MapPath>,
    /// Borders between regions of one country.
    pub region_borders: Rc<MapPath>,
    /// Lakes.
    pub lakes: Rc<MapPath>,
    /// Rivers: the main ones, and the others.
    pub rivers: [Rc<MapPath>; 2],
    /// Each river alone, in the order of the base map: what its name is set along.
    pub courses: Vec<Rc<MapPath>>,
    /// Lines of the brief, in its order.
    pub lines: Vec<Route>,
    /// Box of the first view, km.
    pub home: Bounds,
}

/// Projects what a brief needs of its base map.
pub fn project(model: &Model, map: &BaseMap) -> ProjectedMap {
    let projection = AzimuthalEqualArea::for_extent(model.extent);
    let mut p =
        Projector { map, projection, cap: Cap::new(projection.centre(), CAP_RADIUS_DEG), key: 0 };
    let countries: Vec<(String, Rc<MapPath>)> =
        map.countries.iter().map(|country| (country.id.clone(), p.rings(&country.rings))).collect();
    let wanted: Vec<&AreaFeature> = map
        .regions
        .iter()
        .filter(|region| model.areas.iter().any(|area| area.features.contains(&region.id)))
        .collect();
    let regions = wanted.iter().map(|region| (region.id.clone(), p.rings(&region.rings))).collect();
    let owners = chain_owners(map, &map.countries);
    let region_owners = chain_owners(map, &map.regions);
    let disputed: Vec<usize> =
        map.disputed.iter().flat_map(|line| line.parts.iter().flatten()).map(|r| r.chain).collect();
    let is_disputed = |chain: usize| disputed.contains(&chain);
    let borders =
        p.chains(|chain| owners.get(chain).is_some_and(|n| *n > 1) && !is_disputed(chain));
    let coasts = p.chains(|chain| {
        owners.get(chain) == Some(&1) && !is_disputed(chain) && !is_map_edge(map, chain)
    });
    let region_borders = p.chains(|chain| {
        region_owners.get(chain).is_some_and(|n| *n > 1) && owners.get(chain) == Some(&0)
    });
    let lakes: Rings = map.lakes.iter().flat_map(|lake| lake.rings.clone()).collect();
    let lines = model
        .lines
        .iter()
        .map(|line| {
            let features = || line.geometry.iter().filter_map(|id| map.line(id));
            Route {
                traced: p.lines(features().filter(|feature| !feature.schematic)),
                schematic: p.lines(features().filter(|feature| feature.schematic)),
            }
        })
        .collect();
    const MAIN_RIVER_RANK: f64 = 3.0;
    ProjectedMap {
        projection,
        countries,
        regions,
        borders,
        coasts,
        disputed: p.lines(map.disputed.iter()),
        region_borders,
        lakes: p.rings(&lakes),
        rivers: [
            p.lines(map.rivers.iter().filter(|river| river.rank <= MAIN_RIVER_RANK)),
            p.lines(map.rivers.iter().filter(|river| river.rank > MAIN_RIVER_RANK)),
        ],
        courses: map.rivers.iter().map(|river| p.lines(std::iter::once(river))).collect(),
        lines,
        home: home(&projection, model.extent),
    }
}

/// Whether a chain is no shore but where a flat map was cut: the antimeridian, the south pole.
fn is_map_edge(map: &BaseMap, chain: usize) -> bool {
    const NEAR_DEG: f64 = 0.02;
    let cut = |p: &geo::Coord| p.x.abs() > 180.0 - NEAR_DEG || p.y < -90.0 + NEAR_DEG;
    map.chains.get(chain).is_some_and(|chain| chain.iter().all(cut))
}

/// How many different features use each chain.
fn chain_owners(map: &BaseMap, features: &[AreaFeature]) -> Vec<u32> {
    let mut owners = vec![0u32; map.chains.len()];
    let mut last = vec![usize::MAX; map.chains.len()];
    for (index, feature) in features.iter().enumerate() {
        for part in feature.rings.iter().flatten() {
            if let (Some(owners), Some(last)) =
                (owners.get_mut(part.chain), last.get_mut(part.chain))
                && *last != index
            {
                *last = index;
                *owners += 1;
            }
        }
    }
    owners
}

/// The box around an extent's outline on the map.
fn home(projection: &AzimuthalEqualArea, [west, south, east, north]: [f64; 4]) -> Bounds {
    const STEPS: u32 = 16;
    let mut bounds = Bounds::EMPTY;
    for step in 0..=STEPS {
        let t = f64::from(step) / f64::from(STEPS);
        let (lon, lat) = (west + (east - west) * t, south + (north - south) * t);
        for (x, y) in [(lon, south), (lon, north), (west, lat), (east, lat)] {
            let point = projection.forward(geo::Coord { x, y });
            bounds.include(point.x, point.y);
        }
    }
    bounds
}

struct Projector<'a> {
    map: &'a BaseMap,
    projection: AzimuthalEqualArea,
    cap: Cap,
    key: u32,
}

impl Projector<'_> {
    fn path(&mut self, runs: Vec<Vec<MapPoint>>, closed: bool) -> Rc<MapPath> {
        self.key += 1;
        let mut bounds = Bounds::EMPTY;
        for point in runs.iter().flatten() {
            bounds.include(point.x, point.y);
        }
        Rc::new(MapPath { key: self.key, bounds, runs, closed })
    }

    fn rings(&mut self, rings: &Rings) -> Rc<MapPath> {
        let mut runs = Vec::new();
        for ring in rings {
            let ring = self.cap.clip_ring(&self.map.points(ring));
            if ring.len() > 2 {
                runs.push(ring.into_iter().map(|p| self.projection.forward(p)).collect());
            }
        }
        self.path(runs, true)
    }

    fn lines<'b>(&mut self, features: impl Iterator<Item = &'b LineFeature>) -> Rc<MapPath> {
        let mut runs = Vec::new();
        for part in features.flat_map(|feature| &feature.parts) {
            self.add_line(&self.map.points(part), &mut runs);
        }
        self.path(runs, false)
    }

    fn chains(&mut self, wanted: impl Fn(usize) -> bool) -> Rc<MapPath> {
        let mut runs = Vec::new();
        for (index, chain) in self.map.chains.iter().enumerate() {
            if wanted(index) {
                self.add_line(chain, &mut runs);
            }
        }
        self.path(runs, false)
    }

    fn add_line(&self, line: &[geo::Coord], runs: &mut Vec<Vec<MapPoint>>) {
        for stretch in self.cap.clip_line(line) {
            runs.push(stretch.into_iter().map(|p| self.projection.forward(p)).collect());
        }
    }
}
