//! Names of countries, areas, waters and cities, in order of weight.

use super::{Caption, Composer};
use crate::brief::{PlaceKind, Role};
use crate::hit::path_contains;
use crate::layout::labels::around;
use crate::layout::symbols;
use crate::model::End;
use crate::project::MapPath;
use crate::scene::{Font, Item, Segment, Stroke, Target};
use crate::view::{Bounds, ScreenPoint};
use geo::Coord;

pub(super) fn draw(c: &mut Composer) {
    capitals(c);
    areas(c);
    countries(c);
    waters(c);
    cities(c);
}

fn screen(c: &Composer, position: Coord) -> Option<ScreenPoint> {
    let camera = &c.view.camera;
    let at = camera.to_screen(c.atlas.map.projection.forward(position));
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
    frame.contains(at.x, at.y).then_some(at)
}

/// Offsets about a point, for names that may lie anywhere in their land.
fn nearby(at: ScreenPoint) -> Vec<ScreenPoint> {
    let rings = [0.0, 14.0, 28.0, 46.0, 70.0, 100.0];
    rings
        .into_iter()
        .flat_map(|r: f64| {
            [(0.0, -r), (0.0, r), (-1.6 * r, 0.0), (1.6 * r, 0.0), (-1.6 * r, r), (1.6 * r, -r)]
        })
        .map(|(dx, dy)| at.offset(dx, dy))
        .collect()
}

fn countries(c: &mut Composer) {
    let theme = &c.atlas.theme;
    let named: Vec<&str> = c
        .atlas
        .model
        .flows
        .iter()
        .filter(|flow| c.on(flow.layer))
        .flat_map(|flow| [flow.from, flow.to])
        .filter(|end| matches!(end, End::Actor(_)))
        .map(|end| c.atlas.model.end_id(end))
        .collect();
    let mut order: Vec<(u8, usize)> = Vec::new();
    for (index, country) in c.atlas.base.countries.iter().enumerate() {
        let role = c.atlas.model.actors.iter().find(|actor| actor.id == country.id).map(|a| a.role);
        let rank = match role {
            Some(Role::Focus) => 0,
            Some(Role::Region) => 1,
            Some(Role::Partner) => 2,
            _ => 3,
        };
        // An end of flows has its name at its node already.
        let has_node = named.contains(&country.id.as_str());
        let at_node = c.texts.iter().any(|item| match item {
            Item::Text { target, .. } => *target == Some(Target::Country(index)),
            _ => false,
        });
        if !(has_node && at_node) {
            order.push((rank, index));
        }
    }
    order.sort_unstable();
    for (rank, index) in order {
        let (Some(country), Some((_, path))) =
            (c.atlas.base.countries.get(index), c.atlas.map.countries.get(index))
        else {
            continue;
        };
        let position = country.label_point.or_else(|| c.atlas.base.largest_ring_centre(country));
        let Some(at) = position.and_then(|position| screen(c, position)) else { continue };
        let name = actor_name(c, &country.id).unwrap_or_else(|| country.label.name.clone());
        let name = name.to_uppercase();
        let (size_px, color) = match rank {
            0 => (15.0, theme.text),
            1 => (12.0, theme.text),
            _ => (11.0, theme.secondary_text),
        };
        let font = Font::plain(size_px).spaced(1.2);
        // A name much wider than its land would be taken for the neighbour's.
        const OVERHANG: f64 = 1.3;
        let size = c.size(&name, font);
        if size.0 > path.bounds.width() * c.view.camera.px_per_km * OVERHANG {
            continue;
        }
        let target = Some(Target::Country(index));
        let at = c.within_country(index, nearby(at));
        c.caption(&Caption { text: &name, font, color, target }, at);
    }
}

impl Composer<'_> {
    /// The candidates that lie in a country: a name elsewhere would be taken for another's.
    pub(super) fn within_country(
        &self,
        country: usize,
        candidates: Vec<ScreenPoint>,
    ) -> Vec<ScreenPoint> {
        let path = self.atlas.map.countries.get(country).map(|(_, path)| path);
        path.map(|path| self.within(path, candidates)).unwrap_or_default()
    }

    fn within(&self, path: &MapPath, candidates: Vec<ScreenPoint>) -> Vec<ScreenPoint> {
        let camera = &self.view.camera;
        candidates.into_iter().filter(|at| path_contains(path, camera.to_map(*at))).collect()
    }
}

fn actor_name(c: &Composer, id: &str) -> Option<String> {
    c.atlas.model.actors.iter().find(|actor| actor.id == id).map(|actor| actor.name.clone())
}

fn areas(c: &mut Composer) {
    let color = c.atlas.theme.secondary_text;
    for (index, area) in c.atlas.model.areas.iter().enumerate() {
        // A group of countries has no one place for its name.
        let [feature] = area.features.as_slice() else { continue };
        // A country has its own name already.
        let is_country = c.atlas.base.country(feature).is_some();
        let Some(feature) = c.atlas.base.area(feature).filter(|_| c.on(area.layer) && !is_country)
        else {
            continue;
        };
        let position = feature.label_point.or_else(|| c.atlas.base.largest_ring_centre(feature));
        let Some(at) = position.and_then(|position| screen(c, position)) else { continue };
        let name = c.atlas.model.name(&area.name);
        let font = Font::plain(12.0).spaced(1.0);
        let target = Some(Target::Area(index));
        let region = c.atlas.map.regions.get(&feature.id);
        let at = region.map(|path| c.within(path, nearby(at))).unwrap_or_default();
        c.caption(&Caption { text: &name, font, color, target }, at);
    }
}

fn waters(c: &mut Composer) {
    let color = c.atlas.theme.water_text;
    let mut order: Vec<usize> = (0..c.atlas.base.waters.len()).collect();
    let rank = |index: &usize| c.atlas.base.waters.get(*index).map_or(0.0, |water| water.rank);
    order.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    for index in order {
        let Some(water) = c.atlas.base.waters.get(index) else { continue };
        let Some(at) = screen(c, water.position) else { continue };
        let font = Font::plain(11.0).italic();
        let caption = Caption { text: &water.label.name, font, color, target: None };
        // Further off, the name would be taken for another water's.
        const STRAY_PX: f64 = 11.0;
        let candidates = [0.0, -STRAY_PX, STRAY_PX].map(|dy| (at.offset(0.0, dy), 0.0));
        // A water is never worth a flow.
        c.turned_caption(&caption, &candidates, false);
    }
}

fn capitals(c: &mut Composer) {
    towns(c, true);
}

fn cities(c: &mut Composer) {
    const CITIES_FROM_PX_PER_KM: f64 = 0.5;
    if c.view.camera.px_per_km > CITIES_FROM_PX_PER_KM {
        towns(c, false);
    }
}

fn towns(c: &mut Composer, capitals: bool) {
    let theme = &c.atlas.theme;
    for city in c.atlas.base.cities.iter().filter(|city| city.capital == capitals) {
        // A place of the brief that stands there has its own name.
        let model = &c.atlas.model;
        let taken = model.places.iter().any(|place| {
            c.on(place.layer)
                && matches!(place.kind, PlaceKind::City | PlaceKind::Capital)
                && (place.position.x - city.position.x).abs() < 0.15
                && (place.position.y - city.position.y).abs() < 0.15
        });
        const ALL_CAPITALS_FROM_PX_PER_KM: f64 = 0.4;
        let takes_part = model.actors.iter().any(|actor| Some(&actor.id) == city.country.as_ref());
        let shown = !taken && (takes_part || c.view.camera.px_per_km > ALL_CAPITALS_FROM_PX_PER_KM);
        let Some(at) = screen(c, city.position).filter(|_| shown) else { continue };
        let font = Font::plain(11.0);
        let size = c.size(&city.label.name, font);
        let color = if capitals { theme.text } else { theme.secondary_text };
        let caption = Caption { text: &city.label.name, font, color, target: None };
        if !c.caption(&caption, around(at, 7.0, size)) {
            continue;
        }
        let outline: Vec<Segment> =
            if capitals { symbols::square(at, 2.5) } else { symbols::disc(at, 2.0) };
        c.items.push(Item::Shape {
            target: None,
            outline,
            fill: Some(color),
            stroke: Some(Stroke::solid(theme.halo, 1.0)),
        });
    }
}
