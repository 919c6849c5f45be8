//! World views: whose land is whose, according to whom.

use crate::error::Problems;
use crate::json::quoted;
use crate::speech::Word;

/// According to whom the map shows borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum WorldView {
    /// The practice of the United Nations, as far as the map's data tells it.
    #[default]
    Un,
    /// Who administers what. It settles nothing: what is claimed stays disputed.
    DeFacto,
    /// ISO 3166.
    Iso,
    /// Russia.
    Ru,
    /// China.
    Cn,
    /// India.
    In,
    /// Pakistan.
    Pk,
}

impl WorldView {
    /// All of them by the word that documents and attributes use.
    pub const WORDS: &[(&str, Self)] = &[
        ("un", Self::Un),
        ("de-facto", Self::DeFacto),
        ("iso", Self::Iso),
        ("ru", Self::Ru),
        ("cn", Self::Cn),
        ("in", Self::In),
        ("pk", Self::Pk),
    ];

    /// The view of a word, `None` for any other word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, view)| *view)
    }

    /// Reads the word of an attribute.
    ///
    /// # Errors
    /// The problem that it is no view's word.
    pub fn read(word: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let view = Self::of_word(word);
        if view.is_none() {
            let words: Vec<&str> = Self::WORDS.iter().map(|(word, _)| *word).collect();
            let expected = format!("one of {}", words.join(", "));
            problems.add("worldview", expected, format!("the text {}", quoted(word)));
        }
        problems.into_result(view)
    }

    /// The word for whose view it is.
    pub const fn word(self) -> Word {
        match self {
            Self::Un => Word::ViewUn,
            Self::DeFacto => Word::ViewDeFacto,
            Self::Iso => Word::ViewIso,
            Self::Ru => Word::ViewRussia,
            Self::Cn => Word::ViewChina,
            Self::In => Word::ViewIndia,
            Self::Pk => Word::ViewPakistan,
        }
    }
}
