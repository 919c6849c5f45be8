//! The Scene as SVG, and as PNG where fonts are to be had.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped;
use khorgos::export::{Name, Page, path_data, svg};
use khorgos::project::MapPath;
use khorgos::projection::MapPoint;
use khorgos::scene::{Anchor, Dash, EstimatedText, Font, Item, Scene, Segment, Stroke, Target};
use khorgos::style::Color;
use khorgos::view::{Bounds, Camera, ScreenPoint};
use std::collections::BTreeSet;
use std::rc::Rc;

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
        ..Page::default()
    };
    let picture = svg(&empty(vec![text("<b onclick=\"x\">\u{1}&\u{fffe}")]), &page);
    assert!(!picture.contains("<script") && !picture.contains("<b "), "{picture}");
    assert!(!picture.contains("\" onload=\""), "{picture}");
    assert!(picture.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;</text>"), "{picture}");
    assert!(picture.contains("rotate(30)"), "{picture}");
}

/// The points of a path of the map in the document of a scene of 80 x 40 px, run by run.
fn drawn(points: &[(f64, f64)], closed: bool) -> Vec<Vec<(f64, f64)>> {
    let run: Vec<MapPoint> = points.iter().map(|(x, y)| MapPoint::new(*x, *y)).collect();
    let path = Rc::new(MapPath::new(1, vec![run], closed));
    let stroke = Some(Stroke::solid(Color::rgb(0), 1.0));
    let picture = svg(
        &empty(vec![Item::MapPath { target: None, path, fill: None, stroke }]),
        &Page::default(),
    );
    let Some((_, rest)) = picture.split_once(" d=\"") else { return Vec::new() };
    let data = rest.split('"').next().unwrap().replace('Z', "");
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    for run in data.split('M').skip(1) {
        let mut at = (0.0, 0.0);
        let mut points = Vec::new();
        for step in run.split('l') {
            let (x, y) = step.split_once(' ').unwrap();
            at = (at.0 + x.parse::<f64>().unwrap(), at.1 + y.parse::<f64>().unwrap());
            points.push(at);
        }
        runs.push(points);
    }
    runs
}

#[test]
fn paths_of_the_map_are_cut_to_the_picture() {
    // Map km 0,0 is the middle of 80 x 40 px, a km is a px; the margin is 20 px.
    let is_near = |(x, y): &(f64, f64)| (-20.1..=100.1).contains(x) && (-20.1..=60.1).contains(y);
    let through = drawn(&[(-500.0, 0.0), (-30.0, 5.0), (500.0, 0.0)], false);
    assert_eq!(through.len(), 1);
    assert!(through[0].iter().all(is_near), "{through:?}");
    assert!((through[0][1].0 - 10.0).abs() < 0.11 && (through[0][1].1 - 25.0).abs() < 0.11);
    let in_and_out = drawn(&[(-10.0, 0.0), (500.0, 0.0), (500.0, 10.0), (10.0, 10.0)], false);
    assert_eq!(in_and_out.len(), 2, "{in_and_out:?}");
    // A ring about all of it covers all of it.
    let around = drawn(&[(-900.0, -900.0), (900.0, -900.0), (900.0, 900.0), (-900.0, 900.0)], true);
    let mut bounds = Bounds::EMPTY;
    around.iter().flatten().for_each(|(x, y)| bounds.include(*x, *y));
    assert_eq!(bounds, Bounds { left: -20.0, top: -20.0, right: 100.0, bottom: 60.0 });
    assert_eq!(drawn(&[(200.0, 0.0), (300.0, 0.0), (250.0, 9.0)], true), Vec::<Vec<_>>::new());
}

#[test]
fn what_lies_closer_than_can_be_seen_stands_once_but_ends_stay() {
    let line: Vec<(f64, f64)> = (0..=100).map(|step| (f64::from(step) * 0.1, 0.0)).collect();
    let runs = drawn(&line, false);
    let points = &runs[0];
    assert!(points.len() < 30, "{points:?}");
    assert!((points[0].0 - 40.0).abs() < 0.01 && (points[points.len() - 1].0 - 50.0).abs() < 0.06);
}

#[test]
fn the_same_scene_gives_the_same_document() {
    let document = || {
        let mut widget = shipped(1200.0, 750.0);
        svg(widget.scene(&EstimatedText).unwrap(), &Page::default())
    };
    assert_eq!(document(), document());
}

#[test]
fn things_keep_their_ids_and_titles() {
    let widget = shipped(1200.0, 750.0);
    let scene = widget.plate(&EstimatedText).unwrap();
    let picture = svg(&scene, &widget.page(&scene).unwrap());
    let ids: Vec<&str> =
        picture.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    for (id, title) in [("country-KAZ", "Kazakhstan"), ("place-khorgos-gateway", "Khorgos Gateway")]
    {
        assert!(picture.contains(&format!("<g id=\"{id}\"><title>{title}</title>\n")), "{id}");
    }
    let groups = scene.items.iter().filter_map(Item::target).collect::<BTreeSet<_>>();
    let firsts = ids.iter().filter(|id| !id.starts_with("clip-")).filter(|id| {
        let number =
            id.rsplit_once('-').and_then(|(id, number)| Some((id, number.parse::<u32>().ok()?)));
        number.is_none_or(|(id, _)| !ids.contains(&id))
    });
    assert_eq!(firsts.count(), groups.len(), "each thing has its own");
    assert_eq!(picture.matches("<g").count(), picture.matches("</g>").count());
}

#[test]
fn ids_of_a_document_are_ids_of_xml_and_differ() {
    let item = |target| Item::Shape {
        target: Some(target),
        outline: Vec::new(),
        fill: None,
        stroke: None,
    };
    let mut page = Page::default();
    let places = ["place-a b", "place-a\"b", "place-a-b-2", "place-Хоргос"];
    for (place, id) in places.into_iter().enumerate() {
        page.names
            .insert(Target::Place(place), Name { id: id.to_owned(), title: "<A>".to_owned() });
    }
    let items = [0, 1, 2, 3, 0].map(|place| item(Target::Place(place))).to_vec();
    let picture = svg(&empty(items), &page);
    let ids: Vec<&str> =
        picture.split("<g id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids, ["place-a-b", "place-a-b-2", "place-a-b-2-2", "place-Хоргос", "place-a-b-3"]);
    assert_eq!(picture.matches("<title>&lt;A&gt;</title>").count(), 5);
}

/// Inkscape takes a space at the end for one more length, of nothing.
#[test]
fn dashes_end_with_their_last_length() {
    let stroke = Some(Stroke { color: Color::rgb(0), width_px: 1.0, dash: Dash::Ties });
    let outline =
        vec![Segment::Move(ScreenPoint::default()), Segment::Line(ScreenPoint::new(9.0, 0.0))];
    let line = Item::Shape { target: None, outline, fill: None, stroke };
    assert!(svg(&empty(vec![line]), &Page::default()).contains(" stroke-dasharray=\"1.5 7\"/>"));
}

#[cfg(feature = "cli")]
mod with_fonts {
    use super::*;
    use khorgos::export::text::{FontChoice, Fonts, PictureError};
    use khorgos::scene::TextMeasure;

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        let fonts = Fonts::load(FontChoice::default()).unwrap();
        let png = fonts.png(&svg(&empty(vec![text("Алматы")]), &Page::default()), 2.0).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (160, 80));
        assert!(fonts.png("<svg", 1.0).is_err());
    }

    #[test]
    fn text_is_measured_as_it_is_set() {
        let fonts = Fonts::load(FontChoice::default()).unwrap();
        let plain = Font::plain(12.0);
        let width = |text: &str, font| fonts.width_px(text, font);
        assert!((width("mm", plain) - 2.0 * width("m", plain)).abs() < 0.01);
        assert!((width("m", Font::plain(24.0)) - 2.0 * width("m", plain)).abs() < 0.05);
        assert!((width("abc", plain.spaced(2.0)) - width("abc", plain) - 6.0).abs() < 1e-9);
        assert!(width("iii", plain) < width("mmm", plain));
        assert_eq!(width("", plain), 0.0);
    }

    /// A letter for private use, in the last plane: no font has it.
    const NOBODYS: &str = "\u{10fffd}";

    #[test]
    fn letters_that_no_font_has_are_told() {
        let fonts = Fonts::load(FontChoice::default()).unwrap();
        let picture = |said: &str| svg(&empty(vec![text(said)]), &Page::default());
        fonts.width_px("plain", Font::plain(12.0));
        assert_eq!(fonts.check_glyphs(), Ok(()));
        let why = fonts.png(&picture(&format!("A{NOBODYS}")), 1.0).unwrap_err().to_string();
        assert!(why.contains("U+10FFFD") && !why.contains("U+0041"), "{why}");
    }

    #[test]
    fn a_family_is_one_that_is_there() {
        let load =
            |family| Fonts::load(FontChoice { family: Some(family), ..FontChoice::default() });
        let PictureError::NoFamily { known, .. } = load("Nobody Sans").unwrap_err() else {
            panic!()
        };
        let first = known.split(", ").next().unwrap();
        let fonts = load(&first.to_ascii_lowercase()).unwrap();
        assert!(fonts.family().starts_with(&format!("'{first}', ")), "{}", fonts.family());
    }

    #[test]
    fn without_the_systems_fonts_there_are_those_of_the_folders() {
        let folder = std::path::Path::new("tests/fixtures/briefs");
        let choice = FontChoice { folders: &[folder], no_system: true, family: None };
        let why = Fonts::load(choice).unwrap_err();
        assert_eq!(why, PictureError::NoFonts("tests/fixtures/briefs".to_owned()));
    }
}
