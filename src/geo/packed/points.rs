//! The points of all chains: each is told by the way from the one before it, in the largest unit that
//! all coordinates of its chain are multiples of. First stand the lowest bytes of all numbers, then the
//! next: bytes of one kind side by side compress best.

use super::Levels;
use super::codec::{Codec, unzigzag, zigzag};
use super::read::Reader;
use super::write::Writer;
use crate::geo::chain::{Chain, Steps, is_on_earth, position};
use crate::geo::detail::FINEST;
use std::rc::Rc;

/// Writes chains.
pub fn write(writer: &mut Writer, chains: &[Rc<Chain>], levels: Levels) {
    let mut counts = Vec::with_capacity(chains.len());
    let mut units = Vec::with_capacity(chains.len());
    let (mut numbers, mut before) = (Vec::new(), [0_i32, 0]);
    for points in chains.iter().map(|chain| chain.points()) {
        let all = points.iter().flatten();
        let unit = all.fold(0, |unit, steps| common(unit, steps.unsigned_abs())).max(1);
        counts.push(u32::try_from(points.len()).unwrap_or(u32::MAX));
        units.push(unit);
        for point in points {
            numbers.extend(way(before, *point, unit.cast_signed()).map(zigzag));
            before = *point;
        }
    }
    let largest: u32 = numbers.iter().copied().max().unwrap_or(0);
    let planes = (u32::BITS - largest.leading_zeros()).div_ceil(8).max(1);
    writer.number(&mut { planes });
    writer.flag(&mut (levels == Levels::Kept));
    writer.list(&mut counts, Codec::number);
    writer.list(&mut units, Codec::number);
    for plane in 0..planes {
        writer.bytes.extend(numbers.iter().map(|number| (number >> (8 * plane)) as u8));
    }
    if levels == Levels::Kept {
        writer.bytes.extend(chains.iter().flat_map(|chain| chain.levels()));
    }
}

/// The way to a point from the one before it, units.
fn way(before: Steps, point: Steps, unit: i32) -> Steps {
    let ([x, y], [from_x, from_y]) = (point, before);
    [(x / unit).wrapping_sub(from_x / unit), (y / unit).wrapping_sub(from_y / unit)]
}

/// Reads them, and puts them behind those that are there; `most` of them at most. Without a plane, a
/// few bytes would tell of any number of points. Says how many each chain has.
pub fn read(reader: &mut Reader, chains: &mut Vec<Rc<Chain>>, most: usize) -> Vec<u32> {
    let (mut planes, mut has_levels) = (0, false);
    let (mut counts, mut units) = (Vec::new(), Vec::new());
    reader.number(&mut planes);
    reader.flag(&mut has_levels);
    reader.list(&mut counts, Codec::number);
    reader.list(&mut units, Codec::number);
    let count = counts.iter().fold(0, |sum: usize, count| sum.saturating_add(*count as usize));
    let planes: Vec<&[u8]> =
        (0..planes.min(4)).map(|_| reader.take(count.saturating_mul(2))).collect();
    let levels = if has_levels { reader.take(count) } else { &[] };
    if planes.is_empty() || count > most {
        reader.fail();
    }
    if !reader.is_sound() {
        return counts;
    }
    let way = |at: usize| {
        let byte = |plane: &&[u8]| u32::from(plane.get(at).copied().unwrap_or(0));
        let number = planes.iter().rev().fold(0, |number, plane| number << 8 | byte(plane));
        unzigzag(number)
    };
    let (mut first, mut before, mut is_sound) = (0, [0_i32, 0], units.len() == counts.len());
    for (count, unit) in counts.iter().zip(units) {
        let places = first..first + *count as usize;
        first = places.end;
        let unit = i32::try_from(unit).unwrap_or(i32::MAX).max(1);
        let points = places.clone().map(|at| {
            let [x, y] = before.map(|steps| steps / unit);
            let point = [x.wrapping_add(way(2 * at)), y.wrapping_add(way(2 * at + 1))];
            before = point.map(|units| units.saturating_mul(unit));
            is_sound &= is_on_earth(position(before));
            before
        });
        let points = points.collect();
        chains.push(Rc::new(match levels.get(places) {
            Some(levels) if has_levels => Chain::with_levels(
                points,
                levels.iter().map(|level| (*level).min(FINEST)).collect(),
            ),
            _ => Chain::of(points),
        }));
    }
    if !is_sound {
        reader.fail();
    }
    counts
}

/// The largest number that both are multiples of (Euclid).
fn common(mut a: u32, mut b: u32) -> u32 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}
