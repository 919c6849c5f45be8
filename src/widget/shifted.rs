//! A widget whose view has moved since its picture was composed: the picture is shown moved and
//! scaled, until a new one is there.

use super::{Shown, Widget};
use crate::compose::{gauge, project_ahead};
use crate::hit::{hit, hits};
use crate::interact::Pointer;
use crate::layout::north::North;
use crate::layout::scale_bar::ScaleBar;
use crate::scene::{Scene, Target};
use crate::view::{Camera, ScreenPoint, Shift};

impl Widget {
    /// Has the ground drawn so far beyond the box, px, for when the picture is moved.
    pub fn set_margin(&mut self, margin_px: f64) {
        self.margin_px = margin_px.clamp(0.0, 1e4);
        if let Some(shown) = &mut self.shown
            && shown.view.margin_px != self.margin_px
        {
            shown.view.margin_px = self.margin_px;
            shown.stale = true;
        }
    }

    /// The picture that was composed last.
    pub fn composed(&self) -> Option<&Scene> {
        self.shown.as_ref()?.scene.as_ref()
    }

    /// Whether something else than the view has changed since the last picture.
    pub fn is_stale(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.stale)
    }

    /// Does some of what has to be done before the next picture can be composed quickly, and says
    /// whether there is more: at a scale, or of a part of the map, that was not in sight before.
    pub fn prepare(&mut self) -> bool {
        let Some(Shown { atlas, view, .. }) = &mut self.shown else { return false };
        atlas.map.keep_only(view.camera.px_per_km);
        project_ahead(atlas, view)
    }

    /// How a picture that was made for a view is to be moved to show what the present one does;
    /// `None` when it does not fill the box then, or would be scaled too much.
    pub fn shift_from(&self, drawn: &Camera) -> Option<Shift> {
        let camera = &self.shown.as_ref()?.view.camera;
        let shift = drawn.shift_to(camera);
        shift.serves(self.size_px, self.margin_px).then_some(shift)
    }

    /// Scale bar and north of the present view, before there is a picture of it.
    pub fn gauge(&mut self) -> Option<(Option<ScaleBar>, Option<North>)> {
        let north_at = self.north_at();
        let shown = self.shown.as_mut()?;
        let gauge = gauge(&shown.atlas, &shown.view.camera, north_at);
        (shown.furniture.scale_bar, shown.furniture.north) = gauge.clone();
        Some(gauge)
    }
}

impl Shown {
    /// Whether the last picture is of a view.
    pub(super) fn shows(&self, camera: &Camera) -> bool {
        self.scene.as_ref().is_some_and(|scene| scene.camera == *camera)
    }

    /// What a pointer at a point of the box means, where the last picture lies now.
    pub(super) fn hit(&self, at: ScreenPoint, by: Pointer) -> Option<Target> {
        let (scene, at) = self.under(at)?;
        hit(scene, at, by.reach_px())
    }

    /// The small things that it may mean.
    pub(super) fn hits(&self, at: ScreenPoint, by: Pointer) -> Vec<Target> {
        self.under(at).map(|(scene, at)| hits(scene, at, by.reach_px())).unwrap_or_default()
    }

    /// The last picture, and which point of it is at a point of the box.
    fn under(&self, at: ScreenPoint) -> Option<(&Scene, ScreenPoint)> {
        let scene = self.scene.as_ref()?;
        Some((scene, scene.camera.shift_to(&self.view.camera).back(at)))
    }
}
