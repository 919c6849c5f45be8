//! The exports on a real canvas, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, Reflect, Uint8Array};
use khorgos::web::{BriefReader, Context, MapReader, Widget};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::*;

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 400.0;

const DPR: f64 = 2.0;

#[wasm_bindgen]
extern "C" {
    type OffscreenCanvas;

    #[wasm_bindgen(constructor)]
    fn new(width: f64, height: f64) -> OffscreenCanvas;
    #[wasm_bindgen(method, js_name = getContext)]
    fn context(this: &OffscreenCanvas, kind: &str) -> Context;
}

/// A canvas of the size of the map's box, or what draws on it.
fn canvas() -> Context {
    OffscreenCanvas::new(WIDTH * DPR, HEIGHT * DPR).context("2d")
}

/// Draws as a page does; whether there is something to draw.
fn draw(widget: &mut Widget, canvas: &Context) -> bool {
    widget.compose().is_some()
        && widget.paint_part(canvas.clone(), DPR, 0.0, 0, usize::MAX).unwrap().is_none()
}

fn shipped(canvas: &Context) -> Widget {
    let mut widget = Widget::new(canvas.clone());
    let pack =
        |bytes: &[u8]| MapReader::new(vec![Uint8Array::from(bytes)], &[]).pack(false).unwrap();
    let parts = [
        pack(include_bytes!("../assets/map/base.topo.json")),
        pack(include_bytes!("../assets/map/osm.topo.json")),
    ];
    widget.resize(WIDTH, HEIGHT, 0.0);
    assert_eq!(count(&widget.set_map(parts.map(|part| Uint8Array::from(&*part)).to_vec(), &[])), 0);
    let brief = include_bytes!("../assets/briefs/kazakhstan.json");
    assert_eq!(count(&widget.set_brief(BriefReader::new(brief.to_vec(), &[]))), 0);
    widget
}

fn count(list: &JsValue) -> u32 {
    list.unchecked_ref::<Array>().length()
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

/// The colour of a device pixel as `#rrggbb`.
fn pixel(context: &Context, x: f64, y: f64) -> String {
    let get: js_sys::Function =
        Reflect::get(context, &"getImageData".into()).unwrap().unchecked_into();
    let arguments = Array::of4(&x.into(), &y.into(), &1.0.into(), &1.0.into());
    let image = get.apply(context, &arguments).unwrap();
    let data = Uint8Array::new(&Reflect::get(&image, &"data".into()).unwrap());
    format!("#{:02x}{:02x}{:02x}", data.get_index(0), data.get_index(1), data.get_index(2))
}

/// All pixels.
fn image(context: &Context) -> Vec<u8> {
    let get: js_sys::Function =
        Reflect::get(context, &"getImageData".into()).unwrap().unchecked_into();
    let (width, height) = (JsValue::from(WIDTH * DPR), JsValue::from(HEIGHT * DPR));
    let image = get.apply(context, &Array::of4(&0.0.into(), &0.0.into(), &width, &height));
    Uint8Array::new(&Reflect::get(&image.unwrap(), &"data".into()).unwrap()).to_vec()
}

#[wasm_bindgen_test]
fn the_canvas_has_the_device_s_pixels_and_the_map_s_colours() {
    let canvas = canvas();
    let mut widget = shipped(&canvas);
    assert!(draw(&mut widget, &canvas));
    // Open land in the north-east of Kazakhstan; the north of the Altai.
    let at = |lon, lat| widget.project(lon, lat).unwrap();
    let focus = at(73.0, 50.6);
    assert_eq!(pixel(&canvas, focus[0] * 2.0, focus[1] * 2.0), "#ffffff");
    let context = at(90.0, 56.0);
    assert_eq!(pixel(&canvas, context[0] * 2.0, context[1] * 2.0), "#f2f0ea");
}

#[wasm_bindgen_test]
fn a_click_chooses_and_the_panel_has_its_facts() {
    let mut widget = shipped(&canvas());
    widget.compose().unwrap();
    let at = widget.project(74.8, 37.5).unwrap();
    widget.pointer("down", 1, at[0], at[1], 0.0, false, false);
    let effects = json(&widget.pointer("up", 1, at[0], at[1], 0.0, false, false));
    assert!(effects.contains(r#""select":{"kind":"place","id":"base-tajikistan""#), "{effects}");
    let panel = json(&widget.panel("place", "base-tajikistan"));
    assert!(
        panel.contains("approximate")
            && panel.contains(r#""place":{"text":"Status quo, paragraph 4"}"#),
        "{panel}"
    );
    assert!(widget.panel("place", "nowhere").is_undefined());
}

#[wasm_bindgen_test]
fn lenses_steps_and_flights_come_as_plain_objects() {
    let mut widget = shipped(&canvas());
    assert!(widget.lens_panel().is_undefined());
    let effects = json(&widget.set_lens(Some("west".to_owned())));
    assert!(effects.contains(r#""lens":"west""#), "{effects}");
    let panel = json(&widget.lens_panel());
    assert!(panel.contains("different years: 2021 and 2020"), "{panel}");
    let effects = json(&widget.set_lens(None));
    assert!(effects.contains(r#""lens":null"#), "{effects}");
    let effects = json(&widget.show_step(0, true));
    assert!(
        effects.contains(r#""flying":true"#) && effects.contains("khorgos-gateway"),
        "{effects}"
    );
    let effects = json(&widget.advance(5000.0));
    assert!(effects.contains(r#""flying":false"#), "{effects}");
    let fit = vec!["tengiz".to_owned()];
    let effects = json(&widget.fly_to(None, None, None, fit, false));
    assert!(effects.contains(r#""view":true"#), "{effects}");
}

#[wasm_bindgen_test]
fn problems_come_as_plain_objects() {
    let mut widget = shipped(&canvas());
    let problems = json(&widget.set_brief(BriefReader::new(b"{\"version\": 9}".to_vec(), &[])));
    assert_eq!(
        problems,
        r#"[{"path":"$.version","expected":"version 1 of the brief","found":"the number 9"}]"#
    );
    assert!(widget.compose().is_some(), "the last good map stays");
}

#[wasm_bindgen_test]
fn the_picture_that_is_taken_away_is_painted_elsewhere() {
    let (own, other) = (canvas(), canvas());
    let mut widget = shipped(&own);
    assert!(draw(&mut widget, &own));
    assert!(widget.paint_plate(other.clone(), 0.5).unwrap());
    let at = widget.project(73.0, 50.6).unwrap();
    assert_eq!(pixel(&other, at[0] * 0.5, at[1] * 0.5), "#ffffff");
    assert!(widget.svg().unwrap().contains("<title>Kazakhstan between"));
    let one = vec!["trade-china-total".to_owned()];
    assert_eq!(widget.csv(Some(one)).unwrap().lines().next().unwrap().split(',').count(), 13);

    let mut empty = Widget::new(canvas());
    assert!(!empty.paint_plate(other, 1.0).unwrap());
    assert!(empty.svg().is_none() && empty.csv(None).is_none());
}

#[wasm_bindgen_test]
fn marks_have_a_canvas_of_their_own() {
    let (own, other) = (canvas(), canvas());
    let mut widget = shipped(&own);
    assert_eq!(widget.paint_marks(other.clone(), DPR, 0.0), 0, "nothing is drawn yet");
    assert!(draw(&mut widget, &own));
    assert!(widget.paint_marks(other, DPR, 500.0) > 5);
    assert!(draw(&mut widget, &own), "the painter is back on its own canvas");
    let focus = widget.project(73.0, 50.6).unwrap();
    assert_eq!(pixel(&own, focus[0] * DPR, focus[1] * DPR), "#ffffff");
}

#[wasm_bindgen_test]
fn a_picture_in_slices_is_the_same_as_one_in_one_go() {
    let (whole, sliced) = (canvas(), canvas());
    let mut widget = shipped(&whole);
    assert!(draw(&mut widget, &whole));
    let (mut next, mut slices) = (Some(0), 0);
    while let Some(first) = next {
        next = widget.paint_part(sliced.clone(), DPR, 0.0, first, 7).unwrap();
        slices += 1;
    }
    assert!(slices > 10);
    assert!(image(&whole) == image(&sliced));
}

#[wasm_bindgen_test]
fn a_margin_shows_what_comes_into_sight() {
    const MARGIN: f64 = 60.0;
    let large = OffscreenCanvas::new(WIDTH + 2.0 * MARGIN, HEIGHT + 2.0 * MARGIN).context("2d");
    let own = canvas();
    let mut widget = shipped(&own);
    widget.resize(WIDTH, HEIGHT, MARGIN);
    let view = widget.compose().unwrap();
    assert_eq!(widget.paint_part(large.clone(), 1.0, MARGIN, 0, usize::MAX).unwrap(), None);
    let at = widget.project(73.0, 50.6).unwrap();
    assert_eq!(pixel(&large, at[0] + MARGIN, at[1] + MARGIN), "#ffffff");
    // Into the middle of the margin, where land shows already that the view does not.
    let beyond = pixel(&large, MARGIN / 2.0, MARGIN);
    assert_eq!(widget.shift(&view).unwrap(), [1.0, 0.0, 0.0]);
    widget.pan_by(MARGIN / 2.0, 0.0);
    assert_eq!(widget.shift(&view).unwrap(), [1.0, MARGIN / 2.0, 0.0]);
    assert!(!widget.is_stale());
    assert!(draw(&mut widget, &own));
    assert_eq!(pixel(&own, 0.0, 0.0), beyond);
    widget.pan_by(MARGIN, 0.0);
    assert!(widget.shift(&view).is_none(), "the margin is used up");
    widget.set_layer("trade", false);
    assert!(widget.is_stale());
}

#[wasm_bindgen_test]
fn two_widgets_do_not_share_a_view() {
    let (mut first, second) = (shipped(&canvas()), shipped(&canvas()));
    let before = second.project(68.0, 48.0);
    first.pan_by(50.0, 0.0);
    assert_eq!(second.project(68.0, 48.0), before);
    assert_ne!(first.project(68.0, 48.0), before);
}

#[wasm_bindgen_test]
fn the_browser_writes_numbers_and_dates_as_the_core_does() {
    use khorgos::speech::{Day, Length, Locale, PlainLocale};
    // Spaces that do not break come in two widths.
    let same = |text: String| text.replace('\u{202f}', "\u{a0}");
    // What is heard has no lines to be broken.
    let heard = |text: String| same(text).replace('\u{a0}', " ");
    for lang in ["en", "ru", "kk", "zh", "fa"] {
        let (browser, core) = (khorgos::web::locale(lang), PlainLocale::new(lang));
        for value in [0.0, 1.39, 16.4, 45.0, 10_200.0, 1_234_567.25] {
            assert_eq!(same(browser.number(value)), core.number(value), "{lang}");
            assert_eq!(same(browser.percent(value)), core.percent(value), "{lang}");
            for length in [Length::Short, Length::Words] {
                assert_eq!(same(browser.km(value, length)), core.km(value, length), "{lang}");
            }
        }
        for value in [1.0, 1.39, 2.3, 9.7, 18.19, 39.01] {
            let both = (
                browser.money(value, 9, "USD", Length::Short),
                core.money(value, 9, "USD", Length::Short),
            );
            assert_eq!(same(both.0), both.1, "{lang}");
        }
        for value in [1.0, 2.0, 5.0, 9.7, 18.19, 21.0, 112.0] {
            for exponent in [6, 9] {
                let amount =
                    |locale: &dyn Locale| locale.money(value, exponent, "USD", Length::Words);
                assert_eq!(heard(amount(&*browser)), heard(amount(&core)), "{lang}");
            }
        }
        for (month, day) in
            [(None, None), (Some(4), None), (Some(4), Some(5)), (Some(12), Some(31))]
        {
            let day = Day { year: 2021, month, day };
            assert_eq!(same(browser.date(day)), core.date(day), "{lang}");
        }
    }
}

#[wasm_bindgen_test]
fn a_tag_that_is_no_language_is_no_trap() {
    for tag in ["", "not a language", "x", "\u{1f600}"] {
        assert_eq!(khorgos::web::locale(tag).percent(16.4), "16.4%", "{tag:?}");
    }
    let mut widget = shipped(&canvas());
    assert_eq!(count(&widget.set_language("tlh", None)), 0);
    assert_eq!(count(&widget.set_language("kk", Some(b"{".to_vec()))), 1);
    assert!(widget.compose().is_some());
}
