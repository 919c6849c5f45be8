//! The Scene as a document: pictures that need no canvas.

mod listing;
mod path;
mod svg;
#[cfg(feature = "cli")]
pub mod text;
mod visible;

pub use listing::listing;
pub use path::path_data;
pub use svg::{Page, svg};
