//! What the way of a bundle costs: how much it is in the way of others.

use super::Screen;
use super::bundles::Bundle;
use super::course::{Course, Head, Strip};
use super::metrics::crossing_weight;
use super::node::FlowNode;
use crate::layout::cells::Cells;
use crate::view::Bounds;

const CELL_PX: f64 = 40.0;
/// Beyond what two flows take, what is to be free between them.
const CLEAR_PX: f64 = 4.0;
/// The farthest that a flow is felt from its middle line.
const MOST_FELT_PX: f64 = 12.0;
/// The farthest that an arrowhead and a flow of the greatest width touch.
const MOST_HEAD_PX: f64 = 24.0;

/// The ways of all bundles, found by where they run.
pub(super) struct Courses<'a> {
    bundles: &'a [Bundle],
    nodes: &'a [FlowNode],
    screen: &'a Screen<'a>,
    courses: Vec<Course>,
    strips: Cells<Strip>,
    /// The same strips, in every cell where they are felt.
    felt: Cells<Strip>,
}

impl<'a> Courses<'a> {
    /// No ways yet.
    pub(super) fn new(bundles: &'a [Bundle], nodes: &'a [FlowNode], screen: &'a Screen) -> Self {
        let cells = || Cells::new(screen.width_px, screen.height_px, CELL_PX);
        let (strips, felt) = (cells(), cells());
        Self { bundles, nodes, screen, courses: Vec::new(), strips, felt }
    }

    /// Gives all bundles other ways.
    pub(super) fn replace_all(&mut self, courses: Vec<Course>) {
        self.strips.clear();
        self.felt.clear();
        for course in &courses {
            self.list(course);
        }
        self.courses = courses;
    }

    /// The way that a bundle has now.
    pub(super) fn now(&self, number: usize) -> Option<&Course> {
        self.courses.get(number)
    }

    /// Gives a bundle another way.
    pub(super) fn replace(&mut self, number: usize, course: Course) {
        let Some(old) = self.courses.get(number) else { return };
        for strip in &old.strips {
            self.strips.retain(&strip.piece.bounds(), |other| other.bundle != number);
            self.felt.retain(&felt(strip), |other| other.bundle != number);
        }
        self.list(&course);
        if let Some(place) = self.courses.get_mut(number) {
            *place = course;
        }
    }

    fn list(&mut self, course: &Course) {
        for strip in &course.strips {
            self.strips.add(&strip.piece.bounds(), strip);
            self.felt.add(&felt(strip), strip);
        }
    }

    /// Whether a bundle is in anybody's way.
    pub(super) fn has_conflict(&self, number: usize) -> bool {
        const SLIGHT: f64 = 0.15;
        self.courses
            .get(number)
            .is_some_and(|course| self.conflict(number, course, SLIGHT) > SLIGHT)
    }

    /// What it costs a way to be in the way of others. What is more than `limit` need not be exact.
    pub(super) fn conflict(&self, number: usize, course: &Course, limit: f64) -> f64 {
        let mut cost = self.under_nodes(number, course, limit);
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
        let others = self.felt.at(at.x, at.y).iter();
        for other in others.filter(|other| other.bundle != strip.bundle) {
            let wanted = strip.half_px + other.half_px + CLEAR_PX;
            let square = other.piece.square_distance(at);
            if square < wanted * wanted {
                let near = 1.0 - 0.7 * square.sqrt() / wanted;
                cost += TOUCHING * near * strip.piece.alongside(&other.piece);
            }
        }
        cost
    }

    /// What it costs to run under nodes that are not its own. What is more than `limit` need not be
    /// exact.
    fn under_nodes(&self, number: usize, course: &Course, limit: f64) -> f64 {
        const UNDER: f64 = 12.0;
        let own = self.bundles.get(number).map(|bundle| bundle.nodes).unwrap_or_default();
        let widest_px = course.strips.iter().map(|strip| strip.half_px).fold(0.0, f64::max);
        let mut cost = 0.0;
        for (node, _) in self.nodes.iter().zip(0..).filter(|(_, number)| !own.contains(number)) {
            let around = node.bounds().grown(widest_px + CLEAR_PX);
            if !course.bounds.overlaps(&around) {
                continue;
            }
            let middle = node.middle();
            let inside = |strip: &Strip| {
                let reach_px = strip.half_px + CLEAR_PX;
                let inside = reach_px - node.distance(strip.piece.nearest(middle));
                inside / (reach_px + node.reach_px)
            };
            for flow in course.flows() {
                let near = flow.iter().filter(|strip| strip.piece.bounds().overlaps(&around));
                let deepest = near.map(inside).fold(0.0, f64::max);
                if deepest > 0.0 {
                    cost += UNDER * (0.5 + 0.5 * deepest.min(2.0));
                }
            }
            if cost > limit {
                break;
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
        let around = course.bounds.grown(MOST_HEAD_PX);
        let heads = self.courses.iter().flat_map(|course| &course.heads);
        let is_near = |head: &&Head| head.bundle != number && around.contains(head.at.x, head.at.y);
        let near: Vec<&Head> = heads.filter(is_near).collect();
        let mut cost = 0.0;
        for strip in &course.strips {
            for head in &near {
                let square = strip.piece.square_distance(head.at);
                cost += over(square, head.reach_px + strip.half_px);
            }
        }
        for own in &course.heads {
            let strips = self.felt.at(own.at.x, own.at.y).iter();
            for strip in strips.filter(|strip| strip.bundle != number) {
                let square = strip.piece.square_distance(own.at);
                cost += OWN * over(square, own.reach_px + strip.half_px);
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

/// Where others feel a piece of a flow.
fn felt(strip: &Strip) -> Bounds {
    strip.piece.bounds().grown(strip.half_px + MOST_FELT_PX)
}
