//! GeoJSON (RFC 7946). Reading is left to the `geojson` crate; what it does not check
//! (closed rings, bounds) is checked here.

use super::base_map::*;
use super::claims;
use crate::error::Problems;
use crate::json::{Node, describe};
use geo::Coord;
use geojson::{Feature, GeometryValue, Position};
use serde_json::{Map, Value};

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

/// Adds the features of a GeoJSON document to `map`.
pub fn add(map: &mut BaseMap, document: Value, problems: &mut Problems) {
    let Value::Object(mut object) = document else {
        Node::root(&document).wrong::<()>("a GeoJSON or TopoJSON object", problems);
        return;
    };
    let features = match object.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => match object.remove("features") {
            Some(Value::Array(features)) => features,
            other => {
                let found = other.as_ref().map_or("nothing".to_owned(), describe);
                problems.add("$.features", "an array of features", found);
                return;
            }
        },
        Some("Feature") => {
            add_json_feature(map, "$", Value::Object(object), problems);
            return;
        }
        _ => {
            let found = object.get("type").map_or("nothing".to_owned(), describe);
            problems.add("$.type", "FeatureCollection, Feature or Topology", found);
            return;
        }
    };
    if features.is_empty() {
        problems.add("$.features", "at least one feature", "an array of 0");
    }
    for (index, feature) in features.into_iter().enumerate() {
        add_json_feature(map, &format!("$.features[{index}]"), feature, problems);
    }
}

fn add_json_feature(
    map: &mut BaseMap,
    feature_path: &str,
    feature: Value,
    problems: &mut Problems,
) {
    let feature = match serde_json::from_value::<Feature>(feature) {
        Ok(feature) => feature,
        Err(error) => {
            problems.add(feature_path, "a GeoJSON feature", error.to_string());
            return;
        }
    };
    let Some(geometry) = feature.geometry else { return };
    let path = format!("{feature_path}.geometry.coordinates");
    let mut reader = Reader { map, problems };
    let shape = match geometry.value {
        GeometryValue::Polygon { coordinates } => {
            reader.polygon(&coordinates, &path).map(Shape::Rings)
        }
        GeometryValue::MultiPolygon { coordinates } => {
            let polygons = coordinates.iter().enumerate();
            let rings: Option<Vec<Rings>> = polygons
                .map(|(index, rings)| reader.polygon(rings, &format!("{path}[{index}]")))
                .collect();
            rings.map(|rings| Shape::Rings(rings.concat()))
        }
        GeometryValue::LineString { coordinates } => {
            reader.chain(&coordinates, 2, &path).map(|part| Shape::Parts(vec![part]))
        }
        GeometryValue::MultiLineString { coordinates } => {
            let parts: Option<Rings> = coordinates
                .iter()
                .enumerate()
                .map(|(index, part)| reader.chain(part, 2, &format!("{path}[{index}]")))
                .collect();
            parts.map(Shape::Parts)
        }
        GeometryValue::Point { coordinates } => {
            reader.position(&coordinates, &path).map(Shape::Point)
        }
        _ => {
            let expected = "a Polygon, MultiPolygon, LineString, MultiLineString or Point";
            problems.add(path, expected, "another geometry");
            None
        }
    };
    let id = feature.id.map(|id| match id {
        geojson::feature::Id::String(text) => Value::String(text),
        geojson::feature::Id::Number(number) => Value::Number(number),
    });
    let properties = feature.properties.map(Value::Object);
    if let Some(shape) = shape {
        let about = About { id: id.as_ref(), properties: properties.as_ref(), path: feature_path };
        add_feature(map, Kind::ByGeometry, &about, shape, problems);
    }
}

struct Reader<'a> {
    map: &'a mut BaseMap,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn polygon(&mut self, rings: &[Vec<Position>], path: &str) -> Option<Rings> {
        if rings.is_empty() {
            self.problems.add(path, "a polygon of at least one ring", "an array of 0");
            return None;
        }
        let mut chains = Vec::new();
        for (index, ring) in rings.iter().enumerate() {
            let path = format!("{path}[{index}]");
            if ring.len() >= 4 && ring.first() != ring.last() {
                self.problems.add(path, "a closed ring", "a last position that is not the first");
                continue;
            }
            chains.extend(self.chain(ring, 4, &path));
        }
        (chains.len() == rings.len()).then_some(chains)
    }

    /// Stores positions as a chain of its own.
    fn chain(&mut self, positions: &[Position], least: usize, path: &str) -> Option<Vec<ChainRef>> {
        if positions.len() < least {
            let found = format!("an array of {}", positions.len());
            self.problems.add(path, format!("at least {least} positions"), found);
            return None;
        }
        let mut points = Vec::with_capacity(positions.len());
        for (index, position) in positions.iter().enumerate() {
            match coord(position) {
                Some(point) => points.push(point),
                None => {
                    self.out_of_bounds(&format!("{path}[{index}]"), position);
                    return None;
                }
            }
        }
        let chains = self.map.add_chain(points);
        Some(chains.map(|chain| ChainRef { chain, reversed: false }).collect())
    }

    fn position(&mut self, position: &Position, path: &str) -> Option<Coord> {
        let point = coord(position);
        if point.is_none() {
            self.out_of_bounds(path, position);
        }
        point
    }

    fn out_of_bounds(&mut self, path: &str, position: &Position) {
        let expected = "[longitude -180..180, latitude -90..90]";
        self.problems.add(path, expected, format!("{:?}", position.as_slice()));
    }
}

fn coord(position: &Position) -> Option<Coord> {
    match *position.as_slice() {
        [x, y, ..] if x.abs() <= 180.0 && y.abs() <= 90.0 => Some(Coord { x, y }),
        _ => None,
    }
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
    let none = Map::new();
    let node =
        about.properties.map(|value| Node { value, path: format!("{}.properties", about.path) });
    let properties = about.properties.and_then(Value::as_object).unwrap_or(&none);
    let text = |key: &str| properties.get(key).and_then(Value::as_str).map(str::to_owned);
    // Natural Earth writes "-99" where it knows no code.
    let iso = text("iso_a3").filter(|code| code.len() == 3 && code != "-99");
    let id = iso.or_else(|| about.id.and_then(id_text)).unwrap_or_default();
    let label = label(properties, &id);
    let rank = properties.get("rank").and_then(Value::as_f64).unwrap_or(0.0);
    let country = text("country");
    match shape {
        Shape::Rings(rings) => {
            let label_point = properties.get("label").and_then(point);
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
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn label(properties: &Map<String, Value>, id: &str) -> Label {
    let text = |key: &str| properties.get(key).and_then(Value::as_str).map(str::to_owned);
    let names = properties.get("names").and_then(Value::as_object);
    Label {
        name: text("name").unwrap_or_else(|| id.to_owned()),
        names: names
            .into_iter()
            .flatten()
            .filter_map(|(language, name)| Some((language.clone(), name.as_str()?.to_owned())))
            .collect(),
        own: text("own").zip(text("own_lang")),
    }
}

fn point(value: &Value) -> Option<Coord> {
    match value.as_array()?.as_slice() {
        [x, y] => Some(Coord { x: x.as_f64()?, y: y.as_f64()? }),
        _ => None,
    }
}
