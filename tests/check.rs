//! `khorgos check`: problems with their places, and what its exit status says.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod common;

use common::bytes;
use common::command::{folder, khorgos, started};
use serde_json::Value;
use std::io::{Read, Write};
use std::process::{Output, Stdio};

const BRIEF: &str = "assets/briefs/kazakhstan.json";
const GOOD: &str = "tests/fixtures/briefs/good_small.json";

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A copy of the good brief with a piece of its text replaced.
fn brief_with(folder: &std::path::Path, from: &str, to: &str) -> String {
    let brief = text(&bytes(GOOD));
    assert!(brief.contains(from), "{from}");
    let path = folder.join("my.json");
    std::fs::write(&path, brief.replacen(from, to, 1)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn good_briefs_are_passed_over_in_silence() {
    let briefs = [BRIEF, GOOD, "tests/fixtures/briefs/good_world.json"];
    let output = khorgos(&[&["check"], &briefs[..]].concat());
    assert_eq!((status(&output), text(&output.stdout)), (0, String::new()));
    assert_eq!(text(&output.stderr), "");
    let output = khorgos(&["check", "--json", GOOD]);
    assert_eq!((status(&output), text(&output.stdout)), (0, "[]\n".to_owned()));
}

#[test]
fn every_problem_is_a_line_with_its_place() {
    let path = "tests/fixtures/briefs/broken_values.json";
    let output = khorgos(&["check", path]);
    assert_eq!(status(&output), 1);
    let lines = [
        "3:11: $.meta.summary: expected `summary`, found nothing",
        "14:15: $.view.extent: expected [west, south, east, north] in degrees, found [100,34,45,56]",
        "27:14: $.sources.s1.url: expected a link that starts with http:// or https://, with a plain host, found the text \"javascript:alert(1)\"",
        "67:16: $.facts[0].value: expected a number, found the text \"five\"",
        "69:20: $.facts[0].qualifier: expected one of exact, about, almost, over, under, rank, found the text \"roughly\"",
        "74:22: $.facts[0].cite.paragraph: expected a whole number from 1 to 9999, found the number 0",
        "98:19: $.places[0].position: expected a position [longitude -180..180, latitude -90..90], found [80.2,144.2]",
        "102:23: $.places[0].precision_km: expected a distance from 0 to 2000 km, found the number -5",
        "115:18: $.layers[0].visible: expected true or false, found the text \"yes\"",
        "123:13: $.colour: expected one of the keys",
    ];
    let told = text(&output.stdout);
    assert_eq!(told.lines().count(), lines.len(), "{told}");
    for (told, line) in told.lines().zip(lines) {
        assert!(told.starts_with(&format!("{path}:{line}")), "{told}\n{line}");
    }
}

#[test]
fn references_are_checked_on_the_map_that_is_given() {
    let output = khorgos(&["check", "tests/fixtures/briefs/broken_references.json"]);
    let told = text(&output.stdout);
    assert_eq!(status(&output), 1);
    assert!(told.contains(":133:19: $.lines[0].geometry: expected the id of a line of the map, found \"no-such-line\"\n"), "{told}");
    let lines = "tests/fixtures/briefs/every_sign.json";
    let output = khorgos(&["check", lines]);
    assert_eq!(
        (status(&output), text(&output.stdout).lines().count()),
        (1, 2),
        "it has a map of its own"
    );
    let output = khorgos(&["check", "--map", "tests/fixtures/maps/small.topo.json", lines]);
    assert_eq!((status(&output), text(&output.stdout)), (0, String::new()));
}

#[test]
fn a_fault_of_syntax_is_told_where_it_is() {
    let path = brief_with(&folder("check-syntax"), "\"Two neighbours\",", "\"Екі көрші\" \"x\",");
    let output = khorgos(&["check", &path]);
    let told = format!(
        "{path}:4:26: $: expected a JSON document, found no comma or closing bracket after a value\n"
    );
    assert_eq!((status(&output), text(&output.stdout)), (1, told));
}

#[test]
fn what_was_found_is_given_to_programs() {
    let path = brief_with(&folder("check-json"), "\"value\": 5", "\"value\": \"18,19\"");
    let output = khorgos(&["check", "--json", GOOD, &path]);
    assert_eq!(status(&output), 1);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!([{ "file": path, "line": 68, "column": 16,
        "path": "$.facts[0].value", "expected": "a number", "found": "the text \"18,19\"" }]);
    assert_eq!(found, expected);
}

#[test]
fn translations_beside_a_brief_are_checked() {
    let folder = folder("check-translations");
    let language = "\"language\": \"en\",";
    let with = format!(
        "{language} \"translations\": {{ \"kk\": \"kk.json\", \"ru\": \"ru.json\", \"zh\": \"none.json\" }},"
    );
    let path = brief_with(&folder, language, &with);
    let [kk, ru] = ["kk.json", "ru.json"].map(|name| folder.join(name));
    std::fs::write(&kk, "{ \"meta\": { \"title\": \"Екі көрші\" } }").unwrap();
    std::fs::write(&ru, "{ \"facts\": { \"much\": { \"text\": \"Больше пяти\" } } }").unwrap();
    let output = khorgos(&["check", &path]);
    assert_eq!((status(&output), text(&output.stdout)), (0, String::new()));
    std::fs::write(&kk, "{ \"meta\": }").unwrap();
    std::fs::write(&ru, "{ \"places\": {\n  \"the-gate\": { \"name\": \"Ворота\" } } }").unwrap();
    let output = khorgos(&["check", &path]);
    let told = format!(
        "{}:1:11: $: expected a JSON document, found no value (texts stand in straight quotes)\n\
         {}:2:15: $.places[\"the-gate\"]: expected a key or an id of the brief, found an object\n",
        kk.display(),
        ru.display()
    );
    assert_eq!((status(&output), text(&output.stdout)), (1, told));
}

#[test]
fn a_brief_may_come_by_standard_input() {
    let mut command = started(&["check", "-"]);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(b"{ \"version\": 2 }").unwrap();
    let output = running.wait_with_output().unwrap();
    let told = "<stdin>:1:14: $.version: expected version 1 of the brief, found the number 2\n";
    assert_eq!((status(&output), text(&output.stdout)), (1, told.to_owned()));
}

#[test]
fn what_cannot_be_checked_is_not_called_good_or_bad() {
    for (arguments, told) in [
        (&["check"][..], "expected a brief, found nothing"),
        (&["check", "--colour", GOOD], "--colour"),
        (&["check", "tests/none.json"], "tests/none.json could not be read"),
        (&["check", "--map", "tests/none.json", GOOD], "tests/none.json could not be read"),
        (&["check", "--map", GOOD, GOOD], "the base map has problems"),
        (&["chek", GOOD], "expected svg, png, check"),
        (&[], "found nothing"),
    ] {
        let output = khorgos(arguments);
        assert_eq!((status(&output), text(&output.stdout)), (2, String::new()), "{arguments:?}");
        assert!(text(&output.stderr).contains(told), "{arguments:?}: {}", text(&output.stderr));
    }
    let output =
        khorgos(&["check", "tests/none.json", "tests/fixtures/briefs/broken_version.json"]);
    assert_eq!(
        (status(&output), text(&output.stdout).lines().count()),
        (2, 1),
        "the rest is checked"
    );
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let broken = ["tests/fixtures/briefs/broken_values.json"; 200];
    let arguments: Vec<&str> = std::iter::once("check").chain(broken).collect();
    let mut command = started(&arguments);
    let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let mut error = String::new();
    running.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert_eq!((running.wait().unwrap().code(), error), (Some(1), String::new()));
}
