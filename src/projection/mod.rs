//! From the sphere to the plane. Map units are kilometres, true in area.

mod azimuthal_equal_area;
mod cap;

pub use azimuthal_equal_area::AzimuthalEqualArea;
pub use cap::{Cap, unit_vector};

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
