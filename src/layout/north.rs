//! Where north is, said only where a reader would not take it to be up.

use super::swatch::Swatch;
use super::symbols::{arrowhead, disc};
use crate::projection::Projection;
use crate::scene::{Mark, Segment, Stroke};
use crate::speech::{Speech, Word};
use crate::style::Theme;
use crate::view::{Camera, ScreenPoint};
use serde::Serialize;

/// Side of the arrow's box, px.
pub const SIDE_PX: f64 = 34.0;

/// An arrow to the north.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct North {
    /// What it is drawn as.
    pub swatch: Swatch,
    /// The letter for north.
    pub label: String,
    /// Where it is, as a sentence to be heard.
    pub spoken: String,
    /// Clockwise from the top.
    pub angle_rad: f64,
}

/// North where the arrow stands, if the map needs one: where it is off the top by more than two
/// degrees at the middle of the box, or by more than thirty anywhere in it.
pub fn north(
    projection: &Projection,
    camera: &Camera,
    stands_at: ScreenPoint,
    theme: &Theme,
    speech: &Speech,
) -> Option<North> {
    const OFF_AT_MIDDLE_RAD: f64 = 2.0 * std::f64::consts::PI / 180.0;
    const OFF_ANYWHERE_RAD: f64 = 30.0 * std::f64::consts::PI / 180.0;
    let angle_at = |point: ScreenPoint| {
        let position = projection.inverse(camera.to_map(point))?;
        Some(projection.north_angle_rad(position))
    };
    let (width, height) = (camera.width_px, camera.height_px);
    let is_off = |(x, y): (f64, f64), most_rad: f64| {
        let angle = angle_at(ScreenPoint::new(x * width, y * height));
        angle.is_some_and(|angle| angle.abs() > most_rad)
    };
    const EDGE: [(f64, f64); 8] = [
        (0.0, 0.0),
        (0.5, 0.0),
        (1.0, 0.0),
        (0.0, 0.5),
        (1.0, 0.5),
        (0.0, 1.0),
        (0.5, 1.0),
        (1.0, 1.0),
    ];
    let needs_one = is_off((0.5, 0.5), OFF_AT_MIDDLE_RAD)
        || EDGE.into_iter().any(|at| is_off(at, OFF_ANYWHERE_RAD));
    let angle_rad = angle_at(stands_at).filter(|_| needs_one)?;
    let label = speech.word(Word::North).to_owned();
    let spoken = spoken(speech, angle_rad);
    Some(North { swatch: arrow(angle_rad, theme), label, spoken, angle_rad })
}

fn spoken(speech: &Speech, angle_rad: f64) -> String {
    let degrees = angle_rad.to_degrees().round();
    let word = match () {
        () if degrees < 0.0 => Word::NorthLeft,
        () if degrees > 0.0 => Word::NorthRight,
        () => Word::NorthUp,
    };
    speech.sentence(word, &[&speech.locale.number(degrees.abs())])
}

/// A needle in a ring.
fn arrow(angle_rad: f64, theme: &Theme) -> Swatch {
    const RING_PX: f64 = SIDE_PX / 2.0 - 1.0;
    const REACH_PX: f64 = RING_PX - 3.0;
    let (sin, cos) = libm::sincos(angle_rad);
    let middle = ScreenPoint::new(SIDE_PX / 2.0, SIDE_PX / 2.0);
    let at = |along: f64| middle.offset(sin * along, -cos * along);
    let shaft = vec![Segment::Move(at(-REACH_PX)), Segment::Line(at(REACH_PX / 2.0))];
    let marks = vec![
        Mark {
            outline: disc(middle, RING_PX),
            fill: Some(theme.paper),
            stroke: Some(Stroke::solid(theme.secondary_text, 1.0)),
        },
        Mark::stroked(shaft, Stroke::solid(theme.text, 1.4)),
        Mark::filled(arrowhead(at(REACH_PX), (sin, -cos), REACH_PX, 9.0), theme.text),
    ];
    Swatch { width_px: SIDE_PX, height_px: SIDE_PX, marks }
}
