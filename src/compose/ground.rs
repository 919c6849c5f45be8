//! Land, water and borders.

use super::Composer;
use crate::brief::Role;
use crate::division::Owner;
use crate::layout::areas::area_look;
use crate::layout::graticule::{graticule, graticule_stroke};
use crate::layout::hatch::{disputed_border, disputed_hatch};
use crate::layout::labels::Trace;
use crate::project::{MapPath, Shape};
use crate::scene::{Item, Stroke, Target};
use crate::style::Color;
use crate::view::Bounds;
use std::rc::Rc;

pub(super) fn draw(c: &mut Composer) {
    let theme = &c.atlas.theme;
    let map = c.map;
    let visible = c.view.camera.grown(c.view.margin_px).visible();
    let mut lit = Vec::new();
    for (index, (id, path)) in map.countries.iter().enumerate() {
        if !path.may_overlap(&visible) {
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
    // An area that stands for itself lies in no country's shape.
    for (index, (standing, path)) in map.claims.iter().enumerate() {
        if matches!(standing.owner, Owner::Itself(_)) && path.may_overlap(&visible) {
            c.items.push(item(Some(Target::Disputed(index)), path, Some(theme.land), None));
        }
    }
    areas(c, &visible);
    for (index, (standing, path)) in map.claims.iter().enumerate() {
        let target = Some(Target::Disputed(index));
        if standing.disputed && path.may_overlap(&visible) {
            let (path, hatch) = (Rc::clone(path), disputed_hatch(theme));
            c.items.push(Item::Hatch { target, path, hatch });
        }
        if standing.is_shown() && target.is_some_and(|target| c.is_lit(target)) {
            lit.push((path, Stroke::solid(theme.highlight, 2.0)));
        }
    }
    c.items.push(item(None, &map.rivers[0], None, Some(Stroke::solid(theme.river, 0.9))));
    let zoom = c.view.camera.px_per_km;
    if zoom > MINOR_RIVERS_FROM {
        c.items.push(item(None, &map.rivers[1], None, Some(Stroke::solid(theme.river, 0.7))));
    }
    // Rivers end under lakes. A click on a lake is a click on the country.
    c.items.push(item(None, &map.lakes, Some(theme.sea), Some(Stroke::solid(theme.coast, 0.5))));
    if let Some(lines) = graticule(&map.graticule, zoom) {
        c.items.push(item(None, lines, None, Some(graticule_stroke(theme))));
    }
    if zoom > REGION_BORDERS_FROM {
        let stroke = Stroke::solid(theme.region_border, 0.5);
        c.items.push(item(None, &map.region_borders, None, Some(stroke)));
    }
    let in_sight = |shape: &&Shape| shape.may_overlap(&visible);
    for coast in map.coasts.iter().filter(in_sight) {
        c.items.push(item(None, coast, None, Some(Stroke::solid(theme.coast, 0.8))));
    }
    for border in map.borders.iter().filter(in_sight) {
        c.items.push(item(None, border, None, Some(Stroke::solid(theme.border, 0.8))));
    }
    // Where land ends at the map's edge it should not seem to end in the sea.
    c.items.push(item(None, &map.outline, None, Some(Stroke::solid(theme.border, 0.8))));
    c.items.push(item(None, &map.disputed, None, Some(disputed_border(theme))));
    for (path, stroke) in lit {
        c.items.push(item(None, path, None, Some(stroke)));
    }
    let shores = [&map.lakes, &map.rivers[0]].into_iter().chain(&map.coasts);
    let borders = map.borders.iter().chain([&map.disputed]);
    let traces = shores.map(|shape| (shape, Trace::Shore));
    let traces = traces.chain(borders.map(|shape| (shape, Trace::Border)));
    for (shape, trace) in traces.filter(|(shape, _)| in_sight(shape)) {
        c.trace(shape, trace);
    }
    if zoom > MINOR_RIVERS_FROM {
        c.trace(&map.rivers[1], Trace::Shore);
    }
}

impl Composer<'_> {
    /// Marks what is drawn of a path, for texts to keep off it.
    pub(super) fn trace(&mut self, path: &MapPath, trace: Trace) {
        // Shorter steps say nothing to a coarse picture.
        const APART_PX: f64 = 2.0;
        let camera = self.view.camera;
        let (width, height) = (camera.width_px, camera.height_px);
        let busy = self.placer.busy_mut();
        for run in path.runs_about(camera.visible()) {
            let first = if path.closed { run.last() } else { run.first() };
            let Some(first) = first else { continue };
            let mut from = camera.to_screen(*first);
            for point in run {
                let to = camera.to_screen(*point);
                if (to.x - from.x).abs() + (to.y - from.y).abs() < APART_PX {
                    continue;
                }
                let is_beyond = from.x.max(to.x) < 0.0
                    || from.x.min(to.x) > width
                    || from.y.max(to.y) < 0.0
                    || from.y.min(to.y) > height;
                if !is_beyond {
                    busy.mark_line(from, to, trace);
                }
                from = to;
            }
        }
    }
}

/// Scale, px for a km, from which all rivers are drawn.
pub(super) const MINOR_RIVERS_FROM: f64 = 0.6;

/// Scale from which borders between regions are drawn.
pub(super) const REGION_BORDERS_FROM: f64 = 0.35;

/// Opacity of an area's tint.
pub(super) const TINT: u8 = 0x38;

fn areas(c: &mut Composer, visible: &Bounds) {
    let map = c.map;
    for (index, area) in c.atlas.model.areas.iter().enumerate() {
        if !c.on(area.layer) {
            continue;
        }
        let target = Target::Area(index);
        let (fill, edge) = area_look(&c.atlas.theme, c.is_lit(target));
        for id in &area.features {
            let shape = map.country(id).or_else(|| map.region(id));
            if let Some(path) = shape.filter(|shape| shape.may_overlap(visible)) {
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
