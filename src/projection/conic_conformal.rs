//! Lambert's conic conformal projection on the sphere (Snyder 1987, *Map Projections: A Working
//! Manual*, pp. 104–107), written in isometric latitude so that it turns into Mercator's where its
//! cone opens to a cylinder.

use super::longitude::{east_of_rad, wrap_deg};
use super::mercator::{from_isometric, isometric};
use super::parallels::{CYLINDER, FLAT, angle_over, limit_of_sense, one_sixth, sin_over};
use super::{EARTH_RADIUS_KM, MapPoint};
use geo::Coord;

/// Conic conformal projection with two standard parallels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConicConformal {
    centre: Coord,
    isometric_0: f64,
    /// The cone constant.
    n: f64,
    /// n times the radius of the central parallel.
    g: f64,
}

impl ConicConformal {
    /// The projection about `centre`, true along two parallels; all in degrees.
    pub fn new(centre: Coord, parallels: [f64; 2]) -> Self {
        /// Nearer parallels count as one: their difference would be mostly rounding.
        const ONE_PARALLEL_RAD: f64 = 1e-6;
        let [lat_1, lat_2] = parallels.map(f64::to_radians);
        let n = if (lat_1 - lat_2).abs() < ONE_PARALLEL_RAD {
            libm::sin(f64::midpoint(lat_1, lat_2))
        } else {
            libm::log(libm::cos(lat_1) / libm::cos(lat_2)) / (isometric(lat_2) - isometric(lat_1))
        };
        let isometric_0 = isometric(centre.y.to_radians());
        let g = libm::cos(lat_1) * libm::exp(n * (isometric(lat_1) - isometric_0));
        Self { centre, isometric_0, n, g }
    }

    /// The same map in the size at which it is true at its centre.
    pub fn true_at_centre(self) -> Self {
        Self { g: libm::cos(self.centre.y.to_radians()), ..self }
    }

    /// The projection about the middle of an extent and true there: west, south, east, north, degrees.
    pub fn for_extent([west, south, east, north]: [f64; 4]) -> Self {
        let centre = Coord { x: f64::midpoint(west, east), y: f64::midpoint(south, north) };
        Self::new(centre, one_sixth(south, north)).true_at_centre()
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        self.centre
    }

    /// The southernmost and northernmost latitude that it shows, degrees. It ends where it grows
    /// past recognition; a cone that is not flat shows its tip, the near pole.
    pub fn latitudes(&self) -> [f64; 2] {
        let unit = self.scale(self.centre.y);
        [-90.0, 90.0].map(|pole: f64| {
            let is_tip = self.n.abs() >= FLAT && pole.signum() == self.n.signum();
            let scale = |lat| self.scale(lat) / unit;
            if is_tip { pole } else { limit_of_sense(self.centre.y, pole, scale) }
        })
    }

    /// Map km for a true km, the same in every direction, at a latitude in degrees.
    pub fn scale(&self, lat: f64) -> f64 {
        let lat = lat.to_radians();
        self.g * libm::exp(-self.n * (isometric(lat) - self.isometric_0)) / libm::cos(lat)
    }

    /// Degrees → map. The pole away from the cone's tip lies as good as infinitely far away.
    pub fn forward(&self, position: Coord) -> MapPoint {
        let lambda = east_of_rad(position.x, self.centre.x);
        let n = self.n;
        let up = isometric(position.y.to_radians()) - self.isometric_0;
        let shrink = libm::exp(-n * up);
        let x = shrink * sin_over(n, lambda);
        let rise = if n.abs() < CYLINDER { up } else { -libm::expm1(-n * up) / n };
        let y = rise + 2.0 * shrink * sin_over(n, lambda / 2.0) * libm::sin(n * lambda / 2.0);
        let size = self.g * EARTH_RADIUS_KM;
        MapPoint::new(x * size, -y * size)
    }

    /// Map → degrees; `None` outside of the fan that the sphere fills.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        let size = self.g * EARTH_RADIUS_KM;
        let (x, y) = (point.x / size, -point.y / size);
        let n = self.n;
        let lambda = angle_over(n, x, 1.0 - n * y);
        if lambda.abs() > std::f64::consts::PI + 1e-12 {
            return None;
        }
        // The square of the shrinking, less one, over n.
        let w = n * (x * x + y * y) - 2.0 * y;
        let up = if n.abs() < CYLINDER { -w / 2.0 } else { -libm::log1p(n * w) / (2.0 * n) };
        let lat = from_isometric(self.isometric_0 + up);
        Some(Coord { x: wrap_deg(self.centre.x + lambda.to_degrees()), y: lat.to_degrees() })
    }
}
