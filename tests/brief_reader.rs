//! A brief read step by step.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, value};
use khorgos::brief::{Brief, BriefReader};
use serde_json::{Value, json};

const BRIEF: &str = "assets/briefs/kazakhstan.json";

fn finished(reader: BriefReader) -> (Brief, String) {
    let (brief, problems, _) = reader.finish();
    (brief, problems.to_string())
}

#[test]
fn reading_in_steps_tells_how_far_it_is() {
    let mut reader = BriefReader::new(bytes(BRIEF));
    let (mut share, mut steps, mut least) = (0.0, 0, 1.0_f64);
    while reader.step() {
        share = reader.share();
        assert!((0.0..=1.0).contains(&share), "{share}");
        (steps, least) = (steps + 1, least.min(share));
    }
    assert!(steps > 119 && least < 0.3 && share > 0.7, "{steps} steps from {least} to {share}");
    let (brief, problems, document) = reader.finish();
    assert_eq!(brief, BriefReader::new(bytes(BRIEF)).finish().0);
    assert_eq!((problems.0.len(), document), (0, bytes(BRIEF)));
}

#[test]
fn a_translation_goes_into_every_list() {
    let kk = value(&serde_json::from_slice(&bytes("assets/briefs/kazakhstan.kk.json")).unwrap());
    let reader = BriefReader::translated(bytes(BRIEF), vec![("kk".to_owned(), kk)]);
    let (brief, problems) = finished(reader);
    assert_eq!(problems, "");
    let facts = brief.facts.items.iter().map(|(_, fact)| &fact.text);
    let flows = brief.flows.items.iter().flat_map(|(_, flow)| &flow.goods);
    for texts in facts.chain(flows).chain([&brief.meta.title]) {
        assert!(texts.get("kk").is_some_and(|text| !text.is_empty()), "{texts:?}");
    }
}

#[test]
fn a_translation_of_what_is_not_there_is_told() {
    let texts = json!({ "facts": { "none": { "text": "x" } }, "flows": [], "nothing": "x",
        "layers": { "none": { "title": "x" } } });
    let (_, problems) =
        finished(BriefReader::translated(bytes(BRIEF), vec![("kk".to_owned(), value(&texts))]));
    let paths: Vec<&str> = problems.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(paths, ["$.layers.none", "$.nothing", "$.facts.none", "$.flows"]);
}

#[test]
fn lists_that_are_none_are_told_and_the_rest_is_read() {
    let mut brief: Value = serde_json::from_slice(&bytes(BRIEF)).unwrap();
    brief["places"] = json!({});
    let fact = brief["facts"][0].clone();
    brief["facts"].as_array_mut().unwrap().insert(2, fact.clone());
    brief["facts"].as_array_mut().unwrap().insert(3, json!(7));
    let (read, problems) = finished(BriefReader::new(brief.to_string().into()));
    let id = &fact["id"];
    assert_eq!(
        problems,
        format!(
            "$.facts[3]: expected an object, found the number 7\n\
             $.facts[2].id: expected an id of its own, found {id} a second time\n\
             $.places: expected an array, found an object"
        )
    );
    assert_eq!(read.facts.items.len(), brief["facts"].as_array().unwrap().len() - 1);
    assert!(!read.lines.items.is_empty());
}

#[test]
fn of_what_is_no_json_somewhere_only_that_is_told() {
    let text = String::from_utf8(bytes(BRIEF)).unwrap();
    let at = text.rfind("\"flows\"").unwrap();
    let place = at + text[at..].find("\"id\"").unwrap();
    let broken = [&text[..place], "id", &text[place..]].concat();
    let problems = common::shipped(600.0, 400.0).set_brief(broken.as_bytes()).unwrap_err();
    let problems = problems.to_string();
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(problems.starts_with("$: expected a JSON document, found "), "{problems}");
}
