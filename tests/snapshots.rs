//! Pictures compared with how they were: exactly. `UPDATE_SNAPSHOTS=1` accepts how they are now.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/hostile/mod.rs"]
mod hostile;
#[path = "common/lots.rs"]
mod lots;
#[path = "common/pictures.rs"]
mod pictures;

use khorgos::export::{Page, listing, svg};
use khorgos::scene::{EstimatedText, Scene};
use khorgos::style::Theme;
use khorgos::widget::Widget;
use pictures::{kazakhstan, khorgos_from_near, layout_text, scene_text, small, small_in_persian};
use std::path::Path;

/// Compares a text with the snapshot of a name, or makes it the snapshot.
fn holds(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let mut lines = known.lines().zip(text.lines()).enumerate();
    let differs = lines.find(|(_, (known, now))| known != now);
    let lengths = (known.lines().count(), text.lines().count());
    assert!(
        differs.is_none() && lengths.0 == lengths.1,
        "{name} is another picture. First difference: {differs:#?}; {} lines were, {} are. Look at \
         it, then accept it with UPDATE_SNAPSHOTS=1 and read the diff.",
        lengths.0,
        lengths.1,
    );
}

fn document(widget: &Widget, scene: &Scene) -> String {
    let page = Page {
        title: "A picture".to_owned(),
        description: "What it shows".to_owned(),
        ..widget.page(scene).unwrap()
    };
    svg(scene, &page)
}

fn plate(widget: &Widget) -> Scene {
    widget.plate(&EstimatedText).unwrap()
}

#[test]
fn every_sign_as_a_scene() {
    holds("every-sign.scene.txt", &scene_text(&mut small(700.0, 440.0)));
}

#[test]
fn kazakhstan_laid_out_wide_and_narrow() {
    holds("kazakhstan-wide.layout.txt", &layout_text(&mut kazakhstan(1200.0, 750.0)));
    holds("kazakhstan-narrow.layout.txt", &layout_text(&mut kazakhstan(390.0, 700.0)));
}

#[test]
fn khorgos_from_near_as_a_scene() {
    holds("khorgos-from-near.scene.txt", &scene_text(&mut khorgos_from_near()));
}

#[test]
fn a_wide_plate_as_a_scene_and_as_svg() {
    let widget = small(900.0, 640.0);
    let scene = plate(&widget);
    holds("plate-wide.scene.txt", &listing(&scene));
    holds("plate-wide.svg", &document(&widget, &scene));
}

#[test]
fn a_narrow_plate_from_right_to_left_as_svg() {
    let widget = small_in_persian(390.0, 700.0);
    holds("plate-narrow-fa.svg", &document(&widget, &plate(&widget)));
}

#[test]
fn khorgos_from_near_as_svg() {
    let mut widget = khorgos_from_near();
    let scene = widget.scene(&EstimatedText).unwrap().clone();
    holds("khorgos-from-near.svg", &document(&widget, &scene));
}

#[test]
fn every_sign_in_the_dark_as_svg() {
    let mut widget = small(700.0, 440.0);
    widget.set_theme(Theme::DARK);
    let scene = widget.scene(&EstimatedText).unwrap().clone();
    holds("every-sign-dark.svg", &document(&widget, &scene));
}

#[test]
fn a_chosen_flow_changes_nothing_but_itself() {
    let mut widget = small(700.0, 440.0);
    let before = scene_text(&mut widget);
    widget.select("flow", "goods-flow");
    holds("every-sign-chosen.changes.txt", &changes(&before, &scene_text(&mut widget)));
}

/// The lines of a text that another does not have at their place.
fn changes(before: &str, after: &str) -> String {
    let before: Vec<&str> = before.lines().collect();
    let new = after.lines().filter(|line| !before.contains(line));
    new.map(|line| format!("{line}\n")).collect()
}

#[test]
fn changed_briefs_from_anywhere() {
    holds("drawn-by-lot.txt", &lots::checksums());
}
