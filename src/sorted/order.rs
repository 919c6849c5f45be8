//! A stable sort that is compiled once.

use std::cmp::Ordering;

/// The numbers below `len` in the order that `compare` gives them; those that it holds equal stay
/// in their own order. Bottom-up merge sort, `len · log₂ len` comparisons at most.
pub fn order_by(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for both in order.chunks(run.saturating_mul(2)) {
            let (left, right) = both.split_at(run.min(both.len()));
            merge(left, right, compare, &mut merged);
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

/// Appends two runs, each in order, as one.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if compare(*b, *a) == Ordering::Less {
            merged.push(*b);
            right = right_rest;
        } else {
            merged.push(*a);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Sorts by a comparison; what it holds equal stays in its order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = order_by(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut swap = |a, b| items.swap(a, b);
    arrange(&mut order, &mut swap);
}

/// Sorts by the items' own order; equal ones stay in theirs.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, Ord::cmp);
}

/// Swaps items until each place has the one that `order` names for it, round by round: the last
/// place of a round is left with what the first one had.
fn arrange(order: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..order.len() {
        let mut place = first;
        while let Some(slot) = order.get_mut(place) {
            let from = std::mem::replace(slot, place);
            if from == first || from == place {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}
