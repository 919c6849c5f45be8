//! The balance: measures that the brief gives for more than one bloc, side by side. What cannot be
//! set beside each other (other units, other measures, ranks, years, counts) never is.

use crate::brief::{Qualifier, Role};
use crate::format;
use crate::lens;
use crate::model::{Fact, Lens, Model, Thing, UnitForm};
use crate::panel::{Panel, add_facts, numbers, place};
use crate::speech::{Said, Speech, Word};
use crate::style::Theme;
use serde::Serialize;

/// Values of one measure and unit for several blocs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What is measured.
    pub measure: Said,
    /// What the bars reach to, as `0 – 30 %`; none where nothing can be drawn to scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub axis: Option<String>,
    /// In words how the periods differ, if they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods_differ: Option<String>,
    /// Values, the largest first.
    pub rows: Vec<Row>,
}

/// A value of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Id of the fact.
    pub id: String,
    /// Name of the actor.
    pub actor: Said,
    /// Name of its bloc.
    pub bloc: Said,
    /// Colour of its bloc, as CSS writes it.
    pub color: String,
    /// Value with unit, and how it is to be read.
    pub figure: format::Figure,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Length of the bar, a share of the axis; none below zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Whether the lens is about something else.
    pub quiet: bool,
    /// Remark of the editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Said>,
    /// Numbers of its sources.
    pub notes: Vec<usize>,
    /// Where in the publication it stands.
    pub place: Said,
}

/// A fact that may be compared, by the actor of a bloc that it is about.
struct Figure<'a> {
    fact: &'a Fact,
    number: f64,
    actor: usize,
    bloc: usize,
    /// Only what agrees in all of this is compared: measure, unit, the other side, and whether
    /// the actor is the subject.
    kind: (usize, usize, Option<usize>, bool),
}

fn figure<'a>(model: &Model, fact: &'a Fact) -> Option<Figure<'a>> {
    let (number, unit) = fact.value?;
    let is_amount = match model.units.get(unit)? {
        UnitForm::Percent | UnitForm::Dollars { .. } => true,
        // Without a unit a number is a count.
        UnitForm::Affixed { before, after } => !(before.is_empty() && after.is_empty()),
        UnitForm::Rank | UnitForm::Year => false,
    };
    if !is_amount || fact.qualifier == Qualifier::Rank {
        return None;
    }
    let bloc = |index: usize| {
        let actor = model.actors.get(index)?;
        actor.bloc.filter(|_| actor.role != Role::Focus)
    };
    let object = fact.object.and_then(|object| Some((object, bloc(object)?)));
    let (actor, bloc, other) = match (bloc(fact.subject), object) {
        (Some(bloc), None) => (fact.subject, bloc, fact.object),
        (None, Some((object, bloc))) => (object, bloc, Some(fact.subject)),
        // Of a relation between two blocs neither is the one that has the value.
        _ => return None,
    };
    let kind = (fact.measure, unit, other, actor == fact.subject);
    Some(Figure { fact, number, actor, bloc, kind })
}

/// The measures that more than one bloc has values of, in the order of the brief's facts. With a
/// lens only those that have a value of one of its blocs. Numbers of notes go on from `cited`.
pub fn balance(
    model: &Model,
    theme: &Theme,
    lens: Option<&Lens>,
    cited: &mut Vec<usize>,
) -> Vec<Comparison> {
    let figures: Vec<Figure> = model.facts.iter().filter_map(|fact| figure(model, fact)).collect();
    let about = |bloc: usize| lens.is_none_or(|l| l.blocs.is_empty() || l.blocs.contains(&bloc));
    let mut comparisons = Vec::new();
    for (index, first) in figures.iter().enumerate() {
        let is_known = figures.iter().take(index).any(|figure| figure.kind == first.kind);
        // The largest first; of equal values the brief's first.
        let mut same: Vec<&Figure> = Vec::new();
        for figure in figures.iter().filter(|figure| figure.kind == first.kind) {
            let at = same.partition_point(|other| other.number >= figure.number);
            same.insert(at, figure);
        }
        let several = same.iter().any(|figure| figure.bloc != first.bloc);
        if is_known || !several || !same.iter().any(|figure| about(figure.bloc)) {
            continue;
        }
        comparisons.push(compare(model, theme, lens, &same, cited));
    }
    comparisons
}

fn compare(
    model: &Model,
    theme: &Theme,
    lens: Option<&Lens>,
    figures: &[&Figure],
    cited: &mut Vec<usize>,
) -> Comparison {
    let largest = figures.first().map(|figure| figure.number);
    let is_drawn = figures.iter().all(|figure| figure.number >= 0.0);
    let largest = largest.filter(|number| is_drawn && *number > 0.0);
    let longest = figures.first().filter(|_| largest.is_some());
    let rows = figures.iter().map(|figure| Row {
        id: figure.fact.id.clone(),
        actor: model.actors.get(figure.actor).map(|a| a.name.clone()).unwrap_or_default(),
        bloc: model.blocs.get(figure.bloc).map(|b| b.title.clone()).unwrap_or_default(),
        color: theme.hue(model.actor_hue(figure.actor)).css(),
        figure: format::figure(model, figure.fact).unwrap_or_default(),
        period: figure.fact.period.as_deref().map(|p| format::period(&model.speech, p)),
        share: largest.map(|largest| figure.number / largest),
        quiet: lens.is_some_and(|l| !lens::is_about(model, l, Thing::Actor(figure.actor))),
        remark: figure.fact.remark.clone(),
        notes: numbers(&figure.fact.notes, cited),
        place: place(model, figure.fact),
    });
    let measure = figures.first().and_then(|figure| model.measures.get(figure.fact.measure));
    Comparison {
        measure: measure.map(|measure| measure.title.clone()).unwrap_or_default(),
        rows: rows.collect(),
        axis: longest
            .and_then(|figure| format::value(model, figure.fact))
            .map(|value| format!("{} – {value}", model.speech.locale.number(0.0))),
        periods_differ: periods_differ(&model.speech, figures),
    }
}

/// `different years: 2021 and 2020`; nothing where all are of one period.
fn periods_differ(speech: &Speech, figures: &[&Figure]) -> Option<String> {
    let mut periods: Vec<Option<&str>> = Vec::new();
    for figure in figures {
        let period = figure.fact.period.as_deref();
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    let (last, others) = periods.split_last().filter(|(_, others)| !others.is_empty())?;
    const YEAR_DIGITS: usize = 4;
    let years = periods.iter().all(|period| period.is_some_and(|p| p.len() == YEAR_DIGITS));
    let words = |period: &Option<&str>| match period {
        Some(period) => format::period(speech, period),
        None => speech.word(Word::NotGiven).to_owned(),
    };
    let others: Vec<String> = others.iter().map(words).collect();
    let what = if years { Word::DifferentYears } else { Word::DifferentPeriods };
    Some(speech.sentence(what, &[&speech.names(&others), &words(last)]))
}

/// The panel of a lens: what it is, the comparison, its own facts.
pub fn lens_panel(model: &Model, theme: &Theme, lens: &Lens) -> Panel {
    let mut cited = Vec::new();
    let comparisons = balance(model, theme, Some(lens), &mut cited);
    let mut panel = Panel {
        kind: "lens",
        id: lens.id.clone(),
        title: lens.title.clone(),
        summary: lens.summary.clone(),
        comparisons,
        ..Panel::default()
    };
    add_facts(model, &lens.facts, cited, &mut panel);
    panel
}

/// The panel of a step of the story: the facts that its text tells.
pub fn step_panel(model: &Model, index: usize) -> Option<Panel> {
    let step = model.story.get(index)?;
    let mut panel = Panel {
        kind: "step",
        id: index.to_string(),
        title: step.title.clone(),
        ..Panel::default()
    };
    add_facts(model, &step.facts, Vec::new(), &mut panel);
    Some(panel)
}
