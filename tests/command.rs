//! The native command, run as a reader runs it.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod common;

use common::command::{folder, khorgos};

const BRIEF: &str = "assets/briefs/kazakhstan.json";

fn svg(options: &[&str]) -> String {
    let output = khorgos(&[&["svg"], options, &[BRIEF]].concat());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{options:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

fn refusal(options: &[&str]) -> String {
    let output = khorgos(&[&["svg"], options, &[BRIEF]].concat());
    assert!(!output.status.success(), "{options:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_picture_is_a_plate_unless_the_map_alone_is_asked_for() {
    let title = ">Kazakhstan between China,</text>";
    assert!(svg(&[]).contains(title));
    let bare = svg(&["--bare"]);
    assert!(!bare.contains(title) && bare.contains("<title>Kazakhstan between"), "still its name");
}

#[test]
fn options_change_the_picture() {
    let plain = svg(&[]);
    let mut pictures = vec![plain];
    for options in [
        &["--theme", "dark"][..],
        &["--theme", "high-contrast"],
        &["--theme", "high-contrast-dark"],
        &["--theme", "print"],
        &["--projection", "mercator"],
        &["--worldview", "cn"],
        &["--graticule"],
        &["--lens", "russia"],
        &["--zoom", "2"],
        &["--lang", "fa"],
        &["--size", "390x700"],
    ] {
        let picture = svg(options);
        assert!(!pictures.contains(&picture), "{options:?} changes nothing");
        pictures.push(picture);
    }
    assert!(svg(&["--theme", "dark"]).contains("fill=\"#12181c\""));
}

#[test]
fn what_there_is_not_is_told() {
    for (options, told) in [
        (
            &["--theme", "sepia"][..],
            "expected light, dark, high-contrast, high-contrast-dark or print, found sepia",
        ),
        (&["--projection", "flat"], "azimuthal-equal-area, conic-equal-area"),
        (&["--worldview", "moon"], "un, de-facto, iso, ru, cn, in, pk"),
        (
            &["--lens", "moon"],
            "expected a lens of the brief (all, china, russia, west), found moon",
        ),
        (&["--size", "10"], "expected a size as 1200x750, found 10"),
        (&["--font", "Nobody Sans"], "expected the family of a font that is here ("),
        (&["--no-system-fonts"], "no fonts found"),
        (&["--colour"], "--colour"),
    ] {
        let refusal = refusal(options);
        assert!(refusal.contains(told), "{options:?}: {refusal}");
    }
}

#[test]
fn texts_come_from_the_file_that_the_brief_names() {
    let folder = folder("command-translations");
    let brief = std::fs::read_to_string("tests/fixtures/briefs/good_small.json").unwrap();
    let language = "\"language\": \"en\",";
    assert!(brief.contains(language));
    let with = format!("{language} \"translations\": {{ \"ru\": \"texts/small.ru.json\" }},");
    let path = folder.join("small.json");
    std::fs::write(&path, brief.replacen(language, &with, 1)).unwrap();
    std::fs::create_dir_all(folder.join("texts")).unwrap();
    let texts = folder.join("texts/small.ru.json");
    std::fs::write(&texts, r#"{ "meta": { "title": "Два соседа" } }"#).unwrap();
    let draw = |lang: &str| khorgos(&["svg", "--lang", lang, path.to_str().unwrap()]);
    let drawn = |lang: &str| String::from_utf8(draw(lang).stdout).unwrap();
    assert!(drawn("ru-KZ").contains(">Два соседа</text>"));
    assert!(drawn("kk").contains(">Two neighbours</text>"));
    std::fs::write(&texts, r#"{ "meta": { "titel": "Два соседа" } }"#).unwrap();
    let output = draw("ru");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && error.contains("$.meta.titel"), "{error}");
}

#[test]
fn letters_that_no_font_has_are_told_and_only_pixels_need_them() {
    let folder = folder("command-letters");
    let brief = std::fs::read_to_string("tests/fixtures/briefs/good_small.json").unwrap();
    let path = folder.join("letters.json");
    std::fs::write(&path, brief.replacen("Two neighbours", "Two \u{10fffd}", 1)).unwrap();
    let drawn = |format| khorgos(&[format, path.to_str().unwrap()]);
    let (png, svg) = (drawn("png"), drawn("svg"));
    let told = |output: &std::process::Output| {
        String::from_utf8_lossy(&output.stderr).contains("U+10FFFD")
    };
    assert!(!png.status.success() && png.stdout.is_empty() && told(&png));
    assert!(svg.status.success() && svg.stdout.starts_with(b"<svg ") && told(&svg));
}

/// `script` of util-linux gives the command a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_told_how_far_the_work_is_and_nobody_else() {
    let picture = folder("command-progress").join("picture.svg");
    let picture = picture.to_str().unwrap();
    let line = format!("{} svg -o {picture} {BRIEF}", env!("CARGO_BIN_EXE_khorgos"));
    let mut script = std::process::Command::new("script");
    script.current_dir(env!("CARGO_MANIFEST_DIR")).args(["-qec", &line, "/dev/null"]);
    let seen = String::from_utf8(script.output().unwrap().stdout).unwrap();
    for told in ["reading the base map, 9", "reading the brief, ", "drawing …", " %"] {
        assert!(seen.contains(told), "{told}: {seen:?}");
    }
    assert!(seen.ends_with("\r\u{1b}[K"), "{seen:?}");
    assert!(khorgos(&["svg", "-o", picture, BRIEF]).stderr.is_empty());
}

#[test]
fn help_has_examples_of_every_command() {
    let help = String::from_utf8(khorgos(&["--help"]).stdout).unwrap();
    let (_, examples) = help.split_once("examples:\n").unwrap();
    for command in ["svg", "png", "check", "facts", "schema"] {
        assert!(examples.contains(&format!("  khorgos {command} ")), "{command}");
        assert_eq!(khorgos(&[command, "--help"]).stdout, help.as_bytes(), "{command}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 120), "{help}");
}
