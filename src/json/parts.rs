//! A document that is read part by part: of a large one only a little is held at a time, and its
//! reader can stop in between.

use super::reader::{Fault, Reader};
use super::value::Value;
use std::ops::Range;

/// The members of a document that is an object, none of them read yet.
#[derive(Debug, Clone)]
pub struct Parts {
    text: String,
    members: Vec<(String, Range<usize>)>,
}

/// How far an array has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    at: usize,
    /// How many elements have been read.
    pub index: usize,
}

impl Parts {
    /// Finds where the members of an object are. What they hold is looked at when it is read.
    ///
    /// # Errors
    /// The bytes, when they are no object as far as that shows.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Vec<u8>> {
        let text = String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)?;
        match Reader::new(&text, 0).members() {
            Some(members) => Ok(Self { text, members }),
            None => Err(text.into_bytes()),
        }
    }

    /// The text of the document.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The document again.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// How many members there are.
    pub fn count(&self) -> usize {
        self.members.len()
    }

    /// The keys of the members, each once.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let last = |(key, range): &&(String, Range<usize>)| self.start(key) == Some(range.start);
        self.members.iter().filter(last).map(|(key, _)| key.as_str())
    }

    /// A member, read; the last of several of one key.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn member(&self, key: &str) -> Result<Option<Value>, Fault> {
        match self.start(key) {
            Some(at) => Reader::new(&self.text, at).element().map(Some),
            None => Ok(None),
        }
    }

    /// The start of a member that is an array; `None` for all else.
    pub fn elements(&self, key: &str) -> Option<Cursor> {
        let at = self.start(key)?;
        Reader::new(&self.text, at).passes_sign(b'[').map(|at| Cursor { at, index: 0 })
    }

    /// How much of the document lies before a cursor, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "a share")]
    pub fn share(&self, cursor: &Cursor) -> f64 {
        cursor.at as f64 / self.text.len().max(1) as f64
    }

    /// The next element of an array; `None` at its end.
    ///
    /// # Errors
    /// What is wrong with it, or behind it.
    pub fn next(&self, cursor: &mut Cursor) -> Result<Option<Value>, Fault> {
        let mut reader = Reader::new(&self.text, cursor.at);
        if reader.ends_array(cursor.index)? {
            return Ok(None);
        }
        let value = reader.element()?;
        *cursor = Cursor { at: reader.place(), index: cursor.index + 1 };
        Ok(Some(value))
    }

    /// The next element if it is an array of pairs of numbers; for all else the cursor stays.
    pub fn next_pairs(&self, cursor: &mut Cursor) -> Option<Vec<[f64; 2]>> {
        let mut reader = Reader::new(&self.text, cursor.at);
        if reader.ends_array(cursor.index).ok()? {
            return None;
        }
        let pairs = reader.pairs()?;
        *cursor = Cursor { at: reader.place(), index: cursor.index + 1 };
        Some(pairs)
    }

    fn start(&self, key: &str) -> Option<usize> {
        let member = self.members.iter().rev().find(|(member, _)| member == key);
        member.map(|(_, range)| range.start)
    }
}
