//! Several texts in one line, with the signs that the language sets between them.

use super::{Speech, Word};

impl Speech {
    /// Names one after another: `A, B, C`.
    pub fn names(&self, names: &[impl AsRef<str>]) -> String {
        self.joined(names, Word::NameComma)
    }

    /// Names of which the last is joined with a word: `A, B and C`.
    pub fn names_and(&self, names: &[impl AsRef<str>]) -> String {
        match names.split_last() {
            Some((last, others)) if !others.is_empty() => {
                self.sentence(Word::LastOfSeveral, &[&self.names(others), last.as_ref()])
            }
            _ => self.names(names),
        }
    }

    /// Parts of a sentence.
    pub fn clauses(&self, clauses: &[impl AsRef<str>]) -> String {
        self.joined(clauses, Word::ClauseComma)
    }

    /// Parts of a sentence that have commas of their own.
    pub fn groups(&self, groups: &[impl AsRef<str>]) -> String {
        self.joined(groups, Word::Semicolon)
    }

    fn joined(&self, texts: &[impl AsRef<str>], sign: Word) -> String {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        texts.join(self.word(sign))
    }
}
