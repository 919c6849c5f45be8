//! What a map is made of, field by field.

use super::codec::Codec;
use crate::brief::Names;
use crate::geo::base_map::*;
use crate::worldview::WorldView;

/// All but the chains.
pub fn base_map<C: Codec>(c: &mut C, map: &mut BaseMap) {
    for areas in [&mut map.countries, &mut map.regions, &mut map.lakes] {
        c.list(areas, area);
    }
    c.list(&mut map.claims, claim);
    c.list(&mut map.claimed_regions, claimed_region);
    for lines in [&mut map.rivers, &mut map.disputed, &mut map.lines] {
        c.list(lines, line);
    }
    for points in [&mut map.cities, &mut map.waters] {
        c.list(points, point);
    }
    c.list(&mut map.credits, |c, credit| {
        c.text(&mut credit.text);
        c.maybe(&mut credit.url, C::text);
        c.maybe(&mut credit.lang, C::text);
    });
}

fn area<C: Codec>(c: &mut C, area: &mut AreaFeature) {
    c.text(&mut area.id);
    label(c, &mut area.label);
    c.maybe(&mut area.label_point, C::position);
    c.maybe(&mut area.country, C::text);
    c.list(&mut area.owners, |c, (view, owner)| {
        let views = WorldView::WORDS.iter().map(|(_, view)| *view);
        let at = views.clone().position(|known| known == *view).unwrap_or(0);
        let mut at = u32::try_from(at).unwrap_or(0);
        c.number(&mut at);
        *view = views.clone().nth(at as usize).unwrap_or_default();
        side(c, owner);
    });
    rings(c, &mut area.rings);
}

fn claim<C: Codec>(c: &mut C, claim: &mut Claim) {
    area(c, &mut claim.area);
    c.maybe(&mut claim.administered_by, side);
    c.list(&mut claim.claimed_by, side);
}

fn claimed_region<C: Codec>(c: &mut C, part: &mut ClaimedRegion) {
    c.text(&mut part.region);
    c.text(&mut part.claim);
    rings(c, &mut part.rings);
}

fn line<C: Codec>(c: &mut C, line: &mut LineFeature) {
    c.text(&mut line.id);
    label(c, &mut line.label);
    c.real(&mut line.rank);
    c.flag(&mut line.schematic);
    rings(c, &mut line.parts);
}

fn point<C: Codec>(c: &mut C, point: &mut PointFeature) {
    c.text(&mut point.id);
    label(c, &mut point.label);
    c.position(&mut point.position);
    c.flag(&mut point.capital);
    c.maybe(&mut point.country, C::text);
    c.real(&mut point.rank);
}

fn label<C: Codec>(c: &mut C, label: &mut Label) {
    c.text(&mut label.name);
    let mut names: Vec<(String, String)> = std::mem::take(&mut label.names).into();
    c.list(&mut names, pair);
    label.names = Names::from(names);
    c.maybe(&mut label.own, pair);
}

fn pair<C: Codec>(c: &mut C, (a, b): &mut (String, String)) {
    c.text(a);
    c.text(b);
}

/// No country has an empty id: it stands for the area itself.
fn side<C: Codec>(c: &mut C, side: &mut Side) {
    let mut id = match side {
        Side::Country(id) => std::mem::take(id),
        Side::Itself => String::new(),
    };
    c.text(&mut id);
    *side = if id.is_empty() { Side::Itself } else { Side::Country(id) };
}

fn rings<C: Codec>(c: &mut C, rings: &mut Rings) {
    c.list(rings, |c, run| {
        c.list(run, |c, part| {
            c.chain(&mut part.chain);
            c.flag(&mut part.reversed);
        });
    });
}
