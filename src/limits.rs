//! How much of a document is read, so that one that is made to do harm, or made by mistake, ends in an
//! error and not in a page without memory. All limits are here; the schema of the brief states those
//! that a schema can state.
//!
//! Who reads documents of his own sets others: the readers take an [`InputLimits`] in `within`. A
//! binding to JavaScript would read one from an object whose members have the names of its fields.

use crate::error::{Problem, Problems};
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
    /// Bytes of a document, looked at before anything else: 64 MiB, twice a brief of 100,000 flows
    /// and all countries and provinces of the finest maps at hand. Read, it is some times as large.
    pub bytes: usize,
    /// Characters of a text or key: 10,000, some pages; what is shown in a panel or beside a symbol
    /// is a few lines. Of a map's features, those of names and ids.
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
            bytes: 64 << 20,
            text: 10_000,
            elements: 200_000,
            features: 100_000,
            vertices: 5_000_000,
        }
    }
}

impl InputLimits {
    /// Looks at a document's length.
    ///
    /// # Errors
    /// One problem at `$` when it is too long.
    pub fn check_bytes(&self, document: &[u8]) -> Result<(), Problems> {
        let mut problems = Problems::default();
        if document.len() > self.bytes {
            let expected = format!("a document of {}", at_most(self.bytes, "bytes"));
            problems.add("$", expected, "a longer one");
        }
        problems.into_result(Some(()))
    }

    /// Whether all texts, lists and tables within a value are short enough; else the first that is
    /// not is reported.
    pub fn holds(&self, node: &Node, problems: &mut Problems) -> bool {
        let beyond = self.beyond(node.value);
        let holds = beyond.is_none();
        problems.0.extend(beyond.map(|problem| under(&node.path, problem)));
        holds
    }

    /// What is too long within a value, with its path from there.
    fn beyond(&self, value: &Value) -> Option<Problem> {
        let (length, inner) = match value {
            Value::String(text) => {
                let length = self.length_beyond(text)?;
                let expected = at_most(self.text, "characters");
                return Some(Problem::new("", expected, count(length, "characters")));
            }
            Value::Array(items) => {
                let inner = items.iter().enumerate().find_map(|(index, value)| {
                    Some(under(&format!("[{index}]"), self.beyond(value)?))
                });
                (items.len(), inner)
            }
            Value::Object(members) => {
                let inner = members.iter().find_map(|(key, value)| {
                    if let Some(length) = self.length_beyond(key) {
                        let expected = format!("keys of {}", at_most(self.text, "characters"));
                        return Some(Problem::new("", expected, count(length, "characters")));
                    }
                    Some(under(&member_path("", key), self.beyond(value)?))
                });
                (members.len(), inner)
            }
            _ => return None,
        };
        if length > self.elements {
            return Some(self.too_many(String::new(), &count(length, "elements")));
        }
        inner
    }

    /// That a list has too many elements.
    pub fn too_many(&self, path: String, found: &str) -> Problem {
        Problem::new(path, at_most(self.elements, "elements"), found)
    }

    /// The length of a text that is too long.
    fn length_beyond(&self, text: &str) -> Option<usize> {
        // A character is a byte at least: most texts need not be counted.
        let length = if text.len() > self.text { text.chars().count() } else { 0 };
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
            for (read, most, of) in [
                (self.features, self.limits.features, "features"),
                (self.vertices, self.limits.vertices, "points"),
            ] {
                if read > most {
                    let expected = format!("{} in all", at_most(most, of));
                    problems.add(path, expected, count(read, of));
                }
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
        problems.add("$", at_most(MOST_MEMBERS, "members"), count(members, "members"));
    }
    (members <= MOST_MEMBERS).then_some(())
}

fn at_most(most: usize, of: &str) -> String {
    format!("at most {most} {of}")
}

fn count(count: usize, of: &str) -> String {
    format!("{count} {of}")
}

/// A problem with more before its path.
fn under(path: &str, problem: Problem) -> Problem {
    Problem { path: format!("{path}{}", problem.path), ..problem }
}
