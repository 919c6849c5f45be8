//! How a world view divides the land: shapes of countries, agreed borders, disputed ones.
//!
//! The base map is cut as the United Nations have it, and each area of a claim is a part of one
//! country there. A view gives such an area to a country, leaves it to itself, or does not say whose
//! it is; then it stays **disputed**.
//!
//! | the map's data on an area and a view | owner | drawn |
//! | --- | --- | --- |
//! | `owners` names a country | that country | as any land |
//! | `owners` says `self` | itself | as land of its own, agreed borders |
//! | nothing, view `de-facto` | who administers it, else the base map's country | hatched |
//! | nothing, any other view | the base map's country | hatched |
//!
//! A chain between two faces is a border where their owners differ. It is disputed, and dashed, where
//! one country may own both sides: one of its claims would do away with it. Thus the border of a
//! disputed area with a third country is agreed. Within one owner's land the edge of a disputed area
//! is dashed; other chains there are not drawn.

use crate::geo::{AreaFeature, BaseMap, ChainRef, Claim, Rings, Side};
use crate::worldview::WorldView;
use ::geo::Coord;

/// Who owns a face of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Index into the base map's countries.
    Country(usize),
    /// The area of this claim itself; index into the base map's claims.
    Itself(usize),
}

/// What becomes of the area of a claim in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// With whom it is drawn.
    pub owner: Owner,
    /// Whether the view leaves open whose it is.
    pub disputed: bool,
}

impl Standing {
    /// Whether the map shows the area as one of its own, apart from the land around it.
    pub fn is_shown(&self) -> bool {
        self.disputed || matches!(self.owner, Owner::Itself(_))
    }
}

/// What a chain of the map is in a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainUse {
    /// No edge of land: a river, or a line within one country.
    None,
    /// A shore, or where the map was cut.
    Coast,
    /// An agreed border.
    Border,
    /// A border or the edge of a claim that is not agreed on.
    Disputed,
}

/// The land as a world view divides it.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// Outlines of the base map's countries; empty for one that the view counts with another.
    pub countries: Vec<Rings>,
    /// What becomes of the base map's claims.
    pub claims: Vec<Standing>,
    /// What each chain of the base map is.
    pub chains: Vec<ChainUse>,
}

/// Divides the land of a base map.
pub fn divide(map: &BaseMap, view: WorldView) -> Division {
    let sides = Sides::new(map, view);
    let claims: Vec<Standing> = (0..map.claims.len()).map(|claim| sides.standing(claim)).collect();
    Division {
        countries: countries(map, &sides, &claims),
        chains: chain_uses(map, &sides, &claims),
        claims,
    }
}

impl Division {
    /// The outline of a region, without what the view counts with another country than the region's.
    pub fn region(&self, map: &BaseMap, region: &AreaFeature) -> Rings {
        let country = region.country.as_deref().and_then(|code| index_of(map, code));
        let lost = map.claimed_regions.iter().filter(|part| {
            let claim = map.claims.iter().position(|claim| claim.area.id == part.claim);
            let owner = claim.and_then(|claim| self.claims.get(claim)).map(|claim| claim.owner);
            part.region == region.id && owner != country.map(Owner::Country)
        });
        let lost: Vec<&ChainRef> = lost.flat_map(|part| part.rings.iter().flatten()).collect();
        if lost.is_empty() {
            return region.rings.clone();
        }
        joined(map, region.rings.iter().flatten().chain(lost))
    }
}

fn index_of(map: &BaseMap, country: &str) -> Option<usize> {
    map.countries.iter().position(|known| known.id == country)
}

/// Looks up sides by their codes.
struct Sides<'a> {
    map: &'a BaseMap,
    view: WorldView,
    /// The country that each country is counted with, most often itself.
    counted_with: Vec<usize>,
}

impl<'a> Sides<'a> {
    fn new(map: &'a BaseMap, view: WorldView) -> Self {
        let counted_with = |(own, country): (usize, &AreaFeature)| match country.owner_in(view) {
            Some(Side::Country(code)) => index_of(map, code).unwrap_or(own),
            _ => own,
        };
        let counted_with = map.countries.iter().enumerate().map(counted_with).collect();
        Self { map, view, counted_with }
    }

    fn counted(&self, country: usize) -> Owner {
        Owner::Country(self.counted_with.get(country).copied().unwrap_or(country))
    }

    /// Index of the country that a claim's area is cut out of.
    fn around(&self, claim: &Claim) -> Option<usize> {
        index_of(self.map, claim.area.country.as_deref()?)
    }

    /// A side of a claim as an owner. A country that is not on the map cannot be joined to: the area
    /// stands for itself then.
    fn owner(&self, side: &Side, claim: usize) -> Owner {
        match side {
            Side::Country(code) => match index_of(self.map, code) {
                Some(country) => self.counted(country),
                None => Owner::Itself(claim),
            },
            Side::Itself => Owner::Itself(claim),
        }
    }

    fn standing(&self, index: usize) -> Standing {
        let itself = Owner::Itself(index);
        let Some(claim) = self.map.claims.get(index) else {
            return Standing { owner: itself, disputed: false };
        };
        if let Some(side) = claim.area.owner_in(self.view) {
            return Standing { owner: self.owner(side, index), disputed: false };
        }
        let administrator = claim.administered_by.as_ref();
        let owner = match administrator.filter(|_| self.view == WorldView::DeFacto) {
            Some(side) => self.owner(side, index),
            None => self.around(claim).map_or(itself, |country| self.counted(country)),
        };
        Standing { owner, disputed: true }
    }

    /// All that may own a face.
    fn possible(&self, face: Face, claims: &[Standing]) -> Vec<Owner> {
        let (owner, disputed) = self.owner_of(face, claims);
        let mut possible = vec![owner, self.counted(face.country)];
        if !disputed {
            possible.truncate(1);
        } else if let Some((index, claim)) =
            face.claim.and_then(|index| Some((index, self.map.claims.get(index)?)))
        {
            let sides = claim.administered_by.iter().chain(&claim.claimed_by);
            possible.extend(sides.map(|side| self.owner(side, index)));
        }
        possible
    }

    fn owner_of(&self, face: Face, claims: &[Standing]) -> (Owner, bool) {
        match face.claim.and_then(|claim| claims.get(claim)) {
            Some(standing) => (standing.owner, standing.disputed),
            None => (self.counted(face.country), false),
        }
    }
}

/// A part of the land that lies on one side of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Face {
    country: usize,
    claim: Option<usize>,
}

fn chain_uses(map: &BaseMap, sides: &Sides, claims: &[Standing]) -> Vec<ChainUse> {
    let mut unsettled = vec![false; map.chains.len()];
    for part in map.disputed.iter().flat_map(|line| line.parts.iter().flatten()) {
        if let Some(flag) = unsettled.get_mut(part.chain) {
            *flag = true;
        }
    }
    faces(map, sides)
        .iter()
        .zip(unsettled)
        .map(|(faces, unsettled)| match faces.as_slice() {
            [] if unsettled => ChainUse::Disputed,
            [] => ChainUse::None,
            [_] => ChainUse::Coast,
            [one, other, ..] => {
                let (owner, disputed) = sides.owner_of(*one, claims);
                let (other_owner, other_disputed) = sides.owner_of(*other, claims);
                if owner == other_owner {
                    let edge = disputed || other_disputed;
                    return if edge { ChainUse::Disputed } else { ChainUse::None };
                }
                let possible = sides.possible(*one, claims);
                let others = sides.possible(*other, claims);
                let is_claimed = possible.iter().any(|owner| others.contains(owner));
                if unsettled || is_claimed { ChainUse::Disputed } else { ChainUse::Border }
            }
        })
        .collect()
}

/// The faces along each chain, as the base map is cut.
fn faces(map: &BaseMap, sides: &Sides) -> Vec<Vec<Face>> {
    let mut faces: Vec<Vec<Face>> = vec![Vec::new(); map.chains.len()];
    for (country, feature) in map.countries.iter().enumerate() {
        for part in feature.rings.iter().flatten() {
            let face = Face { country, claim: None };
            if let Some(faces) = faces.get_mut(part.chain)
                && !faces.contains(&face)
            {
                faces.push(face);
            }
        }
    }
    let is_edge: Vec<bool> = faces.iter().map(|faces| !faces.is_empty()).collect();
    for (index, claim) in map.claims.iter().enumerate() {
        let Some(country) = sides.around(claim) else { continue };
        let own = Face { country, claim: Some(index) };
        let rest = Face { country, claim: None };
        for part in claim.area.rings.iter().flatten() {
            let Some(faces) = faces.get_mut(part.chain) else { continue };
            if is_edge.get(part.chain) == Some(&false) {
                faces.push(own);
            } else if let Some(face) = faces.iter_mut().find(|face| **face == rest) {
                *face = own;
            }
        }
    }
    // Across the edge of a claim within a country lies another claim, or the rest of the country.
    for (faces, is_edge) in faces.iter_mut().zip(is_edge) {
        if let [Face { country, .. }] = *faces.as_slice()
            && !is_edge
        {
            faces.push(Face { country, claim: None });
        }
    }
    faces
}

fn countries(map: &BaseMap, sides: &Sides, claims: &[Standing]) -> Vec<Rings> {
    // Chains that a country gains or loses. Taken twice, a chain is where two parts were joined.
    let mut changes: Vec<Vec<ChainRef>> = vec![Vec::new(); map.countries.len()];
    let mut change = |owner: Owner, rings: &Rings| {
        if let Owner::Country(country) = owner
            && let Some(changes) = changes.get_mut(country)
        {
            changes.extend(rings.iter().flatten());
        }
    };
    for (country, feature) in map.countries.iter().enumerate() {
        let owner = sides.counted(country);
        if owner != Owner::Country(country) {
            change(owner, &feature.rings);
            change(Owner::Country(country), &feature.rings);
        }
    }
    for (claim, standing) in map.claims.iter().zip(claims) {
        let Some(around) = sides.around(claim) else { continue };
        let base = sides.counted(around);
        if standing.owner != base {
            change(base, &claim.area.rings);
            change(standing.owner, &claim.area.rings);
        }
    }
    let countries = map.countries.iter().zip(&changes);
    countries
        .map(|(country, changes)| match changes.as_slice() {
            [] => country.rings.clone(),
            parts => joined(map, country.rings.iter().flatten().chain(parts)),
        })
        .collect()
}

/// The outline that is left of several outlines when chains that stand in two of them are taken out.
fn joined<'a>(map: &BaseMap, parts: impl Iterator<Item = &'a ChainRef>) -> Rings {
    let mut is_left = vec![false; map.chains.len()];
    for part in parts {
        if let Some(is_left) = is_left.get_mut(part.chain) {
            *is_left = !*is_left;
        }
    }
    let mut left: Vec<(usize, Coord, Coord)> = Vec::new();
    for (index, (chain, _)) in map.chains.iter().zip(is_left).enumerate().filter(|(_, c)| c.1) {
        left.extend(chain.ends().map(|(start, end)| (index, start, end)));
    }
    let mut rings = Rings::new();
    while let Some((chain, start, mut end)) = left.pop() {
        let mut ring = vec![ChainRef { chain, reversed: false }];
        while end != start {
            let next = left.iter().position(|(_, from, to)| *from == end || *to == end);
            let Some(next) = next else { break };
            let (chain, from, to) = left.swap_remove(next);
            let reversed = from != end;
            ring.push(ChainRef { chain, reversed });
            end = if reversed { from } else { to };
        }
        rings.push(ring);
    }
    rings
}
