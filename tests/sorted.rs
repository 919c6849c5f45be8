//! Sorting and sorted collections, beside those of the standard library.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::disallowed_methods, reason = "the second opinion")]

use khorgos::sorted::{SortedMap, SortedSet, order_by, order_by_numbers, sort, sort_by};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

proptest! {
    #[test]
    fn items_are_sorted_and_equal_ones_keep_their_order(
        keys in proptest::collection::vec(0u8..12, 0..80),
    ) {
        let mut ours: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
        let mut theirs = ours.clone();
        sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
        theirs.sort_by_key(|item| item.0);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn texts_are_sorted_where_they_lie(texts in proptest::collection::vec("[a-c]{0,3}", 0..40)) {
        let mut ours = texts.clone();
        let mut theirs = texts;
        sort(&mut ours);
        theirs.sort();
        prop_assert_eq!(ours, theirs);
    }

    /// A comparison that contradicts itself gives some order of the same items.
    #[test]
    fn no_comparison_loses_an_item(len in 0usize..60, answers in any::<u64>()) {
        let mut asked = 0u32;
        let mut order = order_by(len, &mut |_, _| {
            asked = (asked + 1) % 64;
            if answers >> asked & 1 == 0 { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        });
        order.sort_unstable();
        prop_assert_eq!(order, (0..len).collect::<Vec<_>>());
    }

    /// Each step: a key, and whether it is put in, put in if new, or taken out.
    #[test]
    fn a_map_holds_what_was_put_in(steps in proptest::collection::vec((0u8..20, 0u8..3), 0..80)) {
        let mut ours = SortedMap::new();
        let mut theirs = BTreeMap::new();
        for (number, (key, step)) in steps.into_iter().enumerate() {
            match step {
                0 => {
                    ours.insert(key, number);
                    theirs.insert(key, number);
                }
                1 => {
                    ours.insert_new(key, number);
                    theirs.entry(key).or_insert(number);
                }
                _ => prop_assert_eq!(ours.remove(&key), theirs.remove(&key)),
            }
            prop_assert_eq!(ours.get(&key), theirs.get(&key));
            prop_assert_eq!(ours.contains_key(&key), theirs.contains_key(&key));
        }
        prop_assert_eq!((ours.len(), ours.is_empty()), (theirs.len(), theirs.is_empty()));
        prop_assert!(ours.iter().eq(theirs.iter()));
        prop_assert!(ours.keys().eq(theirs.keys()) && ours.values().eq(theirs.values()));
        prop_assert_eq!(theirs.into_iter().rev().collect::<SortedMap<_, _>>(), ours.clone());
        ours.clear();
        prop_assert!(ours.is_empty());
    }

    #[test]
    fn a_set_holds_each_item_once(items in proptest::collection::vec("[ab]{0,3}", 0..40)) {
        let mut ours = SortedSet::new();
        let mut theirs = BTreeSet::new();
        for item in &items {
            prop_assert_eq!(ours.insert(item.clone()), theirs.insert(item.clone()));
            prop_assert!(ours.contains(item));
        }
        prop_assert!(!ours.contains(&"c".to_owned()));
        prop_assert_eq!(ours.is_empty(), theirs.is_empty());
        prop_assert!(ours.iter().eq(theirs.iter()));
        prop_assert_eq!(items.into_iter().collect::<SortedSet<_>>(), ours);
    }
}

#[test]
fn numbers_sort_as_the_standard_library_sorts_them() {
    let numbers: Vec<u64> =
        (0..3000_u64).map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (n % 60)).collect();
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order_by_numbers(&mut order, &|index| numbers[index] % 7);
    order_by_numbers(&mut order, &|index| numbers[index]);
    let mut known: Vec<usize> = (0..numbers.len()).collect();
    known.sort_by_key(|index| (numbers[*index], numbers[*index] % 7, *index));
    assert_eq!(order, known);
    order_by_numbers(&mut order, &|_| 5);
    assert_eq!(order, known, "equal ones stay in their order");
    let mut none = Vec::new();
    order_by_numbers(&mut none, &|_| 5);
    assert!(none.is_empty());
}

#[test]
fn a_map_of_entries_in_any_order_keeps_the_last_of_a_key() {
    let entries = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
    let map: SortedMap<i32, char> = entries.into_iter().collect();
    assert_eq!(
        map.iter().map(|(k, v)| (*k, *v)).collect::<Vec<_>>(),
        [(1, 'e'), (2, 'd'), (3, 'c')]
    );
}
