//! Mends what forces leave: ways are tried a little to each side, and moved where they cross less,
//! at clearer angles, and off nodes, arrowheads and one another.

use super::Screen;
use super::bundles::Bundle;
use super::cost::Courses;
use super::course::Course;
use super::ends::{distances_px, trimmed};
use super::forces::MOST_SHARES;
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

const ROUNDS: [Round; 5] =
    [Round::Everywhere, Round::Near(0.06), Round::Everywhere, Round::Near(0.05), Round::Near(0.02)];
/// So many ways, and the search tries the first rounds only.
const MANY: usize = 200;
/// What has to be gained for a way to be moved.
const LEAST_GAIN: f64 = 1e-6;

/// Moves control points to where the ways are easier to read; how far the ways keep from their
/// nodes, px.
pub(super) fn refine(
    bundles: &[Bundle],
    nodes: &[FlowNode],
    screen: &Screen,
    controls: &mut [ScreenPoint],
) -> Vec<[f64; 2]> {
    let mut ends_px = Vec::new();
    let rounds = if bundles.len() > MANY { 2 } else { ROUNDS.len() };
    for round in ROUNDS.into_iter().take(rounds) {
        ends_px = distances_px(bundles, controls);
        let course = |number: usize, bundle: &Bundle, control: ScreenPoint| {
            let ends_px = ends_px.get(number).copied().unwrap_or_default();
            Course::along(bundle, number, trimmed(bundle, nodes, control, ends_px))
        };
        let all = bundles.iter().zip(controls.iter()).enumerate();
        let all = all.map(|(number, (bundle, control))| course(number, bundle, *control));
        let mut courses = Courses::new(bundles, nodes, screen, all.collect());
        for (number, (bundle, control)) in bundles.iter().zip(controls.iter_mut()).enumerate() {
            let is_tried = match round {
                Round::Everywhere => courses.has_conflict(number),
                Round::Near(_) => true,
            };
            if !is_tried {
                continue;
            }
            let shares = bundle.shares(*control);
            let Some(now) = courses.now(number) else { continue };
            let mut least = courses.cost(number, shares, now, f64::INFINITY);
            let mut best = None;
            for shares in tries(round, shares) {
                let tried = bundle.control(shares);
                let course = course(number, bundle, tried);
                let cost = courses.cost(number, shares, &course, least);
                if cost < least - LEAST_GAIN {
                    least = cost;
                    best = Some((tried, course));
                }
            }
            if let Some((tried, course)) = best {
                *control = tried;
                courses.replace(number, course);
            }
        }
    }
    ends_px
}

/// Shares to try, along and across.
fn tries(round: Round, now: (f64, f64)) -> Vec<(f64, f64)> {
    const LEAN: f64 = 0.18;
    const UPRIGHT: [f64; 7] = [0.07, 0.14, 0.21, 0.29, 0.38, 0.5, 0.65];
    const LEANING: [f64; 2] = [0.14, 0.29];
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
            let near = |along: f64, across: f64| {
                let (most_along, most_across) = MOST_SHARES;
                (
                    (now.0 + along).clamp(-most_along, most_along),
                    (now.1 + across).clamp(-most_across, most_across),
                )
            };
            let all = steps.iter().flat_map(|a| steps.iter().map(|b| (*a, *b)));
            all.filter(|step| *step != (0.0, 0.0)).map(|(a, b)| near(a, b)).collect()
        }
    }
}
