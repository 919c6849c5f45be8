//! Pictures of briefs that are changed by lots, seen from anywhere.

use crate::hostile::picture;

#[path = "flow_sets.rs"]
mod flow_sets;

use flow_sets::Random;

/// How many are drawn by lot.
const PICTURES: usize = 40;

/// A line for each picture in which there is something: its lot, how many things there are, and a
/// checksum of all of them to the last bit of their numbers (FNV-1a; Fowler, Noll and Vo 1991).
pub fn pictures_by_lot() -> String {
    (1..).filter_map(line).take(PICTURES).collect()
}

fn line(seed: u64) -> Option<String> {
    let mut random = Random(seed);
    let bytes: Vec<u8> = (0..120).filter_map(|_| u8::try_from(random.below(256)).ok()).collect();
    let scene = picture(&bytes).filter(|scene| !scene.items.is_empty())?;
    let join = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let sum = format!("{scene:?}").bytes().fold(0xcbf2_9ce4_8422_2325, join);
    Some(format!("{seed}: {} things, {sum:016x}\n", scene.items.len()))
}
