//! Names of countries, areas, waters and towns of the base map.

use super::Composer;
use super::captions::Pending;
use super::ground::MINOR_RIVERS_FROM;
use super::sites::Site;
use crate::brief::{PlaceKind, Role};
use crate::layout::labels::{
    Candidate, Land, Place, Rank, around, capitals, clusters, far_around, legible, may_be_spaced,
    may_hold,
};
use crate::layout::symbols::symbol;
use crate::scene::{Font, Target};
use crate::sorted::{sort, sort_by};
use crate::speech::{Said, holds};
use crate::view::{Bounds, ScreenPoint};
use geo::Coord;

/// Lists the names of the base map. `ends` are the countries at the ends of flows and where their
/// nodes are, if not at the map's edge.
pub(super) fn list(c: &mut Composer, ends: &[(usize, Option<ScreenPoint>)], sites: &[Site]) {
    areas(c);
    countries(c, ends);
    waters(c);
    rivers(c);
    towns(c, sites);
}

fn screen(c: &Composer, position: Coord) -> Option<ScreenPoint> {
    let camera = &c.view.camera;
    let at = camera.to_screen(c.atlas.map.projection.forward(position));
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
    frame.contains(at.x, at.y).then_some(at)
}

fn countries(c: &mut Composer, ends: &[(usize, Option<ScreenPoint>)]) {
    let visible = c.view.camera.visible();
    let mut order: Vec<(u8, usize)> = Vec::new();
    for (index, (id, path)) in c.map.countries.iter().enumerate() {
        let role = c.atlas.model.actors.iter().find(|actor| actor.id == *id).map(|a| a.role);
        let weight = match role {
            Some(Role::Focus) => 0,
            Some(Role::Region) => 1,
            Some(Role::Partner) => 2,
            Some(_) => 3,
            None => 4,
        };
        if path.may_overlap(&visible) {
            order.push((weight, index));
        }
    }
    sort(&mut order);
    for (weight, index) in order {
        let end = ends.iter().find(|(country, _)| *country == index).map(|(_, node)| *node);
        // A sign at the edge names its country.
        if end != Some(None) {
            name_country(c, index, weight, end.flatten());
        }
    }
}

/// Lists a country's name: within its land, near the node of its flows if it has one, its letters
/// apart as far as the land is wide; for a small country that matters, beside it with a line.
fn name_country(c: &mut Composer, index: usize, weight: u8, node: Option<ScreenPoint>) {
    const FROM_NODE_PX: f64 = 26.0;
    // What a name is about wide as it is high, for the shape of the land that holds it.
    const PROPORTION: f64 = 3.0;
    const SMALL_LAND: f64 = 2.0;
    const DOT_PX: f64 = 1.5;
    let theme = &c.atlas.theme;
    let (Some(country), Some((id, path))) =
        (c.atlas.base.countries.get(index), c.map.countries.get(index))
    else {
        return;
    };
    let (size_px, color) = match weight {
        0 => (16.0, theme.text),
        1 | 2 => (12.5, theme.text),
        _ => (12.0, theme.secondary_text),
    };
    let rank = match (weight, node) {
        (0, _) => Rank::Focus,
        (_, Some(_)) => Rank::Partner,
        (1..=3, _) => Rank::BriefCountry,
        _ => Rank::OtherCountry,
    };
    let is_narrow = |land_px: f64| weight > 1 && land_px < 2.0 * size_px;
    let widest_px = path.widest_in(&c.view.camera.visible()) * c.view.camera.px_per_km;
    if is_narrow(widest_px) {
        return;
    }
    let name = actor_name(c, id).unwrap_or_else(|| c.atlas.model.label(&country.label));
    let name = capitals(&name, name.lang.as_ref().unwrap_or(&c.atlas.model.speech.lang));
    let font = Font::plain(size_px);
    let font = if node.is_some() || weight == 0 { font.strong() } else { font };
    // Where not even the closest letters fit, the best place need not be looked for.
    let closest = if may_be_spaced(&name) { font.spaced(LEAST_SPACING * size_px) } else { font };
    let least_px = if weight < 3 { 0.0 } else { c.size(&legible(&name), closest).0 };
    if !may_hold(widest_px, least_px) {
        return;
    }
    let Some(land) = Land::in_sight(path, &c.view.camera, &c.placer.frame()) else { return };
    let land_px = land.bounds().width();
    if is_narrow(land_px) || !may_hold(land_px, least_px) {
        return;
    }
    let rows = land.rows(c.size(&name, font).1);
    if weight >= 3 && !rows.may_hold(least_px) {
        return;
    }
    let Some(middle) = land.middle(PROPORTION) else { return };
    let ideal = node.map_or(middle, |node| node.offset(0.0, FROM_NODE_PX));
    let mut label = Pending::new(rank, color, Some(Target::Country(index)));
    if weight < 3 {
        label = label.across(rank);
    }
    let width_px = land.width_at(middle, size_px).min(land_px);
    let spacings = spacings(c, &name, font, width_px);
    for spacing_px in &spacings {
        label.say(c, &name, font.spaced(*spacing_px), &|size| {
            let mut candidates = rows.candidates(ideal, size.0);
            candidates.retain(|candidate| !is_on_disputed(c, candidate, size.0));
            candidates
        });
    }
    let font = font.spaced(spacings.last().copied().unwrap_or_default());
    label.say(c, &name, font, &|size| {
        let is_small = land.bounds().width() < SMALL_LAND * size.0;
        if weight < 3 && is_small { far_around(middle, DOT_PX, size) } else { Vec::new() }
    });
    c.list(label);
}

/// Whether a level text would stand on an area that is disputed: a country's name there would say
/// whose it is.
fn is_on_disputed(c: &Composer, candidate: &Candidate, width_px: f64) -> bool {
    let Place::Straight { at, .. } = candidate.place else { return false };
    [-0.5, 0.0, 0.5].into_iter().any(|share| {
        let at = c.view.camera.to_map(at.offset(share * width_px, 0.0));
        c.map.claims.iter().any(|(standing, area)| standing.disputed && area.contains(at))
    })
}

/// How far letters that may be apart are so at least, of their size.
const LEAST_SPACING: f64 = 0.08;

/// How far the letters of a name may be apart in land of a width, best first, px.
fn spacings(c: &Composer, name: &str, font: Font, land_px: f64) -> Vec<f64> {
    const SHARE_OF_LAND: f64 = 0.5;
    const MOST: f64 = 0.8;
    if !may_be_spaced(name) {
        return vec![0.0];
    }
    #[allow(clippy::cast_precision_loss, reason = "a name has few letters")]
    let letters = clusters(name).len().max(1) as f64;
    let close_px = c.measure.width_px(name, font);
    let (least_px, most_px) = (LEAST_SPACING * font.size_px, MOST * font.size_px);
    let wide_px = ((land_px * SHARE_OF_LAND - close_px) / letters).max(least_px).min(most_px);
    let mut spacings = vec![wide_px];
    const WORTH_A_TRY_PX: f64 = 1.5;
    if wide_px - least_px > 2.0 * WORTH_A_TRY_PX {
        spacings.push(f64::midpoint(wide_px, least_px));
    }
    if wide_px - least_px > WORTH_A_TRY_PX {
        spacings.push(least_px);
    }
    spacings
}

fn actor_name(c: &Composer, id: &str) -> Option<Said> {
    c.atlas.model.actors.iter().find(|actor| actor.id == id).map(|actor| actor.name.clone())
}

fn areas(c: &mut Composer) {
    const PROPORTION: f64 = 4.0;
    let color = c.atlas.theme.secondary_text;
    for (index, area) in c.atlas.model.areas.iter().enumerate() {
        // A group of countries has no one place for its name, and a country has its own name.
        let [feature] = area.features.as_slice() else { continue };
        let Some(path) = c.map.region(feature).filter(|_| c.on(area.layer)) else {
            continue;
        };
        let Some(land) = Land::in_sight(path, &c.view.camera, &c.placer.frame()) else { continue };
        let Some(middle) = land.middle(PROPORTION) else { continue };
        let name = c.atlas.model.name(&area.name);
        let spacing_px = if may_be_spaced(&name) { 1.0 } else { 0.0 };
        let mut label = Pending::new(Rank::Area, color, Some(Target::Area(index)));
        let font = Font::plain(12.0).spaced(spacing_px);
        label.say(c, &name, font, &|size| land.rows(size.1).candidates(middle, size.0));
        c.list(label);
    }
}

fn waters(c: &mut Composer) {
    const SEA_RANK: f64 = 1.0;
    let color = c.atlas.theme.water_text;
    let mut order: Vec<usize> = (0..c.atlas.base.waters.len()).collect();
    let rank = |index: &usize| c.atlas.base.waters.get(*index).map_or(0.0, |water| water.rank);
    sort_by(&mut order, |a, b| rank(a).total_cmp(&rank(b)));
    for index in order {
        let Some(water) = c.atlas.base.waters.get(index) else { continue };
        let name = &c.atlas.model.label(&water.label);
        let rank = if water.rank <= SEA_RANK { Rank::Sea } else { Rank::Lake };
        let mut label = Pending::new(rank, color, None);
        let font = Font::plain(12.0).italic();
        match lake(c, water.position) {
            Some(lake) => name_lake(c, &mut label, name, font, &lake),
            // The open sea has no outline of its own: near its middle, or not at all.
            None => {
                let Some(at) = screen(c, water.position) else { continue };
                label.say(c, name, font, &|_| about_the_middle(at));
            }
        }
        c.list(label);
    }
}

/// The outline of the lake about a position, as far as it is in sight.
fn lake(c: &Composer, position: Coord) -> Option<Land> {
    let at = c.atlas.map.projection.forward(position);
    let run = c.map.lakes.runs.iter().find(|run| crate::hit::run_contains(run, at))?;
    Land::of_run(run, &c.view.camera, &c.placer.frame())
}

/// In the lake where it is large enough, else beside it.
fn name_lake(c: &Composer, label: &mut Pending, name: &str, font: Font, lake: &Land) {
    const PROPORTION: f64 = 3.0;
    const LEAST_PX: f64 = 12.0;
    const MOST_TIMES_LAKE: f64 = 5.0;
    let bounds = lake.bounds();
    let longer_px = bounds.width().max(bounds.height());
    if longer_px < LEAST_PX {
        return;
    }
    if let Some(middle) = lake.middle(PROPORTION) {
        label.say(c, name, font, &|size| lake.rows(size.1).candidates(middle, size.0));
    }
    if label.has_wordings() {
        return;
    }
    label.say(c, name, font, &|size| {
        // A name much longer than its lake seems to be something else's.
        let fits = size.0 < MOST_TIMES_LAKE * longer_px;
        if fits { lake.beside(size) } else { Vec::new() }
    });
}

fn about_the_middle(at: ScreenPoint) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (dy, cost) in [(0.0, 0.0), (-12.0, 0.5), (12.0, 0.5), (-24.0, 1.0), (24.0, 1.0)] {
        for (dx, more) in [(0.0, 0.0), (-24.0, 0.5), (24.0, 0.5)] {
            candidates.push(Candidate::level(at.offset(dx, dy), cost + more));
        }
    }
    candidates
}

/// Along the rivers that are drawn.
fn rivers(c: &mut Composer) {
    const MAIN_RANK: f64 = 3.0;
    const GAP_PX: f64 = 3.0;
    let camera = c.view.camera;
    let visible = camera.visible();
    let color = c.atlas.theme.water_text;
    let mut order: Vec<usize> = (0..c.atlas.base.rivers.len()).collect();
    let rank = |index: &usize| c.atlas.base.rivers.get(*index).map_or(0.0, |river| river.rank);
    sort_by(&mut order, |a, b| rank(a).total_cmp(&rank(b)));
    for index in order {
        let (Some(river), Some(path)) = (c.atlas.base.rivers.get(index), c.map.courses.get(index))
        else {
            continue;
        };
        let is_drawn = river.rank <= MAIN_RANK || camera.px_per_km > MINOR_RIVERS_FROM;
        if !is_drawn || !path.may_overlap(&visible) {
            continue;
        }
        let runs: Vec<Vec<ScreenPoint>> = path
            .runs
            .iter()
            .map(|run| run.iter().map(|p| camera.to_screen(*p)).collect())
            .collect();
        let name = &c.atlas.model.label(&river.label);
        let spacing_px = if may_be_spaced(name) { 0.6 } else { 0.0 };
        let font = Font::plain(12.0).italic().spaced(spacing_px);
        let mut label = Pending::new(Rank::River, color, None);
        label.say_along(c, name, font, &runs, GAP_PX);
        c.list(label);
    }
}

/// Capitals of countries that take part, and from near other towns.
fn towns(c: &mut Composer, sites: &[Site]) {
    const ALL_CAPITALS_FROM_PX_PER_KM: f64 = 0.4;
    const CITIES_FROM_PX_PER_KM: f64 = 0.5;
    const GAP_PX: f64 = 3.0;
    const SAME_PX: f64 = 6.0;
    const TOWN_DEG: f64 = 0.15;
    const PORT_DEG: f64 = 1.0;
    let px_per_km = c.view.camera.px_per_km;
    let theme = &c.atlas.theme;
    for city in &c.atlas.base.cities {
        let model = &c.atlas.model;
        let takes_part = model.actors.iter().any(|actor| Some(&actor.id) == city.country.as_ref());
        let is_shown = match city.capital {
            true => takes_part || px_per_km > ALL_CAPITALS_FROM_PX_PER_KM,
            false => px_per_km > CITIES_FROM_PX_PER_KM,
        };
        let Some(at) = screen(c, city.position).filter(|_| is_shown) else { continue };
        // A place of the brief that stands there has its own name, and a port its town's.
        let drawn = model.places.iter().enumerate().filter(|(index, _)| c.is_open(*index));
        let is_named = drawn.filter(|(_, place)| c.on(place.layer)).any(|(_, place)| {
            let off_deg = (place.position.x - city.position.x)
                .abs()
                .max((place.position.y - city.position.y).abs());
            match place.kind {
                PlaceKind::City | PlaceKind::Capital => off_deg < TOWN_DEG,
                PlaceKind::Port => {
                    off_deg < PORT_DEG && holds(&model.name(&place.name), &model.label(&city.label))
                }
                _ => false,
            }
        });
        if is_named {
            continue;
        }
        let (kind, rank) = if city.capital {
            (PlaceKind::Capital, Rank::Capital)
        } else {
            (PlaceKind::City, Rank::Town)
        };
        let color = if city.capital { theme.text } else { theme.secondary_text };
        let mut label = Pending::new(rank, color, None);
        // Where a site has its symbol already, one is enough.
        let site = sites.iter().find(|site| site.at.distance(at) < SAME_PX);
        let mut reach_px = site.map_or(0.0, |site| site.reach_px);
        if site.is_none() {
            reach_px = symbol(kind, at).reach_px;
            let part = Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(reach_px);
            label = label.with_symbol(part, c.symbol_items(kind, at, None, color, false));
        }
        label.say(c, &c.atlas.model.label(&city.label), Font::plain(12.0), &|size| {
            around(at, reach_px + GAP_PX, size)
        });
        c.list(label);
    }
}
