//! Clipping to a spherical cap, so that nothing comes near a projection's antipode, where shapes
//! would turn inside out. A ring that the edge cuts in pieces is closed along the edge, as
//! Sutherland and Hodgman (1974) do along a straight one.

use super::longitude::unwrap;
use super::runs::{close, kept_runs};
use crate::sorted::sort_by;
use geo::Coord;

/// All points within an angle of a centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cap {
    centre: [f64; 3],
    /// Two directions across the centre's, from which angles around the edge are counted.
    across: [[f64; 3]; 2],
    cos_radius: f64,
    sin_radius: f64,
}

/// A position, degrees, as a point of the unit sphere.
pub fn unit_vector(position: Coord) -> [f64; 3] {
    let (sin_lat, cos_lat) = libm::sincos(position.y.to_radians());
    let (sin_lon, cos_lon) = libm::sincos(position.x.to_radians());
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

impl Cap {
    /// The cap of `radius_deg` about `centre`.
    pub fn new(centre: Coord, radius_deg: f64) -> Self {
        let (sin_radius, cos_radius) = libm::sincos(radius_deg.to_radians());
        let east = unit_vector(Coord { x: centre.x + 90.0, y: 0.0 });
        let north = unit_vector(Coord { x: centre.x, y: centre.y + 90.0 });
        Self { centre: unit_vector(centre), across: [east, north], cos_radius, sin_radius }
    }

    /// The cap's edge, degrees: a closed ring of `count` points.
    pub fn edge(&self, count: u32) -> Vec<Coord> {
        let angle = |step: u32| TURN * f64::from(step % count) / f64::from(count);
        (0..=count).map(|step| self.edge_point(angle(step))).collect()
    }

    /// Whether a position lies in the cap.
    pub fn contains(&self, position: Coord) -> bool {
        self.height(position) >= 0.0
    }

    /// A closed ring, degrees, cut to the cap: none, one or several closed rings. The cuts run along
    /// the cap's edge, on the side on which they are shorter together.
    pub fn clip_ring(&self, ring: &[Coord]) -> Vec<Vec<Coord>> {
        let ring = unwrap(ring);
        let Some(runs) = kept_runs(&ring, |p| self.contains(p), |a, b| self.crossing(a, b)) else {
            return vec![ring];
        };
        let mut ends: Vec<(f64, usize)> = Vec::new();
        for (index, run) in runs.iter().enumerate() {
            for (end, point) in [(2 * index, run.first()), (2 * index + 1, run.last())] {
                ends.extend(point.map(|point| (self.angle(*point), end)));
            }
        }
        sort_by(&mut ends, |(a, _), (b, _)| a.total_cmp(b));
        let round = |ends: &[(f64, usize)]| {
            let pair = |pair: &[(f64, usize)]| match pair {
                [a, b] => Some((a.1, b.1, (b.0 - a.0).rem_euclid(TURN))),
                _ => None,
            };
            ends.chunks_exact(2).filter_map(pair).collect::<Vec<_>>()
        };
        let length = |pairs: &[(usize, usize, f64)]| pairs.iter().map(|pair| pair.2).sum::<f64>();
        let one = round(&ends);
        let second = 1.min(ends.len());
        ends.rotate_left(second);
        let other = round(&ends);
        let pairs = if length(&one) <= length(&other) { one } else { other };
        let pairs: Vec<(usize, usize)> = pairs.into_iter().map(|(a, b, _)| (a, b)).collect();
        let rings = close(&runs, &pairs, |from, to, points| self.along_edge(from, to, points));
        rings.iter().map(|ring| unwrap(ring)).collect()
    }

    /// The stretches of a line, degrees, that lie in the cap.
    pub fn clip_line(&self, line: &[Coord]) -> Vec<Vec<Coord>> {
        let mut stretches = Vec::new();
        let mut stretch: Vec<Coord> = Vec::new();
        let mut previous: Option<Coord> = None;
        for point in unwrap(line) {
            let inside = self.contains(point);
            if let Some(previous) = previous
                && self.contains(previous) != inside
            {
                stretch.push(self.crossing(previous, point));
            }
            if inside {
                stretch.push(point);
            } else if !stretch.is_empty() {
                stretches.push(std::mem::take(&mut stretch));
            }
            previous = Some(point);
        }
        stretches.push(stretch);
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }

    /// Height above the plane that cuts the cap off; negative outside.
    fn height(&self, position: Coord) -> f64 {
        dot(unit_vector(position), self.centre) - self.cos_radius
    }

    /// Where the edge between two positions, one inside and one outside, crosses the cap's edge.
    fn crossing(&self, a: Coord, b: Coord) -> Coord {
        const HALVINGS: u32 = 40;
        // A ring round a pole ends a full turn from its start.
        let b = Coord { x: b.x - 360.0 * ((b.x - a.x) / 360.0).round(), y: b.y };
        let (mut inside, mut outside) = if self.contains(a) { (a, b) } else { (b, a) };
        for _ in 0..HALVINGS {
            let middle = (inside + outside) / 2.0;
            if self.contains(middle) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    }

    /// Where around the cap a position lies, radians from east to north, less than a turn.
    fn angle(&self, position: Coord) -> f64 {
        let [east, north] = self.across.map(|axis| dot(unit_vector(position), axis));
        libm::atan2(north, east).rem_euclid(TURN)
    }

    /// Points along the cap's edge from one of its points to another, the ends left out.
    fn along_edge(&self, from: Coord, to: Coord, points: &mut Vec<Coord>) {
        const STEP_RAD: f64 = 0.03;
        let start = self.angle(from);
        // The shorter way.
        let mut sweep = (self.angle(to) - start).rem_euclid(TURN);
        if sweep > TURN / 2.0 {
            sweep -= TURN;
        }
        let steps = (1..).take_while(|step| f64::from(*step) * STEP_RAD < sweep.abs());
        for step in steps {
            points.push(self.edge_point(start + (f64::from(step) * STEP_RAD).copysign(sweep)));
        }
    }

    /// The point of the cap's edge at an angle around it.
    fn edge_point(&self, angle_rad: f64) -> Coord {
        let (sin, cos) = libm::sincos(angle_rad);
        let [east, north] = self.across;
        let side = add(scale(east, cos), scale(north, sin));
        position(add(scale(self.centre, self.cos_radius), scale(side, self.sin_radius)))
    }
}

const TURN: f64 = 2.0 * std::f64::consts::PI;

/// The position, degrees, of a direction from the earth's centre.
pub(super) fn position([x, y, z]: [f64; 3]) -> Coord {
    Coord { x: libm::atan2(y, x).to_degrees(), y: libm::atan2(z, libm::hypot(x, y)).to_degrees() }
}

fn dot([ax, ay, az]: [f64; 3], [bx, by, bz]: [f64; 3]) -> f64 {
    ax * bx + ay * by + az * bz
}

pub(super) fn add([ax, ay, az]: [f64; 3], [bx, by, bz]: [f64; 3]) -> [f64; 3] {
    [ax + bx, ay + by, az + bz]
}

fn scale([x, y, z]: [f64; 3], by: f64) -> [f64; 3] {
    [x * by, y * by, z * by]
}
