//! Mercator's projection on the sphere (Snyder 1987, *Map Projections: A Working Manual*,
//! pp. 38–47).

use super::longitude::{east_of_rad, wrap_deg};
use super::{EARTH_RADIUS_KM, MapPoint};
use geo::Coord;

/// Mercator's projection, true at its centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mercator {
    centre: Coord,
    isometric_0: f64,
    /// km for a unit of longitude.
    size_km: f64,
}

impl Mercator {
    /// Where the map ends, degrees north and south: it is as tall as it is wide then, as on the web.
    pub const LIMIT_DEG: f64 = 85.051_128_779_806_59;

    /// The projection about `centre`, degrees, and true there. A centre beyond the limit is brought
    /// back to it.
    pub fn centred(centre: Coord) -> Self {
        let centre = Coord { x: centre.x, y: centre.y.clamp(-Self::LIMIT_DEG, Self::LIMIT_DEG) };
        let lat = centre.y.to_radians();
        let size_km = libm::cos(lat) * EARTH_RADIUS_KM;
        Self { centre, isometric_0: isometric(lat), size_km }
    }

    /// The projection about the middle of an extent: west, south, east, north, degrees.
    pub fn for_extent([west, south, east, north]: [f64; 4]) -> Self {
        Self::centred(Coord { x: f64::midpoint(west, east), y: f64::midpoint(south, north) })
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        self.centre
    }

    /// Map km for a true km, the same in every direction, at a latitude in degrees.
    pub fn scale(&self, lat: f64) -> f64 {
        self.size_km / EARTH_RADIUS_KM / libm::cos(lat.to_radians())
    }

    /// Degrees → map. The poles lie as good as infinitely far away.
    pub fn forward(&self, position: Coord) -> MapPoint {
        let x = east_of_rad(position.x, self.centre.x);
        let y = isometric(position.y.to_radians()) - self.isometric_0;
        MapPoint::new(x * self.size_km, -y * self.size_km)
    }

    /// How far off its middle the middle of an edge comes to lie at most, km.
    pub(super) fn most_bend_km(&self, from: MapPoint, to: MapPoint) -> f64 {
        const SHORT: f64 = 0.1;
        let step_km = (to.y - from.y).abs();
        // Longitudes stay as they are. Of heights the second derivative is at most the square of the
        // first, which hardly changes along a short edge: an eighth, with room for that.
        let is_short = step_km < SHORT * self.size_km;
        if is_short { step_km * step_km / (4.0 * self.size_km) } else { f64::INFINITY }
    }

    /// Map → degrees; `None` east or west of the world.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        let lambda = point.x / self.size_km;
        if lambda.abs() > std::f64::consts::PI + 1e-12 {
            return None;
        }
        let lat = from_isometric(self.isometric_0 - point.y / self.size_km);
        Some(Coord { x: wrap_deg(self.centre.x + lambda.to_degrees()), y: lat.to_degrees() })
    }
}

/// Isometric latitude of a latitude, radians: the height on a Mercator map of the unit sphere.
pub(super) fn isometric(lat: f64) -> f64 {
    asinh(libm::tan(lat))
}

/// The inverse hyperbolic sine as `libm` has it, to the last bit, but with the square root of the
/// processor, which is the same everywhere: that of `libm` takes most of its time.
fn asinh(x: f64) -> f64 {
    const SMALL: f64 = 1.0 / (1 << 26) as f64;
    const LARGE: f64 = (1 << 26) as f64;
    let size = x.abs();
    let root = (size * size + 1.0).sqrt();
    let height = if size >= LARGE {
        libm::log(size) + std::f64::consts::LN_2
    } else if size >= 2.0 {
        libm::log(2.0 * size + 1.0 / (root + size))
    } else if size >= SMALL {
        libm::log1p(size + size * size / (root + 1.0))
    } else {
        size
    };
    height.copysign(x)
}

/// Latitude of an isometric latitude, radians.
pub(super) fn from_isometric(height: f64) -> f64 {
    libm::atan(libm::sinh(height))
}
