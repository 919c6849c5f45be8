//! Projections: points against a second implementation, then lines and rings, then the shipped map.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod agreement;
mod azimuthal;
mod cap;
mod fit;
mod graticule;
mod resample;
mod round_trip;
mod shipped_map;
mod stitch;
mod window;

use geo::{Coord, coord};
use khorgos::projection::{MapPoint, ProjectionKind};

/// All kinds.
fn kinds() -> impl Iterator<Item = ProjectionKind> {
    ProjectionKind::NAMES.iter().map(|(_, kind)| *kind)
}

/// A closed ring of four edges about a position.
fn square(lon: f64, lat: f64, half: f64) -> Vec<Coord> {
    [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        .map(|(x, y)| coord! { x: lon + x, y: lat + y })
        .to_vec()
}

/// The length of the longest step between neighbours, km.
fn longest_step(run: &[MapPoint]) -> f64 {
    run.windows(2).map(|pair| pair[0].distance(pair[1])).fold(0.0, f64::max)
}

/// The area of closed rings of which none lies in another.
fn area_km2(rings: &[Vec<MapPoint>]) -> f64 {
    let twice = |ring: &Vec<MapPoint>| {
        ring.windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>()
    };
    rings.iter().map(|ring| twice(ring).abs() / 2.0).sum()
}
