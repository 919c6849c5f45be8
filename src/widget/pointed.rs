//! What a widget tells of what is pointed at: its name, its main value, and what belongs to it.

use super::{Choices, Effects, Named, Shown, Widget, named};
use crate::compose::{Atlas, View, lit, said_of_sum};
use crate::format;
use crate::interact::Pointer;
use crate::lens::fact_is_about;
use crate::model::{Fact, Model};
use crate::scene::{Scene, Target};
use crate::speech::{Said, Word};
use crate::view::ScreenPoint;

impl Widget {
    /// What is to be painted over the last picture because the pointer is there, while that is a
    /// picture of the present view.
    pub fn lit(&self) -> Option<Scene> {
        let shown = self.shown.as_ref()?;
        let scene = shown.scene.as_ref().filter(|_| shown.shows(&shown.view.camera))?;
        Some(lit(&shown.atlas, scene, shown.hover?))
    }
}

impl Shown {
    /// The pointer is at something, or at nothing.
    pub(super) fn point_at(&mut self, target: Option<Target>, effects: &mut Effects) {
        if self.hover != target {
            self.hover = target;
            effects.draw = true;
            effects.hover = Some(target.and_then(|target| self.told(target)));
        }
    }

    /// The small things that a click may mean.
    pub(super) fn choices(&self, at: ScreenPoint, by: Pointer) -> Choices {
        let of = self.hits(at, by).into_iter().filter_map(|target| self.told(target)).collect();
        Choices { x: at.x, y: at.y, of }
    }

    /// A name with the main value.
    fn told(&self, target: Target) -> Option<Named> {
        let note = note(&self.atlas, &self.view, target);
        Some(Named { note, ..named(&self.atlas, target)? })
    }
}

/// The main value of something: of a flow its own, else the first that the lens is about, or the
/// first of all. Where the source gives a flow no amount it says that.
fn note(atlas: &Atlas, view: &View, target: Target) -> Option<Said> {
    let model = &atlas.model;
    let facts = match target {
        Target::Flow(index) => {
            let flow = model.flows.get(index)?;
            let fact = model.facts.get(flow.fact)?;
            let amount = match flow.amount(model) {
                Some(_) => with_period(model, fact)?,
                None => model.speech.word(Word::AmountNotGiven).to_owned(),
            };
            return Some(labelled(model, &model.layers.get(flow.layer)?.title, &amount));
        }
        Target::Sum(number) => {
            let (layer, amount, period) = said_of_sum(atlas, number)?;
            return Some(labelled(model, &Said::plain(layer), &format!("{amount}{period}")));
        }
        Target::Country(index) => {
            let id = &atlas.base.countries.get(index)?.id;
            let actor = model.actors.iter().position(|actor| actor.id == *id)?;
            let is_about = |fact: &Fact| fact.subject == actor || fact.object == Some(actor);
            let fact = main_fact(model, view, |_, fact| is_about(fact))?;
            let other = if fact.subject == actor { fact.object } else { Some(fact.subject) };
            let measure = &model.measures.get(fact.measure)?.title;
            let what = match other.and_then(|other| model.actors.get(other)) {
                Some(other) => model.speech.sentence(Word::Bracketed, &[measure, &other.name]),
                None => measure.text.clone(),
            };
            let what = Said { text: what, lang: measure.lang.clone() };
            return Some(labelled(model, &what, &with_period(model, fact)?));
        }
        Target::Place(index) => &model.places.get(index)?.facts,
        Target::Line(index) => &model.lines.get(index)?.facts,
        Target::Area(index) => &model.areas.get(index)?.facts,
        Target::Disputed(_) | Target::Group(_) => return None,
    };
    let fact = main_fact(model, view, |index, _| facts.contains(&index))?;
    let measure = &model.measures.get(fact.measure)?.title;
    Some(labelled(model, measure, &with_period(model, fact)?))
}

/// The first fact with a value that the lens is about, else the first with a value.
fn main_fact<'a>(
    model: &'a Model,
    view: &View,
    is_asked: impl Fn(usize, &Fact) -> bool,
) -> Option<&'a Fact> {
    let lens = view.lens.and_then(|lens| model.lenses.get(lens));
    let facts = || {
        let facts = model.facts.iter().enumerate();
        facts.filter(|(index, fact)| fact.value.is_some() && is_asked(*index, fact))
    };
    let of_lens = lens.and_then(|lens| facts().find(|(at, _)| fact_is_about(model, lens, *at)));
    of_lens.or_else(|| facts().next()).map(|(_, fact)| fact)
}

/// `about USD 18 bn · 2021`; a year is its own period.
fn with_period(model: &Model, fact: &Fact) -> Option<String> {
    let value = format::qualified_value(model, fact)?;
    let period = fact.period.as_ref().map(|period| format::period(&model.speech, period));
    Some(match period.filter(|period| *period != value) {
        Some(period) => format!("{value} · {period}"),
        None => value,
    })
}

fn labelled(model: &Model, what: &Said, value: &str) -> Said {
    Said { text: model.speech.sentence(Word::Labelled, &[what, value]), lang: what.lang.clone() }
}
