//! What can be wrong with input, said so that its author can mend it.

use crate::limits::MOST_PROBLEMS;
use serde::Serialize;
use thiserror::Error;

/// One thing that is wrong with an input document, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[error("{path}: expected {expected}, found {found}")]
#[non_exhaustive]
pub struct Problem {
    /// Place in the document, as a JSON path (`$.facts[3].value`).
    pub path: String,
    /// What the contract asks for there.
    pub expected: String,
    /// What stands there instead.
    pub found: String,
}

impl Problem {
    /// A problem at `path`.
    pub fn new(
        path: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self { path: path.into(), expected: expected.into(), found: found.into() }
    }
}

/// All that is wrong with a document: never empty when returned as an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Error)]
#[error("{}", self.lines())]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds one problem, unless there are [`MOST_PROBLEMS`] already.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        self.put(Problem::new(path, expected, found));
    }

    /// One for all kinds of texts that a problem is made of.
    fn put(&mut self, problem: Problem) {
        if self.0.len() < MOST_PROBLEMS {
            self.0.push(problem);
        }
    }

    /// `value` when nothing was wrong, else all the problems.
    ///
    /// # Errors
    /// The problems gathered so far, if there are any. A missing `value` without a problem
    /// would be a gap in the reader; it is reported rather than hidden.
    pub fn into_result<T>(mut self, value: Option<T>) -> Result<T, Problems> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            Some(_) => Err(self),
            None => {
                if self.0.is_empty() {
                    self.add("$", "a complete document", "an incomplete one");
                }
                Err(self)
            }
        }
    }

    fn lines(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }
}
