//! Thousands of flows: how long they take to be read, indexed, and drawn as sums.

#[path = "../tests/common/mod.rs"]
mod common;

use common::many::{Many, read, world};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use khorgos::compose::{Atlas, View, compose, furniture};
use khorgos::scene::EstimatedText;
use khorgos::sums::Sums;
use khorgos::view::{Camera, Insets, ScreenPoint};

const FLOWS: [usize; 3] = [1_000, 10_000, 100_000];
/// How often nearer than the first view.
const ZOOMS: [u16; 3] = [1, 4, 20];
/// What flows run between, and how many places there are.
const ENDS: [(&str, usize); 2] = [("countries", 0), ("places", 4000)];

/// Between countries, or between thousands of places.
fn many(flows: usize, places: usize) -> Many {
    Many { seed: 1, flows, countries: 200, places, mixed: false }
}

fn read_and_resolve(c: &mut Criterion) {
    let base = world();
    let mut group = c.benchmark_group("read and resolve");
    for flows in FLOWS {
        let text = many(flows, 0).document(&base).to_string();
        group.sample_size(10).bench_function(BenchmarkId::from_parameter(flows), |b| {
            b.iter(|| read(&text, &base));
        });
    }
    group.finish();
}

fn index(c: &mut Criterion) {
    let mut group = c.benchmark_group("index");
    for (kind, places) in ENDS {
        for flows in FLOWS {
            let Atlas { model, map, .. } = many(flows, places).atlas();
            group.sample_size(10).bench_function(BenchmarkId::new(kind, flows), |b| {
                b.iter(|| Sums::new(&model, &map.projection, map.home));
            });
        }
    }
    group.finish();
}

fn frame(c: &mut Criterion) {
    let mut group = c.benchmark_group("frame");
    for (kind, places) in ENDS {
        for flows in FLOWS {
            let atlas = many(flows, places).atlas();
            for zoom in ZOOMS {
                let view = view(&atlas, zoom);
                let name = BenchmarkId::new(format!("{kind}, {zoom} times as near"), flows);
                group.sample_size(10).bench_function(name, |b| b.iter(|| drawn(&atlas, &view)));
            }
        }
    }
    group.finish();
}

fn drawn(atlas: &Atlas, view: &View) -> usize {
    let scene = compose(atlas, view, &EstimatedText);
    furniture(atlas, &view.layers, &scene, ScreenPoint::new(1100.0, 600.0)).legend.len()
}

fn view(atlas: &Atlas, zoom: u16) -> View {
    let home = Camera::fit_mostly(atlas.map.home, 1200.0, 750.0, Insets::default());
    let camera = Camera { px_per_km: home.px_per_km * f64::from(zoom), ..home };
    View::of(camera, vec![true; atlas.model.layers.len()])
}

criterion_group!(benches, read_and_resolve, index, frame);
criterion_main!(benches);
