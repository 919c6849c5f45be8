//! `khorgos facts`: the table that a page hands over.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod common;

use common::command::{folder, khorgos, started};
use common::{bytes, shipped};
use khorgos::speech::Speech;
use std::process::Stdio;

const BRIEF: &str = "assets/briefs/kazakhstan.json";

fn table(options: &[&str]) -> String {
    let output = khorgos(&[&["facts"], options, &[BRIEF]].concat());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{options:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_table_is_the_one_of_a_page() {
    let of_page = shipped(600.0, 400.0).csv(None).unwrap();
    assert_eq!(table(&["--csv"]), of_page);
    assert_eq!(table(&[]), of_page);
}

#[test]
fn the_table_is_in_the_language_that_is_asked_for() {
    let mut widget = shipped(600.0, 400.0);
    widget.add_names("kk", &bytes("assets/map/names/kk.json")).unwrap();
    widget.add_translation("kk", &bytes("assets/briefs/kazakhstan.kk.json")).unwrap();
    let words = bytes("assets/words/kk.json");
    widget.set_speech(Speech::plain("kk").with_words(&words).unwrap());
    let of_page = widget.csv(None).unwrap();
    assert!(of_page.contains("Қазақстан"));
    let path = folder("facts").join("kk.csv");
    assert_eq!(table(&["--csv", "--lang", "kk", "-o", path.to_str().unwrap()]), "");
    assert_eq!(std::fs::read_to_string(path).unwrap(), of_page);
}

#[test]
fn what_there_is_not_is_told() {
    let broken = "tests/fixtures/briefs/broken_version.json";
    for (arguments, status, told) in [
        (&["facts"][..], 2, "expected a brief, found nothing"),
        (&["facts", "--xlsx", BRIEF], 2, "--xlsx"),
        (&["facts", broken], 1, "$.version: expected version 1 of the brief"),
        (&["facts", "tests/none.json"], 1, "tests/none.json could not be read"),
    ] {
        let output = khorgos(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(status), 0), "{arguments:?}");
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut command = started(&["facts", BRIEF]);
    let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let output = running.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}
