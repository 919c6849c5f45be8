//! The shipped translations say all that the brief says, with the same figures.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped, value};
use khorgos::brief::{BriefReader, translate};
use khorgos::limits::MOST_PROBLEMS;
use khorgos::speech::Speech;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const BRIEF: &str = "assets/briefs/kazakhstan.json";
const LANGUAGES: [&str; 4] = ["kk", "ru", "zh", "fa"];

fn read(path: &str) -> Value {
    serde_json::from_slice(&bytes(path)).unwrap()
}

/// The file that the brief names for a language.
fn path_of(lang: &str) -> String {
    let address = &read(BRIEF)["meta"]["translations"][lang];
    format!("assets/briefs/{}", address.as_str().unwrap())
}

fn is_names(value: &Value) -> bool {
    value.get("en").is_some_and(Value::is_string)
}

/// Calls `see` with the path of every text and of every set of names by language.
fn walk(value: &mut Value, path: &str, see: &mut impl FnMut(&str, &mut Value)) {
    match value {
        names if is_names(names) => see(path, names),
        Value::String(_) => see(path, value),
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                walk(member, &format!("{path}.{key}"), see);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, &format!("{path}[{index}]"), see);
            }
        }
        _ => {}
    }
}

/// Paths of the texts that the contract takes by language: the others are refused as objects.
fn translatable() -> BTreeSet<String> {
    let members: Vec<String> = read(BRIEF).as_object().unwrap().keys().cloned().collect();
    members.iter().flat_map(|member| translatable_in(member)).collect()
}

/// Those of a member of the brief: of all at once more problems would come than are told.
fn translatable_in(member: &str) -> BTreeSet<String> {
    let mut brief = read(BRIEF);
    let mut paths = BTreeSet::new();
    walk(&mut brief[member], &format!("$.{member}"), &mut |path, value| {
        // Without its id nothing else of a thing is read.
        if path.ends_with(".id") {
            return;
        }
        paths.insert(path.to_owned());
        if value.is_string() {
            *value = json!({ "": value.take(), "kk": "x" });
        }
    });
    let (_, problems, _) = BriefReader::new(brief.to_string().into()).finish();
    assert!(problems.0.len() < MOST_PROBLEMS, "{member}");
    let refused: BTreeSet<String> = problems.0.into_iter().map(|problem| problem.path).collect();
    paths.difference(&refused).cloned().collect()
}

/// Path, English and translation of every text; the translation is empty where there is none.
fn pairs(lang: &str) -> Vec<(String, String, String)> {
    let mut brief = value(&read(BRIEF));
    translate(&mut brief, lang, &value(&read(&path_of(lang)))).unwrap();
    let brief = common::json(&brief);
    let translatable = translatable();
    let mut pairs = Vec::new();
    let mut original = read(BRIEF);
    walk(&mut original, "$", &mut |path, english| {
        if !translatable.contains(path) {
            return;
        }
        let pointer = path.replace(['.', '['], "/").replace(']', "");
        let both = brief.pointer(pointer.trim_start_matches('$')).unwrap();
        let text = |found: &Value| found.as_str().unwrap_or_default().to_owned();
        let english = if is_names(english) { &english["en"] } else { english };
        pairs.push((path.to_owned(), text(english), text(&both[lang])));
    });
    pairs
}

#[test]
fn what_can_be_translated_is_known() {
    let paths = translatable();
    for path in [
        "$.meta.title",
        "$.meta.notes[4]",
        "$.sources.n30.comment",
        "$.units.years.after",
        "$.facts[0].text",
        "$.facts[0].cite.section",
        "$.flows[3].goods[5]",
        "$.places[0].name",
        "$.lines[1].credit",
        "$.areas[2].remark",
        "$.lenses[3].summary",
        "$.story[8].text",
    ] {
        assert!(paths.contains(path), "{path}");
    }
    for path in ["$.meta.publication.title", "$.sources.n1.title", "$.facts[0].measure"] {
        assert!(!paths.contains(path), "{path}");
    }
}

#[test]
fn every_translation_is_accepted() {
    let mut widget = shipped(600.0, 400.0);
    let english = widget.about().unwrap().title.text;
    for lang in LANGUAGES {
        widget.add_translation(lang, &bytes(&path_of(lang))).unwrap();
        widget.set_speech(Speech::plain(lang));
        let title = widget.about().unwrap().title;
        assert_ne!(title.text, english, "{lang}");
        assert_eq!(title.lang, None, "{lang}");
    }
}

#[test]
fn nothing_is_missing_and_all_is_in_its_script() {
    let is_of = |lang: &str, c: char| match lang {
        "zh" => ('\u{4e00}'..='\u{9fff}').contains(&c),
        "fa" => ('\u{600}'..='\u{6ff}').contains(&c) && c.is_alphabetic(),
        _ => ('\u{400}'..='\u{52f}').contains(&c),
    };
    for lang in LANGUAGES {
        let pairs = pairs(lang);
        let missing: Vec<&String> = pairs
            .iter()
            .filter(|(_, _, text)| !text.chars().any(|c| is_of(lang, c)))
            .map(|(path, ..)| path)
            .collect();
        assert!(missing.is_empty(), "{lang}: {missing:#?}");
    }
}

/// The numbers of a text, decimals with a point, sorted.
fn numbers(text: &str) -> Vec<String> {
    let latin = |c: char| match c {
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap(),
        '٫' => '.',
        c => c,
    };
    let chars: Vec<char> = text.chars().map(latin).collect();
    let digit_at = |index: usize| chars.get(index).is_some_and(char::is_ascii_digit);
    let mut numbers = vec![String::new()];
    for (index, c) in chars.iter().enumerate() {
        let is_inside = index > 0 && digit_at(index - 1) && digit_at(index + 1);
        match c {
            c if c.is_ascii_digit() => numbers.last_mut().unwrap().push(*c),
            '.' | ',' if is_inside => numbers.last_mut().unwrap().push('.'),
            _ => numbers.push(String::new()),
        }
    }
    numbers.retain(|number| !number.is_empty());
    khorgos::sorted::sort(&mut numbers);
    numbers
}

/// What Chinese makes of a text's numbers: it counts in hundred millions, not in billions, numbers
/// the months, and has no number in the name of the disease.
fn in_chinese(english: &str) -> String {
    let mut parts = english.split("USD ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(" billion").expect("an amount in billions");
        let billions: f64 = part[..end].parse().unwrap();
        let hundred_millions = (billions * 1000.0).round() / 100.0;
        text.push_str(&format!("{hundred_millions}{}", &part[end..]));
    }
    let months =
        "January February March April May June July August September October November December";
    for (index, month) in months.split(' ').enumerate() {
        text = text.replace(&format!("{month} 20"), &format!("{} 20", index + 1));
    }
    text.replace("Covid-19", "")
}

#[test]
fn every_figure_stands_in_every_language_and_no_other() {
    for lang in LANGUAGES {
        for (path, english, text) in pairs(lang) {
            let english = if lang == "zh" { in_chinese(&english) } else { english };
            assert_eq!(numbers(&text), numbers(&english), "{lang} {path}: {text}");
        }
    }
}

#[test]
fn numbers_are_read_as_each_language_writes_them() {
    assert_eq!(numbers("2021 жылы 18,19 млрд, 12-орын"), ["12", "18.19", "2021"]);
    assert_eq!(numbers("در سال ۲۰۲۱، ۱۸٫۱۹ میلیارد"), ["18.19", "2021"]);
    assert_eq!(numbers("From 2005 to 2019, 6 percent."), ["2005", "2019", "6"]);
    assert_eq!(
        numbers(&in_chinese("USD 39.01 billion, Covid-19, June 2019")),
        ["2019", "390.1", "6"]
    );
}
