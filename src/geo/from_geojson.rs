//! GeoJSON (RFC 7946): read here, for each problem has its path, into the types of the `geojson` crate.

use super::base_map::*;
use super::chain::kept;
use super::claims;
use super::reader::{elements, or_problem};
use super::topology::Topology;
use crate::decimal::decimal;
use crate::error::Problems;
use crate::json::{Cursor, Node, Object, Parts, Value, array};
use crate::limits::{Budget, InputLimits};
use crate::sorted::SortedMap;
use geo::Coord;
use geojson::{GeometryValue, Position};
use std::ops::Range;

/// What the features of a layer are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Told by the geometry: polygons are countries, lines lines, points cities.
    ByGeometry,
    /// Regions of countries.
    Regions,
    /// Lakes.
    Lakes,
    /// Rivers.
    Rivers,
    /// Disputed borders.
    Disputed,
    /// Areas of claims.
    Claims,
    /// Parts of regions that lie in them.
    ClaimedRegions,
    /// Names of waters.
    Waters,
}

/// Geometry whose chains are already in the map.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Of polygons.
    Rings(Rings),
    /// Of lines.
    Parts(Rings),
    /// A point.
    Point(Coord),
}

/// What a TopoJSON object of this name holds.
pub fn kind_of_layer(name: &str) -> Kind {
    match name {
        "admin1" => Kind::Regions,
        "lakes" => Kind::Lakes,
        "rivers" => Kind::Rivers,
        "disputed" => Kind::Disputed,
        "claims" => Kind::Claims,
        "claimed_regions" => Kind::ClaimedRegions,
        "waters" => Kind::Waters,
        _ => Kind::ByGeometry,
    }
}

/// Features that are read one by one, then put together where they share borders.
#[derive(Debug)]
pub struct Reading {
    /// The document, and how far its features are read; nothing once they all are.
    left: Option<(Parts, Cursor)>,
    /// Lines of the features, whose geometry refers to them by their numbers until they are cut.
    loose: Topology,
    /// The chains that each arc has become.
    spans: Vec<Range<usize>>,
    /// The chains of each line that is cut already.
    runs: Vec<Vec<ChainRef>>,
    first: First,
}

/// What of a map was there before.
#[derive(Debug, Clone, Copy)]
struct First {
    country: usize,
    line: usize,
}

impl Reading {
    /// Begins with a collection.
    pub fn new(parts: Parts, map: &BaseMap, problems: &mut Problems) -> Option<Self> {
        for key in parts.keys().filter(|key| *key != "features") {
            or_problem(parts.member(key), &parts, problems)?;
        }
        let cursor = elements(&parts, "features", problems)?;
        Some(Self::of(Some((parts, cursor)), map))
    }

    /// Begins with a document that is one feature, or else tells what it should be.
    pub fn alone(
        map: &mut BaseMap,
        document: &Value,
        budget: &mut Budget,
        problems: &mut Problems,
    ) -> Option<Self> {
        let root = Node::root(document);
        if document.get("type").and_then(Value::as_str) == Some("Feature") {
            let mut reading = Self::of(None, map);
            add_geojson_feature(map, &mut reading.loose, &root, budget, problems);
            return Some(reading);
        }
        if let Some(found) = root.dictionary(problems)?.required("type", problems) {
            found.wrong::<()>("FeatureCollection, Feature or Topology", problems);
        }
        None
    }

    fn of(left: Option<(Parts, Cursor)>, map: &BaseMap) -> Self {
        let first = First { country: map.countries.len(), line: map.lines.len() };
        let (spans, runs) = (Vec::new(), Vec::new());
        Self { left, loose: Topology::default(), spans, runs, first }
    }

    /// How much is read, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "a share")]
    pub fn share(&self) -> f64 {
        // Cutting takes about as long as reading.
        match &self.left {
            Some((parts, cursor)) => parts.share(cursor) / 2.0,
            None => 0.5 + self.runs.len() as f64 / self.loose.len().max(1) as f64 / 2.0,
        }
    }

    /// Reads a feature, or cuts a line; whether there is more.
    pub fn step(
        &mut self,
        map: &mut BaseMap,
        budget: &mut Budget,
        problems: &mut Problems,
    ) -> bool {
        let Some((parts, cursor)) = &mut self.left else { return self.cut(map) };
        let index = cursor.index;
        let Some(next) = or_problem(parts.next(cursor), parts, problems) else { return false };
        match next {
            Some(value) => {
                let node = Node { value: &value, path: format!("$.features[{index}]") };
                add_geojson_feature(map, &mut self.loose, &node, budget, problems);
                return !budget.is_spent();
            }
            None => {
                if index == 0 {
                    problems.add("$.features", "at least one feature", "an array of 0");
                }
                self.left = None;
            }
        }
        true
    }

    /// Cuts a line into chains that it may share; after the last one geometry is made of them.
    fn cut(&mut self, map: &mut BaseMap) -> bool {
        let next = self.runs.len();
        if next < self.loose.len() {
            let uses = self.loose.cut(next, &mut |arc| self.spans.push(map.add_chain(arc)));
            let mut run = Vec::new();
            for (arc, reversed) in uses {
                run.append(&mut uses_of(
                    self.spans.get(arc).cloned().unwrap_or_default(),
                    reversed,
                ));
            }
            self.runs.push(run);
            return true;
        }
        let rings = map.countries.iter_mut().skip(self.first.country).map(|area| &mut area.rings);
        let parts = map.lines.iter_mut().skip(self.first.line).map(|line| &mut line.parts);
        for run in rings.chain(parts).flatten() {
            let line = run.first().map_or(0, |line| line.chain);
            *run = self.runs.get_mut(line).map(std::mem::take).unwrap_or_default();
        }
        false
    }
}

fn add_geojson_feature(
    map: &mut BaseMap,
    loose: &mut Topology,
    node: &Node,
    budget: &mut Budget,
    problems: &mut Problems,
) {
    let Some(feature) = node.dictionary(problems) else { return };
    let Some(kind) = feature.required("type", problems) else { return };
    if kind.value.as_str() != Some("Feature") {
        kind.wrong::<()>("Feature", problems);
        return;
    }
    let of = |key| feature.optional(key).filter(|node| *node.value != Value::Null);
    let Some(geometry) = of("geometry") else { return };
    let Some(geometry) = geometry.dictionary(problems) else { return };
    let points = geometry.optional("coordinates").map_or(0, |node| positions_in(node.value));
    if !budget.spend(1, points, &geometry.path, problems) {
        return;
    }
    if let Some(shape) = read_geometry(&geometry, problems).and_then(|value| shape(loose, value)) {
        let id = feature.optional("id").map(|node| node.value);
        let properties = feature.optional("properties").map(|node| node.value);
        let about = About { id, properties, path: &node.path, limits: budget.limits() };
        add_feature(map, Kind::ByGeometry, &about, shape, problems);
    }
}

/// How many positions there are in coordinates, as far as arrays go.
fn positions_in(coordinates: &Value) -> usize {
    let mut count = 1;
    if let Some(items @ [Value::Array(_), ..]) = coordinates.as_array() {
        count = 0;
        for item in items {
            count += positions_in(item);
        }
    }
    count
}

/// A geometry of a kind that the map has a use for, checked.
fn read_geometry(geometry: &Object, problems: &mut Problems) -> Option<GeometryValue> {
    let kind = geometry.required("type", problems)?;
    let read: fn(&Node, &mut Problems) -> Option<GeometryValue> = match kind.value.as_str() {
        Some("Polygon") => |node, problems| {
            polygon(node, problems).map(|coordinates| GeometryValue::Polygon { coordinates })
        },
        Some("MultiPolygon") => |node, problems| {
            all(node, problems, polygon)
                .map(|coordinates| GeometryValue::MultiPolygon { coordinates })
        },
        Some("LineString") => |node, problems| {
            line(node, problems).map(|coordinates| GeometryValue::LineString { coordinates })
        },
        Some("MultiLineString") => |node, problems| {
            all(node, problems, line)
                .map(|coordinates| GeometryValue::MultiLineString { coordinates })
        },
        Some("Point") => |node, problems| {
            position(node, problems).map(|coordinates| GeometryValue::Point { coordinates })
        },
        // Some of them have no coordinates.
        _ => {
            let expected = "Polygon, MultiPolygon, LineString, MultiLineString or Point";
            return kind.wrong(expected, problems);
        }
    };
    read(&geometry.required("coordinates", problems)?, problems)
}

/// Every element of an array, each of which is read even if another is wrong.
fn all<T>(
    node: &Node,
    problems: &mut Problems,
    read: fn(&Node, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    let items = node.array(problems)?;
    let read: Vec<Option<T>> = items.iter().map(|item| read(item, problems)).collect();
    read.into_iter().collect()
}

fn polygon(node: &Node, problems: &mut Problems) -> Option<Vec<Vec<Position>>> {
    let rings = all(node, problems, ring)?;
    if rings.is_empty() {
        return node.wrong("a polygon of at least one ring", problems);
    }
    Some(rings)
}

fn ring(node: &Node, problems: &mut Problems) -> Option<Vec<Position>> {
    let ring = positions(node, 4, problems)?;
    if ring.first() != ring.last() {
        let found = "a last position that is not the first";
        problems.add(node.path.clone(), "a closed ring", found);
        return None;
    }
    Some(ring)
}

fn line(node: &Node, problems: &mut Problems) -> Option<Vec<Position>> {
    positions(node, 2, problems)
}

fn positions(node: &Node, least: usize, problems: &mut Problems) -> Option<Vec<Position>> {
    let positions = all(node, problems, position)?;
    if positions.len() < least {
        return node.wrong(&format!("at least {least} positions"), problems);
    }
    Some(positions)
}

/// A position; what is given beyond longitude and latitude does not count.
fn position(node: &Node, problems: &mut Problems) -> Option<Position> {
    let expected = "a position [longitude -180..180, latitude -90..90]";
    match node.value.numbers().as_deref() {
        Some(&[x, y, ..]) if x.abs() <= 180.0 && y.abs() <= 90.0 => Some([x, y].into()),
        Some(numbers) => {
            problems.add(node.path.clone(), expected, array(numbers));
            None
        }
        None => node.wrong(expected, problems),
    }
}

/// Puts a geometry's lines with the others, if it is of a kind that is read above.
fn shape(loose: &mut Topology, geometry: GeometryValue) -> Option<Shape> {
    let coord = |position: &Position| match *position.as_slice() {
        [x, y, ..] => Coord { x, y },
        _ => Coord::default(),
    };
    let mut chain = |positions: &Vec<Position>| {
        vec![ChainRef { chain: loose.add(positions.iter().map(coord)), reversed: false }]
    };
    Some(match geometry {
        GeometryValue::Polygon { coordinates } => {
            Shape::Rings(coordinates.iter().map(chain).collect())
        }
        GeometryValue::MultiPolygon { coordinates } => {
            Shape::Rings(coordinates.iter().flatten().map(chain).collect())
        }
        GeometryValue::LineString { coordinates } => Shape::Parts(vec![chain(&coordinates)]),
        GeometryValue::MultiLineString { coordinates } => {
            Shape::Parts(coordinates.iter().map(chain).collect())
        }
        GeometryValue::Point { coordinates } => Shape::Point(coord(&coordinates)),
        _ => return None,
    })
}

/// What a feature has beside its shape.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its id.
    pub id: Option<&'a Value>,
    /// Its properties.
    pub properties: Option<&'a Value>,
    /// Its place in the document.
    pub path: &'a str,
    /// How long its texts may be.
    pub limits: InputLimits,
}

/// Adds a feature to the list that it belongs to.
pub fn add_feature(
    map: &mut BaseMap,
    kind: Kind,
    about: &About,
    shape: Shape,
    problems: &mut Problems,
) {
    if kind == Kind::ClaimedRegions {
        map.claimed_regions.extend(claims::claimed_region(about, shape, problems));
        return;
    }
    let none = SortedMap::new();
    let node =
        about.properties.map(|value| Node { value, path: format!("{}.properties", about.path) });
    let properties = about.properties.and_then(Value::as_object).unwrap_or(&none);
    if node.as_ref().is_some_and(|node| !about.limits.holds(node, problems)) {
        return;
    }
    let text = |key: &str| properties.get(key).and_then(Value::as_str).map(str::to_owned);
    // Natural Earth writes "-99" where it knows no code.
    let iso = text("iso_a3").filter(|code| code.len() == 3 && code != "-99");
    let id = iso.or_else(|| about.id.and_then(id_text)).unwrap_or_default();
    let label = label(properties, &id);
    let rank = properties.get("rank").and_then(Value::as_f64).unwrap_or(0.0);
    let country = text("country");
    match shape {
        Shape::Rings(rings) => {
            let label_point = properties.get("label").and_then(point).map(kept);
            let owners = claims::owners(node.as_ref(), problems);
            let feature = AreaFeature { id, label, label_point, country, owners, rings };
            match kind {
                Kind::Claims => {
                    let claim = claims::claim(feature, node.as_ref(), about.path, problems);
                    map.claims.extend(claim);
                }
                Kind::Regions => map.regions.push(feature),
                Kind::Lakes => map.lakes.push(feature),
                _ => map.countries.push(feature),
            }
        }
        Shape::Parts(parts) => {
            let schematic = text("route").as_deref() == Some("schematic");
            let feature = LineFeature { id, label, rank, schematic, parts };
            match kind {
                Kind::Rivers => map.rivers.push(feature),
                Kind::Disputed => map.disputed.push(feature),
                _ => map.lines.push(feature),
            }
        }
        Shape::Point(position) => {
            let position = kept(position);
            let capital = properties.get("capital").and_then(Value::as_bool).unwrap_or(false);
            let feature = PointFeature { id, label, position, capital, country, rank };
            match kind {
                Kind::Waters => map.waters.push(feature),
                _ => map.cities.push(feature),
            }
        }
    }
}

fn id_text(id: &Value) -> Option<String> {
    match id {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(decimal(*number)),
        _ => None,
    }
}

fn label(properties: &SortedMap<String, Value>, id: &str) -> Label {
    let text = |key: &str| properties.get(key).and_then(Value::as_str).map(str::to_owned);
    let names = properties.get("names").and_then(Value::as_object);
    Label {
        name: text("name").unwrap_or_else(|| id.to_owned()),
        names: names
            .into_iter()
            .flat_map(SortedMap::iter)
            .filter_map(|(language, name)| Some((language.clone(), name.as_str()?.to_owned())))
            .collect(),
        own: text("own").zip(text("own_lang")),
    }
}

fn point(value: &Value) -> Option<Coord> {
    match value.as_array()? {
        [x, y] => Some(Coord { x: x.as_f64()?, y: y.as_f64()? }),
        _ => None,
    }
}
