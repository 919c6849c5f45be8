//! How long flows take to be laid out, in each kind of set that the tests have.

#[path = "../tests/common/flow_sets.rs"]
mod flow_sets;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use flow_sets::{SCREEN, flow_set};
use khorgos::layout::flows::lay_out;

/// Seed of a set of a kind, and how many flows it has; of 300 there are more than are searched
/// piece by piece.
const SETS: [(&str, u64, usize); 5] = [
    ("a hub", 16, 100),
    ("neighbours", 17, 100),
    ("two hubs", 18, 100),
    ("clusters", 19, 100),
    ("neighbours", 17, 300),
];

fn lay_out_flows(c: &mut Criterion) {
    let mut group = c.benchmark_group("lay out flows");
    group.sample_size(10);
    for (kind, seed, count) in SETS {
        let (nodes, flows) = flow_set(seed, count);
        group.bench_function(BenchmarkId::new(kind, count), |b| {
            b.iter(|| lay_out(&nodes, &flows, &SCREEN));
        });
    }
    group.finish();
}

criterion_group!(benches, lay_out_flows);
criterion_main!(benches);
