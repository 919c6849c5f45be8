//! Where in a document a byte is, for a human who looks for it.

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, counted in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte.
    pub fn of(bytes: &[u8], at: usize) -> Self {
        let before = bytes.get(..at).unwrap_or(bytes);
        let mut lines = before.rsplit(|byte| *byte == b'\n');
        // All bytes of a character but its first are 10xxxxxx.
        let starts = |line: &[u8]| line.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let column = lines.next().map_or(0, starts) + 1;
        Self { line: lines.count() + 1, column }
    }
}
