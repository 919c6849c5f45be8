//! The projected base map: degrees become kilometres of the plane, once.

use crate::division::{ChainUse, Standing, divide};
use crate::geo::{AreaFeature, BaseMap, LineFeature, Rings};
use crate::model::Model;
use crate::projection::{MapPoint, Projection, Projector, graticule, is_map_edge, stitch};
use crate::sorted::SortedMap;
use crate::view::Bounds;
use std::rc::Rc;

/// How true curves are. At the nearest zoom of a map of one region this is a few pixels, less
/// than what its borders were simplified by.
const ACCURACY_KM: f64 = 0.25;

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

/// Lines of equal longitude and latitude.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// From one to the next, degrees.
    pub step_deg: f64,
    /// The lines.
    pub path: Rc<MapPath>,
}

/// A base map in map units.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectedMap {
    /// The projection that made it.
    pub projection: Projection,
    /// Countries in the order of the base map: code and shape.
    pub countries: Vec<(String, Rc<MapPath>)>,
    /// Areas of claims in the order of the base map: what becomes of them, and their shape.
    pub claims: Vec<(Standing, Rc<MapPath>)>,
    /// Regions that a brief refers to, by id.
    pub regions: SortedMap<String, Rc<MapPath>>,
    /// Agreed borders between countries.
    pub borders: Rc<MapPath>,
    /// Shores.
    pub coasts: Rc<MapPath>,
    /// Borders and edges of claims that are not agreed on.
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
    /// The edge of all that the projection shows.
    pub outline: Rc<MapPath>,
    /// Lines of equal longitude and latitude, the widest apart first; none where none are wanted.
    pub graticule: Vec<Grid>,
    /// Box of the first view, km.
    pub home: Bounds,
}

/// Projects what a brief needs of its base map, fitted to the brief's extent.
pub fn project(model: &Model, map: &BaseMap) -> ProjectedMap {
    let projection = Projection::for_extent(model.projection, model.extent);
    let projector = Projector::new(projection, ACCURACY_KM);
    let mut p = Paths { map, projector, joins: Vec::new(), key: 0 };
    let division = divide(map, model.worldview);
    let countries: Vec<(String, Rc<MapPath>)> = map
        .countries
        .iter()
        .zip(&division.countries)
        .map(|(country, rings)| (country.id.clone(), p.rings(rings)))
        .collect();
    let claims = map
        .claims
        .iter()
        .zip(&division.claims)
        .map(|(claim, standing)| (*standing, p.rings(&claim.area.rings)))
        .collect();
    let wanted: Vec<&AreaFeature> = map
        .regions
        .iter()
        .filter(|region| model.areas.iter().any(|area| area.features.contains(&region.id)))
        .collect();
    let regions = wanted
        .iter()
        .map(|region| (region.id.clone(), p.rings(&division.region(map, region))))
        .collect();
    let region_owners = chain_owners(map, &map.regions);
    let is = |chain: usize, of: ChainUse| division.chains.get(chain) == Some(&of);
    let borders = p.chains(|chain| is(chain, ChainUse::Border));
    let disputed = p.chains(|chain| is(chain, ChainUse::Disputed));
    let coasts = p.coasts(|chain| is(chain, ChainUse::Coast));
    let region_borders = p.chains(|chain| {
        region_owners.get(chain).is_some_and(|n| *n > 1) && is(chain, ChainUse::None)
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
        claims,
        regions,
        borders,
        coasts,
        disputed,
        region_borders,
        lakes: p.rings(&lakes),
        rivers: [
            p.lines(map.rivers.iter().filter(|river| river.rank <= MAIN_RIVER_RANK)),
            p.lines(map.rivers.iter().filter(|river| river.rank > MAIN_RIVER_RANK)),
        ],
        courses: map.rivers.iter().map(|river| p.lines(std::iter::once(river))).collect(),
        lines,
        outline: p.path(vec![projector.outline()], true),
        graticule: if model.graticule { p.graticule(model.extent) } else { Vec::new() },
        home: home(&projector, model.extent),
    }
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
fn home(projector: &Projector, [west, south, east, north]: [f64; 4]) -> Bounds {
    const STEPS: u32 = 16;
    let mut bounds = Bounds::EMPTY;
    for step in 0..=STEPS {
        let t = f64::from(step) / f64::from(STEPS);
        let (lon, lat) = (west + (east - west) * t, south + (north - south) * t);
        for (x, y) in [(lon, south), (lon, north), (west, lat), (east, lat)] {
            let point = projector.within(geo::Coord { x, y });
            bounds.include(point.x, point.y);
        }
    }
    bounds
}

/// Makes paths of the base map's shapes, and numbers them.
struct Paths<'a> {
    map: &'a BaseMap,
    projector: Projector,
    /// Where countries were put together over the antimeridian, degrees.
    joins: Vec<[geo::Coord; 2]>,
    key: u32,
}

impl Paths<'_> {
    fn path(&mut self, runs: Vec<Vec<MapPoint>>, closed: bool) -> Rc<MapPath> {
        self.key += 1;
        let mut bounds = Bounds::EMPTY;
        for point in runs.iter().flatten() {
            bounds.include(point.x, point.y);
        }
        Rc::new(MapPath { key: self.key, bounds, runs, closed })
    }

    fn rings(&mut self, rings: &Rings) -> Rc<MapPath> {
        let stitched = stitch(rings.iter().map(|ring| self.map.points(ring)).collect());
        self.joins.extend(stitched.joins);
        let runs = stitched.rings.iter().flat_map(|ring| self.projector.ring(ring)).collect();
        self.path(runs, true)
    }

    fn lines<'b>(&mut self, features: impl Iterator<Item = &'b LineFeature>) -> Rc<MapPath> {
        let parts = features.flat_map(|feature| &feature.parts);
        let runs = parts.flat_map(|part| self.projector.line(&self.map.points(part))).collect();
        self.path(runs, false)
    }

    /// From lines for the whole world to close ones about the extent.
    fn graticule(&mut self, [west, south, east, north]: [f64; 4]) -> Vec<Grid> {
        const WORLD: [f64; 4] = [-180.0, -90.0, 180.0, 90.0];
        let (half_x, half_y) = ((east - west) / 2.0, (north - south) / 2.0);
        let about = [
            (west - half_x).max(-180.0),
            (south - half_y).max(-90.0),
            (east + half_x).min(west - half_x + 360.0),
            (north + half_y).min(90.0),
        ];
        [(30.0, WORLD), (10.0, WORLD), (5.0, WORLD), (2.0, about), (1.0, about)]
            .into_iter()
            .map(|(step_deg, area)| {
                let lines = graticule(step_deg, area);
                let runs = lines.iter().flat_map(|line| self.projector.line(line)).collect();
                Grid { step_deg, path: self.path(runs, false) }
            })
            .collect()
    }

    fn chains(&mut self, wanted: impl Fn(usize) -> bool) -> Rc<MapPath> {
        let chains = self.map.chains.iter().enumerate().filter(|(index, _)| wanted(*index));
        let runs = chains.flat_map(|(_, chain)| self.projector.line(chain)).collect();
        self.path(runs, false)
    }

    /// Shores: chains without the edges along which a flat map was cut, and with the steps between
    /// the shores that simplifying moved apart there.
    fn coasts(&mut self, wanted: impl Fn(usize) -> bool) -> Rc<MapPath> {
        let mut runs = Vec::new();
        let chains = self.map.chains.iter().enumerate().filter(|(index, _)| wanted(*index));
        for (_, chain) in chains {
            let is_cut = |a: &geo::Coord, b: &geo::Coord| is_map_edge(*a, *b);
            for shore in chain.chunk_by(|a, b| !is_cut(a, b)).filter(|shore| shore.len() > 1) {
                runs.extend(self.projector.line(shore));
            }
        }
        for join in &self.joins {
            runs.extend(self.projector.line(join));
        }
        self.path(runs, false)
    }
}
