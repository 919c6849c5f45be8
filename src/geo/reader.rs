//! Reads a base map step by step, so that who waits for it can do other things in between.

use super::base_map::BaseMap;
use super::{from_geojson, from_topojson, packed};
use crate::error::Problems;
use crate::json::{self, Cursor, Fault, Parts, Value, describe};
use crate::limits::{Budget, InputLimits, check_members};

/// A base map on its way from the bytes of one or several documents.
#[derive(Debug, Default)]
pub struct MapReader {
    /// Documents that are not begun, the last first.
    left: Vec<Vec<u8>>,
    count: usize,
    document: Option<Document>,
    map: BaseMap,
    budget: Budget,
    problems: Problems,
}

/// What a document is read as.
#[derive(Debug)]
enum Document {
    Topology(from_topojson::Reading),
    Features(Box<from_geojson::Reading>),
}

impl MapReader {
    /// Begins with documents: packed maps, TopoJSON or GeoJSON by what they begin with or their `type`.
    pub fn new(documents: Vec<Vec<u8>>) -> Self {
        Self::within(documents, InputLimits::default())
    }

    /// The same with limits of one's own.
    pub fn within(documents: Vec<Vec<u8>>, limits: InputLimits) -> Self {
        let mut left = documents;
        left.reverse();
        Self { count: left.len(), left, budget: Budget::new(limits), ..Self::default() }
    }

    /// Reads a little more, a line or a feature. Says whether there is anything left to read.
    pub fn step(&mut self) -> bool {
        let (map, budget, problems) = (&mut self.map, &mut self.budget, &mut self.problems);
        let goes_on = match &mut self.document {
            Some(Document::Topology(reading)) => reading.step(map, budget, problems),
            Some(Document::Features(reading)) => reading.step(map, budget, problems),
            None => match self.left.pop() {
                Some(bytes) => {
                    self.document = begin(bytes, map, budget, problems);
                    self.document.is_some()
                }
                None => return false,
            },
        };
        if !goes_on {
            self.document = None;
        }
        goes_on || !self.left.is_empty()
    }

    /// How much is read, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "few documents")]
    pub fn share(&self) -> f64 {
        let own = match &self.document {
            Some(Document::Topology(reading)) => reading.share(),
            Some(Document::Features(reading)) => reading.share(),
            None => 1.0,
        };
        let done = self.count - self.left.len();
        (done as f64 - 1.0 + own).max(0.0) / self.count.max(1) as f64
    }

    /// Reads what is left; the map.
    ///
    /// # Errors
    /// All that is wrong with the documents.
    pub fn finish(mut self) -> Result<BaseMap, Problems> {
        while self.step() {}
        self.problems.into_result(Some(self.map))
    }
}

/// Begins with a document.
fn begin(
    bytes: Vec<u8>,
    map: &mut BaseMap,
    budget: &mut Budget,
    problems: &mut Problems,
) -> Option<Document> {
    if let Err(found) = budget.limits().check_bytes(&bytes) {
        problems.0.extend(found.0);
        return None;
    }
    if bytes.starts_with(packed::MAGIC) {
        problems.0.extend(packed::unpack(&bytes, map, budget).err().unwrap_or_default().0);
        return None;
    }
    match Parts::of(bytes) {
        Ok(parts) => {
            check_members(parts.count(), problems)?;
            let kind = or_problem(parts.member("type"), &parts, problems)?;
            Some(match kind.as_ref().and_then(Value::as_str) {
                Some("Topology") => {
                    Document::Topology(from_topojson::Reading::new(parts, problems)?)
                }
                Some("FeatureCollection") => {
                    Document::Features(Box::new(from_geojson::Reading::new(parts, map, problems)?))
                }
                _ => return whole(parts.text().as_bytes(), map, budget, problems),
            })
        }
        Err(bytes) => whole(&bytes, map, budget, problems),
    }
}

/// Reads a document that is no collection: one feature, or what is to be told to be wrong.
fn whole(
    bytes: &[u8],
    map: &mut BaseMap,
    budget: &mut Budget,
    problems: &mut Problems,
) -> Option<Document> {
    match json::parse(bytes) {
        Ok(document) => from_geojson::Reading::alone(map, &document, budget, problems)
            .map(|reading| Document::Features(Box::new(reading))),
        Err(found) => {
            problems.0.extend(found.0);
            None
        }
    }
}

/// The start of a member that has to be an array.
pub(super) fn elements(parts: &Parts, key: &str, problems: &mut Problems) -> Option<Cursor> {
    let start = parts.elements(key);
    if start.is_none() {
        let other = or_problem(parts.member(key), parts, problems)?;
        let found = other.as_ref().map_or("nothing".to_owned(), describe);
        problems.add(format!("$.{key}"), "an array", found);
    }
    start
}

/// What was read, or a problem with its place.
pub(super) fn or_problem<T>(
    read: Result<T, Fault>,
    parts: &Parts,
    problems: &mut Problems,
) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(fault) => {
            problems.0.extend(fault.problem(parts.text().as_bytes()).0);
            None
        }
    }
}
