//! The brief joined to its base map: every reference is an index that is known to be good.

use crate::brief::{
    Bloc, Carries, Direction, Hue, Layer, Meta, Names, PlaceKind, Qualifier, Role, Source, Status,
    Theme,
};
use geo::Coord;

/// A resolved brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What the brief is.
    pub meta: Meta,
    /// What the first view shows, degrees: west, south, east, north.
    pub extent: [f64; 4],
    /// Cited works.
    pub sources: Vec<Source>,
    /// Groups of measures, in the panel's order.
    pub themes: Vec<Theme>,
    /// What is measured.
    pub measures: Vec<Measure>,
    /// How values are written.
    pub units: Vec<Unit>,
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
}

/// What is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Index into [`Model::themes`].
    pub theme: usize,
}

/// How values of a unit are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is called.
    pub title: String,
    /// How a number of it is written.
    pub form: UnitForm,
}

/// How a number of a unit is written.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitForm {
    /// Between two texts.
    Affixed {
        /// Stands before the number.
        before: String,
        /// Stands after the number.
        after: String,
    },
    /// As an ordinal.
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
    pub name: String,
    /// Name in its own language: text and language code.
    pub own: Option<(String, String)>,
    /// Where flows start, degrees.
    pub anchor: Coord,
    /// One line.
    pub summary: Option<String>,
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
    pub text: String,
    /// Remark of the editor.
    pub remark: Option<String>,
    /// Where it stands; its notes are indices into [`Model::sources`].
    pub section: String,
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
    pub goods: Vec<String>,
    /// Its colour: that of the partner's bloc.
    pub hue: Hue,
}

impl Flow {
    /// The amount that its fact gives, with the unit's index. A rank is not an amount.
    pub fn amount(&self, model: &Model) -> Option<(f64, usize)> {
        let (value, unit) = model.facts.get(self.fact)?.value?;
        let is_rank = model.units.get(unit).is_some_and(|unit| unit.form == UnitForm::Rank);
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
    pub credit: Option<String>,
    /// Remark of the editor.
    pub remark: Option<String>,
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
    pub credit: Option<String>,
    /// Remark of the editor.
    pub remark: Option<String>,
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
    pub remark: Option<String>,
}

impl Model {
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
    pub fn end_name(&self, end: End) -> String {
        match end {
            End::Actor(index) => self.actors.get(index).map(|actor| actor.name.clone()),
            End::Place(index) => self.places.get(index).map(|place| self.name(&place.name)),
        }
        .unwrap_or_default()
    }

    /// A name in the brief's language, else in English, else the first.
    pub fn name(&self, names: &Names) -> String {
        names
            .get(&self.meta.language)
            .or_else(|| names.get("en"))
            .or_else(|| names.values().next())
            .cloned()
            .unwrap_or_default()
    }
}
