//! Values and periods in words and figures, in the model's language.

use crate::brief::Qualifier;
use crate::decimal::decimal;
use crate::model::{Fact, Model, UnitForm};
use crate::speech::{Day, Length, Speech, Word, primary};
use serde::Serialize;

/// A value with what is said before and after it (`about`, …).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Figure {
    /// Stands before the value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The value with its unit.
    pub value: String,
    /// Stands after the value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Figure {
    /// All in one line.
    pub fn line(&self) -> String {
        format!("{}{}{}", self.before, self.value, self.after)
    }
}

/// A fact's value with its unit (`USD 18.19 bn`, `16.4%`, `4th`), without its qualifier.
pub fn value(model: &Model, fact: &Fact) -> Option<String> {
    let (number, unit) = fact.value?;
    amount(model, number, unit, Length::Short)
}

/// An amount with its unit: an index into the model's units.
pub fn amount(model: &Model, number: f64, unit: usize, length: Length) -> Option<String> {
    let locale = &model.speech.locale;
    Some(match model.units.get(unit)? {
        UnitForm::Percent => locale.percent(number),
        UnitForm::Dollars { exponent } => locale.money(number, *exponent, "USD", length),
        UnitForm::Affixed { before, after } => {
            format!("{before}{}{after}", locale.number(number))
        }
        UnitForm::Rank => rank(&model.speech, number),
        UnitForm::Year => locale.digits(&decimal(number)),
    })
}

/// A fact's value and how it is to be read.
pub fn figure(model: &Model, fact: &Fact) -> Option<Figure> {
    Some(qualified(model, value(model, fact)?, fact.qualifier))
}

/// A fact's value to be heard, and how it is to be read.
pub fn figure_in_words(model: &Model, fact: &Fact) -> Option<Figure> {
    let (number, unit) = fact.value?;
    Some(qualified(model, amount(model, number, unit, Length::Words)?, fact.qualifier))
}

/// A value, and how it is to be read.
pub fn qualified(model: &Model, value: String, qualifier: Qualifier) -> Figure {
    let word = match qualifier {
        Qualifier::Exact | Qualifier::Rank => return Figure { value, ..Figure::default() },
        Qualifier::About => Word::About,
        Qualifier::Almost => Word::Almost,
        Qualifier::Over => Word::Over,
        Qualifier::Under => Word::Under,
    };
    let (before, after) = model.speech.word(word).split_once('{').unwrap_or_default();
    let after = after.split_once('}').map_or("", |(_, after)| after);
    Figure { before: before.to_owned(), value, after: after.to_owned() }
}

/// Qualifier and value in one line.
pub fn qualified_value(model: &Model, fact: &Fact) -> Option<String> {
    figure(model, fact).map(|figure| figure.line())
}

/// `2021-04` → `April 2021`, `2005/2019` → `2005–2019`.
pub fn period(speech: &Speech, period: &str) -> String {
    let days = match period.split_once('/') {
        Some((from, to)) => Day::parse(from).zip(Day::parse(to)),
        None => return Day::parse(period).map_or_else(String::new, |day| speech.locale.date(day)),
    };
    days.map_or_else(String::new, |(from, to)| speech.locale.span(from, to))
}

/// A place in an order. English has endings for it.
fn rank(speech: &Speech, number: f64) -> String {
    if speech.words.has(Word::Rank) || primary(&speech.lang) != "en" {
        return speech.sentence(Word::Rank, &[&speech.locale.number(number)]);
    }
    let rest = number.rem_euclid(100.0);
    let last = number.rem_euclid(10.0);
    let suffix = match () {
        () if (11.0..=13.0).contains(&rest) => "th",
        () if last == 1.0 => "st",
        () if last == 2.0 => "nd",
        () if last == 3.0 => "rd",
        () => "th",
    };
    format!("{}{suffix}", decimal(number))
}

/// A distance on the ground, rounded to what a reader needs.
pub fn distance_km(speech: &Speech, km: f64) -> String {
    let step = if km >= 1000.0 { 100.0 } else { 10.0 };
    speech.locale.km((km / step).round() * step, Length::Short)
}
