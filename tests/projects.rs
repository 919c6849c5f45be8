//! The second brief, which has nothing to do with the first: it resolves on the shipped map, and its
//! sums are those of the records that it is made from.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{base_map, bytes};
use khorgos::brief::{self, Brief, BriefReader, Fact, Qualifier};
use khorgos::error::Problems;
use khorgos::layout::widths;
use khorgos::model::Model;
use khorgos::speech::Speech;
use std::collections::{BTreeMap, BTreeSet};

/// A record of AidData's file, as `scripts/briefs/projects.mjs` writes it down.
struct Record {
    id: u64,
    country: String,
    class: String,
    sector: String,
    status: String,
    amount_usd2017: Option<u64>,
    year: u64,
}

fn records() -> Vec<Record> {
    let table = String::from_utf8(bytes("tests/fixtures/briefs/projects.csv")).unwrap();
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("id,country,class,sector,status,usd2017,year"));
    let record = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [id, country, class, sector, status, amount, year] = cells[..] else {
            panic!("{line}")
        };
        Record {
            id: id.parse().unwrap(),
            country: country.to_owned(),
            class: class.to_owned(),
            sector: sector.to_owned(),
            status: status.to_owned(),
            amount_usd2017: (!amount.is_empty()).then(|| amount.parse().unwrap()),
            year: year.parse().unwrap(),
        }
    };
    lines.map(record).collect()
}

/// What a sum holds: firmly committed, with an amount, and not the part drawn of another record.
fn is_counted(record: &Record) -> bool {
    const PART_OF_ANOTHER: u64 = 61056;
    ["Completion", "Implementation", "Pipeline: Commitment"].contains(&record.status.as_str())
        && record.amount_usd2017.is_some()
        && record.id != PART_OF_ANOTHER
}

fn read() -> Brief {
    let (brief, problems, _) = BriefReader::new(bytes("assets/briefs/projects.json")).finish();
    assert_eq!(problems, Problems::default());
    brief
}

fn facts() -> Vec<Fact> {
    read().facts.items.into_iter().map(|(_, fact)| fact).collect()
}

fn model() -> Model {
    let mut problems = Problems::default();
    let model = brief::resolve(&read(), &base_map(), &Speech::default(), &mut problems);
    assert_eq!(problems, Problems::default());
    model.unwrap()
}

/// The sums of what is counted, in dollars, by the id of the fact that gives them.
fn sums() -> BTreeMap<String, u64> {
    const SECTORS: [&str; 3] = ["industry", "energy", "transport"];
    let mut sums = BTreeMap::new();
    for record in records().iter().filter(|record| is_counted(record)) {
        let sector = SECTORS.iter().filter(|sector| **sector == record.sector);
        for kind in std::iter::once(record.class.as_str()).chain(sector.copied()) {
            *sums.entry(format!("{kind}-{}", record.country)).or_insert(0) +=
                record.amount_usd2017.unwrap();
        }
    }
    sums
}

/// `1234567` → `USD 1,234,567 of 2017`.
fn dollars(amount: u64) -> String {
    let digits = amount.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("USD {grouped} of 2017")
}

/// That a fact gives an amount exactly in its sentence, and rounded as its value.
fn assert_gives(fact: &Fact, amount: u64) {
    let text = fact.text.get("").unwrap();
    assert!(text.contains(&dollars(amount)), "{}: {text}", fact.id);
    let (value, unit) = fact.value.clone().unwrap();
    assert_eq!(unit, "usd2017_mn", "{}", fact.id);
    let millions = (amount + 500_000) / 1_000_000;
    assert_eq!(format!("{value}"), millions.to_string(), "{}", fact.id);
    assert_eq!(fact.qualifier, Qualifier::About, "{}", fact.id);
}

#[test]
fn it_resolves_on_the_shipped_map_with_another_focus() {
    let model = model();
    let focus: Vec<&str> = model
        .actors
        .iter()
        .filter(|actor| actor.role == brief::Role::Focus)
        .map(|actor| actor.id.as_str())
        .collect();
    assert_eq!(focus, ["CHN"]);
    let hues: BTreeSet<_> = model.flows.iter().map(|flow| flow.hue).collect();
    assert_eq!(hues.len(), 5, "each country has a colour of its own: {hues:?}");
}

#[test]
fn every_sum_is_that_of_the_records() {
    let facts = facts();
    let sums = sums();
    assert_eq!(sums["oof-KAZ"], 22_850_708_156);
    for (id, amount) in &sums {
        let fact = facts.iter().find(|fact| fact.id == *id).unwrap_or_else(|| panic!("{id}"));
        assert_gives(fact, *amount);
    }
    let of_sums = facts.iter().filter(|fact| fact.measure.starts_with("sum_"));
    assert_eq!(of_sums.count(), sums.len(), "no sum is made up");
}

#[test]
fn every_project_has_the_amount_of_its_record_or_none() {
    let records = records();
    let facts = facts();
    let mut without = 0;
    for fact in facts.iter().filter(|fact| fact.id.starts_with("project-")) {
        let record = records.iter().find(|r| fact.id == format!("project-{}", r.id)).unwrap();
        assert_eq!(fact.subject, record.country, "{}", fact.id);
        assert_eq!(fact.period.as_deref(), Some(record.year.to_string().as_str()), "{}", fact.id);
        match record.amount_usd2017 {
            Some(amount) => assert_gives(fact, amount),
            None => {
                without += 1;
                assert_eq!(fact.value, None, "{}", fact.id);
                assert!(fact.text.get("").unwrap().contains("the source gives no amount"));
            }
        }
        assert_eq!(
            fact.remark.as_ref().is_some_and(|r| r.get("").unwrap().starts_with("In no sum")),
            !is_counted(record),
            "{}",
            fact.id
        );
    }
    assert!(without > 0);
    for (country, fact) in
        facts.iter().filter(|f| f.measure == "no_amount").map(|f| (&f.subject, f))
    {
        let missing =
            records.iter().filter(|r| r.country == *country && r.amount_usd2017.is_none());
        assert_eq!(
            fact.value.as_ref().unwrap().0,
            f64::from(u32::try_from(missing.count()).unwrap())
        );
    }
}

#[test]
fn a_class_and_a_sector_never_share_a_scale_with_another() {
    let model = model();
    let (keys, amounts) = widths::scales(&model);
    assert_eq!(keys.len(), 6, "three classes and three sectors");
    for (flow, amount) in model.flows.iter().zip(amounts) {
        let key = &keys[amount.unwrap().0];
        let layer = &model.layers[flow.layer].id;
        assert_eq!(model.measures[key.measure].id.replace('_', "-"), *layer);
    }
    let at_first = model.flows.iter().filter(|flow| model.layers[flow.layer].visible);
    let first: BTreeSet<usize> = at_first.map(|flow| flow.layer).collect();
    assert_eq!(first.len(), 1, "at first one scale is seen");
}

#[test]
fn every_figure_of_the_story_stands_in_a_fact_of_its_step() {
    let facts = facts();
    let mut found = 0;
    for (path, step) in &read().story {
        let text = step.text.get("").unwrap().replace(',', "");
        let named: Vec<&Fact> = facts.iter().filter(|fact| step.facts.contains(&fact.id)).collect();
        assert_eq!(named.len(), step.facts.len(), "{path}");
        for figure in text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()) {
            found += 1;
            let holds = |fact: &&Fact| {
                fact.value.as_ref().is_some_and(|(value, _)| format!("{value}") == figure)
                    || fact.period.as_deref() == Some(figure)
            };
            assert!(named.iter().any(holds), "{path}: {figure}");
        }
    }
    assert!(found > 10, "{found} figures");
}

#[test]
fn what_comes_from_openstreetmap_says_so() {
    let model = model();
    assert!(model.places.len() > 20);
    for place in &model.places {
        let credit = place.credit.as_ref().map(|said| said.text.as_str());
        assert!(credit.is_some_and(|text| text.contains("© OpenStreetMap contributors, ODbL 1.0")));
        assert!(place.precision_km > 0.0, "{}", place.id);
    }
    assert!(model.publication.author.contains("OpenStreetMap contributors (ODbL 1.0)"));
}
