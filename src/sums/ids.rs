//! Names for groups and lanes that do not depend on the order of the brief: the same brief, looked
//! at from the same scale, has the same ones.

use super::{Group, Kind, Lane, Level, Sums};
use crate::model::Model;

impl Sums {
    /// Id of a group: its level's number, then its leader's id.
    pub fn group_id(&self, model: &Model, number: usize) -> Option<String> {
        let (at, _, group) = self.group(number)?;
        Some(format!("{at}.{}", model.end_id(group.leader)))
    }

    /// Id of a lane: its level's number, the ids of its groups' leaders, its layer, its direction and
    /// what it sums; of a single flow among several that share all this, its own as well.
    pub fn lane_id(&self, model: &Model, number: usize) -> Option<String> {
        let (at, level, lane) = self.lane(number)?;
        self.id_of(model, at, level, lane)
    }

    /// The group with an id.
    pub fn find_group(&self, model: &Model, id: &str) -> Option<usize> {
        let (at, leader) = id.split_once('.')?;
        let at: usize = at.parse().ok()?;
        let number = self.levels.get(at)?.number_of(model, leader)?;
        Some(self.first_group(at) + number)
    }

    /// The lane with an id.
    pub fn find_lane(&self, model: &Model, id: &str) -> Option<usize> {
        let mut parts = id.splitn(4, '.');
        let at: usize = parts.next()?.parse().ok()?;
        let level = self.levels.get(at)?;
        let (from, to) = (parts.next()?, parts.next()?);
        let (from, to) = (level.number_of(model, from)?, level.number_of(model, to)?);
        let is_it = |lane: &Lane| {
            (lane.from as usize, lane.to as usize) == (from, to)
                && self.id_of(model, at, level, lane).as_deref() == Some(id)
        };
        Some(self.first_lane(at) + level.lanes.iter().position(is_it)?)
    }

    fn id_of(&self, model: &Model, at: usize, level: &Level, lane: &Lane) -> Option<String> {
        let leader = |group: u32| Some(model.end_id(level.groups.get(group as usize)?.leader));
        let kind = self.kinds.get(lane.kind as usize)?;
        let layer = &model.layers.get(kind.layer)?.id;
        let (from, to) = (leader(lane.from)?, leader(lane.to)?);
        let sort = if kind.two_way { "both" } else { "one" };
        let mut id = format!("{at}.{from}.{to}.{layer}.{sort}.{}", self.scale_id(model, kind));
        if let Some(flow) = lane.single().and_then(|flow| model.flows.get(flow)) {
            id.push('.');
            id.push_str(&flow.id);
        }
        Some(id)
    }

    fn scale_id(&self, model: &Model, kind: &Kind) -> String {
        let Some(scale) = kind.scale.and_then(|scale| self.scales.get(scale)) else {
            return String::new();
        };
        let measure = model.measures.get(scale.key.measure).map_or("", |measure| &measure.id);
        let period = scale.key.period.as_deref().unwrap_or_default();
        format!("{measure}.{}.{period}", scale.key.unit)
    }
}

impl Level {
    /// The number of the group that has a leader of an id.
    fn number_of(&self, model: &Model, leader: &str) -> Option<usize> {
        self.groups.iter().position(|group: &Group| model.end_id(group.leader) == leader)
    }
}
