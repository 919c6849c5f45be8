//! Reading JSON, beside `serde_json`.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::json::{Value, parse};
use proptest::prelude::*;

/// Documents of every kind. Numbers have no more digits than are exact.
fn documents() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (any::<i32>(), 1.0..1e6).prop_map(|(n, d): (i32, f64)| (f64::from(n) / d.trunc()).into()),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec((".{0,3}", inner), 0..6)
                .prop_map(|members| members.into_iter().collect::<serde_json::Value>()),
        ]
    })
}

/// The same but for the last bits of numbers.
fn is_alike(ours: &serde_json::Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (ours, theirs) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            a == b || (a - b).abs() <= 1e-15 * b.abs()
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_alike(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && is_alike(a, b))
        }
        _ => ours == theirs,
    }
}

fn agrees(text: &[u8]) -> Result<(), String> {
    match (parse(text), serde_json::from_slice::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) if is_alike(&common::json(&ours), &theirs) => Ok(()),
        (Err(_), Err(_)) => Ok(()),
        (ours, theirs) => Err(format!("{}: {ours:?}, {theirs:?}", String::from_utf8_lossy(text))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_are_read(document in documents(), pretty in any::<bool>()) {
        let text = if pretty {
            serde_json::to_vec_pretty(&document)
        } else {
            serde_json::to_vec(&document)
        };
        prop_assert_eq!(agrees(&text.unwrap()), Ok(()));
    }

    #[test]
    fn damaged_documents_are_told_from_good_ones(
        document in documents(),
        at in any::<prop::sample::Index>(),
        sign in prop::sample::select(b"\"\\{}[],:0-+.eEu1tn \n\x00\xff".to_vec()),
        cut in any::<bool>(),
    ) {
        let mut text = serde_json::to_vec(&document).unwrap();
        let at = at.index(text.len());
        if cut { text.truncate(at) } else { text[at] = sign }
        prop_assert_eq!(agrees(&text), Ok(()));
    }

    /// Numbers as they are written by hand.
    #[test]
    fn numbers_are_read(text in "-?[0-9]{1,22}(\\.[0-9]{1,24})?([eE][+-]?[0-9]{1,3})?") {
        prop_assert_eq!(agrees(text.as_bytes()), Ok(()));
    }

    #[test]
    fn escapes_are_read(text in "([ab]|\\\\[bfnrtux\"\\\\/]|\\\\u([dD][89aCf][0-9a-f]{2}|[0-9a-f]{4})){0,8}") {
        prop_assert_eq!(agrees(format!("\"{text}\"").as_bytes()), Ok(()));
    }
}

#[test]
fn exact_numbers_are_exact() {
    for text in ["0.1", "43.238949", "-122.4194155", "76.889709", "1e22", "123456789012345e-22"] {
        let Ok(Value::Real(number)) = parse(text.as_bytes()) else { panic!("{text}") };
        assert_eq!(number.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
    }
    assert_eq!(parse(b"-9007199254740993"), Ok(Value::Integer(-9_007_199_254_740_993)));
    assert_eq!(parse(b"2021"), Ok(Value::Integer(2021)));
    assert_eq!(parse(b"2021.0"), Ok(Value::Real(2021.0)));
}

#[test]
fn faults_have_their_place() {
    for (text, found) in [
        ("", "nothing"),
        ("{\"a\": 1,\n \"b\" 2}", "no colon after a key at line 2, column 6"),
        ("{\"a\": 1,\n", "an early end at line 2, column 1"),
        ("[1 2]", "no comma or closing bracket after a value at line 1, column 4"),
        ("[1] x", "more after the end at line 1, column 5"),
        (" <!doctype html>", "a page of HTML or XML at line 1, column 2"),
        ("{“a”: 1}", "no key in straight quotes at line 1, column 2"),
        ("[nul]", "no value (texts stand in straight quotes) at line 1, column 2"),
        ("1e999", "a number that is too large at line 1, column 6"),
        ("[01]", "a number that starts with 0 at line 1, column 4"),
        ("[\"көрші\",]", "no value (texts stand in straight quotes) at line 1, column 10"),
    ] {
        let problems = parse(text.as_bytes()).unwrap_err();
        assert_eq!(problems.to_string(), format!("$: expected a JSON document, found {found}"));
    }
    let deep = "[".repeat(100_000);
    let problems = parse(deep.as_bytes()).unwrap_err();
    assert!(
        problems.to_string().contains("within one another at line 1, column 130"),
        "{problems}"
    );
}

#[test]
fn a_mark_of_the_byte_order_is_passed() {
    assert_eq!(parse("\u{feff} [1]".as_bytes()), Ok(Value::Array(vec![Value::Integer(1)])));
    assert!(parse("[\u{feff}1]".as_bytes()).is_err() && parse("\u{feff}".as_bytes()).is_err());
    let mut widget = common::shipped(1200.0, 750.0);
    let brief = [b"\xef\xbb\xbf".to_vec(), common::bytes("assets/briefs/kazakhstan.json")].concat();
    assert_eq!(widget.set_brief(&brief), Ok(()));
}

#[test]
fn the_last_of_several_members_counts() {
    let value = parse(br#"{"b":1,"a":2,"b":3}"#).unwrap();
    assert_eq!(value.get("b"), Some(&Value::Integer(3)));
    assert_eq!(value.as_object().map(khorgos::sorted::SortedMap::len), Some(2));
}

#[cfg(feature = "cli")]
#[test]
fn paths_have_their_places() {
    let text = "\n{ \"a\": [1, [2, {\n\"b-c\": 3 }]],\n  \"é\\\"\": { \"a\": true, \"a\": \"x]}\" },\n  \"ab\": 4 }";
    for (path, line, column) in [
        ("$", 2, 1),
        ("$.a", 2, 8),
        ("$.a[0]", 2, 9),
        ("$.a[1]", 2, 12),
        ("$.a[1][1]", 2, 16),
        ("$.a[1][1][\"b-c\"]", 3, 8),
        ("$[\"é\\\"\"]", 4, 10),
        ("$[\"é\\\"\"].a", 4, 28),
        ("$.ab", 5, 9),
        // What is not there is at what lacks it.
        ("$.b", 2, 1),
        ("$.a[2]", 2, 8),
        ("$.a[0].c", 2, 9),
        ("$.a[1][1].d[3]", 2, 16),
        ("$.abc", 2, 1),
    ] {
        let place = khorgos::json::Place { line, column };
        assert_eq!(khorgos::json::locate(text, path), place, "{path}");
    }
    assert_eq!(khorgos::json::locate("", "$.a").line, 1);
}

/// JSONTestSuite (Seriot 2016, *Parsing JSON is a minefield*).
#[test]
fn what_others_agree_on_is_read_and_refused_as_they_do() {
    let files = common::suites::suite("json.json");
    let count = |kind: &str| files.iter().filter(|(path, _)| path.contains(kind)).count();
    assert_eq!((count("/y_"), count("/n_"), count("/i_")), (95, 186, 35));
    for (path, text) in files {
        if path.contains("/i_") {
            // Free to be read or not. What is read is what a second reader makes of it.
            let both =
                parse(&text).ok().zip(serde_json::from_slice::<serde_json::Value>(&text).ok());
            let is_same = both.is_none_or(|(ours, theirs)| is_alike(&common::json(&ours), &theirs));
            assert!(is_same, "{path}");
            continue;
        }
        let is_read = parse(&text).is_ok();
        assert_eq!(is_read, path.contains("/y_"), "{path}");
        // The other reader takes no zero below zero for a whole number either.
        assert_eq!(agrees(&text), Ok(()), "{path}");
    }
}
