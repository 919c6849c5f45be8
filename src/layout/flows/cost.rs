//! What the way of a bundle costs: how much it is in the way of others.

use super::Screen;
use super::bundles::Bundle;
use super::course::{Course, Head, Strip};
use super::forces::GENTLE_BEND;
use super::metrics::crossing_weight;
use super::node::FlowNode;
use crate::layout::cells::Cells;
use crate::view::{Bounds, ScreenPoint};

const CELL_PX: f64 = 40.0;
/// Beyond what two flows take, what is to be free between them.
const CLEAR_PX: f64 = 4.0;
/// The farthest that a flow is felt from its middle line.
const MOST_FELT_PX: f64 = 12.0;
/// The greatest reach of arrowheads that is looked for.
const MOST_HEAD_PX: f64 = 20.0;

/// The ways of all bundles, found by where they run.
pub(super) struct Courses<'a> {
    bundles: &'a [Bundle],
    nodes: &'a [FlowNode],
    screen: &'a Screen<'a>,
    courses: Vec<Course>,
    strips: Cells<Strip>,
    /// The same strips, in every cell where they are felt.
    felt: Cells<Strip>,
    heads: Cells<Head>,
}

impl<'a> Courses<'a> {
    pub(super) fn new(
        bundles: &'a [Bundle],
        nodes: &'a [FlowNode],
        screen: &'a Screen,
        courses: Vec<Course>,
    ) -> Self {
        let (width, height) = (screen.width_px, screen.height_px);
        let mut all = Self {
            bundles,
            nodes,
            screen,
            courses: Vec::with_capacity(courses.len()),
            strips: Cells::new(width, height, CELL_PX),
            felt: Cells::new(width, height, CELL_PX),
            heads: Cells::new(width, height, CELL_PX),
        };
        for course in courses {
            all.list(&course);
            all.courses.push(course);
        }
        all
    }

    /// The way that a bundle has now.
    pub(super) fn now(&self, number: usize) -> Option<&Course> {
        self.courses.get(number)
    }

    /// Gives a bundle another way.
    pub(super) fn replace(&mut self, number: usize, course: Course) {
        self.list(&course);
        let Some(place) = self.courses.get_mut(number) else { return };
        let old = std::mem::replace(place, course);
        // The new way comes behind the old one, so the old one is what is found first.
        for strip in &old.strips {
            self.strips.retain(&strip.piece.bounds(), |other| other != strip);
            self.felt.retain(&felt(strip), |other| other != strip);
        }
        for head in &old.heads {
            self.heads.retain(&point(head.at), |other| other != head);
        }
    }

    fn list(&mut self, course: &Course) {
        for strip in &course.strips {
            self.strips.add(&strip.piece.bounds(), strip);
            self.felt.add(&felt(strip), strip);
        }
        for head in &course.heads {
            self.heads.add(&point(head.at), head);
        }
    }

    /// Whether a bundle is in anybody's way.
    pub(super) fn has_conflict(&self, number: usize) -> bool {
        const SLIGHT: f64 = 0.15;
        self.courses
            .get(number)
            .is_some_and(|course| self.conflict(number, course, SLIGHT) > SLIGHT)
    }

    /// What a way costs: for not being gentle, and in all that it is in the way of. What is more
    /// than `limit` need not be exact.
    pub(super) fn cost(
        &self,
        number: usize,
        (along, across): (f64, f64),
        course: &Course,
        limit: f64,
    ) -> f64 {
        const BEND: f64 = 1.5;
        const LEAN: f64 = 6.0;
        let bend = across.abs() - GENTLE_BEND;
        #[allow(clippy::cast_precision_loss, reason = "a few flows")]
        let flows = course.flows().len() as f64;
        let cost = flows * (BEND * bend * bend + LEAN * along * along);
        if cost > limit { cost } else { cost + self.conflict(number, course, limit - cost) }
    }

    fn conflict(&self, number: usize, course: &Course, limit: f64) -> f64 {
        let mut cost = self.under_nodes(number, course);
        for strip in &course.strips {
            if cost > limit {
                return cost;
            }
            cost += self.off_screen(strip) + self.crossings(strip) + self.beside(strip);
        }
        cost + self.heads(number, course)
    }

    fn crossings(&self, strip: &Strip) -> f64 {
        let mut cost = 0.0;
        for (cell, others) in self.strips.touched(&strip.piece.bounds()) {
            for other in others.iter().filter(|other| other.bundle != strip.bundle) {
                let Some(at) = strip.piece.crossing(&other.piece) else { continue };
                if self.strips.number_at(at.x, at.y) == cell {
                    cost += crossing_cost(strip.piece.angle_rad(&other.piece));
                }
            }
        }
        cost
    }

    /// What it costs to run beside others without room between.
    fn beside(&self, strip: &Strip) -> f64 {
        const TOUCHING: f64 = 0.7;
        let at = strip.piece.start.towards(strip.piece.end, 0.5);
        let mut cost = 0.0;
        for (_, others) in self.felt.touched(&point(at)) {
            for other in others.iter().filter(|other| other.bundle != strip.bundle) {
                let wanted = strip.half_px + other.half_px + CLEAR_PX;
                let square = other.piece.square_distance(at);
                if square < wanted * wanted {
                    let near = 1.0 - 0.7 * square.sqrt() / wanted;
                    cost += TOUCHING * near * strip.piece.alongside(&other.piece);
                }
            }
        }
        cost
    }

    /// What it costs to run under nodes that are not its own.
    fn under_nodes(&self, number: usize, course: &Course) -> f64 {
        const UNDER: f64 = 12.0;
        let own = self.bundles.get(number).map(|bundle| bundle.nodes).unwrap_or_default();
        let mut bounds = Bounds::EMPTY;
        for strip in &course.strips {
            let reach_px = strip.half_px + CLEAR_PX;
            for end in [strip.piece.start, strip.piece.end] {
                bounds.include(end.x - reach_px, end.y - reach_px);
                bounds.include(end.x + reach_px, end.y + reach_px);
            }
        }
        let mut cost = 0.0;
        for (node, _) in self.nodes.iter().zip(0..).filter(|(_, number)| !own.contains(number)) {
            if !bounds.overlaps(&node.bounds()) {
                continue;
            }
            let middle = node.middle();
            let inside = |strip: &Strip| {
                let reach_px = strip.half_px + CLEAR_PX;
                let inside = reach_px - node.distance(strip.piece.nearest(middle));
                inside / (reach_px + node.reach_px)
            };
            for flow in course.flows() {
                let deepest = flow.iter().map(inside).fold(0.0, f64::max);
                if deepest > 0.0 {
                    cost += UNDER * (0.5 + 0.5 * deepest.min(2.0));
                }
            }
        }
        cost
    }

    /// What it costs to run over arrowheads, or to have the own ones run over.
    fn heads(&self, number: usize, course: &Course) -> f64 {
        const COVERED: f64 = 2.5;
        // A piece and the next one both feel a head; the neighbours of a head come in several.
        const OWN: f64 = 0.6;
        let over = |square: f64, reach_px: f64| {
            let is_far = square >= reach_px * reach_px;
            if is_far { 0.0 } else { COVERED * (1.0 - square.sqrt() / reach_px) }
        };
        let mut cost = 0.0;
        for strip in &course.strips {
            let around = strip.piece.bounds().grown(MOST_HEAD_PX);
            for (_, heads) in self.heads.touched(&around) {
                for head in heads.iter().filter(|head| head.bundle != number) {
                    let square = strip.piece.square_distance(head.at);
                    cost += over(square, head.reach_px + strip.half_px);
                }
            }
        }
        for own in &course.heads {
            for (_, strips) in self.felt.touched(&point(own.at)) {
                for strip in strips.iter().filter(|strip| strip.bundle != number) {
                    let square = strip.piece.square_distance(own.at);
                    cost += OWN * over(square, own.reach_px + strip.half_px);
                }
            }
        }
        cost
    }

    /// What it costs to leave the screen, or to run under what covers it.
    fn off_screen(&self, strip: &Strip) -> f64 {
        const OUT: f64 = 0.8;
        const COVERED: f64 = 0.8;
        let reach_px = strip.half_px + CLEAR_PX;
        let at = strip.piece.end;
        let frame = Bounds::of_size(0.0, 0.0, self.screen.width_px, self.screen.height_px);
        if !frame.grown(-reach_px).contains(at.x, at.y) {
            return OUT;
        }
        let mut covers = self.screen.covers.iter();
        let is_covered = covers.any(|cover| cover.grown(reach_px).contains(at.x, at.y));
        if is_covered { COVERED } else { 0.0 }
    }
}

/// What a crossing costs: those that are hardly to be followed are worth a long way round.
fn crossing_cost(angle_rad: f64) -> f64 {
    const SHARP_RAD: f64 = 0.45;
    let sharp = (1.0 - angle_rad / SHARP_RAD).max(0.0);
    let sharpest = sharp * sharp * sharp * sharp;
    1.5 * crossing_weight(angle_rad) + 6.0 * sharp + 28.0 * sharpest
}

fn point(at: ScreenPoint) -> Bounds {
    Bounds::of_size(at.x, at.y, 0.0, 0.0)
}

/// Where others feel a piece of a flow.
fn felt(strip: &Strip) -> Bounds {
    strip.piece.bounds().grown(strip.half_px + MOST_FELT_PX)
}
