//! Land, water and borders.

use super::Composer;
use crate::brief::Role;
use crate::project::MapPath;
use crate::scene::{Dash, Item, Stroke, Target};
use crate::style::Color;
use std::rc::Rc;

pub(super) fn draw(c: &mut Composer) {
    let theme = &c.atlas.theme;
    let map = &c.atlas.map;
    let visible = c.view.camera.visible();
    let mut lit = Vec::new();
    for (index, (id, path)) in map.countries.iter().enumerate() {
        if !path.bounds.overlaps(&visible) {
            continue;
        }
        let target = Target::Country(index);
        let role = c.atlas.model.actors.iter().find(|actor| actor.id == *id).map(|a| a.role);
        let fill = match role {
            Some(Role::Focus) => theme.focus,
            Some(Role::Region) => theme.region,
            _ => theme.land,
        };
        c.items.push(item(Some(target), path, Some(fill), None));
        if role == Some(Role::Focus) {
            lit.push((path, Stroke::solid(theme.focus_edge, 1.5)));
        }
        if c.is_lit(target) {
            lit.push((path, Stroke::solid(theme.highlight, 2.0)));
        }
    }
    areas(c);
    c.items.push(item(None, &map.rivers[0], None, Some(Stroke::solid(theme.river, 0.9))));
    let zoom = c.view.camera.px_per_km;
    const MINOR_RIVERS_FROM: f64 = 0.6;
    if zoom > MINOR_RIVERS_FROM {
        c.items.push(item(None, &map.rivers[1], None, Some(Stroke::solid(theme.river, 0.7))));
    }
    // Rivers end under lakes. A click on a lake is a click on the country.
    c.items.push(item(None, &map.lakes, Some(theme.sea), Some(Stroke::solid(theme.coast, 0.5))));
    const REGION_BORDERS_FROM: f64 = 0.35;
    if zoom > REGION_BORDERS_FROM {
        let stroke = Stroke::solid(theme.region_border, 0.5);
        c.items.push(item(None, &map.region_borders, None, Some(stroke)));
    }
    c.items.push(item(None, &map.coasts, None, Some(Stroke::solid(theme.coast, 0.8))));
    c.items.push(item(None, &map.borders, None, Some(Stroke::solid(theme.border, 0.8))));
    let dashed = Stroke { color: theme.border, width_px: 1.0, dash: Dash::Dashed };
    c.items.push(item(None, &map.disputed, None, Some(dashed)));
    for (path, stroke) in lit {
        c.items.push(item(None, path, None, Some(stroke)));
    }
}

fn areas(c: &mut Composer) {
    let map = &c.atlas.map;
    for (index, area) in c.atlas.model.areas.iter().enumerate() {
        if !c.on(area.layer) {
            continue;
        }
        let target = Target::Area(index);
        let theme = &c.atlas.theme;
        let fill = if c.is_lit(target) { theme.area_fill_lit } else { theme.area_fill };
        let edge = Stroke { color: theme.area, width_px: 1.0, dash: Dash::Dashed };
        for id in &area.features {
            let country = map.countries.iter().find(|(country, _)| country == id).map(|(_, p)| p);
            if let Some(path) = country.or_else(|| map.regions.get(id)) {
                c.items.push(item(Some(target), path, Some(fill), Some(edge)));
            }
        }
    }
}

pub(super) fn item(
    target: Option<Target>,
    path: &Rc<MapPath>,
    fill: Option<Color>,
    stroke: Option<Stroke>,
) -> Item {
    Item::MapPath { target, path: Rc::clone(path), fill, stroke }
}
