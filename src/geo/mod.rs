//! The base map, in: TopoJSON, GeoJSON and packed maps become one [`BaseMap`] of shared chains.

mod base_map;
mod chain;
mod claims;
mod detail;
mod from_geojson;
mod from_topojson;
pub mod packed;
mod reader;
mod topology;

pub use base_map::{
    AreaFeature, BaseMap, ChainRef, Claim, ClaimedRegion, Credit, Label, LineFeature, Owners,
    PointFeature, Rings, Side,
};

pub use chain::Chain;
pub use detail::{FINEST, Level, finer_by, level_for, levels, px_km};
pub use reader::MapReader;
pub use topology::Topology;

use crate::brief::Names;
use crate::error::Problems;
use crate::json;
use crate::limits::InputLimits;

/// Reads names of countries and of claims’ areas in one language: an object of id and name.
///
/// # Errors
/// All that is wrong with it.
pub fn read_names(bytes: &[u8]) -> Result<Names, Problems> {
    InputLimits::default().check_bytes(bytes)?;
    let document = json::parse(bytes)?;
    let mut problems = Problems::default();
    let names = json::Node::root(&document).dictionary(&mut problems).map(|object| {
        let name =
            |(id, node): (&str, json::Node)| Some((id.to_owned(), node.text(&mut problems)?));
        object.members().filter_map(name).collect()
    });
    problems.into_result(names)
}
