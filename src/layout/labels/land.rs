//! An area as far as it is in sight, and the places in it where a name fits.

use super::placer::Candidate;
use super::pole::pole;
use crate::project::MapPath;
use crate::projection::MapPoint;
use crate::sorted::sort_by;
use crate::view::{Bounds, Camera, ScreenPoint};

/// Of the width of a line of text, how much lies within the land: the halo and the room about a name
/// may reach over the border.
const INSIDE: f64 = 0.94;
/// Rings of less are no land to write on.
const LEAST_AREA_PX2: f64 = 30.0;

/// Whether a line of text of a width may lie within land of a width.
pub fn may_hold(land_px: f64, width_px: f64) -> bool {
    land_px >= width_px * INSIDE
}

/// The outline of an area on the screen, cut at the edge of what is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// Closed rings, px; inside is what an odd number of them holds.
    rings: Vec<Vec<ScreenPoint>>,
    /// Box around its largest ring, px.
    bounds: Bounds,
}

impl Land {
    /// The part of an area that lies in a box of the screen; `None` when there is next to nothing.
    pub fn in_sight(path: &MapPath, camera: &Camera, frame: &Bounds) -> Option<Self> {
        let least_km2 = LEAST_AREA_PX2 / (camera.px_per_km * camera.px_per_km);
        let visible = camera.visible();
        let runs = path.runs.iter().zip(&path.boxes);
        let rings = runs
            .filter(|(_, own)| own.overlaps(&visible) && own.width() * own.height() > least_km2)
            .map(|(run, _)| clipped(run.iter().map(|p| camera.to_screen(*p)), frame));
        Self::of_rings(rings.collect())
    }

    /// The same for an area of one closed run, km.
    pub fn of_run(run: &[MapPoint], camera: &Camera, frame: &Bounds) -> Option<Self> {
        Self::of_rings(vec![clipped(run.iter().map(|p| camera.to_screen(*p)), frame)])
    }

    /// An area of closed rings, px.
    pub fn of_rings(rings: Vec<Vec<ScreenPoint>>) -> Option<Self> {
        let mut rings = rings;
        rings.retain(|ring| ring.len() > 2 && area(ring) > LEAST_AREA_PX2);
        let largest = rings.iter().max_by(|a, b| area(a).total_cmp(&area(b)))?;
        let mut bounds = Bounds::EMPTY;
        largest.iter().for_each(|p| bounds.include(p.x, p.y));
        // Holes and islands near the largest part matter, other parts do not.
        rings.retain(|ring| ring.iter().any(|p| bounds.contains(p.x, p.y)));
        Some(Self { rings, bounds })
    }

    /// Box around its largest part, px.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether a point lies in it.
    pub fn contains(&self, at: ScreenPoint) -> bool {
        is_inside(&self.rings, at)
    }

    /// The best middle for a text `proportion` times as wide as high: the middle of the largest
    /// ellipse of that shape, upright or level, that the land holds.
    pub fn middle(&self, proportion: f64) -> Option<ScreenPoint> {
        // Of the land's shorter side: a name is not put more precisely, and details of the outline
        // that are finer do not matter.
        const PRECISION: f64 = 0.06;
        const DETAIL: f64 = 0.02;
        let side_px = (self.bounds.width() / proportion).min(self.bounds.height());
        let squeezed: Vec<Vec<ScreenPoint>> = self
            .rings
            .iter()
            .map(|ring| {
                thinned(
                    ring.iter().map(|p| ScreenPoint::new(p.x / proportion, p.y)),
                    side_px * DETAIL,
                )
            })
            .collect();
        let (at, _) = pole(&squeezed, (side_px * PRECISION).max(1.0))?;
        Some(ScreenPoint::new(at.x * proportion, at.y))
    }

    /// How wide the land is about a point over the height of a line of text, px.
    pub fn width_at(&self, at: ScreenPoint, height_px: f64) -> f64 {
        let spans = self.spans(&[at.y], height_px).into_iter().flatten();
        let here = spans.into_iter().find(|(left, right)| *left <= at.x && at.x <= *right);
        here.map_or(0.0, |(left, right)| right - left)
    }

    /// Where the land holds a line of text of a height, row by row from the top.
    pub fn rows(&self, height_px: f64) -> Rows {
        const LEAST_STEP_PX: f64 = 8.0;
        const MOST_ROWS: f64 = 24.0;
        let step_px = (self.bounds.height() / MOST_ROWS).max(LEAST_STEP_PX);
        let mut ys = Vec::new();
        let mut y = self.bounds.top + step_px / 2.0;
        while y < self.bounds.bottom {
            ys.push(y);
            y += step_px;
        }
        let spans = self.spans(&ys, height_px);
        Rows { rows: ys.into_iter().zip(spans).collect(), width_px: self.bounds.width() }
    }

    /// Candidates for a text of a size just outside, cheaper the nearer they are to the middle.
    pub fn beside(&self, size_px: (f64, f64)) -> Vec<Candidate> {
        const STEP_PX: f64 = 12.0;
        const NEAR_PX: f64 = 7.0;
        const PX_PER_COST: f64 = 25.0;
        const MOST_STEPS: f64 = 16.0;
        let (x, y) = self.bounds.centre();
        let middle = ScreenPoint::new(x, y);
        let reach_x = ((self.bounds.width() + size_px.0) / 2.0 / STEP_PX + 1.0).min(MOST_STEPS);
        let reach_y = ((self.bounds.height() + size_px.1) / 2.0 / STEP_PX + 1.0).min(MOST_STEPS);
        let holds = |part: &Bounds| self.rings.iter().flatten().any(|p| part.contains(p.x, p.y));
        let mut candidates = Vec::new();
        let mut row = -reach_y;
        while row <= reach_y {
            let mut column = -reach_x;
            while column <= reach_x {
                let at = middle.offset(column * STEP_PX, row * STEP_PX);
                let (left, top) = (at.x - size_px.0 / 2.0, at.y - size_px.1 / 2.0);
                let part = Bounds::of_size(left, top, size_px.0, size_px.1);
                if holds(&part.grown(NEAR_PX)) && !holds(&part) && !self.contains(at) {
                    candidates.push(Candidate::level(at, middle.distance(at) / PX_PER_COST));
                }
                column += 1.0;
            }
            row += 1.0;
        }
        candidates
    }

    /// Where the land holds a whole line of text about each of some heights, from the top down: from
    /// left to right.
    fn spans(&self, ys: &[f64], height_px: f64) -> Vec<Vec<(f64, f64)>> {
        // Letters leave the top and the bottom of their line free.
        const INK: f64 = 0.4;
        let reach = height_px * INK;
        let mut spans = self.crossings(ys, 0.0);
        for off in [-reach, reach] {
            for (spans, others) in spans.iter_mut().zip(self.crossings(ys, off)) {
                let mut both = Vec::new();
                for (left, right) in spans.iter() {
                    for (l, r) in &others {
                        let (left, right) = (left.max(*l), right.min(*r));
                        if left < right {
                            both.push((left, right));
                        }
                    }
                }
                *spans = both;
            }
        }
        spans
    }

    /// Where level lines lie inside, so far off each of some heights, from the top down.
    fn crossings(&self, ys: &[f64], off: f64) -> Vec<Vec<(f64, f64)>> {
        let mut lines: Vec<(f64, Vec<f64>)> = ys.iter().map(|y| (y + off, Vec::new())).collect();
        for ring in &self.rings {
            let mut from = ring.last().copied().unwrap_or_default();
            // How many lines lie above: from one point to the next few are crossed, mostly none.
            let mut above = lines.partition_point(|(y, _)| *y < from.y);
            for to in ring {
                let cross = |(y, at): &mut (f64, Vec<f64>)| {
                    let x = from.x + (to.x - from.x) * (*y - from.y) / (to.y - from.y);
                    at.insert(at.partition_point(|other| *other < x), x);
                };
                while let Some(line) = lines.get_mut(above).filter(|(y, _)| *y < to.y) {
                    cross(line);
                    above += 1;
                }
                while let Some(line) =
                    lines.get_mut(above.wrapping_sub(1)).filter(|(y, _)| *y >= to.y)
                {
                    cross(line);
                    above -= 1;
                }
                from = *to;
            }
        }
        let pair = |ends: &[f64]| match ends {
            [left, right] => Some((*left, *right)),
            _ => None,
        };
        let inside = |at: Vec<f64>| at.chunks_exact(2).filter_map(pair).collect();
        lines.into_iter().map(|(_, at)| inside(at)).collect()
    }
}

/// Where an area holds a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// For the middle of a line, from left to right where it lies inside, px.
    rows: Vec<(f64, Vec<(f64, f64)>)>,
    /// How wide the area is.
    width_px: f64,
}

impl Rows {
    /// Whether one of them may hold a text of a width.
    pub fn may_hold(&self, width_px: f64) -> bool {
        let mut spans = self.rows.iter().flat_map(|(_, spans)| spans);
        spans.any(|(left, right)| may_hold(right - left, width_px))
    }

    /// Candidates for a text of a width within the land, cheaper the nearer they are to `ideal`.
    pub fn candidates(&self, ideal: ScreenPoint, width_px: f64) -> Vec<Candidate> {
        const COLUMN_PX: f64 = 16.0;
        const MOST_COLUMNS: f64 = 8.0;
        // In a large land a name may be further from where it would be best.
        const PX_PER_COST: f64 = 16.0;
        const WIDTH_PER_COST: f64 = 1.0 / 18.0;
        let px_per_cost = (self.width_px * WIDTH_PER_COST).max(PX_PER_COST);
        let half = width_px * INSIDE / 2.0;
        let mut candidates = Vec::new();
        let mut add = |x: f64, y: f64| {
            let at = ScreenPoint::new(x, y);
            candidates.push(Candidate::level(at, ideal.distance(at) / px_per_cost));
        };
        for (y, spans) in &self.rows {
            for (left, right) in spans {
                let (low, high) = (left + half, right - half);
                if low > high {
                    continue;
                }
                let nearest = ideal.x.max(low).min(high);
                add(nearest, *y);
                let column_px = ((high - low) / MOST_COLUMNS).max(COLUMN_PX);
                let mut step = column_px;
                while step <= high - low {
                    if nearest + step <= high {
                        add(nearest + step, *y);
                    }
                    if nearest - step >= low {
                        add(nearest - step, *y);
                    }
                    step += column_px;
                }
            }
        }
        sort_by(&mut candidates, |a, b| a.cost.total_cmp(&b.cost));
        candidates
    }
}

/// Whether a point lies in closed rings, by the even-odd rule.
fn is_inside(rings: &[Vec<ScreenPoint>], at: ScreenPoint) -> bool {
    let mut inside = false;
    for ring in rings {
        let mut from = ring.last().copied().unwrap_or_default();
        for to in ring {
            if (from.y > at.y) != (to.y > at.y)
                && at.x < from.x + (to.x - from.x) * (at.y - from.y) / (to.y - from.y)
            {
                inside = !inside;
            }
            from = *to;
        }
    }
    inside
}

/// Area of a ring, whichever way it runs (the shoelace formula).
fn area(ring: &[ScreenPoint]) -> f64 {
    let mut twice = 0.0;
    let mut from = ring.last().copied().unwrap_or_default();
    for to in ring {
        twice += from.x * to.y - to.x * from.y;
        from = *to;
    }
    (twice / 2.0).abs()
}

/// A ring cut at a box, without points that are hardly apart.
fn clipped(ring: impl Iterator<Item = ScreenPoint>, frame: &Bounds) -> Vec<ScreenPoint> {
    const APART_PX: f64 = 1.5;
    let points = thinned(ring, APART_PX);
    let mut around = Bounds::EMPTY;
    points.iter().for_each(|p| around.include(p.x, p.y));
    if !around.overlaps(frame) {
        return Vec::new();
    }
    let is_within =
        frame.contains(around.left, around.top) && frame.contains(around.right, around.bottom);
    if is_within { points } else { frame.cut_ring(points) }
}

/// Points of a ring without those that are hardly apart from the one before.
fn thinned(ring: impl Iterator<Item = ScreenPoint>, apart_px: f64) -> Vec<ScreenPoint> {
    let mut points: Vec<ScreenPoint> = Vec::new();
    for point in ring {
        let is_near =
            |last: &ScreenPoint| (last.x - point.x).abs().max((last.y - point.y).abs()) < apart_px;
        if !points.last().is_some_and(is_near) {
            points.push(point);
        }
    }
    points
}
