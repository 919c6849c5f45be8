//! Ends of flows that are drawn as one: a disc with their number, and a name.

use super::captions::Pending;
use super::{Atlas, Composer};
use crate::format;
use crate::layout::flows::FlowNode;
use crate::layout::groups::{group_marks, reach_px};
use crate::layout::labels::{Rank, around};
use crate::panel::flows_said;
use crate::scene::{Anchor, Font, Item, Target};
use crate::speech::{Said, Word};
use crate::view::{Bounds, ScreenPoint};

/// `Germany and 12 more`.
pub(crate) fn title(atlas: &Atlas, number: usize) -> Said {
    let group = atlas.sums.as_ref().and_then(|sums| Some(sums.group(number)?.2));
    let Some(group) = group else { return Said::default() };
    let speech = &atlas.model.speech;
    let leader = atlas.model.end_name(group.leader);
    if group.ends == 1 {
        return leader;
    }
    let others = speech.locale.number(f64::from(group.ends - 1));
    Said { text: speech.sentence(Word::AndMore, &[&leader, &others]), lang: leader.lang }
}

/// What the label of a sum says: its layer, its amount or how many flows it stands for, its period.
pub(crate) fn said_of_sum(atlas: &Atlas, number: usize) -> Option<(String, String, String)> {
    let (model, sums) = (&atlas.model, atlas.sums.as_ref()?);
    let (_, _, lane) = sums.lane(number)?;
    let kind = sums.kinds.get(lane.kind as usize)?;
    let layer = model.layers.get(kind.layer)?.title.text.clone();
    if lane.total.added == 0 {
        return Some((layer, flows_said(model, lane.total.flows()), String::new()));
    }
    let amount = sums.short_figure(model, lane.kind, &lane.total)?.line();
    let period = sums.scales.get(kind.scale?)?.key.period.as_ref();
    let period = period.map(|period| format!(" · {}", format::period(&model.speech, period)));
    Some((layer, amount, period.unwrap_or_default()))
}

/// How many ends a group has.
fn count(c: &Composer, number: usize) -> u32 {
    c.sums.and_then(|sums| sums.group(number)).map_or(0, |(_, _, group)| group.ends)
}

/// The disc that flows keep clear of.
pub(super) fn kept_clear(c: &Composer, number: usize, at: ScreenPoint) -> Option<FlowNode> {
    Some(FlowNode::disc(at, reach_px(count(c, number))))
}

pub(super) fn draw(c: &mut Composer, number: usize, at: ScreenPoint) {
    let target = Some(Target::Group(number));
    let lit = c.is_lit(Target::Group(number));
    let (count, theme) = (count(c, number), &c.atlas.theme);
    c.items.push(group_marks(at, count, theme, lit).item(target));
    let font = Font::plain(12.0).strong();
    let text = c.atlas.model.speech.locale.number(f64::from(count));
    c.items.push(Item::Text {
        target,
        at,
        anchor: Anchor::Middle,
        width_px: c.measure.width_px(&text, font),
        text,
        angle_rad: 0.0,
        font,
        color: theme.text,
        halo: theme.gate_ground,
    });
    c.placer.take(Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(reach_px(count)));
}

/// Lists a group's name, beside its disc.
pub(super) fn name(c: &mut Composer, number: usize, at: ScreenPoint) {
    const GAP_PX: f64 = 3.0;
    let name = title(c.atlas, number);
    let mut label = Pending::new(Rank::Partner, c.atlas.theme.text, Some(Target::Group(number)));
    label = label.across(Rank::Partner);
    let reach_px = reach_px(count(c, number)) + GAP_PX;
    label.say(c, &name, Font::plain(12.0).strong(), &|size| around(at, reach_px, size));
    c.list(label);
}
