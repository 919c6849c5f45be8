//! What is done with documents and events of any kind, and what has to hold after it: the fuzz targets
//! and the tests of what they have found call the same.

#![allow(dead_code, unused_imports, reason = "each target uses a part")]

mod changes;
mod choices;
mod events;
mod xml;

pub use changes::changed;
pub use choices::Choices;
pub use events::{after_events, before_events, interact};
pub use xml::is_well_formed;

use khorgos::brief::{self, BriefReader};
use khorgos::compose::{Atlas, View, compose};
use khorgos::error::Problems;
use khorgos::export::{Page, csv, listing, svg};
use khorgos::geo::packed::{Levels, pack};
use khorgos::geo::{BaseMap, MapReader};
use khorgos::limits::MOST_PROBLEMS;
use khorgos::model::Model;
use khorgos::projection::{MapPoint, ProjectionKind};
use khorgos::scene::{EstimatedText, Scene};
use khorgos::speech::Speech;
use khorgos::style::Theme;
use khorgos::view::Camera;
use khorgos::worldview::WorldView;
use std::rc::Rc;

/// Briefs to begin with, and whether each is drawn on the shipped map, not the small one.
pub const BRIEFS: [(&[u8], bool); 4] = [
    (include_bytes!("../../fixtures/briefs/every_sign.json"), false),
    (include_bytes!("../../fixtures/briefs/good_every_member.json"), true),
    (include_bytes!("../../fixtures/briefs/good_world.json"), true),
    (include_bytes!("../../../assets/briefs/kazakhstan.json"), true),
];

const SMALL: &[u8] = include_bytes!("../../fixtures/maps/small.topo.json");
const SHIPPED: [&[u8]; 2] = [
    include_bytes!("../../../assets/map/base.topo.json"),
    include_bytes!("../../../assets/map/osm.topo.json"),
];

thread_local! {
    static MAPS: [Rc<BaseMap>; 2] = [vec![SMALL.to_vec()], SHIPPED.map(<[u8]>::to_vec).to_vec()]
        .map(|documents| Rc::new(MapReader::new(documents).finish().expect("a good map")));
}

/// A map to draw on: the small one or the shipped one.
pub fn base_map(shipped: bool) -> Rc<BaseMap> {
    MAPS.with(|maps| Rc::clone(&maps[usize::from(shipped)]))
}

/// Reads bytes as a brief.
pub fn brief(document: &[u8]) {
    let base = base_map(false);
    if let Some(model) = model(document, &base) {
        tables(&model);
    }
}

/// A brief on a map, if it is a good one.
pub fn model(document: &[u8], base: &BaseMap) -> Option<Model> {
    let (brief, mut problems, _) = BriefReader::new(document.to_vec()).finish();
    let model = brief::resolve(&brief, base, &Speech::default(), &mut problems);
    checked(problems.into_result(model))
}

/// Reads bytes as a map of any kind.
pub fn map(document: &[u8]) {
    is_map(document);
}

/// Whether bytes are a map, which is packed and drawn then.
pub fn is_map(document: &[u8]) -> bool {
    let read = MapReader::new(vec![document.to_vec()]).finish();
    let Some(map) = checked(read) else { return false };
    assert!(map.features() < document.len() && map.chains.len() <= document.len());
    let packed = pack(map.clone(), Levels::Kept);
    let again = MapReader::new(vec![packed.clone()]).finish().expect("what was packed");
    assert!(pack(again, Levels::Kept) == packed, "a map that is packed is the map");
    if let Some(model) = model(BRIEFS[0].0, &map) {
        draw(&Atlas::new(model, map, Theme::LIGHT), &mut Choices::new(document));
    }
    true
}

/// Changes a brief, and draws it from anywhere.
pub fn scene(data: &[u8]) {
    let mut choices = Choices::new(data);
    let atlas = atlas(&mut choices);
    tables(&atlas.model);
    draw(&atlas, &mut choices);
}

/// Draws a document as it is, on the small map or the shipped one; whether it is a brief.
pub fn drawn(document: &[u8], shipped: bool) -> bool {
    let base = base_map(shipped);
    let Some(model) = model(document, &base) else { return false };
    tables(&model);
    // 800 × 600 px, from home.
    draw(&Atlas::new(model, base, Theme::LIGHT), &mut Choices::new(&[100, 75]));
    true
}

/// What [`scene`] draws.
pub fn picture(data: &[u8]) -> Scene {
    let mut choices = Choices::new(data);
    let atlas = atlas(&mut choices);
    compose(&atlas, &view(&atlas, &mut choices), &EstimatedText)
}

/// A changed brief on its map.
fn atlas(choices: &mut Choices) -> Atlas {
    let (document, shipped) = BRIEFS[choices.below(BRIEFS.len())];
    let base = base_map(shipped);
    let mut model = changed(document, &base, choices);
    model.projection = choices.one_of(ProjectionKind::NAMES).1;
    model.worldview = choices.one_of(WorldView::WORDS).1;
    model.graticule = choices.flag();
    Atlas::new(model, base, Theme::LIGHT)
}

/// What is right, or nothing where problems are told as they should be.
fn checked<T>(read: Result<T, Problems>) -> Option<T> {
    let problems = match read {
        Ok(read) => return Some(read),
        Err(problems) => problems.0,
    };
    assert!((1..=2 * MOST_PROBLEMS).contains(&problems.len()));
    for problem in problems {
        assert!(problem.path.starts_with('$'), "{problem}");
        assert!(!problem.expected.is_empty() && !problem.found.is_empty(), "{problem}");
    }
    None
}

/// Draws a map from somewhere.
fn draw(atlas: &Atlas, choices: &mut Choices) {
    let view = view(atlas, choices);
    let scene = compose(atlas, &view, &EstimatedText);
    // Nor is there anything in it that is no number, which would not even equal itself.
    let again = compose(atlas, &view, &EstimatedText);
    assert!(scene.items == again.items, "one view has one picture");
    takeaway(&scene);
}

/// A view of a map: home, near home, or from anywhere.
fn view(atlas: &Atlas, choices: &mut Choices) -> View {
    let home = atlas.map.home;
    let (width_px, height_px) = (choices.side_px(), choices.side_px());
    let first = Camera::fit(home, width_px, height_px, Default::default());
    let camera = match choices.below(4) {
        0 => first,
        1 => Camera { px_per_km: first.px_per_km * choices.number().abs(), ..first },
        2 => Camera { centre: MapPoint::new(choices.number(), choices.number()), ..first },
        _ => Camera {
            centre: MapPoint::new(choices.number(), choices.number()),
            px_per_km: choices.number(),
            width_px: choices.number(),
            height_px: choices.number(),
        },
    };
    let layers = atlas.model.layers.iter().map(|_| !choices.flag()).collect();
    let mut view = View::of(camera, layers);
    view.lens = choices.flag().then(|| choices.below(5));
    view
}

/// A picture as what is taken away of it.
pub fn takeaway(scene: &Scene) {
    let page = Page {
        title: "<&\"'>".into(),
        description: "]]>\0".into(),
        language: "en".into(),
        ..Page::default()
    };
    let svg = svg(scene, &page);
    assert_eq!(is_well_formed(&svg), Ok(()));
    for word in ["\"NaN", "\"inf", "(NaN", "(inf"] {
        assert!(!svg.contains(word), "{word}");
    }
    listing(scene);
}

/// The facts of a model as a table in which nothing is a formula.
pub fn tables(model: &Model) {
    let table = csv(model, &model.facts);
    let mut is_quoted = false;
    let mut starts = true;
    for (index, sign) in table.char_indices() {
        if starts && !is_quoted && matches!(sign, '=' | '+' | '@' | '\t') {
            panic!("a formula: {}", table.get(index..).unwrap_or_default());
        }
        is_quoted ^= sign == '"';
        starts = matches!(sign, ',' | '\n' | '"');
    }
    assert!(!is_quoted, "a cell without an end");
}
