//! The core makes the same Scene in WebAssembly as natively: both are compared with one snapshot.
#![cfg(target_arch = "wasm32")]

#[path = "common/hostile/mod.rs"]
mod hostile;
#[path = "common/lots.rs"]
mod lots;
#[path = "common/pictures.rs"]
mod pictures;

use pictures::{kazakhstan, khorgos_from_near, layout_text, scene_text, small};
use wasm_bindgen_test::*;

wasm_bindgen_test_configure!(run_in_browser);

fn same(native: &str, here: &str) {
    let differs = native.lines().zip(here.lines()).find(|(native, here)| native != here);
    assert_eq!(differs, None);
    assert_eq!(native.len(), here.len());
}

#[wasm_bindgen_test]
fn every_sign_is_the_same() {
    let native = include_str!("snapshots/every-sign.scene.txt");
    same(native, &scene_text(&mut small(700.0, 440.0)));
}

#[wasm_bindgen_test]
fn kazakhstan_is_laid_out_the_same() {
    let native = include_str!("snapshots/kazakhstan-wide.layout.txt");
    same(native, &layout_text(&mut kazakhstan(1200.0, 750.0)));
}

#[wasm_bindgen_test]
fn khorgos_from_near_is_the_same() {
    let native = include_str!("snapshots/khorgos-from-near.scene.txt");
    same(native, &scene_text(&mut khorgos_from_near()));
}

#[wasm_bindgen_test]
fn a_plate_is_the_same() {
    let native = include_str!("snapshots/plate-wide.scene.txt");
    let scene = small(900.0, 640.0).plate(&khorgos::scene::EstimatedText).unwrap();
    same(native, &khorgos::export::listing(&scene));
}

#[wasm_bindgen_test]
fn changed_briefs_from_anywhere_are_the_same() {
    same(include_str!("snapshots/drawn-by-lot.txt"), &lots::checksums());
}
