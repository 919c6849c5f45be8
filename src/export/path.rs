//! Outlines as SVG path data.

use super::visible::visible_runs;
use crate::project::MapPath;
use crate::scene::Segment;
use crate::view::{Camera, ScreenPoint};

/// Writes a number rounded to a hundredth, without trailing zeros.
///
/// Not by `f64`'s own formatting, which would write all digits and weigh more.
pub(super) fn number(out: &mut String, value: f64) {
    const LARGEST: f64 = 1e9;
    #[allow(clippy::cast_possible_truncation, reason = "clamped; not a number becomes 0")]
    let hundredths = (value.clamp(-LARGEST, LARGEST) * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    out.push_str(&whole.to_string());
    if rest > 0 {
        out.push('.');
        let digit = |n: u64| char::from(b'0' + u8::try_from(n % 10).unwrap_or_default());
        out.push(digit(rest / 10));
        if rest % 10 > 0 {
            out.push(digit(rest));
        }
    }
}

fn pair(out: &mut String, command: char, point: ScreenPoint) {
    out.push(command);
    number(out, point.x);
    out.push(' ');
    number(out, point.y);
}

/// An outline, px, as the `d` of an SVG path.
pub fn path_data(outline: &[Segment]) -> String {
    let mut d = String::new();
    for segment in outline {
        match *segment {
            Segment::Move(p) => pair(&mut d, 'M', p),
            Segment::Line(p) => pair(&mut d, 'L', p),
            Segment::Quad(control, p) => {
                pair(&mut d, 'Q', control);
                pair(&mut d, ' ', p);
            }
            Segment::Circle(centre, radius) => {
                pair(&mut d, 'M', centre.offset(-radius, 0.0));
                // Two half circles: an arc from a point to itself is none.
                for x in [2.0 * radius, -2.0 * radius] {
                    d.push('a');
                    number(&mut d, radius);
                    d.push(' ');
                    number(&mut d, radius);
                    d.push_str(" 0 1 1 ");
                    number(&mut d, x);
                    d.push_str(" 0");
                }
            }
            Segment::Close => d.push('Z'),
        }
    }
    d
}

/// What of a map path comes near the screen, as the `d` of an SVG path in px. Points that are so
/// near to the last one that nobody sees it are left out; the rest are told from one to the next,
/// which takes fewer digits.
pub(super) fn map_path_data(path: &MapPath, camera: &Camera) -> String {
    const NEAR_PX: f64 = 0.4;
    let tenth = |px: f64| (px * 10.0).round() / 10.0;
    let mut d = String::new();
    for run in visible_runs(path, camera) {
        // The last point, as it is and as it is written.
        let mut last: Option<[ScreenPoint; 2]> = None;
        let end = run.len() - 1;
        for (index, at) in run.into_iter().enumerate() {
            let is_end = index == end && !path.closed;
            if last.is_none_or(|[last, _]| is_end || last.distance(at) >= NEAR_PX) {
                let rounded = ScreenPoint::new(tenth(at.x), tenth(at.y));
                match last {
                    None => pair(&mut d, 'M', rounded),
                    Some([_, last]) => pair(&mut d, 'l', rounded.offset(-last.x, -last.y)),
                }
                last = Some([at, rounded]);
            }
        }
        if path.closed {
            d.push('Z');
        }
    }
    d
}
