//! The exports on a real canvas, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, Reflect, Uint8Array};
use khorgos::web::Widget;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 400.0;

fn canvas() -> HtmlCanvasElement {
    let document: JsValue = Reflect::get(&js_sys::global(), &"document".into()).unwrap();
    let create: js_sys::Function =
        Reflect::get(&document, &"createElement".into()).unwrap().unchecked_into();
    create.call1(&document, &"canvas".into()).unwrap().unchecked_into()
}

fn shipped(canvas: &HtmlCanvasElement) -> Widget {
    let mut widget = Widget::new(canvas.clone()).unwrap();
    let part = |bytes: &[u8]| Uint8Array::from(bytes);
    let parts = vec![
        part(include_bytes!("../assets/map/base.topo.json")),
        part(include_bytes!("../assets/map/osm.topo.json")),
    ];
    widget.resize(WIDTH, HEIGHT, 2.0);
    assert_eq!(count(&widget.set_maps(parts).unwrap()), 0);
    let brief = include_bytes!("../assets/briefs/kazakhstan.json");
    assert_eq!(count(&widget.set_brief(brief).unwrap()), 0);
    widget
}

fn count(list: &JsValue) -> u32 {
    list.unchecked_ref::<Array>().length()
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

/// The colour of a device pixel as `#rrggbb`.
fn pixel(canvas: &HtmlCanvasElement, x: f64, y: f64) -> String {
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let get: js_sys::Function =
        Reflect::get(&context, &"getImageData".into()).unwrap().unchecked_into();
    let arguments = Array::of4(&x.into(), &y.into(), &1.0.into(), &1.0.into());
    let image = get.apply(&context, &arguments).unwrap();
    let data = Uint8Array::new(&Reflect::get(&image, &"data".into()).unwrap());
    format!("#{:02x}{:02x}{:02x}", data.get_index(0), data.get_index(1), data.get_index(2))
}

#[wasm_bindgen_test]
fn the_canvas_has_the_device_s_pixels_and_the_map_s_colours() {
    let canvas = canvas();
    let mut widget = shipped(&canvas);
    assert!(widget.draw().unwrap());
    assert_eq!((canvas.width(), canvas.height()), (1200, 800));
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
    widget.draw().unwrap();
    let at = widget.project(74.8, 37.5).unwrap();
    widget.pointer_down(1, at[0], at[1], false).unwrap();
    let effects = json(&widget.pointer_up(1, at[0], at[1]).unwrap());
    assert!(effects.contains(r#""select":{"kind":"place","id":"base-tajikistan""#), "{effects}");
    let panel = json(&widget.panel("place", "base-tajikistan").unwrap());
    assert!(
        panel.contains("approximate")
            && panel.contains(r#""place":{"text":"Status quo, paragraph 4"}"#),
        "{panel}"
    );
    assert!(widget.panel("place", "nowhere").unwrap().is_undefined());
}

#[wasm_bindgen_test]
fn lenses_steps_and_flights_come_as_plain_objects() {
    let mut widget = shipped(&canvas());
    assert!(widget.lens_panel().unwrap().is_undefined());
    let effects = json(&widget.set_lens(Some("west".to_owned())).unwrap());
    assert!(effects.contains(r#""lens":"west""#), "{effects}");
    let panel = json(&widget.lens_panel().unwrap());
    assert!(panel.contains("different years: 2021 and 2020"), "{panel}");
    let effects = json(&widget.set_lens(None).unwrap());
    assert!(effects.contains(r#""lens":null"#), "{effects}");
    let effects = json(&widget.show_step(0, true).unwrap());
    assert!(
        effects.contains(r#""flying":true"#) && effects.contains("khorgos-gateway"),
        "{effects}"
    );
    let effects = json(&widget.advance(5000.0).unwrap());
    assert!(effects.contains(r#""flying":false"#), "{effects}");
    let fit = vec!["tengiz".to_owned()];
    let effects = json(&widget.fly_to(None, None, None, fit, false).unwrap());
    assert!(effects.contains(r#""view":true"#), "{effects}");
}

#[wasm_bindgen_test]
fn problems_come_as_plain_objects() {
    let mut widget = shipped(&canvas());
    let problems = json(&widget.set_brief(b"{\"version\": 9}").unwrap());
    assert_eq!(
        problems,
        r#"[{"path":"$.version","expected":"version 1 of the brief","found":"the number 9"}]"#
    );
    assert!(widget.draw().unwrap(), "the last good map stays");
}

#[wasm_bindgen_test]
fn the_picture_that_is_taken_away_is_painted_elsewhere() {
    let (own, other) = (canvas(), canvas());
    let mut widget = shipped(&own);
    widget.draw().unwrap();
    other.set_width(300);
    other.set_height(200);
    let context = || other.get_context("2d").unwrap().unwrap().unchecked_into();
    assert!(widget.paint_on(context(), 0.5).unwrap());
    let at = widget.project(73.0, 50.6).unwrap();
    assert_eq!(pixel(&other, at[0] * 0.5, at[1] * 0.5), "#ffffff");
    assert!(widget.svg().unwrap().contains("<title>Kazakhstan between"));
    let one = vec!["trade-china-total".to_owned()];
    assert_eq!(widget.csv(Some(one)).unwrap().lines().next().unwrap().split(',').count(), 13);

    let mut empty = Widget::new(canvas()).unwrap();
    assert!(!empty.paint_on(context(), 1.0).unwrap());
    assert!(empty.svg().is_none() && empty.csv(None).is_none());
}

#[wasm_bindgen_test]
fn marks_have_a_canvas_of_their_own() {
    let (own, other) = (canvas(), canvas());
    let mut widget = shipped(&own);
    let context = || other.get_context("2d").unwrap().unwrap().unchecked_into();
    assert_eq!(widget.paint_marks(context(), 0.0).unwrap(), 0, "nothing is drawn yet");
    widget.draw().unwrap();
    assert!(widget.paint_marks(context(), 500.0).unwrap() > 5);
    assert!(widget.draw().unwrap(), "the painter is back on its own canvas");
    let focus = widget.project(73.0, 50.6).unwrap();
    assert_eq!(pixel(&own, focus[0] * 2.0, focus[1] * 2.0), "#ffffff");
}

#[wasm_bindgen_test]
fn two_widgets_do_not_share_a_view() {
    let (mut first, second) = (shipped(&canvas()), shipped(&canvas()));
    let before = second.project(68.0, 48.0);
    first.pan_by(50.0, 0.0).unwrap();
    assert_eq!(second.project(68.0, 48.0), before);
    assert_ne!(first.project(68.0, 48.0), before);
}

#[wasm_bindgen_test]
fn the_browser_writes_numbers_and_dates_as_the_core_does() {
    use khorgos::speech::{Day, Locale, PlainLocale};
    // Spaces that do not break come in two widths.
    let same = |text: String| text.replace('\u{202f}', "\u{a0}");
    for lang in ["en", "ru", "kk", "zh", "fa"] {
        let (browser, core) = (khorgos::web::locale(lang), PlainLocale::new(lang));
        for value in [0.0, 1.39, 16.4, 45.0, 10_200.0, 1_234_567.25] {
            assert_eq!(same(browser.number(value)), core.number(value), "{lang}");
            assert_eq!(same(browser.percent(value)), core.percent(value), "{lang}");
            assert_eq!(same(browser.km(value)), core.km(value), "{lang}");
        }
        for value in [1.0, 1.39, 2.3, 9.7, 18.19, 39.01] {
            let both = (browser.money(value, 9, "USD"), core.money(value, 9, "USD"));
            assert_eq!(same(both.0), both.1, "{lang}");
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
    assert_eq!(count(&widget.set_language("tlh", None).unwrap()), 0);
    assert_eq!(count(&widget.set_language("kk", Some(b"{".to_vec())).unwrap()), 1);
    assert!(widget.draw().unwrap());
}
