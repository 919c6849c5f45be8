//! How much of a document is read, so that one that is made to do harm, or made by mistake, ends in an
//! error and not in a page without memory. All limits are here; the schema of the brief states those
//! that a schema can state.
//!
//! Who reads documents of his own sets others: the readers take an [`InputLimits`] in `within`, and a
//! page sets the element's property `limits`.

use crate::error::Problems;
use crate::json::{Node, Value, member_path};

/// Arrays and objects within one another that are read. A brief has 6, GeoJSON 9. It is not to be set:
/// each costs a part of the stack, of which a module has 1 MiB.
pub const DEEPEST: u32 = 128;

/// Members of a document's outermost object. A brief has 18, a TopoJSON map 6; a map may have some
/// of its own, and each of them is looked for among the others.
pub const MOST_MEMBERS: usize = 256;

/// Problems that are told of a document: more than its author mends before the next look. Each is
/// larger than what it is about, so a large document of nothing else would not fit in memory.
pub const MOST_PROBLEMS: usize = 1000;

/// The most of a document that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InputLimits {
    /// Bytes of a document, looked at before anything else: 128 MiB, four times a brief of 100,000 flows
    /// and all countries and provinces of the finest maps at hand. Read, it is some times as large.
    pub bytes: usize,
    /// Characters of a text or key: 10,000, some pages; what is shown in a panel or beside a symbol
    /// is a few lines. Of a map, those of its features' properties.
    pub text: usize,
    /// Elements of a list or table of a brief, such as facts or flows: 200,000, twice what is drawn
    /// in a second.
    pub elements: usize,
    /// Features of a map, in all of its documents: 100,000, twice the districts of the world.
    pub features: usize,
    /// Points of a map's features, each as often as it is used: 5,000,000, ten times the finest map
    /// of the world at hand. A topology's arc may be used by many, so a small one can mean many.
    pub vertices: usize,
}

impl Default for InputLimits {
    fn default() -> Self {
        Self {
            bytes: 128 << 20,
            text: 10_000,
            elements: 200_000,
            features: 100_000,
            vertices: 5_000_000,
        }
    }
}

impl InputLimits {
    /// The limits that JavaScript gives: numbers in the order of the fields. Where one lacks, is below 1
    /// or is NaN, the default stays.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is larger than any document is no limit"
    )]
    pub fn of(numbers: &[f64]) -> Self {
        let mut limits = Self::default();
        let Self { bytes, text, elements, features, vertices } = &mut limits;
        for (limit, number) in [bytes, text, elements, features, vertices].into_iter().zip(numbers)
        {
            if *number >= 1.0 {
                *limit = *number as usize;
            }
        }
        limits
    }

    /// Looks at a document's length.
    ///
    /// # Errors
    /// One problem at `$` when it is too long.
    pub fn check_bytes(&self, document: &[u8]) -> Result<(), Problems> {
        let mut problems = Problems::default();
        if document.len() > self.bytes {
            exceed("$", self.bytes, document.len(), "bytes", &mut problems);
        }
        problems.into_result(Some(()))
    }

    /// Whether all texts, lists and tables within a value are short enough; else the first that is
    /// not is reported.
    pub fn holds(&self, node: &Node, problems: &mut Problems) -> bool {
        let Some((path, what, length)) = self.beyond(node.value) else { return true };
        let most = if what == ELEMENTS { self.elements } else { self.text };
        exceed(&(node.path.clone() + &path), most, length, what, problems);
        false
    }

    /// What is too long within a value: its path from there, what it is made of, and its length.
    fn beyond(&self, value: &Value) -> Option<(String, &'static str, usize)> {
        match value {
            Value::String(text) => Some((String::new(), CHARACTERS, self.length_beyond(text)?)),
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    if let Some((path, what, length)) = self.beyond(value) {
                        return Some((format!("[{index}]{path}"), what, length));
                    }
                }
                self.too_many(items.len())
            }
            Value::Object(members) => {
                for (key, value) in members.iter() {
                    if let Some(length) = self.length_beyond(key) {
                        return Some((String::new(), KEY, length));
                    }
                    if let Some((path, what, length)) = self.beyond(value) {
                        return Some((member_path("", key) + &path, what, length));
                    }
                }
                self.too_many(members.len())
            }
            _ => None,
        }
    }

    fn too_many(&self, length: usize) -> Option<(String, &'static str, usize)> {
        (length > self.elements).then_some((String::new(), ELEMENTS, length))
    }

    /// The length of a text that is too long.
    fn length_beyond(&self, text: &str) -> Option<usize> {
        // A character is a byte at least, so most texts need not be counted; all its bytes but the
        // first are 10xxxxxx.
        let starts = |byte: &u8| byte & 0xc0 != 0x80;
        let length = if text.len() > self.text { text.bytes().filter(starts).count() } else { 0 };
        (length > self.text).then_some(length)
    }
}

/// How many features and points of a map have been read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Budget {
    limits: InputLimits,
    features: usize,
    vertices: usize,
}

impl Budget {
    /// Nothing has been read.
    pub fn new(limits: InputLimits) -> Self {
        Self { limits, features: 0, vertices: 0 }
    }

    /// What there may be.
    pub fn limits(&self) -> InputLimits {
        self.limits
    }

    /// Counts features and points; whether there may be as many. Else that is reported, once.
    pub fn spend(
        &mut self,
        features: usize,
        vertices: usize,
        path: &str,
        problems: &mut Problems,
    ) -> bool {
        if !self.is_spent() {
            self.features = self.features.saturating_add(features);
            self.vertices = self.vertices.saturating_add(vertices);
            let (read, most, of) = if self.features > self.limits.features {
                (self.features, self.limits.features, "features")
            } else {
                (self.vertices, self.limits.vertices, "points")
            };
            if read > most {
                exceed(path, most, read, of, problems);
            }
        }
        !self.is_spent()
    }

    /// Whether there were too many: no more is read.
    pub fn is_spent(&self) -> bool {
        self.features > self.limits.features || self.vertices > self.limits.vertices
    }
}

/// Looks at how many members a document's outermost object has; nothing when they are too many.
pub fn check_members(members: usize, problems: &mut Problems) -> Option<()> {
    if members > MOST_MEMBERS {
        exceed("$", MOST_MEMBERS, members, "members", problems);
    }
    (members <= MOST_MEMBERS).then_some(())
}

/// What a list or table is made of.
pub const ELEMENTS: &str = "elements";
const CHARACTERS: &str = "characters";
const KEY: &str = "characters of a key";

/// Reports that there is more of something than is read.
pub fn exceed(path: &str, most: usize, length: usize, of: &str, problems: &mut Problems) {
    problems.add(path, format!("at most {most} {of}"), format!("{length} {of}"));
}
