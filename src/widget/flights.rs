//! Flights of a widget's camera. The clock is the caller's.

use super::{Effects, Shown, Widget, set_camera};
use crate::compose::Atlas;
use crate::flight::{Flight, px_per_km_at_zoom, zoom_at_px_per_km};
use crate::glide::Glide;
use crate::model::Thing;
use crate::projection::MapPoint;
use crate::view::{Bounds, Camera, Insets, Limits, ScreenPoint};
use geo::Coord;

/// Where a flight is to end. With neither centre nor zoom nor anything to fit it goes nowhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Goal {
    /// Degrees; the middle of the view if not given.
    pub centre: Option<Coord>,
    /// Level of the web's maps, see [`px_per_km_at_zoom`]; the scale stays if not given.
    pub zoom: Option<f64>,
    /// Ids of countries, places, flows, lines and areas that are to be in sight.
    pub fit: Vec<String>,
}

/// A way of the camera with the time that has passed since its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnderWay {
    way: Way,
    elapsed_ms: f64,
}

#[derive(Debug, Clone, Copy)]
enum Way {
    Flight(Flight),
    Glide(Glide),
}

impl Way {
    fn duration_ms(&self) -> f64 {
        match self {
            Self::Flight(flight) => flight.duration_ms(),
            Self::Glide(glide) => glide.duration_ms(),
        }
    }

    fn after(&self, elapsed_ms: f64, limits: &Limits) -> Camera {
        match self {
            Self::Flight(flight) => flight.after(elapsed_ms, limits),
            Self::Glide(glide) => glide.after(elapsed_ms, limits),
        }
    }
}

impl Widget {
    /// Starts a flight to a goal, or arrives there at once. Without effect when there is nothing
    /// of the goal on the map.
    pub fn fly_to(&mut self, goal: &Goal, animate: bool) -> Effects {
        let mut effects = Effects::default();
        let (size_px, insets, middle) = (self.size_px, self.insets, self.middle());
        if let Some(shown) = &mut self.shown {
            let camera = if goal.fit.is_empty() {
                centred(shown, goal, middle)
            } else {
                shown.atlas.sight_of(&goal.fit).map(|area| around(area, size_px, insets))
            };
            if let Some(camera) = camera {
                let camera = camera.clamped(&shown.limits);
                start_flight(shown, camera, animate, &mut effects);
            }
            effects.flying = shown.flight.is_some();
        }
        effects
    }

    /// The middle of what no panel covers, degrees, and the zoom there: what [`Self::fly_to`] takes to
    /// come back to this view. `None` for the first view, which fits boxes of every size, and where
    /// the middle is no point of the sphere.
    pub fn whereabouts(&self) -> Option<(Coord, f64)> {
        let shown = self.shown.as_ref().filter(|_| !self.is_home())?;
        let projection = &shown.atlas.map.projection;
        let centre = projection.inverse(shown.view.camera.to_map(self.middle()))?;
        // A km of the map is not a true one everywhere.
        let px_per_km = shown.view.camera.px_per_km * projection.scale_at(centre);
        Some((centre, zoom_at_px_per_km(px_per_km, centre.y)))
    }

    /// Goes on with a flight when `elapsed_ms` have passed since the last time.
    pub fn advance(&mut self, elapsed_ms: f64) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown
            && let Some(mut way) = shown.flight
        {
            way.elapsed_ms += if elapsed_ms > 0.0 { elapsed_ms } else { 0.0 };
            let camera = way.way.after(way.elapsed_ms, &shown.limits);
            let arrived = way.elapsed_ms >= way.way.duration_ms();
            shown.flight = Some(way).filter(|_| !arrived);
            set_camera(shown, camera, &mut effects);
            effects.flying = !arrived;
        }
        effects
    }

    /// Shows a part of the box, px, as large as it can be.
    pub fn show_part(&mut self, part: Bounds, animate: bool) -> Effects {
        let mut effects = Effects::default();
        let ((width_px, height_px), insets) = (self.size_px, self.insets);
        if let Some(shown) = &mut self.shown {
            let camera = &shown.view.camera;
            let mut area = Bounds::EMPTY;
            for (x, y) in [(part.left, part.top), (part.right, part.bottom)] {
                let corner = camera.to_map(ScreenPoint::new(x, y));
                area.include(corner.x, corner.y);
            }
            let (x, y) = area.centre();
            if x.is_finite() && y.is_finite() {
                let to = Camera::fit(area, width_px.max(1.0), height_px.max(1.0), insets);
                start_flight(shown, to.clamped(&shown.limits), animate, &mut effects);
            }
        }
        effects
    }

    /// Ends a flight where it was to end.
    pub(super) fn arrive(&mut self) {
        if let Some(shown) = &mut self.shown
            && let Some(UnderWay { way, .. }) = shown.flight.take()
        {
            let end = way.after(way.duration_ms(), &shown.limits);
            set_camera(shown, end, &mut Effects::default());
        }
    }
}

/// The view of a centre at a zoom, in the middle of what no panel covers.
fn centred(shown: &Shown, goal: &Goal, middle: ScreenPoint) -> Option<Camera> {
    if goal.centre.is_none() && goal.zoom.is_none() {
        return None;
    }
    let camera = shown.view.camera;
    let projection = &shown.atlas.map.projection;
    let centre = goal.centre.map_or(camera.to_map(middle), |centre| projection.forward(centre));
    let position = goal.centre.or_else(|| projection.inverse(centre)).unwrap_or_default();
    let px_per_km = match goal.zoom {
        // A km of the map is not a true one everywhere.
        Some(zoom) => px_per_km_at_zoom(zoom, position.y) / projection.scale_at(position),
        None => camera.px_per_km,
    };
    let px_per_km = px_per_km.max(shown.limits.least_px_per_km).min(shown.limits.most_px_per_km);
    let centre = MapPoint::new(
        centre.x - (middle.x - camera.width_px / 2.0) / px_per_km,
        centre.y - (middle.y - camera.height_px / 2.0) / px_per_km,
    );
    let is_finite = centre.x.is_finite() && centre.y.is_finite() && px_per_km.is_finite();
    is_finite.then_some(Camera { centre, px_per_km, ..camera })
}

/// The view of things; `None` when nothing of them is on the map.
pub(super) fn fit(
    atlas: &Atlas,
    things: &[Thing],
    size_px: (f64, f64),
    insets: Insets,
) -> Option<Camera> {
    atlas.sight(things).map(|area| around(area, size_px, insets))
}

fn around(area: Bounds, (width_px, height_px): (f64, f64), insets: Insets) -> Camera {
    const MARGIN_PX: f64 = 32.0;
    let insets = Insets {
        top: insets.top + MARGIN_PX,
        right: insets.right + MARGIN_PX,
        bottom: insets.bottom + MARGIN_PX,
        left: insets.left + MARGIN_PX,
    };
    Camera::fit(area, width_px.max(1.0), height_px.max(1.0), insets)
}

pub(super) fn start_flight(shown: &mut Shown, to: Camera, animate: bool, effects: &mut Effects) {
    let flight = Flight::new(shown.view.camera, to);
    shown.flight = None;
    if animate && flight.duration_ms() > 0.0 {
        shown.flight = Some(UnderWay { way: Way::Flight(flight), elapsed_ms: 0.0 });
        effects.flying = true;
    } else {
        set_camera(shown, to, effects);
    }
}

/// Lets the view go on after a gesture, or ends it at once: a throw where it is.
pub(super) fn start_glide(shown: &mut Shown, glide: Glide, animate: bool, effects: &mut Effects) {
    if animate {
        shown.flight = Some(UnderWay { way: Way::Glide(glide), elapsed_ms: 0.0 });
    } else {
        set_camera(shown, glide.after(glide.duration_ms(), &shown.limits), effects);
    }
}
