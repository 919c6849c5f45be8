//! Briefs with thousands of flows, from a seed.

#![allow(dead_code, reason = "each suite uses a part")]

use super::bytes;
use super::flow_sets::Random;
use khorgos::brief::{self, BriefReader};
use khorgos::compose::Atlas;
use khorgos::error::Problems;
use khorgos::geo::{BaseMap, MapReader};
use khorgos::model::Model;
use khorgos::sorted::sort;
use khorgos::speech::Speech;
use khorgos::style::Theme;
use serde_json::{Map, Value, json as document};

/// What is in such a brief.
#[derive(Debug, Clone, Copy)]
pub struct Many {
    pub seed: u64,
    pub flows: usize,
    /// Countries at most.
    pub countries: usize,
    /// Places: the flows are between them, if there are any.
    pub places: usize,
    /// Measures, units, periods, layers, directions and qualifiers of all sorts; else one of each.
    pub mixed: bool,
}

/// The shipped map's first part.
pub fn world() -> BaseMap {
    MapReader::new(vec![bytes("assets/map/base.topo.json")]).finish().unwrap()
}

/// A document as a model.
pub fn resolved(document: &Value, base: &BaseMap) -> Model {
    read(&document.to_string(), base)
}

/// A document's text as a model.
pub fn read(text: &str, base: &BaseMap) -> Model {
    let (brief, mut problems, _) = BriefReader::new(text.into()).finish();
    let model = brief::resolve(&brief, base, &Speech::default(), &mut problems);
    assert_eq!(problems, Problems::default());
    model.unwrap()
}

/// A map of a document.
pub fn atlas_of(document: &Value, base: &BaseMap) -> Atlas {
    Atlas::new(resolved(document, base), base.clone(), Theme::LIGHT)
}

const BLOCS: [(&str, &str); 4] =
    [("east", "red"), ("west", "blue"), ("north", "ochre"), ("south", "green")];

impl Many {
    /// The brief, as a document.
    pub fn document(&self, base: &BaseMap) -> Value {
        let mut random = Random(self.seed);
        let countries = base.countries.iter().map(|country| country.id.as_str());
        let mut codes: Vec<&str> = countries.filter(|id| id.len() == 3 && *id != "ATA").collect();
        sort(&mut codes);
        codes.truncate(self.countries);
        let places: Vec<Value> = (0..self.places).map(|n| place(n, &mut random)).collect();
        let ends: Vec<&str> = match places.as_slice() {
            [] => codes.clone(),
            places => places.iter().filter_map(|place| place["id"].as_str()).collect(),
        };
        let weights: Vec<f64> = ends.iter().map(|_| libm::pow(random.next(), 3.0) + 0.02).collect();
        let (mut facts, mut flows) = (Vec::new(), Vec::new());
        while flows.len() < self.flows {
            let (from, to) = (weighted(&mut random, &weights), weighted(&mut random, &weights));
            if from == to {
                continue;
            }
            let value = 0.5 + 4000.0 * weights[from] * weights[to] * libm::pow(random.next(), 3.0);
            let subject = codes.get(from).unwrap_or(&codes[0]);
            let text = format!("From {} to {}.", ends[from], ends[to]);
            let (fact, flow) = self.fact_and_flow(flows.len(), value, &mut random);
            facts.push(with(fact, document!({ "subject": subject, "text": text })));
            flows.push(with(flow, document!({ "from": ends[from], "to": ends[to] })));
        }
        let actors = codes.iter().zip(BLOCS.iter().cycle());
        let actors: Map<String, Value> = actors
            .map(|(code, (bloc, _))| {
                ((*code).to_owned(), document!({ "role": "partner", "bloc": bloc }))
            })
            .collect();
        let bloc = |(id, hue): &(&str, &str)| {
            ((*id).to_owned(), document!({ "title": format!("The {id}"), "hue": hue }))
        };
        let measure = |title: &str| document!({ "title": title, "theme": "trade" });
        let layer =
            |id: &str, title: &str| document!({ "id": id, "title": title, "visible": true });
        document!({
            "version": 1,
            "meta": {
                "title": "Made up: many flows",
                "summary": "Values from a seed, not from a source.",
                "language": "en",
                "publication": { "title": "None", "author": "A seed", "publisher": "None" },
            },
            "view": { "extent": [-170, -58, 185, 78], "projection": "equal-earth" },
            "sources": { "n1": { "note": 1, "author": "A seed", "title": "Numbers" } },
            "themes": [{ "id": "trade", "title": "Trade" }],
            "measures": { "goods": measure("Goods trade"), "services": measure("Services") },
            "units": { "kt": { "title": "Thousand tonnes", "after": " kt" } },
            "blocs": BLOCS.iter().map(bloc).collect::<Map<String, Value>>(),
            "actors": actors,
            "facts": facts,
            "flows": flows,
            "places": places,
            "layers": [layer("trade", "Trade"), layer("more", "More")],
        })
    }

    /// A fact without its subject and text, and a flow without its ends.
    fn fact_and_flow(&self, n: usize, value: f64, random: &mut Random) -> (Value, Value) {
        let rounded = |decimals: f64| {
            let scale = libm::pow(10.0, decimals);
            document!((value * scale).round() / scale)
        };
        let mut fact = document!({
            "id": format!("f{n}"), "measure": "goods", "value": rounded(2.0), "unit": "usd_mn",
            "qualifier": "exact", "period": "2021",
            "cite": { "section": "Made up", "paragraph": 1, "notes": ["n1"] },
        });
        let mut flow = document!({
            "id": format!("w{n}"), "layer": "trade", "direction": "one_way",
            "fact": format!("f{n}"),
        });
        if !self.mixed {
            return (fact, flow);
        }
        let mut one_of = |of: &[&str]| document!(of[random.below(of.len())]);
        fact["measure"] = one_of(&["goods", "services"]);
        fact["unit"] = one_of(&["usd_mn", "usd_mn", "kt", "percent"]);
        fact["period"] = one_of(&["2020", "2021", "2019/2021"]);
        fact["qualifier"] =
            one_of(&["exact", "exact", "exact", "about", "over", "almost", "under"]);
        flow["layer"] = one_of(&["trade", "more"]);
        flow["direction"] = one_of(&["one_way", "one_way", "two_way"]);
        fact["value"] = rounded(random.below(4) as f64);
        if random.below(10) == 0
            && let Some(fact) = fact.as_object_mut()
        {
            fact.remove("period");
        }
        if random.below(8) == 0 {
            let rank = document!(1 + random.below(9));
            fact = with(fact, document!({ "unit": "rank", "qualifier": "rank", "value": rank }));
        }
        // Now and then two flows stand on one fact.
        if n > 0 && random.below(20) == 0 {
            flow["fact"] = document!(format!("f{}", n - 1));
        }
        (fact, flow)
    }

    /// A map of it.
    pub fn atlas(&self) -> Atlas {
        let base = world();
        atlas_of(&self.document(&base), &base)
    }
}

/// An object with the members of another as well.
fn with(mut object: Value, other: Value) -> Value {
    if let (Some(object), Value::Object(other)) = (object.as_object_mut(), other) {
        object.extend(other);
    }
    object
}

/// Anywhere; every fiftieth one at the same spot.
fn place(n: usize, random: &mut Random) -> Value {
    let (x, y) = (random.next(), random.next());
    let (x, y) = if n % 50 == 49 { (0.5, 0.5) } else { (x, y) };
    let kind = ["port", "city", "field", "border_crossing"][n % 4];
    document!({
        "id": format!("p{n}"), "layer": "trade", "name": { "en": format!("Place {n}") },
        "position": [-120.0 + 260.0 * x, -40.0 + 105.0 * y], "precision_km": 1,
        "kind": kind,
    })
}

fn weighted(random: &mut Random, weights: &[f64]) -> usize {
    let most = weights.iter().copied().fold(0.0, f64::max);
    loop {
        let at = random.below(weights.len());
        if random.next() * most < weights[at] {
            return at;
        }
    }
}
