//! How long it takes to find the borders that the shipped map's countries share, were they plain rings.

#[path = "../tests/common/mod.rs"]
mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use khorgos::geo::Topology;

fn shared_borders(c: &mut Criterion) {
    let base = common::base_map();
    let rings: Vec<_> = base
        .countries
        .iter()
        .flat_map(|country| &country.rings)
        .map(|ring| base.points(ring))
        .collect();
    let points: usize = rings.iter().map(Vec::len).sum();
    let mut group = c.benchmark_group("topology");
    group.throughput(Throughput::Elements(points as u64)).bench_function("base map", |b| {
        b.iter(|| {
            let mut topology = Topology::default();
            for ring in &rings {
                topology.add(ring.iter().copied());
            }
            let mut arcs = 0_usize;
            for line in 0..topology.len() {
                topology.cut(line, &mut |_| arcs += 1);
            }
            arcs
        });
    });
    group.finish();
}

criterion_group!(benches, shared_borders);
criterion_main!(benches);
