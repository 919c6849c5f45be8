//! What of a path of the map comes near the screen.

use crate::project::MapPath;
use crate::view::{Bounds, Camera, ScreenPoint};

/// The runs of a path, px, cut to the screen and a margin: strokes that follow the cut of a ring are
/// out of sight. Rings by Sutherland and Hodgman (1974); what they keep in one piece along the cut
/// is filled as it would be in several.
pub(super) fn visible_runs(path: &MapPath, camera: &Camera) -> Vec<Vec<ScreenPoint>> {
    const MARGIN_PX: f64 = 20.0;
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px).grown(MARGIN_PX);
    let mut runs = Vec::new();
    for run in &path.runs {
        let points: Vec<ScreenPoint> = run.iter().map(|point| camera.to_screen(*point)).collect();
        let mut bounds = Bounds::EMPTY;
        for point in &points {
            bounds.include(point.x, point.y);
        }
        if !bounds.overlaps(&frame) {
            continue;
        }
        let is_inside =
            frame.contains(bounds.left, bounds.top) && frame.contains(bounds.right, bounds.bottom);
        if is_inside {
            runs.push(points);
        } else if path.closed {
            runs.push(frame.cut_ring(points));
        } else {
            cut_line(&points, &frame, &mut runs);
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

fn cut_line(line: &[ScreenPoint], frame: &Bounds, runs: &mut Vec<Vec<ScreenPoint>>) {
    let mut run: Vec<ScreenPoint> = Vec::new();
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let kept = frame.clip((from.x, from.y), (to.x, to.y));
        let Some([start, end]) = kept.map(|ends| ends.map(|(x, y)| ScreenPoint::new(x, y))) else {
            continue;
        };
        if run.last() != Some(&start) {
            runs.push(std::mem::replace(&mut run, vec![start]));
        }
        run.push(end);
    }
    runs.push(run);
}
