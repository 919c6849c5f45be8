//! Scale bar and north.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped;
use geo::Coord;
use khorgos::layout::frame::great_circle_km;
use khorgos::layout::north::{North, north};
use khorgos::layout::scale_bar::{round_length, scale_bar};
use khorgos::projection::{MapPoint, Projection, ProjectionKind};
use khorgos::scene::EstimatedText;
use khorgos::speech::Speech;
use khorgos::style::Theme;
use khorgos::view::{Camera, ScreenPoint};

const EXTENT: [f64; 4] = [43.0, 33.5, 99.0, 58.0];
const KINDS: [ProjectionKind; 5] = [
    ProjectionKind::AzimuthalEqualArea,
    ProjectionKind::ConicEqualArea,
    ProjectionKind::ConicConformal,
    ProjectionKind::EqualEarth,
    ProjectionKind::Mercator,
];

fn camera(projection: &Projection, position: Coord, px_per_km: f64) -> Camera {
    Camera { centre: projection.forward(position), px_per_km, width_px: 1200.0, height_px: 750.0 }
}

#[test]
fn lengths_are_round_and_fit() {
    for (most, round) in [
        (1.0, 1.0),
        (1.9, 1.0),
        (2.0, 2.0),
        (4.999, 2.0),
        (5.0, 5.0),
        (9.99, 5.0),
        (10.0, 10.0),
        (1000.0, 1000.0),
        (0.3, 0.2),
        (7300.0, 5000.0),
    ] {
        let found = round_length(most).unwrap();
        assert!((found - round).abs() < 1e-12 * round, "{most}: {found}");
    }
    for most in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(round_length(most), None);
    }
}

#[test]
fn the_bar_is_true_at_the_middle_of_the_map() {
    for kind in KINDS {
        let projection = Projection::for_extent(kind, EXTENT);
        for position in [Coord { x: 71.0, y: 46.0 }, Coord { x: 60.0, y: 55.0 }] {
            let camera = camera(&projection, position, 0.3);
            let bar =
                scale_bar(&projection, &camera, 120.0, &Theme::LIGHT, &Speech::default()).unwrap();
            let km: f64 = bar.label.strip_suffix("\u{a0}km").unwrap().parse().unwrap();
            // One px along both axes of the screen about the middle, measured on the sphere.
            let true_km = |dx: f64, dy: f64| {
                let at = |x, y| {
                    let p = ScreenPoint::new(600.0 + x, 375.0 + y);
                    projection.inverse(camera.to_map(p)).unwrap()
                };
                great_circle_km(at(-dx, -dy), at(dx, dy)) / 2.0
            };
            // The scale of areas is the product of those of two directions at right angles.
            let km_per_px = (true_km(1.0, 0.0) * true_km(0.0, 1.0)).sqrt();
            let drawn_km = (bar.swatch.width_px - 1.4) * km_per_px;
            assert!(
                (drawn_km / km - 1.0).abs() < 0.02,
                "{kind:?} {position:?}: {drawn_km} of {km}"
            );
        }
    }
}

#[test]
fn it_speaks_the_map_s_language_and_follows_the_zoom() {
    let mut widget = shipped(1200.0, 750.0);
    let mut label = |factor: f64| {
        widget.zoom_by(factor, None);
        widget.furniture(&EstimatedText).unwrap().scale_bar.clone().unwrap().label
    };
    assert_eq!(label(1.0), "500\u{a0}km");
    assert_eq!(label(10.0), "50\u{a0}km");
    widget.set_speech(Speech::plain("zh"));
    let bar = widget.furniture(&EstimatedText).unwrap().scale_bar.clone().unwrap();
    assert_eq!(bar.label, "50公里");
}

fn north_of(kind: ProjectionKind, position: Coord, px_per_km: f64) -> Option<North> {
    let projection = Projection::for_extent(kind, EXTENT);
    let middle = ScreenPoint::new(600.0, 375.0);
    let camera = camera(&projection, position, px_per_km);
    north(&projection, &camera, middle, &Theme::LIGHT, &Speech::default())
}

#[test]
fn north_is_said_where_it_is_not_up() {
    let (middle, east) = (Coord { x: 71.0, y: 46.0 }, Coord { x: 95.0, y: 46.0 });
    for kind in [ProjectionKind::AzimuthalEqualArea, ProjectionKind::ConicConformal] {
        assert_eq!(north_of(kind, middle, 3.0), None, "{kind:?}: up all over a small part");
        let turned = north_of(kind, east, 3.0).unwrap();
        // East of the central meridian, meridians lean to the left.
        assert!(turned.angle_rad < -0.2, "{kind:?}: {}", turned.angle_rad);
        assert!(north_of(kind, middle, 0.15).is_some(), "{kind:?}: not up at the edges");
    }
    assert_eq!(north_of(ProjectionKind::Mercator, east, 0.3), None);
}

#[test]
fn off_the_map_there_is_neither() {
    let projection = Projection::for_extent(ProjectionKind::AzimuthalEqualArea, EXTENT);
    let away = MapPoint::new(1e6, 1e6);
    let camera = Camera { centre: away, px_per_km: 1.0, width_px: 100.0, height_px: 100.0 };
    let (theme, speech) = (Theme::LIGHT, Speech::default());
    assert_eq!(scale_bar(&projection, &camera, 120.0, &theme, &speech), None);
    let at = ScreenPoint::default();
    assert_eq!(north(&projection, &camera, at, &theme, &speech), None);
}

#[test]
fn the_graticule_is_drawn_where_it_is_wanted() {
    let lines = |widget: &mut khorgos::widget::Widget| {
        let stroke = khorgos::layout::graticule::graticule_stroke(&Theme::LIGHT);
        let is_line = |item: &khorgos::scene::Item| {
            matches!(item, khorgos::scene::Item::MapPath { target: None, fill: None, stroke: Some(s), path }
                if *s == stroke && path.runs.len() > 5)
        };
        let scene = widget.scene(&EstimatedText).unwrap();
        scene.items.iter().filter(|item| is_line(item)).cloned().collect::<Vec<_>>()
    };
    let mut widget = shipped(1200.0, 750.0);
    assert!(lines(&mut widget).is_empty());
    assert!(widget.set_graticule(Some(true)).draw);
    let far = lines(&mut widget);
    assert_eq!(far.len(), 1);
    widget.zoom_by(4.0, None);
    assert_ne!(lines(&mut widget), far, "closer lines from near");
    // It stays in another projection, and according to another world view.
    widget.set_projection(Some(ProjectionKind::Mercator));
    assert_eq!(lines(&mut widget).len(), 1);
    widget.set_worldview(Some(khorgos::worldview::WorldView::Cn));
    assert_eq!(lines(&mut widget).len(), 1);
    assert!(widget.set_graticule(None).draw);
    assert!(lines(&mut widget).is_empty());

    let brief = String::from_utf8(common::bytes("assets/briefs/kazakhstan.json")).unwrap();
    let with = brief.replacen("\"view\": { ", "\"view\": { \"graticule\": true, ", 1);
    widget.set_brief(with.as_bytes()).unwrap();
    assert_eq!(lines(&mut widget).len(), 1, "the brief asks for it");
    widget.set_graticule(Some(false));
    assert!(lines(&mut widget).is_empty(), "the page has the last word");
}
