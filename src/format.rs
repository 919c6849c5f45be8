//! Values and periods in words and figures.

use crate::brief::Qualifier;
use crate::model::{Fact, Model, UnitForm};

/// A fact's value with its unit (`USD 18.19 bn`, `16.4 %`, `4th`), without its qualifier.
pub fn value(model: &Model, fact: &Fact) -> Option<String> {
    let (number, unit) = fact.value?;
    Some(match &model.units.get(unit)?.form {
        UnitForm::Affixed { before, after } => format!("{before}{}{after}", grouped(number)),
        UnitForm::Rank => ordinal(number),
        UnitForm::Year => format!("{number}"),
    })
}

/// How a qualifier is said before a value; `None` where nothing is to be said.
pub fn qualifier(qualifier: Qualifier) -> Option<&'static str> {
    match qualifier {
        Qualifier::Exact | Qualifier::Rank => None,
        Qualifier::About => Some("about"),
        Qualifier::Almost => Some("almost"),
        Qualifier::Over => Some("more than"),
        Qualifier::Under => Some("less than"),
    }
}

/// Qualifier and value in one.
pub fn qualified_value(model: &Model, fact: &Fact) -> Option<String> {
    let value = value(model, fact)?;
    Some(match qualifier(fact.qualifier) {
        Some(word) => format!("{word} {value}"),
        None => value,
    })
}

/// `2021-04` → `April 2021`, `2005/2019` → `2005–2019`.
pub fn period(period: &str) -> String {
    match period.split_once('/') {
        Some((start, end)) => format!("{}–{}", date(start), date(end)),
        None => date(period),
    }
}

fn date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
    let month = number(parts.next()).and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let day = number(parts.next());
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => year.to_owned(),
    }
}

/// The shortest digits that give the number back, thousands apart.
fn grouped(number: f64) -> String {
    let digits = format!("{number}");
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |d| ("−", d));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

fn ordinal(number: f64) -> String {
    let rest = number.rem_euclid(100.0);
    let last = number.rem_euclid(10.0);
    let suffix = match () {
        () if (11.0..=13.0).contains(&rest) => "th",
        () if last == 1.0 => "st",
        () if last == 2.0 => "nd",
        () if last == 3.0 => "rd",
        () => "th",
    };
    format!("{number}{suffix}")
}

/// How far off a position may be.
pub fn precision_km(km: f64) -> String {
    format!("{}\u{a0}km", grouped(km))
}

/// A distance on the ground, rounded to what a reader needs.
pub fn distance_km(km: f64) -> String {
    let step = if km >= 1000.0 { 100.0 } else { 10.0 };
    format!("{}\u{a0}km", grouped((km / step).round() * step))
}
