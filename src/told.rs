//! What is told in words to who does not see the map: of a picture as a whole, and of each thing on
//! it. Money is in full words, and what the source does not give is said not to be given.

mod flow;
mod picture;
mod whereabouts;

pub use picture::describe;

use crate::brief::Role;
use crate::compose::Atlas;
use crate::dispute;
use crate::model::{End, Fact, Model};
use crate::panel::{line_words, place};
use crate::scene::Target;
use crate::speech::{Said, Speech, Word};

/// Clauses of a sentence, with commas between them.
struct Clauses<'a> {
    speech: &'a Speech,
    text: String,
}

impl<'a> Clauses<'a> {
    fn new(speech: &'a Speech) -> Self {
        Self { speech, text: String::new() }
    }

    fn add(&mut self, clause: &str) {
        if !self.text.is_empty() {
            self.text.push_str(self.speech.word(Word::ClauseComma));
        }
        self.text.push_str(clause);
    }

    fn sentence(self) -> String {
        self.speech.sentence(Word::Sentence, &[&self.text])
    }
}

/// What is said of a thing, in sentences: those of the map, and those of the brief, which may be in
/// another language. `layers`: which are on.
pub fn thing(atlas: &Atlas, layers: &[bool], target: Target) -> Vec<Said> {
    let model = &atlas.model;
    let mut said = Clauses::new(&model.speech);
    let facts = match target {
        Target::Country(index) => {
            country(atlas, layers, index, &mut said);
            None
        }
        Target::Flow(index) => {
            flow::flow(model, index, &mut said);
            None
        }
        Target::Sum(number) => {
            flow::sum(atlas, number, &mut said);
            None
        }
        Target::Place(index) => model.places.get(index).map(|place| {
            said.add(&model.name(&place.name));
            whereabouts::of_place(atlas, index, &mut said);
            &place.facts
        }),
        Target::Line(index) => model.lines.get(index).map(|line| {
            said.add(&model.name(&line.name));
            said.add(&line_words(&model.speech, line.carries, line.status));
            &line.facts
        }),
        Target::Area(index) => model.areas.get(index).map(|area| {
            said.add(&model.name(&area.name));
            &area.facts
        }),
        Target::Disputed(index) => {
            if let Some(claim) = atlas.base.claims.get(index) {
                said.add(&model.label(&claim.area.label));
                said.add(model.speech.word(Word::DisputedArea));
            }
            None
        }
        Target::Group(_) => None,
    };
    let mut told = vec![Said::plain(said.sentence())];
    if let Some(fact) = facts.and_then(|facts| model.facts.get(*facts.first()?)) {
        let mut source = Clauses::new(&model.speech);
        cite(model, fact, &mut source);
        told.extend([fact.text.clone(), Said::plain(source.sentence())]);
    }
    if let Target::Disputed(index) = target {
        told.extend(dispute::about_area(atlas, index).unwrap_or_default());
    }
    told
}

/// A country's name, what it is to the brief, its bloc, and how many flows that are on end there.
fn country(atlas: &Atlas, layers: &[bool], index: usize, said: &mut Clauses) -> Option<()> {
    let model = &atlas.model;
    let speech = &model.speech;
    let id = &atlas.base.countries.get(index)?.id;
    let number = model.actors.iter().position(|actor| actor.id == *id)?;
    let actor = model.actors.get(number)?;
    said.add(&actor.name);
    match actor.role {
        Role::Focus => said.add(speech.word(Word::FocusOfMap)),
        Role::Region => said.add(speech.word(Word::RegionOfMap)),
        Role::Partner | Role::Context => {}
    }
    if let Some(bloc) = actor.bloc.and_then(|bloc| model.blocs.get(bloc)) {
        said.add(&speech.sentence(Word::Labelled, &[speech.word(Word::Partner), &bloc.title]));
    }
    let end = End::Actor(number);
    let on = model.flows.iter().filter(|flow| layers.get(flow.layer) == Some(&true));
    let flows = on.filter(|flow| flow.from == end || flow.to == end).count();
    said.add(&speech.counted(Word::FlowsCounted, flows));
    Some(())
}

/// The endnotes of a fact; where it has none, its place in the publication.
fn cite(model: &Model, fact: &Fact, said: &mut Clauses) {
    let speech = &model.speech;
    let before = said.text.len();
    for note in &fact.notes {
        if let Some(note) = model.sources.get(*note).and_then(|source| source.note) {
            let number = speech.locale.digits(&note.to_string());
            said.add(&speech.sentence(Word::Endnote, &[&number]));
        }
    }
    if said.text.len() == before {
        said.add(&place(model, fact));
    }
}
