//! What the panel says of a country, flow, place, line or area: facts by theme, sources numbered.

use crate::balance::Comparison;
use crate::brief::Source;
use crate::compose::Atlas;
use crate::format;
use crate::model::{Fact, Model};
use crate::scene::Target;
use serde::Serialize;

/// All that the panel shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Panel {
    /// `country`, `flow`, `place`, `line` or `area`; `lens` or `step`.
    pub kind: &'static str,
    /// Id of what is shown.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Language of the name.
    pub title_lang: String,
    /// Name in its own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnName>,
    /// One line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What several blocs have a value of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// Facts by theme.
    pub groups: Vec<Group>,
    /// Cited works, numbered in the order in which the facts name them.
    pub sources: Vec<SourceEntry>,
    /// Remarks of the editor.
    pub remarks: Vec<String>,
    /// Where what is outside the publication comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
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
    pub title: String,
    /// Its facts, in the brief's order.
    pub facts: Vec<FactEntry>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactEntry {
    /// Id.
    pub id: String,
    /// What is measured.
    pub measure: String,
    /// Value with unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// `about`, `almost`, `more than`, `less than`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<&'static str>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// One sentence.
    pub text: String,
    /// Remark of the editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Name of whom it is about.
    pub subject: String,
    /// Name of the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// Numbers of its sources.
    pub notes: Vec<usize>,
    /// Where in the publication it stands.
    pub place: String,
}

/// A cited work.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceEntry {
    /// Its number in this panel, from 1.
    pub number: usize,
    /// Author (year). Title. Container.
    pub text: String,
    /// Link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day of access.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<String>,
    /// Its place among the publication's notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endnote: Option<String>,
    /// Remark of the editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// The panel for a target; `None` when it is not there.
pub fn panel(atlas: &Atlas, target: Target) -> Option<Panel> {
    let model = &atlas.model;
    let mut panel = Panel { title_lang: model.meta.language.clone(), ..Panel::default() };
    let facts: Vec<usize> = match target {
        Target::Country(index) => {
            let country = atlas.base.countries.get(index)?;
            let actor = model.actors.iter().position(|actor| actor.id == country.id);
            panel.kind = "country";
            panel.id = country.id.clone();
            panel.title = country.label.name.clone();
            panel.own = own_name(country.label.own.as_ref(), &panel.title);
            if let Some(actor) = actor.and_then(|actor| model.actors.get(actor)) {
                panel.title = actor.name.clone();
                panel.summary = actor.summary.clone();
            }
            let about = |fact: &Fact| {
                actor.is_some() && (Some(fact.subject) == actor || fact.object == actor)
            };
            (0..model.facts.len()).filter(|i| model.facts.get(*i).is_some_and(about)).collect()
        }
        Target::Flow(index) => {
            let flow = model.flows.get(index)?;
            let (from, to) = (model.end_name(flow.from), model.end_name(flow.to));
            let arrow = match flow.direction {
                crate::brief::Direction::OneWay => "→",
                crate::brief::Direction::TwoWay => "↔",
            };
            panel.kind = "flow";
            panel.id = flow.id.clone();
            panel.title = format!("{from} {arrow} {to}");
            let layer = model.layers.get(flow.layer).map(|layer| layer.title.clone());
            panel.summary = match (layer, flow.goods.is_empty()) {
                (Some(layer), false) => Some(format!("{layer}: {}", flow.goods.join(", "))),
                (layer, _) => layer,
            };
            if flow.amount(model).is_none() {
                panel.remarks.push("The source gives no amount for this flow.".to_owned());
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
            panel.remarks.push(format!(
                "The position is approximate, to within about {}.",
                format::precision_km(place.precision_km)
            ));
            panel.credit = place.credit.clone();
            place.facts.clone()
        }
        Target::Line(index) => {
            let line = model.lines.get(index)?;
            panel.kind = "line";
            panel.id = line.id.clone();
            panel.title = model.name(&line.name);
            panel.own = other_names(&line.name, &panel.title);
            panel.summary = Some(line_summary(line.carries, line.status).to_owned());
            panel.remarks.extend(line.remark.clone());
            if line.schematic {
                panel.remarks.push("The route is drawn schematically.".to_owned());
            }
            panel.credit = line.credit.clone();
            line.facts.clone()
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
    };
    add_facts(&atlas.model, &facts, Vec::new(), &mut panel);
    Some(panel)
}

fn line_summary(carries: crate::brief::Carries, status: crate::brief::Status) -> &'static str {
    use crate::brief::{Carries::*, Status::*};
    match (carries, status) {
        (CrudeOil, Operating) => "Oil pipeline, operating",
        (CrudeOil, Planned) => "Oil pipeline, planned",
        (CrudeOil, Idle) => "Oil pipeline, idle",
        (Gas, Operating) => "Gas pipeline, operating",
        (Gas, Planned) => "Gas pipeline, planned",
        (Gas, Idle) => "Gas pipeline, idle",
        (Rail, Operating) => "Railway, operating",
        (Rail, Planned) => "Railway, planned",
        (Rail, Idle) => "Railway, idle",
        (Sea, Operating) => "Sea route, operating",
        (Sea, Planned) => "Sea route, planned",
        (Sea, Idle) => "Sea route, idle",
    }
}

fn own_name(own: Option<&(String, String)>, title: &str) -> Option<OwnName> {
    let (text, lang) = own?;
    (text != title).then(|| OwnName { text: text.clone(), lang: lang.clone() })
}

/// The name in the first other language, for places that have no language of their own.
fn other_names(names: &crate::brief::Names, title: &str) -> Option<OwnName> {
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
                value: format::value(model, fact),
                qualifier: format::qualifier(fact.qualifier),
                period: fact.period.as_deref().map(format::period),
                text: fact.text.clone(),
                remark: fact.remark.clone(),
                subject: name(fact.subject),
                object: fact.object.map(name),
                notes,
                place: place(fact),
            });
        }
        if !entries.is_empty() {
            panel.groups.push(Group { title: theme.title.clone(), facts: entries });
        }
    }
    panel.sources = cited
        .iter()
        .enumerate()
        .filter_map(|(index, source)| Some(entry(index + 1, model.sources.get(*source)?)))
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
pub(crate) fn place(fact: &Fact) -> String {
    format!("{}, paragraph {}", fact.section, fact.paragraph)
}

fn entry(number: usize, source: &Source) -> SourceEntry {
    let year = source.year.map(|year| format!(" ({year})")).unwrap_or_default();
    let stop = |text: &str| {
        let ends = text.ends_with(['.', '?', '!', '”']);
        if ends { text.to_owned() } else { format!("{text}.") }
    };
    let container =
        source.container.as_deref().map(|c| format!(" {}", stop(c))).unwrap_or_default();
    SourceEntry {
        number,
        text: format!("{}{year}. {}{container}", source.author, stop(&source.title)),
        url: source.url.clone(),
        accessed: source.accessed.as_deref().map(format::period),
        endnote: source.note.map(|note| format!("endnote {note}")),
        comment: source.comment.clone(),
    }
}
