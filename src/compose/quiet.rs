//! Dims what the lens is not about: the same shapes in colours near that of the land.

use super::Composer;
use crate::lens::is_about;
use crate::model::Thing;
use crate::scene::{Item, Stroke, Target};
use crate::style::{Color, Theme};

impl Composer<'_> {
    /// Whether the lens is about something else. What is chosen is never dimmed.
    pub(super) fn is_quiet(&self, target: Target) -> bool {
        let model = &self.atlas.model;
        let lens = self.view.lens.and_then(|lens| model.lenses.get(lens));
        let Some(lens) = lens.filter(|_| !self.is_lit(target)) else { return false };
        let thing = match target {
            Target::Flow(index) => Thing::Flow(index),
            Target::Place(index) => Thing::Place(index),
            Target::Line(index) => Thing::Line(index),
            Target::Area(index) => Thing::Area(index),
            // Hatching is quiet already, and of a group's disc there is one for all of it.
            Target::Disputed(_) | Target::Group(_) => return false,
            Target::Sum(number) => {
                let lane = self.sums.and_then(|sums| sums.lane(number));
                let lens = self.view.lens.unwrap_or_default();
                return lane.is_some_and(|(_, _, lane)| !lane.is_of_lens(lens));
            }
            Target::Country(index) => {
                let country = self.atlas.base.countries.get(index);
                let actor = |id: &str| model.actors.iter().position(|actor| actor.id == id);
                match country.and_then(|country| actor(&country.id)) {
                    Some(actor) => Thing::Actor(actor),
                    None => return false,
                }
            }
        };
        !is_about(model, lens, thing)
    }

    /// Gives items of what is dimmed their quieter colours; land keeps its own.
    pub(super) fn quieten(&self, items: &mut [Item]) {
        if self.view.lens.is_none() {
            return;
        }
        let theme = &self.atlas.theme;
        for item in items {
            match item {
                Item::MapPath { target: Some(Target::Country(_)), .. } => {}
                Item::MapPath { target: Some(target), fill, stroke, .. }
                | Item::Shape { target: Some(target), fill, stroke, .. }
                    if self.is_quiet(*target) =>
                {
                    *fill = fill.map(|color| towards_land(theme, color));
                    *stroke = stroke.map(|stroke| Stroke {
                        color: towards_land(theme, stroke.color),
                        ..stroke
                    });
                }
                Item::Text { target: Some(target), color, .. }
                | Item::CurvedText { target: Some(target), color, .. }
                    if self.is_quiet(*target) =>
                {
                    // Text has to stay legible, so it only steps back to the second rank.
                    *color = theme.secondary_text;
                }
                _ => {}
            }
        }
    }
}

/// A colour two thirds of the way to that of the land, or less far where it has to be seen there.
fn towards_land(theme: &Theme, color: Color) -> Color {
    const SHARES_LEFT: [u8; 5] = [88, 120, 152, 184, 216];
    let dimmed = |left| Color { alpha: color.alpha, ..color.with_alpha(left).over(theme.land) };
    let is_enough = |dimmed: &Color| !theme.keeps_dimmed_in_sight || dimmed.stands_out(theme.land);
    SHARES_LEFT.into_iter().map(dimmed).find(is_enough).unwrap_or(color)
}
