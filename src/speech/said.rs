//! A text together with its language, where that is not the one asked for.

use crate::brief::Names;
use serde::Serialize;
use std::fmt;
use std::ops::Deref;

/// A text of the brief or of the base map.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord, Serialize)]
pub struct Said {
    /// What it says.
    pub text: String,
    /// Its language, when there is none in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

impl Said {
    /// A text in the language asked for.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// Picks from texts by language: the wanted one, its language without region or script,
    /// `fallback`, English, the first. The key `""` holds a text in the language `fallback`.
    pub fn pick(texts: &Names, wanted: &str, fallback: &str) -> Self {
        let own =
            |lang: &str| texts.get(lang).or_else(|| texts.get("").filter(|_| lang == fallback));
        for lang in [wanted, primary(wanted)] {
            if let Some(text) = own(lang) {
                return Self::plain(text);
            }
        }
        let other = [fallback, "en"].into_iter().find_map(|lang| Some((lang, own(lang)?)));
        let other = other.or_else(|| texts.iter().next().map(|(lang, text)| (lang.as_str(), text)));
        other.map_or_else(Self::default, |(lang, text)| {
            let lang = if lang.is_empty() { fallback } else { lang };
            Self { text: text.clone(), lang: (lang != primary(wanted)).then(|| lang.to_owned()) }
        })
    }
}

impl Deref for Said {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A language code without region and script: `kk` of `kk-KZ`.
pub fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or_default()
}

/// Whether a language is written from right to left.
pub fn right_to_left(lang: &str) -> bool {
    matches!(primary(lang), "ar" | "fa" | "ug" | "ur" | "he" | "ps" | "ckb" | "sd" | "yi")
}

/// Whether a text has another one in it. (Letter by letter: texts here are short, and the standard
/// library's search for long ones is large.)
pub fn holds(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|some| some == part.as_bytes())
}
