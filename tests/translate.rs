//! Translations of a brief.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped, value};
use khorgos::brief::translate;
use khorgos::speech::Speech;
use serde_json::{Value, json};

/// A brief or a piece of one with a translation's texts added; else what is wrong.
fn translated(whole: &Value, lang: &str, texts: &Value) -> Result<Value, String> {
    let mut whole = value(whole);
    match translate(&mut whole, lang, &value(texts)) {
        Ok(()) => Ok(common::json(&whole)),
        Err(problems) => Err(problems.to_string()),
    }
}

#[test]
fn texts_go_where_their_ids_are() {
    let whole = json!({
        "meta": { "title": "Title", "notes": ["one", "two"] },
        "blocs": { "west": { "title": "The West" } },
        "layers": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
        "places": [{ "id": "p", "name": { "en": "Place" } }],
    });
    let texts = json!({
        "meta": { "title": "Тақырып", "notes": ["бір"] },
        "blocs": { "west": { "title": "Батыс" } },
        "layers": { "b": { "title": "Б" } },
        "places": { "p": { "name": "Орын" } },
    });
    let whole = translated(&whole, "kk", &texts).unwrap();
    let expected = json!({
        "meta": { "title": { "": "Title", "kk": "Тақырып" }, "notes": [{ "": "one", "kk": "бір" }, "two"] },
        "blocs": { "west": { "title": { "": "The West", "kk": "Батыс" } } },
        "layers": [{ "id": "a", "title": "A" }, { "id": "b", "title": { "": "B", "kk": "Б" } }],
        "places": [{ "id": "p", "name": { "en": "Place", "kk": "Орын" } }],
    });
    assert_eq!(whole, expected);
    let texts = json!({ "meta": { "title": "Название" } });
    let whole = translated(&whole, "ru", &texts).unwrap();
    assert_eq!(whole["meta"]["title"], json!({ "": "Title", "kk": "Тақырып", "ru": "Название" }));
}

#[test]
fn what_has_no_counterpart_is_a_problem() {
    let brief: Value =
        serde_json::from_slice(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
    let wrong = |texts: Value| translated(&brief, "kk", &texts).unwrap_err();
    assert_eq!(
        wrong(json!({ "layers": { "nowhere": { "title": "x" } } })),
        "$.layers.nowhere: expected a key or an id of the brief, found an object"
    );
    assert_eq!(wrong(json!({ "meta": { "title": 7 } })).split(':').next(), Some("$.meta.title"),);
    assert_eq!(wrong(json!([])), "$: expected a translation of an object, found an array of 0");
    let both = wrong(json!({ "version": "1", "meta": { "titel": "x" } }));
    assert_eq!(both.lines().count(), 2, "{both}");
}

#[test]
fn a_broken_translation_leaves_the_brief_as_it_was() {
    let mut widget = shipped(600.0, 400.0);
    let title = widget.about().unwrap().title;
    for texts in ["{", "[]", r#"{ "facts": { "nowhere": { "text": "x" } } }"#] {
        assert!(widget.add_translation("kk", texts.as_bytes()).is_err(), "{texts}");
    }
    widget.set_speech(Speech::plain("kk"));
    assert_eq!(widget.about().unwrap().title.text, title.text);
}
