//! Clipping to a spherical cap, so that nothing comes near a projection's antipode, where
//! shapes would turn inside out. Sutherland and Hodgman's (1974) clip against one plane, done
//! on the sphere: a small circle is where a plane cuts it.

use geo::Coord;

/// All points within an angle of a centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cap {
    centre: [f64; 3],
    cos_radius: f64,
    radius_rad: f64,
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
        let radius_rad = radius_deg.to_radians();
        Self { centre: unit_vector(centre), cos_radius: libm::cos(radius_rad), radius_rad }
    }

    /// Whether a position lies in the cap.
    pub fn contains(&self, position: Coord) -> bool {
        self.height(unit_vector(position)) >= 0.0
    }

    /// A closed ring, degrees, cut to the cap. The cut runs along the cap's edge. Empty if nothing
    /// is left. A ring that goes round more than half of the edge is closed on the shorter side.
    pub fn clip_ring(&self, ring: &[Coord]) -> Vec<Coord> {
        let mut kept: Vec<[f64; 3]> = Vec::new();
        let mut left_at: Option<[f64; 3]> = None;
        let points: Vec<[f64; 3]> = ring.iter().copied().map(unit_vector).collect();
        // Start outside, so that every stretch inside is met whole.
        let Some(start) = points.iter().position(|p| self.height(*p) < 0.0) else {
            return ring.to_vec();
        };
        let open = points.len().saturating_sub(1).max(1);
        let mut previous = points.get(start).copied().unwrap_or_default();
        let mut first_entry = None;
        for step in 1..=open {
            let current = points.get((start + step) % open).copied().unwrap_or_default();
            match (self.height(previous) >= 0.0, self.height(current) >= 0.0) {
                (false, true) => {
                    let entry = self.crossing(previous, current);
                    match left_at.take() {
                        Some(exit) => self.along_edge(exit, entry, &mut kept),
                        None => first_entry = Some(entry),
                    }
                    kept.extend([entry, current]);
                }
                (true, true) => kept.push(current),
                (true, false) => {
                    let exit = self.crossing(previous, current);
                    kept.push(exit);
                    left_at = Some(exit);
                }
                (false, false) => {}
            }
            previous = current;
        }
        if let (Some(exit), Some(entry)) = (left_at, first_entry) {
            self.along_edge(exit, entry, &mut kept);
            kept.push(entry);
        }
        kept.into_iter().map(position).collect()
    }

    /// The stretches of a line, degrees, that lie in the cap.
    pub fn clip_line(&self, line: &[Coord]) -> Vec<Vec<Coord>> {
        let mut stretches = Vec::new();
        let mut stretch: Vec<Coord> = Vec::new();
        let mut previous: Option<[f64; 3]> = None;
        for point in line {
            let current = unit_vector(*point);
            let inside = self.height(current) >= 0.0;
            if let Some(previous) = previous
                && (self.height(previous) >= 0.0) != inside
            {
                stretch.push(position(self.crossing(previous, current)));
            }
            if inside {
                stretch.push(*point);
            } else if !stretch.is_empty() {
                stretches.push(std::mem::take(&mut stretch));
            }
            previous = Some(current);
        }
        stretches.push(stretch);
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }

    /// Height above the plane that cuts the cap off; negative outside.
    fn height(&self, p: [f64; 3]) -> f64 {
        dot(p, self.centre) - self.cos_radius
    }

    /// Where the edge between two points, one inside and one outside, crosses the cap's edge.
    fn crossing(&self, a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
        let (height_a, height_b) = (self.height(a), self.height(b));
        let t = height_a / (height_a - height_b);
        self.onto_edge(add(scale(a, 1.0 - t), scale(b, t)))
    }

    /// The point of the cap's edge nearest to a direction.
    fn onto_edge(&self, p: [f64; 3]) -> [f64; 3] {
        let side = add(p, scale(self.centre, -dot(p, self.centre)));
        let length = dot(side, side).sqrt();
        if length == 0.0 {
            return p;
        }
        let (sin_radius, cos_radius) = libm::sincos(self.radius_rad);
        add(scale(self.centre, cos_radius), scale(side, sin_radius / length))
    }

    /// Points along the cap's edge from one of its points to another, the ends left out.
    fn along_edge(&self, from: [f64; 3], to: [f64; 3], points: &mut Vec<[f64; 3]>) {
        const STEP_RAD: f64 = 0.03;
        let angle = libm::acos(dot(from, to).clamp(-1.0, 1.0));
        let steps = (1..).take_while(|step| f64::from(*step) * STEP_RAD < angle);
        for step in steps {
            let t = f64::from(step) * STEP_RAD / angle;
            points.push(self.onto_edge(add(scale(from, 1.0 - t), scale(to, t))));
        }
    }
}

fn position([x, y, z]: [f64; 3]) -> Coord {
    Coord { x: libm::atan2(y, x).to_degrees(), y: libm::atan2(z, libm::hypot(x, y)).to_degrees() }
}

fn dot([ax, ay, az]: [f64; 3], [bx, by, bz]: [f64; 3]) -> f64 {
    ax * bx + ay * by + az * bz
}

fn add([ax, ay, az]: [f64; 3], [bx, by, bz]: [f64; 3]) -> [f64; 3] {
    [ax + bx, ay + by, az + bz]
}

fn scale([x, y, z]: [f64; 3], by: f64) -> [f64; 3] {
    [x * by, y * by, z * by]
}
