//! What of a base map a brief needs, and which of it is drawn together.

use super::part::{Part, Source, joins};
use crate::division::{ChainUse, Division, Standing};
use crate::geo::{AreaFeature, BaseMap, ChainRef, LineFeature, Rings};
use crate::model::Model;
use crate::projection::Projection;
use std::rc::Rc;

/// The parts of a map, each with what tells it from its like.
#[derive(Debug, PartialEq)]
pub(super) struct Plan {
    pub countries: Vec<(String, Rc<Part>)>,
    pub claims: Vec<(Standing, Rc<Part>)>,
    pub regions: Vec<(String, Rc<Part>)>,
    pub borders: Vec<Rc<Part>>,
    pub disputed: Rc<Part>,
    pub coasts: Vec<Rc<Part>>,
    pub region_borders: Rc<Part>,
    pub lines: Vec<[Rc<Part>; 2]>,
    pub lakes: Rc<Part>,
    pub rivers: [Rc<Part>; 2],
    pub courses: Vec<Rc<Part>>,
    pub outline: Rc<Part>,
    pub graticule: Vec<(f64, Rc<Part>)>,
}

impl Plan {
    pub(super) fn new(
        model: &Model,
        map: &BaseMap,
        division: &Division,
        projection: &Projection,
    ) -> Self {
        const MAIN_RIVER_RANK: f64 = 3.0;
        let part = |source: Source| Part::new(source, map, projection);
        let rings = |rings: &Rings| part(Source::Rings(rings.clone()));
        let is = |chain: usize, of: ChainUse| division.chains.get(chain) == Some(&of);
        let chains = |wanted: &dyn Fn(usize) -> bool| -> Rings {
            (0..map.chains.len()).filter(|chain| wanted(*chain)).map(alone).collect()
        };
        let lines = |wanted: &dyn Fn(&&LineFeature) -> bool, of: &[&LineFeature]| {
            let wanted = of.iter().copied().filter(wanted);
            part(Source::Lines(wanted.flat_map(|line| line.parts.clone()).collect()))
        };
        let countries = map.countries.iter().zip(&division.countries);
        let regions = map
            .regions
            .iter()
            .filter(|region| model.areas.iter().any(|area| area.features.contains(&region.id)));
        let region_owners = chain_owners(map, &map.regions);
        let is_inner = |chain: usize| region_owners.get(chain).is_some_and(|n| *n > 1);
        let mut coasts: Vec<Rc<Part>> =
            near_one_another(map, chains(&|chain| is(chain, ChainUse::Coast)))
                .into_iter()
                .map(|shores| part(Source::Shores(shores)))
                .collect();
        let shapes = division.countries.iter().chain(map.claims.iter().map(|c| &c.area.rings));
        let joins: Vec<_> = shapes.flat_map(|rings| joins(map, rings)).collect();
        if !joins.is_empty() {
            coasts.push(part(Source::Edges(joins)));
        }
        let rivers: Vec<&LineFeature> = map.rivers.iter().collect();
        let is_main = |river: &&LineFeature| river.rank <= MAIN_RIVER_RANK;
        Self {
            countries: countries.map(|(country, own)| (country.id.clone(), rings(own))).collect(),
            claims: map
                .claims
                .iter()
                .zip(&division.claims)
                .map(|(claim, standing)| (*standing, rings(&claim.area.rings)))
                .collect(),
            regions: regions
                .map(|region| (region.id.clone(), rings(&division.region(map, region))))
                .collect(),
            borders: near_one_another(map, chains(&|chain| is(chain, ChainUse::Border)))
                .into_iter()
                .map(|borders| part(Source::Lines(borders)))
                .collect(),
            disputed: part(Source::Lines(chains(&|chain| is(chain, ChainUse::Disputed)))),
            coasts,
            region_borders: part(Source::Lines(chains(&|chain| {
                is_inner(chain) && is(chain, ChainUse::None)
            }))),
            lines: model
                .lines
                .iter()
                .map(|line| {
                    let features: Vec<&LineFeature> =
                        line.geometry.iter().filter_map(|id| map.line(id)).collect();
                    [
                        lines(&|feature| !feature.schematic, &features),
                        lines(&|feature| feature.schematic, &features),
                    ]
                })
                .collect(),
            lakes: rings(&map.lakes.iter().flat_map(|lake| lake.rings.clone()).collect()),
            rivers: [lines(&is_main, &rivers), lines(&|river| !is_main(river), &rivers)],
            courses: rivers.iter().map(|river| part(Source::Lines(river.parts.clone()))).collect(),
            outline: part(Source::Outline),
            graticule: if model.graticule { grids(model.extent) } else { Vec::new() }
                .into_iter()
                .map(|(step_deg, extent)| (step_deg, part(Source::Graticule(step_deg, extent))))
                .collect(),
        }
    }
}

fn alone(chain: usize) -> Vec<ChainRef> {
    vec![ChainRef { chain, reversed: false }]
}

/// From lines for the whole world to close ones about an extent: degrees apart, and where.
fn grids([west, south, east, north]: [f64; 4]) -> Vec<(f64, [f64; 4])> {
    const WORLD: [f64; 4] = [-180.0, -90.0, 180.0, 90.0];
    let (half_x, half_y) = ((east - west) / 2.0, (north - south) / 2.0);
    let about = [
        (west - half_x).max(-180.0),
        (south - half_y).max(-90.0),
        (east + half_x).min(west - half_x + 360.0),
        (north + half_y).min(90.0),
    ];
    vec![(30.0, WORLD), (10.0, WORLD), (5.0, WORLD), (2.0, about), (1.0, about)]
}

/// Lines in groups of those that lie in one cell of the globe, so that of a detailed map only what
/// is about the view is drawn. Lines that are few are one group.
fn near_one_another(map: &BaseMap, lines: Rings) -> Vec<Rings> {
    const FEW_POINTS: usize = 40_000;
    const CELL_DEG: f64 = 15.0;
    const ROWS: usize = 12;
    const COLUMNS: usize = 24;
    let chain = |line: &Vec<ChainRef>| map.chains.get(line.first()?.chain);
    let points: usize = lines.iter().filter_map(chain).map(|chain| chain.count()).sum();
    if points <= FEW_POINTS {
        return vec![lines];
    }
    let cell = |middle_deg: f64, least_deg: f64, cells: usize| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
        let cell = ((middle_deg - least_deg) / CELL_DEG).max(0.0) as usize;
        cell.min(cells - 1)
    };
    let mut groups: Vec<Rings> = vec![Rings::new(); ROWS * COLUMNS];
    for line in lines {
        let [west, south, east, north] = chain(&line).map_or([0.0; 4], |chain| chain.extent());
        let row = cell(f64::midpoint(south, north), -90.0, ROWS);
        let column = cell(f64::midpoint(west, east), -180.0, COLUMNS);
        if let Some(group) = groups.get_mut(row * COLUMNS + column) {
            group.push(line);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
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
