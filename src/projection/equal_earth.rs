//! The Equal Earth projection on the sphere (Šavrič, Patterson and Jenny 2018, *The Equal Earth map
//! projection*, International Journal of Geographical Information Science 33(3)).

use super::longitude::{east_of_rad, wrap_deg};
use super::{EARTH_RADIUS_KM, MapPoint};
use geo::Coord;

// The paper's polynomial.
const A1: f64 = 1.340264;
const A2: f64 = -0.081106;
const A3: f64 = 0.000893;
const A4: f64 = 0.003796;
/// √3 / 2
const M: f64 = 0.866_025_403_784_438_6;

/// Equal Earth about a central meridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EqualEarth {
    centre: Coord,
    /// Height of the centre above the equator, radii.
    height_0: f64,
}

impl EqualEarth {
    /// The projection with the meridian of `centre`, degrees, in its middle, and the origin there.
    pub fn centred(centre: Coord) -> Self {
        Self { centre, height_0: height(parametric(centre.y)) }
    }

    /// The projection about the middle of an extent: west, south, east, north, degrees.
    pub fn for_extent([west, south, east, north]: [f64; 4]) -> Self {
        Self::centred(Coord { x: f64::midpoint(west, east), y: f64::midpoint(south, north) })
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        self.centre
    }

    /// Degrees → map.
    pub fn forward(&self, position: Coord) -> MapPoint {
        let theta = parametric(position.y);
        let x = east_of_rad(position.x, self.centre.x) * libm::cos(theta) / (M * slope(theta));
        let y = height(theta) - self.height_0;
        MapPoint::new(x * EARTH_RADIUS_KM, -y * EARTH_RADIUS_KM)
    }

    /// Map → degrees; `None` outside of the outline of the world.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        const MOST_STEPS: u32 = 12;
        const ROUNDING: f64 = 1e-12;
        let (x, y) = (point.x / EARTH_RADIUS_KM, self.height_0 - point.y / EARTH_RADIUS_KM);
        if y.abs() > height(std::f64::consts::FRAC_PI_3) + ROUNDING {
            return None;
        }
        // Newton's method; the height grows steadily with the angle.
        let mut theta = y / A1;
        for _ in 0..MOST_STEPS {
            let step = (height(theta) - y) / slope(theta);
            theta -= step;
            if step.abs() < ROUNDING {
                break;
            }
        }
        let lambda = M * x * slope(theta) / libm::cos(theta);
        if lambda.abs() > std::f64::consts::PI + ROUNDING {
            return None;
        }
        let lat = libm::asin((libm::sin(theta) / M).clamp(-1.0, 1.0));
        Some(Coord { x: wrap_deg(self.centre.x + lambda.to_degrees()), y: lat.to_degrees() })
    }
}

/// The paper's θ of a latitude in degrees.
fn parametric(lat: f64) -> f64 {
    libm::asin(M * libm::sin(lat.to_radians()))
}

/// Height above the equator, radii.
fn height(theta: f64) -> f64 {
    let (t2, t6) = powers(theta);
    theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/// How fast the height grows with θ.
fn slope(theta: f64) -> f64 {
    let (t2, t6) = powers(theta);
    A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2)
}

/// θ² and θ⁶.
fn powers(theta: f64) -> (f64, f64) {
    let t2 = theta * theta;
    (t2, t2 * t2 * t2)
}
