//! Small arrows along a line, that say which way things go.

use crate::project::MapPath;
use crate::view::{Bounds, Camera, ScreenPoint};

/// A place on a line: where, and the unit direction there.
pub type Mark = (ScreenPoint, (f64, f64));

/// Marks every `spacing_px` along the visible part of a path.
pub fn along(path: &MapPath, camera: &Camera, spacing_px: f64) -> Vec<Mark> {
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
    let mut marks = Vec::new();
    for run in &path.runs {
        let mut until_next = spacing_px / 2.0;
        let mut previous: Option<ScreenPoint> = None;
        for point in run {
            let point = camera.to_screen(*point);
            if let Some(from) = previous {
                let length = from.distance(point);
                let mut segment = Bounds::EMPTY;
                segment.include(from.x, from.y);
                segment.include(point.x, point.y);
                if segment.overlaps(&frame) {
                    let mut at = until_next;
                    while at < length {
                        let mark = from.towards(point, at / length);
                        if frame.contains(mark.x, mark.y) {
                            let direction =
                                ((point.x - from.x) / length, (point.y - from.y) / length);
                            marks.push((mark, direction));
                        }
                        at += spacing_px;
                    }
                    until_next = at - length;
                } else {
                    until_next = spacing_px - (length - until_next).rem_euclid(spacing_px);
                }
            }
            previous = Some(point);
        }
    }
    marks
}
