//! How the map speaks: its language, its own words, and how it writes numbers and dates.

mod capital;
mod lists;
mod locale;
mod plain;
mod plural;
mod said;
mod words;

pub use capital::push_capital;
pub use locale::{Day, Length, Locale};
pub use plain::PlainLocale;
pub use said::{Said, holds, primary, right_to_left};
pub use words::{Word, Words};

use crate::error::Problems;
use std::rc::Rc;

/// A language with its words and its way of writing numbers.
#[derive(Debug, Clone)]
pub struct Speech {
    /// Language code (`en`, `kk`, …).
    pub lang: String,
    /// The map's own words.
    pub words: Words,
    /// Numbers and dates.
    pub locale: Rc<dyn Locale>,
}

impl PartialEq for Speech {
    /// Two ways of speaking are one when language and words are: the locale follows from the
    /// language.
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang && self.words == other.words
    }
}

impl Default for Speech {
    fn default() -> Self {
        Self::plain("en")
    }
}

impl Speech {
    /// A language with English words, and numbers as this crate itself writes them.
    pub fn plain(lang: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            words: Words::default(),
            locale: Rc::new(PlainLocale::new(lang)),
        }
    }

    /// The same with the words of a document (`assets/words/*.json`).
    ///
    /// # Errors
    /// All that is wrong with the document.
    pub fn with_words(self, document: &[u8]) -> Result<Self, Problems> {
        Ok(Self { words: Words::read(document)?, ..self })
    }

    /// A word of the map's own.
    pub fn word(&self, word: Word) -> &str {
        self.words.get(word)
    }

    /// Whether a word is there in this language.
    pub fn has(&self, word: Word) -> bool {
        primary(&self.lang) == "en" || self.words.has(word)
    }

    /// A sentence together with its language: English where the language does not have it.
    pub fn say(&self, word: Word, parts: &[&str]) -> Said {
        let lang = (!self.has(word)).then(|| "en".to_owned());
        Said { text: self.sentence(word, parts), lang }
    }

    /// A sentence with places for other texts, marked `{0}`, `{1}`, …
    pub fn sentence(&self, word: Word, parts: &[&str]) -> String {
        filled(self.word(word), parts)
    }
}

/// A text with others in its places.
fn filled(mut rest: &str, parts: &[&str]) -> String {
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let part = after
            .split_once('}')
            .and_then(|(number, after)| Some((parts.get(number.parse::<usize>().ok()?)?, after)));
        // A brace that is no place stays.
        text.push_str(part.map_or("{", |(part, _)| part));
        rest = part.map_or(after, |(_, after)| after);
    }
    text.push_str(rest);
    text
}
