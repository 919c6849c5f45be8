//! JSON → the parts of a [`Brief`]. Reads on after a problem, so that all of them are found in one go.

use super::contract::*;
use super::ids::{Ids, Take};
use super::link::is_web_address;
use crate::error::Problems;
use crate::json::{Node, Object, Value, array, describe, is_id, quoted};
use crate::projection::ProjectionKind;
use crate::sorted::SortedMap;
use crate::worldview::WorldView;

/// The version of the contract that this crate reads.
pub const VERSION: i64 = 1;

/// Reads all of a brief but its [`LongList`]s. What could be read is returned even when there are
/// problems, so that resolving can find the dangling references among the rest; `None` is for a
/// document of which nothing else can be said.
pub fn head(document: &Value, problems: &mut Problems) -> Option<Brief> {
    const KEYS: &[&str] = &[
        "$schema", "version", "meta", "view", "sources", "themes", "measures", "units", "blocs",
        "actors", "facts", "flows", "places", "lines", "areas", "layers", "lenses", "story",
    ];
    let root = Node::root(document);
    if let Some(version) = document.get("version").filter(|v| v.as_i64() != Some(VERSION)) {
        let node = Node { value: version, path: "$.version".to_owned() };
        node.wrong::<()>(&format!("version {VERSION} of the brief"), problems);
        return None;
    }
    let o = root.object(KEYS, problems)?;
    o.required("version", problems);
    // For editors alone.
    o.optional_text("$schema", problems);
    Some(Brief {
        meta: o.required("meta", problems).and_then(|n| meta(&n, problems)).unwrap_or_default(),
        view: o.optional("view").and_then(|n| view(&n, problems)).unwrap_or_default(),
        sources: dictionary(&o, "sources", problems, |_, n, p| source(n, p)),
        themes: list(&o, "themes", problems, |_, n, p| {
            let o = n.object(&["id", "title"], p)?;
            Some(Theme { title: said(&o, "title", p)? })
        }),
        measures: dictionary(&o, "measures", problems, |id, n, p| {
            let o = n.object(&["title", "theme"], p)?;
            let (title, theme) = (said(&o, "title", p), o.text("theme", p));
            Some(Measure { id, title: title?, theme: theme? })
        }),
        units: dictionary(&o, "units", problems, |_, n, p| {
            let o = n.object(&["title", "before", "after"], p)?;
            let affix = |key, p: &mut Problems| optional_said(&o, key, p).unwrap_or_default();
            let (before, after) = (affix("before", p), affix("after", p));
            Some(Unit { title: said(&o, "title", p)?, before, after })
        }),
        blocs: dictionary(&o, "blocs", problems, |_, n, p| {
            let o = n.object(&["title", "hue"], p)?;
            let hue = o.required("hue", p).and_then(|n| n.one_of(Hue::WORDS, p));
            Some(Bloc { title: said(&o, "title", p)?, hue: hue? })
        }),
        actors: actors(&o, problems),
        layers: list(&o, "layers", problems, |id, n, p| {
            let o = n.object(&["id", "title", "visible"], p)?;
            let visible = o.required("visible", p).and_then(|n| n.boolean(p));
            Some(Layer { id, title: said(&o, "title", p)?, visible: visible? })
        }),
        lenses: list(&o, "lenses", problems, lens),
        story: story(&o, problems),
        ..Brief::default()
    })
}

/// A list that may be long: it is read element by element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongList {
    /// Of facts.
    Facts,
    /// Of flows.
    Flows,
    /// Of places.
    Places,
    /// Of lines.
    Lines,
    /// Of areas.
    Areas,
}

impl LongList {
    /// All of them by their keys.
    pub const ALL: [(&str, Self); 5] = [
        ("facts", Self::Facts),
        ("flows", Self::Flows),
        ("places", Self::Places),
        ("lines", Self::Lines),
        ("areas", Self::Areas),
    ];

    /// Reads the next element.
    pub fn take(self, brief: &mut Brief, ids: &mut Ids, node: Node, problems: &mut Problems) {
        match self {
            Self::Facts => ids.take(node, problems, &mut kept(&mut brief.facts.items, fact)),
            Self::Flows => ids.take(node, problems, &mut kept(&mut brief.flows.items, flow)),
            Self::Places => ids.take(node, problems, &mut kept(&mut brief.places.items, place)),
            Self::Lines => ids.take(node, problems, &mut kept(&mut brief.lines.items, line)),
            Self::Areas => ids.take(node, problems, &mut kept(&mut brief.areas.items, area)),
        }
    }

    /// Where the ids that it declares are kept.
    pub fn ids(self, brief: &mut Brief) -> &mut DeclaredIds {
        match self {
            Self::Facts => &mut brief.facts.ids,
            Self::Flows => &mut brief.flows.ids,
            Self::Places => &mut brief.places.ids,
            Self::Lines => &mut brief.lines.ids,
            Self::Areas => &mut brief.areas.ids,
        }
    }
}

/// Reads an element of a list; the id is empty where the document has none.
type Read<T> = fn(String, &Node, &mut Problems) -> Option<T>;

/// An array of objects with an `id` each.
fn list<T>(root: &Object, key: &str, problems: &mut Problems, read: Read<T>) -> Declared<T> {
    let (mut items, mut ids) = (Vec::new(), Ids::default());
    for node in root.elements(key, problems) {
        ids.take(node, problems, &mut kept(&mut items, read));
    }
    Declared { items, ids: ids.declared(&root.member_path(key), problems) }
}

/// An object whose keys are ids.
fn dictionary<T>(root: &Object, key: &str, problems: &mut Problems, read: Read<T>) -> Declared<T> {
    let mut items = Vec::new();
    let ids = each_in_dictionary(root, key, problems, &mut kept(&mut items, read));
    Declared { items, ids }
}

/// Reads elements, and keeps them with their paths.
fn kept<T>(
    items: &mut Vec<(String, T)>,
    read: Read<T>,
) -> impl FnMut(String, Node, &mut Problems) -> Option<usize> {
    move |id, node, problems| {
        let item = read(id, &node, problems)?;
        items.push((node.path, item));
        Some(items.len() - 1)
    }
}

fn each_in_dictionary(
    root: &Object,
    key: &str,
    problems: &mut Problems,
    take: &mut Take,
) -> DeclaredIds {
    let mut ids = DeclaredIds::new();
    let object = root.optional(key).and_then(|n| n.dictionary(problems));
    // Members come in the order of their keys, so each goes to the end.
    for (id, node) in object.iter().flat_map(Object::members) {
        if !is_id(id) {
            problems.add(node.path.clone(), "an id of letters, digits, - and _ as key", quoted(id));
        }
        let index = take(id.to_owned(), node, problems);
        ids.insert(id.to_owned(), index);
    }
    ids
}

fn meta(node: &Node, p: &mut Problems) -> Option<Meta> {
    let o =
        node.object(&["title", "summary", "language", "translations", "publication", "notes"], p)?;
    let title = said(&o, "title", p);
    let summary = said(&o, "summary", p);
    let language = o.text("language", p);
    let publication = o.required("publication", p).and_then(|n| {
        let keys = ["title", "chapter", "author", "publisher", "series", "year", "url"];
        let o = n.object(&keys, p)?;
        let (title, author, publisher) =
            (o.text("title", p), o.text("author", p), o.text("publisher", p));
        let (chapter, series) = (o.optional_text("chapter", p), o.optional_text("series", p));
        let (year, url) = (year(&o, p), url(&o, p));
        Some(Publication {
            title: title?,
            chapter,
            author: author?,
            publisher: publisher?,
            series,
            year,
            url,
        })
    });
    let notes = said_list(&o, "notes", p);
    let translations = o.optional("translations").and_then(|n| names(&n, p));
    Some(Meta {
        title: title?,
        summary: summary?,
        language: language?,
        translations: translations.unwrap_or_default(),
        publication: publication?,
        notes,
    })
}

fn view(node: &Node, p: &mut Problems) -> Option<View> {
    let o = node.object(&["extent", "graticule", "projection", "worldview"], p)?;
    let extent = o.optional("extent").and_then(|n| extent(&n, p));
    let projection = o.optional("projection").and_then(|n| n.one_of(ProjectionKind::NAMES, p));
    let worldview = o.optional("worldview").and_then(|n| n.one_of(WorldView::WORDS, p));
    let graticule = o.optional("graticule").and_then(|n| n.boolean(p));
    Some(View {
        extent,
        projection,
        worldview: worldview.unwrap_or_default(),
        graticule: graticule.unwrap_or_default(),
    })
}

fn extent(node: &Node, p: &mut Problems) -> Option<[f64; 4]> {
    let numbers = node.value.numbers();
    match numbers.as_deref() {
        Some(&[west, south, east, north])
            if (-180.0..=180.0).contains(&west)
                && west < east
                && east <= 540.0
                && -90.0 <= south
                && south < north
                && north <= 90.0 =>
        {
            Some([west, south, east, north])
        }
        _ => {
            p.add(
                node.path.clone(),
                "[west, south, east, north] in degrees",
                numbers.map_or_else(|| describe(node.value), |numbers| array(&numbers)),
            );
            None
        }
    }
}

fn source(node: &Node, p: &mut Problems) -> Option<Source> {
    let keys = ["note", "author", "year", "title", "container", "url", "accessed", "comment"];
    let o = node.object(&keys, p)?;
    let note = o.optional("note").and_then(|n| n.integer(1, 9999, p));
    let (author, title) = (o.text("author", p), o.text("title", p));
    let (year, url) = (year(&o, p), url(&o, p));
    let accessed = o.optional("accessed").and_then(|n| match n.value.as_str() {
        Some(day) if is_date(day) && day.len() == 10 => Some(day.to_owned()),
        _ => n.wrong("a day YYYY-MM-DD", p),
    });
    let (container, comment) = (o.optional_text("container", p), optional_said(&o, "comment", p));
    Some(Source { note, author: author?, year, title: title?, container, url, accessed, comment })
}

fn actors(root: &Object, problems: &mut Problems) -> Declared<Actor> {
    dictionary(root, "actors", problems, |_, node, p| {
        let o = node.object(&["role", "bloc", "anchor", "summary", "name"], p)?;
        let role = o.required("role", p).and_then(|n| n.one_of(Role::WORDS, p));
        let bloc = o.optional_text("bloc", p);
        let anchor = o.optional("anchor").and_then(|n| n.position(p));
        let summary = optional_said(&o, "summary", p);
        let name = o.optional("name").and_then(|n| names(&n, p)).unwrap_or_default();
        Some(Actor { role: role?, bloc, anchor, summary, name })
    })
}

fn fact(id: String, node: &Node, p: &mut Problems) -> Option<Fact> {
    let keys = [
        "id",
        "subject",
        "object",
        "measure",
        "value",
        "unit",
        "qualifier",
        "period",
        "text",
        "remark",
        "cite",
    ];
    let o = node.object(&keys, p)?;
    let subject = o.text("subject", p);
    let object = o.optional_text("object", p);
    let measure = o.text("measure", p);
    let number = o.optional("value").map(|n| n.number(p));
    let value = match (number, o.optional("unit")) {
        (None, None) => Some(None),
        (Some(number), Some(unit)) => {
            let unit = unit.text(p);
            number.and_then(|number| Some(Some((number, unit?))))
        }
        (Some(_), None) => {
            p.add(o.member_path("unit"), "a unit for the value", "nothing");
            None
        }
        (None, Some(_)) => {
            p.add(o.member_path("value"), "a value for the unit", "nothing");
            None
        }
    };
    let qualifier = match o.optional("qualifier") {
        Some(n) => n.one_of(Qualifier::WORDS, p),
        None => Some(Qualifier::Exact),
    };
    let period = o.optional("period").and_then(|n| period(&n, p));
    let (text, remark) = (said(&o, "text", p), optional_said(&o, "remark", p));
    let cite = o.required("cite", p).and_then(|n| {
        let o = n.object(&["section", "paragraph", "notes"], p)?;
        let section = said(&o, "section", p);
        let paragraph = o.required("paragraph", p).and_then(|n| n.integer(1, 9999, p));
        let notes = texts(&o, "notes", p);
        Some(Cite { section: section?, paragraph: paragraph?, notes })
    });
    Some(Fact {
        id,
        subject: subject?,
        object,
        measure: measure?,
        value: value?,
        qualifier: qualifier?,
        period,
        text: text?,
        remark,
        cite: cite?,
    })
}

fn flow(id: String, node: &Node, p: &mut Problems) -> Option<Flow> {
    let o = node.object(&["id", "layer", "from", "to", "direction", "fact", "goods"], p)?;
    let (layer, from, to) = (o.text("layer", p), o.text("from", p), o.text("to", p));
    if from.is_some() && from == to {
        p.add(
            o.member_path("to"),
            "another end than `from`",
            quoted(to.as_deref().unwrap_or_default()),
        );
    }
    let direction = o.required("direction", p).and_then(|n| n.one_of(Direction::WORDS, p));
    let fact = o.text("fact", p);
    let goods = said_list(&o, "goods", p);
    Some(Flow {
        id,
        layer: layer?,
        from: from?,
        to: to?,
        direction: direction?,
        fact: fact?,
        goods,
    })
}

fn place(id: String, node: &Node, p: &mut Problems) -> Option<Place> {
    let keys =
        ["id", "layer", "name", "position", "precision_km", "kind", "facts", "credit", "remark"];
    let o = node.object(&keys, p)?;
    let layer = o.text("layer", p);
    let name = o.required("name", p).and_then(|n| names(&n, p));
    let position = o.required("position", p).and_then(|n| n.position(p));
    let precision_km = o.required("precision_km", p).and_then(|n| match n.number(p)? {
        km if (0.0..=2000.0).contains(&km) => Some(km),
        _ => n.wrong("a distance from 0 to 2000 km", p),
    });
    let kind = o.required("kind", p).and_then(|n| n.one_of(PlaceKind::WORDS, p));
    let facts = texts(&o, "facts", p);
    let (credit, remark) = (optional_said(&o, "credit", p), optional_said(&o, "remark", p));
    Some(Place {
        id,
        layer: layer?,
        name: name?,
        position: position?,
        precision_km: precision_km?,
        kind: kind?,
        facts,
        credit,
        remark,
    })
}

fn line(id: String, node: &Node, p: &mut Problems) -> Option<Line> {
    let keys =
        ["id", "layer", "name", "geometry", "carries", "status", "facts", "credit", "remark"];
    let o = node.object(&keys, p)?;
    let layer = o.text("layer", p);
    let name = o.required("name", p).and_then(|n| names(&n, p));
    let geometry = o.required("geometry", p).and_then(|n| {
        if let Value::String(_) = n.value {
            return n.text(p).map(|id| vec![id]);
        }
        let parts = texts(&o, "geometry", p);
        if parts.is_empty() { n.wrong("a map feature's id or several", p) } else { Some(parts) }
    });
    let carries = o.required("carries", p).and_then(|n| n.one_of(Carries::WORDS, p));
    let status = o.required("status", p).and_then(|n| n.one_of(Status::WORDS, p));
    let facts = texts(&o, "facts", p);
    let (credit, remark) = (optional_said(&o, "credit", p), optional_said(&o, "remark", p));
    Some(Line {
        id,
        layer: layer?,
        name: name?,
        geometry: geometry?,
        carries: carries?,
        status: status?,
        facts,
        credit,
        remark,
    })
}

fn area(id: String, node: &Node, p: &mut Problems) -> Option<Area> {
    let o = node.object(&["id", "layer", "name", "geometry", "members", "facts", "remark"], p)?;
    let layer = o.text("layer", p);
    let name = o.required("name", p).and_then(|n| names(&n, p));
    let extent = match (o.optional("geometry"), o.optional("members")) {
        (Some(geometry), None) => geometry.text(p).map(Extent::Feature),
        (None, Some(_)) => Some(Extent::Members(texts(&o, "members", p))),
        _ => node.wrong("either `geometry` or `members`", p),
    };
    let facts = texts(&o, "facts", p);
    let remark = optional_said(&o, "remark", p);
    Some(Area { id, layer: layer?, name: name?, extent: extent?, facts, remark })
}

fn lens(id: String, node: &Node, p: &mut Problems) -> Option<Lens> {
    let o = node.object(&["id", "title", "summary", "blocs", "layers", "facts"], p)?;
    let (title, summary) = (said(&o, "title", p), optional_said(&o, "summary", p));
    let blocs = texts(&o, "blocs", p);
    let layers = o.optional("layers").map(|_| texts(&o, "layers", p));
    let facts = texts(&o, "facts", p);
    Some(Lens { id, title: title?, summary, blocs, layers, facts })
}

fn story(root: &Object, p: &mut Problems) -> Vec<(String, Step)> {
    let steps = root.elements("story", p);
    steps.iter().filter_map(|node| Some((node.path.clone(), step(node, p)?))).collect()
}

fn step(node: &Node, p: &mut Problems) -> Option<Step> {
    let o = node.object(&["title", "text", "facts", "view", "lens", "select"], p)?;
    let (title, text) = (said(&o, "title", p), said(&o, "text", p));
    let facts = texts(&o, "facts", p);
    let fit = match o.optional("view") {
        None => Some(Vec::new()),
        Some(view) => view.object(&["fit"], p).and_then(|o| {
            o.required("fit", p)?;
            Some(texts(&o, "fit", p))
        }),
    };
    let (lens, select) = (o.optional_text("lens", p), o.optional_text("select", p));
    Some(Step { title: title?, text: text?, facts, fit: fit?, lens, select })
}

fn names(node: &Node, p: &mut Problems) -> Option<Names> {
    let object = node.dictionary(p)?;
    let mut names = SortedMap::new();
    for (language, name) in object.members() {
        if let Some(name) = name.text(p) {
            names.insert(language.to_owned(), name);
        }
    }
    if names.is_empty() { node.wrong("a name in at least one language", p) } else { Some(names) }
}

/// A text, or texts by language. A single one is in the brief's language.
fn said_at(node: &Node, p: &mut Problems) -> Option<Names> {
    match node.value {
        Value::Object(_) => names(node, p),
        _ => Some(std::iter::once((String::new(), node.text(p)?)).collect()),
    }
}

fn said(object: &Object, key: &str, p: &mut Problems) -> Option<Names> {
    said_at(&object.required(key, p)?, p)
}

fn optional_said(object: &Object, key: &str, p: &mut Problems) -> Option<Names> {
    said_at(&object.optional(key)?, p)
}

fn said_list(object: &Object, key: &str, p: &mut Problems) -> Vec<Names> {
    object.elements(key, p).iter().filter_map(|n| said_at(n, p)).collect()
}

fn texts(object: &Object, key: &str, p: &mut Problems) -> Vec<String> {
    object.elements(key, p).iter().filter_map(|n| n.text(p)).collect()
}

fn year(object: &Object, p: &mut Problems) -> Option<i64> {
    object.optional("year")?.integer(1, 9999, p)
}

fn url(object: &Object, p: &mut Problems) -> Option<String> {
    let node = object.optional("url")?;
    match node.value.as_str() {
        Some(url) if is_web_address(url) => Some(url.to_owned()),
        _ => node.wrong("a link that starts with http:// or https://, with a plain host", p),
    }
}

fn period(node: &Node, p: &mut Problems) -> Option<String> {
    let period = node.value.as_str().filter(|text| {
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        is_date(start) && is_date(end) && start <= end
    });
    match period {
        Some(period) => Some(period.to_owned()),
        None => node.wrong("a period: YYYY, YYYY-MM, YYYY-MM-DD or start/end", p),
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and a day that its month has.
fn is_date(text: &str) -> bool {
    const DIGITS: [usize; 3] = [4, 2, 2];
    let number = |(part, digits): (&str, usize)| {
        let is_one = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|number: &u32| is_one && *number > 0)
    };
    // So there is nothing behind a day.
    if text.len() > "YYYY-MM-DD".len() {
        return false;
    }
    let parts: Vec<Option<u32>> = text.split('-').zip(DIGITS).map(number).collect();
    match *parts {
        [Some(_)] => true,
        [Some(year), Some(month)] => days(year, month) > 0,
        [Some(year), Some(month), Some(day)] => day <= days(year, month),
        _ => false,
    }
}

/// How many days a month has; none, if it is no month.
fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
