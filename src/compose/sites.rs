//! Pipelines, railways and places.

use super::Composer;
use super::captions::Pending;
use super::ground::item;
use crate::brief::{Carries, PlaceKind, Status};
use crate::layout::chevrons;
use crate::layout::flows::FlowNode;
use crate::layout::labels::{
    Rank, Trace, along, along_straight, around, clusters, far_around, is_joined,
};
use crate::layout::lines::{CHEVRON_SPACING_PX, LineLook, chevron, line_look};
use crate::layout::places::{BASE_LEAST_PX, GATE_REACH_PX, base_marks, gate_ground, symbol_marks};
use crate::layout::symbols::{self, STROKE_PX, Symbol, symbol};
use crate::project::Route;
use crate::scene::{Font, Item, Mark, Stroke, Target};
use crate::sorted::sort_by;
use crate::speech::Word;
use crate::style::Color;
use crate::view::{Bounds, ScreenPoint};

/// Draws lines, the quiet ones below: sea routes, railways, gas, oil; what is planned below what
/// works. The edges of one kind lie below all its lines, so that none cuts the next where they join.
pub(super) fn draw_lines(c: &mut Composer) {
    let lines = &c.atlas.model.lines;
    for carries in [Carries::Sea, Carries::Rail, Carries::Gas, Carries::CrudeOil] {
        let mut kind: Vec<usize> = (0..lines.len())
            .filter(|i| lines.get(*i).is_some_and(|l| l.carries == carries && c.on(l.layer)))
            .collect();
        let works = |i: &usize| lines.get(*i).map(|line| line.status == Status::Operating);
        sort_by(&mut kind, |a, b| works(a).cmp(&works(b)));
        for is_edge in [true, false] {
            for index in &kind {
                draw_line(c, *index, is_edge);
            }
        }
    }
}

fn draw_line(c: &mut Composer, index: usize, is_edge: bool) {
    const EDGE_PX: f64 = 0.8;
    const LIT_PX: f64 = 1.5;
    let (Some(line), Some(route)) = (c.atlas.model.lines.get(index), c.map.lines.get(index)) else {
        return;
    };
    let target = Target::Line(index);
    let color = c.atlas.theme.line(line.carries);
    let lit_px = if c.is_lit(target) { LIT_PX } else { 0.0 };
    for (path, schematic) in route.parts().into_iter().filter(|(path, _)| !path.runs.is_empty()) {
        let look = line_look(line.carries, line.status, schematic);
        let width_px = look.width_px + lit_px;
        if is_edge {
            // The edge in the ground's colour lets lines cross legibly.
            let edge = Stroke::solid(c.atlas.theme.halo, width_px + 2.0 * EDGE_PX);
            c.items.push(item(None, path, None, Some(edge)));
            c.trace(path, Trace::Line);
            continue;
        }
        let look = LineLook { width_px, ..look };
        for stroke in look.strokes(color) {
            c.items.push(item(Some(target), path, None, Some(stroke)));
        }
        if look.chevrons {
            let halo = c.atlas.theme.halo;
            for (at, direction) in chevrons::along(path, &c.view.camera, CHEVRON_SPACING_PX) {
                let marks = chevron(line.carries, at, direction, color, halo);
                c.items.extend(marks.into_iter().map(|mark| mark.item(Some(target))));
            }
        }
    }
}

/// Lists the names of lines, along them.
pub(super) fn name_lines(c: &mut Composer) {
    // Clear of chevrons and ties.
    const GAP_PX: f64 = 6.0;
    let model = &c.atlas.model;
    let names: Vec<String> = model.lines.iter().map(|line| model.name(&line.name).text).collect();
    for (index, line) in model.lines.iter().enumerate() {
        if !c.on(line.layer) {
            continue;
        }
        let (Some(name), Some(route)) = (names.get(index), c.map.lines.get(index)) else {
            continue;
        };
        let runs = runs_on_screen(c, route);
        let color = c.atlas.theme.line(line.carries);
        let mut label = Pending::new(Rank::Line, color, Some(Target::Line(index)));
        // The part before a comma says enough, if it says it of this line only.
        let short = name.split(',').next().unwrap_or_default();
        let is_its_own = names.iter().filter(|other| other.starts_with(short)).count() == 1;
        label.say_along(c, name, Font::plain(12.0), &runs, GAP_PX);
        if is_its_own && short != name {
            label.say_along(c, short, Font::plain(12.0), &runs, GAP_PX);
        }
        c.list(label);
    }
}

fn runs_on_screen(c: &Composer, route: &Route) -> Vec<Vec<ScreenPoint>> {
    let camera = &c.view.camera;
    let visible = camera.visible();
    let paths = route.parts().into_iter().filter(|(path, _)| path.may_overlap(&visible));
    paths
        .flat_map(|(path, _)| &path.runs)
        .map(|run| run.iter().map(|p| camera.to_screen(*p)).collect())
        .collect()
}

impl Pending {
    /// Adds a wording that goes along lines on the screen, `gap_px` from them.
    pub(super) fn say_along(
        &mut self,
        c: &Composer,
        text: &str,
        font: Font,
        runs: &[Vec<ScreenPoint>],
        gap_px: f64,
    ) {
        let frame = c.placer.frame();
        let offset_px = font.size_px / 2.0 + gap_px;
        if is_joined(text) {
            let font = font.spaced(0.0);
            self.say(c, text, font, &|size| along_straight(runs, size, offset_px, &frame));
            return;
        }
        let name = crate::layout::labels::legible(text);
        let plain = font.spaced(0.0);
        let widths_px: Vec<f64> = clusters(&name)
            .iter()
            .map(|cluster| c.measure.width_px(cluster, plain) + font.spacing_px)
            .collect();
        self.say(c, &name, font, &|_| along(runs, &widths_px, offset_px, &frame));
    }
}

/// A symbol on the screen that is to be named.
pub(super) struct Site {
    place: usize,
    /// Its middle, px.
    pub(super) at: ScreenPoint,
    /// From its middle to its edge.
    pub(super) reach_px: f64,
}

/// Draws symbols of places, the weightier first.
pub(super) fn draw_places(c: &mut Composer) -> Vec<Site> {
    let mut order: Vec<usize> = (0..c.atlas.model.places.len()).collect();
    let places = &c.atlas.model.places;
    let weight = |index: &usize| places.get(*index).map(|place| weight(place.kind));
    sort_by(&mut order, |a, b| weight(a).cmp(&weight(b)));
    order.into_iter().filter_map(|index| draw_place(c, index)).collect()
}

/// Lists the names of places; from far away only of the weightier ones.
pub(super) fn name_places(c: &mut Composer, sites: &[Site]) {
    const ALL_FROM_PX_PER_KM: f64 = 0.14;
    const WEIGHTY: u8 = 2;
    const GAP_PX: f64 = 3.0;
    for site in sites {
        let Some(place) = c.atlas.model.places.get(site.place) else { continue };
        if weight(place.kind) > WEIGHTY && c.view.camera.px_per_km < ALL_FROM_PX_PER_KM {
            continue;
        }
        let mut name = c.atlas.model.name(&place.name).text;
        if place.kind == PlaceKind::Base {
            name.push_str(" · ");
            name.push_str(c.atlas.model.speech.word(Word::Approximate));
        }
        let (rank, font) = match place.kind {
            PlaceKind::DryPort | PlaceKind::Base => (Rank::Focus, Font::plain(12.0).strong()),
            PlaceKind::Capital | PlaceKind::City => (Rank::City, Font::plain(12.0)),
            _ => (Rank::Site, Font::plain(12.0)),
        };
        let target = Some(Target::Place(site.place));
        let mut label = Pending::new(rank, c.atlas.theme.text, target).across(rank);
        label.say(c, &name, font, &|size| {
            let mut candidates = around(site.at, site.reach_px + GAP_PX, size);
            candidates.extend(far_around(site.at, site.reach_px, size));
            candidates
        });
        c.list(label);
    }
}

/// Whether flows make way for a place.
fn is_heavy(kind: PlaceKind) -> bool {
    matches!(kind, PlaceKind::DryPort | PlaceKind::Base)
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
    let theme = &c.atlas.theme;
    let site = site(c, index)?;
    let Site { at, reach_px, .. } = site;
    let place = c.atlas.model.places.get(index)?;
    let target = Target::Place(index);
    let lit = c.is_lit(target);
    // What lies under a weightier symbol is shown from a nearer zoom.
    const CORE_PX: f64 = 3.0;
    if c.placer.is_taken(&Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(CORE_PX)) && !lit {
        return None;
    }
    match place.kind {
        PlaceKind::DryPort => {
            c.items.push(gate_ground(at, theme, lit).item(Some(target)));
            c.draw_symbol(place.kind, at, Some(target), false);
        }
        PlaceKind::Base => {
            let marks = base_marks(at, base_radius_px(c, place.precision_km), theme, lit);
            c.items.extend(marks.map(|mark| mark.item(Some(target))));
        }
        _ => c.draw_symbol(place.kind, at, Some(target), lit),
    }
    c.placer.take(Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(reach_px));
    Some(site)
}

/// Where a place that is shown lies on the screen.
fn site(c: &Composer, index: usize) -> Option<Site> {
    const BASE_REACH_PX: f64 = 24.0;
    let camera = &c.view.camera;
    let place = c.atlas.model.places.get(index).filter(|place| c.on(place.layer))?;
    if !c.is_open(index) {
        return None;
    }
    let at = camera.to_screen(*c.atlas.spots.get(index)?);
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px).grown(30.0);
    let reach_px = match place.kind {
        PlaceKind::DryPort => GATE_REACH_PX,
        // From near, flows and its name may lie on the disc.
        PlaceKind::Base => base_radius_px(c, place.precision_km).min(BASE_REACH_PX),
        _ => symbol(place.kind, at).reach_px,
    };
    frame.contains(at.x, at.y).then_some(Site { place: index, at, reach_px })
}

/// The symbols of the weightiest of the places that are asked for: flows keep clear of them.
pub(super) fn keep_clear(
    c: &Composer,
    is_asked: impl Fn(usize) -> bool,
) -> impl Iterator<Item = FlowNode> {
    let places = c.atlas.model.places.iter().enumerate();
    places.filter(move |(i, _)| is_asked(*i)).filter_map(|(i, _)| kept_clear(c, i))
}

/// What flows keep clear of at a place: its symbol, if it is weighty.
pub(super) fn kept_clear(c: &Composer, place: usize) -> Option<FlowNode> {
    let kind = c.atlas.model.places.get(place)?.kind;
    let site = if is_heavy(kind) { site(c, place)? } else { return None };
    Some(FlowNode::disc(site.at, site.reach_px))
}

/// Where no sign of a partner off the map may lie: symbols, the weightiest with room round them
/// for flows.
pub(super) fn no_signs(c: &Composer) -> impl Iterator<Item = Bounds> {
    const ROOM_PX: f64 = 24.0;
    const GAP_PX: f64 = 2.0;
    c.atlas.model.places.iter().enumerate().filter_map(|(index, place)| {
        let site = site(c, index)?;
        let room_px = if is_heavy(place.kind) { ROOM_PX } else { GAP_PX };
        Some(Bounds::of_size(site.at.x, site.at.y, 0.0, 0.0).grown(site.reach_px + room_px))
    })
}

impl Composer<'_> {
    /// Draws a place's symbol with an edge in the ground's colour.
    pub(super) fn draw_symbol(
        &mut self,
        kind: PlaceKind,
        at: ScreenPoint,
        target: Option<Target>,
        lit: bool,
    ) {
        let items = self.symbol_items(kind, at, target, self.atlas.theme.place(kind), lit);
        self.items.extend(items);
    }

    /// What a symbol is drawn with.
    pub(super) fn symbol_items(
        &self,
        kind: PlaceKind,
        at: ScreenPoint,
        target: Option<Target>,
        color: Color,
        lit: bool,
    ) -> Vec<Item> {
        let edge_px = if lit { 5.0 } else { 2.4 };
        let Symbol { fill, stroke, reach_px } = symbol(kind, at);
        let edge = self.atlas.theme.halo;
        // What lies below would be taken for a part of an open symbol, and clicked instead of it.
        let ground = Mark::filled(symbols::disc(at, reach_px), edge.with_alpha(0xb0));
        let edges = [
            Mark::stroked(fill, Stroke::solid(edge, edge_px)),
            Mark::stroked(stroke, Stroke::solid(edge, STROKE_PX + edge_px)),
        ];
        let edges = edges.into_iter().filter(|mark| !mark.outline.is_empty());
        let marks = std::iter::once(ground).chain(edges).chain(symbol_marks(kind, at, color));
        marks.map(|mark| mark.item(target)).collect()
    }
}

/// Radius of a disc as wide as a place is uncertain, never too small to be hit.
fn base_radius_px(c: &Composer, precision_km: f64) -> f64 {
    (precision_km * c.view.camera.px_per_km).max(BASE_LEAST_PX)
}
