//! The shipped brief says what the paper says: every value and every year of a period stands in
//! the paragraph that the fact cites.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::brief::{Brief, BriefReader, Fact};
use khorgos::error::Problems;
use serde_json::Value;

const BRIEF: &str = "assets/briefs/kazakhstan.json";

fn read(path: &str) -> Value {
    let bytes = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// The brief, without a problem.
fn brief() -> Brief {
    let bytes = std::fs::read(format!("{}/{BRIEF}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (brief, problems, _) = BriefReader::new(bytes).finish();
    assert_eq!(problems, Problems::default());
    brief
}

fn facts() -> Vec<Fact> {
    let brief = brief();
    brief.facts.items.into_iter().map(|(_, fact)| fact).collect()
}

/// The numbers that a paragraph contains: as they are written, and what words stand for.
fn numbers_of<'a>(table: &'a Value, fact: &Fact) -> Vec<&'a Value> {
    let section = fact.cite.section.get("").expect("a text");
    let paragraph = &table[section][fact.cite.paragraph.to_string()];
    let numbers = paragraph.as_array();
    let at = format!("{}: {} {}", fact.id, section, fact.cite.paragraph);
    numbers.unwrap_or_else(|| panic!("no such paragraph: {at}")).iter().collect()
}

fn holds_value(numbers: &[&Value], value: f64) -> bool {
    numbers.iter().any(|number| match number {
        Value::String(text) => text.parse::<f64>().ok() == Some(value),
        number => number["value"].as_f64() == Some(value),
    })
}

fn holds_year(numbers: &[&Value], year: &str) -> bool {
    numbers.iter().any(|number| number.as_str().is_some_and(|text| text.contains(year)))
}

/// What of a fact its paragraph does not contain.
fn unfounded(table: &Value, fact: &Fact) -> Vec<String> {
    let numbers = numbers_of(table, fact);
    let mut missing = Vec::new();
    if let Some((value, _)) = fact.value
        && !holds_value(&numbers, value)
    {
        missing.push(format!("{}: value {value}", fact.id));
    }
    let dates = fact.period.iter().flat_map(|period| period.split('/'));
    for year in dates.filter_map(|date| date.split('-').next()) {
        if !holds_year(&numbers, year) {
            missing.push(format!("{}: year {year}", fact.id));
        }
    }
    missing
}

#[test]
fn every_value_and_year_stands_in_its_paragraph() {
    let table = read("tests/fixtures/paper_numbers.json");
    let missing: Vec<String> = facts().iter().flat_map(|fact| unfounded(&table, fact)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_changed_value_or_year_is_found() {
    let table = read("tests/fixtures/paper_numbers.json");
    let mut fact = facts().into_iter().find(|fact| fact.id == "trade-china-total").unwrap();
    assert!(unfounded(&table, &fact).is_empty());
    fact.value = Some((18.91, "usd_bn".to_owned()));
    fact.period = Some("2017".to_owned());
    assert_eq!(
        unfounded(&table, &fact),
        ["trade-china-total: value 18.91", "trade-china-total: year 2017"]
    );
}

#[test]
fn all_thirty_one_endnotes_are_among_the_sources() {
    let brief = brief();
    let mut notes: Vec<i64> = brief.sources.items.iter().filter_map(|(_, s)| s.note).collect();
    khorgos::sorted::sort(&mut notes);
    assert_eq!(notes, (1..=31).collect::<Vec<i64>>());
    for (_, source) in &brief.sources.items {
        let outside = source.note.is_some_and(|note| (16..=24).contains(&note));
        assert!(!outside || source.comment.is_some(), "{source:?}");
    }
}

/// The numbers that stand in a text: digits with their decimals.
fn figures(text: &str) -> Vec<&str> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let pieces = pieces.map(|piece| piece.trim_matches(['.', ',']));
    pieces.filter(|piece| !piece.is_empty()).collect()
}

#[test]
fn every_figure_of_the_story_stands_in_a_fact_of_its_step() {
    let brief = brief();
    let facts = facts();
    let mut found = 0;
    for (path, step) in &brief.story {
        assert!(
            step.text.get("").expect("a text").split_whitespace().count() <= 60,
            "{path} is too long"
        );
        let named: Vec<&Fact> = facts.iter().filter(|fact| step.facts.contains(&fact.id)).collect();
        assert_eq!(named.len(), step.facts.len(), "{path}");
        for figure in figures(step.text.get("").expect("a text")) {
            found += 1;
            let holds = named.iter().any(|fact| {
                fact.value.as_ref().is_some_and(|(value, _)| format!("{value}") == figure)
                    || fact.period.iter().flat_map(|p| p.split(['/', '-'])).any(|p| p == figure)
            });
            assert!(holds, "{path}: {figure}");
        }
    }
    assert!(found > 15, "{found} figures");
}

#[test]
fn figures_of_a_text_are_found() {
    assert_eq!(figures("In 2021, USD 18.19 bn; 1.3 %."), ["2021", "18.19", "1.3"]);
}
