//! Sorting, and collections in the order of their keys, made to be small.
//!
//! Every `sort_by` of the standard library is a copy of its two sorts for that one closure, every
//! `BTreeMap` a copy of its tree for those two types: together they were a sixth of the module that
//! a reader downloads. What is sorted here is mostly short, so one merge sort of numbers and vectors
//! that are searched by halves do the same; for long lists there is a sort by numbers.

mod map;
mod numbers;
mod order;
mod set;

pub use map::SortedMap;
pub use numbers::order_by_numbers;
pub use order::{order_by, sort, sort_by};
pub use set::SortedSet;
