//! How long a frame of the shipped brief takes, from the view to the Scene, and its flows alone.

#[path = "../tests/common/mod.rs"]
mod common;

use khorgos::compose::{Atlas, View, compose, flow_layout};
use khorgos::scene::EstimatedText;
use khorgos::style::Theme;
use khorgos::view::{Camera, Insets};

fn main() {
    divan::main();
}

fn shown(width_px: f64, height_px: f64) -> (Atlas, View) {
    let (model, base) = common::shipped_model();
    let atlas = Atlas::new(model, base, Theme::LIGHT);
    let view = View {
        camera: Camera::fit_mostly(atlas.map.home, width_px, height_px, Insets::default()),
        layers: atlas.model.layers.iter().map(|layer| layer.visible).collect(),
        hover: None,
        selected: None,
        lens: None,
        obstacles: Vec::new(),
        margin_px: 0.0,
    };
    (atlas, view)
}

const SIZES: [(u16, u16); 2] = [(1200, 750), (390, 700)];

#[divan::bench(args = [0, 1])]
fn frame(bencher: divan::Bencher, size: usize) {
    let (width, height) = SIZES[size];
    let (atlas, view) = shown(width.into(), height.into());
    bencher.bench_local(|| compose(&atlas, &view, &EstimatedText));
}

#[divan::bench(args = [0, 1])]
fn flows(bencher: divan::Bencher, size: usize) {
    let (width, height) = SIZES[size];
    let (atlas, view) = shown(width.into(), height.into());
    bencher.bench_local(|| flow_layout(&atlas, &view, &EstimatedText));
}
