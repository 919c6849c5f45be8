//! The list of labels: collected while the picture is drawn, placed when all that they must keep
//! clear of is there.

use super::Composer;
use crate::brief::Role;
use crate::layout::labels::{
    Candidate, Label, Place, Rank, Wording, clusters, legible, may_be_spaced, place_all,
};
use crate::layout::symbols::disc;
use crate::scene::{Anchor, Cluster, Font, Item, Segment, Stroke, Target};
use crate::style::Color;
use crate::view::{Bounds, ScreenPoint};

/// What is needed to draw a label once it has its place.
pub(super) struct Drawn {
    /// What each of its wordings says, and how it is set.
    words: Vec<(String, Font)>,
    color: Color,
    target: Option<Target>,
    /// Its symbol.
    symbol: Vec<Item>,
}

/// A label that is being made.
pub(super) struct Pending {
    label: Label,
    drawn: Drawn,
}

impl Pending {
    /// A label of a rank that says nothing yet.
    pub(super) fn new(rank: Rank, color: Color, target: Option<Target>) -> Self {
        Self {
            label: Label { rank, across: None, wordings: Vec::new(), symbol: None },
            drawn: Drawn { words: Vec::new(), color, target, symbol: Vec::new() },
        }
    }

    /// Tried again with another rank, then if need be across a flow.
    pub(super) fn across(mut self, rank: Rank) -> Self {
        self.label.across = Some(rank);
        self
    }

    /// Drawn only together with a symbol, which takes a part of the screen.
    pub(super) fn with_symbol(mut self, part: Bounds, symbol: Vec<Item>) -> Self {
        self.label.symbol = Some(part);
        self.drawn.symbol = symbol;
        self
    }

    /// Adds a wording; `candidates` makes them for its size, px.
    pub(super) fn say(
        &mut self,
        c: &Composer,
        text: &str,
        font: Font,
        candidates: &dyn Fn((f64, f64)) -> Vec<Candidate>,
    ) {
        let text = legible(text);
        if text.is_empty() {
            return;
        }
        let font = Font { italic: font.italic && may_be_spaced(&text), ..font };
        let size_px = c.size(&text, font);
        let candidates = candidates(size_px);
        if !candidates.is_empty() {
            self.label.wordings.push(Wording { size_px, candidates });
            self.drawn.words.push((text, font));
        }
    }

    /// Whether there is anything to say, and somewhere to say it.
    pub(super) fn has_wordings(&self) -> bool {
        !self.label.wordings.is_empty()
    }
}

impl Composer<'_> {
    /// Puts a label on the list.
    pub(super) fn list(&mut self, pending: Pending) {
        if pending.has_wordings() {
            self.labels.push((pending.label, pending.drawn));
        }
    }

    /// Gives the labels of the list their places, and draws those that have one.
    pub(super) fn place_labels(&mut self) {
        let (labels, drawn): (Vec<Label>, Vec<Drawn>) =
            std::mem::take(&mut self.labels).into_iter().unzip();
        let places = place_all(&labels, &mut self.placer);
        for (place, drawn) in places.into_iter().zip(drawn) {
            let Some((number, place)) = place else { continue };
            let Some((text, font)) = drawn.words.into_iter().nth(number) else { continue };
            self.items.extend(drawn.symbol);
            match place {
                Place::Straight { at, angle_rad, leader } => {
                    if let Some((from, to)) = leader {
                        self.draw_leader(from, to, drawn.target);
                    }
                    let width_px = self.measure.width_px(&text, font);
                    let halo = self.ground_under(at, width_px, angle_rad);
                    let (target, color) = (drawn.target, drawn.color);
                    self.texts.push(Item::Text {
                        target,
                        at,
                        anchor: Anchor::Middle,
                        text,
                        width_px,
                        angle_rad,
                        font,
                        color,
                        halo,
                    });
                }
                Place::Curved(courses) => {
                    let middle = courses.get(courses.len() / 2).map(|course| course.at);
                    let halo = self.ground_at(middle.unwrap_or_default());
                    let clusters = clusters(&text)
                        .into_iter()
                        .zip(courses)
                        .map(|(text, course)| Cluster {
                            text: text.to_owned(),
                            at: course.at,
                            angle_rad: course.angle_rad,
                            width_px: course.width_px,
                        })
                        .collect();
                    let (target, color) = (drawn.target, drawn.color);
                    self.texts.push(Item::CurvedText { target, clusters, font, color, halo });
                }
            }
        }
    }

    /// A thin line from what a label names; in an area it begins with a dot.
    fn draw_leader(&mut self, from: ScreenPoint, to: ScreenPoint, target: Option<Target>) {
        const WIDTH_PX: f64 = 0.9;
        const DOT_PX: f64 = 1.7;
        let theme = &self.atlas.theme;
        let outline = vec![Segment::Move(from), Segment::Line(to)];
        for (color, width_px) in [(theme.halo, WIDTH_PX + 1.6), (theme.secondary_text, WIDTH_PX)] {
            self.items.push(Item::Shape {
                target: None,
                outline: outline.clone(),
                fill: None,
                stroke: Some(Stroke::solid(color, width_px)),
            });
        }
        if matches!(target, Some(Target::Country(_))) {
            self.items.push(Item::Shape {
                target,
                outline: disc(from, DOT_PX),
                fill: Some(theme.secondary_text),
                stroke: None,
            });
        }
    }

    /// The colour of most of the ground under a text, for its halo.
    fn ground_under(&self, at: ScreenPoint, width_px: f64, angle_rad: f64) -> Color {
        const SHARE: f64 = 0.35;
        let (sin, cos) = libm::sincos(angle_rad);
        let reach = width_px * SHARE;
        let [start, middle, end] =
            [-reach, 0.0, reach].map(|along| self.ground_at(at.offset(cos * along, sin * along)));
        if start == end { start } else { middle }
    }

    /// The colour of the ground at a point of the screen.
    pub(super) fn ground_at(&self, at: ScreenPoint) -> Color {
        let theme = &self.atlas.theme;
        let map = self.map;
        let point = self.view.camera.to_map(at);
        if map.lakes.contains(point) {
            return theme.sea;
        }
        let country = map.countries.iter().find(|(_, shape)| shape.contains(point));
        let Some((id, _)) = country else { return theme.sea };
        let model = &self.atlas.model;
        let role = model.actors.iter().find(|actor| actor.id == *id).map(|actor| actor.role);
        let land = match role {
            Some(Role::Focus) => theme.focus,
            Some(Role::Region) => theme.region,
            _ => theme.land,
        };
        let is_tinted = |feature: &String| match map.region(feature) {
            Some(shape) => shape.contains(point),
            None => feature == id,
        };
        let areas = model.areas.iter().filter(|area| self.on(area.layer));
        let tints = areas.filter(|area| area.features.iter().any(is_tinted)).count();
        (0..tints).fold(land, |ground, _| theme.area.with_alpha(super::ground::TINT).over(ground))
    }
}
