//! How long the shipped map takes to be projected for its first view, in every projection.

#[path = "../tests/common/mod.rs"]
mod common;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use khorgos::model::Model;
use khorgos::project::project;
use khorgos::projection::ProjectionKind;
use std::rc::Rc;

fn projections(c: &mut Criterion) {
    let (model, base) = common::shipped_model();
    let base = Rc::new(base);
    let mut group = c.benchmark_group("project");
    for (name, projection) in ProjectionKind::NAMES {
        let model = Model { projection: *projection, ..model.clone() };
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| {
                let map = project(&model, &base);
                map.overview(); // a level of detail is projected when it is asked for
                map
            });
        });
    }
    group.finish();
}

criterion_group!(benches, projections);
criterion_main!(benches);
