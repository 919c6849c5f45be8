//! Bad input: every problem is found, each with its place; nothing panics.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::bytes;
use khorgos::error::Problems;
use khorgos::widget::Widget;
use proptest::prelude::*;

fn widget_with_map() -> Widget {
    let mut widget = Widget::new();
    widget.set_maps([MAP.as_bytes()]).unwrap();
    widget.resize(600.0, 400.0);
    widget
}

const MAP: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"iso_a3":"KAZ","name":"Kazakhstan"},"geometry":
        {"type":"Polygon","coordinates":[[[50,45],[85,45],[85,53],[50,53],[50,45]]]}},
    {"type":"Feature","properties":{"iso_a3":"CHN","name":"China"},"geometry":
        {"type":"Polygon","coordinates":[[[85,30],[120,30],[120,45],[85,45],[85,30]]]}}]}"#;

fn paths(problems: &Problems) -> Vec<&str> {
    problems.0.iter().map(|problem| problem.path.as_str()).collect()
}

/// A brief of one fact and one flow, with a piece of its text replaced.
fn brief_with(from: &str, to: &str) -> String {
    let brief = r#"{"version":1,
        "meta":{"title":"T","summary":"S","language":"en","publication":{"title":"P","author":"A","publisher":"B"}},
        "sources":{"n1":{"note":1,"author":"A","year":2021,"title":"T","url":"https://example.org/"}},
        "themes":[{"id":"trade","title":"Trade"}],
        "measures":{"total":{"title":"Total","theme":"trade"}},
        "blocs":{"china":{"title":"China","hue":"red"}},
        "actors":{"KAZ":{"role":"focus"},"CHN":{"role":"partner","bloc":"china"}},
        "facts":[{"id":"f1","subject":"KAZ","object":"CHN","measure":"total","value":18.19,"unit":"usd_bn",
            "period":"2021","text":"Trade.","cite":{"section":"One","paragraph":1,"notes":["n1"]}}],
        "flows":[{"id":"w1","layer":"trade","from":"KAZ","to":"CHN","direction":"two_way","fact":"f1"}],
        "places":[{"id":"p1","layer":"trade","name":{"en":"P"},"position":[80,44],"precision_km":8,"kind":"dry_port","facts":["f1"]}],
        "layers":[{"id":"trade","title":"Trade","visible":true}],
        "lenses":[{"id":"east","title":"East","blocs":["china"],"layers":["trade"],"facts":["f1"]}],
        "story":[{"title":"T","text":"18.19","facts":["f1"],"view":{"fit":["KAZ","w1"]},"lens":"east","select":"p1"}]}"#;
    assert!(brief.contains(from), "{from}");
    brief.replacen(from, to, 1)
}

#[test]
fn a_good_brief_has_no_problems() {
    let brief = brief_with("18.19", "18.19");
    assert_eq!(widget_with_map().set_brief(brief.as_bytes()), Ok(()));
    for view in [r#"{}"#, r#"{"projection":"mercator"}"#, r#"{"extent":[160,-50,200,10]}"#] {
        let brief = brief_with("\"sources\"", &format!("\"view\":{view},\"sources\""));
        assert_eq!(widget_with_map().set_brief(brief.as_bytes()), Ok(()), "{view}");
    }
}

#[test]
fn each_problem_is_found_at_its_place() {
    for (from, to, path, expected) in [
        ("\"version\":1", "\"version\":2", "$.version", "version 1 of the brief"),
        ("\"id\":\"f1\",", "", "$.facts[0]", "`id`"),
        ("\"subject\":\"KAZ\"", "\"subject\":\"XXX\"", "$.facts[0].subject", "the id of an actor"),
        ("\"fact\":\"f1\"", "\"fact\":\"f2\"", "$.flows[0].fact", "the id of a fact"),
        ("18.19", "\"18.19\"", "$.facts[0].value", "a number"),
        ("18.19", "-3", "$.flows[0].fact", "not negative"),
        ("[80,44]", "[80,94]", "$.places[0].position", "latitude -90..90"),
        ("[80,44]", "[80]", "$.places[0].position", "a position"),
        ("\"precision_km\":8", "\"precision_km\":-1", "$.places[0].precision_km", "0 to 2000 km"),
        ("usd_bn", "eur_tn", "$.facts[0].unit", "one of the units"),
        ("\"unit\":\"usd_bn\",", "", "$.facts[0].unit", "a unit"),
        ("two_way", "sideways", "$.flows[0].direction", "one_way, two_way"),
        ("\"2021\",\"text\"", "\"20-21\",\"text\"", "$.facts[0].period", "a period"),
        ("\"2021\",\"text\"", "\"2021-02-29\",\"text\"", "$.facts[0].period", "a period"),
        ("\"2021\",\"text\"", "\"1900-02-29\",\"text\"", "$.facts[0].period", "a period"),
        ("\"2021\",\"text\"", "\"2021-00-10\",\"text\"", "$.facts[0].period", "a period"),
        ("https://example.org/", "javascript:alert(1)", "$.sources.n1.url", "http"),
        ("https://example.org/", "https://", "$.sources.n1.url", "plain host"),
        ("https://example.org/", "https:///x", "$.sources.n1.url", "plain host"),
        (
            "https://example.org/",
            "https://known.org@example.org/",
            "$.sources.n1.url",
            "plain host",
        ),
        ("https://example.org/", "https://kn\u{430}wn.org/", "$.sources.n1.url", "plain host"),
        (
            "https://example.org/",
            "https://example.org\\\\@known.org/",
            "$.sources.n1.url",
            "plain host",
        ),
        (
            "https://example.org/",
            "https://example.org/\u{202e}gro",
            "$.sources.n1.url",
            "plain host",
        ),
        ("[\"n1\"]", "[\"n9\"]", "$.facts[0].cite.notes[0]", "the id of a source"),
        ("\"visible\":true", "\"visible\":1", "$.layers[0].visible", "true or false"),
        ("\"layer\":\"trade\",\"from\"", "\"layer\":\"x\",\"from\"", "$.flows[0].layer", "a layer"),
        ("\"hue\":\"red\"", "\"hue\":\"#f00\"", "$.blocs.china.hue", "red, blue"),
        (
            "\"sources\"",
            "\"view\":{\"projection\":\"Mercator\"},\"sources\"",
            "$.view.projection",
            "one of azimuthal-equal-area, conic-equal-area, conic-conformal, equal-earth, mercator",
        ),
        (
            "\"sources\"",
            "\"view\":{\"extent\":[10,50]},\"sources\"",
            "$.view.extent",
            "[west, south, east, north]",
        ),
        (
            "\"CHN\":{\"role\":\"partner\"",
            "\"ATA\":{\"role\":\"partner\"",
            "$.actors.ATA",
            "a country",
        ),
        (
            "\"title\":\"T\",\"summary\"",
            "\"titel\":\"T\",\"summary\"",
            "$.meta.titel",
            "one of the keys",
        ),
        ("\"to\":\"CHN\"", "\"to\":\"KAZ\"", "$.flows[0].to", "another end"),
        ("[\"china\"]", "[\"moon\"]", "$.lenses[0].blocs[0]", "the id of a bloc"),
        ("[\"china\"]", "\"china\"", "$.lenses[0].blocs", "an array"),
        ("[\"trade\"]", "[\"trade\",\"x\"]", "$.lenses[0].layers[1]", "the id of a layer"),
        (
            "\"layers\":[\"trade\"],\"facts\":[\"f1\"]",
            "\"facts\":[\"f2\"]",
            "$.lenses[0].facts[0]",
            "the id of a fact",
        ),
        ("\"id\":\"east\",", "", "$.lenses[0]", "`id`"),
        ("\"blocs\":[\"china\"]", "\"bloc\":\"china\"", "$.lenses[0].bloc", "one of the keys"),
        ("\"lens\":\"east\"", "\"lens\":\"west\"", "$.story[0].lens", "the id of a lens"),
        ("\"select\":\"p1\"", "\"select\":\"f1\"", "$.story[0].select", "actor, place, flow"),
        ("[\"KAZ\",\"w1\"]", "[\"KAZ\",\"w2\"]", "$.story[0].view.fit[1]", "actor, place, flow"),
        ("{\"fit\":[\"KAZ\",\"w1\"]}", "{}", "$.story[0].view", "`fit`"),
        ("\"text\":\"18.19\"", "\"text\":\" \"", "$.story[0].text", "a text"),
        ("\"text\":\"18.19\",\"facts\"", "\"text\":\"18.19\",\"fact\"", "$.story[0].fact", "keys"),
    ] {
        let problems = widget_with_map().set_brief(brief_with(from, to).as_bytes()).unwrap_err();
        let found =
            problems.0.iter().any(|p| p.path.starts_with(path) && p.expected.contains(expected));
        assert!(found, "{from} → {to}: {problems}");
    }
}

#[test]
fn all_problems_are_found_at_once() {
    let brief = brief_with("18.19", "null")
        .replace("\"to\":\"CHN\"", "\"to\":\"NOR\"")
        .replace("[80,44]", "[200,44]");
    let problems = widget_with_map().set_brief(brief.as_bytes()).unwrap_err();
    assert_eq!(paths(&problems), ["$.facts[0].value", "$.places[0].position", "$.flows[0].to"]);
}

#[test]
fn an_element_that_cannot_be_read_is_not_also_missing() {
    let problems = widget_with_map().set_brief(brief_with("18.19", "{}").as_bytes()).unwrap_err();
    assert_eq!(paths(&problems), ["$.facts[0].value"]);
}

#[test]
fn broken_maps_are_described() {
    for (from, to, path, expected) in [
        (
            "[50,53],[50,45]]]",
            "[50,53],[51,45]]]",
            "$.features[0].geometry.coordinates[0]",
            "a closed ring",
        ),
        (
            "[[[50,45],[85,45],[85,53],[50,53],[50,45]]]",
            "[[]]",
            "$.features[0].geometry.coordinates[0]",
            "at least 4 positions",
        ),
        (
            "[[[50,45],[85,45],[85,53],[50,53],[50,45]]]",
            "[]",
            "$.features[0].geometry.coordinates",
            "at least one ring",
        ),
        ("[85,53]", "[85,153]", "$.features[0].geometry.coordinates[0][2]", "latitude -90..90"),
        ("[85,53]", "[85,null]", "$.features[0].geometry.coordinates[0][2]", "a position"),
        ("[85,53]", "[85,NaN]", "$", "a JSON document"),
        ("\"Polygon\"", "\"Blob\"", "$.features[0].geometry.type", "Polygon"),
        ("\"Feature\"", "\"Future\"", "$.features[0].type", "Feature"),
        ("FeatureCollection", "Collection", "$.type", "FeatureCollection"),
    ] {
        assert!(MAP.contains(from), "{from}");
        let map = MAP.replacen(from, to, 1);
        let problems = Widget::new().set_maps([map.as_bytes()]).unwrap_err();
        let found = problems.0.iter().any(|p| p.path == path && p.expected.contains(expected));
        assert!(found, "{from} → {to}: {problems}");
    }
}

#[test]
fn broken_topologies_are_described() {
    for (map, path) in [
        (r#"{"type":"Topology"}"#, "$.arcs"),
        (
            r#"{"type":"Topology","arcs":[],"objects":{"c":{"type":"Polygon","arcs":[[0]]}}}"#,
            "$.objects.c.arcs[0][0]",
        ),
        (
            r#"{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{"c":{"type":"Polygon","arcs":[[0]]}}}"#,
            "$.objects.c",
        ),
        (r#"{"type":"Topology","arcs":[[[0,0],[1,"x"]]],"objects":{}}"#, "$.arcs[0][1]"),
        (r#"{"type":"Topology","arcs":[[[0,0],[900,0]]],"objects":{}}"#, "$.arcs[0][1]"),
    ] {
        let problems = Widget::new().set_maps([map.as_bytes()]).unwrap_err();
        assert!(paths(&problems).contains(&path), "{map}: {problems}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, failure_persistence: None, ..ProptestConfig::default() })]

    /// Cutting or changing a document anywhere gives problems or another good document.
    #[test]
    fn a_damaged_brief_never_panics(at in 0usize..2000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut brief = brief_with("18.19", "18.19").into_bytes();
        let at = at % brief.len();
        if cut { brief.truncate(at) } else { brief[at] = byte }
        let mut widget = widget_with_map();
        if let Err(problems) = widget.set_brief(&brief) {
            prop_assert!(!problems.0.is_empty());
        }
    }

    #[test]
    fn a_damaged_map_never_panics(at in 0usize..2000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut map = MAP.as_bytes().to_vec();
        let at = at % map.len();
        if cut { map.truncate(at) } else { map[at] = byte }
        if let Err(problems) = Widget::new().set_maps([map.as_slice()]) {
            prop_assert!(!problems.0.is_empty());
        }
    }
}

#[test]
fn the_fixtures_of_broken_briefs_are_broken() {
    for name in ["references", "syntax", "values", "version"] {
        let brief = bytes(&format!("tests/fixtures/briefs/broken_{name}.json"));
        assert!(common::shipped(600.0, 400.0).set_brief(&brief).is_err(), "{name}");
    }
}
