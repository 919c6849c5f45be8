//! The brief: the JSON contract, version 1, and how it is read.

mod contract;
mod ids;
mod parse;
mod reader;
mod resolve;
mod translate;

pub use contract::*;
pub use reader::BriefReader;
pub use resolve::resolve;
pub use translate::translate;
