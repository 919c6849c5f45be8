//! The balance: what is set beside what, and what never is.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use khorgos::balance::{Comparison, Row};
use khorgos::panel::Panel;
use khorgos::widget::Widget;
use serde_json::{Value, json};

fn panel_of(widget: &mut Widget, lens: &str) -> Panel {
    widget.set_lens(Some(lens));
    widget.lens_panel().unwrap()
}

fn values(comparison: &Comparison) -> Vec<(&str, String, &str)> {
    let plain = |row: &Row| row.figure.value.replace('\u{a0}', " ");
    let rows = comparison.rows.iter();
    rows.map(|row| (&*row.actor, plain(row), row.period.as_deref().unwrap_or(""))).collect()
}

#[test]
fn the_paper_s_three_comparisons() {
    let panel = panel_of(&mut shipped(1200.0, 750.0), "all");
    let [trade, oil, arms] = panel.comparisons.as_slice() else { panic!("{panel:#?}") };
    let row = |name, value: &str, period| (name, value.to_owned(), period);
    assert_eq!(
        values(trade),
        [row("China", "USD 18.19 bn", "2021"), row("United States", "USD 2.3 bn", "2020")]
    );
    assert_eq!(trade.periods_differ.as_deref(), Some("different years: 2021 and 2020"));
    assert_eq!(
        values(oil),
        [
            row("United States", "30%", "2019"),
            row("China", "17%", "2019"),
            row("Russia", "3%", "2019")
        ]
    );
    assert_eq!(oil.periods_differ, None);
    assert_eq!(
        values(arms),
        [row("United States", "1.3%", "1991–2020"), row("China", "1.1%", "1991–2020")]
    );
    let shares: Vec<f64> = oil.rows.iter().filter_map(|row| row.share).collect();
    assert_eq!(shares, [1.0, 17.0 / 30.0, 0.1]);
    assert_eq!(oil.axis.as_deref(), Some("0 – 30%"));
}

#[test]
fn a_lens_shows_what_its_bloc_has_a_part_in_and_the_others_stand_back() {
    let mut widget = shipped(1200.0, 750.0);
    let panel = panel_of(&mut widget, "russia");
    let [oil] = panel.comparisons.as_slice() else { panic!("{panel:#?}") };
    let quiet: Vec<(&str, bool)> = oil.rows.iter().map(|r| (&*r.actor, r.quiet)).collect();
    assert_eq!(quiet, [("United States", true), ("China", true), ("Russia", false)]);
    assert_eq!(panel_of(&mut widget, "china").comparisons.len(), 3);
}

#[test]
fn every_value_has_its_place_and_the_numbers_of_its_sources() {
    let panel = panel_of(&mut shipped(1200.0, 750.0), "china");
    let mut seen = 0;
    let rows = panel.comparisons.iter().flat_map(|comparison| &comparison.rows);
    let facts = panel.groups.iter().flat_map(|group| &group.facts);
    let cited = rows.map(|row| (&row.notes, &row.place));
    for (notes, place) in cited.chain(facts.map(|fact| (&fact.notes, &fact.place))) {
        assert!(place.contains("paragraph"), "{place}");
        for note in notes {
            assert!((1..=seen + 1).contains(note), "note {note} after {seen}");
            seen = seen.max(*note);
        }
    }
    assert_eq!(seen, panel.sources.len());
    assert!(seen > 3);
}

/// Subject, object, value, unit, period, qualifier.
type Given<'a> = (&'a str, &'a str, f64, &'a str, Option<&'a str>, &'a str);

/// What a brief about two blocs sets side by side of its facts.
fn comparisons(facts: &[Given]) -> Vec<Comparison> {
    let mut brief: Value =
        serde_json::from_slice(&bytes("tests/fixtures/briefs/good_small.json")).unwrap();
    brief["blocs"] = json!({"east": {"title": "East", "hue": "red"}, "north": {"title": "North", "hue": "blue"}});
    brief["actors"] = json!({
        "KAZ": {"role": "focus"}, "UZB": {"role": "region"},
        "CHN": {"role": "partner", "bloc": "east"}, "MNG": {"role": "partner", "bloc": "east"},
        "RUS": {"role": "partner", "bloc": "north"},
    });
    for (index, (subject, object, value, unit, period, qualifier)) in facts.iter().enumerate() {
        let mut fact = json!({
            "id": format!("f{index}"), "subject": subject, "object": object, "measure": "goods",
            "value": value, "unit": unit, "qualifier": qualifier, "text": "A sentence.",
            "cite": {"section": "One", "paragraph": 1},
        });
        if let Some(period) = period {
            fact["period"] = json!(period);
        }
        brief["facts"].as_array_mut().unwrap().push(fact);
    }
    brief["facts"][0]["measure"] = json!("other");
    brief["measures"]["other"] = json!({"title": "Other", "theme": "trade"});
    brief["lenses"] = json!([{"id": "both", "title": "Both"}]);
    let mut widget = shipped(600.0, 400.0);
    widget.set_brief(&serde_json::to_vec(&brief).unwrap()).unwrap();
    panel_of(&mut widget, "both").comparisons
}

#[test]
fn what_cannot_be_compared_is_not() {
    let year = Some("2020");
    for (why, facts) in [
        (
            "ranks",
            [("CHN", "KAZ", 1.0, "rank", year, "rank"), ("RUS", "KAZ", 2.0, "rank", year, "rank")],
        ),
        (
            "years",
            [
                ("CHN", "KAZ", 1996.0, "year", year, "exact"),
                ("RUS", "KAZ", 2001.0, "year", year, "exact"),
            ],
        ),
        (
            "counts",
            [
                ("CHN", "KAZ", 3.0, "count", year, "exact"),
                ("RUS", "KAZ", 2.0, "count", year, "exact"),
            ],
        ),
        (
            "two units",
            [
                ("CHN", "KAZ", 3.0, "usd_bn", year, "exact"),
                ("RUS", "KAZ", 2.0, "usd_mn", year, "exact"),
            ],
        ),
        (
            "one bloc",
            [
                ("CHN", "KAZ", 3.0, "usd_bn", year, "exact"),
                ("MNG", "KAZ", 2.0, "usd_bn", year, "exact"),
            ],
        ),
        (
            "other ways",
            [
                ("CHN", "KAZ", 3.0, "usd_bn", year, "exact"),
                ("KAZ", "RUS", 2.0, "usd_bn", year, "exact"),
            ],
        ),
        (
            "other partners",
            [
                ("CHN", "KAZ", 3.0, "usd_bn", year, "exact"),
                ("RUS", "UZB", 2.0, "usd_bn", year, "exact"),
            ],
        ),
        (
            "between blocs",
            [
                ("CHN", "RUS", 3.0, "usd_bn", year, "exact"),
                ("RUS", "CHN", 2.0, "usd_bn", year, "exact"),
            ],
        ),
    ] {
        assert_eq!(comparisons(&facts), Vec::<Comparison>::new(), "{why}");
    }
}

#[test]
fn differences_of_period_and_qualifiers_are_said() {
    let found = comparisons(&[
        ("CHN", "KAZ", 3.0, "usd_bn", Some("2001/2009"), "about"),
        ("RUS", "KAZ", 6.0, "usd_bn", None, "over"),
    ]);
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(only.periods_differ.as_deref(), Some("different periods: not given and 2001–2009"));
    let words: Vec<_> =
        only.rows.iter().map(|row| (row.figure.before.as_str(), row.share)).collect();
    assert_eq!(words, [("more than ", Some(1.0)), ("about ", Some(0.5))]);
}

#[test]
fn below_zero_there_are_values_but_no_bars() {
    let found = comparisons(&[
        ("CHN", "KAZ", 3.0, "percent", Some("2001"), "exact"),
        ("RUS", "KAZ", -6.0, "percent", Some("2001"), "exact"),
    ]);
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert!(only.rows.iter().all(|row| row.share.is_none()) && only.axis.is_none(), "{only:?}");
    assert_eq!(only.rows[1].figure.value, "−6%");
}
