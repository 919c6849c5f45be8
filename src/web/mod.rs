//! The browser's side: exports for JavaScript, painting on a canvas, measuring text.
//! Nothing else in the crate knows of it.

mod context;
mod exports;
mod intl;
mod measure;
mod paint;
mod paths;
mod pen;

pub use context::Context;
pub use exports::{MapReader, Widget};
pub use intl::locale;
