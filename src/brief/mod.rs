//! The brief: the JSON contract, version 1, and how it is read.

mod contract;
mod ids;
mod link;
mod parse;
mod reader;
mod resolve;
#[cfg(feature = "schema")]
mod schema;
mod translate;

pub use contract::*;
pub use reader::BriefReader;
pub use resolve::resolve;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use translate::translate;
