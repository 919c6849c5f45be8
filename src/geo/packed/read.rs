//! Bytes → fields.

use super::codec::{Codec, unzigzag};

/// What is left of some bytes, or nothing sensible.
#[derive(Debug)]
pub struct Reader<'a> {
    left: &'a [u8],
    is_broken: bool,
    last_chain: usize,
    /// The index of the first chain to refer to, and the points of each.
    first_chain: usize,
    counts: Vec<u32>,
    /// Points that were referred to.
    points: usize,
}

impl<'a> Reader<'a> {
    /// Begins with bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        let (last_chain, first_chain, counts, points) = (0, 0, Vec::new(), 0);
        Self { left: bytes, is_broken: false, last_chain, first_chain, counts, points }
    }

    /// Says which chains there are to refer to: from which index on, and the points of each.
    pub fn refer_to(&mut self, first: usize, counts: Vec<u32>) {
        (self.last_chain, self.first_chain, self.counts) = (first, first, counts);
    }

    /// How many points were referred to, each as often as it was.
    pub fn points(&self) -> usize {
        self.points
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.left.len()
    }

    /// Whether all that was read made sense.
    pub fn is_sound(&self) -> bool {
        !self.is_broken
    }

    /// Gives up: what was read makes no sense.
    pub fn fail(&mut self) {
        self.is_broken = true;
    }

    /// The next bytes; none of them when there are fewer left.
    pub fn take(&mut self, count: usize) -> &'a [u8] {
        if self.is_broken {
            return &[];
        }
        let Some((taken, left)) = self.left.split_at_checked(count) else {
            self.fail();
            return &[];
        };
        self.left = left;
        taken
    }
}

impl Codec for Reader<'_> {
    fn number(&mut self, value: &mut u32) {
        *value = 0;
        for shift in (0..32).step_by(7) {
            let [byte] = *self.take(1) else { return };
            *value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return;
            }
        }
        self.fail();
    }

    fn real(&mut self, value: &mut f64) {
        *value = self.take(8).try_into().map(f64::from_le_bytes).unwrap_or_default();
        if !value.is_finite() {
            self.fail();
        }
    }

    fn text(&mut self, value: &mut String) {
        let mut count = 0;
        self.number(&mut count);
        match std::str::from_utf8(self.take(count as usize)) {
            Ok(text) => text.clone_into(value),
            Err(_) => self.fail(),
        }
    }

    fn chain(&mut self, index: &mut usize) {
        let mut step = 0;
        self.number(&mut step);
        *index = self.last_chain.wrapping_add_signed(unzigzag(step) as isize);
        self.last_chain = *index;
        match self.counts.get(index.wrapping_sub(self.first_chain)) {
            Some(count) => self.points = self.points.saturating_add(*count as usize),
            None => self.fail(),
        }
    }

    fn list<T: Default>(&mut self, items: &mut Vec<T>, each: fn(&mut Self, &mut T)) {
        let mut count = 0;
        self.number(&mut count);
        for _ in 0..count {
            let mut item = T::default();
            each(self, &mut item);
            if self.is_broken {
                return;
            }
            items.push(item);
        }
    }
}
