//! Lines and rings, degrees, to the map: cut, resampled, projected.

use super::{Cap, MapPoint, Mercator, Projection, Window, great_circle, resample};
use geo::Coord;

/// How far from its centre an azimuthal map is drawn. Beyond it shapes are stretched past
/// recognition.
const CAP_RADIUS_DEG: f64 = 150.0;

/// A projection with the cut that it needs and an accuracy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projector {
    projection: Projection,
    cut: Cut,
    accuracy_km: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Cut {
    Cap(Cap),
    Window(Window),
}

impl Projector {
    /// Cuts as the projection needs it. Curves are true to `accuracy_km`, map km.
    pub fn new(projection: Projection, accuracy_km: f64) -> Self {
        let centre = projection.centre();
        let window = |latitudes| Cut::Window(Window::about(centre.x, latitudes));
        let cut = match &projection {
            Projection::AzimuthalEqualArea(_) => Cut::Cap(Cap::new(centre, CAP_RADIUS_DEG)),
            Projection::ConicEqualArea(p) => window(p.latitudes()),
            Projection::ConicConformal(p) => window(p.latitudes()),
            Projection::EqualEarth(_) => window([-90.0, 90.0]),
            Projection::Mercator(_) => window([-Mercator::LIMIT_DEG, Mercator::LIMIT_DEG]),
        };
        Self { projection, cut, accuracy_km }
    }

    /// The projection.
    pub fn projection(&self) -> &Projection {
        &self.projection
    }

    /// The edge of all that the map shows: a closed ring.
    pub fn outline(&self) -> Vec<MapPoint> {
        const POINTS: u32 = 360;
        match &self.cut {
            Cut::Cap(cap) => {
                cap.edge(POINTS).into_iter().map(|p| self.projection.forward(p)).collect()
            }
            Cut::Window(window) => resample(&self.projection, &window.edge(), self.accuracy_km),
        }
    }

    /// A closed ring, degrees: none, one or several closed rings on the map.
    pub fn ring(&self, ring: &[Coord]) -> Vec<Vec<MapPoint>> {
        const LEAST_POINTS: usize = 4;
        let mut parts = match &self.cut {
            Cut::Cap(cap) => cap.clip_ring(ring),
            Cut::Window(window) => window.clip_ring(ring),
        };
        parts.retain(|part| part.len() >= LEAST_POINTS);
        self.resample(&parts)
    }

    /// A line, degrees: its stretches on the map.
    pub fn line(&self, line: &[Coord]) -> Vec<Vec<MapPoint>> {
        let parts = match &self.cut {
            Cut::Cap(cap) => cap.clip_line(line),
            Cut::Window(window) => window.clip_line(line),
        };
        self.resample(&parts)
    }

    /// The shortest way between two positions, degrees: its stretches on the map.
    pub fn great_circle(&self, from: Coord, to: Coord) -> Vec<Vec<MapPoint>> {
        // Half of what may go astray goes to either step.
        let half = Self { accuracy_km: self.accuracy_km / 2.0, ..*self };
        half.line(&great_circle(&self.projection, from, to, half.accuracy_km))
    }

    /// Degrees → map, for outlines: latitudes that are cut off are brought to the cut.
    pub fn within(&self, position: Coord) -> MapPoint {
        let y = match &self.cut {
            Cut::Cap(_) => position.y,
            Cut::Window(window) => window.nearest_latitude(position.y),
        };
        self.projection.forward(Coord { x: position.x, y })
    }

    fn resample(&self, parts: &[Vec<Coord>]) -> Vec<Vec<MapPoint>> {
        parts.iter().map(|part| resample(&self.projection, part, self.accuracy_km)).collect()
    }
}
