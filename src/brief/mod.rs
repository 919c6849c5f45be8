//! The brief: the JSON contract, version 1, and how it is read.

mod contract;
mod parse;
mod resolve;
mod translate;

pub use contract::*;
pub use parse::parse;
pub use resolve::resolve;
pub use translate::translate;
