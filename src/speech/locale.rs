//! Numbers and dates: what a browser knows of every language, and this crate of a few.

use std::fmt;

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year.
    pub year: u32,
    /// Month from 1.
    pub month: Option<u32>,
    /// Day of the month from 1.
    pub day: Option<u32>,
}

impl Day {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
        let year = parts.next()??;
        let (month, day) = (parts.next().flatten(), parts.next().flatten());
        Some(Self { year, month, day })
    }
}

/// How a unit is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// To be seen: `USD 18.19 bn`.
    Short,
    /// To be heard, in full words: `18.19 billion US dollars`.
    Words,
}

/// Writes numbers and dates in a language.
pub trait Locale {
    /// A written number (a year, that of a note) in the language's digits, else as it is.
    fn digits(&self, written: &str) -> String;
    /// A number with all the digits that it has, thousands apart.
    fn number(&self, value: f64) -> String;
    /// A share of a hundred: `16.4%`.
    fn percent(&self, value: f64) -> String;
    /// An amount of a currency (ISO 4217): `value` times ten to the power of `exponent`.
    fn money(&self, value: f64, exponent: i32, currency: &str, length: Length) -> String;
    /// A date. A year alone has its digits only, or what the language cannot do without.
    fn date(&self, day: Day) -> String;
    /// From one date to another.
    fn span(&self, from: Day, to: Day) -> String {
        format!("{}–{}", self.date(from), self.date(to))
    }
    /// A length on the ground.
    fn km(&self, km: f64, length: Length) -> String;
}

impl fmt::Debug for dyn Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Locale")
    }
}
