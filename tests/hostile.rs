//! Documents and events that are made to do harm: nothing panics, and what is taken away stays whole.
#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/hostile/mod.rs"]
mod hostile;

use common::suites::suite;
use common::{bytes, places};
use hostile::{Choices, is_well_formed};
use khorgos::brief::BriefReader;
use khorgos::scene::EstimatedText;
use khorgos::widget::Widget;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

/// A fuzz target: its name, and what it does with bytes.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 5] = [
    ("parse_brief", hostile::brief),
    ("parse_geojson", hostile::map),
    ("parse_topojson", hostile::map),
    ("scene", hostile::scene),
    ("interact", hostile::interact),
];

#[test]
fn what_was_found_is_mended() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/found");
    let mut count = 0;
    for (target, run) in TARGETS {
        for file in std::fs::read_dir(found.join(target)).into_iter().flatten() {
            let path = file.unwrap().path();
            println!("{}", path.display());
            run(&std::fs::read(&path).unwrap());
            count += 1;
        }
    }
    assert!(count >= 3, "{count} files");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_a_brief_is_drawn_or_told(data in prop::collection::vec(any::<u8>(), 0..200)) {
        hostile::scene(&data);
    }

    #[test]
    fn any_order_of_events_is_taken_and_leaves_a_state(data in prop::collection::vec(any::<u8>(), 0..120)) {
        let state = hostile::after_events(&data).state().unwrap();
        let mut other = hostile::before_events(&mut Choices::new(&data));
        prop_assert!(other.set_state(&state), "{state:?}");
        prop_assert_eq!(other.state(), Some(state));
    }
}

/// The big list of naughty strings.
fn naughty() -> Vec<String> {
    let files = suite("texts.json");
    let mut texts: Vec<String> = serde_json::from_slice(&files[0].1).unwrap();
    texts.retain(|text| !text.trim().is_empty());
    assert!(texts.len() > 500);
    // Beside them, what a spreadsheet or a document could trip over.
    texts.extend(
        ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "x\u{0}y", "]]>", "a\"b,c"]
            .map(str::to_owned),
    );
    texts
}

/// A widget that shows a brief on the shipped map, if it is a good one.
fn shown(brief: &Value) -> Option<Widget> {
    let mut widget = Widget::new();
    widget.set_map((*hostile::base_map(true)).clone()).unwrap();
    widget.resize(900.0, 600.0);
    widget.set_brief(brief.to_string().as_bytes()).ok().map(|()| widget)
}

#[test]
fn naughty_texts_stay_texts() {
    let brief: Value =
        serde_json::from_slice(&bytes("tests/fixtures/briefs/good_every_member.json")).unwrap();
    let mut free = places(&brief, &Value::is_string);
    let with = |brief: &Value, place: &str, text: &str| {
        let mut changed = brief.clone();
        *changed.pointer_mut(place).unwrap() = json!(text);
        changed
    };
    // The others refer to something, or have a form of their own.
    free.retain(|place| {
        let document = with(&brief, place, "two words").to_string();
        hostile::model(document.as_bytes(), &hostile::base_map(true)).is_some()
    });
    assert!(free.len() > 40, "{free:?}");
    let texts = naughty();
    for first in (0..texts.len()).step_by(free.len()) {
        let mut document = brief.clone();
        for (place, text) in free.iter().zip(texts.iter().cycle().skip(first)) {
            document = with(&document, place, text);
        }
        let mut widget = shown(&document).unwrap();
        let scene = widget.scene(&EstimatedText).unwrap().clone();
        hostile::takeaway(&scene);
        hostile::takeaway(&widget.plate(&EstimatedText).unwrap());
        let page = widget.page(&scene).unwrap();
        assert_eq!(is_well_formed(&khorgos::export::svg(&scene, &page)), Ok(()));
        let base = hostile::base_map(true);
        hostile::tables(&hostile::model(document.to_string().as_bytes(), &base).unwrap());
    }
}

#[test]
fn addresses_that_do_harm_or_look_like_others_are_refused() {
    let refused = |address: &str| {
        let mut brief: Value =
            serde_json::from_slice(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
        brief["sources"]["s1"]["url"] = json!(address);
        brief["meta"]["publication"]["url"] = json!(address);
        let (_, problems, _) = BriefReader::new(brief.to_string().into()).finish();
        let paths: Vec<&str> = problems.0.iter().map(|problem| &*problem.path).collect();
        assert!(paths.is_empty() || paths == ["$.meta.publication.url", "$.sources.s1.url"]);
        !paths.is_empty()
    };
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "javascript://https://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "//example.org",
        "/example.org",
        "http:/example.org",
        "https:\\\\example.org",
        "HTTPS\u{ff1a}//example.org",
        "https://",
        "https:///example.org",
        "https://?x",
        // Another host than the one that is read first.
        "https://example.org@evil.example/",
        "https://example.org:443@evil.example/",
        "https://example.org\\@evil.example/",
        "https://example.org\\.evil.example/",
        // Letters of two scripts in one name.
        "https://p\u{430}ypal.example/",
        "https://www.\u{430}pple.example/",
        "https://g\u{3bf}\u{3bf}gle.example/",
        "https://example.c\u{585}m/",
        // Nothing of it is unseen.
        "https://example.org/\u{202e}fdp.exe",
        "https://exa\u{200b}mple.org/",
        "https://exa\u{ad}mple.org/",
        "https://example.org/\u{feff}",
        "https://example.org/\u{0}",
        "https://example.org/\u{85}",
        "https://example.org/a b",
    ] {
        assert!(refused(address), "{address:?}");
    }
    for address in [
        "https://example.org",
        "http://example.org/a@b?c=d@e#f",
        "https://example.org:8443/",
        "https://көрші.example/ә",
        "https://example.org/p\u{430}ypal",
        "https://例子.example/",
        "https://[2001:db8::1]/",
    ] {
        assert!(!refused(address), "{address:?}");
    }
}
