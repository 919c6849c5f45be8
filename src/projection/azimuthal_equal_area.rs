//! Lambert's azimuthal equal-area projection on the sphere, oblique aspect
//! (Snyder 1987, *Map Projections: A Working Manual*, pp. 182–190).

use super::longitude::wrap_deg;
use super::{EARTH_RADIUS_KM, MapPoint};
use geo::Coord;

/// Azimuthal equal-area projection about a centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AzimuthalEqualArea {
    centre: Coord,
    sin_lat0: f64,
    cos_lat0: f64,
}

impl AzimuthalEqualArea {
    /// The projection about `centre`, degrees.
    pub fn centred(centre: Coord) -> Self {
        let (sin_lat0, cos_lat0) = libm::sincos(centre.y.to_radians());
        Self { centre, sin_lat0, cos_lat0 }
    }

    /// The projection about the middle of an extent: west, south, east, north, degrees.
    pub fn for_extent([west, south, east, north]: [f64; 4]) -> Self {
        Self::centred(Coord { x: f64::midpoint(west, east), y: f64::midpoint(south, north) })
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        self.centre
    }

    /// Degrees → map. The centre's antipode, which has no place of its own, goes to the rim.
    pub fn forward(&self, position: Coord) -> MapPoint {
        let (sin_lat, cos_lat) = libm::sincos(position.y.to_radians());
        let (sin_dlon, cos_dlon) = libm::sincos((position.x - self.centre.x).to_radians());
        let cos_c = self.sin_lat0 * sin_lat + self.cos_lat0 * cos_lat * cos_dlon;
        // The limit keeps the antipode finite; the rim is at two radii.
        let k = (2.0 / (1.0 + cos_c).max(1e-12)).sqrt();
        let x = k * cos_lat * sin_dlon;
        let y = k * (self.cos_lat0 * sin_lat - self.sin_lat0 * cos_lat * cos_dlon);
        MapPoint::new(x * EARTH_RADIUS_KM, -y * EARTH_RADIUS_KM)
    }

    /// Map → degrees; `None` outside the disc that the sphere fills.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        let (x, y) = (point.x / EARTH_RADIUS_KM, -point.y / EARTH_RADIUS_KM);
        let rho = libm::hypot(x, y);
        if rho == 0.0 {
            return Some(Coord { x: wrap_deg(self.centre.x), ..self.centre });
        }
        if rho > 2.0 {
            return None;
        }
        let (sin_c, cos_c) = libm::sincos(2.0 * libm::asin(rho / 2.0));
        let sin_lat = cos_c * self.sin_lat0 + y * sin_c * self.cos_lat0 / rho;
        let lat = libm::asin(sin_lat.clamp(-1.0, 1.0));
        let dlon = libm::atan2(x * sin_c, rho * self.cos_lat0 * cos_c - y * self.sin_lat0 * sin_c);
        let lon = self.centre.x + dlon.to_degrees();
        Some(Coord { x: wrap_deg(lon), y: lat.to_degrees() })
    }
}
