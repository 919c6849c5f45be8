//! The browser's side: exports for JavaScript, painting on a canvas, measuring text.
//! Nothing else in the crate knows of it.
//!
//! A page loads it as several modules, one for each of the features `page`, `takeaway` and `reading`,
//! so that who takes nothing away and brings no map does not wait for what that needs.

mod answer;
#[cfg(any(feature = "page", feature = "takeaway"))]
mod drawing;
#[cfg(feature = "page")]
mod page;
mod panic;
#[cfg(feature = "reading")]
mod reading;
#[cfg(feature = "takeaway")]
mod takeaway;

use rlsf::SmallGlobalTlsf;

#[cfg(any(feature = "page", feature = "takeaway"))]
pub use drawing::{BriefReader, Context, Widget, locale};
pub use panic::{panic, take_reason};
#[cfg(feature = "reading")]
pub use reading::MapReader;

/// Small itself, and as quick for many small parts as for few large ones.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
