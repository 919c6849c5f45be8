//! Thousands of flows: how long they take to be read, indexed, and drawn as sums.

#[path = "../tests/common/mod.rs"]
mod common;

use common::many::{Many, read, world};
use khorgos::compose::{Atlas, View, compose, furniture};
use khorgos::scene::EstimatedText;
use khorgos::sums::Sums;
use khorgos::view::{Camera, Insets, ScreenPoint};

fn main() {
    divan::main();
}

const FLOWS: [usize; 3] = [1_000, 10_000, 100_000];
/// How often nearer than the first view.
const ZOOMS: [u16; 3] = [1, 4, 20];

/// Between countries, or between thousands of places.
fn many(flows: usize, places: usize) -> Many {
    Many { seed: 1, flows, countries: 200, places, mixed: false }
}

#[divan::bench(args = FLOWS, max_time = 10)]
fn read_and_resolve(bencher: divan::Bencher, flows: usize) {
    let base = world();
    let text = many(flows, 0).document(&base).to_string();
    bencher.bench_local(|| read(&text, &base));
}

#[divan::bench(args = FLOWS, consts = [0, 4000], max_time = 5)]
fn index<const PLACES: usize>(bencher: divan::Bencher, flows: usize) {
    let Atlas { model, map, .. } = many(flows, PLACES).atlas();
    bencher.bench_local(|| Sums::new(&model, &map.projection, map.home));
}

#[divan::bench(args = FLOWS, consts = ZOOMS, max_time = 3)]
fn frame_of_countries<const ZOOM: u16>(bencher: divan::Bencher, flows: usize) {
    let atlas = many(flows, 0).atlas();
    let view = view(&atlas, ZOOM);
    bencher.bench_local(|| drawn(&atlas, &view));
}

#[divan::bench(args = FLOWS, consts = ZOOMS, max_time = 3)]
fn frame_of_places<const ZOOM: u16>(bencher: divan::Bencher, flows: usize) {
    let atlas = many(flows, 4000).atlas();
    let view = view(&atlas, ZOOM);
    bencher.bench_local(|| drawn(&atlas, &view));
}

fn drawn(atlas: &Atlas, view: &View) -> usize {
    let scene = compose(atlas, view, &EstimatedText);
    furniture(atlas, &view.layers, &scene, ScreenPoint::new(1100.0, 600.0)).legend.len()
}

fn view(atlas: &Atlas, zoom: u16) -> View {
    let home = Camera::fit_mostly(atlas.map.home, 1200.0, 750.0, Insets::default());
    View {
        camera: Camera { px_per_km: home.px_per_km * f64::from(zoom), ..home },
        layers: vec![true; atlas.model.layers.len()],
        hover: None,
        selected: None,
        lens: None,
        obstacles: Vec::new(),
        margin_px: 0.0,
    }
}
