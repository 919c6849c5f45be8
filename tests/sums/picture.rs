//! What of thousands of flows is drawn, and what the legend says of the rest.

use super::{AMONG_PLACES, PLAIN, shown, sums_of, widget_of};
use crate::common::legend;
use crate::common::many::{Many, world};
use khorgos::scene::{EstimatedText, Item, Target};
use khorgos::sorted::sort;
use khorgos::sums::{Lane, MOST_LANES, MOST_SINGLE};
use khorgos::view::ScreenPoint;
use khorgos::widget::Widget;
use serde_json::Value;

fn sums_in(widget: &mut Widget) -> Vec<Target> {
    let scene = widget.scene(&EstimatedText).unwrap();
    let mut targets: Vec<Target> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Shape { target: Some(target @ (Target::Sum(_) | Target::Flow(_))), .. } => {
                Some(*target)
            }
            _ => None,
        })
        .collect();
    sort(&mut targets);
    targets.dedup();
    targets
}

#[test]
fn the_largest_with_an_end_in_sight_are_drawn_and_no_more_than_there_is_room_for() {
    let (_, sums) = sums_of(PLAIN);
    for (zoom, size) in [(1.0, (1200.0, 750.0)), (5.0, (1200.0, 750.0)), (1.0, (390.0, 700.0))] {
        let mut widget = shown(PLAIN, size.0, size.1);
        widget.zoom_by(zoom, Some(ScreenPoint::new(size.0 * 0.5, size.1 * 0.35)));
        let camera = widget.scene(&EstimatedText).unwrap().camera;
        let drawn = sums_in(&mut widget);
        assert!(drawn.len() > 8 && drawn.len() <= MOST_LANES, "{}", drawn.len());
        let (at, level) = sums.level_at(camera.px_per_km).unwrap();
        let is_drawn = |(number, lane): (usize, &Lane)| {
            let target = lane.single().map_or(Target::Sum(number), Target::Flow);
            drawn.contains(&target)
        };
        let in_sight = |lane: &Lane| {
            [lane.from, lane.to].iter().all(|group| {
                let at = camera.to_screen(level.groups[*group as usize].at);
                (30.0..size.0 - 30.0).contains(&at.x) && (30.0..size.1 - 30.0).contains(&at.y)
            })
        };
        let ends_px = |lane: &Lane| {
            let [a, b] = [lane.from, lane.to].map(|group| level.groups[group as usize].at);
            a.distance(b) * camera.px_per_km
        };
        // With both ends in sight nothing is passed over for something smaller.
        let lanes: Vec<(usize, &Lane)> = (sums.first_lane(at)..).zip(&level.lanes).collect();
        let last = lanes.iter().rposition(|lane| is_drawn(*lane)).unwrap();
        for (number, lane) in &lanes[..last] {
            let must = in_sight(lane) && ends_px(lane) > 80.0;
            assert!(!must || is_drawn((*number, lane)), "{lane:?}");
        }
    }
}

#[test]
fn few_flows_are_drawn_one_by_one() {
    let few = Many { flows: MOST_SINGLE, ..PLAIN };
    assert_eq!(few.atlas().sums, None);
    let mut widget = shown(few, 1200.0, 750.0);
    assert!(sums_in(&mut widget).iter().all(|target| matches!(target, Target::Flow(_))));
    let legend = legend(&mut widget);
    assert!(legend.iter().all(|row| row.group != "Many flows"), "{legend:?}");

    // Few may be on, though there are many: they have the widths of one by one as well.
    let many = Many { flows: 150, countries: 12, ..PLAIN };
    let base = world();
    let mut document = many.document(&base);
    for (number, flow) in document["flows"].as_array_mut().unwrap().iter_mut().enumerate() {
        flow["layer"] = Value::from(if number < 140 { "trade" } else { "more" });
    }
    let mut widget = widget_of(&document, 1200.0, 750.0);
    assert!(sums_in(&mut widget).iter().any(|target| matches!(target, Target::Sum(_))));
    widget.set_layer("trade", false);
    let drawn = sums_in(&mut widget);
    assert!(!drawn.is_empty());
    for target in drawn {
        let Target::Flow(flow) = target else { panic!("{target:?}") };
        assert!(flow >= 140);
    }
}

#[test]
fn places_are_drawn_where_flows_that_are_drawn_end() {
    let mut widget = shown(AMONG_PLACES, 1200.0, 750.0);
    let scene = widget.scene(&EstimatedText).unwrap();
    let mut nodes: Vec<Target> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Shape {
                target: Some(target @ (Target::Place(_) | Target::Group(_))), ..
            } => Some(*target),
            _ => None,
        })
        .collect();
    sort(&mut nodes);
    nodes.dedup();
    assert!(nodes.iter().any(|target| matches!(target, Target::Group(_))));
    assert!(nodes.len() <= 2 * MOST_LANES, "{}", nodes.len());
}

/// The counts of a legend's row with a beginning.
fn counts(rows: &[String], begins: &str) -> Vec<u32> {
    let Some(row) = rows.iter().find(|row| row.starts_with(begins)) else { return Vec::new() };
    let rest = row.rsplit_once(':').unwrap().1.replace(',', "");
    rest.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn the_legend_says_what_is_drawn_and_what_is_not() {
    let mut widget = shown(PLAIN, 1200.0, 750.0);
    for factor in [1.0, 2.0, 2.0, 2.0, 2.0, 2.0] {
        widget.zoom_by(factor, None);
        let rows: Vec<String> = legend(&mut widget)
            .into_iter()
            .filter(|row| row.group == "Many flows")
            .map(|row| row.label.text)
            .collect();
        let drawn = counts(&rows, "Drawn");
        let [drawn, all] = drawn[..] else { panic!("{rows:?}") };
        assert_eq!(all as usize, PLAIN.flows);
        // The last number of the row: how many flows have the amount before it.
        let within = counts(&rows, "Not drawn, within").last().copied().unwrap_or(0);
        let left = counts(&rows, "Not drawn, too small").last().copied().unwrap_or(0);
        assert_eq!(drawn + within + left, all, "{rows:?}");
        let targets = sums_in(&mut widget);
        let sums = targets.iter().any(|target| matches!(target, Target::Sum(_)));
        let says = rows.iter().any(|row| row.starts_with("Widths show sums"));
        assert_eq!(says, sums, "{rows:?}");
    }
}

#[test]
fn a_flow_that_is_chosen_lights_the_sum_that_it_is_in() {
    let mut widget = shown(PLAIN, 1200.0, 750.0);
    let (_, sums) = sums_of(PLAIN);
    let before = widget.scene(&EstimatedText).unwrap().clone();
    let (at, level) = sums.level_at(before.camera.px_per_km).unwrap();
    // The smallest sum of all: it is not drawn unless something of it is chosen.
    let number = sums.first_lane(at)
        + level
            .lanes
            .iter()
            .rposition(|lane| {
                lane.single().is_none()
                    && [lane.from, lane.to].iter().all(|group| {
                        let at = before.camera.to_screen(level.groups[*group as usize].at);
                        (100.0..1100.0).contains(&at.x) && (100.0..650.0).contains(&at.y)
                    })
            })
            .unwrap();
    let lane = sums.lane(number).unwrap().2;
    assert!(!sums_in(&mut widget).contains(&Target::Sum(number)));
    widget.select("flow", &format!("w{}", lane.first));
    assert!(sums_in(&mut widget).contains(&Target::Sum(number)));
}
