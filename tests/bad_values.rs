//! Briefs with odd amounts, none at all, or far too many of them still make sane pictures.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::shipped;
use khorgos::export::svg;
use khorgos::layout::widths::MOST_PX;
use khorgos::scene::{EstimatedText, Item, Target};
use khorgos::sums::MOST_SINGLE;
use khorgos::view::ScreenPoint;
use serde_json::{Value, json};

const PARTNERS: [&str; 25] = [
    "CHN", "RUS", "USA", "NLD", "CHE", "DEU", "FRA", "ITA", "GBR", "TUR", "IRN", "IND", "PAK",
    "JPN", "KOR", "MNG", "UZB", "TKM", "KGZ", "TJK", "AFG", "AZE", "GEO", "UKR", "POL",
];

/// A brief of flows between countries, all of one measure, unit and period.
fn brief(flows: &[(&str, &str, f64)]) -> Value {
    let partners = PARTNERS.iter().map(|id| (id.to_string(), json!({ "role": "partner" })));
    let mut actors: serde_json::Map<String, Value> = partners.collect();
    actors.insert("KAZ".to_owned(), json!({ "role": "focus" }));
    let facts = flows.iter().enumerate().map(|(i, (from, to, value))| {
        json!({ "id": format!("f{i}"), "subject": from, "object": to, "measure": "goods", "value": value,
            "unit": "usd_bn", "period": "2021", "text": "An amount.",
            "cite": { "section": "Trade", "paragraph": 1, "notes": ["n1"] } })
    });
    let drawn = flows.iter().enumerate().map(|(i, (from, to, _))| {
        json!({ "id": format!("w{i}"), "layer": "trade", "from": from, "to": to, "direction": "one_way",
            "fact": format!("f{i}") })
    });
    json!({ "version": 1,
        "meta": { "title": "Odd", "summary": "Odd amounts.", "language": "en",
            "publication": { "title": "A paper", "author": "A. Author", "publisher": "A house", "year": 2021 } },
        "view": { "extent": [43, 33.5, 99, 58] },
        "sources": { "n1": { "note": 1, "author": "A. Author", "year": 2021, "title": "A source" } },
        "themes": [{ "id": "trade", "title": "Trade" }],
        "measures": { "goods": { "title": "Goods", "theme": "trade" } },
        "actors": actors,
        "facts": facts.collect::<Vec<_>>(),
        "flows": drawn.collect::<Vec<_>>(),
        "layers": [{ "id": "trade", "title": "Trade", "visible": true }] })
}

/// Draws a brief; what is drawn of each flow: the widths of its strokes, px. The picture has to be
/// of finite numbers, and so has its plate.
fn widths_px(brief: &Value) -> Vec<(usize, f64)> {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_brief(&serde_json::to_vec(brief).unwrap()).unwrap();
    let plate = widget.plate(&EstimatedText).unwrap();
    let scene = widget.scene(&EstimatedText).unwrap().clone();
    for scene in [&plate, &scene] {
        let picture = svg(scene, &widget.page(scene).unwrap());
        assert!(!picture.contains("NaN") && !picture.contains("inf"), "{picture}");
    }
    let body = |item: &Item| match item {
        Item::Shape {
            target: Some(Target::Flow(flow)), fill: None, stroke: Some(stroke), ..
        } => Some((*flow, stroke.width_px)),
        _ => None,
    };
    scene.items.iter().filter_map(body).collect()
}

#[test]
fn nothing_and_almost_nothing_are_thin_and_the_greatest_is_no_wider_than_any() {
    let flows = [
        ("KAZ", "CHN", 0.0),
        ("KAZ", "RUS", f64::MAX),
        ("TUR", "KAZ", f64::MIN_POSITIVE),
        ("IRN", "KAZ", f64::MAX / 2.0),
    ];
    let widths = widths_px(&brief(&flows));
    let of = |flow: usize| widths.iter().find(|(of, _)| *of == flow).map(|(_, px)| *px).unwrap();
    assert!((of(1) - MOST_PX).abs() < 1e-9 && (of(3) - MOST_PX / 2.0).abs() < 1e-9);
    assert!(of(0) == of(2) && of(0) > 0.0 && of(0) < 2.0);
}

#[test]
fn where_all_amounts_are_zero_all_flows_are_thin() {
    let widths = widths_px(&brief(&[("KAZ", "CHN", 0.0), ("KAZ", "RUS", 0.0)]));
    assert_eq!(widths.len(), 2);
    assert!(widths.iter().all(|(_, px)| *px < 2.0));
}

#[test]
fn an_amount_below_zero_is_refused_with_its_place() {
    let mut widget = shipped(1200.0, 750.0);
    let before = widget.scene(&EstimatedText).cloned();
    let document = serde_json::to_vec(&brief(&[("KAZ", "CHN", -5.0)])).unwrap();
    let problems = widget.set_brief(&document).unwrap_err().to_string();
    assert!(
        problems.contains("$.flows[0].fact") && problems.contains("not negative"),
        "{problems}"
    );
    assert_eq!(widget.scene(&EstimatedText), before.as_ref());
}

#[test]
fn a_brief_without_flows_or_with_empty_layers_is_a_map() {
    assert!(widths_px(&brief(&[])).is_empty());
    let mut empty = brief(&[("KAZ", "CHN", 1.0)]);
    empty["layers"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "rest", "title": "Rest", "visible": true }));
    assert_eq!(widths_px(&empty).len(), 1);
    empty["layers"][0]["visible"] = json!(false);
    assert!(widths_px(&empty).is_empty());
}

#[test]
fn as_many_flows_as_are_not_summed_are_drawn() {
    // Pairs of the countries, each once: more than fit the map well.
    let pairs = PARTNERS
        .iter()
        .enumerate()
        .flat_map(|(i, a)| PARTNERS[i + 1..].iter().map(move |b| (*a, *b)));
    let flows: Vec<(&str, &str, f64)> = pairs
        .enumerate()
        .map(|(i, (a, b))| (a, b, 1.0 + (i * 37 % 100) as f64))
        .take(MOST_SINGLE)
        .collect();
    assert_eq!(flows.len(), MOST_SINGLE);
    let mut document = brief(&flows);
    document["view"]["extent"] = json!([-15, 5, 150, 62]);
    let drawn = widths_px(&document);
    assert!(drawn.iter().all(|(_, px)| *px < 0.7 * MOST_PX), "many share the ground of few");
    let mut drawn: Vec<usize> = drawn.into_iter().map(|(flow, _)| flow).collect();
    khorgos::sorted::sort(&mut drawn);
    drawn.dedup();
    // Some neighbours' middles are too close for a flow to be seen between them.
    assert!(drawn.len() > 70, "{}", drawn.len());
}

#[test]
fn both_directions_of_a_pair_can_be_picked() {
    let mut widget = shipped(1200.0, 750.0);
    let document = brief(&[
        ("KAZ", "CHN", 5.0),
        ("CHN", "KAZ", 3.0),
        ("KAZ", "RUS", 2.0),
        ("RUS", "KAZ", 4.0),
    ]);
    widget.set_brief(&serde_json::to_vec(&document).unwrap()).unwrap();
    widget.scene(&EstimatedText).unwrap();
    let mut picked: Vec<String> = Vec::new();
    for (x, y) in (0..150).flat_map(|x| (0..94).map(move |y| (x, y))) {
        let at = ScreenPoint::new(f64::from(x) * 8.0, f64::from(y) * 8.0);
        picked.extend(widget.pick(at).filter(|named| named.kind == "flow").map(|named| named.id));
    }
    khorgos::sorted::sort(&mut picked);
    picked.dedup();
    assert_eq!(picked, ["w0", "w1", "w2", "w3"]);
}
