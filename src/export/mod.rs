//! The Scene as a document: pictures that need no canvas.

mod path;
mod svg;
#[cfg(feature = "cli")]
pub mod text;

pub use path::path_data;
pub use svg::{Page, svg};
