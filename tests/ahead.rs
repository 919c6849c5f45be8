//! What is projected before a picture is composed, bit by bit.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::compose::{Atlas, View, compose, project_ahead};
use khorgos::project::{MapLevel, Shape};
use khorgos::scene::EstimatedText;
use khorgos::style::Theme;
use khorgos::view::{Camera, Insets, ScreenPoint};
use khorgos::widget::Widget;

fn atlas() -> Atlas {
    let (model, base) = common::shipped_model();
    Atlas::new(model, base, Theme::LIGHT)
}

fn views(atlas: &Atlas) -> Vec<View> {
    let home = Camera::fit(atlas.map.home, 960.0, 600.0, Insets::default());
    let zooms = [0.5, 1.0, 3.0, 9.0, 40.0];
    let cameras = zooms.map(|zoom| Camera { px_per_km: home.px_per_km * zoom, ..home });
    let view = |camera| View::of(camera, vec![true; atlas.model.layers.len()]);
    cameras.into_iter().map(|camera| View { margin_px: 90.0, ..view(camera) }).collect()
}

/// Which shapes of the ground are projected.
fn projected(level: &MapLevel) -> Vec<bool> {
    let countries = level.countries.iter().map(|(_, shape)| shape);
    let single = [&level.lakes, &level.disputed, &level.region_borders];
    let shapes = countries.chain(&level.coasts).chain(&level.borders).chain(&level.rivers);
    shapes.chain(single).map(Shape::is_projected).collect()
}

#[test]
fn what_is_projected_ahead_is_what_the_picture_is_drawn_from() {
    let count = views(&atlas()).len();
    for number in 0..count {
        let (ahead, alone) = (atlas(), atlas());
        let view = views(&ahead).remove(number);
        while project_ahead(&ahead, &view) {}
        let before = projected(ahead.map.at(view.camera.px_per_km));
        let scene = compose(&ahead, &view, &EstimatedText);
        let after = projected(ahead.map.at(view.camera.px_per_km));
        assert_eq!(before, after, "view {number}: the picture is drawn from nothing else");
        assert_eq!(scene, compose(&alone, &view, &EstimatedText));
        let wanted = projected(alone.map.at(view.camera.px_per_km));
        assert_eq!(before, wanted, "view {number}: nothing was projected in vain");
    }
}

#[test]
fn it_is_projected_one_shape_after_the_other() {
    let atlas = atlas();
    let view = views(&atlas).remove(1);
    let count = || {
        let level = projected(atlas.map.at(view.camera.px_per_km));
        level.into_iter().filter(|is_projected| *is_projected).count()
    };
    let mut done = count();
    loop {
        let is_more = project_ahead(&atlas, &view);
        assert_eq!(count(), done + 1);
        done += 1;
        if !is_more {
            break;
        }
    }
    assert!(done > 20, "{done} shapes are in sight");
    assert!(!project_ahead(&atlas, &view));
    assert_eq!(count(), done);
}

#[test]
fn a_widget_is_prepared_for_every_view_anew() {
    assert!(!Widget::new().prepare(), "there is nothing to show");
    let mut widget = common::shipped(960.0, 600.0);
    widget.scene(&EstimatedText);
    assert!(!widget.prepare(), "what was drawn is there");
    widget.zoom_by(8.0, Some(ScreenPoint::new(480.0, 300.0)));
    let shown = widget.composed().cloned();
    assert!(widget.prepare(), "from nearer more is seen");
    assert_eq!(widget.composed(), shown.as_ref(), "the last picture stays");
    while widget.prepare() {}
}
