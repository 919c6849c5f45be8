//! What a lens is about. What it is not about is dimmed.

use crate::brief::Role;
use crate::model::{End, Lens, Model, Thing};

/// Whether a lens is about something of the brief: see [`crate::brief::Lens`].
pub fn is_about(model: &Model, lens: &Lens, thing: Thing) -> bool {
    if lens.blocs.is_empty() {
        return true;
    }
    let facts = |facts: &[usize]| facts.iter().any(|fact| fact_is_about(model, lens, *fact));
    match thing {
        // A country of no bloc stands back already.
        Thing::Actor(index) => model.actors.get(index).is_none_or(|actor| {
            actor.role == Role::Focus || actor.bloc.is_none_or(|bloc| lens.blocs.contains(&bloc))
        }),
        Thing::Flow(index) => model.flows.get(index).is_some_and(|flow| {
            let end = |end| match end {
                End::Actor(actor) => is_of(model, lens, actor),
                End::Place(place) => {
                    model.places.get(place).is_some_and(|place| facts(&place.facts))
                }
            };
            facts(&[flow.fact]) || end(flow.from) || end(flow.to)
        }),
        Thing::Place(index) => model.places.get(index).is_some_and(|place| facts(&place.facts)),
        Thing::Line(index) => model.lines.get(index).is_some_and(|line| facts(&line.facts)),
        Thing::Area(index) => model.areas.get(index).is_some_and(|area| facts(&area.facts)),
    }
}

/// Whether an actor belongs to a bloc of the lens.
fn is_of(model: &Model, lens: &Lens, actor: usize) -> bool {
    let bloc = model.actors.get(actor).and_then(|actor| actor.bloc);
    bloc.is_some_and(|bloc| lens.blocs.contains(&bloc))
}

/// Whether a lens is about a fact.
pub fn fact_is_about(model: &Model, lens: &Lens, index: usize) -> bool {
    let Some(fact) = model.facts.get(index) else { return false };
    lens.facts.contains(&index)
        || is_of(model, lens, fact.subject)
        || fact.object.is_some_and(|object| is_of(model, lens, object))
}
