//! Ends of flows that lie close together become one group, as D. Clarke's supercluster has it: in
//! the order of their weights each that is free yet takes in what lies within a radius.

use crate::brief::Role;
use crate::model::{End, Model};
use crate::projection::MapPoint;
use crate::sorted::{sort, sort_by};

/// Ends that are drawn as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// The weightiest of them: the group stands where it lies and is called after it.
    pub leader: End,
    /// Where the group stands, km.
    pub at: MapPoint,
    /// How many ends there are in it.
    pub ends: u32,
    /// How many flows end at them; inside, twice.
    weight: u32,
}

impl Group {
    /// An end alone, with how many flows end at it.
    pub(super) fn of_one(leader: End, at: MapPoint, weight: u32) -> Self {
        Self { leader, at, ends: 1, weight }
    }
}

/// Puts groups in order: the brief's focus, then the weightier ones, then by their ids, so that the
/// order of the brief does not matter.
pub(super) fn put_in_order(model: &Model, groups: &mut [Group]) {
    let is_focus = |end: End| match end {
        End::Actor(actor) => model.actors.get(actor).is_some_and(|a| a.role == Role::Focus),
        End::Place(_) => false,
    };
    sort_by(groups, |a, b| {
        let key = |group: &Group| (!is_focus(group.leader), std::cmp::Reverse(group.weight));
        key(a).cmp(&key(b)).then_with(|| model.end_id(a.leader).cmp(model.end_id(b.leader)))
    });
}

/// Joins groups, in their order, that lie within a radius of another; the new ones in their order,
/// and for each of the old ones the number of the new one that it is in.
pub(super) fn joined(model: &Model, old: &[Group], radius_km: f64) -> (Vec<Group>, Vec<u32>) {
    let mut by_x: Vec<usize> = (0..old.len()).collect();
    let at = |index: usize| old.get(index).map(|group| group.at).unwrap_or_default();
    sort_by(&mut by_x, |a, b| at(*a).x.total_cmp(&at(*b).x));
    let mut leaders: Vec<Option<usize>> = vec![None; old.len()];
    let mut groups: Vec<Group> = Vec::new();
    for (index, leader) in old.iter().enumerate() {
        if leaders.get(index).copied().flatten().is_some() {
            continue;
        }
        let mut group = Group { ends: 0, weight: 0, ..*leader };
        let first = by_x.partition_point(|other| at(*other).x < leader.at.x - radius_km);
        let near = by_x.iter().skip(first);
        for other in near.take_while(|other| at(**other).x <= leader.at.x + radius_km) {
            let (Some(member), Some(slot)) = (old.get(*other), leaders.get_mut(*other)) else {
                continue;
            };
            if *other == index || (slot.is_none() && member.at.distance(leader.at) <= radius_km) {
                *slot = Some(index);
                group.ends += member.ends;
                group.weight += member.weight;
            }
        }
        groups.push(group);
    }
    put_in_order(model, &mut groups);
    // Where the new order has each leader.
    let mut numbers: Vec<(End, u32)> =
        groups.iter().zip(0..).map(|(group, number)| (group.leader, number)).collect();
    sort(&mut numbers);
    let number = |leader: &Option<usize>| {
        let leader = old.get((*leader)?)?.leader;
        let found = numbers.binary_search_by(|(other, _)| other.cmp(&leader)).ok()?;
        numbers.get(found).map(|(_, number)| *number)
    };
    let joined = leaders.iter().map(|leader| number(leader).unwrap_or_default()).collect();
    (groups, joined)
}
