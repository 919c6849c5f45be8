//! How long a frame of the shipped brief takes, from the view to the Scene, and its flows alone.

#[path = "../tests/common/mod.rs"]
mod common;
mod shown;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use khorgos::compose::{compose, flow_layout};
use khorgos::scene::EstimatedText;
use shown::{SIZES_PX, shown};

fn frame(c: &mut Criterion) {
    let mut group = c.benchmark_group("compose");
    for size_px in SIZES_PX {
        let (atlas, view) = shown(size_px);
        let id = |name| BenchmarkId::new(name, format!("{}x{}", size_px.0, size_px.1));
        group.bench_function(id("frame"), |b| b.iter(|| compose(&atlas, &view, &EstimatedText)));
        group.bench_function(id("its flows"), |b| {
            b.iter(|| flow_layout(&atlas, &view, &EstimatedText));
        });
    }
    group.finish();
}

criterion_group!(benches, frame);
criterion_main!(benches);
