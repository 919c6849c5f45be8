//! What a widget shows beside its documents, language and colours, in numbers: what another widget
//! with the same documents needs to show the same.
//!
//! In turn: width and height of the box, px; what is covered of it at the top, right, bottom and
//! left, px; the camera's centre, km, and scale, px for a km; projection and world view by their
//! place in the lists of all; whether there are lines of equal longitude and latitude; the lens by
//! its index; kind and index of what is chosen; then each layer, whether it is on. `NONE` stands for
//! no lens and nothing chosen.

use super::Widget;
use crate::projection::{MapPoint, ProjectionKind};
use crate::scene::Target;
use crate::view::{Camera, Insets};
use crate::worldview::WorldView;

const NONE: f64 = -1.0;

/// Every kind of target, by the number that stands for it.
const KINDS: [fn(usize) -> Target; 8] = [
    Target::Country,
    Target::Area,
    Target::Line,
    Target::Flow,
    Target::Place,
    Target::Disputed,
    Target::Sum,
    Target::Group,
];

impl Widget {
    /// The numbers, if there is something to show. Indices are those of the documents it was made of.
    pub fn state(&self) -> Option<Vec<f64>> {
        let shown = self.shown.as_ref()?;
        let (model, view) = (&shown.atlas.model, &shown.view);
        let Insets { top, right, bottom, left } = self.insets;
        let Camera { centre, px_per_km, .. } = view.camera;
        let kind = ProjectionKind::NAMES.iter().position(|(_, kind)| *kind == model.projection);
        let borders = WorldView::WORDS.iter().position(|(_, view)| *view == model.worldview);
        let (target, index) = view.selected.map_or((None, None), |target| {
            let (kind, index) = numbered(target);
            (Some(kind), Some(index))
        });
        let mut state = vec![self.size_px.0, self.size_px.1, top, right, bottom, left];
        state.extend([centre.x, centre.y, px_per_km, number(kind), number(borders)]);
        state.extend([f64::from(u8::from(model.graticule)), number(view.lens)]);
        state.extend([number(target), number(index)]);
        state.extend(view.layers.iter().map(|is_on| f64::from(u8::from(*is_on))));
        Some(state)
    }

    /// Shows what the widget did whose state it is. Says whether it could: without documents, or with
    /// numbers that are no state, nothing changes.
    pub fn set_state(&mut self, state: &[f64]) -> bool {
        let &[
            width_px,
            height_px,
            top,
            right,
            bottom,
            left,
            x,
            y,
            px_per_km,
            kind,
            borders,
            graticule,
            lens,
            target,
            index,
            ref layers @ ..,
        ] = state
        else {
            return false;
        };
        let centre = MapPoint::new(x, y);
        if !(Camera { centre, px_per_km, width_px, height_px }).is_drawable() {
            return false;
        }
        let kind = of_number(kind).and_then(|at| ProjectionKind::NAMES.get(at));
        let borders = of_number(borders).and_then(|at| WorldView::WORDS.get(at));
        let (Some((_, kind)), Some((_, borders)), true) = (kind, borders, self.shown.is_some())
        else {
            return false;
        };
        self.resize(width_px, height_px);
        self.set_insets(Insets { top, right, bottom, left });
        self.set_projection(Some(*kind));
        self.set_worldview(Some(*borders));
        self.set_graticule(Some(graticule != 0.0));
        if let Some(shown) = &mut self.shown {
            let make = of_number(target).and_then(|target| KINDS.get(target));
            let view = &mut shown.view;
            view.camera = Camera { centre, px_per_km, ..view.camera };
            view.lens = of_number(lens);
            view.selected = make.zip(of_number(index)).map(|(make, index)| make(index));
            view.layers = layers.iter().map(|is_on| *is_on != 0.0).collect();
            shown.stale = true;
        }
        true
    }
}

/// A target's kind, by its number in [`KINDS`], and its index.
fn numbered(target: Target) -> (usize, usize) {
    let index = match target {
        Target::Country(index)
        | Target::Area(index)
        | Target::Line(index)
        | Target::Flow(index)
        | Target::Place(index)
        | Target::Disputed(index)
        | Target::Sum(index)
        | Target::Group(index) => index,
    };
    (KINDS.iter().take_while(|make| make(index) != target).count(), index)
}

#[allow(clippy::cast_precision_loss, reason = "far fewer than 2^53 things are in memory")]
fn number(index: Option<usize>) -> f64 {
    index.map_or(NONE, |index| index as f64)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an index that was made a number"
)]
fn of_number(number: f64) -> Option<usize> {
    (number >= 0.0).then_some(number as usize)
}
