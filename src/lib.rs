//! `khorgos`: a citable flow map for the web.
//!
//! One JSON document, the *brief*, and a base map become a picture in which every value has its
//! source. The way of the data, each stage a plain function:
//!
//! ```text
//! bytes → parse → resolve → project → lay out → Scene → paint
//! ```
//!
//! Only `web` knows the browser; it is compiled for wasm32 alone.

#![warn(missing_docs)]
// What would make the module large that a reader downloads; see clippy.toml.
#![warn(clippy::disallowed_types)]
// Library code does not panic on input.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod balance;
pub mod brief;
pub mod compose;
pub mod decimal;
pub mod dispute;
pub mod division;
pub mod error;
pub mod export;
pub mod flight;
pub mod format;
pub mod geo;
pub mod glide;
pub mod hit;
pub mod interact;
pub mod json;
pub mod layout;
pub mod lens;
pub mod limits;
pub mod model;
pub mod motion;
pub mod panel;
pub mod plate;
pub mod project;
pub mod projection;
pub mod scene;
pub mod sorted;
pub mod speech;
pub mod style;
pub mod sums;
pub mod told;
pub mod view;
pub mod widget;
pub mod worldview;

#[cfg(target_arch = "wasm32")]
#[allow(missing_docs, reason = "the macro's own items")]
pub mod web;
