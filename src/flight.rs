//! Flights of the camera: van Wijk and Nuij, *Smooth and efficient zooming and panning* (IEEE
//! InfoVis 2003). Over a long way the view draws back, goes across and comes down again, so that
//! the picture changes at an even rate all the way.

use crate::projection::{EARTH_RADIUS_KM, MapPoint};
use crate::view::{Camera, Limits};
use std::f64::consts::LN_2;

/// How much the way rather zooms than pans: the value that people liked best in the paper's test.
const RHO: f64 = 1.42;

/// A way from one view to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    /// Visible width at the start, km.
    width_km: f64,
    /// Distance between the centres, km.
    distance_km: f64,
    /// The paper's r at the start; without meaning where the centres are the same.
    r0: f64,
    /// The paper's S: how much picture goes by. Negative where the view only draws back.
    length: f64,
}

impl Flight {
    /// The way between two views of the same box.
    pub fn new(from: Camera, to: Camera) -> Self {
        // Of shorter ways the panning cannot be seen, and its formulas lose their digits.
        const LEAST_SHARE: f64 = 1e-6;
        let w0 = from.width_px / from.px_per_km;
        let w1 = from.width_px / to.px_per_km;
        let u1 = from.centre.distance(to.centre);
        let distance_km = if u1 < LEAST_SHARE * w0.min(w1) { 0.0 } else { u1 };
        let (r0, length) = if distance_km == 0.0 {
            (0.0, libm::log(w0 / w1) / RHO)
        } else {
            let rho2 = RHO * RHO;
            let b = |w: f64, sign: f64| {
                (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * u1 * u1) / (2.0 * w * rho2 * u1)
            };
            let (r0, r1) = (-asinh(b(w0, 1.0)), -asinh(b(w1, -1.0)));
            (r0, (r1 - r0) / RHO)
        };
        Self { from, to, width_km: w0, distance_km, r0, length }
    }

    /// How long it takes: 800 to 1,600 ms by its length; no time where there is no way to go.
    pub fn duration_ms(&self) -> f64 {
        const MS_PER_LENGTH: f64 = 600.0;
        if self.from == self.to {
            return 0.0;
        }
        (self.length.abs() * MS_PER_LENGTH).clamp(800.0, 1600.0)
    }

    /// The view a share of the way along, 0 to 1, both ends exact.
    pub fn at(&self, share: f64) -> Camera {
        if share.is_nan() || share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 {
            return self.to;
        }
        let s = share * self.length;
        let (across, width_km) = if self.distance_km == 0.0 {
            (share, self.width_km * libm::exp(-RHO * s))
        } else {
            // The paper's u, written as one quotient so that near ways do not cancel out.
            let end = cosh(RHO * s + self.r0);
            let u = self.width_km / (RHO * RHO) * sinh(RHO * s) / end;
            (u / self.distance_km, self.width_km * cosh(self.r0) / end)
        };
        let (a, b) = (self.from.centre, self.to.centre);
        let centre = MapPoint::new(a.x + (b.x - a.x) * across, a.y + (b.y - a.y) * across);
        Camera { centre, px_per_km: self.from.width_px / width_km, ..self.to }
    }

    /// The view after a time, ms: slow at first and at last, and within limits.
    pub fn after(&self, elapsed_ms: f64, limits: &Limits) -> Camera {
        let duration_ms = self.duration_ms();
        if elapsed_ms >= duration_ms {
            return self.to;
        }
        let t = (elapsed_ms / duration_ms).clamp(0.0, 1.0);
        self.at(t * t * (3.0 - 2.0 * t)).clamped(limits)
    }
}

// The hyperbolic functions by way of exp and log: exact to a millionth of a pixel here, and they
// add nothing to the download.

fn asinh(x: f64) -> f64 {
    let root = libm::log(x.abs() + (x * x + 1.0).sqrt());
    if x < 0.0 { -root } else { root }
}

fn cosh(x: f64) -> f64 {
    f64::midpoint(libm::exp(x), libm::exp(-x))
}

fn sinh(x: f64) -> f64 {
    (libm::exp(x) - libm::exp(-x)) / 2.0
}

/// The scale, px for a km, of a zoom level of the web's maps at a latitude: level 0 shows the
/// equator on one tile of 512 px, each level doubles it, and Mercator stretches by the latitude.
pub fn px_per_km_at_zoom(zoom: f64, latitude_deg: f64) -> f64 {
    px_per_km_at_level_0(latitude_deg) * libm::exp(zoom.clamp(-10.0, 40.0) * LN_2)
}

/// The zoom level that has a scale, px for a km, at a latitude: the inverse.
pub fn zoom_at_px_per_km(px_per_km: f64, latitude_deg: f64) -> f64 {
    libm::log(px_per_km / px_per_km_at_level_0(latitude_deg)) / LN_2
}

fn px_per_km_at_level_0(latitude_deg: f64) -> f64 {
    const TILE_PX: f64 = 512.0;
    let equator_km = 2.0 * std::f64::consts::PI * EARTH_RADIUS_KM;
    let shrink = libm::cos(latitude_deg.to_radians()).max(1e-3);
    TILE_PX / equator_km / shrink
}
