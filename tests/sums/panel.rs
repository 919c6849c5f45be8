//! Sums and groups as things that are pointed at, chosen and told of.

use super::{PLAIN, shown, sums_of};
use khorgos::panel::MOST_LISTED;
use khorgos::scene::EstimatedText;
use khorgos::speech::Length;
use khorgos::view::ScreenPoint;

#[test]
fn a_sum_is_picked_chosen_and_told_of() {
    let mut widget = shown(PLAIN, 1200.0, 750.0);
    let (model, sums) = sums_of(PLAIN);
    let scene = widget.scene(&EstimatedText).unwrap();
    let camera = scene.camera;
    let picked: Vec<_> = (0..80)
        .flat_map(|x| (0..50).map(move |y| (f64::from(x) * 15.0, f64::from(y) * 15.0)))
        .filter_map(|(x, y)| widget.pick(ScreenPoint::new(x, y)))
        .collect();
    let sum = picked.iter().find(|named| named.kind == "sum").expect("a sum lies somewhere");
    let group = picked.iter().find(|named| named.kind == "group").expect("so does a group");

    let number = sums.find_lane(&model, &sum.id).unwrap();
    let (_, level, lane) = sums.lane(number).unwrap();
    assert_eq!(level.from_px_per_km, sums.level_at(camera.px_per_km).unwrap().1.from_px_per_km);
    let panel = widget.panel("sum", &sum.id).unwrap();
    assert_eq!((panel.kind, &panel.id), ("sum", &sum.id));
    assert!(panel.title.contains('→'), "{}", panel.title);
    let summary = panel.summary.unwrap().text;
    let figure = sums.figure(&model, lane.kind, &lane.total, Length::Short).unwrap().line();
    let count = model.speech.locale.number(f64::from(lane.total.flows()));
    assert_eq!(summary, format!("Trade: Goods trade, 2021: {figure} in {count} flows"));
    let facts: Vec<&str> =
        panel.groups.iter().flat_map(|group| &group.facts).map(|fact| fact.id.as_str()).collect();
    let largest = sums.flows_of(&model, level, lane);
    let ids: Vec<&str> =
        largest.iter().map(|flow| model.facts[model.flows[*flow].fact].id.as_str()).collect();
    assert_eq!(facts, ids[..facts.len()]);
    assert_eq!(facts.len(), ids.len().min(MOST_LISTED));
    assert_eq!(panel.sources.len(), 1);
    let csv = widget.csv_of_sum(&sum.id).unwrap();
    assert_eq!(csv.trim_end().lines().count(), 1 + ids.len());

    let before = widget.scene(&EstimatedText).unwrap().clone();
    let effects = widget.select("sum", &sum.id);
    assert_eq!(effects.select.flatten().map(|named| named.id), Some(sum.id.clone()));
    assert_ne!(*widget.scene(&EstimatedText).unwrap(), before, "what is chosen is lit");

    let panel = widget.panel("group", &group.id).unwrap();
    assert!(panel.title.contains(" more"), "{}", panel.title);
    let number = sums.find_group(&model, &group.id).unwrap();
    let (at, level, _) = sums.group(number).unwrap();
    for member in sums.members_of(level, number - sums.first_group(at)).iter().take(20) {
        assert!(panel.remarks[0].contains(&*model.end_name(*member)), "{:?}", panel.remarks);
    }
    for id in ["", "x", "1", "1.NOWHERE", "99.KAZ", "1.KAZ.RUS.trade.one.goods.5.1999"] {
        assert_eq!((widget.panel("sum", id), widget.panel("group", id)), (None, None), "{id}");
    }
}
