//! Candidates along a curve: each cluster of a text has its own place and turn.

use super::placer::{Candidate, Place};
use crate::view::{Bounds, ScreenPoint};

/// Distance between the points of a curve that texts are set along.
const STEP_PX: f64 = 3.0;

/// Where a cluster of a text goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// Its middle, px.
    pub at: ScreenPoint,
    /// How far it is turned clockwise.
    pub angle_rad: f64,
    /// Its width.
    pub width_px: f64,
}

impl Course {
    /// The box around a cluster of a height.
    pub fn bounds(&self, height_px: f64) -> Bounds {
        let (sin, cos) = libm::sincos(self.angle_rad);
        let (sin, cos) = (sin.abs() / 2.0, cos.abs() / 2.0);
        let half_width = cos * self.width_px + sin * height_px;
        let half_height = sin * self.width_px + cos * height_px;
        Bounds::of_size(
            self.at.x - half_width,
            self.at.y - half_height,
            2.0 * half_width,
            2.0 * half_height,
        )
    }
}

/// Candidates for a text beside lines, px, with clusters of these widths: upright, `offset_px`
/// from the line to the middle of the text, on stretches that are smooth enough to be read.
pub fn along(
    runs: &[Vec<ScreenPoint>],
    widths_px: &[f64],
    offset_px: f64,
    frame: &Bounds,
) -> Vec<Candidate> {
    let text_px: f64 = widths_px.iter().sum();
    let mut candidates = Vec::new();
    for_each_stretch(runs, text_px, frame, &mut |stretch, start| {
        for (offset_px, side_cost) in [(offset_px, 0.0), (-offset_px, 0.8)] {
            if let Some((clusters, turned)) = set(stretch, start, widths_px, offset_px) {
                let cost = side_cost + turned * 2.0 + position_cost(stretch, start, text_px);
                candidates.push(Candidate { place: Place::Curved(clusters), cost });
            }
        }
    });
    candidates
}

/// Candidates for a text that has to be set whole, beside stretches of lines that are all but
/// straight; `size_px` is the text's, `offset_px` as for [`along`].
pub fn along_straight(
    runs: &[Vec<ScreenPoint>],
    size_px: (f64, f64),
    offset_px: f64,
    frame: &Bounds,
) -> Vec<Candidate> {
    const MOST_OFF_PX: f64 = 3.0;
    let mut candidates = Vec::new();
    for_each_stretch(runs, size_px.0, frame, &mut |stretch, start| {
        let (from, to) = (stretch.at(start), stretch.at(start + size_px.0));
        let (dx, dy) = direction(from, to);
        let off = |t: f64| {
            let p = stretch.at(start + size_px.0 * t);
            ((p.x - from.x) * dy - (p.y - from.y) * dx).abs()
        };
        if [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875].into_iter().any(|t| off(t) > MOST_OFF_PX) {
            return;
        }
        let middle = from.towards(to, 0.5);
        for (offset_px, side_cost) in [(offset_px, 0.0), (-offset_px, 0.8)] {
            let at = middle.offset(dy * offset_px, -dx * offset_px);
            let cost = side_cost + position_cost(stretch, start, size_px.0);
            candidates.push(Candidate::turned(at, libm::atan2(dy, dx), cost));
        }
    });
    candidates
}

/// A smoothed piece of a line.
struct Stretch {
    /// About [`STEP_PX`] apart.
    points: Vec<ScreenPoint>,
}

impl Stretch {
    #[allow(clippy::cast_precision_loss, reason = "a screen is small")]
    fn length_px(&self) -> f64 {
        self.points.len().saturating_sub(1) as f64 * STEP_PX
    }

    /// The point at a distance from the start.
    fn at(&self, distance_px: f64) -> ScreenPoint {
        let steps = (distance_px / STEP_PX).max(0.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
        let index = steps as usize;
        let from = self.points.get(index).or(self.points.last()).copied().unwrap_or_default();
        let to = self.points.get(index + 1).copied().unwrap_or(from);
        from.towards(to, steps - steps.floor())
    }
}

/// Calls back for each stretch of lines that is long enough, in both directions, with the starts
/// where a text of a width reads upright.
fn for_each_stretch(
    runs: &[Vec<ScreenPoint>],
    text_px: f64,
    frame: &Bounds,
    found: &mut dyn FnMut(&Stretch, f64),
) {
    const START_STEP_PX: f64 = 15.0;
    for piece in runs.iter().flat_map(|run| pieces(run, frame)) {
        let points = smoothed(smoothed(resampled(&piece)));
        let mut stretch = Stretch { points };
        if stretch.length_px() < text_px {
            continue;
        }
        for _ in 0..2 {
            let mut start = 0.0;
            while start + text_px <= stretch.length_px() {
                let (from, to) = (stretch.at(start), stretch.at(start + text_px));
                // A steep one reads upwards.
                const STEEP_PX: f64 = 1.0;
                let dx = to.x - from.x;
                if dx > STEEP_PX || (dx.abs() <= STEEP_PX && to.y < from.y) {
                    found(&stretch, start);
                }
                start += START_STEP_PX;
            }
            stretch.points.reverse();
        }
    }
}

/// The parts of a line that lie in a box.
fn pieces(run: &[ScreenPoint], frame: &Bounds) -> Vec<Vec<ScreenPoint>> {
    let mut pieces: Vec<Vec<ScreenPoint>> = Vec::new();
    let mut open: Vec<ScreenPoint> = Vec::new();
    for (from, to) in run.iter().zip(run.iter().skip(1)) {
        match clipped(*from, *to, frame) {
            Some((a, b)) => {
                if open.last() != Some(&a) {
                    pieces.push(std::mem::replace(&mut open, vec![a]));
                }
                open.push(b);
            }
            None => pieces.push(std::mem::take(&mut open)),
        }
    }
    pieces.push(open);
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// The part of a straight line in a box (Liang and Barsky 1984).
pub(super) fn clipped(
    from: ScreenPoint,
    to: ScreenPoint,
    frame: &Bounds,
) -> Option<(ScreenPoint, ScreenPoint)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - frame.left),
        (dx, frame.right - from.x),
        (-dy, from.y - frame.top),
        (dy, frame.bottom - from.y),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    let whole = first == 0.0 && last == 1.0;
    // The very points where nothing is cut, so that pieces can be told to hang together.
    let start = if first == 0.0 { from } else { from.towards(to, first) };
    let end = if last == 1.0 { to } else { from.towards(to, last) };
    (whole || first < last).then_some((start, end))
}

/// Points of a line at equal distances along it.
fn resampled(line: &[ScreenPoint]) -> Vec<ScreenPoint> {
    let mut points: Vec<ScreenPoint> = line.first().copied().into_iter().collect();
    let mut until_next = STEP_PX;
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let length = from.distance(*to);
        let mut at = until_next;
        while at <= length {
            points.push(from.towards(*to, at / length));
            at += STEP_PX;
        }
        until_next = at - length;
    }
    points
}

/// Each point the mean of those about it, brought back to equal distances.
fn smoothed(points: Vec<ScreenPoint>) -> Vec<ScreenPoint> {
    const REACH: usize = 6;
    let mean = |index: usize| {
        // As many on one side as on the other, so that the ends stay.
        let reach = REACH.min(index).min(points.len() - 1 - index);
        let near = points.get(index - reach..=index + reach).unwrap_or_default();
        let (x, y) = near.iter().fold((0.0, 0.0), |(x, y), p| (x + p.x, y + p.y));
        #[allow(clippy::cast_precision_loss, reason = "a few")]
        let count = near.len().max(1) as f64;
        ScreenPoint::new(x / count, y / count)
    };
    resampled(&(0..points.len()).map(mean).collect::<Vec<_>>())
}

/// Sets clusters along a stretch from a start; with them by how much they turn in all, radians.
/// `None` where the curve is too sharp.
fn set(
    stretch: &Stretch,
    start: f64,
    widths_px: &[f64],
    offset_px: f64,
) -> Option<(Vec<Course>, f64)> {
    const SHARPEST_RAD: f64 = 0.22;
    const MOST_TURNED_RAD: f64 = 1.1;
    // Directions are taken over at least so much of the line, else narrow letters would dance.
    const LEAST_CHORD_PX: f64 = 9.0;
    let mut clusters: Vec<Course> = Vec::with_capacity(widths_px.len());
    let (mut at_px, mut turned) = (start, 0.0);
    let (mut least, mut most) = (0.0_f64, 0.0_f64);
    for width_px in widths_px {
        let middle = at_px + width_px / 2.0;
        let reach = width_px.max(LEAST_CHORD_PX) / 2.0;
        let (dx, dy) = direction(stretch.at(middle - reach), stretch.at(middle + reach));
        let at = stretch.at(middle).offset(dy * offset_px, -dx * offset_px);
        let angle_rad = libm::atan2(dy, dx);
        if let Some(before) = clusters.last() {
            let turn = turn_between(before.angle_rad, angle_rad);
            // On the inside of a bend letters come together.
            const CLOSEST: f64 = 0.85;
            let apart = before.at.distance(at);
            let room = f64::midpoint(before.width_px, *width_px);
            if turn.abs() > SHARPEST_RAD || apart < CLOSEST * room {
                return None;
            }
            turned += turn;
            least = least.min(turned);
            most = most.max(turned);
        }
        // Every letter stands rather upright than upside down.
        const STEEPEST_RAD: f64 = 1.65;
        if angle_rad.abs() > STEEPEST_RAD {
            return None;
        }
        clusters.push(Course { at, angle_rad, width_px: *width_px });
        at_px += width_px;
    }
    (most - least <= MOST_TURNED_RAD).then_some((clusters, most - least))
}

/// What it costs to be steep and far from the middle of a stretch.
fn position_cost(stretch: &Stretch, start: f64, text_px: f64) -> f64 {
    const PX_PER_COST: f64 = 120.0;
    const STEEP_COST: f64 = 3.0;
    let off_middle = (start + text_px / 2.0 - stretch.length_px() / 2.0).abs();
    let (_, dy) = direction(stretch.at(start), stretch.at(start + text_px));
    off_middle / PX_PER_COST + dy.abs() * dy.abs() * STEEP_COST
}

/// The unit vector from one point to another.
fn direction(from: ScreenPoint, to: ScreenPoint) -> (f64, f64) {
    let length = from.distance(to).max(1e-9);
    ((to.x - from.x) / length, (to.y - from.y) / length)
}

/// By how much one has to turn from one angle to another, the shorter way.
fn turn_between(from_rad: f64, to_rad: f64) -> f64 {
    const TURN: f64 = std::f64::consts::TAU;
    let turn = (to_rad - from_rad).rem_euclid(TURN);
    if turn > TURN / 2.0 { turn - TURN } else { turn }
}
