//! The rows for flows that are drawn as sums: what their widths are, how many are drawn, and what is
//! left out.

use super::super::seen::Seen;
use super::super::swatch::{blank_swatch, flow_swatch, group_swatch};
use super::super::widths::{ScaleKey, Width};
use super::Rows;
use crate::format;
use crate::model::Model;
use crate::panel::{flows_said, said_of_sum};
use crate::sorted::sort_by;
use crate::speech::{Length, Said, Word};
use crate::style::{Color, Theme};
use crate::sums::{Inside, Lane, Level, Sums};

/// What a picture with sums is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Summed<'a> {
    /// All sums.
    pub sums: &'a Sums,
    /// Those of the picture's scale.
    pub level: &'a Level,
    /// The number of the level's first lane.
    pub first_lane: usize,
    /// Which of the model's layers are on.
    pub layers: &'a [bool],
}

impl Summed<'_> {
    /// The lanes that are seen, the largest first.
    pub(super) fn seen<'a>(&'a self, seen: &Seen) -> Vec<&'a Lane> {
        let is_seen = |(number, lane): &(usize, &Lane)| match lane.single() {
            Some(flow) => seen.flows.contains(&flow),
            None => seen.sums.contains(number),
        };
        // They are among the first, and looking ends with the last of them.
        let most = seen.flows.len() + seen.sums.len();
        let lanes = (self.first_lane..).zip(&self.level.lanes).filter(is_seen);
        lanes.map(|(_, lane)| lane).take(most).collect()
    }

    fn is_on(&self, kind: u32) -> bool {
        let kind = self.sums.kinds.get(kind as usize);
        kind.is_some_and(|kind| self.layers.get(kind.layer).copied().unwrap_or(false))
    }
}

/// One row for each scale, with the largest that is seen of it, and one for what has no amount.
pub(super) fn scales(model: &Model, summed: &Summed, seen: &Seen, color: Color, rows: &mut Rows) {
    let lanes = summed.seen(seen);
    let key = |lane: &Lane| -> Option<&ScaleKey> {
        let kind = summed.sums.kinds.get(lane.kind as usize)?;
        Some(&summed.sums.scales.get(kind.scale?)?.key)
    };
    let mut told: Vec<&ScaleKey> = Vec::new();
    for lane in lanes.iter().filter(|lane| matches!(lane.width, Width::Scaled(_))) {
        let Some(key) = key(lane).filter(|key| !told.contains(key)) else { continue };
        told.push(key);
        let figure = summed.sums.figure(model, lane.kind, &lane.total, Length::Short);
        let Some((figure, measure)) = figure.zip(model.measures.get(key.measure)) else { continue };
        let mut text = format!("{}: {}", measure.title, figure.line());
        if let Some(period) = &key.period {
            text.push_str(", ");
            text.push_str(&format::period(&model.speech, period));
        }
        let label = Said { text, lang: measure.title.lang.clone() };
        rows.add(Word::FlowWidth, label, flow_swatch(lane.width, color));
    }
    let is_sum = |lane: &&&Lane| lane.single().is_none();
    let has = |width: Width| lanes.iter().any(|lane| lane.width == width);
    let not_given = || lanes.iter().filter(|lane| lane.width == Width::NotGiven);
    for (width, label, is_shown) in [
        (Width::Single, Word::OneAmount, has(Width::Single)),
        (Width::OtherPeriod, Word::OtherPeriod, has(Width::OtherPeriod)),
        (Width::NotGiven, Word::AmountNotGiven, !not_given().all(|lane| is_sum(&lane))),
        (Width::NotGiven, Word::NoSum, not_given().any(|lane| is_sum(&lane))),
    ] {
        if is_shown {
            rows.add_word(Word::FlowWidth, label, flow_swatch(width, color));
        }
    }
}

/// How many of how many flows are drawn, and what becomes of the others.
pub(super) fn counts(model: &Model, summed: &Summed, seen: &Seen, theme: &Theme, rows: &mut Rows) {
    let speech = &model.speech;
    let number = |count: u32| speech.locale.number(f64::from(count));
    let drawn: u32 = summed.seen(seen).iter().map(|lane| lane.total.flows()).sum();
    let mut inside: Vec<&Inside> =
        summed.level.inside.iter().filter(|inside| summed.is_on(inside.kind)).collect();
    inside.retain(|inside| inside.total.flows() > 0);
    let within: u32 = inside.iter().map(|inside| inside.total.flows()).sum();
    let all = u32::try_from(summed.sums.flows_on(summed.layers)).unwrap_or(u32::MAX);
    if !seen.sums.is_empty() {
        let swatch = flow_swatch(Width::Single, theme.secondary_text);
        rows.add_word(Word::ManyFlows, Word::WidthsAreSums, swatch);
    }
    if seen.groups {
        rows.add_word(Word::ManyFlows, Word::GroupDisc, group_swatch(theme));
    }
    rows.add(
        Word::ManyFlows,
        speech.say(Word::FlowsDrawn, &[&number(drawn), &number(all)]),
        blank_swatch(),
    );
    if within > 0 {
        let told = speech.groups(&within_words(model, summed, inside));
        rows.add(Word::ManyFlows, speech.say(Word::FlowsWithin, &[&told]), blank_swatch());
    }
    let left = all.saturating_sub(drawn + within);
    if left > 0 {
        rows.add(
            Word::ManyFlows,
            speech.say(Word::FlowsLeftOut, &[&flows_said(model, left)]),
            blank_swatch(),
        );
    }
}

/// What stays within groups: the kinds with the most flows each, the rest in one number.
fn within_words(model: &Model, summed: &Summed, mut inside: Vec<&Inside>) -> Vec<String> {
    const MOST_KINDS: usize = 2;
    sort_by(&mut inside, |a, b| b.total.flows().cmp(&a.total.flows()).then(a.kind.cmp(&b.kind)));
    let (told, rest) = inside.split_at(inside.len().min(MOST_KINDS));
    let mut words: Vec<String> = told
        .iter()
        .filter_map(|inside| {
            let kind = summed.sums.kinds.get(inside.kind as usize)?;
            Some(said_of_sum(model, summed.sums, (kind, inside.kind), &inside.total, Length::Short))
        })
        .collect();
    let others: u32 = rest.iter().map(|inside| inside.total.flows()).sum();
    if others > 0 {
        words.push(flows_said(model, others));
    }
    words
}
