//! What a widget tells of what is pointed at: its name, its main value, and what belongs to it.

use super::{Choices, Effects, Named, Shown, Widget, named};
use crate::compose::{Atlas, Lit, View, lit, said_of_sum};
use crate::format;
use crate::interact::Pointer;
use crate::lens::fact_is_about;
use crate::model::{Fact, Model};
use crate::scene::{Scene, Target};
use crate::speech::{Said, Word};
use crate::view::ScreenPoint;

impl Widget {
    /// The last picture and what is to be painted over it because the pointer is there, while it is
    /// a picture of the present view.
    pub fn lit(&self) -> Option<(&Scene, Lit)> {
        let shown = self.shown.as_ref()?;
        let scene = shown.scene.as_ref().filter(|_| shown.shows(&shown.view.camera))?;
        Some((scene, lit(&shown.atlas, scene, shown.hover?)))
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
    let mut actor = None;
    let facts: &[usize] = match target {
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
            actor = Some(model.actors.iter().position(|actor| actor.id == *id)?);
            &[]
        }
        Target::Place(index) => &model.places.get(index)?.facts,
        Target::Line(index) => &model.lines.get(index)?.facts,
        Target::Area(index) => &model.areas.get(index)?.facts,
        Target::Disputed(_) | Target::Group(_) => return None,
    };
    let lens = view.lens.and_then(|lens| model.lenses.get(lens));
    let is_asked = |index: usize, fact: &Fact| match actor {
        Some(actor) => fact.subject == actor || fact.object == Some(actor),
        None => facts.contains(&index),
    };
    let mut main = None;
    for (index, fact) in model.facts.iter().enumerate() {
        if fact.value.is_some() && is_asked(index, fact) {
            let is_of_lens = lens.is_some_and(|lens| fact_is_about(model, lens, index));
            if is_of_lens || main.is_none() {
                main = Some(fact);
            }
            if is_of_lens || lens.is_none() {
                break;
            }
        }
    }
    let fact = main?;
    let measure = &model.measures.get(fact.measure)?.title;
    // Whose other side it is.
    let other = actor.and_then(|actor| match fact.object {
        Some(object) if object == actor => model.actors.get(fact.subject),
        object => model.actors.get(object?),
    });
    let what = other.map_or(measure.text.clone(), |other| {
        model.speech.sentence(Word::Bracketed, &[measure, &other.name])
    });
    let what = Said { text: what, lang: measure.lang.clone() };
    Some(labelled(model, &what, &with_period(model, fact)?))
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
