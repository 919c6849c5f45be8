//! What leaves the map: the Scene as a document, pictures that need no canvas, and the facts as a table.

mod csv;
mod listing;
mod path;
mod svg;
#[cfg(feature = "cli")]
pub mod text;
mod visible;

pub use csv::csv;
pub use listing::listing;
pub use path::path_data;
pub use svg::{Name, Page, svg};
