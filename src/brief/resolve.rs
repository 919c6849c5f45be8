//! [`Brief`] + [`BaseMap`] → [`Model`]: every id is looked up once, every default filled in.

use super::contract::{
    self, Actor as BriefActor, Brief, Declared, Extent, Names, Unit as BriefUnit,
};
use crate::decimal::decimal;
use crate::error::Problems;
use crate::geo::BaseMap;
use crate::json::quoted;
use crate::model::*;
use crate::sorted::sort_by;
use crate::speech::{Said, Speech};
use geo::Coord;

/// Joins a brief to the map it is drawn on, in a language.
///
/// Returns `None` when a part of the brief could not be read or a reference leads nowhere;
/// what is wrong is in `problems` then, or was put there by reading.
pub fn resolve(
    brief: &Brief,
    map: &BaseMap,
    speech: &Speech,
    problems: &mut Problems,
) -> Option<Model> {
    let say = Say { wanted: &speech.lang, fallback: &brief.meta.language };
    let units = units(&brief.units, &say, problems);
    let sources = sorted(&brief.sources);
    let r = Resolver {
        brief,
        map,
        say,
        units: &units,
        source_numbers: numbers(&brief.sources, &sources),
        actors: brief.actors.ids.keys().map(String::as_str).collect(),
    };
    let measures = r.measures(problems);
    let actors = r.actors(problems);
    let facts = r.facts(problems);
    let places = r.places(problems);
    let flows = r.flows(problems);
    let lines = r.lines(problems);
    let areas = r.areas(problems);
    let lenses = r.lenses(problems);
    let story = r.story(problems);
    let mut model = Model {
        speech: speech.clone(),
        language: brief.meta.language.clone(),
        title: say.it(&brief.meta.title),
        summary: say.it(&brief.meta.summary),
        publication: brief.meta.publication.clone(),
        notes: say.all(&brief.meta.notes),
        extent: [0.0; 4],
        is_extent_given: brief.view.extent.is_some(),
        worldview: brief.view.worldview,
        projection: brief.view.projection.unwrap_or_default(),
        graticule: brief.view.graticule,
        sources: sources.iter().map(|(_, source)| cited(source, &say)).collect(),
        themes: items(&brief.themes, |theme| say.it(&theme.title)),
        measures,
        units: units.iter().map(|(_, unit)| unit.clone()).collect(),
        blocs: items(&brief.blocs, |bloc| Bloc { title: say.it(&bloc.title), hue: bloc.hue }),
        actors,
        facts,
        flows,
        places,
        lines,
        areas,
        layers: items(&brief.layers, |layer| Layer {
            id: layer.id.clone(),
            title: say.it(&layer.title),
            visible: layer.visible,
        }),
        lenses,
        story,
    };
    if model.actors.is_empty() && problems.0.is_empty() {
        problems.add("$.actors", "at least one actor", "none");
    }
    if !problems.0.is_empty() {
        return None;
    }
    model.extent = brief.view.extent.unwrap_or_else(|| extent_of_actors(&model));
    let hues: Vec<contract::Hue> = model.flows.iter().map(|flow| flow_hue(&model, flow)).collect();
    for (flow, hue) in model.flows.iter_mut().zip(hues) {
        flow.hue = hue;
    }
    Some(model)
}

/// Picks texts in the language asked for.
#[derive(Debug, Clone, Copy)]
struct Say<'a> {
    wanted: &'a str,
    fallback: &'a str,
}

impl Say<'_> {
    fn it(&self, texts: &Names) -> Said {
        Said::pick(texts, self.wanted, self.fallback)
    }

    fn all(&self, texts: &[Names]) -> Vec<Said> {
        texts.iter().map(|texts| self.it(texts)).collect()
    }

    fn maybe(&self, texts: Option<&Names>) -> Option<Said> {
        texts.map(|texts| self.it(texts))
    }
}

fn items<T, U>(declared: &Declared<T>, make: impl Fn(&T) -> U) -> Vec<U> {
    declared.items.iter().map(|(_, item)| make(item)).collect()
}

/// Author (year). Title. Container.
fn cited(source: &contract::Source, say: &Say) -> Source {
    let mut text = source.author.clone();
    if let Some(year) = source.year {
        text.push_str(&format!(" ({year})"));
    }
    text.push('.');
    for part in [Some(&source.title), source.container.as_ref()].into_iter().flatten() {
        text.push(' ');
        text.push_str(part);
        if !part.ends_with(['.', '?', '!', '”']) {
            text.push('.');
        }
    }
    Source {
        note: source.note,
        text,
        url: source.url.clone(),
        accessed: source.accessed.clone(),
        comment: say.maybe(source.comment.as_ref()),
    }
}

/// Sources by endnote number, those without one last, by id.
fn sorted(declared: &Declared<contract::Source>) -> Vec<(&str, &contract::Source)> {
    let mut sources: Vec<(&str, &contract::Source)> = declared
        .ids
        .iter()
        .filter_map(|(id, index)| Some((id.as_str(), &declared.items.get((*index)?)?.1)))
        .collect();
    sort_by(&mut sources, |(a_id, a), (b_id, b)| {
        let key = |id, source: &contract::Source| (source.note.is_none(), source.note, id);
        key(*a_id, a).cmp(&key(*b_id, b))
    });
    sources
}

/// For each declared source its number among the sorted ones.
fn numbers(
    declared: &Declared<contract::Source>,
    sorted: &[(&str, &contract::Source)],
) -> Vec<usize> {
    let mut numbers = vec![0; declared.items.len()];
    for (number, (id, _)) in sorted.iter().enumerate() {
        let index = declared.ids.get(*id).copied().flatten();
        if let Some(slot) = index.and_then(|index| numbers.get_mut(index)) {
            *slot = number;
        }
    }
    numbers
}

fn units(
    declared: &Declared<BriefUnit>,
    say: &Say,
    problems: &mut Problems,
) -> Vec<(String, UnitForm)> {
    let bare = UnitForm::Affixed { before: String::new(), after: String::new() };
    let built_in = [
        ("percent", UnitForm::Percent),
        ("rank", UnitForm::Rank),
        ("year", UnitForm::Year),
        ("count", bare),
        ("usd_bn", UnitForm::Dollars { exponent: 9 }),
        ("usd_mn", UnitForm::Dollars { exponent: 6 }),
    ];
    let mut units: Vec<(String, UnitForm)> =
        built_in.into_iter().map(|(id, form)| (id.to_owned(), form)).collect();
    for (id, index) in declared.ids.iter() {
        if units.iter().any(|(known, _)| known == id) {
            problems.add(format!("$.units.{id}"), "a unit that is not built in", quoted(id));
        } else if let Some((_, unit)) = index.and_then(|index| declared.items.get(index)) {
            let (before, after) = (say.it(&unit.before).text, say.it(&unit.after).text);
            units.push((id.clone(), UnitForm::Affixed { before, after }));
        }
    }
    units
}

/// Looks up an id among declared ones. `None` when it is missing (reported) or could not be read.
fn find<T>(
    declared: &Declared<T>,
    id: &str,
    what: &str,
    path: &str,
    problems: &mut Problems,
) -> Option<usize> {
    match declared.ids.get(id) {
        Some(index) => *index,
        None => {
            problems.add(path, format!("the id of {what}"), quoted(id));
            None
        }
    }
}

struct Resolver<'a> {
    brief: &'a Brief,
    map: &'a BaseMap,
    say: Say<'a>,
    units: &'a [(String, UnitForm)],
    /// For each source in the brief's order its number in the model's.
    source_numbers: Vec<usize>,
    /// Codes of actors, sorted.
    actors: Vec<&'a str>,
}

impl Resolver<'_> {
    fn measures(&self, p: &mut Problems) -> Vec<Measure> {
        let mut measures = Vec::new();
        for (path, measure) in &self.brief.measures.items {
            let theme =
                find(&self.brief.themes, &measure.theme, "a theme", &format!("{path}.theme"), p);
            measures.push(Measure {
                id: measure.id.clone(),
                title: self.say.it(&measure.title),
                theme: theme.unwrap_or_default(),
            });
        }
        measures
    }

    fn actors(&self, p: &mut Problems) -> Vec<Actor> {
        let mut actors = Vec::new();
        for (id, index) in self.brief.actors.ids.iter() {
            let Some((path, actor)) = index.and_then(|i| self.brief.actors.items.get(i)) else {
                continue;
            };
            let bloc = actor.bloc.as_ref().and_then(|bloc| {
                find(&self.brief.blocs, bloc, "a bloc", &format!("{path}.bloc"), p)
            });
            let country = self.map.country(id);
            let label = country.map(|country| &country.label);
            let Some(anchor) = self.anchor(id, actor) else {
                p.add(path.clone(), "a country of the map, or an `anchor`", quoted(id));
                continue;
            };
            let named = |label: &crate::geo::Label| label.said(self.say.wanted);
            let name = match (actor.name.is_empty(), label) {
                (true, Some(label)) => named(label),
                (true, None) => Said::plain(id),
                (false, _) => self.say.it(&actor.name),
            };
            // The map's name in the language asked for is better than the brief's in another.
            let name = match label.map(named) {
                Some(map_name) if name.lang.is_some() && map_name.lang.is_none() => map_name,
                _ => name,
            };
            actors.push(Actor {
                id: id.clone(),
                role: actor.role,
                bloc,
                name,
                own: label.and_then(|label| label.own.clone()),
                anchor,
                summary: self.say.maybe(actor.summary.as_ref()),
            });
        }
        actors
    }

    fn anchor(&self, id: &str, actor: &BriefActor) -> Option<Coord> {
        if let Some([x, y]) = actor.anchor {
            return Some(Coord { x, y });
        }
        let country = self.map.country(id)?;
        country.label_point.or_else(|| self.map.largest_ring_centre(country))
    }

    fn facts(&self, p: &mut Problems) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (path, fact) in &self.brief.facts.items {
            let at = |key: &str| format!("{path}.{key}");
            let subject = self.actor(&fact.subject, &at("subject"), p);
            let object = fact.object.as_ref().map(|id| self.actor(id, &at("object"), p));
            let measure = find(&self.brief.measures, &fact.measure, "a measure", &at("measure"), p);
            let value = fact.value.as_ref().and_then(|(number, unit)| {
                let index = self.units.iter().position(|(id, _)| id == unit);
                if index.is_none() {
                    let known: Vec<&str> = self.units.iter().map(|(id, _)| id.as_str()).collect();
                    let expected = format!("one of the units {}", known.join(", "));
                    p.add(at("unit"), expected, quoted(unit));
                }
                Some((*number, index?))
            });
            let mut notes = Vec::new();
            for (index, note) in fact.cite.notes.iter().enumerate() {
                let path = at(&format!("cite.notes[{index}]"));
                let source = find(&self.brief.sources, note, "a source", &path, p);
                notes.extend(source.and_then(|source| self.source_numbers.get(source)));
            }
            facts.push(Fact {
                id: fact.id.clone(),
                subject: subject.unwrap_or_default(),
                object: object.map(Option::unwrap_or_default),
                measure: measure.unwrap_or_default(),
                value,
                qualifier: fact.qualifier,
                period: fact.period.clone(),
                text: self.say.it(&fact.text),
                remark: self.say.maybe(fact.remark.as_ref()),
                section: self.say.it(&fact.cite.section),
                paragraph: fact.cite.paragraph,
                notes,
            });
        }
        facts
    }

    /// Index of an actor in the order of [`Model::actors`], that of the codes.
    fn actor(&self, id: &str, path: &str, p: &mut Problems) -> Option<usize> {
        find(&self.brief.actors, id, "an actor", path, p)?;
        self.actors.binary_search(&id).ok()
    }

    fn end(&self, id: &str, path: &str, p: &mut Problems) -> Option<End> {
        match self.brief.places.ids.get(id) {
            Some(index) => index.map(End::Place),
            None if self.brief.actors.ids.contains_key(id) => {
                self.actor(id, path, p).map(End::Actor)
            }
            None => {
                p.add(path, "the id of an actor or a place", quoted(id));
                None
            }
        }
    }

    fn fact_list(&self, ids: &[String], path: &str, p: &mut Problems) -> Vec<usize> {
        ids.iter()
            .enumerate()
            .filter_map(|(index, id)| {
                find(&self.brief.facts, id, "a fact", &format!("{path}.facts[{index}]"), p)
            })
            .collect()
    }

    fn layer(&self, id: &str, path: &str, p: &mut Problems) -> usize {
        find(&self.brief.layers, id, "a layer", &format!("{path}.layer"), p).unwrap_or_default()
    }

    fn flows(&self, p: &mut Problems) -> Vec<Flow> {
        let mut flows = Vec::new();
        for (path, flow) in &self.brief.flows.items {
            let layer = self.layer(&flow.layer, path, p);
            let from = self.end(&flow.from, &format!("{path}.from"), p);
            let to = self.end(&flow.to, &format!("{path}.to"), p);
            let fact = find(&self.brief.facts, &flow.fact, "a fact", &format!("{path}.fact"), p);
            let fact_value = fact
                .and_then(|index| self.brief.facts.items.get(index))
                .and_then(|(_, fact)| fact.value.as_ref());
            if let Some((number, unit)) = fact_value
                && *number < 0.0
            {
                let path = format!("{path}.fact");
                p.add(
                    path,
                    "a fact whose value is not negative",
                    format!("{} {unit}", decimal(*number)),
                );
            }
            if let (Some(from), Some(to), Some(fact)) = (from, to, fact) {
                flows.push(Flow {
                    id: flow.id.clone(),
                    layer,
                    from,
                    to,
                    direction: flow.direction,
                    fact,
                    goods: self.say.all(&flow.goods),
                    hue: contract::Hue::Neutral,
                });
            }
        }
        flows
    }

    fn places(&self, p: &mut Problems) -> Vec<Place> {
        let mut places = Vec::new();
        for (path, place) in &self.brief.places.items {
            if self.brief.actors.ids.contains_key(&place.id) {
                let found = format!("{}, an actor's", quoted(&place.id));
                p.add(format!("{path}.id"), "an id of its own", found);
            }
            let [x, y] = place.position;
            places.push(Place {
                id: place.id.clone(),
                layer: self.layer(&place.layer, path, p),
                name: place.name.clone(),
                position: Coord { x, y },
                precision_km: place.precision_km,
                kind: place.kind,
                facts: self.fact_list(&place.facts, path, p),
                credit: self.say.maybe(place.credit.as_ref()),
                remark: self.say.maybe(place.remark.as_ref()),
            });
        }
        places
    }

    fn lines(&self, p: &mut Problems) -> Vec<Line> {
        let mut lines = Vec::new();
        for (path, line) in &self.brief.lines.items {
            let (mut schematic, mut traced) = (false, false);
            for id in &line.geometry {
                match self.map.line(id) {
                    Some(feature) => {
                        schematic |= feature.schematic;
                        traced |= !feature.schematic;
                    }
                    None => {
                        let path = format!("{path}.geometry");
                        p.add(path, "the id of a line of the map", quoted(id));
                    }
                }
            }
            lines.push(Line {
                id: line.id.clone(),
                layer: self.layer(&line.layer, path, p),
                name: line.name.clone(),
                geometry: line.geometry.clone(),
                carries: line.carries,
                status: line.status,
                schematic,
                traced,
                facts: self.fact_list(&line.facts, path, p),
                credit: self.say.maybe(line.credit.as_ref()),
                remark: self.say.maybe(line.remark.as_ref()),
            });
        }
        lines
    }

    fn areas(&self, p: &mut Problems) -> Vec<Area> {
        let mut areas = Vec::new();
        for (path, area) in &self.brief.areas.items {
            let features = match &area.extent {
                Extent::Feature(id) => {
                    if self.map.area(id).is_none() {
                        let path = format!("{path}.geometry");
                        p.add(path, "the id of an area of the map", quoted(id));
                    }
                    vec![id.clone()]
                }
                Extent::Members(members) => {
                    for (index, id) in members.iter().enumerate() {
                        let path = format!("{path}.members[{index}]");
                        self.actor(id, &path, p);
                        if self.map.country(id).is_none() {
                            p.add(path, "a country of the map", quoted(id));
                        }
                    }
                    members.clone()
                }
            };
            areas.push(Area {
                id: area.id.clone(),
                layer: self.layer(&area.layer, path, p),
                name: area.name.clone(),
                features,
                facts: self.fact_list(&area.facts, path, p),
                remark: self.say.maybe(area.remark.as_ref()),
            });
        }
        areas
    }
}

impl Resolver<'_> {
    fn lenses(&self, p: &mut Problems) -> Vec<Lens> {
        let mut lenses = Vec::new();
        for (path, lens) in &self.brief.lenses.items {
            let mut blocs = Vec::new();
            for (index, id) in lens.blocs.iter().enumerate() {
                let path = format!("{path}.blocs[{index}]");
                blocs.extend(find(&self.brief.blocs, id, "a bloc", &path, p));
            }
            let at_first = || self.brief.layers.items.iter().map(|(_, layer)| layer.visible);
            let mut layers: Vec<bool> = at_first().map(|on| on && lens.layers.is_none()).collect();
            for (index, id) in lens.layers.iter().flatten().enumerate() {
                let path = format!("{path}.layers[{index}]");
                let layer = find(&self.brief.layers, id, "a layer", &path, p);
                if let Some(on) = layer.and_then(|layer| layers.get_mut(layer)) {
                    *on = true;
                }
            }
            lenses.push(Lens {
                id: lens.id.clone(),
                title: self.say.it(&lens.title),
                summary: self.say.maybe(lens.summary.as_ref()),
                blocs,
                layers,
                facts: self.fact_list(&lens.facts, path, p),
            });
        }
        lenses
    }

    fn story(&self, p: &mut Problems) -> Vec<Step> {
        let mut story = Vec::new();
        for (path, step) in &self.brief.story {
            let mut fit = Vec::new();
            for (index, id) in step.fit.iter().enumerate() {
                fit.extend(self.thing(id, &format!("{path}.view.fit[{index}]"), p));
            }
            let lens = step
                .lens
                .as_ref()
                .and_then(|id| find(&self.brief.lenses, id, "a lens", &format!("{path}.lens"), p));
            let select =
                step.select.as_ref().and_then(|id| self.thing(id, &format!("{path}.select"), p));
            story.push(Step {
                title: self.say.it(&step.title),
                text: self.say.it(&step.text),
                facts: self.fact_list(&step.facts, path, p),
                fit,
                lens,
                select,
            });
        }
        story
    }

    fn thing(&self, id: &str, path: &str, p: &mut Problems) -> Option<Thing> {
        let b = self.brief;
        if b.actors.ids.contains_key(id) {
            return self.actor(id, path, p).map(Thing::Actor);
        }
        let place = b.places.ids.get(id).map(|index| index.map(Thing::Place));
        let flow = || b.flows.ids.get(id).map(|index| index.map(Thing::Flow));
        let line = || b.lines.ids.get(id).map(|index| index.map(Thing::Line));
        let area = || b.areas.ids.get(id).map(|index| index.map(Thing::Area));
        match place.or_else(flow).or_else(line).or_else(area) {
            Some(thing) => thing,
            None => {
                p.add(path, "the id of an actor, place, flow, line or area", quoted(id));
                None
            }
        }
    }
}

/// A flow has the colour of the side that is not the focus; of its source if neither is.
fn flow_hue(model: &Model, flow: &Flow) -> contract::Hue {
    let hue = |end: End| match end {
        End::Actor(index) => {
            let focus =
                model.actors.get(index).is_some_and(|actor| actor.role == contract::Role::Focus);
            (!focus).then(|| model.actor_hue(index))
        }
        End::Place(_) => None,
    };
    hue(flow.from).or_else(|| hue(flow.to)).unwrap_or_default()
}

/// The box around all anchors, a little wider.
fn extent_of_actors(model: &Model) -> [f64; 4] {
    const MARGIN_DEG: f64 = 5.0;
    let fold = |start: f64, pick: fn(f64, f64) -> f64, of: fn(&Actor) -> f64| {
        model.actors.iter().map(of).fold(start, pick)
    };
    [
        (fold(180.0, f64::min, |a| a.anchor.x) - MARGIN_DEG).max(-180.0),
        (fold(90.0, f64::min, |a| a.anchor.y) - MARGIN_DEG).max(-90.0),
        (fold(-180.0, f64::max, |a| a.anchor.x) + MARGIN_DEG).min(180.0),
        (fold(-90.0, f64::max, |a| a.anchor.y) + MARGIN_DEG).min(90.0),
    ]
}
