//! The Scene as SVG, and as PNG where fonts are to be had.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped;
use khorgos::export::{Page, path_data, svg};
use khorgos::projection::MapPoint;
use khorgos::scene::{Anchor, EstimatedText, Font, Item, Scene, Segment};
use khorgos::style::Color;
use khorgos::view::{Camera, ScreenPoint};

fn empty(items: Vec<Item>) -> Scene {
    let camera =
        Camera { centre: MapPoint::default(), px_per_km: 1.0, width_px: 80.0, height_px: 40.0 };
    Scene { camera, ground: Color::rgb(0xdbe5e9), right_to_left: false, items }
}

fn text(text: &str) -> Item {
    Item::Text {
        target: None,
        at: ScreenPoint::new(40.0, 20.0),
        anchor: Anchor::Middle,
        text: text.to_owned(),
        width_px: 30.0,
        angle_rad: std::f64::consts::FRAC_PI_6,
        font: Font::plain(12.0).strong(),
        color: Color::rgb(0x2a2926),
        halo: Color::rgb(0xffffff),
    }
}

#[test]
fn numbers_are_short() {
    let p = ScreenPoint::new;
    let outline = [
        Segment::Move(p(0.0, -0.0)),
        Segment::Line(p(1.5, -2.25)),
        Segment::Quad(p(0.004, 1e300), p(f64::NAN, 3.0)),
        Segment::Close,
    ];
    assert_eq!(path_data(&outline), "M0 0L1.5 -2.25Q0 1000000000 0 3Z");
    let circle = [Segment::Circle(p(5.0, 5.0), 2.0)];
    assert_eq!(path_data(&circle), "M3 5a2 2 0 1 1 4 0a2 2 0 1 1 -4 0");
}

#[test]
fn texts_cannot_become_markup() {
    let page = Page {
        title: "</title><script>alert(1)</script>".to_owned(),
        description: "a & b".to_owned(),
        language: "en\" onload=\"alert(1)".to_owned(),
    };
    let picture = svg(&empty(vec![text("<b onclick=\"x\">\u{1}&\u{fffe}")]), &page);
    assert!(!picture.contains("<script") && !picture.contains("<b "), "{picture}");
    assert!(!picture.contains("\" onload=\""), "{picture}");
    assert!(picture.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;</text>"), "{picture}");
    assert!(picture.contains("rotate(30)"), "{picture}");
}

#[test]
fn the_same_scene_gives_the_same_document() {
    let document = || {
        let mut widget = shipped(1200.0, 750.0);
        svg(widget.scene(&EstimatedText).unwrap(), &Page::default())
    };
    assert_eq!(document(), document());
}

#[cfg(feature = "cli")]
mod with_fonts {
    use super::*;
    use khorgos::export::text::Fonts;
    use khorgos::scene::TextMeasure;

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        let fonts = Fonts::load(&[], None).unwrap();
        let png = fonts.png(&svg(&empty(vec![text("Алматы")]), &Page::default()), 2.0).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (160, 80));
        assert!(fonts.png("<svg", 1.0).is_err());
    }

    #[test]
    fn text_is_measured_as_it_is_set() {
        let fonts = Fonts::load(&[], None).unwrap();
        let plain = Font::plain(12.0);
        let width = |text: &str, font| fonts.width_px(text, font);
        assert!((width("mm", plain) - 2.0 * width("m", plain)).abs() < 0.01);
        assert!((width("m", Font::plain(24.0)) - 2.0 * width("m", plain)).abs() < 0.05);
        assert!((width("abc", plain.spaced(2.0)) - width("abc", plain) - 6.0).abs() < 1e-9);
        assert!(width("iii", plain) < width("mmm", plain));
        assert_eq!(width("", plain), 0.0);
    }
}
