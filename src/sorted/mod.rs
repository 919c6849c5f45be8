//! Sorting, and collections in the order of their keys, made to be small.
//!
//! Every `sort_by` of the standard library is a copy of its two sorts for that one closure, every
//! `BTreeMap` a copy of its tree for those two types: together they were a sixth of the module that
//! a reader downloads. What is sorted here is short, so one merge sort of numbers and vectors that
//! are searched by halves do the same.

mod map;
mod order;
mod set;

pub use map::SortedMap;
pub use order::{order_by, sort, sort_by};
pub use set::SortedSet;
