//! Facts as a table: read back by a reader of RFC 4180 that knows nothing of the writer.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::many::{resolved, world};
use common::{bytes, shipped};
use khorgos::export::csv;
use khorgos::geo::BaseMap;
use khorgos::widget::Widget;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Rows of cells. Panics on what RFC 4180 does not allow.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut was_quoted) = (false, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(c),
            '"' => {
                assert!(cell.is_empty() && !was_quoted, "a quote inside of a bare cell: {cell}");
                (quoted, was_quoted) = (true, true);
            }
            ',' => {
                row.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            '\r' => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                was_quoted = false;
            }
            '\n' => panic!("a bare line feed after {cell}"),
            _ => {
                assert!(!was_quoted, "text after a quoted cell: {c}");
                cell.push(c);
            }
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last row ends as the others do");
    rows
}

/// A cell of the row whose id is given.
fn cell<'a>(rows: &'a [Vec<String>], id: &str, column: &str) -> &'a str {
    let at = rows[0].iter().position(|name| name == column).unwrap();
    &rows.iter().find(|row| row[0] == id).unwrap()[at]
}

#[test]
fn every_fact_of_the_brief_is_a_row() {
    let widget = shipped(1200.0, 750.0);
    let rows = read(&widget.csv(None).unwrap());
    let brief: Value = serde_json::from_slice(&bytes("assets/briefs/kazakhstan.json")).unwrap();
    let facts = brief["facts"].as_array().unwrap();
    assert_eq!(rows.len(), facts.len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    for fact in facts {
        let id = fact["id"].as_str().unwrap();
        let value = cell(&rows, id, "value");
        match fact["value"].as_f64() {
            Some(number) => assert_eq!(value.parse::<f64>().unwrap(), number, "{id}"),
            None => assert_eq!((value, cell(&rows, id, "unit")), ("", ""), "{id}"),
        }
        assert_eq!(cell(&rows, id, "text"), fact["text"].as_str().unwrap());
        assert_eq!(cell(&rows, id, "period"), fact["period"].as_str().unwrap_or_default());
        assert_eq!(cell(&rows, id, "section"), fact["cite"]["section"].as_str().unwrap());
        assert_eq!(cell(&rows, id, "paragraph"), fact["cite"]["paragraph"].to_string());
        let notes = fact["cite"]["notes"].as_array().map_or(0, Vec::len);
        assert_eq!(cell(&rows, id, "sources").lines().count(), notes, "{id}");
        for note in fact["cite"]["notes"].as_array().into_iter().flatten() {
            let url = brief["sources"][note.as_str().unwrap()]["url"].as_str().unwrap_or_default();
            assert!(cell(&rows, id, "sources").contains(url), "{id}: {url}");
        }
    }
    let trade = |column| cell(&rows, "trade-china-total", column);
    assert_eq!((trade("subject"), trade("object")), ("Kazakhstan", "China"));
    assert_eq!((trade("value"), trade("unit"), trade("qualifier")), ("18.19", "USD bn", "exact"));
    assert_eq!(cell(&rows, "budget-oil-gas", "qualifier"), "almost");
}

#[test]
fn some_facts_are_chosen_by_their_ids() {
    let widget = shipped(1200.0, 750.0);
    let ids = ["budget-oil-gas", "nowhere", "trade-china-total"].map(str::to_owned);
    let rows = read(&widget.csv(Some(&ids)).unwrap());
    let mut found: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    khorgos::sorted::sort(&mut found);
    assert_eq!(found, ["budget-oil-gas", "trade-china-total"]);
    assert_eq!(read(&widget.csv(Some(&[])).unwrap()).len(), 1);
    assert_eq!(Widget::new().csv(None), None);
}

#[test]
fn texts_are_whole_and_no_cell_is_taken_for_a_formula() {
    let mut brief: Value =
        serde_json::from_slice(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
    let texts = [
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-2 percent, \"less\" than before",
        "@sum",
        "two\nlines",
        "a ; b",
    ];
    let plain = brief["facts"][0].clone();
    let facts = texts.iter().enumerate().map(|(index, text)| {
        let mut fact = plain.clone();
        fact["id"] = json!(format!("f{index}"));
        fact["text"] = json!(text);
        fact["value"] = json!(-2.5);
        fact
    });
    let first = std::iter::once(plain.clone());
    brief["facts"] = first.chain(facts).collect();
    let mut widget = shipped(800.0, 500.0);
    widget.set_brief(brief.to_string().as_bytes()).unwrap();
    let rows = read(&widget.csv(None).unwrap());
    for (index, text) in texts.iter().enumerate() {
        let id = format!("f{index}");
        let found = cell(&rows, &id, "text");
        let expected = if index < 4 { format!("'{text}") } else { (*text).to_owned() };
        assert_eq!(found, expected);
        assert_eq!(cell(&rows, &id, "value"), "-2.5", "a number stays one");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let small = bytes("tests/fixtures/briefs/good_small.json");
    let (document, base): (Value, BaseMap) = (serde_json::from_slice(&small).unwrap(), world());
    let id = document["facts"][0]["id"].as_str().unwrap();
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(text in "[^\\p{Cc}]{1,9}|[=+@,;\"'\n\r\t a-]{1,9}")| {
        prop_assume!(!text.trim().is_empty());
        let mut brief = document.clone();
        brief["facts"][0]["text"] = json!(text);
        let model = resolved(&brief, &base);
        let rows = read(&csv(&model, &model.facts[..1]));
        let found = cell(&rows, id, "text");
        prop_assert!(found == text || found.strip_prefix('\'') == Some(&text), "{:?}", found);
    });
}

#[test]
fn the_table_is_in_the_language_of_the_map() {
    let mut widget = shipped(1200.0, 750.0);
    widget.add_names("kk", &bytes("assets/map/names/kk.json")).unwrap();
    widget.set_speech(khorgos::speech::Speech {
        lang: "kk".to_owned(),
        ..khorgos::speech::Speech::default()
    });
    let rows = read(&widget.csv(None).unwrap());
    assert_eq!(rows[0][0], "id", "headings stay");
    assert_eq!(cell(&rows, "trade-china-total", "subject"), "Қазақстан");
}
