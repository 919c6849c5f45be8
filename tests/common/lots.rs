//! Pictures of briefs that are changed by lots, seen from anywhere.

#![allow(dead_code, reason = "each suite uses a part")]

use crate::hostile::picture;
use khorgos::scene::Scene;

/// How many are drawn by lot.
const PICTURES: usize = 40;

/// Pictures in which there is something, with their lots.
pub fn pictures_by_lot() -> impl Iterator<Item = (u64, Scene)> {
    let pictures = (1..).map(|lot| (lot, picture_of(lot)));
    pictures.filter(|(_, scene)| !scene.items.is_empty()).take(PICTURES)
}

fn picture_of(lot: u64) -> Scene {
    let mut sum = checksum(&lot.to_le_bytes());
    let bytes = std::iter::repeat_with(|| {
        sum = join(sum, 0);
        sum.to_be_bytes()[0]
    });
    picture(&bytes.take(120).collect::<Vec<u8>>())
}

/// A line for each of them: how many things there are, and a checksum of all of them to the last bit of
/// their numbers.
pub fn checksums() -> String {
    let line = |(lot, scene): (u64, Scene)| {
        let sum = checksum(format!("{scene:?}").as_bytes());
        format!("{lot}: {} things, {sum:016x}\n", scene.items.len())
    };
    pictures_by_lot().map(line).collect()
}

/// FNV-1a (Fowler, Noll and Vo 1991).
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| join(sum, *byte))
}

fn join(sum: u64, byte: u8) -> u64 {
    (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
