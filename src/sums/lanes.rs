//! What goes from one group to another, summed by kind.

use super::Total;
use crate::brief::Hue;
use crate::layout::widths::Width;
use crate::sorted::order_by_numbers;

/// What flows have to share to be drawn as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// Index into the model's layers.
    pub layer: usize,
    /// Whether they go both ways.
    pub two_way: bool,
    /// Index into [`super::Sums::scales`]; none where no flow of their measure and period has an
    /// amount.
    pub scale: Option<usize>,
}

/// The flows of one kind from one group to another, or a single flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lane {
    /// Number of the group it comes from, among those of its level.
    pub from: u32,
    /// Number of the group it goes to.
    pub to: u32,
    /// Index into [`super::Sums::kinds`].
    pub kind: u32,
    /// What the flows come to.
    pub total: Total,
    /// Index into the model's flows of one of them.
    pub first: u32,
    /// Their colour; neutral if they have several.
    pub hue: Hue,
    /// Which lenses one of them is of, a bit each; all bits from the last one on are one.
    pub lenses: u32,
    /// Its width.
    pub width: Width,
}

impl Lane {
    /// The flow that it is, if it is only one.
    pub fn single(&self) -> Option<usize> {
        (self.total.flows() == 1).then_some(self.first as usize)
    }

    /// What it shares with no other lane where flows are summed.
    pub(super) fn key(&self) -> (u32, u32, u32) {
        (self.from, self.to, self.kind)
    }

    /// Whether a lens is about one of its flows; of the last lenses it may say so too often.
    pub fn is_of_lens(&self, lens: usize) -> bool {
        self.lenses & (1 << lens.min(u32::BITS as usize - 1)) != 0
    }
}

/// What stays within groups, of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inside {
    /// Index into [`super::Sums::kinds`].
    pub kind: u32,
    /// What the flows come to.
    pub total: Total,
}

/// Adds a total to what stays within groups.
fn keep_inside(inside: &mut [Inside], lane: &Lane) {
    if let Some(inside) = inside.get_mut(lane.kind as usize) {
        inside.total = inside.total.and(lane.total);
    }
}

/// Lanes between other groups: `numbers` says for each old one which it is in. What then stays
/// within a group goes to `inside`. `two_way` says so of each kind.
pub(super) fn moved(
    lanes: &[Lane],
    numbers: &[u32],
    two_way: &dyn Fn(u32) -> bool,
    inside: &mut [Inside],
) -> Vec<Lane> {
    let number = |old: u32| numbers.get(old as usize).copied().unwrap_or_default();
    let mut moved = Vec::new();
    for lane in lanes {
        let (from, to) = (number(lane.from), number(lane.to));
        if from == to {
            keep_inside(inside, lane);
            continue;
        }
        // What goes both ways has no first end.
        let turned = two_way(lane.kind) && to < from;
        let (from, to) = if turned { (to, from) } else { (from, to) };
        moved.push(Lane { from, to, ..*lane });
    }
    moved
}

/// Lanes in the order of their ends, and of their kinds.
pub(super) fn order_by_ends(lanes: &[Lane]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lanes.len()).collect();
    let lane = |index: usize| lanes.get(index);
    order_by_numbers(&mut order, &|index| lane(index).map_or(0, |lane| u64::from(lane.kind)));
    order_by_numbers(&mut order, &|index| {
        lane(index).map_or(0, |lane| u64::from(lane.from) << 32 | u64::from(lane.to))
    });
    order
}

/// Lanes that share ends and kind, as one.
pub(super) fn merged(lanes: &[Lane]) -> Vec<Lane> {
    let mut merged: Vec<Lane> = Vec::new();
    for lane in order_by_ends(lanes).into_iter().filter_map(|index| lanes.get(index)) {
        match merged.last_mut() {
            Some(last) if last.key() == lane.key() => {
                last.total = last.total.and(lane.total);
                last.lenses |= lane.lenses;
                if last.hue != lane.hue {
                    last.hue = Hue::Neutral;
                }
            }
            _ => merged.push(*lane),
        }
    }
    merged
}
