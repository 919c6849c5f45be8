//! Albers' conic equal-area projection on the sphere (Snyder 1987, *Map Projections: A Working
//! Manual*, pp. 98–103), written so that it turns into the cylindrical equal-area projection where
//! its cone opens to a cylinder.

use super::longitude::{east_of_rad, wrap_deg};
use super::parallels::{FLAT, angle_over, limit_of_sense, one_sixth, sin_over};
use super::{EARTH_RADIUS_KM, MapPoint};
use geo::Coord;

/// Conic equal-area projection with two standard parallels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConicEqualArea {
    centre: Coord,
    sin_lat0: f64,
    /// The cone constant.
    n: f64,
    /// Snyder's C.
    c: f64,
    /// n times the radius of the central parallel.
    q0: f64,
}

impl ConicEqualArea {
    /// The projection about `centre`, true along two parallels; all in degrees.
    pub fn new(centre: Coord, parallels: [f64; 2]) -> Self {
        let [sin_1, sin_2] = parallels.map(|lat| libm::sin(lat.to_radians()));
        let (n, c) = (f64::midpoint(sin_1, sin_2), 1.0 + sin_1 * sin_2);
        let sin_lat0 = libm::sin(centre.y.to_radians());
        Self { centre, sin_lat0, n, c, q0: radius(n, c, sin_lat0) }
    }

    /// The projection about the middle of an extent: west, south, east, north, degrees.
    pub fn for_extent([west, south, east, north]: [f64; 4]) -> Self {
        let centre = Coord { x: f64::midpoint(west, east), y: f64::midpoint(south, north) };
        Self::new(centre, one_sixth(south, north))
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        self.centre
    }

    /// The southernmost and northernmost latitude that it shows, degrees. A cone that is not flat
    /// ends where it stretches the side away from its tip past recognition.
    pub fn latitudes(&self) -> [f64; 2] {
        if self.n.abs() < FLAT {
            return [-90.0, 90.0];
        }
        let scale = |lat: f64| {
            let (sin_lat, cos_lat) = libm::sincos(lat.to_radians());
            radius(self.n, self.c, sin_lat) / cos_lat.max(1e-12)
        };
        let far = limit_of_sense(self.centre.y, (-90.0_f64).copysign(-self.n), scale);
        if self.n > 0.0 { [far, 90.0] } else { [-90.0, far] }
    }

    /// Degrees → map.
    pub fn forward(&self, position: Coord) -> MapPoint {
        let sin_lat = libm::sin(position.y.to_radians());
        let lambda = east_of_rad(position.x, self.centre.x);
        let q = radius(self.n, self.c, sin_lat);
        let x = q * sin_over(self.n, lambda);
        // (q0 - q) / n without its difference, and the sagitta of the parallel.
        let rise = 2.0 * (sin_lat - self.sin_lat0) / (self.q0 + q).max(f64::MIN_POSITIVE);
        let y = rise + 2.0 * q * sin_over(self.n, lambda / 2.0) * libm::sin(self.n * lambda / 2.0);
        MapPoint::new(x * EARTH_RADIUS_KM, -y * EARTH_RADIUS_KM)
    }

    /// Map → degrees; `None` outside of the fan that the sphere fills.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        let (x, y) = (point.x / EARTH_RADIUS_KM, -point.y / EARTH_RADIUS_KM);
        let n = self.n;
        let lambda = angle_over(n, x, self.q0 - n * y);
        let sin_lat = self.sin_lat0 + self.q0 * y - n * (x * x + y * y) / 2.0;
        const ROUNDING: f64 = 1e-12;
        if sin_lat.abs() > 1.0 + ROUNDING || lambda.abs() > std::f64::consts::PI + ROUNDING {
            return None;
        }
        let lat = libm::asin(sin_lat.clamp(-1.0, 1.0));
        Some(Coord { x: wrap_deg(self.centre.x + lambda.to_degrees()), y: lat.to_degrees() })
    }
}

/// n times the radius of a parallel.
fn radius(n: f64, c: f64, sin_lat: f64) -> f64 {
    (c - 2.0 * n * sin_lat).max(0.0).sqrt()
}
