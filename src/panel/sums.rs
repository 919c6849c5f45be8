//! What the panel says of flows, and of their ends, that are drawn as one.

use super::{Panel, arrow};
use crate::compose::{Atlas, group_title};
use crate::format;
use crate::model::Model;
use crate::speech::{Length, Said, Word};
use crate::sums::{Kind, Sums, Total};

/// So many summands are listed.
pub const MOST_LISTED: usize = 20;
/// So many members of a group are named.
const MOST_NAMED: usize = 30;

/// Writes the head of a sum's panel; the facts of its largest summands, the largest first.
pub(super) fn sum(atlas: &Atlas, number: usize, panel: &mut Panel) -> Option<Vec<usize>> {
    let (model, sums) = (&atlas.model, atlas.sums.as_ref()?);
    let speech = &model.speech;
    let (at, level, lane) = sums.lane(number)?;
    let kind = sums.kinds.get(lane.kind as usize)?;
    let end = |group: u32| group_title(atlas, sums.first_group(at) + group as usize);
    panel.kind = "sum";
    panel.id = sums.lane_id(model, number)?;
    panel.title = arrow(speech, &end(lane.from), &end(lane.to), kind.two_way);
    let layer = model.layers.get(kind.layer).map(|layer| layer.title.clone()).unwrap_or_default();
    let text = speech.sentence(
        Word::Labelled,
        &[&layer, &said(model, sums, (kind, lane.kind), &lane.total, Length::Short)],
    );
    panel.summary = Some(Said { text, lang: layer.lang });
    let flows = sums.flows_of(model, level, lane);
    if let Some(rest) = flows.len().checked_sub(MOST_LISTED).filter(|rest| *rest > 0) {
        let [listed, rest] = [MOST_LISTED, rest].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        let counts = [count(model, listed), count(model, rest)];
        panel.remarks.push(speech.say(Word::LargestListed, &counts.each_ref().map(|s| s.as_str())));
    }
    Some(facts(model, flows.into_iter().take(MOST_LISTED)))
}

/// The facts of a sum's flows, those of the largest first.
pub(crate) fn facts_of_sum(atlas: &Atlas, number: usize) -> Option<Vec<usize>> {
    let sums = atlas.sums.as_ref()?;
    let (_, level, lane) = sums.lane(number)?;
    Some(facts(&atlas.model, sums.flows_of(&atlas.model, level, lane)))
}

fn facts(model: &Model, flows: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut facts = Vec::new();
    for flow in flows.into_iter().filter_map(|flow| model.flows.get(flow)) {
        // Flows of one fact are not added, so they come last and next to one another.
        if facts.last() != Some(&flow.fact) {
            facts.push(flow.fact);
        }
    }
    facts
}

/// Writes the panel of a group of ends.
pub(super) fn group(atlas: &Atlas, number: usize, panel: &mut Panel) -> Option<()> {
    let (model, sums) = (&atlas.model, atlas.sums.as_ref()?);
    let speech = &model.speech;
    let (at, level, group) = sums.group(number)?;
    panel.kind = "group";
    panel.id = sums.group_id(model, number)?;
    panel.title = group_title(atlas, number);
    panel.summary = Some(speech.say(Word::GroupOf, &[&count(model, group.ends)]));
    let members = sums.members_of(level, number - sums.first_group(at));
    let named = members.iter().take(MOST_NAMED).map(|end| model.end_name(*end).text);
    let mut names = speech.names(&named.collect::<Vec<_>>());
    if let Some(rest) = members.len().checked_sub(MOST_NAMED).filter(|rest| *rest > 0) {
        let rest = count(model, u32::try_from(rest).unwrap_or(u32::MAX));
        names = speech.sentence(Word::AndMore, &[&names, &rest]);
    }
    panel.remarks.push(Said::plain(names));
    let within = sums.within(level, number - sums.first_group(at));
    let within: Vec<String> = within
        .iter()
        .filter_map(|(number, total)| {
            let kind = (sums.kinds.get(*number as usize)?, *number);
            Some(said(model, sums, kind, total, Length::Short))
        })
        .collect();
    if !within.is_empty() {
        panel.remarks.push(speech.say(Word::WithinGroup, &[&speech.groups(&within)]));
    }
    Some(())
}

/// What flows of a kind come to: `Goods trade, 2021: USD 34 bn in 2,010 flows`.
pub(crate) fn said(
    model: &Model,
    sums: &Sums,
    (kind, number): (&Kind, u32),
    total: &Total,
    length: Length,
) -> String {
    let speech = &model.speech;
    let Some(scale) = kind.scale.and_then(|scale| sums.scales.get(scale)) else {
        return flows_said(model, total.flows());
    };
    let measure = model.measures.get(scale.key.measure).map_or("", |measure| &*measure.title);
    let mut what = vec![measure.to_owned()];
    what.extend(scale.key.period.as_deref().map(|period| format::period(speech, period)));
    let mut amounts = Vec::new();
    if let Some(figure) = sums.figure(model, number, total, length) {
        let flows = flows_said(model, total.added);
        amounts.push(speech.sentence(Word::SumOf, &[&figure.line(), &flows]));
    }
    if total.beside > 0 {
        amounts.push(flows_said(model, total.beside));
        amounts.push(speech.word(Word::NoSum).to_owned());
    }
    let amount = speech.clauses(&amounts);
    speech.sentence(Word::Labelled, &[&speech.clauses(&what), &amount])
}

/// `2,010 flows`.
pub(crate) fn flows_said(model: &Model, flows: u32) -> String {
    match flows {
        1 => model.speech.word(Word::OneFlow).to_owned(),
        _ => model.speech.sentence(Word::FlowCount, &[&count(model, flows)]),
    }
}

fn count(model: &Model, number: u32) -> String {
    model.speech.locale.number(f64::from(number))
}
