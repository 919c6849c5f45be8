//! How long flows take to be laid out: 100 of them, in each kind of set that the tests have.

#[path = "../tests/common/flow_sets.rs"]
mod flow_sets;

use flow_sets::{SCREEN, flow_set};
use khorgos::layout::flows::lay_out;

fn main() {
    divan::main();
}

/// Seeds of one set of each kind: a hub, neighbours, two hubs, clusters.
#[divan::bench(args = [16, 17, 18, 19])]
fn lay_out_100(bencher: divan::Bencher, seed: u64) {
    let (nodes, flows) = flow_set(seed, 100);
    bencher.bench(|| lay_out(&nodes, &flows, &SCREEN));
}

/// More than are searched piece by piece.
#[divan::bench]
fn lay_out_300(bencher: divan::Bencher) {
    let (nodes, flows) = flow_set(17, 300);
    bencher.bench(|| lay_out(&nodes, &flows, &SCREEN));
}
