//! How long it takes to say what is under a point: 200 points all over the shipped brief's picture.

#[path = "../tests/common/mod.rs"]
mod common;
mod shown;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use khorgos::compose::compose;
use khorgos::hit::hit;
use khorgos::scene::EstimatedText;
use khorgos::view::ScreenPoint;
use shown::{SIZES_PX, shown};

const POINTS: u32 = 200;

/// How far a mouse may be from a thing.
const REACH_PX: f64 = 8.0;

fn hits(c: &mut Criterion) {
    let mut group = c.benchmark_group("hit");
    for size_px in SIZES_PX {
        let (atlas, view) = shown(size_px);
        let scene = compose(&atlas, &view, &EstimatedText);
        // Steps that share no factor with the number of points: no two are on one line.
        let share = |index: u32, step: u32| f64::from((index * step) % POINTS) / f64::from(POINTS);
        let points: Vec<ScreenPoint> = (0..POINTS)
            .map(|i| ScreenPoint::new(size_px.0 * share(i, 71), size_px.1 * share(i, 127)))
            .collect();
        let id = BenchmarkId::from_parameter(format!("{}x{}", size_px.0, size_px.1));
        group.throughput(Throughput::Elements(POINTS.into())).bench_function(id, |b| {
            b.iter(|| {
                points.iter().filter(|point| hit(&scene, **point, REACH_PX).is_some()).count()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, hits);
criterion_main!(benches);
