//! Cutting to a window of longitudes and latitudes: the meridian opposite to the map's centre,
//! and the latitudes beyond which a projection makes no sense. Sutherland and Hodgman's (1974) cut
//! along one side after the other; but what a side cuts in pieces stays in pieces, each closed
//! along the side between two neighbouring crossings, so that no edge runs back and forth on it.

use super::longitude::unwrap;
use super::runs::{close, kept_runs};
use crate::sorted::sort_by;
use geo::Coord;

/// All positions between two meridians a full turn apart and two parallels, degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    west: f64,
    south: f64,
    north: f64,
}

/// One side of a window: what lies on one side of a meridian or parallel is kept.
#[derive(Clone, Copy)]
struct Side {
    at: f64,
    is_meridian: bool,
    keeps_greater: bool,
}

impl Window {
    /// The window about a central meridian between two latitudes.
    pub fn about(central_lon: f64, [south, north]: [f64; 2]) -> Self {
        Self { west: central_lon - 180.0, south, north }
    }

    /// The window's edge, degrees: a closed ring.
    pub fn edge(&self) -> Vec<Coord> {
        let (west, east) = (self.west, self.west + 360.0);
        let corners = [(west, self.south), (east, self.south), (east, self.north)];
        let rest = [(west, self.north), (west, self.south)];
        corners.into_iter().chain(rest).map(|(x, y)| Coord { x, y }).collect()
    }

    /// A latitude brought within the window.
    pub fn nearest_latitude(&self, lat: f64) -> f64 {
        lat.max(self.south).min(self.north)
    }

    fn sides(&self) -> [Side; 4] {
        let side = |at, is_meridian, keeps_greater| Side { at, is_meridian, keeps_greater };
        [
            side(self.west, true, true),
            side(self.west + 360.0, true, false),
            side(self.south, false, true),
            side(self.north, false, false),
        ]
    }

    /// A closed ring cut to the window: none, one or several closed rings, whose longitudes lie
    /// within the window (and so may lie beyond ±180). A ring that goes round a pole is taken to
    /// hold the pole on its side of the equator.
    pub fn clip_ring(&self, ring: &[Coord]) -> Vec<Vec<Coord>> {
        let ring = self.closed_in_plane(unwrap(ring));
        self.clip(&ring, |side, part| side.clip_ring(part))
    }

    /// The stretches of a line within the window.
    pub fn clip_line(&self, line: &[Coord]) -> Vec<Vec<Coord>> {
        let mut stretches = self.clip(&unwrap(line), |side, part| side.clip_line(part));
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }

    /// Cuts every copy of a shape, a full turn apart, that reaches into the window.
    fn clip(
        &self,
        points: &[Coord],
        cut: impl Fn(Side, &[Coord]) -> Vec<Vec<Coord>>,
    ) -> Vec<Vec<Coord>> {
        let east_most = points.iter().fold(f64::NEG_INFINITY, |most, p| most.max(p.x));
        let west_most = points.iter().fold(f64::INFINITY, |least, p| least.min(p.x));
        let mut kept = Vec::new();
        let mut turn = ((self.west - east_most) / 360.0).ceil();
        while west_most + 360.0 * turn <= self.west + 360.0 {
            let shift = 360.0 * turn;
            let mut parts: Vec<Vec<Coord>> =
                vec![points.iter().map(|p| Coord { x: p.x + shift, y: p.y }).collect()];
            for side in self.sides() {
                if parts.iter().flatten().any(|p| !side.holds(*p)) {
                    parts = parts.iter().flat_map(|part| cut(side, part)).collect();
                }
            }
            kept.append(&mut parts);
            turn += 1.0;
        }
        kept
    }

    /// A ring round a pole, whose end is a full turn from its start, closed over the pole. It is
    /// opened where it crosses the window's edge nearest to that pole, so that the way to the pole
    /// and back runs along the edge and crosses nothing.
    fn closed_in_plane(&self, ring: Vec<Coord>) -> Vec<Coord> {
        let (Some(first), Some(last)) = (ring.first(), ring.last()) else { return ring };
        let turn = last.x - first.x;
        if turn.abs() < 180.0 {
            return ring;
        }
        let mean_lat = ring.iter().map(|p| p.y).sum::<f64>();
        let pole = if mean_lat < 0.0 { -90.0 } else { 90.0 };
        let mut best: Option<(usize, Coord)> = None;
        for (index, edge) in ring.windows(2).enumerate() {
            let &[a, b] = edge else { continue };
            let at = self.west + 360.0 * ((a.x.max(b.x) - self.west) / 360.0).floor();
            if a.x == b.x || at < a.x.min(b.x) {
                continue;
            }
            let crossing = Side { at, is_meridian: true, keeps_greater: true }.crossing(a, b);
            if best.is_none_or(|(_, best)| (pole - crossing.y).abs() < (pole - best.y).abs()) {
                best = Some((index, crossing));
            }
        }
        let Some((index, start)) = best else { return ring };
        let mut opened = vec![start];
        opened.extend(ring.iter().skip(index + 1));
        // The point where the ring was closed stands once.
        opened.extend(ring.iter().take(index + 1).skip(1).map(|p| Coord { x: p.x + turn, y: p.y }));
        let end = Coord { x: start.x + turn, y: start.y };
        opened.extend([end, Coord { x: end.x, y: pole }, Coord { x: start.x, y: pole }, start]);
        opened
    }
}

impl Side {
    fn across(self, p: Coord) -> f64 {
        if self.is_meridian { p.x } else { p.y }
    }

    fn along(self, p: Coord) -> f64 {
        if self.is_meridian { p.y } else { p.x }
    }

    /// Whether a point is on the kept side or on the cut itself.
    fn holds(self, p: Coord) -> bool {
        if self.keeps_greater { self.across(p) >= self.at } else { self.across(p) <= self.at }
    }

    fn is_inside(self, p: Coord) -> bool {
        self.holds(p) && self.across(p) != self.at
    }

    fn crossing(self, a: Coord, b: Coord) -> Coord {
        let t = (self.at - self.across(a)) / (self.across(b) - self.across(a));
        let along = self.along(a) + (self.along(b) - self.along(a)) * t;
        if self.is_meridian {
            Coord { x: self.at, y: along }
        } else {
            Coord { x: along, y: self.at }
        }
    }

    fn clip_ring(self, ring: &[Coord]) -> Vec<Vec<Coord>> {
        let is_inside = |p: Coord| self.is_inside(p);
        let Some(runs) = kept_runs(ring, is_inside, |a, b| self.crossing(a, b)) else {
            return vec![ring.to_vec()];
        };
        let mut ends: Vec<(f64, usize)> = Vec::new();
        for (index, run) in runs.iter().enumerate() {
            for (end, point) in [(2 * index, run.first()), (2 * index + 1, run.last())] {
                ends.extend(point.map(|point| (self.along(*point), end)));
            }
        }
        sort_by(&mut ends, |(a, _), (b, _)| a.total_cmp(b));
        // The cut is in the ring between its first crossing and its second, and so on.
        let pairs: Vec<(usize, usize)> = ends
            .chunks_exact(2)
            .filter_map(|pair| match pair {
                [(_, a), (_, b)] => Some((*a, *b)),
                _ => None,
            })
            .collect();
        close(&runs, &pairs, |_, _, _| {})
    }

    fn clip_line(self, line: &[Coord]) -> Vec<Vec<Coord>> {
        let mut stretches = Vec::new();
        let mut stretch: Vec<Coord> = Vec::new();
        let mut previous: Option<Coord> = None;
        for point in line.iter().copied() {
            if let Some(previous) = previous
                && self.holds(previous) != self.holds(point)
            {
                stretch.push(self.crossing(previous, point));
            }
            if self.holds(point) {
                stretch.push(point);
            } else if !stretch.is_empty() {
                stretches.push(std::mem::take(&mut stretch));
            }
            previous = Some(point);
        }
        stretches.push(stretch);
        stretches
    }
}
