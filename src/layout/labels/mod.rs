//! Labels that lie on nothing and on which nothing lies: one list for labels of all kinds, placed
//! in one order of weight ([`Rank`]). A label is moved before it is dropped: each brings its
//! candidates, and takes the cheapest one that is free.

mod along;
mod around;
mod busy;
mod clusters;
mod grid;
mod land;
mod leader;
mod placer;
mod pole;
mod rank;
mod script;

pub use along::{Course, along, along_straight};
pub use around::{around, text_parts};
pub use busy::{Busy, Trace};
pub use clusters::{clusters, is_short, legible};
pub use grid::Grid;
pub use land::{Land, Rows, may_hold};
pub use leader::{far_around, leader};
pub use placer::{Candidate, Label, Place, Placer, Wording, place_all};
pub use pole::pole;
pub use rank::Rank;
pub use script::{capitals, is_joined, may_be_spaced};
