//! The cursor of the keyboard: it walks from thing to thing, by list or by direction, and each is
//! told in words.

use super::{Effects, Named, Shown, Widget, is_there, named, set_camera};
use crate::brief::Role;
use crate::layout::flows::Curve;
use crate::projection::MapPoint;
use crate::scene::{Item, Segment, Target, TextMeasure};
use crate::speech::{Said, Word};
use crate::told;
use crate::view::{Bounds, ScreenPoint};
use std::iter::successors;

/// Where the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Walk {
    /// So many further in the list of its kind.
    Along(i32),
    /// To so many kinds further, the first thing there.
    Kind(i32),
    /// To the nearest thing in a direction of the screen: right, down.
    Towards(f64, f64),
}

/// The names of the kinds of things, in the order in which they are walked.
const KINDS: [Word; 5] = [Word::Countries, Word::Flows, Word::Places, Word::Lines, Word::Areas];

impl Widget {
    /// Moves the cursor, and the view where what it comes to is not in sight. What is to be told is
    /// among the effects.
    pub fn walk(&mut self, way: Walk, measure: &dyn TextMeasure) -> Effects {
        let mut effects = Effects::default();
        self.scene(measure);
        let Some(shown) = &self.shown else { return effects };
        let free = self.free();
        let to = match way {
            Walk::Along(by) => along(shown, by),
            Walk::Kind(by) => other_kind(shown, by),
            Walk::Towards(right, down) => self.towards((right, down), &free),
        };
        let Some((target, place)) = to else {
            effects.told.push(self.speech.say(Word::NothingThere, &[]));
            return effects;
        };
        effects.told = told::thing(&shown.atlas, &shown.view.layers, target);
        effects.told.extend(place.map(Said::plain));
        if let Some(shown) = &mut self.shown {
            shown.cursor = Some(target);
            shown.point_at(Some(target), &mut effects);
        }
        self.bring_into_sight(target, &free, &mut effects);
        // Flows are laid out anew for every view: what was off the map may be elsewhere now.
        if effects.view && kind_of(target) == Some(FLOWS) {
            self.scene(measure);
            self.bring_into_sight(target, &free, &mut effects);
        }
        effects
    }

    /// Puts the cursor away, and with it what is lit because it is there.
    pub fn leave(&mut self) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            shown.cursor = None;
            shown.point_at(None, &mut effects);
        }
        effects
    }

    /// What the cursor is at.
    pub fn cursor(&self) -> Option<Named> {
        let shown = self.shown.as_ref()?;
        named(&shown.atlas, shown.cursor.filter(|target| is_on(shown, *target))?)
    }

    /// Where the cursor is in the box, CSS px; `None` when it is put away, or what it is at is hidden.
    pub fn cursor_at(&self) -> Option<ScreenPoint> {
        const EDGE_PX: f64 = 24.0;
        let shown = self.shown.as_ref()?;
        let target = shown.cursor.filter(|target| is_on(shown, *target))?;
        let at = seen_at(shown, target, &self.frame())?;
        let inner = self.frame().grown(-EDGE_PX);
        Some(ScreenPoint::new(
            at.x.max(inner.left).min(inner.right),
            at.y.max(inner.top).min(inner.bottom),
        ))
    }

    fn frame(&self) -> Bounds {
        Bounds::of_size(0.0, 0.0, self.size_px.0, self.size_px.1)
    }

    /// The part of the box that nothing covers, less a margin.
    fn free(&self) -> Bounds {
        const MARGIN_PX: f64 = 60.0;
        const MARGIN_SHARE: f64 = 0.2;
        let (frame, covered) = (self.frame(), self.insets);
        let free = Bounds {
            left: covered.left,
            top: covered.top,
            right: (frame.right - covered.right).max(covered.left),
            bottom: (frame.bottom - covered.bottom).max(covered.top),
        };
        free.grown(-MARGIN_PX.min(MARGIN_SHARE * free.width().min(free.height())))
    }

    /// Moves the view as far as it takes to have a thing in the free part of the box. What no view
    /// can have there stays where its sign is, if it has one.
    fn bring_into_sight(&mut self, target: Target, free: &Bounds, effects: &mut Effects) {
        let frame = self.frame();
        let Some(shown) = &mut self.shown else { return };
        let Some(at) = spot(shown, target) else { return };
        if free.contains(at.x, at.y) {
            return;
        }
        let camera = shown.view.camera;
        let into = |at: f64, low: f64, high: f64| at.min(high).max(low) - at;
        let (dx, dy) = (into(at.x, free.left, free.right), into(at.y, free.top, free.bottom));
        let moved = camera.panned(dx, dy).clamped(&shown.limits);
        let comes_to = moved.to_screen(camera.to_map(at));
        let is_signed = || sign(shown, target).is_some_and(|at| frame.contains(at.x, at.y));
        if frame.contains(comes_to.x, comes_to.y) || !is_signed() {
            shown.flight = None;
            set_camera(shown, moved, effects);
        }
    }
}

/// A target, and what is told of its place in a list.
type Listed = (Target, Option<String>);

impl Widget {
    /// The nearest thing in a direction; what lies off to a side counts as farther away.
    fn towards(&self, (right, down): (f64, f64), free: &Bounds) -> Option<Listed> {
        const LEAST_PX: f64 = 2.0;
        const ASIDE: f64 = 2.0;
        let shown = self.shown.as_ref()?;
        let (x, y) = free.centre();
        let from = self.cursor_at().unwrap_or(ScreenPoint::new(x, y));
        let frame = self.frame();
        let mut nearest: Option<(f64, Target)> = None;
        for target in (0..KINDS.len()).flat_map(|kind| list(shown, kind)) {
            let Some(at) = seen_at(shown, target, &frame) else { continue };
            let (dx, dy) = (at.x - from.x, at.y - from.y);
            let (ahead, aside) = (dx * right + dy * down, (dx * down - dy * right).abs());
            let cost = ahead + ASIDE * aside;
            let is_there = ahead > LEAST_PX && aside <= ahead && shown.cursor != Some(target);
            if is_there && nearest.is_none_or(|(least, _)| cost < least) {
                nearest = Some((cost, target));
            }
        }
        nearest.map(|(_, target)| (target, None))
    }
}

/// What is so many further in the list of the cursor's kind, which goes round; at first the first.
fn along(shown: &Shown, by: i32) -> Option<Listed> {
    let at = shown.cursor.and_then(|cursor| {
        let kind = kind_of(cursor)?;
        let at = list(shown, kind).iter().position(|target| *target == cursor)?;
        Some((kind, at))
    });
    match at {
        Some((kind, at)) => listed(shown, kind, at, by),
        None => other_kind(shown, 1),
    }
}

/// The first thing of a kind so many further, which go round too; kinds of nothing are passed over.
fn other_kind(shown: &Shown, by: i32) -> Option<Listed> {
    let (first, by) = match shown.cursor.and_then(kind_of) {
        Some(kind) => (wrapped(kind, by, KINDS.len()), by),
        None => (Some(0), 1),
    };
    let mut kinds = successors(first, |kind| wrapped(*kind, by, KINDS.len())).take(KINDS.len());
    kinds.find_map(|kind| listed(shown, kind, 0, 0))
}

/// What is so many further than one of a kind, with the kind and its number in words.
fn listed(shown: &Shown, kind: usize, at: usize, by: i32) -> Option<Listed> {
    let list = list(shown, kind);
    let at = wrapped(at, by, list.len())?;
    let speech = &shown.atlas.model.speech;
    let number = |number: usize| speech.locale.digits(&number.to_string());
    let parts = [speech.word(*KINDS.get(kind)?), &number(at + 1), &number(list.len())];
    Some((*list.get(at)?, Some(speech.sentence(Word::ListedAt, &parts))))
}

/// A number so many further of `count`, beginning anew after the last.
fn wrapped(at: usize, by: i32, count: usize) -> Option<usize> {
    let (at, count) = (i64::try_from(at).ok()?, i64::try_from(count).ok()?);
    usize::try_from(at.checked_add(by.into())?.checked_rem_euclid(count)?).ok()
}

const FLOWS: usize = 1;
const AREAS: usize = 4;

fn kind_of(target: Target) -> Option<usize> {
    match target {
        Target::Country(_) => Some(0),
        Target::Flow(_) | Target::Sum(_) => Some(FLOWS),
        Target::Place(_) => Some(2),
        Target::Line(_) => Some(3),
        Target::Area(_) | Target::Disputed(_) => Some(AREAS),
        Target::Group(_) => None,
    }
}

/// Whether a thing is still one that is walked to: its layer may have been switched off.
fn is_on(shown: &Shown, target: Target) -> bool {
    kind_of(target).is_some_and(|kind| list(shown, kind).contains(&target))
}

/// The things of a kind that are on, in the order of the brief.
fn list(shown: &Shown, kind: usize) -> Vec<Target> {
    let model = &shown.atlas.model;
    let (make, layers): (fn(usize) -> Target, Vec<usize>) = match kind {
        0 => return countries(shown),
        FLOWS if shown.atlas.draws_sums(&shown.view.layers) => return drawn_flows(shown),
        FLOWS => (Target::Flow, model.flows.iter().map(|flow| flow.layer).collect()),
        2 => (Target::Place, model.places.iter().map(|place| place.layer).collect()),
        3 => (Target::Line, model.lines.iter().map(|line| line.layer).collect()),
        _ => (Target::Area, model.areas.iter().map(|area| area.layer).collect()),
    };
    let mut list = Vec::new();
    for (index, layer) in layers.into_iter().enumerate() {
        if shown.view.layers.get(layer) == Some(&true) {
            list.push(make(index));
        }
    }
    if kind == AREAS {
        let disputed = (0..shown.atlas.base.claims.len()).map(Target::Disputed);
        list.extend(disputed.filter(|area| is_there(&shown.atlas, *area)));
    }
    list
}

/// The countries of the brief, the one that it is about first.
fn countries(shown: &Shown) -> Vec<Target> {
    let mut list = Vec::new();
    for role in [Role::Focus, Role::Partner, Role::Region, Role::Context] {
        for actor in shown.atlas.model.actors.iter().filter(|actor| actor.role == role) {
            let countries = &shown.atlas.base.countries;
            let country = countries.iter().position(|country| country.id == actor.id);
            list.extend(country.map(Target::Country));
        }
    }
    list
}

/// The flows of the last picture, single or as sums.
fn drawn_flows(shown: &Shown) -> Vec<Target> {
    let mut drawn = Vec::new();
    for item in shown.scene.iter().flat_map(|scene| &scene.items) {
        if let Some(target) = item.target()
            && kind_of(target) == Some(FLOWS)
            && !drawn.contains(&target)
        {
            drawn.push(target);
        }
    }
    drawn
}

/// Where a thing is in the box, px, be that out of sight.
pub(super) fn spot(shown: &Shown, target: Target) -> Option<ScreenPoint> {
    let camera = &shown.view.camera;
    let middle = || {
        let Target::Flow(flow) = target else { return None };
        let (model, projection) = (&shown.atlas.model, &shown.atlas.map.projection);
        let flow = model.flows.get(flow)?;
        let [from, to] =
            [flow.from, flow.to].map(|end| projection.forward(model.end_position(end)));
        Some(MapPoint::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y)))
    };
    curve_middle(shown, target)
        .or_else(|| shown.atlas.anchor(target).or_else(middle).map(|at| camera.to_screen(at)))
}

/// The middle of a flow as it was last drawn, where that lies now.
fn curve_middle(shown: &Shown, target: Target) -> Option<ScreenPoint> {
    let scene = shown.scene.as_ref()?;
    let middle = scene.items.iter().find_map(|item| match item {
        Item::Shape { target: Some(of), outline, .. } if *of == target => match **outline {
            [Segment::Move(start), Segment::Quad(control, end)] => {
                Some(Curve { start, control, end }.at(0.5))
            }
            _ => None,
        },
        _ => None,
    })?;
    Some(scene.camera.shift_to(&shown.view.camera).to(middle))
}

/// Where a thing is seen: itself, or a name or sign of it in the frame.
fn seen_at(shown: &Shown, target: Target, frame: &Bounds) -> Option<ScreenPoint> {
    let at = spot(shown, target)?;
    let is_in = |at: &ScreenPoint| frame.contains(at.x, at.y);
    if is_in(&at) { Some(at) } else { sign(shown, target).filter(is_in).or(Some(at)) }
}

/// Where the picture has a thing's name, such as the sign of a country off the map.
fn sign(shown: &Shown, target: Target) -> Option<ScreenPoint> {
    let scene = shown.scene.as_ref()?;
    let at = scene.items.iter().find_map(|item| match item {
        Item::Text { target: Some(of), at, .. } if *of == target => Some(*at),
        _ => None,
    })?;
    Some(scene.camera.shift_to(&shown.view.camera).to(at))
}
