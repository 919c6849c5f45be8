//! Mends what forces leave: ways are tried a little to each side, and moved where they cross less,
//! at clearer angles, and off nodes, arrowheads and one another.

use super::Screen;
use super::bundles::Bundle;
use super::cost::Courses;
use super::course::Course;
use super::curve::Curve;
use super::ends::{Ends, trimmed};
use super::forces::bounded;
use super::node::FlowNode;
use crate::view::ScreenPoint;

/// Rounds of the search.
#[derive(Clone, Copy)]
enum Round {
    /// Ways that are in the way of others are tried all over.
    Everywhere,
    /// All ways are tried a step to each side; in shares of their length.
    Near(f64),
}

const ROUNDS: [Round; 4] =
    [Round::Everywhere, Round::Near(0.06), Round::Everywhere, Round::Near(0.03)];
/// So many ways, and the search tries the first rounds only.
const MANY: usize = 200;
/// What has to be gained for a way to be moved.
const LEAST_GAIN: f64 = 1e-6;

/// Moves control points to where the ways are easier to read; the spines of the bundles, from node
/// to node.
pub(super) fn refined(
    bundles: &[Bundle],
    nodes: &[FlowNode],
    screen: &Screen,
    mut controls: Vec<ScreenPoint>,
) -> Vec<Curve> {
    let mut ends = Ends::new(bundles, &controls);
    let spine = |number: usize, bundle: &Bundle, control: ScreenPoint, ends: &Ends| {
        let least_px = ends.distances_px(bundle, number, control);
        trimmed(bundle, nodes, control, least_px)
    };
    let spines = |controls: &[ScreenPoint], ends: &Ends| -> Vec<Curve> {
        let all = bundles.iter().zip(controls).enumerate();
        all.map(|(number, (bundle, control))| spine(number, bundle, *control, ends)).collect()
    };
    let rounds = if bundles.len() > MANY { 2 } else { ROUNDS.len() };
    let mut courses = Courses::new(bundles, nodes, screen);
    for round in ROUNDS.into_iter().take(rounds) {
        let all = bundles.iter().zip(spines(&controls, &ends)).enumerate();
        let all = all.map(|(number, (bundle, spine))| Course::along(bundle, number, spine));
        courses.replace_all(all.collect());
        for (number, (bundle, control)) in bundles.iter().zip(&mut controls).enumerate() {
            if matches!(round, Round::Everywhere) && !courses.has_conflict(number) {
                continue;
            }
            let shares = bundle.shares(*control);
            let Some(now) = courses.now(number) else { continue };
            let mut least = bundle.bend_cost(shares) + courses.conflict(number, now, f64::INFINITY);
            let mut best = None;
            for shares in tries(round, shares) {
                let bend = bundle.bend_cost(shares);
                // Most ways are in nobody's way, and cannot gain what a bend costs.
                if bend >= least - LEAST_GAIN {
                    continue;
                }
                let tried = bundle.control(shares);
                let course = Course::along(bundle, number, spine(number, bundle, tried, &ends));
                let cost = bend + courses.conflict(number, &course, least - bend);
                if cost < least - LEAST_GAIN {
                    least = cost;
                    best = Some((tried, course));
                }
            }
            if let Some((tried, course)) = best {
                *control = tried;
                ends.turn(bundle, number, tried);
                courses.replace(number, course);
            }
        }
    }
    spines(&controls, &ends)
}

/// Shares to try, along and across.
fn tries(round: Round, now: (f64, f64)) -> Vec<(f64, f64)> {
    const LEAN: f64 = 0.18;
    const UPRIGHT: [f64; 7] = [0.07, 0.14, 0.21, 0.29, 0.38, 0.5, 0.65];
    const LEANING: [f64; 1] = [0.2];
    match round {
        Round::Everywhere => {
            let sides = |along: f64, across: f64| [(along, across), (along, -across)];
            let mut tries = vec![(0.0, 0.0)];
            tries.extend(UPRIGHT.iter().flat_map(|across| sides(0.0, *across)));
            for along in [-LEAN, LEAN] {
                tries.push((along, 0.0));
                tries.extend(LEANING.iter().flat_map(|across| sides(along, *across)));
            }
            tries
        }
        Round::Near(step) => {
            let steps = [-step, 0.0, step];
            let all = steps.iter().flat_map(|a| steps.iter().map(|b| (*a, *b)));
            all.filter(|step| *step != (0.0, 0.0))
                .map(|(a, b)| bounded((now.0 + a, now.1 + b)))
                .collect()
        }
    }
}
