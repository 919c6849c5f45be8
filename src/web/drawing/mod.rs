//! What every module that draws has: documents in, a picture on a canvas.

mod context;
mod exports;
mod intl;
mod measure;
mod paint;
mod paths;
mod pen;

pub use context::Context;
pub use exports::{BriefReader, Widget};
pub use intl::locale;
pub use paint::Sheet;
