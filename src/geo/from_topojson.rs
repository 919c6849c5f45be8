//! TopoJSON (Bostock and Metcalf 2013, <https://github.com/topojson/topojson-specification>),
//! quantized or not.

use super::base_map::*;
use super::chain::is_on_earth;
use super::from_geojson::{About, Kind, Shape, add_feature, kind_of_layer};
use super::reader::{elements, or_problem};
use crate::error::Problems;
use crate::json::{Cursor, Node, Object, Parts, Value, array, quoted};
use crate::limits::Budget;
use geo::Coord;
use std::ops::Range;

/// A topology that is read arc by arc, then at one go what is made of them.
#[derive(Debug)]
pub struct Reading {
    parts: Parts,
    /// How far the arcs are read.
    arcs: Cursor,
    transform: Option<Transform>,
    /// The chains that each arc has become.
    spans: Vec<Span>,
}

/// The chains that an arc has become, and its points.
type Span = (Range<usize>, usize);

impl Reading {
    /// Begins with a topology.
    pub fn new(parts: Parts, problems: &mut Problems) -> Option<Self> {
        let given = or_problem(parts.member("transform"), &parts, problems)?;
        let node = |value| Node { value, path: "$.transform".to_owned() };
        let transform = given.as_ref().and_then(|value| transform(&node(value), problems));
        let arcs = elements(&parts, "arcs", problems)?;
        Some(Self { parts, arcs, transform, spans: Vec::new() })
    }

    /// How much is read, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.parts.share(&self.arcs)
    }

    /// Reads an arc, or what comes after them; whether there is more.
    pub fn step(
        &mut self,
        map: &mut BaseMap,
        budget: &mut Budget,
        problems: &mut Problems,
    ) -> bool {
        let path = format!("$.arcs[{}]", self.arcs.index);
        let pairs = match self.parts.next_pairs(&mut self.arcs) {
            Some(pairs) => Some(pairs),
            None => {
                let next = self.parts.next(&mut self.arcs);
                let Some(next) = or_problem(next, &self.parts, problems) else { return false };
                let Some(value) = next else {
                    self.read_features(map, budget, problems);
                    return false;
                };
                pairs(&Node { value: &value, path: path.clone() }, problems)
            }
        };
        let transform = self.transform.as_ref();
        let points = pairs.and_then(|pairs| points(&pairs, transform, &path, problems));
        let points = points.unwrap_or_default();
        let count = points.len();
        self.spans.push((map.add_chain(points), count));
        true
    }

    fn read_features(&mut self, map: &mut BaseMap, budget: &mut Budget, problems: &mut Problems) {
        let mut members: Vec<(String, Value)> = Vec::new();
        for key in self.parts.keys().filter(|key| *key != "arcs") {
            let Some(value) = or_problem(self.parts.member(key), &self.parts, problems) else {
                return;
            };
            members.extend(value.map(|value| (key.to_owned(), value)));
        }
        let document = Value::Object(members.into());
        let Some(root) = Node::root(&document).dictionary(problems) else { return };
        let first_claim = map.claims.len();
        let spans = std::mem::take(&mut self.spans);
        let mut arcs = Arcs { spans, transform: self.transform, budget };
        if let Some(objects) =
            root.required("objects", problems).and_then(|n| n.dictionary(problems))
        {
            // An object of this name is all countries together, beside the object that they are in.
            let is_known = |name: &str| name == "land" && objects.members().count() > 1;
            for (name, node) in objects.members().filter(|(name, _)| !is_known(name)) {
                arcs.add_object(map, kind_of_layer(name), &node, problems);
            }
        }
        for claim in map.claims.iter().skip(first_claim) {
            let country = claim.area.country.as_deref().unwrap_or_default();
            if map.country(country).is_none() {
                let found = format!("{} in the claim {}", quoted(country), quoted(&claim.area.id));
                problems.add("$.objects.claims", "the id of a country of the map", found);
            }
        }
        credits(map, &root, arcs.budget, problems);
    }
}

#[derive(Debug, Clone, Copy)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    fn apply(&self, [x, y]: [f64; 2]) -> Coord {
        let ([sx, sy], [tx, ty]) = (self.scale, self.translate);
        Coord { x: x * sx + tx, y: y * sy + ty }
    }
}

fn transform(node: &Node, problems: &mut Problems) -> Option<Transform> {
    let o = node.dictionary(problems)?;
    let pair = |key, problems: &mut Problems| {
        let node = o.required(key, problems)?;
        number_pair(node.value).or_else(|| node.wrong("two numbers", problems))
    };
    let (scale, translate) = (pair("scale", problems), pair("translate", problems));
    Some(Transform { scale: scale?, translate: translate? })
}

fn number_pair(value: &Value) -> Option<[f64; 2]> {
    match value.as_array()? {
        [x, y, ..] => Some([x.as_f64()?, y.as_f64()?]),
        _ => None,
    }
}

/// The points of an arc, its deltas summed up when the topology is quantized.
fn points(
    pairs: &[[f64; 2]],
    transform: Option<&Transform>,
    path: &str,
    problems: &mut Problems,
) -> Option<Vec<Coord>> {
    let mut points = Vec::with_capacity(pairs.len());
    let mut sum = [0.0, 0.0];
    for (index, &[x, y]) in pairs.iter().enumerate() {
        let point = match transform {
            Some(transform) => {
                sum = [sum[0] + x, sum[1] + y];
                transform.apply(sum)
            }
            None => Coord { x, y },
        };
        if !is_on_earth(point) {
            let path = format!("{path}[{index}]");
            let found = array(&[point.x, point.y]);
            problems.add(path, "longitude within ±180 and latitude within ±90", found);
            return None;
        }
        points.push(point);
    }
    if points.len() < 2 {
        let found = format!("an array of {}", points.len());
        problems.add(path, "an arc of at least two positions", found);
        return None;
    }
    Some(points)
}

/// The first two numbers of an arc's positions, which may have more.
fn pairs(node: &Node, problems: &mut Problems) -> Option<Vec<[f64; 2]>> {
    let Value::Array(items) = node.value else {
        return node.wrong("an array of positions", problems);
    };
    let mut pairs = Vec::with_capacity(items.len());
    for (index, value) in items.iter().enumerate() {
        let Some(pair) = number_pair(value) else {
            let node = Node { value, path: format!("{}[{index}]", node.path) };
            return node.wrong("a position of two numbers", problems);
        };
        pairs.push(pair);
    }
    Some(pairs)
}

struct Arcs<'a> {
    spans: Vec<Span>,
    transform: Option<Transform>,
    budget: &'a mut Budget,
}

impl Arcs<'_> {
    fn add_object(&mut self, map: &mut BaseMap, kind: Kind, node: &Node, problems: &mut Problems) {
        let Some(object) = node.dictionary(problems) else { return };
        let geometry_type = object.optional("type").and_then(|n| n.value.as_str()).unwrap_or("");
        if geometry_type == "GeometryCollection" {
            let geometries = node.value.get("geometries").and_then(Value::as_array);
            let count = geometries.map_or(0, <[Value]>::len);
            if !self.budget.spend(count, 0, &node.path, problems) {
                return;
            }
            for node in object.elements("geometries", problems) {
                self.add_object(map, kind, &node, problems);
            }
            return;
        }
        let shape = match geometry_type {
            "Polygon" => self.runs(&object, 1, problems).map(Shape::Rings),
            "MultiPolygon" => self.runs(&object, 2, problems).map(Shape::Rings),
            "LineString" => self.runs(&object, 0, problems).map(Shape::Parts),
            "MultiLineString" => self.runs(&object, 1, problems).map(Shape::Parts),
            "Point" => self.point(&object, problems).map(Shape::Point),
            _ if node.value.get("type").is_some_and(|kind| *kind == Value::Null) => return,
            _ => node.wrong("a TopoJSON geometry", problems),
        };
        if let Some(shape) = shape {
            if let Shape::Rings(rings) = &shape {
                self.check_rings(map, rings, &node.path, problems);
            }
            let about = About {
                id: object.optional("id").map(|n| n.value),
                properties: object.optional("properties").map(|n| n.value),
                path: &node.path,
                limits: self.budget.limits(),
            };
            add_feature(map, kind, &about, shape, problems);
        }
    }

    /// Chain runs in an `arcs` array nested `depth` deep (0: one run, 1: runs, 2: polygons of runs).
    fn runs(&mut self, object: &Object, depth: usize, problems: &mut Problems) -> Option<Rings> {
        let node = object.required("arcs", problems)?;
        let mut rings = Vec::new();
        self.collect(&node, depth, &mut rings, problems)?;
        Some(rings)
    }

    fn collect(
        &mut self,
        node: &Node,
        depth: usize,
        rings: &mut Rings,
        problems: &mut Problems,
    ) -> Option<()> {
        // Before each of them gets its path.
        let count = node.value.as_array().map_or(0, <[Value]>::len);
        if !self.budget.spend(0, count, &node.path, problems) {
            return None;
        }
        let items = node.array(problems)?;
        if depth > 0 {
            for item in &items {
                self.collect(item, depth - 1, rings, problems)?;
            }
            return Some(());
        }
        if items.is_empty() {
            return node.wrong("at least one arc", problems);
        }
        let mut run = Vec::new();
        for item in &items {
            let ((span, points), reversed) = self.arc(item, problems)?;
            if !self.budget.spend(0, points, &item.path, problems) {
                return None;
            }
            run.append(&mut uses_of(span, reversed));
        }
        rings.push(run);
        Some(())
    }

    /// The chains of an arc that is referred to, and whether it is run through from its end.
    fn arc(&self, node: &Node, problems: &mut Problems) -> Option<(Span, bool)> {
        let (arc, reversed) = match node.value.as_i64() {
            Some(index) if index >= 0 => (usize::try_from(index).ok(), false),
            Some(index) => (usize::try_from(!index).ok(), true),
            None => (None, false),
        };
        match arc.and_then(|arc| self.spans.get(arc)) {
            Some(span) => Some((span.clone(), reversed)),
            None => node.wrong(&format!("the index of one of {} arcs", self.spans.len()), problems),
        }
    }

    fn point(&self, object: &Object, problems: &mut Problems) -> Option<Coord> {
        let node = object.required("coordinates", problems)?;
        let pair = number_pair(node.value).or_else(|| node.wrong("two numbers", problems))?;
        Some(match &self.transform {
            Some(transform) => transform.apply(pair),
            None => Coord { x: pair[0], y: pair[1] },
        })
    }

    fn check_rings(&self, map: &BaseMap, rings: &Rings, path: &str, problems: &mut Problems) {
        for (index, ring) in rings.iter().enumerate() {
            let points = map.points(ring);
            if points.first() != points.last() {
                problems.add(path, "closed rings", format!("ring {index} is open"));
            }
        }
    }
}

fn credits(map: &mut BaseMap, root: &Object, budget: &Budget, problems: &mut Problems) {
    let given = root.optional("attribution");
    if given.is_some_and(|given| !budget.limits().holds(&given, problems)) {
        return;
    }
    for node in root.elements("attribution", problems) {
        let Some(o) = node.dictionary(problems) else { continue };
        if let Some(text) = o.text("text", problems) {
            let url = o.optional_text("url", problems);
            map.credits.push(Credit { text, url, lang: o.optional_text("lang", problems) });
        }
    }
}
