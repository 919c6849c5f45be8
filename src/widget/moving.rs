//! The marks that move along a widget's flows. The clock is the caller's.

use super::Widget;
use crate::lens::is_about;
use crate::model::Thing;
use crate::motion::{Mark, marks, phase_px};
use crate::scene::Target;

impl Widget {
    /// Width and height of the box, CSS px.
    pub fn size_px(&self) -> (f64, f64) {
        self.size_px
    }

    /// The marks on the picture that was last composed, where it lies now, when a time has passed
    /// since they set out. What a lens is not about stands still.
    pub fn marks(&self, elapsed_ms: f64) -> Vec<Mark> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let Some(scene) = &shown.scene else { return Vec::new() };
        let model = &shown.atlas.model;
        let lens = shown.view.lens.and_then(|lens| model.lenses.get(lens));
        let moves = |mark: &Mark| match (lens, mark.target) {
            (Some(lens), Target::Flow(flow)) => is_about(model, lens, Thing::Flow(flow)),
            (Some(_), Target::Sum(number)) => {
                let lane = shown.atlas.sums.as_ref().and_then(|sums| Some(*sums.lane(number)?.2));
                lane.is_none_or(|lane| lane.is_of_lens(shown.view.lens.unwrap_or_default()))
            }
            _ => true,
        };
        let mut marks = marks(scene, phase_px(elapsed_ms));
        marks.retain(moves);
        let shift = scene.camera.shift_to(&shown.view.camera);
        for mark in &mut marks {
            mark.at = shift.to(mark.at);
            mark.radius_px *= shift.scale;
        }
        marks
    }
}
