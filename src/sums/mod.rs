//! Thousands of flows: an index, made once, of what is drawn in their place.
//!
//! For each octave of the scale, ends that lie close together are one group (`groups`), and what goes
//! from one group to another is one lane for each kind (`lanes`): a kind shares layer, direction,
//! measure, unit and period, so that only what is alike is added. Sums are exact (`scales`). At the
//! nearest level nothing is summed: only ends at the same spot are one group, and each flow is a lane.

mod groups;
mod ids;
mod lanes;
mod scales;
mod total;

use crate::brief::{Direction, Qualifier};
use crate::format::{self, Figure};
use crate::layout::widths::{ScaleKey, Width, most_px, widths_of};
use crate::lens::is_about;
use crate::model::{End, Flow, Lens, Model, Thing};
use crate::projection::Projection;
use crate::sorted::{order_by_numbers, sort_by};
use crate::speech::Length;
use crate::view::Bounds;
pub use groups::Group;
pub use lanes::{Inside, Kind, Lane};
pub use scales::Scale;
pub use total::Total;

/// So many flows are drawn one by one; of more of them, sums. Measured (`benches/flows.rs`): a hundred
/// take as long to be laid out as all else in a picture twice over.
pub const MOST_SINGLE: usize = 80;
/// So many lanes are drawn at most: what a picture of 1,200 × 750 px has room for.
pub const MOST_LANES: usize = 45;

/// What a map with many flows is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sums {
    /// The scales of the flows' amounts.
    pub scales: Vec<Scale>,
    /// What flows have to share to be summed.
    pub kinds: Vec<Kind>,
    /// From the nearest to the farthest.
    pub levels: Vec<Level>,
    /// The ends of all flows, in the order of the nearest level's members.
    pub ends: Vec<End>,
    /// The flows of each layer.
    pub by_layer: Vec<Vec<usize>>,
    /// The scales that come first: a map with more of them could not be read.
    leading: Vec<usize>,
    /// The kind of each flow, the numbers of its ends, and what it adds to a sum.
    parts: Vec<Lane>,
}

/// How flows are grouped from a scale on.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// The farthest scale that it is for.
    pub from_px_per_km: f64,
    /// The groups, the weightiest first.
    pub groups: Vec<Group>,
    /// What is drawn: first what is of the scales with the most flows, and there what has the largest
    /// share of the greatest of its scale.
    pub lanes: Vec<Lane>,
    /// What is not drawn because it stays within groups, by kind.
    pub inside: Vec<Inside>,
    /// For each of [`Sums::ends`] the group that it is in.
    members: Vec<u32>,
}

impl Sums {
    /// The index for a model's flows in a projection; nothing where they are few. `home`: the part
    /// of the map of the first view, km.
    pub fn new(model: &Model, projection: &Projection, home: Bounds) -> Option<Self> {
        if model.flows.len() <= MOST_SINGLE {
            return None;
        }
        let (scales, totals) = scales::scales(model);
        let (ends, groups, numbers) = ends(model, projection);
        let (kinds, parts) = parts(model, &numbers, totals);
        let mut by_layer = vec![Vec::new(); model.layers.len()];
        for (index, flow) in model.flows.iter().enumerate() {
            if let Some(layer) = by_layer.get_mut(flow.layer) {
                layer.push(index);
            }
        }
        let levels = Vec::new();
        let leading = leading(&scales, &kinds, &parts);
        let mut sums = Self { scales, kinds, levels, ends, by_layer, leading, parts };
        sums.add_levels(model, groups, home);
        Some(sums)
    }

    /// How many flows are on, by which layers are.
    pub fn flows_on(&self, layers: &[bool]) -> usize {
        let on = self.by_layer.iter().zip(layers).filter(|(_, on)| **on);
        on.map(|(flows, _)| flows.len()).sum()
    }

    /// The level for a scale.
    pub fn level_at(&self, px_per_km: f64) -> Option<(usize, &Level)> {
        let mut levels = self.levels.iter().enumerate();
        levels.find(|(_, level)| level.from_px_per_km <= px_per_km).or(self.last_level())
    }

    fn last_level(&self) -> Option<(usize, &Level)> {
        Some((self.levels.len().checked_sub(1)?, self.levels.last()?))
    }

    /// The lane of a number that counts on from level to level.
    pub fn lane(&self, number: usize) -> Option<(usize, &Level, &Lane)> {
        let (at, rest) = self.nth(number, |level| level.lanes.len())?;
        let level = self.levels.get(at)?;
        Some((at, level, level.lanes.get(rest)?))
    }

    /// The group of a number that counts on from level to level.
    pub fn group(&self, number: usize) -> Option<(usize, &Level, &Group)> {
        let (at, rest) = self.nth(number, |level| level.groups.len())?;
        let level = self.levels.get(at)?;
        Some((at, level, level.groups.get(rest)?))
    }

    /// The number of a level's first lane.
    pub fn first_lane(&self, level: usize) -> usize {
        self.levels.iter().take(level).map(|level| level.lanes.len()).sum()
    }

    /// The number of a level's first group.
    pub fn first_group(&self, level: usize) -> usize {
        self.levels.iter().take(level).map(|level| level.groups.len()).sum()
    }

    fn nth(&self, number: usize, size: fn(&Level) -> usize) -> Option<(usize, usize)> {
        let mut rest = number;
        for (at, level) in self.levels.iter().enumerate() {
            let size = size(level);
            if rest < size {
                return Some((at, rest));
            }
            rest -= size;
        }
        None
    }

    /// Whether a flow is one of those of a lane.
    pub fn is_in(&self, flow: usize, level: &Level, lane: &Lane) -> bool {
        let Some(part) = self.parts.get(flow).filter(|part| part.kind == lane.kind) else {
            return false;
        };
        match lane.single() {
            Some(single) => single == flow,
            None => {
                let is_two_way = self.is_two_way(lane.kind);
                let (from, to) = (level.group_of(part.from), level.group_of(part.to));
                (from, to) == (lane.from, lane.to)
                    || (is_two_way && (to, from) == (lane.from, lane.to))
            }
        }
    }

    /// What flows of a kind come to, with its unit; nothing if nothing was added.
    pub fn figure(
        &self,
        model: &Model,
        kind: u32,
        total: &Total,
        length: Length,
    ) -> Option<Figure> {
        let scale = self.scales.get(self.kinds.get(kind as usize)?.scale?)?;
        let value = scale.value(total.units);
        let text =
            format::amount(model, value, scale.key.unit, length).filter(|_| total.added > 0)?;
        Some(format::qualified(model, text, total.qualifier))
    }

    /// The same as a map has room for: rounded to four digits, and then "about" it.
    pub fn short_figure(&self, model: &Model, kind: u32, total: &Total) -> Option<Figure> {
        let scale = self.scales.get(self.kinds.get(kind as usize)?.scale?)?;
        let value = scale.value(total.units);
        let short = scales::to_four_digits(value);
        let qualifier = if short == value { total.qualifier } else { Qualifier::About };
        let text = format::amount(model, short, scale.key.unit, Length::Short)
            .filter(|_| total.added > 0)?;
        Some(format::qualified(model, text, qualifier))
    }

    /// The flows of a lane, the largest first, those that are not added last; of one size by their ids.
    pub fn flows_of(&self, model: &Model, level: &Level, lane: &Lane) -> Vec<usize> {
        let mut flows: Vec<usize> =
            (0..self.parts.len()).filter(|flow| self.is_in(*flow, level, lane)).collect();
        let total = |flow: usize| self.parts.get(flow).map_or(Total::NONE, |part| part.total);
        let id = |flow: usize| model.flows.get(flow).map(|flow| &flow.id);
        sort_by(&mut flows, |a, b| {
            let key = |flow: usize| (total(flow).added, total(flow).units);
            key(*b).cmp(&key(*a)).then_with(|| id(*a).cmp(&id(*b)))
        });
        flows
    }

    /// The ends in a group of a level, as [`Sums::ends`] has them.
    pub fn members_of(&self, level: &Level, group: usize) -> Vec<End> {
        let members = self.ends.iter().zip(&level.members);
        members.filter(|(_, of)| **of as usize == group).map(|(end, _)| *end).collect()
    }

    /// What stays within a group of a level, by kind.
    pub fn within(&self, level: &Level, group: usize) -> Vec<(u32, Total)> {
        let mut within: Vec<(u32, Total)> =
            (0..).take(self.kinds.len()).map(|kind| (kind, Total::NONE)).collect();
        let is_in = |end: u32| level.group_of(end) as usize == group;
        for part in self.parts.iter().filter(|part| is_in(part.from) && is_in(part.to)) {
            if let Some((_, total)) = within.get_mut(part.kind as usize) {
                *total = total.and(part.total);
            }
        }
        within.retain(|(_, total)| total.flows() > 0);
        within
    }

    fn is_two_way(&self, kind: u32) -> bool {
        self.kinds.get(kind as usize).is_some_and(|kind| kind.two_way)
    }

    /// The levels, from the nearest on. `groups`: every end for itself.
    fn add_levels(&mut self, model: &Model, groups: Vec<Group>, home: Bounds) {
        // From this scale on nothing is summed, px across the first view: it is reached in the
        // smallest box too, see `Limits::about`.
        const NEAREST_PX: f64 = 16_000.0;
        // The last octave is farther out than any box can be.
        const OCTAVES: u32 = 8;
        // Groups are so far apart at least, on the screen.
        const APART_PX: f64 = 46.0;
        let nothing = |kind| Inside { kind, total: Total::NONE };
        let mut inside: Vec<Inside> = (0..).take(self.kinds.len()).map(nothing).collect();
        let mut from_px_per_km = NEAREST_PX / home.width().max(home.height()).max(1e-6);
        let mut members: Vec<u32> = (0..).take(groups.len()).collect();
        let (mut groups, mut lanes) = (groups, self.parts.clone());
        for octave in 0..OCTAVES {
            let radius_km = if octave == 0 { 0.0 } else { APART_PX / from_px_per_km };
            let (joined, numbers) = groups::joined(model, &groups, radius_km);
            let two_way = |kind| self.is_two_way(kind);
            lanes = lanes::moved(&lanes, &numbers, &two_way, &mut inside);
            if octave > 0 {
                lanes = lanes::merged(&lanes);
            }
            for member in &mut members {
                *member = numbers.get(*member as usize).copied().unwrap_or_default();
            }
            groups = joined;
            let level = Level {
                from_px_per_km,
                groups: groups.clone(),
                lanes: self.in_order(model, &lanes),
                inside: inside.clone(),
                members: members.clone(),
            };
            self.levels.push(level);
            from_px_per_km /= 2.0;
        }
    }

    /// Lanes with their widths, the widest first.
    fn in_order(&self, model: &Model, lanes: &[Lane]) -> Vec<Lane> {
        let amount = |lane: &Lane| {
            let scale = self.kinds.get(lane.kind as usize)?.scale?;
            let value = self.scales.get(scale)?.value(lane.total.units);
            (lane.total.added > 0).then_some((scale, value))
        };
        let amounts: Vec<Option<(usize, f64)>> = lanes.iter().map(amount).collect();
        let keys: Vec<ScaleKey> = self.scales.iter().map(|scale| scale.key.clone()).collect();
        let mut most = vec![0.0_f64; keys.len()];
        for (scale, value) in amounts.iter().flatten() {
            if let Some(most) = most.get_mut(*scale) {
                *most = most.max(*value);
            }
        }
        let share = |index: usize| {
            let (scale, value) = (*amounts.get(index)?)?;
            let most = most.get(scale).copied().filter(|most| *most > 0.0);
            Some(most.map_or(0.0, |most| value / most))
        };
        let rank = |index: usize| match amounts.get(index) {
            Some(Some((scale, _))) => u64::from(!self.leading.contains(scale)),
            _ => 2,
        };
        let flows = |index: usize| lanes.get(index).map_or(0, |lane| lane.total.flows());
        let mut order = lanes::order_by_ends(lanes);
        order_by_numbers(&mut order, &|index| u64::from(u32::MAX - flows(index)));
        // Positive numbers are in the order of their bits.
        order_by_numbers(&mut order, &|index| !share(index).unwrap_or_default().to_bits());
        order_by_numbers(&mut order, &rank);
        // At the nearest level several flows may share all of that.
        let id = |index: usize| model.flows.get(lanes.get(index)?.first as usize).map(|f| &f.id);
        let key = |index: usize| (rank(index), share(index), lanes.get(index).map(Lane::key));
        for same in order.chunk_by_mut(|a, b| key(*a) == key(*b)).filter(|same| same.len() > 1) {
            sort_by(same, |a, b| id(*a).cmp(&id(*b)));
        }
        let largest: Vec<f64> =
            order.iter().take(MOST_LANES).filter_map(|index| share(*index)).collect();
        let widths = widths_of(&amounts, &keys, widest_px(&largest));
        let lane = |index: usize| Some(Lane { width: *widths.get(index)?, ..*lanes.get(index)? });
        order.into_iter().filter_map(lane).collect()
    }
}

/// The widest of lanes of which the largest have such shares of the greatest of their scales: so wide
/// that they leave ground between them. Where many are nearly as large as the largest, all are
/// narrower.
fn widest_px(shares: &[f64]) -> f64 {
    const MEAN_PX: f64 = 3.2;
    #[allow(clippy::cast_precision_loss, reason = "at most as many as are drawn")]
    let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
    most_px(shares.len()).min(MEAN_PX / mean.max(1e-3))
}

impl Level {
    /// The number of the group that an end is in.
    fn group_of(&self, end: u32) -> u32 {
        self.members.get(end as usize).copied().unwrap_or_default()
    }
}

/// The ends of all flows as groups of one, in their order, and their numbers by end.
fn ends(model: &Model, projection: &Projection) -> (Vec<End>, Vec<Group>, Numbers) {
    let mut weights = Numbers::of_none(model);
    for end in model.flows.iter().flat_map(|flow| [flow.from, flow.to]) {
        if let Some(weight) = weights.get_mut(end) {
            *weight += 1;
        }
    }
    let actors = (0..model.actors.len()).map(End::Actor);
    let all = actors.chain((0..model.places.len()).map(End::Place));
    let group = |end: End| {
        let at = projection.forward(model.end_position(end));
        Group::of_one(end, at, weights.get(end))
    };
    let mut groups: Vec<Group> = all.filter(|end| weights.get(*end) > 0).map(group).collect();
    groups::put_in_order(model, &mut groups);
    let ends: Vec<End> = groups.iter().map(|group| group.leader).collect();
    let mut numbers = Numbers::of_none(model);
    for (end, number) in ends.iter().zip(0..) {
        if let Some(slot) = numbers.get_mut(*end) {
            *slot = number;
        }
    }
    (ends, groups, numbers)
}

/// A number for each actor and each place.
struct Numbers {
    actors: Vec<u32>,
    places: Vec<u32>,
}

impl Numbers {
    fn of_none(model: &Model) -> Self {
        Self { actors: vec![0; model.actors.len()], places: vec![0; model.places.len()] }
    }

    fn get(&self, end: End) -> u32 {
        let number = match end {
            End::Actor(index) => self.actors.get(index),
            End::Place(index) => self.places.get(index),
        };
        number.copied().unwrap_or_default()
    }

    fn get_mut(&mut self, end: End) -> Option<&mut u32> {
        match end {
            End::Actor(index) => self.actors.get_mut(index),
            End::Place(index) => self.places.get_mut(index),
        }
    }
}

/// The kinds of flows, and each flow as a lane of its own.
fn parts(
    model: &Model,
    numbers: &Numbers,
    totals: Vec<(Option<usize>, Total)>,
) -> (Vec<Kind>, Vec<Lane>) {
    let kind = |(flow, (scale, _)): (&Flow, &(Option<usize>, Total))| Kind {
        layer: flow.layer,
        two_way: flow.direction == Direction::TwoWay,
        scale: *scale,
    };
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in model.flows.iter().zip(&totals).map(kind) {
        if let Err(at) = kinds.binary_search(&kind) {
            kinds.insert(at, kind);
        }
    }
    let part = |(index, (flow, of)): (u32, (&Flow, &(Option<usize>, Total)))| Lane {
        from: numbers.get(flow.from),
        to: numbers.get(flow.to),
        kind: kinds.binary_search(&kind((flow, of))).map_or(0, |at| u32::try_from(at).unwrap_or(0)),
        total: of.1,
        first: index,
        hue: flow.hue,
        lenses: lenses(model, index as usize),
        width: Width::NotGiven,
    };
    let parts = (0..).zip(model.flows.iter().zip(&totals)).map(part).collect();
    (kinds, parts)
}

/// The scales with the most flows, of those whose amounts add up.
fn leading(scales: &[Scale], kinds: &[Kind], parts: &[Lane]) -> Vec<usize> {
    const MOST_SCALES: usize = 6;
    let mut flows = vec![0_u32; scales.len()];
    for kind in parts.iter().filter_map(|part| kinds.get(part.kind as usize)) {
        if let Some(flows) = kind.scale.and_then(|scale| flows.get_mut(scale)) {
            *flows += 1;
        }
    }
    let flows = |scale: usize| flows.get(scale).copied().unwrap_or_default();
    let adds_up = |scale: &usize| scales.get(*scale).is_some_and(|scale| scale.adds_up);
    let mut leading: Vec<usize> = (0..scales.len()).filter(adds_up).collect();
    sort_by(&mut leading, |a, b| flows(*b).cmp(&flows(*a)));
    leading.truncate(MOST_SCALES);
    leading
}

/// Which lenses are about a flow, a bit each.
fn lenses(model: &Model, flow: usize) -> u32 {
    let about = |(bit, lens): (u32, &Lens)| {
        if is_about(model, lens, Thing::Flow(flow)) { 1 << bit.min(u32::BITS - 1) } else { 0 }
    };
    (0..).zip(&model.lenses).map(about).fold(0, |all, bit| all | bit)
}
