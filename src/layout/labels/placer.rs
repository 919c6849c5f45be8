//! Gives labels their places: the weightiest first, each the cheapest of its candidates that is free.

use super::along::Course;
use super::around::text_parts;
use super::busy::{Busy, Trace};
use super::grid::Grid;
use super::rank::Rank;
use crate::sorted::sort;
use crate::view::{Bounds, ScreenPoint};

/// Where a text may go.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// On a straight line.
    Straight {
        /// Middle of the text, px.
        at: ScreenPoint,
        /// How far it is turned clockwise about its middle.
        angle_rad: f64,
        /// A line from what it names.
        leader: Option<(ScreenPoint, ScreenPoint)>,
    },
    /// Along a curve.
    Curved(Vec<Course>),
}

/// A place and what it costs; 1 is about a step down in Imhof's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Where.
    pub place: Place,
    /// How much worse it is than the best one.
    pub cost: f64,
}

impl Candidate {
    /// A level text about a middle.
    pub fn level(at: ScreenPoint, cost: f64) -> Self {
        Self::turned(at, 0.0, cost)
    }

    /// A text about a middle, turned clockwise.
    pub fn turned(at: ScreenPoint, angle_rad: f64, cost: f64) -> Self {
        Self { place: Place::Straight { at, angle_rad, leader: None }, cost }
    }
}

/// A text, or a way to set it, with its candidates.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// Width and height that it takes, px.
    pub size_px: (f64, f64),
    /// Where it may go.
    pub candidates: Vec<Candidate>,
}

/// A label to place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Its weight.
    pub rank: Rank,
    /// The weight with which it is tried again, now if need be across a flow.
    pub across: Option<Rank>,
    /// What it may say, best first: a worse one is taken only when no better one has a place.
    pub wordings: Vec<Wording>,
    /// A symbol that is drawn only with the label, and wants a free place too.
    pub symbol: Option<Bounds>,
}

/// What of the screen is taken, and what is drawn on.
#[derive(Debug, Clone, PartialEq)]
pub struct Placer {
    frame: Bounds,
    taken: Grid,
    busy: Busy,
}

impl Placer {
    /// An empty screen of a size, with parts that are not free.
    pub fn new(width_px: f64, height_px: f64, obstacles: &[Bounds]) -> Self {
        const EDGE_PX: f64 = 4.0;
        let mut taken = Grid::new(width_px, height_px);
        obstacles.iter().for_each(|part| taken.add(*part));
        Self {
            frame: Bounds::of_size(0.0, 0.0, width_px, height_px).grown(-EDGE_PX),
            taken,
            busy: Busy::new(width_px, height_px),
        }
    }

    /// Where texts may go, px.
    pub fn frame(&self) -> Bounds {
        self.frame
    }

    /// What is taken so far.
    pub fn taken(&self) -> &[Bounds] {
        self.taken.boxes()
    }

    /// Takes a part of the screen whatever lies there.
    pub fn take(&mut self, part: Bounds) {
        self.taken.add(part);
    }

    /// Marks a part that has a flow, which texts should rather not cover.
    pub fn mark_busy(&mut self, part: Bounds) {
        self.busy.mark(&part, Trace::Flow);
    }

    /// What is drawn on the screen, to be added to.
    pub fn busy_mut(&mut self) -> &mut Busy {
        &mut self.busy
    }

    /// Whether a part of the screen is taken, be it in part.
    pub fn is_taken(&self, part: &Bounds) -> bool {
        self.taken.meets(part)
    }

    /// Places a label if one of its candidates is free: the number of its wording, and where.
    /// `across` says whether it may lie on flows.
    pub fn place(&mut self, label: &Label, across: bool) -> Option<(usize, Place)> {
        if label.symbol.is_some_and(|symbol| self.taken.meets(&symbol)) {
            return None;
        }
        // Said shorter or closer in a clear place is better than across what is drawn there.
        const CLEAR_COST: f64 = 8.0;
        for (number, wording) in label.wordings.iter().enumerate() {
            let is_last = number + 1 == label.wordings.len();
            let limit = label.rank.most_cost();
            let limit = if is_last || across { limit } else { limit.min(CLEAR_COST) };
            let mut best: Option<(f64, &Place, Vec<Bounds>)> = None;
            for candidate in &wording.candidates {
                let least = best.as_ref().map_or(limit, |(cost, ..)| *cost);
                if candidate.cost >= least {
                    continue;
                }
                let Some((cost, parts)) = self.cost(candidate, wording.size_px, label, across)
                else {
                    continue;
                };
                if cost < least {
                    best = Some((cost, &candidate.place, parts));
                }
            }
            if let Some((_, place, parts)) = best {
                parts.into_iter().chain(label.symbol).for_each(|part| self.taken.add(part));
                return Some((number, place.clone()));
            }
        }
        None
    }

    /// What a candidate costs, and what it takes; `None` when it is not free.
    fn cost(
        &self,
        candidate: &Candidate,
        size_px: (f64, f64),
        label: &Label,
        across: bool,
    ) -> Option<(f64, Vec<Bounds>)> {
        let mut parts = match &candidate.place {
            Place::Straight { at, angle_rad, .. } => text_parts(*at, size_px, *angle_rad),
            Place::Curved(clusters) => clusters.iter().map(|c| c.bounds(size_px.1)).collect(),
        };
        let frame = self.frame;
        let is_within = |part: &Bounds| {
            part.left >= frame.left
                && part.right <= frame.right
                && part.top >= frame.top
                && part.bottom <= frame.bottom
        };
        let own = label.symbol;
        let is_free = |part: &Bounds| {
            is_within(part)
                && !self.taken.meets(part)
                && !own.is_some_and(|own| own.overlaps(part))
                && (across || !self.busy.has(part, Trace::Flow))
        };
        if !parts.iter().all(is_free) {
            return None;
        }
        let mut cost = candidate.cost;
        for part in &parts {
            cost += self.busy.cost(part);
        }
        if let Place::Straight { leader: Some((from, to)), .. } = &candidate.place {
            let line = line_parts(*from, *to);
            if !line.iter().all(|part| is_within(part) && !self.taken.meets(part)) {
                return None;
            }
            parts.extend(line);
        }
        Some((cost, parts))
    }
}

/// Small boxes along a thin line.
fn line_parts(from: ScreenPoint, to: ScreenPoint) -> Vec<Bounds> {
    const STEP_PX: f64 = 3.0;
    let steps = (from.distance(to) / STEP_PX).ceil().max(1.0);
    let mut parts = Vec::new();
    let mut step = 0.0;
    // The last one would touch the text.
    while step < steps {
        let at = from.towards(to, step / steps);
        parts.push(Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(0.5));
        step += 1.0;
    }
    parts
}

/// Places labels in the order of their ranks, those of one rank in the order of the list. For each
/// the number of its wording and where it goes, or nothing.
pub fn place_all(labels: &[Label], placer: &mut Placer) -> Vec<Option<(usize, Place)>> {
    let mut tries: Vec<(Rank, usize, bool)> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        tries.push((label.rank, index, false));
        tries.extend(label.across.map(|rank| (rank, index, true)));
    }
    sort(&mut tries);
    let mut places: Vec<Option<(usize, Place)>> = vec![None; labels.len()];
    for (_, index, across) in tries {
        if let (Some(label), Some(place)) = (labels.get(index), places.get_mut(index))
            && place.is_none()
        {
            *place = placer.place(label, across);
        }
    }
    places
}
