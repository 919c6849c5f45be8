//! The browser's side: exports for JavaScript, painting on a canvas, measuring text.
//! Nothing else in the crate knows of it.
//!
//! A page loads it as two modules, one for each of the features `page` and `takeaway`, so that who
//! takes nothing away does not wait for what that needs.

mod context;
mod exports;
mod intl;
mod measure;
#[cfg(feature = "page")]
mod page;
mod paint;
mod paths;
mod pen;
#[cfg(feature = "takeaway")]
mod takeaway;

pub use context::Context;
pub use exports::{MapReader, Widget};
pub use intl::locale;
