//! Which flows are drawn: all of the layers that are on where they are few, else the largest sums.

use super::Composer;
use crate::brief::Direction;
use crate::layout::widths::Width;
use crate::model::End;
use crate::scene::Target;
use crate::sorted::sort_by;
use crate::sums::{Lane, Level, MOST_LANES, MOST_SINGLE, Sums};
use crate::view::{Bounds, ScreenPoint};
use std::cmp::Reverse;

/// Where flows end: at one end, or at several that are drawn as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stop {
    /// One end.
    End(End),
    /// Number of a group of [`Sums`].
    Group(usize),
}

/// What is to be laid out as one flow.
pub(super) struct Way {
    /// Index into the model's flows; of what is summed the number of the lane.
    pub number: usize,
    pub from: Stop,
    pub to: Stop,
    pub width: Width,
    pub two_way: bool,
}

/// The sums to draw from, where so many flows are on that they are not drawn one by one.
pub(super) fn sums_in_use<'a>(sums: Option<&'a Sums>, layers: &[bool]) -> Option<&'a Sums> {
    sums.filter(|sums| sums.flows_on(layers) > MOST_SINGLE)
}

/// The ways to lay out. Of sums the largest that have an end in sight, the largest first.
pub(super) fn ways(c: &Composer) -> Vec<Way> {
    match c.sums {
        Some(sums) => largest(c, sums),
        None => each(c),
    }
}

fn each(c: &Composer) -> Vec<Way> {
    let model = &c.atlas.model;
    let way = |number: usize| {
        let flow = model.flows.get(number).filter(|flow| c.on(flow.layer))?;
        Some(Way {
            number,
            from: Stop::End(flow.from),
            to: Stop::End(flow.to),
            width: c.atlas.widths.get(number).copied().unwrap_or(Width::NotGiven),
            two_way: flow.direction == Direction::TwoWay,
        })
    };
    let mut on: Vec<usize> = match &c.atlas.sums {
        // Few of many: those that are off are not even looked at.
        Some(sums) => {
            let layers = sums.by_layer.iter().enumerate().filter(|(layer, _)| c.on(*layer));
            layers.flat_map(|(_, flows)| flows).copied().collect()
        }
        None => (0..model.flows.len()).collect(),
    };
    // Which flow of a pair runs outermost, and which of one width lies above, is the same in whatever
    // order a brief has them.
    let key = |number: usize| {
        let (flow, width) = (model.flows.get(number)?, c.atlas.widths.get(number)?);
        // The widest first: positive numbers are in the order of their bits.
        Some((flow.layer, Reverse(width.px().to_bits()), &flow.id))
    };
    sort_by(&mut on, |a, b| key(*a).cmp(&key(*b)));
    on.into_iter().filter_map(way).collect()
}

fn largest(c: &Composer, sums: &Sums) -> Vec<Way> {
    let camera = &c.view.camera;
    let Some((at, level)) = sums.level_at(camera.px_per_km) else { return Vec::new() };
    let (first_lane, first_group) = (sums.first_lane(at), sums.first_group(at));
    let near: Vec<bool> =
        level.groups.iter().map(|group| c.is_near(camera.to_screen(group.at))).collect();
    let is_near = |group: u32| near.get(group as usize).copied().unwrap_or(false);
    let (most_lanes, most_signs) = most(camera.width_px, camera.height_px);
    let (mut lanes, mut signs): (Vec<usize>, Vec<u32>) = (Vec::new(), Vec::new());
    for (number, lane) in level.lanes.iter().enumerate() {
        if lanes.len() == most_lanes {
            break;
        }
        let away = match (is_near(lane.from), is_near(lane.to)) {
            (true, true) => None,
            (true, false) => Some(lane.to),
            (false, true) => Some(lane.from),
            (false, false) => continue,
        };
        let kind = sums.kinds.get(lane.kind as usize);
        if !kind.is_some_and(|kind| c.on(kind.layer)) {
            continue;
        }
        // The edge has room for few signs.
        if let Some(away) = away.filter(|away| !signs.contains(away)) {
            if signs.len() == most_signs {
                continue;
            }
            signs.push(away);
        }
        lanes.push(number);
    }
    // What is chosen is drawn, however small.
    let chosen = chosen(c, sums, level, first_lane);
    lanes.extend(chosen.filter(|number| !lanes.contains(number)));
    let stop = |group: u32| {
        let number = group as usize;
        let one = level.groups.get(number).filter(|group| group.ends == 1);
        one.map_or(Stop::Group(first_group + number), |group| Stop::End(group.leader))
    };
    let way = |number: usize| {
        let lane = level.lanes.get(number)?;
        let two_way = sums.kinds.get(lane.kind as usize)?.two_way;
        let (from, to) = (stop(lane.from), stop(lane.to));
        Some(Way { number: first_lane + number, from, to, width: lane.width, two_way })
    };
    lanes.into_iter().filter_map(way).collect()
}

/// How many lanes, and signs at the edge, a box has room for.
fn most(width_px: f64, height_px: f64) -> (usize, usize) {
    const LEAST_LANES: usize = 16;
    const PX2_A_LANE: f64 = 20_000.0;
    const EDGE_PX_A_SIGN: f64 = 180.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small and positive"
    )]
    let count = |number: f64| number as usize;
    let lanes = count(width_px * height_px / PX2_A_LANE).clamp(LEAST_LANES, MOST_LANES);
    (lanes, count((width_px + height_px) / EDGE_PX_A_SIGN))
}

/// The lane of a level that is chosen, or has the flow that is.
fn chosen(c: &Composer, sums: &Sums, level: &Level, first_lane: usize) -> Option<usize> {
    match c.view.selected? {
        Target::Sum(number) => {
            number.checked_sub(first_lane).filter(|number| *number < level.lanes.len())
        }
        Target::Flow(flow) => {
            let has_it = |lane: &Lane| sums.is_in(flow, level, lane);
            level.lanes.iter().position(has_it)
        }
        _ => None,
    }
}

impl Composer<'_> {
    /// What a way stands for.
    pub(super) fn target_of(&self, number: usize) -> Target {
        let Some(sums) = self.sums else { return Target::Flow(number) };
        let single = sums.lane(number).and_then(|(_, _, lane)| lane.single());
        single.map_or(Target::Sum(number), Target::Flow)
    }

    /// Whether what lies at a point is on the map, not at its edge.
    pub(super) fn is_near(&self, at: ScreenPoint) -> bool {
        const EDGE_PX: f64 = 26.0;
        let camera = &self.view.camera;
        let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px);
        frame.grown(-EDGE_PX).contains(at.x, at.y)
    }
}
