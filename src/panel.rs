//! What the panel says of a country, flow, place, line or area: facts by theme, sources numbered.

mod sums;

use crate::balance::Comparison;
use crate::brief::{Carries, Direction, Names, Status};
use crate::compose::Atlas;
use crate::dispute;
use crate::format::{self, Figure};
use crate::model::{Fact, Model, Source};
use crate::scene::Target;
use crate::speech::{Length, Said, Speech, Word, right_to_left};
use serde::Serialize;
pub use sums::MOST_LISTED;
pub(crate) use sums::{facts_of_sum, flows_said, said as said_of_sum};

/// All that the panel shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Panel {
    /// `country`, `flow`, `place`, `line`, `area`, `disputed`, `sum` or `group`; `lens`, `step` or `facts`.
    pub kind: &'static str,
    /// Id of what is shown.
    pub id: String,
    /// Its name.
    pub title: Said,
    /// Name in its own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnName>,
    /// One line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Said>,
    /// What several blocs have a value of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// Facts by theme.
    pub groups: Vec<Group>,
    /// Cited works, numbered in the order in which the facts name them.
    pub sources: Vec<SourceEntry>,
    /// Remarks of the editor.
    pub remarks: Vec<Said>,
    /// Where what is outside the publication comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<Said>,
}

/// A name with its language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnName {
    /// The name.
    pub text: String,
    /// Its language code.
    pub lang: String,
}

/// Facts of a theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Heading.
    pub title: Said,
    /// Its facts, in the brief's order.
    pub facts: Vec<FactEntry>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactEntry {
    /// Id.
    pub id: String,
    /// What is measured.
    pub measure: Said,
    /// Value with unit, and how it is to be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// One sentence.
    pub text: Said,
    /// Remark of the editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Said>,
    /// Name of whom it is about.
    pub subject: Said,
    /// Name of the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Said>,
    /// Numbers of its sources.
    pub notes: Vec<usize>,
    /// Where in the publication it stands.
    pub place: Said,
}

/// A cited work.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceEntry {
    /// Its number in this panel, from 1.
    pub number: usize,
    /// Author (year). Title. Container.
    pub text: String,
    /// The language of the brief, where it is not the one asked for: bibliography is not translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its place among the publication's notes, and the day of access.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tail: String,
    /// Remark of the editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<Said>,
}

/// The panel for a target; `None` when it is not there.
pub fn panel(atlas: &Atlas, target: Target) -> Option<Panel> {
    let model = &atlas.model;
    let speech = &model.speech;
    let word = |word: Word| speech.say(word, &[]);
    let mut panel = Panel::default();
    let facts: Vec<usize> = match target {
        Target::Country(index) => {
            let country = atlas.base.countries.get(index)?;
            let actor = model.actors.iter().position(|actor| actor.id == country.id);
            panel.kind = "country";
            panel.id = country.id.clone();
            panel.title = model.label(&country.label);
            panel.own = own_name(country.label.own.as_ref(), &panel.title);
            if let Some(actor) = actor.and_then(|actor| model.actors.get(actor)) {
                panel.title = actor.name.clone();
                panel.summary = actor.summary.clone();
            }
            panel.remarks = dispute::about_country(atlas, index);
            if !panel.remarks.is_empty() {
                panel.credit = Some(dispute::credit(atlas));
            }
            let about = |fact: &Fact| {
                actor.is_some() && (Some(fact.subject) == actor || fact.object == actor)
            };
            (0..model.facts.len()).filter(|i| model.facts.get(*i).is_some_and(about)).collect()
        }
        Target::Flow(index) => {
            let flow = model.flows.get(index)?;
            let (from, to) = (model.end_name(flow.from), model.end_name(flow.to));
            panel.kind = "flow";
            panel.id = flow.id.clone();
            panel.title = arrow(speech, &from, &to, flow.direction == Direction::TwoWay);
            panel.summary = model.layers.get(flow.layer).map(|layer| {
                let goods: Vec<&str> = flow.goods.iter().map(|goods| &**goods).collect();
                let lang = flow.goods.first().and_then(|goods| goods.lang.clone());
                match goods.as_slice() {
                    [] => layer.title.clone(),
                    _ => {
                        let parts = [&*layer.title, &speech.names(&goods)];
                        Said { text: speech.sentence(Word::Labelled, &parts), lang }
                    }
                }
            });
            if flow.amount(model).is_none() {
                panel.remarks.push(word(Word::NoAmount));
            }
            vec![flow.fact]
        }
        Target::Place(index) => {
            let place = model.places.get(index)?;
            panel.kind = "place";
            panel.id = place.id.clone();
            panel.title = model.name(&place.name);
            panel.own = other_names(&place.name, &panel.title);
            panel.remarks.extend(place.remark.clone());
            let within = speech.locale.km(place.precision_km, Length::Short);
            panel.remarks.push(speech.say(Word::PositionWithin, &[&within]));
            panel.credit = place.credit.clone();
            place.facts.clone()
        }
        Target::Line(index) => {
            let line = model.lines.get(index)?;
            panel.kind = "line";
            panel.id = line.id.clone();
            panel.title = model.name(&line.name);
            panel.own = other_names(&line.name, &panel.title);
            panel.summary = Some(Said::plain(line_words(speech, line.carries, line.status)));
            panel.remarks.extend(line.remark.clone());
            if line.schematic {
                panel.remarks.push(word(Word::RouteSchematic));
            }
            panel.credit = line.credit.clone();
            line.facts.clone()
        }
        Target::Disputed(index) => {
            let area = &atlas.base.claims.get(index)?.area;
            panel.kind = "disputed";
            panel.id = area.id.clone();
            panel.title = model.label(&area.label);
            panel.summary = Some(word(Word::DisputedArea));
            panel.remarks = dispute::about_area(atlas, index)?;
            panel.credit = Some(dispute::credit(atlas));
            Vec::new()
        }
        Target::Area(index) => {
            let area = model.areas.get(index)?;
            panel.kind = "area";
            panel.id = area.id.clone();
            panel.title = model.name(&area.name);
            panel.own = other_names(&area.name, &panel.title);
            panel.remarks.extend(area.remark.clone());
            area.facts.clone()
        }
        Target::Sum(number) => sums::sum(atlas, number, &mut panel)?,
        Target::Group(number) => {
            sums::group(atlas, number, &mut panel)?;
            Vec::new()
        }
    };
    add_facts(model, &facts, Vec::new(), &mut panel);
    Some(panel)
}

/// From where to where.
fn arrow(speech: &Speech, from: &Said, to: &Said, two_way: bool) -> Said {
    let lang = from.lang.clone().or_else(|| to.lang.clone());
    // An arrow does not turn with the writing.
    let arrow = match two_way {
        true => "↔",
        false if right_to_left(lang.as_ref().unwrap_or(&speech.lang)) => "←",
        false => "→",
    };
    Said { text: format!("{from} {arrow} {to}"), lang }
}

/// What a line carries and whether it works: `Oil pipeline, operating`.
pub(crate) fn line_words(speech: &Speech, carries: Carries, status: Status) -> String {
    let what = speech.word(match carries {
        Carries::CrudeOil => Word::OilPipeline,
        Carries::Gas => Word::GasPipeline,
        Carries::Rail => Word::Railway,
        Carries::Sea => Word::SeaRoute,
    });
    let status = match status {
        Status::Operating => Word::Operating,
        Status::Planned => Word::Planned,
        Status::Idle => Word::Idle,
    };
    speech.sentence(status, &[what])
}

fn own_name(own: Option<&(String, String)>, title: &str) -> Option<OwnName> {
    let (text, lang) = own?;
    (text != title).then(|| OwnName { text: text.clone(), lang: lang.clone() })
}

/// The name in the first other language, for places that have no language of their own.
fn other_names(names: &Names, title: &str) -> Option<OwnName> {
    let (lang, text) = names.iter().find(|(_, name)| name.as_str() != title)?;
    Some(OwnName { text: text.clone(), lang: lang.clone() })
}

/// Adds facts by theme, and the list of sources: those `cited` already, then what the facts name.
pub(crate) fn add_facts(model: &Model, facts: &[usize], mut cited: Vec<usize>, panel: &mut Panel) {
    for (index, theme) in model.themes.iter().enumerate() {
        let mut entries = Vec::new();
        for fact in facts.iter().filter_map(|fact| model.facts.get(*fact)) {
            let Some(measure) = model.measures.get(fact.measure) else { continue };
            if measure.theme != index {
                continue;
            }
            let notes = numbers(&fact.notes, &mut cited);
            let name =
                |actor: usize| model.actors.get(actor).map(|a| a.name.clone()).unwrap_or_default();
            entries.push(FactEntry {
                id: fact.id.clone(),
                measure: measure.title.clone(),
                figure: format::figure(model, fact),
                period: fact.period.as_deref().map(|p| format::period(&model.speech, p)),
                text: fact.text.clone(),
                remark: fact.remark.clone(),
                subject: name(fact.subject),
                object: fact.object.map(name),
                notes,
                place: place(model, fact),
            });
        }
        if !entries.is_empty() {
            panel.groups.push(Group { title: theme.clone(), facts: entries });
        }
    }
    panel.sources = cited
        .iter()
        .enumerate()
        .filter_map(|(index, source)| Some(entry(model, index + 1, model.sources.get(*source)?)))
        .collect();
}

/// Numbers of notes, from 1, in the order in which they were first cited.
pub(crate) fn numbers(notes: &[usize], cited: &mut Vec<usize>) -> Vec<usize> {
    let mut numbers = Vec::new();
    for note in notes {
        let number = cited.iter().position(|known| known == note);
        numbers.push(
            1 + number.unwrap_or_else(|| {
                cited.push(*note);
                cited.len() - 1
            }),
        );
    }
    numbers
}

/// Where in the publication a fact stands.
pub(crate) fn place(model: &Model, fact: &Fact) -> Said {
    let paragraph = model.speech.locale.digits(&fact.paragraph.to_string());
    let text = model.speech.sentence(Word::Paragraph, &[&fact.section, &paragraph]);
    Said { text, lang: fact.section.lang.clone() }
}

fn entry(model: &Model, number: usize, source: &Source) -> SourceEntry {
    let speech = &model.speech;
    let number_of = |note: i64| speech.locale.digits(&note.to_string());
    let endnote = source.note.map(|note| speech.sentence(Word::Endnote, &[&number_of(note)]));
    let accessed = source
        .accessed
        .as_ref()
        .map(|day| speech.sentence(Word::Accessed, &[&format::period(speech, day)]));
    let tail: Vec<String> = endnote.into_iter().chain(accessed).collect();
    SourceEntry {
        number,
        text: source.text.clone(),
        lang: model.other_language(),
        url: source.url.clone(),
        tail: speech.clauses(&tail),
        comment: source.comment.clone(),
    }
}
