//! The JSON Schema of a brief beside the reader of briefs: what one refuses the other refuses, but for
//! what a schema cannot say.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod common;

use common::command::khorgos;
use common::{base_map, bytes};
use jsonschema::Validator;
use khorgos::brief::{BriefReader, resolve, schema};
use khorgos::error::{Problem, Problems};
use khorgos::geo::{BaseMap, MapReader};
use khorgos::limits::InputLimits;
use khorgos::speech::Speech;
use serde_json::{Value, json};

const SCHEMA: &str = "assets/schema/brief.v1.json";
const EVERY_MEMBER: &str = "tests/fixtures/briefs/good_every_member.json";

fn validator() -> Validator {
    jsonschema::draft202012::new(&read(SCHEMA)).unwrap()
}

fn read(path: &str) -> Value {
    serde_json::from_slice(&bytes(path)).unwrap()
}

/// What the reader finds wrong, with what the brief refers to on a map.
fn problems(brief: &Value, map: &BaseMap) -> Vec<Problem> {
    let (brief, mut problems, _) = BriefReader::new(brief.to_string().into_bytes()).finish();
    resolve(&brief, map, &Speech::default(), &mut problems);
    problems.0
}

/// What a schema cannot say: its name, what the reader expects there, and an example: a place in the
/// brief with every member and a value to put there.
type Beyond = (&'static str, fn(&Problem) -> bool, &'static str, fn() -> Value);

const BEYOND: &[Beyond] = &[
    (
        "that an id is that of something",
        |p| p.expected.starts_with("the id of ") || p.expected.starts_with("one of the units "),
        "/facts/0/cite/notes/0",
        || json!("s9"),
    ),
    (
        "that an actor is a country of the map",
        |p| p.expected.starts_with("a country of the map"),
        "/actors/QQQ",
        || json!({ "role": "context" }),
    ),
    ("that ids differ", |p| p.expected == "an id of its own", "/facts/1/id", || json!("much")),
    (
        "that a unit is not built in",
        |p| p.expected == "a unit that is not built in",
        "/units/percent",
        || json!({ "title": "Percent" }),
    ),
    (
        "that the ends of a flow differ",
        |p| p.expected == "another end than `from`",
        "/flows/0/to",
        || json!("KAZ"),
    ),
    (
        "that the fact of a flow is an amount",
        |p| p.expected == "a fact whose value is not negative",
        "/facts/0/value",
        || json!(-1),
    ),
    (
        "that west is before east and south before north",
        |p| {
            let is_within = |[w, s, e, n]: [f64; 4]| {
                (-180.0..=180.0).contains(&w) && e <= 540.0 && s.abs() <= 90.0 && n.abs() <= 90.0
            };
            let sides = serde_json::from_str(&p.found);
            p.expected.starts_with("[west, south") && sides.is_ok_and(is_within)
        },
        "/view/extent",
        || json!([100, 34, 45, 56]),
    ),
    (
        "that a period ends after it starts",
        |p| p.expected.starts_with("a period: ") && p.found == "the text \"2019/2018\"",
        "/facts/0/period",
        || json!("2019/2018"),
    ),
    (
        "that a year is no leap year",
        |p| p.expected.starts_with("a period: ") && p.found == "the text \"2021-02-29\"",
        "/facts/0/period",
        || json!("2021-02-29"),
    ),
    (
        "that a whole number is written without a fraction",
        |p| {
            let is_whole = p.expected.starts_with("a whole number") || p.path == "$.version";
            is_whole && p.found == "the number 1"
        },
        "/facts/0/cite/paragraph",
        || json!(1.0),
    ),
];

/// The problems that a schema should find.
fn sayable(problems: &[Problem]) -> Vec<&Problem> {
    let is_beyond = |problem: &Problem| BEYOND.iter().any(|(_, is_it, ..)| is_it(problem));
    problems.iter().filter(|problem| !is_beyond(problem)).collect()
}

#[test]
fn the_file_is_what_the_command_prints() {
    let output = khorgos(&["schema"]);
    assert!(output.status.success());
    assert_eq!(output.stdout, schema().into_bytes());
    assert!(
        output.stdout == bytes(SCHEMA),
        "write it anew: cargo run --features cli -- schema > {SCHEMA}"
    );
    assert_eq!(khorgos(&["schema", "brief"]).status.code(), Some(2));
}

/// Calls `see` with every schema of an object within a schema, and with its members.
fn objects(schema: &Value, see: &mut impl FnMut(&Value, &serde_json::Map<String, Value>)) {
    if let Some(members) = schema.get("properties").and_then(Value::as_object) {
        see(schema, members);
    }
    let inner = schema.as_object().into_iter().flatten().map(|(_, value)| value);
    for schema in inner.chain(schema.as_array().into_iter().flatten()) {
        objects(schema, see);
    }
}

#[test]
fn it_is_a_schema_and_tells_of_every_member() {
    let schema = read(SCHEMA);
    assert!(jsonschema::meta::is_valid(&schema));
    let mut count = 0;
    objects(&schema, &mut |_, members| {
        for (name, member) in members {
            let description = member["description"].as_str().unwrap_or_default();
            assert!(description.len() > 4, "{name}: {member}");
            count += 1;
        }
    });
    assert!(count > 100, "{count}");
    assert!(!schema.to_string().contains("null"), "the reader takes no null");
}

/// Every key of an object in a document.
fn keys(document: &Value, found: &mut Vec<String>) {
    for (key, value) in document.as_object().into_iter().flatten() {
        found.push(key.clone());
        keys(value, found);
    }
    for value in document.as_array().into_iter().flatten() {
        keys(value, found);
    }
}

#[test]
fn the_brief_with_every_member_has_every_member() {
    let mut there = Vec::new();
    keys(&read(EVERY_MEMBER), &mut there);
    objects(&read(SCHEMA), &mut |schema, members| {
        for name in members.keys() {
            assert!(there.contains(name), "{name} of {}", schema["description"]);
        }
    });
}

#[test]
fn good_briefs_are_good_to_both() {
    let validator = validator();
    let (shipped, small) = (base_map(), bytes("tests/fixtures/maps/small.topo.json"));
    let small = MapReader::new(vec![small]).finish().unwrap();
    for (path, map) in [
        ("assets/briefs/kazakhstan.json", &shipped),
        ("tests/fixtures/briefs/good_small.json", &shipped),
        ("tests/fixtures/briefs/good_world.json", &shipped),
        (EVERY_MEMBER, &shipped),
        ("tests/fixtures/briefs/every_sign.json", &small),
    ] {
        let brief = read(path);
        assert_eq!(Problems(problems(&brief, map)), Problems::default(), "{path}");
        let error = validator.validate(&brief).err().map(|error| error.to_string());
        assert_eq!(error, None, "{path}");
    }
}

#[test]
fn the_shipped_brief_names_its_schema() {
    let brief = read("assets/briefs/kazakhstan.json");
    let address = brief["$schema"].as_str().unwrap();
    assert_eq!(bytes(&format!("assets/briefs/{address}")), bytes(SCHEMA));
}

#[test]
fn bad_briefs_are_bad_to_both_as_far_as_a_schema_can_say() {
    let (validator, map) = (validator(), base_map());
    for (name, is_valid) in [("values", false), ("version", false), ("references", true)] {
        let brief = read(&format!("tests/fixtures/briefs/broken_{name}.json"));
        let problems = problems(&brief, &map);
        assert!(!problems.is_empty(), "{name}");
        assert_eq!(sayable(&problems).is_empty(), is_valid, "{name}: {problems:#?}");
        assert_eq!(validator.is_valid(&brief), is_valid, "{name}");
    }
    let broken = bytes("tests/fixtures/briefs/broken_syntax.json");
    assert!(serde_json::from_slice::<Value>(&broken).is_err(), "it is no document to either");
}

#[test]
fn what_a_schema_cannot_say_is_said_by_the_reader() {
    let (validator, map) = (validator(), base_map());
    for (name, is_it, place, value) in BEYOND {
        let mut brief = read(EVERY_MEMBER);
        *at(&mut brief, place) = value();
        let problems = problems(&brief, &map);
        assert!(!problems.is_empty() && problems.iter().all(is_it), "{name}: {problems:#?}");
        assert!(validator.is_valid(&brief), "{name}: a schema can say it");
    }
}

/// A place in a document; a member that is not there is added.
fn at<'a>(document: &'a mut Value, place: &str) -> &'a mut Value {
    let (parent, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Array(items) => &mut items[key.parse::<usize>().unwrap()],
        object => &mut object[key],
    }
}

/// Every place of a document but its root.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    let members = value.as_object().into_iter().flatten();
    let elements = value.as_array().into_iter().flatten().enumerate();
    let children = members
        .map(|(key, value)| (format!("{place}/{key}"), value))
        .chain(elements.map(|(index, value)| (format!("{place}/{index}"), value)));
    for (place, value) in children {
        found.push(place.clone());
        places(value, &place, found);
    }
}

/// What is put in place of every value: other types, and values beyond one limit or pattern or another.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(7),
        json!(-0.5),
        json!(1.0),
        json!(2000),
        json!(2001),
        json!(9999),
        json!(10_000),
        json!(""),
        json!(" \n"),
        json!("x"),
        json!("-x"),
        json!("a b"),
        json!("2020"),
        json!("0000"),
        json!("2020-13"),
        json!("2020-02-29"),
        json!("2020-02-30"),
        json!("2020-04-30"),
        json!("2020-04-31"),
        json!("2020-02-32"),
        json!("2020-1-1"),
        json!("2020-12-31"),
        json!("2019/2018"),
        json!("2018/2019-01-01"),
        json!("2018/2019/2020"),
        json!("http://x"),
        json!("ftp://x"),
        json!("https://x y"),
        json!("https://x@y"),
        json!("https://x/@y?a@b"),
        json!("https:///x"),
        json!("https://"),
        json!("https://x\\y"),
        json!("https://x/\u{202e}y"),
        json!("https://x/\u{7}y"),
        json!("https://x/\u{feff}y"),
        json!("https://көрші.kz/ә"),
        json!("javascript:alert(1)//https://x"),
        json!([]),
        json!([7]),
        json!(["x", ""]),
        json!([1, 2]),
        json!([180, -90]),
        json!([181, 0]),
        json!([0, -91]),
        json!([1, 2, 3]),
        json!([0, 0, 1, 1]),
        json!([-180, -90, 540, 90]),
        json!([0, 0, 541, 1]),
        json!([-181, 0, 1, 1]),
        json!([0, 0, 1, 91]),
        json!([180, 0, 190, 1]),
        json!({}),
        json!({ "en": "x" }),
        json!({ "en": "" }),
        json!({ "en": 7 }),
        json!({ "fit": [7] }),
    ]
}

/// All briefs that are one change away from another, each with what was changed.
fn changed(brief: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut found = Vec::new();
    places(brief, "", &mut found);
    for place in &found {
        for other in others() {
            let mut changed = brief.clone();
            let name = format!("{place} is {other}");
            *at(&mut changed, place) = other;
            all.push((name, changed));
        }
        let (parent, key) = place.rsplit_once('/').unwrap();
        let mut changed = brief.clone();
        match changed.pointer_mut(parent).unwrap() {
            Value::Array(items) => drop(items.remove(key.parse().unwrap())),
            object => drop(object.as_object_mut().unwrap().remove(key)),
        }
        all.push((format!("{place} is gone"), changed));
        let value = brief.pointer(place).unwrap();
        for name in ["colour", "a b", "geometry", "value"] {
            if value.as_object().is_some_and(|members| !members.contains_key(name)) {
                let mut changed = brief.clone();
                let member = value.as_object().unwrap().values().next().unwrap();
                changed.pointer_mut(place).unwrap()[name] = member.clone();
                all.push((format!("{place} has {name}, too"), changed));
            }
        }
    }
    let mut more = brief.clone();
    more["colour"] = json!("red");
    all.push(("the brief has colour, too".to_owned(), more));
    all.extend([json!([]), json!(7), json!({})].map(|other| (other.to_string(), other)));
    all
}

#[test]
fn what_one_refuses_the_other_refuses() {
    let (validator, map) = (validator(), base_map());
    let (mut good, mut bad, mut beyond) = (0, 0, 0);
    for (change, brief) in changed(&read(EVERY_MEMBER)) {
        let problems = problems(&brief, &map);
        // Without actors the reader tells of what refers to one instead.
        let has_actors = brief["actors"].as_object().is_some_and(|actors| !actors.is_empty());
        let is_good = sayable(&problems).is_empty() && has_actors;
        let told = validator.validate(&brief).err().map(|error| error.to_string());
        assert_eq!(told.is_none(), is_good, "{change}: {problems:#?}\n{told:?}");
        assert!(has_actors || !problems.is_empty(), "{change}");
        match (is_good, problems.is_empty()) {
            (true, true) => good += 1,
            (true, false) => beyond += 1,
            (false, _) => bad += 1,
        }
    }
    assert!(good > 300 && bad > 5000 && beyond > 100, "{good} good, {bad} bad, {beyond} beyond");
}

#[test]
fn both_hold_texts_and_lists_to_the_same_length() {
    let (validator, limits) = (validator(), InputLimits::default());
    let refuses = |brief: &Value| {
        let (_, problems, _) = BriefReader::new(brief.to_string().into_bytes()).finish();
        let is_too_long = problems.0.iter().any(|p| p.expected.contains("at most"));
        (!problems.0.is_empty(), !validator.is_valid(brief), is_too_long)
    };
    let brief = read(EVERY_MEMBER);
    let mut found = Vec::new();
    places(&brief, "", &mut found);
    for place in found {
        let of_length = |length: usize| match brief.pointer(&place) {
            Some(Value::String(_)) => json!("x".repeat(length)),
            _ => json!({ "en": "x", "x".repeat(length): "x" }),
        };
        let mut changed = brief.clone();
        *at(&mut changed, &place) = of_length(limits.text + 1);
        let (by_reader, by_schema, _) = refuses(&changed);
        assert!(by_reader && by_schema, "{place}");
        *at(&mut changed, &place) = of_length(limits.text);
        assert!(!refuses(&changed).2, "{place}");
    }
    for (place, element) in [("/facts/0/cite/notes", json!("n1")), ("/meta/notes", json!("x"))] {
        let mut changed = brief.clone();
        *at(&mut changed, place) = vec![element.clone(); limits.elements].into();
        assert_eq!(refuses(&changed), (false, false, false), "{place}");
        *at(&mut changed, place) = vec![element; limits.elements + 1].into();
        assert_eq!(refuses(&changed), (true, true, true), "{place}");
    }
}
