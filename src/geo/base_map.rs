//! The base map in degrees. Shared borders are stored once, as chains.

use super::chain::{Chain, MOST_POINTS};
use super::detail::{FINEST, Level};
use crate::brief::Names;
use crate::speech::{Said, primary};
use crate::worldview::WorldView;
use geo::{Area, Centroid, Coord, LineString, Polygon};
use serde::Serialize;
use std::ops::Range;
use std::rc::Rc;

/// A use of a chain, forwards or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChainRef {
    /// Index into [`BaseMap::chains`].
    pub chain: usize,
    /// Whether it is run through from its end.
    pub reversed: bool,
}

/// A use of all chains that follow one another as one line, forwards or backwards.
pub(super) fn uses_of(chains: Range<usize>, reversed: bool) -> Vec<ChainRef> {
    let uses = chains.map(|chain| ChainRef { chain, reversed });
    if reversed { uses.rev().collect() } else { uses.collect() }
}

/// Rings of one or more polygons, or the parts of a line; each a run of chains.
pub type Rings = Vec<Vec<ChainRef>>;

/// What a feature is called.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    /// The name in English, or the only one there is.
    pub name: String,
    /// Names by language.
    pub names: Names,
    /// Name in the feature's own language: text and language code.
    pub own: Option<(String, String)>,
}

impl Label {
    /// The name in a language, else in English.
    pub fn said(&self, lang: &str) -> Said {
        let own =
            || self.own.as_ref().filter(|(_, own)| own == primary(lang)).map(|(name, _)| name);
        let known = self.names.get(lang).or_else(|| self.names.get(primary(lang)));
        match known.or_else(own) {
            Some(name) => Said::plain(name),
            None if primary(lang) == "en" => Said::plain(&self.name),
            None => Said { text: self.name.clone(), lang: Some("en".to_owned()) },
        }
    }
}

/// A side in a dispute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Side {
    /// The country with this id.
    Country(String),
    /// The area that the dispute is about: it governs itself.
    #[default]
    Itself,
}

/// The owner in each world view that names one.
pub type Owners = Vec<(WorldView, Side)>;

/// A country, a region or a lake.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AreaFeature {
    /// ISO 3166-1 alpha-3 for countries, ISO 3166-2 for regions, else of the document's choice.
    pub id: String,
    /// Names.
    pub label: Label,
    /// Where its name goes best, degrees.
    pub label_point: Option<Coord>,
    /// Id of the country that a region belongs to, or that a claim's area is cut out of.
    pub country: Option<String>,
    /// Whose it is in world views that differ from the map's own division.
    pub owners: Owners,
    /// Its outline.
    pub rings: Rings,
}

impl AreaFeature {
    /// Whose it is in a view, if that view names an owner.
    pub fn owner_in(&self, view: WorldView) -> Option<&Side> {
        self.owners.iter().find(|(known, _)| *known == view).map(|(_, side)| side)
    }
}

/// An area that more than one side calls its own. It is made of chains of its country's outline
/// and of chains within the country.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Claim {
    /// The area; its `owners` are those of the views that settle the claim.
    pub area: AreaFeature,
    /// Who runs it, if one side does.
    pub administered_by: Option<Side>,
    /// Who else calls it its own.
    pub claimed_by: Vec<Side>,
}

/// The part of a region that lies in the area of a claim, made of chains of both outlines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClaimedRegion {
    /// Id of the region.
    pub region: String,
    /// Id of the claim.
    pub claim: String,
    /// Its outline.
    pub rings: Rings,
}

/// A river, a disputed border, a pipeline or a railway.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineFeature {
    /// Id.
    pub id: String,
    /// Names.
    pub label: Label,
    /// 0 is the most important.
    pub rank: f64,
    /// Whether the route is known only roughly.
    pub schematic: bool,
    /// Its course.
    pub parts: Rings,
}

/// A city, or the middle of a body of water.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PointFeature {
    /// Id.
    pub id: String,
    /// Names.
    pub label: Label,
    /// Degrees.
    pub position: Coord,
    /// Whether it is a capital.
    pub capital: bool,
    /// Country that it lies in.
    pub country: Option<String>,
    /// 0 is the most important.
    pub rank: f64,
}

/// Whom the map's data is owed to.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Credit {
    /// The line to print.
    pub text: String,
    /// Where to read more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The language of the line, where the map says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// A base map in degrees.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BaseMap {
    /// Runs of points, degrees; polygons and lines refer to them.
    pub chains: Vec<Rc<Chain>>,
    /// Countries.
    pub countries: Vec<AreaFeature>,
    /// Regions of countries.
    pub regions: Vec<AreaFeature>,
    /// Lakes and inland seas.
    pub lakes: Vec<AreaFeature>,
    /// Rivers.
    pub rivers: Vec<LineFeature>,
    /// Areas that more than one side calls its own.
    pub claims: Vec<Claim>,
    /// Parts of regions that lie in areas of claims.
    pub claimed_regions: Vec<ClaimedRegion>,
    /// Borders that are not agreed on, apart from the edges of claims.
    pub disputed: Vec<LineFeature>,
    /// Pipelines, railways, sea routes.
    pub lines: Vec<LineFeature>,
    /// Cities.
    pub cities: Vec<PointFeature>,
    /// Names of waters.
    pub waters: Vec<PointFeature>,
    /// Whom the data is owed to.
    pub credits: Vec<Credit>,
}

impl BaseMap {
    /// A country by its code.
    pub fn country(&self, id: &str) -> Option<&AreaFeature> {
        self.countries.iter().find(|country| country.id == id)
    }

    /// Index of a feature that an area of a brief may be drawn with: a country or a region.
    pub fn area(&self, id: &str) -> Option<&AreaFeature> {
        self.country(id).or_else(|| self.regions.iter().find(|region| region.id == id))
    }

    /// Adds names of countries and of claims' areas, by their ids, in a language. A name that the
    /// map has already stays.
    pub fn add_names(&mut self, lang: &str, names: &Names) {
        let claimed = self.claims.iter_mut().map(|claim| &mut claim.area);
        for area in self.countries.iter_mut().chain(claimed) {
            if let Some(name) = names.get(&area.id) {
                area.label.names.insert_new(lang.to_owned(), name.clone());
            }
        }
    }

    /// A line by its id.
    pub fn line(&self, id: &str) -> Option<&LineFeature> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The points of a run of chains; the point where two chains meet stands once.
    pub fn points(&self, run: &[ChainRef]) -> Vec<Coord> {
        self.points_at(run, |_| FINEST)
    }

    /// The same of those points that are drawn at a level of detail, which may be another one for
    /// each chain.
    pub fn points_at(&self, run: &[ChainRef], level: impl Fn(&Chain) -> Level) -> Vec<Coord> {
        let mut points: Vec<Coord> = Vec::new();
        for part in run {
            let Some(chain) = self.chains.get(part.chain) else { continue };
            let skip = usize::from(!points.is_empty());
            let seen = chain.at(level(chain));
            if part.reversed {
                points.extend(seen.rev().skip(skip));
            } else {
                points.extend(seen.skip(skip));
            }
        }
        points
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        let areas = self.countries.len() + self.regions.len() + self.lakes.len();
        let lines = self.rivers.len() + self.disputed.len() + self.lines.len();
        let points = self.cities.len() + self.waters.len();
        areas + lines + points + self.claims.len() + self.claimed_regions.len()
    }

    /// Adds a run of points as one chain, or as several that follow one another, and says which.
    pub fn add_chain(&mut self, points: Vec<Coord>) -> Range<usize> {
        let first = self.chains.len();
        let steps = points.len().saturating_sub(1);
        let pieces = steps.div_ceil(MOST_POINTS - 1).max(1);
        let step = steps.div_ceil(pieces).max(1);
        if pieces == 1 {
            self.chains.push(Rc::new(Chain::new(&points)));
        } else {
            let pieces = (0..steps).step_by(step).map(|from| from..(from + step).min(steps) + 1);
            let pieces = pieces.filter_map(|piece| points.get(piece));
            self.chains.extend(pieces.map(|piece| Rc::new(Chain::new(piece))));
        }
        first..self.chains.len()
    }

    /// The centre of a feature's largest ring, where nothing better is known.
    pub fn largest_ring_centre(&self, feature: &AreaFeature) -> Option<Coord> {
        let rings = feature.rings.iter().map(|ring| {
            let polygon = Polygon::new(LineString(self.points(ring)), Vec::new());
            (polygon.unsigned_area(), polygon)
        });
        let largest = rings.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
        largest.1.centroid().map(Coord::from)
    }
}
