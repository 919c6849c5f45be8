//! How long the borders and coasts of the shipped map take to get their levels of detail.

#[path = "../tests/common/mod.rs"]
mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use khorgos::geo::{Chain, FINEST};

fn levels(c: &mut Criterion) {
    let (_, base) = common::shipped_model();
    let runs: Vec<_> =
        base.chains.iter().map(|chain| chain.at(FINEST).collect::<Vec<_>>()).collect();
    let points: usize = runs.iter().map(Vec::len).sum();
    let mut group = c.benchmark_group("levels of detail");
    group.throughput(Throughput::Elements(points as u64)).bench_function("base map", |b| {
        b.iter(|| runs.iter().map(|run| Chain::new(run)).collect::<Vec<_>>());
    });
    group.finish();
}

criterion_group!(benches, levels);
criterion_main!(benches);
