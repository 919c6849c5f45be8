//! The scale bar: a round length, true where the map's middle is.

use super::swatch::Swatch;
use crate::projection::Projection;
use crate::scene::{Mark, Segment, Stroke};
use crate::speech::{Length, Speech, Word};
use crate::style::Theme;
use crate::view::{Camera, ScreenPoint};
use serde::Serialize;

/// A scale bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScaleBar {
    /// What it is drawn as.
    pub swatch: Swatch,
    /// The length that it stands for.
    pub label: String,
    /// The same as a sentence to be heard.
    pub spoken: String,
}

/// Height of a bar with its ends, px.
const TALL_PX: f64 = 7.0;
const STROKE_PX: f64 = 1.4;

/// The longest round length that takes at most `most_px` at the middle of the box; nothing where
/// the projection shows no ground there.
pub fn scale_bar(
    projection: &Projection,
    camera: &Camera,
    most_px: f64,
    theme: &Theme,
    speech: &Speech,
) -> Option<ScaleBar> {
    let px_per_km = camera.px_per_km * projection.scale_at(projection.inverse(camera.centre)?);
    let km = round_length(most_px / px_per_km)?;
    let swatch = bar(km * px_per_km, theme);
    let spoken = speech.sentence(Word::ScaleSaid, &[&speech.locale.km(km, Length::Words)]);
    Some(ScaleBar { swatch, label: speech.locale.km(km, Length::Short), spoken })
}

/// The greatest of 1, 2, 5, 10, 20, … that is not greater.
pub fn round_length(most: f64) -> Option<f64> {
    if !(most > 0.0 && most.is_finite()) {
        return None;
    }
    let decade = libm::pow(10.0, libm::floor(libm::log10(most)));
    // A logarithm may come out a little too large.
    let round = [5.0, 2.0, 1.0, 0.5].into_iter().map(|step| step * decade);
    round.into_iter().find(|length| *length <= most)
}

/// A line with a stroke up at both ends and a shorter one in its middle.
fn bar(length_px: f64, theme: &Theme) -> Swatch {
    let inset = STROKE_PX / 2.0;
    let p = ScreenPoint::new;
    let foot = TALL_PX - inset;
    let (left, right) = (inset, inset + length_px);
    let middle = f64::midpoint(left, right);
    let outline = vec![
        Segment::Move(p(left, 0.0)),
        Segment::Line(p(left, foot)),
        Segment::Line(p(right, foot)),
        Segment::Line(p(right, 0.0)),
        Segment::Move(p(middle, TALL_PX / 2.0)),
        Segment::Line(p(middle, foot)),
    ];
    let marks = vec![Mark::stroked(outline, Stroke::solid(theme.text, STROKE_PX))];
    Swatch { width_px: length_px + STROKE_PX, height_px: TALL_PX, marks }
}
