//! Shared borders found in polygons that stand each for itself, so that both sides are simplified
//! alike: lines are cut where their neighbours part (Bostock 2012, *How to infer topology*), and
//! what several of them have in common is stored once.

use geo::Coord;

/// Points nearer than this to one another are one, degrees: a tenth of a metre.
const GRID_DEG: f64 = 1e-6;

/// A use of an arc: its index, and whether it is run through from its end.
pub type ArcUse = (usize, bool);

/// Lines that are looked at for what they share.
#[derive(Debug, Default)]
pub struct Topology {
    /// Points by their number.
    points: Vec<Coord>,
    numbers: Table,
    /// The neighbours of each point where it was first seen.
    neighbours: Vec<Option<[u32; 2]>>,
    /// Whether lines part at a point, or end.
    is_junction: Vec<bool>,
    /// The points of each line by their numbers; of a closed one the last is the first.
    lines: Vec<Vec<u32>>,
    /// Arcs that are there already: their points, in the direction that comes first in order.
    arcs: Vec<Vec<u32>>,
    known: Table,
}

impl Topology {
    /// Takes a line in, and gives it its number.
    pub fn add(&mut self, line: impl IntoIterator<Item = Coord>) -> usize {
        let mut numbers: Vec<u32> = Vec::new();
        for position in line {
            let number = self.number(position);
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
        let is_closed = numbers.len() > 2 && numbers.first() == numbers.last();
        let last = numbers.len().saturating_sub(1);
        for (index, number) in numbers.iter().enumerate() {
            let at = |index: usize| numbers.get(index).copied();
            let pair = match index {
                // Seen at the first point already.
                _ if is_closed && index == last => continue,
                0 if is_closed => at(last - 1).zip(at(1)),
                0 => None,
                _ => at(index - 1).zip(at(index + 1)),
            };
            self.see(*number, pair.map(|(a, b)| [a.min(b), a.max(b)]));
        }
        self.lines.push(numbers);
        self.lines.len() - 1
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Cuts a line, when all of them are in: the arcs that it is made of. Those that are new are
    /// handed to `store`, one after the other.
    pub fn cut(&mut self, line: usize, store: &mut dyn FnMut(Vec<Coord>)) -> Vec<ArcUse> {
        let Some(numbers) = self.lines.get_mut(line).map(std::mem::take) else { return Vec::new() };
        let is_closed = numbers.len() > 2 && numbers.first() == numbers.last();
        let is_cut = |number: &u32| self.is_junction.get(*number as usize) == Some(&true);
        let mut numbers = numbers;
        if is_closed {
            // A ring starts where it is cut, or else at a point that is the same for its like.
            numbers.pop();
            let least = numbers.iter().enumerate().min_by_key(|(_, number)| **number);
            let start = numbers.iter().position(is_cut).or(least.map(|(index, _)| index));
            numbers.rotate_left(start.unwrap_or(0));
            numbers.extend(numbers.first().copied());
        }
        let mut uses = Vec::new();
        let mut from = 0;
        for to in 1..numbers.len() {
            let is_end = to + 1 == numbers.len() || numbers.get(to).is_some_and(is_cut);
            if is_end && let Some(arc) = numbers.get(from..=to) {
                uses.push((arc.to_vec(), from));
                from = to;
            }
        }
        uses.into_iter().map(|(arc, _)| self.arc(arc, store)).collect()
    }

    /// The number of a point.
    fn number(&mut self, position: Coord) -> u32 {
        #[allow(clippy::cast_possible_truncation, reason = "degrees fit in many times over")]
        let snapped = |degrees: f64| (degrees / GRID_DEG).round() as i32;
        let cell = |at: &Coord| (snapped(at.x), snapped(at.y));
        let own = cell(&position);
        let points = &self.points;
        let is_it = |known: u32| points.get(known as usize).map(cell) == Some(own);
        let hash = hash([own.0.cast_unsigned(), own.1.cast_unsigned()]);
        match self.numbers.find(hash, is_it) {
            Some(number) => number,
            None => {
                let number = self.numbers.add(hash);
                self.points.push(position);
                self.neighbours.push(None);
                self.is_junction.push(false);
                number
            }
        }
    }

    /// Notes between which points a point lies; `None` at the end of a line.
    fn see(&mut self, number: u32, pair: Option<[u32; 2]>) {
        let index = number as usize;
        let (Some(known), Some(is_junction)) =
            (self.neighbours.get_mut(index), self.is_junction.get_mut(index))
        else {
            return;
        };
        *is_junction |= pair.is_none() || known.is_some_and(|known| Some(known) != pair);
        if known.is_none() {
            *known = pair;
        }
    }

    fn arc(&mut self, arc: Vec<u32>, store: &mut dyn FnMut(Vec<Coord>)) -> ArcUse {
        let is_reversed = arc.iter().rev().lt(arc.iter());
        let mut arc = arc;
        if is_reversed {
            arc.reverse();
        }
        let at = |index: usize| arc.get(index).copied().unwrap_or_default();
        let hash = hash([at(0) ^ at(arc.len() - 1).rotate_left(16), at(1)]);
        let arcs = &self.arcs;
        let is_it = |known: u32| arcs.get(known as usize) == Some(&arc);
        let index = match self.known.find(hash, is_it) {
            Some(index) => index,
            None => {
                let point = |number: &u32| self.points.get(*number as usize).copied();
                store(arc.iter().filter_map(point).collect());
                self.arcs.push(arc);
                self.known.add(hash)
            }
        };
        (index as usize, is_reversed)
    }
}

/// Spreads two numbers over all 32 bits (the finaliser of MurmurHash3, Appleby 2011).
fn hash([a, b]: [u32; 2]) -> u32 {
    let mut h = a.wrapping_mul(0x9e37_79b1) ^ b;
    h = (h ^ (h >> 16)).wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 13)).wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// Numbers from 0 on by their hashes, in open addressing. What they stand for is the caller's.
#[derive(Debug, Default)]
struct Table {
    /// Hashes of the numbers, in their order.
    hashes: Vec<u32>,
    /// One more than a number, or 0 where nothing is; as many as a power of two.
    slots: Vec<u32>,
}

impl Table {
    /// The number with a hash that `is_it`.
    fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots.get(slot)?.checked_sub(1)?;
            if self.hashes.get(number as usize) == Some(&hash) && is_it(number) {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The next number, under a hash.
    #[allow(clippy::cast_possible_truncation, reason = "a document has fewer points than 2³²")]
    fn add(&mut self, hash: u32) -> u32 {
        self.hashes.push(hash);
        // At most half full, so that there is an end to every search.
        if self.hashes.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.hashes.len() * 4).next_power_of_two()];
            for number in 0..self.hashes.len() {
                self.place(number as u32);
            }
        } else {
            self.place(self.hashes.len() as u32 - 1);
        }
        self.hashes.len() as u32 - 1
    }

    fn place(&mut self, number: u32) {
        let hash = self.hashes.get(number as usize).copied().unwrap_or_default();
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some(taken) = self.slots.get_mut(slot) {
            if *taken == 0 {
                *taken = number + 1;
                return;
            }
            slot = (slot + 1) & mask;
        }
    }
}
