//! From the sphere to the plane. Map units are kilometres: true in area on the equal-area
//! projections, true at the centre of the map on the conformal ones.
//!
//! A [`Projection`] maps points. A [`Projector`] maps lines and rings: it cuts them where the plane
//! ends and adds points where a straight edge becomes a curve. An edge between two positions is
//! straight in longitude and latitude, as RFC 7946 (3.1.1) has it, and takes the short way round;
//! borders along a parallel stay on it. [`great_circle`] gives the other kind of line.

mod azimuthal_equal_area;
mod cap;
mod conic_conformal;
mod conic_equal_area;
mod dispatch;
mod equal_earth;
mod graticule;
mod kind;
mod longitude;
mod mercator;
mod parallels;
mod projector;
mod resample;
mod runs;
mod stitch;
mod window;

pub use azimuthal_equal_area::AzimuthalEqualArea;
pub use cap::{Cap, unit_vector};
pub use conic_conformal::ConicConformal;
pub use conic_equal_area::ConicEqualArea;
pub use dispatch::Projection;
pub use equal_earth::EqualEarth;
pub use graticule::graticule;
pub use kind::ProjectionKind;
pub use mercator::Mercator;
pub use projector::Projector;
pub use resample::{great_circle, resample};
pub use stitch::{Stitched, has_map_edge, is_cut_off, is_map_edge, stitch};
pub use window::Window;

/// Mean radius of the earth (IUGG), km.
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A point of the projected map: km from the projection's centre, x to the east, y to the **south**
/// as on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MapPoint {
    /// Eastward, km.
    pub x: f64,
    /// Southward, km.
    pub y: f64,
}

impl MapPoint {
    /// A point from its two parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to another point, km.
    pub fn distance(self, other: MapPoint) -> f64 {
        libm::hypot(other.x - self.x, other.y - self.y)
    }
}
