//! Documents that are larger, longer or deeper than any that is meant well.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{base_map, bytes};
use khorgos::brief::BriefReader;
use khorgos::error::{Problem, Problems};
use khorgos::geo::packed::{MAGIC, unpack};
use khorgos::geo::{BaseMap, MapReader};
use khorgos::limits::{Budget, DEEPEST, InputLimits, MOST_MEMBERS, MOST_PROBLEMS};
use khorgos::widget::Widget;
use serde_json::{Value, json};

const EVERY_MEMBER: &str = "tests/fixtures/briefs/good_every_member.json";

fn brief() -> Value {
    serde_json::from_slice(&bytes(EVERY_MEMBER)).unwrap()
}

/// What is wrong with a brief.
fn wrong(document: &Value, limits: InputLimits) -> Vec<Problem> {
    BriefReader::within(document.to_string().into(), Vec::new(), limits).finish().1.0
}

fn map(document: impl Into<Vec<u8>>, limits: InputLimits) -> Result<BaseMap, Problems> {
    MapReader::within(vec![document.into()], limits).finish()
}

/// The only problem of a map.
fn refused(document: impl Into<Vec<u8>>, limits: InputLimits) -> Problem {
    let problems = map(document, limits).unwrap_err().0;
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.into_iter().next().unwrap()
}

fn topology(arcs: &str, geometries: &str) -> String {
    format!(
        r#"{{"type":"Topology","arcs":[{arcs}],"objects":{{"lines":{{"type":"GeometryCollection","geometries":[{geometries}]}}}}}}"#
    )
}

fn collection(geometries: &[Value]) -> String {
    let feature = |geometry| json!({ "type": "Feature", "properties": {}, "geometry": geometry });
    let features: Vec<Value> = geometries.iter().map(feature).collect();
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

#[test]
fn a_document_that_is_too_long_is_not_read() {
    // 200 MB of flows, which are not even looked at: they are no JSON.
    let mut flows = b"{\"version\":1,\"flows\":[".to_vec();
    flows.resize(200_000_000, b'{');
    let expected = Problem::new("$", "at most 134217728 bytes", "200000000 bytes");
    let (_, problems, _) = BriefReader::new(flows.clone()).finish();
    assert_eq!(problems.0, std::slice::from_ref(&expected));
    assert_eq!(MapReader::new(vec![flows]).finish().unwrap_err().0, [expected]);
    let limits = InputLimits { bytes: 400, ..InputLimits::default() };
    assert_eq!(wrong(&brief(), limits)[0].expected, "at most 400 bytes");
    assert_eq!(
        refused(bytes("tests/fixtures/maps/small.topo.json"), InputLimits { bytes: 99, ..limits })
            .path,
        "$"
    );
}

#[test]
fn depth_ends_in_an_error_wherever_it_is() {
    let deep = |sign: &str| sign.repeat(100_000);
    for document in [
        deep("["),
        deep("{\"a\":"),
        format!("{{\"version\":{}", deep("[")),
        format!("{{\"version\":1,\"flows\":[{}", deep("[")),
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{}", deep("[")),
        format!("{{\"type\":\"Topology\",\"arcs\":[{}", deep("[")),
        format!("{{\"a\":{}{}}}", deep("["), deep("]")),
        format!("{{\"type\":{}{}}}", deep("["), deep("]")),
        format!("{{\"version\":1,\"facts\":[{}{}]}}", deep("["), deep("]")),
        format!("{{\"type\":\"Topology\",\"arcs\":[{}{}]}}", deep("["), deep("]")),
    ] {
        let (_, problems, _) = BriefReader::new(document.clone().into()).finish();
        assert!(!problems.0.is_empty());
        assert!(map(document, InputLimits::default()).is_err());
    }
    let within = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let deepest = DEEPEST as usize + 1;
    assert!(khorgos::json::parse(within(deepest).as_bytes()).is_ok());
    assert!(khorgos::json::parse(within(deepest + 1).as_bytes()).is_err());
}

/// Sets a text of the brief, and its fact's list of sources.
#[test]
fn texts_and_lists_of_a_brief_have_their_lengths() {
    let limits = InputLimits::default();
    let mut document = brief();
    // Characters are counted, not bytes.
    document["meta"]["title"] = json!("ж".repeat(limits.text));
    document["facts"][0]["text"] = json!("ж".repeat(limits.text));
    assert_eq!(wrong(&document, limits), []);
    let too_long = |path| vec![Problem::new(path, "at most 10000 characters", "10001 characters")];
    let mut longer = document.clone();
    longer["facts"][1]["text"] = json!("ж".repeat(limits.text + 1));
    assert_eq!(wrong(&longer, limits), too_long("$.facts[1].text"));
    document["meta"]["notes"] = json!([{ "en": "x", "kk": "ж".repeat(limits.text + 1) }]);
    assert_eq!(wrong(&document, limits), too_long("$.meta.notes[0].kk"));

    let few = InputLimits { elements: 30, ..limits };
    assert_eq!(wrong(&brief(), few), []);
    let mut many = brief();
    many["facts"][0]["cite"]["notes"] = vec!["s1"; 31].into();
    let told = Problem::new("$.facts[0].cite.notes", "at most 30 elements", "31 elements");
    assert_eq!(wrong(&many, few), [told]);
    let mut many = brief();
    many["flows"] = vec![many["flows"][0].clone(); 31].into();
    assert_eq!(wrong(&many, few), [Problem::new("$.flows", "at most 30 elements", "31 elements")]);
    let mut keys = brief();
    keys["meta"]["title"] = json!({ "x".repeat(limits.text + 1): "a title" });
    let told = Problem::new(
        "$.meta.title",
        "at most 10000 characters of a key",
        "10001 characters of a key",
    );
    assert_eq!(wrong(&keys, limits), [told]);
}

#[test]
fn translations_count_with_what_they_translate() {
    let limits = InputLimits { text: 300, ..InputLimits::default() };
    let texts = json!({ "facts": { "much": { "text": "ж".repeat(301) } } });
    let id = brief()["facts"][0]["id"].as_str().unwrap().to_owned();
    let texts = json!({ "facts": { id: texts["facts"]["much"] } });
    let translations = vec![("kk".to_owned(), common::value(&texts))];
    let (_, problems, _) = BriefReader::within(bytes(EVERY_MEMBER), translations, limits).finish();
    assert_eq!(problems.0[0].path, "$.facts[0].text.kk");
}

#[test]
fn a_document_has_a_few_members_each_of_which_is_read_once() {
    let many: Vec<String> = (0..=MOST_MEMBERS).map(|n| format!("\"a{n}\":1")).collect();
    let document = format!("{{\"type\":\"Topology\",{}}}", many.join(","));
    let problem = refused(document.clone(), InputLimits::default());
    assert_eq!((&*problem.expected, &*problem.found), ("at most 256 members", "258 members"));
    let (_, problems, _) = BriefReader::new(document.into()).finish();
    assert_eq!(problems.0, [problem]);
}

#[test]
fn no_more_problems_are_told_than_anyone_reads() {
    let document = json!({ "version": 1, "facts": vec![7; 5000], "flows": vec![7; 5000] });
    assert_eq!(wrong(&document, InputLimits::default()).len(), MOST_PROBLEMS);
}

/// Points of a map's features, each as often as it is used.
fn vertices(map: &BaseMap) -> usize {
    let areas = [&map.countries, &map.regions, &map.lakes].into_iter().flatten();
    let lines = [&map.rivers, &map.disputed, &map.lines].into_iter().flatten();
    let rings = areas.map(|area| &area.rings).chain(lines.map(|line| &line.parts));
    let rings = rings.chain(map.claims.iter().map(|claim| &claim.area.rings));
    let rings = rings.chain(map.claimed_regions.iter().map(|part| &part.rings));
    rings.flatten().flatten().map(|part| map.chains[part.chain].count()).sum()
}

#[test]
fn features_and_points_of_a_map_are_counted() {
    let line = json!({ "type": "LineString", "coordinates": [[0, 0], [1, 1], [2, 0]] });
    let document = collection(&[line.clone(), line.clone(), line]);
    let exact = InputLimits { features: 3, vertices: 9, ..InputLimits::default() };
    assert_eq!(vertices(&map(document.clone(), exact).unwrap()), 9);
    let problem = refused(document.clone(), InputLimits { features: 2, ..exact });
    assert_eq!(problem, Problem::new("$.features[2].geometry", "at most 2 features", "3 features"));
    let problem = refused(document.clone(), InputLimits { vertices: 8, ..exact });
    assert_eq!(problem, Problem::new("$.features[2].geometry", "at most 8 points", "9 points"));
    // In all documents together.
    let two = |limits| MapReader::within(vec![document.clone().into(); 2], limits).finish();
    assert!(two(InputLimits { vertices: 17, features: 6, ..exact }).is_err());
    assert!(two(InputLimits { vertices: 18, features: 6, ..exact }).is_ok());

    let shipped = bytes("assets/map/base.topo.json");
    let whole = map(shipped.clone(), InputLimits::default()).unwrap();
    // References are counted, and the points that they refer to.
    let twice = vertices(&whole) * 2;
    let exact = InputLimits { features: whole.features() + 300, vertices: twice, ..exact };
    assert_eq!(map(shipped.clone(), exact).unwrap(), whole);
    assert_eq!(
        refused(shipped, InputLimits { vertices: vertices(&whole), ..exact }).expected,
        format!("at most {} points", vertices(&whole))
    );
}

/// A topology of a megabyte that would be a line of a billion points.
#[test]
fn an_arc_that_is_used_many_times_is_counted_each_time() {
    let arc = format!("[{}[1,1]]", "[0,0],".repeat(40_000));
    let uses = format!("[{}0]", "0,".repeat(24_999));
    for geometry in [
        format!(r#"{{"type":"LineString","arcs":{uses}}}"#),
        format!(r#"{{"type":"Polygon","arcs":[{uses}]}}"#),
        vec![r#"{"type":"LineString","arcs":[0]}"#; 25_000].join(","),
    ] {
        let problem = refused(topology(&arc, &geometry), InputLimits::default());
        assert_eq!(problem.expected, "at most 5000000 points");
        assert!(problem.path.starts_with("$.objects.lines.geometries["), "{}", problem.path);
    }
}

/// A packed map that tells of four billion points in no bytes.
#[test]
fn points_without_bytes_are_not_made_up() {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1]);
    bytes.extend([0; 11]);
    assert_eq!(refused(bytes, InputLimits::default()).expected, "a whole packed map");
    let mut few = MAGIC.to_vec();
    few.extend([1, 0, 1, 3, 1, 1]);
    few.extend([0; 6 + 11]);
    let read = |vertices| {
        let limits = InputLimits { vertices, ..InputLimits::default() };
        unpack(&few, &mut BaseMap::default(), &mut Budget::new(limits))
    };
    assert!(read(3).is_ok() && read(2).is_err());
}

#[test]
fn names_of_a_map_have_their_length() {
    let limits = InputLimits { text: 5, ..InputLimits::default() };
    let named = |properties: Value| {
        let geometry = json!({ "type": "Point", "coordinates": [0, 0] });
        let feature = json!({ "type": "Feature", "properties": properties, "geometry": geometry });
        json!({ "type": "FeatureCollection", "features": [feature] }).to_string()
    };
    let problem = refused(named(json!({ "names": { "de": "Zürich" } })), limits);
    let path = "$.features[0].properties.names.de";
    assert_eq!(problem, Problem::new(path, "at most 5 characters", "6 characters"));
}

#[test]
fn limits_of_a_page_are_numbers_of_any_kind() {
    let own = InputLimits::default();
    assert_eq!(InputLimits::of(&[]), own);
    let of = InputLimits::of(&[1.0, f64::NAN, -3.0, 0.5, 1e300]);
    assert_eq!(of, InputLimits { bytes: 1, vertices: usize::MAX, ..own });
    assert_eq!(InputLimits::of(&[1e6, 10.9, 20.0, 30.0, 40.0, 50.0]).text, 10);
}

/// A brief that was read within limits of one's own is translated within the same.
#[test]
fn translations_are_read_within_the_limits_of_their_brief() {
    let document = brief();
    let texts = json!({ "meta": { "title": "Т".repeat(30_000) } }).to_string();
    let with = |text| {
        let limits = InputLimits { text, ..InputLimits::default() };
        let mut widget = Widget::new();
        widget.set_map(base_map()).unwrap();
        let reader = BriefReader::within(document.to_string().into(), Vec::new(), limits);
        widget.take_brief(reader).unwrap();
        widget.add_translation("kk", texts.as_bytes())
    };
    assert_eq!(with(30_000), Ok(()));
    let problems = with(29_999).unwrap_err().0;
    assert_eq!(
        problems,
        [Problem::new("$.meta.title.kk", "at most 29999 characters", "30000 characters")]
    );
}
