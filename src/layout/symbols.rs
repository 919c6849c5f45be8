//! Symbols as outlines about a point, px. One set in one style: dark shapes and strokes that fill
//! a box of 12 px, each told from the others by its shape alone. The gate is the one that is larger.

use crate::brief::PlaceKind;
use crate::scene::Segment::{self, Circle, Close, Line, Move, Quad};
use crate::view::{Bounds, ScreenPoint};

/// Width of a symbol's strokes, px.
pub const STROKE_PX: f64 = 1.5;

/// A symbol: what of it is filled, and what is drawn with strokes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Symbol {
    /// Closed outlines.
    pub fill: Vec<Segment>,
    /// Open ones.
    pub stroke: Vec<Segment>,
    /// From its middle to its edge, px.
    pub reach_px: f64,
}

/// The symbol of a kind of place.
pub fn symbol(kind: PlaceKind, at: ScreenPoint) -> Symbol {
    let p = |x: f64, y: f64| at.offset(x, y);
    let rect = |left: f64, top: f64, right: f64, bottom: f64| {
        closed(&[p(left, top), p(right, top), p(right, bottom), p(left, bottom)])
    };
    let (fill, stroke, reach_px) = match kind {
        // Two posts and two beams, and a railway through them.
        PlaceKind::DryPort => (
            [
                rect(-11.0, -10.0, 11.0, -7.0),
                rect(-9.0, -4.5, 9.0, -2.5),
                rect(-8.5, -7.0, -6.0, 9.0),
                rect(6.0, -7.0, 8.5, 9.0),
            ]
            .concat(),
            [
                strokes(&[p(-13.0, 5.0), p(13.0, 5.0)]),
                [-11.0, -3.2, 0.0, 3.2, 11.0].map(|x| strokes(&[p(x, 2.4), p(x, 7.6)])).concat(),
            ]
            .concat(),
            11.0,
        ),
        // Two ways that meet at a bar.
        PlaceKind::BorderCrossing => (
            [
                closed(&[p(-6.0, -4.0), p(-1.6, 0.0), p(-6.0, 4.0)]),
                closed(&[p(6.0, -4.0), p(1.6, 0.0), p(6.0, 4.0)]),
            ]
            .concat(),
            strokes(&[p(0.0, -6.0), p(0.0, 6.0)]),
            6.0,
        ),
        // An anchor.
        PlaceKind::Port => (
            Vec::new(),
            [
                vec![Circle(p(0.0, -4.3), 1.6)],
                strokes(&[p(0.0, -2.7), p(0.0, 5.4)]),
                strokes(&[p(-2.8, -0.7), p(2.8, -0.7)]),
                vec![
                    Move(p(-5.3, 1.6)),
                    Quad(p(-4.6, 5.4), p(0.0, 5.4)),
                    Quad(p(4.6, 5.4), p(5.3, 1.6)),
                ],
            ]
            .concat(),
            6.0,
        ),
        // A derrick.
        PlaceKind::Field => (
            rect(-1.7, -6.0, 1.7, -3.8),
            [
                strokes(&[p(-1.0, -4.0), p(-4.4, 5.4)]),
                strokes(&[p(1.0, -4.0), p(4.4, 5.4)]),
                strokes(&[p(-2.1, -0.9), p(2.1, -0.9)]),
                strokes(&[p(-3.3, 2.4), p(3.3, 2.4)]),
                strokes(&[p(-6.0, 5.4), p(6.0, 5.4)]),
            ]
            .concat(),
            6.0,
        ),
        // A ring; how uncertain its place is, is drawn about it.
        PlaceKind::Base => (Vec::new(), vec![Circle(at, 5.0)], 6.0),
        // A bank: gable, columns, steps.
        PlaceKind::FinanceCentre => (
            [closed(&[p(-6.0, -2.2), p(0.0, -6.0), p(6.0, -2.2)]), rect(-6.0, 4.0, 6.0, 6.0)]
                .concat(),
            [-3.8, 0.0, 3.8].map(|x| strokes(&[p(x, -1.2), p(x, 4.0)])).concat(),
            6.0,
        ),
        PlaceKind::Capital => (vec![Circle(at, 1.9)], vec![Circle(at, 4.2)], 5.0),
        PlaceKind::City => (vec![Circle(at, 3.5)], Vec::new(), 4.0),
    };
    Symbol { fill, stroke, reach_px }
}

/// A disc.
pub fn disc(at: ScreenPoint, radius_px: f64) -> Vec<Segment> {
    vec![Circle(at, radius_px)]
}

/// A box.
pub fn rectangle(part: Bounds) -> Vec<Segment> {
    let Bounds { left, top, right, bottom } = part;
    closed(
        &[(left, top), (right, top), (right, bottom), (left, bottom)]
            .map(|(x, y)| ScreenPoint::new(x, y)),
    )
}

/// A triangle that points along a unit direction; `tip` is its point.
pub fn arrowhead(
    tip: ScreenPoint,
    (dx, dy): (f64, f64),
    length_px: f64,
    width_px: f64,
) -> Vec<Segment> {
    let back = tip.offset(-dx * length_px, -dy * length_px);
    let half = width_px / 2.0;
    closed(&[tip, back.offset(dy * half, -dx * half), back.offset(-dy * half, dx * half)])
}

/// Two strokes that meet at a tip.
pub fn open_arrowhead(
    tip: ScreenPoint,
    (dx, dy): (f64, f64),
    length_px: f64,
    width_px: f64,
) -> Vec<Segment> {
    let back = tip.offset(-dx * length_px, -dy * length_px);
    let half = width_px / 2.0;
    strokes(&[back.offset(dy * half, -dx * half), tip, back.offset(-dy * half, dx * half)])
}

fn strokes(points: &[ScreenPoint]) -> Vec<Segment> {
    let of = |(index, point): (usize, &ScreenPoint)| {
        if index == 0 { Move(*point) } else { Line(*point) }
    };
    points.iter().enumerate().map(of).collect()
}

fn closed(points: &[ScreenPoint]) -> Vec<Segment> {
    let mut outline = strokes(points);
    outline.push(Close);
    outline
}
