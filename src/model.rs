//! The brief joined to its base map: every reference is an index that is known to be good.

use crate::brief::{
    Carries, Direction, Hue, Names, PlaceKind, Publication, Qualifier, Role, Status,
};
use crate::geo::Label;
use crate::projection::ProjectionKind;
use crate::speech::{Said, Speech, primary};
use crate::worldview::WorldView;
use geo::Coord;

/// A resolved brief, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The language that it is in, and how numbers are written in it.
    pub speech: Speech,
    /// The language of the brief, for what is not said in the one asked for.
    pub language: String,
    /// Title of the map.
    pub title: Said,
    /// One or two sentences.
    pub summary: Said,
    /// The publication that the brief is made from.
    pub publication: Publication,
    /// Remarks of the editor on the whole.
    pub notes: Vec<Said>,
    /// What the first view shows, degrees: west, south, east, north.
    pub extent: [f64; 4],
    /// Whether the brief says so, and it is not what holds all actors.
    pub is_extent_given: bool,
    /// According to whom the map shows borders.
    pub worldview: WorldView,
    /// How the sphere becomes a plane.
    pub projection: ProjectionKind,
    /// Whether the map has lines of equal longitude and latitude.
    pub graticule: bool,
    /// Cited works.
    pub sources: Vec<Source>,
    /// Groups of measures, in the panel's order.
    pub themes: Vec<Said>,
    /// What is measured.
    pub measures: Vec<Measure>,
    /// How values are written.
    pub units: Vec<UnitForm>,
    /// Camps.
    pub blocs: Vec<Bloc>,
    /// Countries that take part, in the order of their codes.
    pub actors: Vec<Actor>,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Places.
    pub places: Vec<Place>,
    /// Lines.
    pub lines: Vec<Line>,
    /// Areas.
    pub areas: Vec<Area>,
    /// Layers; `visible` is how they are at first.
    pub layers: Vec<Layer>,
    /// Ways to look at the map.
    pub lenses: Vec<Lens>,
    /// What is told, step by step.
    pub story: Vec<Step>,
}

/// A cited work.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Number of the endnote in the publication.
    pub note: Option<i64>,
    /// Author, year, title, container: bibliography stays as it is.
    pub text: String,
    /// Link (http or https).
    pub url: Option<String>,
    /// Day of access, ISO 8601.
    pub accessed: Option<String>,
    /// Remark of the editor.
    pub comment: Option<Said>,
}

/// A camp.
#[derive(Debug, Clone, PartialEq)]
pub struct Bloc {
    /// Its name.
    pub title: Said,
    /// Its colour.
    pub hue: Hue,
}

/// A switch of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Id.
    pub id: String,
    /// Its name.
    pub title: Said,
    /// Whether it is on at first.
    pub visible: bool,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Heading.
    pub title: Said,
    /// Index into [`Model::themes`].
    pub theme: usize,
}

/// How a number of a unit is written.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitForm {
    /// As a share of a hundred.
    Percent,
    /// As US dollars times ten to a power.
    Dollars {
        /// The power of ten.
        exponent: i32,
    },
    /// Between two texts.
    Affixed {
        /// Stands before the number.
        before: String,
        /// Stands after the number.
        after: String,
    },
    /// As a place in an order.
    Rank,
    /// Plain digits, never grouped.
    Year,
}

/// A country that takes part.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// ISO 3166-1 alpha-3.
    pub id: String,
    /// What it is to the brief.
    pub role: Role,
    /// Index into [`Model::blocs`].
    pub bloc: Option<usize>,
    /// Its name.
    pub name: Said,
    /// Name in its own language: text and language code.
    pub own: Option<(String, String)>,
    /// Where flows start, degrees.
    pub anchor: Coord,
    /// One line.
    pub summary: Option<Said>,
}

/// A fact with its source.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Id.
    pub id: String,
    /// Index into [`Model::actors`].
    pub subject: usize,
    /// Index into [`Model::actors`].
    pub object: Option<usize>,
    /// Index into [`Model::measures`].
    pub measure: usize,
    /// Number, and index into [`Model::units`].
    pub value: Option<(f64, usize)>,
    /// How the value is to be read.
    pub qualifier: Qualifier,
    /// Period as ISO 8601.
    pub period: Option<String>,
    /// One sentence.
    pub text: Said,
    /// Remark of the editor.
    pub remark: Option<Said>,
    /// Where it stands; its notes are indices into [`Model::sources`].
    pub section: Said,
    /// Paragraph in the section.
    pub paragraph: i64,
    /// Indices into [`Model::sources`].
    pub notes: Vec<usize>,
}

/// An end of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Index into [`Model::actors`].
    Actor(usize),
    /// Index into [`Model::places`].
    Place(usize),
}

/// A flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Id.
    pub id: String,
    /// Index into [`Model::layers`].
    pub layer: usize,
    /// Where it comes from.
    pub from: End,
    /// Where it goes.
    pub to: End,
    /// One way or both.
    pub direction: Direction,
    /// Index into [`Model::facts`].
    pub fact: usize,
    /// What moves.
    pub goods: Vec<Said>,
    /// Its colour: that of the partner's bloc.
    pub hue: Hue,
}

impl Flow {
    /// The amount that its fact gives, with the unit's index. A rank is not an amount.
    pub fn amount(&self, model: &Model) -> Option<(f64, usize)> {
        let (value, unit) = model.facts.get(self.fact)?.value?;
        let is_rank = model.units.get(unit) == Some(&UnitForm::Rank);
        (!is_rank).then_some((value, unit))
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Id.
    pub id: String,
    /// Index into [`Model::layers`].
    pub layer: usize,
    /// Names.
    pub name: Names,
    /// Degrees.
    pub position: Coord,
    /// How far off the position may be.
    pub precision_km: f64,
    /// What stands there.
    pub kind: PlaceKind,
    /// Indices into [`Model::facts`].
    pub facts: Vec<usize>,
    /// Origin of the position.
    pub credit: Option<Said>,
    /// Remark of the editor.
    pub remark: Option<Said>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Id.
    pub id: String,
    /// Index into [`Model::layers`].
    pub layer: usize,
    /// Names.
    pub name: Names,
    /// Ids of the map's features, each known to be there.
    pub geometry: Vec<String>,
    /// What goes along it.
    pub carries: Carries,
    /// Whether it works.
    pub status: Status,
    /// Whether a part of its route is known only roughly.
    pub schematic: bool,
    /// Whether a part of its route follows the ground.
    pub traced: bool,
    /// Indices into [`Model::facts`].
    pub facts: Vec<usize>,
    /// Origin of the route.
    pub credit: Option<Said>,
    /// Remark of the editor.
    pub remark: Option<Said>,
}

/// An area.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Id.
    pub id: String,
    /// Index into [`Model::layers`].
    pub layer: usize,
    /// Names.
    pub name: Names,
    /// Ids of the countries or regions of the map that it covers.
    pub features: Vec<String>,
    /// Indices into [`Model::facts`].
    pub facts: Vec<usize>,
    /// Remark of the editor.
    pub remark: Option<Said>,
}

/// A way to look at the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Lens {
    /// Id.
    pub id: String,
    /// Its name.
    pub title: Said,
    /// One or two sentences.
    pub summary: Option<Said>,
    /// Indices into [`Model::blocs`]; empty when it is about everything.
    pub blocs: Vec<usize>,
    /// Which of [`Model::layers`] are on.
    pub layers: Vec<bool>,
    /// Indices into [`Model::facts`].
    pub facts: Vec<usize>,
}

/// A step of the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Heading.
    pub title: Said,
    /// A few sentences.
    pub text: Said,
    /// Indices into [`Model::facts`].
    pub facts: Vec<usize>,
    /// What is in sight; the first view if empty.
    pub fit: Vec<Thing>,
    /// Index into [`Model::lenses`].
    pub lens: Option<usize>,
    /// What is chosen.
    pub select: Option<Thing>,
}

/// Something of the brief that is on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// Index into [`Model::actors`].
    Actor(usize),
    /// Index into [`Model::places`].
    Place(usize),
    /// Index into [`Model::flows`].
    Flow(usize),
    /// Index into [`Model::lines`].
    Line(usize),
    /// Index into [`Model::areas`].
    Area(usize),
}

impl Model {
    /// What has an id; the first in the order of [`Thing`].
    pub fn thing(&self, id: &str) -> Option<Thing> {
        let actor = self.actors.iter().position(|actor| actor.id == id).map(Thing::Actor);
        let place = || self.places.iter().position(|place| place.id == id).map(Thing::Place);
        let flow = || self.flows.iter().position(|flow| flow.id == id).map(Thing::Flow);
        let line = || self.lines.iter().position(|line| line.id == id).map(Thing::Line);
        let area = || self.areas.iter().position(|area| area.id == id).map(Thing::Area);
        actor.or_else(place).or_else(flow).or_else(line).or_else(area)
    }

    /// The colour of an actor's bloc.
    pub fn actor_hue(&self, actor: usize) -> Hue {
        let bloc = self.actors.get(actor).and_then(|actor| actor.bloc);
        bloc.and_then(|bloc| self.blocs.get(bloc)).map_or(Hue::Neutral, |bloc| bloc.hue)
    }

    /// Id of an end, as it stands in the brief.
    pub fn end_id(&self, end: End) -> &str {
        match end {
            End::Actor(index) => self.actors.get(index).map_or("", |actor| &actor.id),
            End::Place(index) => self.places.get(index).map_or("", |place| &place.id),
        }
    }

    /// Position of an end, degrees.
    pub fn end_position(&self, end: End) -> Coord {
        match end {
            End::Actor(index) => self.actors.get(index).map(|actor| actor.anchor),
            End::Place(index) => self.places.get(index).map(|place| place.position),
        }
        .unwrap_or_default()
    }

    /// Name of an end.
    pub fn end_name(&self, end: End) -> Said {
        match end {
            End::Actor(index) => self.actors.get(index).map(|actor| actor.name.clone()),
            End::Place(index) => self.places.get(index).map(|place| self.name(&place.name)),
        }
        .unwrap_or_default()
    }

    /// A text in the language asked for, else in the brief's, else in English, else the first.
    pub fn name(&self, names: &Names) -> Said {
        Said::pick(names, &self.speech.lang, &self.language)
    }

    /// The language of the brief, where it is not the one asked for.
    pub fn other_language(&self) -> Option<String> {
        let (own, asked) = (&self.language, primary(&self.speech.lang));
        (primary(own) != asked).then(|| own.clone())
    }

    /// The name of a feature of the base map, in the language asked for, else in English.
    pub fn label(&self, label: &Label) -> Said {
        label.said(&self.speech.lang)
    }
}
