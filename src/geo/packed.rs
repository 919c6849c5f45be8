//! The base map as few bytes, read without ado: how a map travels from where it is read to where it
//! is drawn, and how the map that ships is stored. One description of the fields, for both ways.
//!
//! After [`MAGIC`]: the chains (`points.rs`), then every list of features with its length before it.
//! Numbers are LEB128, signed ones zigzag; texts have their length before them. Positions count in
//! steps of 10⁻⁷ degrees.

mod codec;
mod fields;
mod points;
mod read;
mod write;

use super::base_map::BaseMap;
use crate::error::Problems;
use crate::limits::Budget;
use read::Reader;
use write::Writer;

/// What a packed map begins with; the digit is the version.
pub const MAGIC: &[u8] = b"khorgos1";

/// What of the levels of detail is packed too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Levels {
    /// Nothing: fewer bytes, for a file.
    Left,
    /// All: less to do for who reads it.
    Kept,
}

/// Packs a map.
pub fn pack(mut map: BaseMap, levels: Levels) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.bytes.extend_from_slice(MAGIC);
    points::write(&mut writer, &map.chains, levels);
    fields::base_map(&mut writer, &mut map);
    writer.bytes
}

/// Unpacks a map, and puts it behind what there is.
///
/// # Errors
/// One problem when the bytes are no packed map, or not a whole one, or more than is read; what there
/// is may have a part of it then.
pub fn unpack(bytes: &[u8], map: &mut BaseMap, budget: &mut Budget) -> Result<(), Problems> {
    let mut problems = Problems::default();
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        problems.add("$", "a packed map of this version", format!("{} bytes", bytes.len()));
        return Err(problems);
    };
    let mut reader = Reader::new(rest);
    let (first, before) = (map.chains.len(), map.features());
    let counts = points::read(&mut reader, &mut map.chains, budget.limits().vertices);
    reader.refer_to(first, counts);
    fields::base_map(&mut reader, map);
    if !reader.is_sound() || reader.left() > 0 {
        let at = bytes.len() - reader.left();
        let found = format!("{} bytes that make sense as far as byte {at}", bytes.len());
        problems.add("$", "a whole packed map", found);
        return Err(problems);
    }
    budget.spend(map.features() - before, reader.points(), "$", &mut problems);
    problems.into_result(Some(()))
}
