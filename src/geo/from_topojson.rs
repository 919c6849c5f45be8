//! TopoJSON (Bostock and Metcalf 2013, <https://github.com/topojson/topojson-specification>),
//! quantized or not.

use super::base_map::*;
use super::from_geojson::{About, Kind, Shape, add_feature, kind_of_layer};
use crate::error::Problems;
use crate::json::{Node, Object, Value, array, quoted};
use geo::Coord;
use std::ops::Range;

/// Adds a topology's chains and features to `map`.
pub fn add(map: &mut BaseMap, document: &Value, problems: &mut Problems) {
    let Some(root) = Node::root(document).dictionary(problems) else { return };
    let transform = root.optional("transform").and_then(|n| transform(&n, problems));
    let mut spans = Vec::new();
    if let Some(arcs) = root.required("arcs", problems).and_then(|n| n.array(problems)) {
        for node in arcs {
            spans.push(map.add_chain(arc(&node, transform.as_ref(), problems)));
        }
    }
    let first_claim = map.claims.len();
    let arcs = Arcs { spans, transform };
    if let Some(objects) = root.required("objects", problems).and_then(|n| n.dictionary(problems)) {
        for (name, node) in objects.members() {
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
    credits(map, &root, problems);
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

/// One arc, its deltas summed up when the topology is quantized.
fn arc(node: &Node, transform: Option<&Transform>, problems: &mut Problems) -> Vec<Coord> {
    let Some(items) = node.value.as_array() else {
        return node.wrong("an array of positions", problems).unwrap_or_default();
    };
    let mut points = Vec::with_capacity(items.len());
    let mut sum = [0.0, 0.0];
    for (index, item) in items.iter().enumerate() {
        let Some([x, y]) = number_pair(item) else {
            let node = Node { value: item, path: format!("{}[{index}]", node.path) };
            return node.wrong("a position of two numbers", problems).unwrap_or_default();
        };
        let point = match transform {
            Some(transform) => {
                sum = [sum[0] + x, sum[1] + y];
                transform.apply(sum)
            }
            None => Coord { x, y },
        };
        // Quantized corners may round just past the pole or the antimeridian.
        const SLACK_DEG: f64 = 0.01;
        if point.x.abs() > 180.0 + SLACK_DEG || point.y.abs() > 90.0 + SLACK_DEG {
            let path = format!("{}[{index}]", node.path);
            let found = array(&[point.x, point.y]);
            problems.add(path, "longitude within ±180 and latitude within ±90", found);
            return points;
        }
        points.push(point);
    }
    if points.len() < 2 {
        return node.wrong("an arc of at least two positions", problems).unwrap_or_default();
    }
    points
}

struct Arcs {
    /// The chains that each arc has become.
    spans: Vec<Range<usize>>,
    transform: Option<Transform>,
}

impl Arcs {
    fn add_object(&self, map: &mut BaseMap, kind: Kind, node: &Node, problems: &mut Problems) {
        let Some(object) = node.dictionary(problems) else { return };
        let geometry_type = object.optional("type").and_then(|n| n.value.as_str()).unwrap_or("");
        if geometry_type == "GeometryCollection" {
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
            };
            add_feature(map, kind, &about, shape, problems);
        }
    }

    /// Chain runs in an `arcs` array nested `depth` deep (0: one run, 1: runs, 2: polygons of runs).
    fn runs(&self, object: &Object, depth: usize, problems: &mut Problems) -> Option<Rings> {
        let node = object.required("arcs", problems)?;
        let mut rings = Vec::new();
        self.collect(&node, depth, &mut rings, problems)?;
        Some(rings)
    }

    fn collect(
        &self,
        node: &Node,
        depth: usize,
        rings: &mut Rings,
        problems: &mut Problems,
    ) -> Option<()> {
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
            let (span, reversed) = self.arc(item, problems)?;
            let mut chains: Vec<ChainRef> =
                span.map(|chain| ChainRef { chain, reversed }).collect();
            if reversed {
                chains.reverse();
            }
            run.append(&mut chains);
        }
        rings.push(run);
        Some(())
    }

    /// The chains of an arc that is referred to, and whether it is run through from its end.
    fn arc(&self, node: &Node, problems: &mut Problems) -> Option<(Range<usize>, bool)> {
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

fn credits(map: &mut BaseMap, root: &Object, problems: &mut Problems) {
    for node in root.elements("attribution", problems) {
        let Some(o) = node.dictionary(problems) else { continue };
        if let Some(text) = o.text("text", problems) {
            map.credits.push(Credit { text, url: o.optional_text("url", problems) });
        }
    }
}
