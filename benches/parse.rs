//! How long the shipped documents take from bytes to what later stages read.

#[path = "../tests/common/mod.rs"]
mod common;

use common::bytes;
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use khorgos::brief::{self, BriefReader};
use khorgos::geo::MapReader;
use khorgos::speech::Speech;

fn size(bytes: &[u8]) -> Throughput {
    Throughput::Bytes(bytes.len() as u64)
}

fn read_brief(c: &mut Criterion) {
    let (_, base) = common::shipped_model();
    let bytes = bytes("assets/briefs/kazakhstan.json");
    let mut group = c.benchmark_group("read");
    group.throughput(size(&bytes)).bench_function("brief", |b| {
        b.iter(|| {
            let (brief, mut problems, _) = BriefReader::new(bytes.clone()).finish();
            brief::resolve(&brief, &base, &Speech::default(), &mut problems)
        });
    });
    group.finish();
}

fn read_map(c: &mut Criterion) {
    let bytes = bytes("assets/map/base.topo.json");
    let mut group = c.benchmark_group("read");
    group.throughput(size(&bytes)).bench_function("base map", |b| {
        let read = |bytes| MapReader::new(vec![bytes]).finish().unwrap();
        b.iter_batched(|| bytes.clone(), read, BatchSize::LargeInput);
    });
    group.finish();
}

criterion_group!(benches, read_brief, read_map);
criterion_main!(benches);
