//! The brief as its author wrote it: references are still ids.

#[cfg(feature = "schema")]
use super::schema;
use crate::projection::ProjectionKind;
use crate::sorted::SortedMap;
use crate::worldview::WorldView;

/// Text by language code (`en`, `kk`, …). In a text of which the brief gives only one form, the
/// key is empty: it is in the brief's language.
pub type Names = SortedMap<String, String>;

/// Elements of one kind, together with every id that the document declares.
///
/// An element that could not be read leaves its id behind, so that what refers to it is not
/// reported a second time as dangling.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared<T> {
    /// Elements that could be read, with their JSON path, in the order of the document.
    pub items: Vec<(String, T)>,
    /// Every id that is declared.
    pub ids: DeclaredIds,
}

/// Ids, each with the index of its element if that could be read.
pub type DeclaredIds = SortedMap<String, Option<usize>>;

impl<T> Default for Declared<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ids: DeclaredIds::new() }
    }
}

/// A whole brief.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, transform = schema::version)
)]
pub struct Brief {
    /// What the brief is.
    pub meta: Meta,
    /// What the map shows at first, and how.
    #[cfg_attr(feature = "schema", schemars(with = "Option<View>"))]
    pub view: View,
    /// Cited works by id.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Table<Source>>"))]
    pub sources: Declared<Source>,
    /// Groups of measures, in the panel's order.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Theme>>"))]
    pub themes: Declared<Theme>,
    /// What can be measured.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Table<Measure>>"))]
    pub measures: Declared<Measure>,
    /// Units beyond the built-in ones.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Table<Unit>>"))]
    pub units: Declared<Unit>,
    /// Camps with a colour of their own.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Table<Bloc>>"))]
    pub blocs: Declared<Bloc>,
    /// Countries that take part, by ISO 3166-1 alpha-3.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "schema::Table<Actor>", extend("minProperties" = 1))
    )]
    pub actors: Declared<Actor>,
    /// Every figure, each with where it comes from.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Fact>>"))]
    pub facts: Declared<Fact>,
    /// Movements between two ends.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Flow>>"))]
    pub flows: Declared<Flow>,
    /// Points.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Place>>"))]
    pub places: Declared<Place>,
    /// Pipelines, railways, sea routes.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Line>>"))]
    pub lines: Declared<Line>,
    /// Regions and groups of countries.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Area>>"))]
    pub areas: Declared<Area>,
    /// Switches of the map.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Layer>>"))]
    pub layers: Declared<Layer>,
    /// Ways to look at the map, as a reader chooses them.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::List<Lens>>"))]
    pub lenses: Declared<Lens>,
    /// What is told, step by step.
    // With its JSON path.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Step>>"))]
    pub story: Vec<(String, Step)>,
}

/// What the map shows at first, and how.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct View {
    /// What the first view shows, degrees: west, south, east, north.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Box>"))]
    pub extent: Option<[f64; 4]>,
    /// According to whom the map shows borders.
    #[cfg_attr(feature = "schema", schemars(with = "Option<WorldView>"))]
    pub worldview: WorldView,
    /// How the sphere becomes a plane.
    pub projection: Option<ProjectionKind>,
    /// Whether the map has lines of equal longitude and latitude.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub graticule: bool,
}

/// What the brief is.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Meta {
    /// Title of the map.
    pub title: Names,
    /// One or two sentences.
    pub summary: Names,
    /// Language of the texts.
    pub language: String,
    /// Documents with the texts in other languages: addresses relative to the brief's own.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::ByLanguage>"))]
    pub translations: SortedMap<String, String>,
    /// The publication that the brief is made from.
    pub publication: Publication,
    /// Remarks of the editor on the whole.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Names>>"))]
    pub notes: Vec<Names>,
}

/// The publication that the brief is made from.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Publication {
    /// Title of the whole.
    pub title: String,
    /// Title of the chapter.
    pub chapter: Option<String>,
    /// Author.
    pub author: String,
    /// Publisher.
    pub publisher: String,
    /// Series.
    pub series: Option<String>,
    /// Year.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub year: Option<i64>,
    /// Where it can be read.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::url())))]
    pub url: Option<String>,
}

/// A cited work.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// Number of the endnote in the publication.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub note: Option<i64>,
    /// Author.
    pub author: String,
    /// Year.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub year: Option<i64>,
    /// Title.
    pub title: String,
    /// Journal, site or newspaper.
    pub container: Option<String>,
    /// Link (http or https).
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::url())))]
    pub url: Option<String>,
    /// Day of access, ISO 8601.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::day())))]
    pub accessed: Option<String>,
    /// Remark of the editor.
    pub comment: Option<Names>,
}

/// A group of measures.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Theme {
    /// Heading.
    pub title: Names,
}

/// What can be measured.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Measure {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Heading.
    pub title: Names,
    /// Theme id.
    pub theme: String,
}

/// How values of a unit are written.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Unit {
    /// What it is called.
    pub title: Names,
    /// Stands before the number.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Names>"))]
    pub before: Names,
    /// Stands after the number.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Names>"))]
    pub after: Names,
}

/// A camp.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Bloc {
    /// Its name.
    pub title: Names,
    /// Its colour.
    pub hue: Hue,
}

/// A colour of the palette by name; the theme says which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs, reason = "each is its name")]
pub enum Hue {
    Red,
    Blue,
    Ochre,
    Green,
    Violet,
    #[default]
    Neutral,
}

impl Hue {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[
        ("red", Self::Red),
        ("blue", Self::Blue),
        ("ochre", Self::Ochre),
        ("green", Self::Green),
        ("violet", Self::Violet),
        ("neutral", Self::Neutral),
    ];
}

/// What a country is to the brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// The country that it is about.
    Focus,
    /// Of its region.
    Region,
    /// At the other end of a relation.
    Partner,
    /// Mentioned.
    #[default]
    Context,
}

impl Role {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[
        ("focus", Self::Focus),
        ("region", Self::Region),
        ("partner", Self::Partner),
        ("context", Self::Context),
    ];
}

/// A country that takes part.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Actor {
    /// What it is to the brief.
    pub role: Role,
    /// Bloc id.
    pub bloc: Option<String>,
    /// Where flows start, degrees.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Position>"))]
    pub anchor: Option<[f64; 2]>,
    /// One line.
    pub summary: Option<Names>,
    /// Names that replace the map's.
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::ByLanguage>"))]
    pub name: Names,
}

/// How a value is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// As it stands.
    #[default]
    Exact,
    /// Roughly.
    About,
    /// Slightly less.
    Almost,
    /// More than.
    Over,
    /// Less than.
    Under,
    /// A place in an order, not an amount.
    Rank,
}

impl Qualifier {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[
        ("exact", Self::Exact),
        ("about", Self::About),
        ("almost", Self::Almost),
        ("over", Self::Over),
        ("under", Self::Under),
        ("rank", Self::Rank),
    ];
}

/// Where in the publication a fact stands.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Cite {
    /// Section.
    pub section: Names,
    /// Paragraph in the section, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub paragraph: i64,
    /// Source ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub notes: Vec<String>,
}

/// A fact with its source.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        deny_unknown_fields,
        extend("dependentRequired" = { "value": ["unit"], "unit": ["value"] })
    )
)]
pub struct Fact {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Actor id.
    pub subject: String,
    /// Actor id of the other side.
    pub object: Option<String>,
    /// Measure id.
    pub measure: String,
    /// Number and unit id.
    #[cfg_attr(feature = "schema", schemars(flatten, with = "Option<schema::Amount>"))]
    pub value: Option<(f64, String)>,
    /// How the value is to be read.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Qualifier>"))]
    pub qualifier: Qualifier,
    /// Period as ISO 8601: day, month, year or `start/end`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = schema::period())))]
    pub period: Option<String>,
    /// One sentence.
    pub text: Names,
    /// Remark of the editor.
    pub remark: Option<Names>,
    /// Where it stands.
    pub cite: Cite,
}

/// Which way a flow goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From → to.
    #[default]
    OneWay,
    /// Both ways, as one total.
    TwoWay,
}

impl Direction {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[("one_way", Self::OneWay), ("two_way", Self::TwoWay)];
}

/// A movement between two ends.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Flow {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Layer id.
    pub layer: String,
    /// Actor or place id.
    pub from: String,
    /// Actor or place id.
    pub to: String,
    /// One way or both.
    pub direction: Direction,
    /// Fact id that gives the amount.
    pub fact: String,
    /// What moves.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Names>>"))]
    pub goods: Vec<Names>,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each is its name")]
pub enum PlaceKind {
    DryPort,
    BorderCrossing,
    Port,
    Field,
    Base,
    Capital,
    #[default]
    City,
    FinanceCentre,
}

impl PlaceKind {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[
        ("dry_port", Self::DryPort),
        ("border_crossing", Self::BorderCrossing),
        ("port", Self::Port),
        ("field", Self::Field),
        ("base", Self::Base),
        ("capital", Self::Capital),
        ("city", Self::City),
        ("finance_centre", Self::FinanceCentre),
    ];
}

/// A point.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Place {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Layer id.
    pub layer: String,
    /// Its names, by language.
    #[cfg_attr(feature = "schema", schemars(with = "schema::ByLanguage"))]
    pub name: Names,
    /// Degrees.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Position"))]
    pub position: [f64; 2],
    /// How far off the position may be.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 2000)))]
    pub precision_km: f64,
    /// What stands there.
    pub kind: PlaceKind,
    /// Fact ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub facts: Vec<String>,
    /// Origin of the position.
    pub credit: Option<Names>,
    /// Remark of the editor.
    pub remark: Option<Names>,
}

/// What goes along a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs, reason = "each is its name")]
pub enum Carries {
    #[default]
    CrudeOil,
    Gas,
    Rail,
    Sea,
}

impl Carries {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] = &[
        ("crude_oil", Self::CrudeOil),
        ("gas", Self::Gas),
        ("rail", Self::Rail),
        ("sea", Self::Sea),
    ];
}

/// Whether a line works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs, reason = "each is its name")]
pub enum Status {
    #[default]
    Operating,
    Planned,
    Idle,
}

impl Status {
    /// All of them by their words.
    pub const WORDS: &[(&str, Self)] =
        &[("operating", Self::Operating), ("planned", Self::Planned), ("idle", Self::Idle)];
}

/// A pipeline, railway or sea route.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Line {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Layer id.
    pub layer: String,
    /// Its names, by language.
    #[cfg_attr(feature = "schema", schemars(with = "schema::ByLanguage"))]
    pub name: Names,
    /// Map feature ids, in the direction of flow.
    #[cfg_attr(feature = "schema", schemars(with = "schema::Geometry"))]
    pub geometry: Vec<String>,
    /// What goes along it.
    pub carries: Carries,
    /// Whether it works.
    pub status: Status,
    /// Fact ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub facts: Vec<String>,
    /// Origin of the route.
    pub credit: Option<Names>,
    /// Remark of the editor.
    pub remark: Option<Names>,
}

/// What an area covers.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(transform = schema::of_members)
)]
pub enum Extent {
    /// One feature of the map.
    #[cfg_attr(feature = "schema", schemars(rename = "geometry"))]
    Feature(String),
    /// Countries.
    #[cfg_attr(feature = "schema", schemars(rename = "members"))]
    Members(Vec<String>),
}

/// A region or a group of countries.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Area {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Layer id.
    pub layer: String,
    /// Its names, by language.
    #[cfg_attr(feature = "schema", schemars(with = "schema::ByLanguage"))]
    pub name: Names,
    /// What it covers.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub extent: Extent,
    /// Fact ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub facts: Vec<String>,
    /// Remark of the editor.
    pub remark: Option<Names>,
}

/// A switch of the map.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Layer {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Its name.
    pub title: Names,
    /// Whether it is on at first.
    pub visible: bool,
}

/// A way to look at the map: what it is not about is dimmed.
///
/// It is about the actors of its blocs and the focus, about flows, places, lines and areas that a
/// fact of one of them or a fact of its own list stands behind. Without blocs it is about
/// everything, and nothing is dimmed.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Lens {
    /// Id.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub id: String,
    /// Its name.
    pub title: Names,
    /// One or two sentences.
    pub summary: Option<Names>,
    /// Bloc ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub blocs: Vec<String>,
    /// Ids of the layers that are on; without the key those that are on at first.
    pub layers: Option<Vec<String>>,
    /// Ids of the facts that its panel lists under the comparison.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub facts: Vec<String>,
}

/// A step of the story.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Step {
    /// Heading.
    pub title: Names,
    /// A few sentences. Their figures stand in `facts`.
    pub text: Names,
    /// Fact ids.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub facts: Vec<String>,
    /// Ids of what is in sight: actors, places, flows, lines, areas. None is the first view.
    #[cfg_attr(feature = "schema", schemars(rename = "view", with = "Option<schema::Sight>"))]
    pub fit: Vec<String>,
    /// Lens id.
    pub lens: Option<String>,
    /// Id of what is chosen: an actor, place, flow, line or area.
    pub select: Option<String>,
}
