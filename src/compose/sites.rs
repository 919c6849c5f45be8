//! Pipelines, railways and places.

use super::ground::item;
use super::{Caption, Composer};
use crate::brief::{Carries, PlaceKind, Status};
use crate::layout::labels::around;
use crate::layout::{chevrons, symbols};
use crate::scene::{Dash, Font, Item, Segment, Stroke, Target};
use crate::style::Color;
use crate::view::{Bounds, ScreenPoint};

pub(super) fn draw_lines(c: &mut Composer) {
    const WIDTH_PX: f64 = 2.0;
    const CHEVRON_SPACING_PX: f64 = 60.0;
    for (index, line) in c.atlas.model.lines.iter().enumerate() {
        let Some(path) = c.atlas.map.lines.get(index).filter(|_| c.on(line.layer)) else {
            continue;
        };
        let target = Target::Line(index);
        let color = c.atlas.theme.line(line.carries);
        let width_px = if c.is_lit(target) { WIDTH_PX + 1.5 } else { WIDTH_PX };
        let solid = line.status == Status::Operating && line.carries != Carries::Sea;
        let dash = if solid { Dash::Solid } else { Dash::Dashed };
        // The edge in the ground's colour lets lines cross legibly.
        let edge = Stroke::solid(c.atlas.theme.halo, width_px + 1.6);
        c.items.push(item(None, path, None, Some(edge)));
        let stroke = match line.carries {
            Carries::Rail => Stroke::solid(color, width_px * 0.6),
            _ => Stroke { color, width_px, dash },
        };
        c.items.push(item(Some(target), path, None, Some(stroke)));
        if line.carries == Carries::Rail {
            let ties = Stroke { color, width_px: 5.5, dash: Dash::Ties };
            c.items.push(item(None, path, None, Some(ties)));
            continue;
        }
        for (at, direction) in chevrons::along(path, &c.view.camera, CHEVRON_SPACING_PX) {
            let tip = at.offset(direction.0 * 4.0, direction.1 * 4.0);
            // Oil has filled chevrons, gas open ones.
            c.items.push(if line.carries == Carries::Gas {
                Item::Shape {
                    target: Some(target),
                    outline: symbols::open_arrowhead(tip, direction, 6.0, 9.0),
                    fill: None,
                    stroke: Some(Stroke::solid(color, 1.6)),
                }
            } else {
                Item::Shape {
                    target: Some(target),
                    outline: symbols::arrowhead(tip, direction, 8.0, 8.0),
                    fill: Some(color),
                    stroke: Some(Stroke::solid(c.atlas.theme.halo, 0.8)),
                }
            });
        }
    }
}

/// A symbol on the screen that is to be named.
pub(super) struct Site {
    place: usize,
    at: ScreenPoint,
    reach_px: f64,
}

/// Draws symbols of places, the weightier first.
pub(super) fn draw_places(c: &mut Composer) -> Vec<Site> {
    let mut order: Vec<usize> = (0..c.atlas.model.places.len()).collect();
    order.sort_by_key(|index| c.atlas.model.places.get(*index).map(|place| weight(place.kind)));
    order.into_iter().filter_map(|index| draw_place(c, index)).collect()
}

/// Writes the names of places; from far away only of the weightier ones.
pub(super) fn name_places(c: &mut Composer, sites: &[Site]) {
    const ALL_FROM_PX_PER_KM: f64 = 0.14;
    const WEIGHTY: u8 = 2;
    for site in sites {
        let Some(place) = c.atlas.model.places.get(site.place) else { continue };
        if weight(place.kind) > WEIGHTY && c.view.camera.px_per_km < ALL_FROM_PX_PER_KM {
            continue;
        }
        let mut name = c.atlas.model.name(&place.name);
        if place.kind == PlaceKind::Base {
            name.push_str(" · approximate");
        }
        let strong = matches!(place.kind, PlaceKind::DryPort | PlaceKind::Base);
        let font = if strong { Font::plain(12.0).strong() } else { Font::plain(11.0) };
        let target = Some(Target::Place(site.place));
        let caption = Caption { text: &name, font, color: c.atlas.theme.text, target };
        let size = c.size(&name, font);
        c.caption(&caption, around(site.at, site.reach_px + 2.0, size));
    }
}

fn weight(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::DryPort => 0,
        PlaceKind::Base => 1,
        PlaceKind::Capital | PlaceKind::City => 2,
        PlaceKind::Port | PlaceKind::FinanceCentre => 3,
        PlaceKind::BorderCrossing | PlaceKind::Field => 4,
    }
}

fn draw_place(c: &mut Composer, index: usize) -> Option<Site> {
    let model = &c.atlas.model;
    let theme = &c.atlas.theme;
    let camera = &c.view.camera;
    let place = model.places.get(index).filter(|place| c.on(place.layer))?;
    let at = camera.to_screen(c.atlas.map.projection.forward(place.position));
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px).grown(30.0);
    if !frame.contains(at.x, at.y) {
        return None;
    }
    let target = Target::Place(index);
    let lit = c.is_lit(target);
    // What lies under a weightier symbol is shown from a nearer zoom.
    if c.placer.is_taken(at) && !lit {
        return None;
    }
    let ground = Stroke::solid(theme.halo, if lit { 2.5 } else { 1.2 });
    let shape = |outline: Vec<Segment>, color: Color| Item::Shape {
        target: Some(target),
        outline,
        fill: Some(color),
        stroke: Some(ground),
    };
    let mut reach_px = 5.0;
    match place.kind {
        PlaceKind::DryPort => {
            reach_px = 13.0;
            c.items.push(Item::Shape {
                target: Some(target),
                outline: symbols::disc(at, 15.0),
                fill: Some(theme.gate_ground),
                stroke: Some(Stroke::solid(theme.gate, if lit { 2.5 } else { 1.0 })),
            });
            c.items.push(shape(symbols::gate(at), theme.gate));
        }
        PlaceKind::Base => {
            reach_px = base(c, target, at, place.precision_km, lit);
        }
        PlaceKind::Field => {
            c.items.push(shape(symbols::diamond(at, 5.0), theme.oil));
        }
        PlaceKind::Port | PlaceKind::BorderCrossing => {
            c.items.push(shape(symbols::square(at, 4.0), theme.rail));
        }
        PlaceKind::Capital | PlaceKind::City | PlaceKind::FinanceCentre => {
            c.items.push(shape(symbols::disc(at, 3.5), theme.text));
        }
    }
    c.placer.take(Bounds::of_size(
        at.x - reach_px,
        at.y - reach_px,
        2.0 * reach_px,
        2.0 * reach_px,
    ));
    Some(Site { place: index, at, reach_px })
}

/// A soft disc as wide as the place is uncertain, never too small to be hit; its radius.
fn base(c: &mut Composer, target: Target, at: ScreenPoint, precision_km: f64, lit: bool) -> f64 {
    const LEAST_PX: f64 = 9.0;
    let theme = &c.atlas.theme;
    let radius = (precision_km * c.view.camera.px_per_km).max(LEAST_PX);
    let fill = if lit { theme.base_fill_lit } else { theme.base_fill };
    let ring = Stroke { color: theme.base, width_px: 1.2, dash: Dash::Fine };
    c.items.push(Item::Shape {
        target: Some(target),
        outline: symbols::disc(at, radius),
        fill: Some(fill),
        stroke: None,
    });
    c.items.push(Item::Shape {
        target: Some(target),
        outline: symbols::disc(at, 5.0),
        fill: None,
        stroke: Some(ring),
    });
    radius
}
