//! Briefs with thousands of flows, from a seed.

#![allow(dead_code, reason = "each suite uses a part")]

use super::bytes;
use super::flow_sets::Random;
use khorgos::brief;
use khorgos::compose::Atlas;
use khorgos::error::Problems;
use khorgos::geo::{BaseMap, read_into};
use khorgos::model::Model;
use khorgos::speech::Speech;
use khorgos::style::Theme;
use serde_json::{Map, Value, json};

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
    let mut base = BaseMap::default();
    read_into(&mut base, &bytes("assets/map/base.topo.json")).unwrap();
    base
}

const HUES: [(&str, &str); 4] =
    [("east", "red"), ("west", "blue"), ("north", "ochre"), ("south", "green")];

impl Many {
    /// The brief, as a document.
    pub fn document(&self, base: &BaseMap) -> Value {
        let mut random = Random(self.seed);
        let mut codes: Vec<&str> = base
            .countries
            .iter()
            .map(|c| c.id.as_str())
            .filter(|id| id.len() == 3 && *id != "ATA")
            .collect();
        codes.sort_unstable();
        codes.truncate(self.countries);
        let places: Vec<Value> = (0..self.places).map(|n| self.place(n, &mut random)).collect();
        let ends: Vec<String> = if places.is_empty() {
            codes.iter().map(|code| (*code).to_owned()).collect()
        } else {
            places.iter().map(|place| place["id"].as_str().unwrap().to_owned()).collect()
        };
        let weights: Vec<f64> = ends.iter().map(|_| libm::pow(random.next(), 3.0) + 0.02).collect();
        let (mut facts, mut flows) = (Vec::new(), Vec::new());
        while flows.len() < self.flows {
            let (from, to) = (weighted(&mut random, &weights), weighted(&mut random, &weights));
            if from != to {
                let share = random.next();
                let value = 0.5 + 4000.0 * weights[from] * weights[to] * share * share * share;
                self.add(
                    flows.len(),
                    (&ends[from], &ends[to]),
                    value,
                    codes[0],
                    &mut random,
                    &mut facts,
                    &mut flows,
                );
            }
        }
        let actors: Map<String, Value> = codes
            .iter()
            .enumerate()
            .map(|(n, code)| {
                ((*code).to_owned(), json!({ "role": "partner", "bloc": HUES[n % HUES.len()].0 }))
            })
            .collect();
        let blocs: Map<String, Value> = HUES
            .iter()
            .map(|(id, hue)| {
                ((*id).to_owned(), json!({ "title": format!("The {id}"), "hue": hue }))
            })
            .collect();
        json!({
            "version": 1,
            "meta": { "title": "Made up: many flows", "summary": "Values from a seed, not from a source.", "language": "en",
                "publication": { "title": "None", "author": "A seed", "publisher": "None" } },
            "view": { "extent": [-170, -58, 185, 78], "projection": "equal-earth" },
            "sources": { "n1": { "note": 1, "author": "A seed", "year": 2021, "title": "Numbers" } },
            "themes": [{ "id": "trade", "title": "Trade" }],
            "measures": { "goods": { "title": "Goods trade", "theme": "trade" }, "services": { "title": "Services", "theme": "trade" } },
            "units": { "kt": { "title": "Thousand tonnes", "after": " kt" } },
            "blocs": blocs, "actors": actors, "facts": facts, "flows": flows, "places": places,
            "layers": [{ "id": "trade", "title": "Trade", "visible": true }, { "id": "more", "title": "More", "visible": true }]
        })
    }

    fn place(&self, n: usize, random: &mut Random) -> Value {
        let (x, y) = (random.next(), random.next());
        // Some share a spot.
        let spot = if n % 50 == 49 { 10.0 } else { 0.0 };
        let (x, y) = if spot > 0.0 { (0.5, 0.5) } else { (x, y) };
        let kind = ["port", "city", "field", "border_crossing"][n % 4];
        json!({ "id": format!("p{n}"), "layer": "trade", "name": { "en": format!("Place {n}") },
            "position": [-120.0 + 260.0 * x, -40.0 + 105.0 * y], "precision_km": 1, "kind": kind })
    }

    #[allow(clippy::too_many_arguments, reason = "one use")]
    fn add(
        &self,
        n: usize,
        (from, to): (&str, &str),
        value: f64,
        subject: &str,
        random: &mut Random,
        facts: &mut Vec<Value>,
        flows: &mut Vec<Value>,
    ) {
        let (mut measure, mut unit, mut period, mut qualifier, mut layer, mut direction) =
            ("goods", "usd_mn", "2021", "exact", "trade", "one_way");
        let decimals = if self.mixed { random.below(4) } else { 2 };
        let scale = libm::pow(10.0, decimals as f64);
        let mut value = json!((value * scale).round() / scale);
        let mut has_period = true;
        if self.mixed {
            measure = ["goods", "services"][random.below(2)];
            unit = ["usd_mn", "usd_mn", "kt", "percent"][random.below(4)];
            period = ["2020", "2021", "2019/2021"][random.below(3)];
            qualifier =
                ["exact", "exact", "exact", "about", "over", "almost", "under"][random.below(7)];
            layer = ["trade", "more"][random.below(2)];
            direction = ["one_way", "one_way", "two_way"][random.below(3)];
            has_period = random.below(10) > 0;
            if random.below(8) == 0 {
                (unit, qualifier, value) = ("rank", "rank", json!(1 + random.below(9)));
            }
        }
        let mut fact = json!({ "id": format!("f{n}"), "subject": subject, "measure": measure, "value": value, "unit": unit,
            "qualifier": qualifier, "text": format!("From {from} to {to}."), "cite": { "section": "Made up", "paragraph": 1, "notes": ["n1"] } });
        if has_period {
            fact["period"] = json!(period);
        }
        facts.push(fact);
        // Now and then two flows stand on one fact.
        let fact = if self.mixed && n > 0 && random.below(20) == 0 { n - 1 } else { n };
        flows.push(json!({ "id": format!("w{n}"), "layer": layer, "from": from, "to": to, "direction": direction, "fact": format!("f{fact}") }));
    }

    /// The brief on the shipped map.
    pub fn model(&self) -> (Model, BaseMap) {
        let base = world();
        (resolved(&self.document(&base), &base), base)
    }

    /// A map of it.
    pub fn atlas(&self) -> Atlas {
        let (model, base) = self.model();
        Atlas::new(model, base, Theme::LIGHT)
    }
}

/// A document as a model.
pub fn resolved(document: &Value, base: &BaseMap) -> Model {
    let mut problems = Problems::default();
    let brief = brief::parse(document, &mut problems);
    let model = brief::resolve(&brief, base, &Speech::default(), &mut problems);
    assert_eq!(problems, Problems::default());
    model.unwrap()
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
