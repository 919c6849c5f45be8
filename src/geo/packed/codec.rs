//! What a field is packed as, in either direction.

use crate::geo::chain::{position, steps};
use geo::Coord;

/// A way through the fields of a map: each is written as it is, or becomes what is read.
pub trait Codec: Sized {
    /// A number of steps, items, bytes.
    fn number(&mut self, value: &mut u32);
    /// A number to its last bit.
    fn real(&mut self, value: &mut f64);
    /// A text.
    fn text(&mut self, value: &mut String);
    /// A chain, by its index.
    fn chain(&mut self, index: &mut usize);
    /// A list with its length before it: what is read goes behind what is there.
    fn list<T: Default>(&mut self, items: &mut Vec<T>, each: fn(&mut Self, &mut T));

    /// Yes or no.
    fn flag(&mut self, value: &mut bool) {
        let mut number = u32::from(*value);
        self.number(&mut number);
        *value = number != 0;
    }

    /// A number that may be negative: the sign in its last bit, so that small ones are short.
    fn signed(&mut self, value: &mut i32) {
        let mut number = zigzag(*value);
        self.number(&mut number);
        *value = unzigzag(number);
    }

    /// A position, in degrees that are whole steps.
    fn position(&mut self, value: &mut Coord) {
        let [mut x, mut y] = steps(*value);
        self.signed(&mut x);
        self.signed(&mut y);
        *value = position([x, y]);
    }

    /// What may be absent.
    fn maybe<T: Default>(&mut self, value: &mut Option<T>, each: fn(&mut Self, &mut T)) {
        let mut is_there = value.is_some();
        self.flag(&mut is_there);
        *value = is_there.then(|| {
            let mut item = value.take().unwrap_or_default();
            each(self, &mut item);
            item
        });
    }
}

/// 0, −1, 1, −2, … as 0, 1, 2, 3, …
pub fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)).cast_unsigned()
}

/// The way back.
pub fn unzigzag(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}
