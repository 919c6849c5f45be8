//! World views on the shipped map: whose land is whose, and that no border is lost or doubled.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use geo::Coord;
use khorgos::division::{ChainUse, Division, Owner, divide};
use khorgos::geo::{BaseMap, MapReader, Rings};
use khorgos::interact::{Input, Pointer};
use khorgos::layout::hatch::hatch_lines;
use khorgos::projection::MapPoint;
use khorgos::scene::{EstimatedText, Hatch, Item, Scene, Target};
use khorgos::speech::{Said, Speech};
use khorgos::style::Color;
use khorgos::view::{Bounds, Camera};
use khorgos::widget::{Effects, Widget};
use khorgos::worldview::WorldView;
use std::collections::BTreeMap;

const SIMFEROPOL: Coord = Coord { x: 34.1, y: 45.0 };
const AKSAI_CHIN: Coord = Coord { x: 79.3, y: 35.2 };
const SRINAGAR: Coord = Coord { x: 74.8, y: 34.1 };
const GILGIT: Coord = Coord { x: 74.3, y: 35.9 };
const MUZAFFARABAD: Coord = Coord { x: 73.5, y: 34.4 };
const SHAKSAM: Coord = Coord { x: 76.6, y: 36.05 };
const DEMCHOK: Coord = Coord { x: 79.3, y: 32.8 };
const TSKHINVALI: Coord = Coord { x: 43.97, y: 42.3 };
const SUKHUMI: Coord = Coord { x: 41.4, y: 43.0 };
const TAICHUNG: Coord = Coord { x: 120.9, y: 24.1 };
const PRISTINA: Coord = Coord { x: 21.1, y: 42.6 };
const HARGEISA: Coord = Coord { x: 44.1, y: 9.6 };
const BOUJDOUR: Coord = Coord { x: -13.5, y: 25.5 };

fn views() -> impl Iterator<Item = WorldView> {
    WorldView::WORDS.iter().map(|(_, view)| *view)
}

fn base() -> BaseMap {
    MapReader::new(vec![bytes("assets/map/base.topo.json")]).finish().unwrap()
}

fn seen_as(view: WorldView) -> Widget {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_worldview(Some(view));
    widget
}

/// Whose land is at a position, by the drawn shapes; what is drawn for itself goes by its claim's id.
fn owners_at(map: &BaseMap, division: &Division, at: Coord) -> Vec<String> {
    let countries = map.countries.iter().zip(&division.countries);
    let countries = countries.map(|(country, rings)| (country.id.clone(), rings));
    let alone = map.claims.iter().zip(&division.claims).filter_map(|(claim, standing)| {
        let is_alone = matches!(standing.owner, Owner::Itself(_));
        is_alone.then(|| (claim.area.id.clone(), &claim.area.rings))
    });
    let holds = |rings: &Rings| {
        let odd = rings.iter().filter(|ring| crosses_oddly(&map.points(ring), at)).count();
        odd % 2 == 1
    };
    countries.chain(alone).filter(|(_, rings)| holds(rings)).map(|(id, _)| id).collect()
}

fn crosses_oddly(ring: &[Coord], at: Coord) -> bool {
    let crossed = ring.windows(2).filter(|pair| {
        let (a, b) = (pair[0], pair[1]);
        (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
    });
    crossed.count() % 2 == 1
}

fn joined(texts: &[Said]) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
    texts.join(" ")
}

#[test]
fn land_belongs_to_whom_the_data_says() {
    let map = base();
    use WorldView::*;
    for (place, at, expected) in [
        ("Simferopol", SIMFEROPOL, [(Un, "UKR"), (DeFacto, "RUS"), (Ru, "UKR"), (Iso, "UKR")]),
        ("Aksai Chin", AKSAI_CHIN, [(Un, "CHN"), (DeFacto, "CHN"), (In, "IND"), (Pk, "CHN")]),
        ("Srinagar", SRINAGAR, [(Un, "IND"), (Cn, "IND"), (Ru, "IND"), (Pk, "PAK")]),
        ("Gilgit", GILGIT, [(Un, "PAK"), (Cn, "PAK"), (Ru, "IND"), (In, "IND")]),
        ("Muzaffarabad", MUZAFFARABAD, [(Un, "PAK"), (In, "PAK"), (Pk, "PAK"), (Ru, "PAK")]),
        ("Shaksam", SHAKSAM, [(Un, "CHN"), (In, "IND"), (Pk, "CHN"), (DeFacto, "CHN")]),
        ("Demchok", DEMCHOK, [(Un, "IND"), (Cn, "CHN"), (Ru, "CHN"), (In, "IND")]),
        (
            "Tskhinvali",
            TSKHINVALI,
            [(Un, "GEO"), (Iso, "GEO"), (Ru, "south-ossetia"), (DeFacto, "south-ossetia")],
        ),
        ("Sukhumi", SUKHUMI, [(Un, "GEO"), (Ru, "GEO"), (Cn, "GEO"), (DeFacto, "abkhazia")]),
        ("Taichung", TAICHUNG, [(Un, "TWN"), (DeFacto, "TWN"), (Cn, "CHN"), (In, "TWN")]),
        ("Pristina", PRISTINA, [(Un, "XKX"), (Pk, "XKX"), (In, "SRB"), (Ru, "SRB")]),
        ("Hargeisa", HARGEISA, [(Un, "SOM"), (Iso, "SOM"), (DeFacto, "somaliland"), (Cn, "SOM")]),
        ("Boujdour", BOUJDOUR, [(Un, "ESH"), (DeFacto, "MAR"), (In, "MAR"), (Ru, "ESH")]),
    ] {
        for (view, owner) in expected {
            assert_eq!(owners_at(&map, &divide(&map, view), at), [owner], "{place}, {view:?}");
        }
    }
}

#[test]
fn the_published_table_is_what_is_drawn() {
    let map = base();
    let text = String::from_utf8(bytes("DATA-LICENSES.md")).unwrap();
    let table = text.lines().skip_while(|line| !line.starts_with("| area | un |")).skip(2);
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let published: BTreeMap<String, Vec<String>> = table
        .take_while(|line| line.starts_with('|'))
        .map(|line| (cells(line)[0].clone(), cells(line)[1..].to_vec()))
        .collect();
    let drawn = map.claims.iter().enumerate().map(|(index, claim)| {
        let row = views().map(|view| {
            let standing = divide(&map, view).claims[index];
            let owner = match standing.owner {
                Owner::Country(country) => map.countries[country].id.clone(),
                Owner::Itself(_) => "itself".to_owned(),
            };
            if standing.disputed { format!("open ({owner})") } else { owner }
        });
        (claim.area.label.name.clone(), row.collect::<Vec<String>>())
    });
    assert_eq!(published, drawn.collect());
}

#[test]
fn the_projected_shapes_follow_the_view() {
    for (view, kyiv_has_it) in [(WorldView::Un, true), (WorldView::DeFacto, false)] {
        let mut widget = seen_as(view);
        let target = country_filled_at(&mut widget, SIMFEROPOL);
        let map = base();
        let id = target.map(|index| map.countries[index].id.as_str());
        assert_eq!(id, Some(if kyiv_has_it { "UKR" } else { "RUS" }), "{view:?}");
    }
}

/// The country whose fill is topmost at a position.
fn country_filled_at(widget: &mut Widget, at: Coord) -> Option<usize> {
    widget.zoom_by(0.3, None);
    let point = widget.project(at).unwrap();
    let scene: &Scene = widget.scene(&EstimatedText).unwrap();
    let at = scene.camera.to_map(point);
    scene.items.iter().rev().find_map(|item| match item {
        Item::MapPath { target: Some(Target::Country(index)), path, fill: Some(_), .. } => {
            let odd = path.runs.iter().filter(|run| {
                let ring: Vec<Coord> = run.iter().map(|p| Coord { x: p.x, y: p.y }).collect();
                let closed = [ring.clone(), ring.first().copied().into_iter().collect()].concat();
                crosses_oddly(&closed, Coord { x: at.x, y: at.y })
            });
            (odd.count() % 2 == 1).then_some(*index)
        }
        _ => None,
    })
}

#[test]
fn a_region_has_no_land_that_the_view_counts_with_another_country() {
    let map = base();
    let xinjiang = map.regions.iter().find(|region| region.id == "CN-XJ").unwrap();
    let hotan = Coord { x: 79.9, y: 37.1 };
    for (view, has_aksai_chin) in
        [(WorldView::Un, true), (WorldView::Cn, true), (WorldView::In, false)]
    {
        let rings = divide(&map, view).region(&map, xinjiang);
        let holds =
            |at| rings.iter().filter(|ring| crosses_oddly(&map.points(ring), at)).count() % 2 == 1;
        assert!(holds(hotan), "{view:?}");
        assert_eq!(holds(AKSAI_CHIN), has_aksai_chin, "{view:?}");
        assert_eq!(holds(SHAKSAM), has_aksai_chin, "{view:?}");
    }
}

/// The drawn pieces of land: countries, and areas that are drawn for themselves.
fn pieces<'a>(map: &'a BaseMap, division: &'a Division) -> Vec<&'a Rings> {
    let alone = map.claims.iter().zip(&division.claims);
    let alone = alone.filter(|(_, standing)| matches!(standing.owner, Owner::Itself(_)));
    division.countries.iter().chain(alone.map(|(claim, _)| &claim.area.rings)).collect()
}

#[test]
fn every_border_is_drawn_once_and_only_borders_are() {
    let map = base();
    for view in views() {
        let division = divide(&map, view);
        let mut users: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (piece, rings) in pieces(&map, &division).into_iter().enumerate() {
            for part in rings.iter().flatten() {
                users.entry(part.chain).or_default().push(piece);
            }
        }
        for chain in 0..map.chains.len() {
            let parted = users.get(&chain).map_or(0, Vec::len);
            match division.chains[chain] {
                ChainUse::Border => assert_eq!(parted, 2, "chain {chain} in {view:?}"),
                ChainUse::Coast => assert_eq!(parted, 1, "chain {chain} in {view:?}"),
                ChainUse::None => assert_eq!(parted, 0, "chain {chain} in {view:?}"),
                // Also the edge of a claim within a country.
                ChainUse::Disputed => assert!([0, 2].contains(&parted), "chain {chain}, {view:?}"),
            }
        }
    }
}

#[test]
fn outlines_are_closed_and_no_land_is_lost() {
    let map = base();
    let area = |rings: &Rings| -> f64 {
        // Holes run the other way in the base map only; a part that was joined may run either way.
        let polygons: Vec<Vec<Coord>> = rings.iter().map(|ring| map.points(ring)).collect();
        polygons
            .iter()
            .enumerate()
            .map(|(index, ring)| {
                assert_eq!(ring.first(), ring.last(), "an open ring");
                let inside = polygons.iter().enumerate().filter(|(other, around)| {
                    *other != index && crosses_oddly(around, beside(ring))
                });
                let sign = if inside.count() % 2 == 0 { 1.0 } else { -1.0 };
                sign * shoelace(ring).abs()
            })
            .sum()
    };
    let mut sums: Vec<f64> = Vec::new();
    for view in views() {
        let division = divide(&map, view);
        sums.push(pieces(&map, &division).into_iter().map(area).sum());
    }
    for sum in &sums {
        assert!((sum - sums[0]).abs() < 1e-6, "square degrees by view: {sums:?}");
    }
}

/// A point just inside a ring, beside the middle of its longest edge.
fn beside(ring: &[Coord]) -> Coord {
    let length = |pair: &[Coord]| libm::hypot(pair[1].x - pair[0].x, pair[1].y - pair[0].y);
    let edge = ring.windows(2).max_by(|a, b| length(a).total_cmp(&length(b))).unwrap();
    let (dx, dy) = (edge[1].x - edge[0].x, edge[1].y - edge[0].y);
    let turn = 1e-4 * shoelace(ring).signum() / length(edge);
    let middle = Coord { x: (edge[0].x + edge[1].x) / 2.0, y: (edge[0].y + edge[1].y) / 2.0 };
    Coord { x: middle.x - dy * turn, y: middle.y + dx * turn }
}

fn shoelace(ring: &[Coord]) -> f64 {
    ring.windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>() / 2.0
}

#[test]
fn a_border_with_a_third_country_is_agreed_on_both_claims() {
    let map = base();
    let code = |id: &str| map.countries.iter().position(|country| country.id == id).unwrap();
    let claim = |id: &str| map.claims.iter().find(|claim| claim.area.id == id).unwrap();
    let common = |claim_id: &str, country: &str| -> Vec<usize> {
        let theirs: Vec<usize> =
            map.countries[code(country)].rings.iter().flatten().map(|part| part.chain).collect();
        let own = claim(claim_id).area.rings.iter().flatten().map(|part| part.chain);
        own.filter(|chain| theirs.contains(chain)).collect()
    };
    let uses = |view, chains: &[usize]| -> Vec<ChainUse> {
        let division = divide(&map, view);
        chains.iter().map(|chain| division.chains[*chain]).collect()
    };
    let wakhan = common("northern-areas", "AFG");
    assert!(!wakhan.is_empty());
    assert!(uses(WorldView::Un, &wakhan).iter().all(|u| *u == ChainUse::Border));
    let line_of_control = common("azad-kashmir", "IND");
    assert!(!line_of_control.is_empty());
    assert!(uses(WorldView::Un, &line_of_control).iter().all(|u| *u == ChainUse::Disputed));
    // In India's view Gilgit is India's: the line towards Jammu and Kashmir is gone.
    let gone = common("northern-areas", "IND");
    assert!(uses(WorldView::In, &gone).contains(&ChainUse::None));
    assert!(!uses(WorldView::Un, &gone).contains(&ChainUse::None));
}

fn click(widget: &mut Widget, at: Coord) -> Effects {
    widget.scene(&EstimatedText).unwrap();
    let at = widget.project(at).unwrap();
    widget.input(Input::Down { id: 1, at, by: Pointer::Mouse, time_ms: 0.0 });
    widget.input(Input::Up { id: 1, at, time_ms: 0.0, glides: false })
}

fn chosen(effects: &Effects) -> Option<(&str, &str)> {
    let named = effects.select.as_ref()?.as_ref()?;
    Some((named.kind, named.id.as_str()))
}

#[test]
fn a_click_follows_the_owner() {
    for (view, expected) in [
        (WorldView::Un, ("disputed", "northern-areas")),
        (WorldView::Pk, ("country", "PAK")),
        (WorldView::In, ("country", "IND")),
    ] {
        let mut widget = seen_as(view);
        let at = widget.project(GILGIT);
        widget.zoom_by(4.0, at);
        assert_eq!(chosen(&click(&mut widget, GILGIT)), Some(expected), "{view:?}");
    }
}

#[test]
fn a_view_that_settles_an_area_ends_its_selection() {
    let mut widget = shipped(1200.0, 750.0);
    let before = widget.project(GILGIT).unwrap();
    assert_eq!(chosen(&widget.select("disputed", "northern-areas")).unwrap().0, "disputed");
    assert_eq!(widget.set_worldview(Some(WorldView::Cn)).select.unwrap().unwrap().kind, "disputed");
    assert_eq!(widget.set_worldview(Some(WorldView::In)).select, Some(None));
    assert_eq!(widget.select("disputed", "northern-areas").select, None);
    assert_eq!(widget.project(GILGIT).unwrap(), before, "the view stays");
    widget.select("country", "PAK");
    assert_eq!(chosen(&widget.set_worldview(None)), Some(("country", "PAK")));
    assert_eq!(widget.worldview(), Some(WorldView::Un));
    assert!(!widget.set_worldview(None).draw, "nothing changed");
}

#[test]
fn the_panel_says_what_is_disputed_by_whom_and_according_to_whom() {
    let widget = shipped(1200.0, 750.0);
    let panel = widget.panel("disputed", "aksai-chin").unwrap();
    assert_eq!((panel.kind, &*panel.title), ("disputed", "Aksai Chin"));
    let text = joined(&panel.remarks);
    for part in [
        "Administered by China, claimed by India.",
        "World view shown: United Nations. In it the area is drawn with China.",
        "It is hatched: the map’s data names no agreed owner",
        "with India in the view of India",
    ] {
        assert!(text.contains(part), "{part:?} in {text:?}");
    }
    assert!(panel.credit.unwrap().contains("Natural Earth"));
    let china = joined(&widget.panel("country", "CHN").unwrap().remarks);
    let together = "Aksai Chin and Shaksam Valley (administered by China, claimed by India)";
    assert!(china.contains(together), "{china}");
    assert!(widget.panel("country", "MNG").unwrap().remarks.is_empty());
    let ukraine = joined(&widget.panel("country", "UKR").unwrap().remarks);
    assert!(
        ukraine.contains("Crimea and Sevastopol with Ukraine (administered by Russia"),
        "{ukraine}"
    );
}

#[test]
fn the_legend_has_disputes_only_where_there_are_some() {
    let labels = |widget: &mut Widget| -> Vec<String> {
        common::legend(widget).into_iter().map(|row| row.label.text).collect()
    };
    let shipped = labels(&mut shipped(1200.0, 750.0));
    assert!(shipped.contains(&"Disputed border".to_owned()), "{shipped:?}");
    assert!(shipped.contains(&"Disputed area".to_owned()), "{shipped:?}");
    // A brief about land far from any dispute.
    let mut widget = common::shipped(600.0, 400.0);
    widget.set_brief(&brief_with_view(r#"{"extent":[100,45,115,55]}"#)).unwrap();
    let far = labels(&mut widget);
    assert!(!far.iter().any(|label| label.starts_with("Disputed")), "{far:?}");
}

fn brief_with_view(view: &str) -> Vec<u8> {
    let brief = String::from_utf8(bytes("assets/briefs/kazakhstan.json")).unwrap();
    let shipped = r#""view": { "extent": [43, 33.5, 99, 58] }"#;
    assert!(brief.contains(shipped));
    brief.replacen(shipped, &format!("\"view\": {view}"), 1).into_bytes()
}

#[test]
fn a_brief_may_ask_for_a_view_and_the_page_has_the_last_word() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_brief(&brief_with_view(r#"{"worldview":"pk"}"#)).unwrap();
    assert_eq!(widget.worldview(), Some(WorldView::Pk));
    widget.set_worldview(Some(WorldView::Cn));
    assert_eq!(widget.worldview(), Some(WorldView::Cn));
    widget.set_brief(&brief_with_view(r#"{"worldview":"in"}"#)).unwrap();
    assert_eq!(widget.worldview(), Some(WorldView::Cn));
    widget.set_worldview(None);
    assert_eq!(widget.worldview(), Some(WorldView::In));
    let problems = widget.set_brief(&brief_with_view(r#"{"worldview":"moon"}"#)).unwrap_err();
    assert_eq!(problems.0[0].path, "$.view.worldview");
    assert!(problems.0[0].expected.contains("de-facto"), "{problems}");
}

#[test]
fn wrong_claims_of_a_map_are_described() {
    let map = bytes("tests/fixtures/maps/broken_claims.topo.json");
    let problems = Widget::new().set_maps([map.as_slice()]).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.0.iter().map(|p| (p.path.as_str(), p.expected.as_str())).collect();
    let claim = "$.objects.claims.geometries";
    for (path, expected) in [
        (format!("{claim}[0].properties.owners.moon"), "one of the keys un"),
        (format!("{claim}[0].properties.owners.in"), "an id"),
        (format!("{claim}[0].properties.claimed_by[1]"), "an id"),
        (format!("{claim}[0].properties.administered_by"), "an id"),
        (format!("{claim}[1].properties.country"), "the id of the country"),
        ("$.objects.claimed_regions.properties.claim".to_owned(), "an id"),
        ("$.objects.claims".to_owned(), "the id of a country of the map"),
    ] {
        let is_found = found.iter().any(|(at, what)| *at == path && what.starts_with(expected));
        assert!(is_found, "{path}: {problems}");
    }
}

#[test]
fn hatching_keeps_its_spacing_and_moves_with_the_map() {
    let area = Bounds::of_size(-300.0, 100.0, 400.0, 250.0);
    let hatch = Hatch {
        color: Color::rgb(0),
        width_px: 1.0,
        spacing_px: 6.0,
        angle_rad: -std::f64::consts::FRAC_PI_4,
    };
    let camera = |px_per_km: f64| Camera {
        centre: MapPoint::new(-90.0, 210.0),
        px_per_km,
        width_px: 1200.0,
        height_px: 750.0,
    };
    for px_per_km in [0.1, 0.8, 4.0, 40.0] {
        let camera = camera(px_per_km);
        let lines = hatch_lines(area, &camera, hatch);
        assert!(lines.len() > 4, "{} lines at {px_per_km}", lines.len());
        for pair in lines.windows(2) {
            let [from, to] = pair[0];
            let next = pair[1][0];
            let across = (to.x - from.x) * (next.y - from.y) - (to.y - from.y) * (next.x - from.x);
            assert!((across.abs() / from.distance(to) - 6.0).abs() < 1e-6, "at {px_per_km}");
        }
    }
    // A pan that keeps all of the area in sight moves each line by as much.
    let before = hatch_lines(area, &camera(0.8), hatch);
    let after = hatch_lines(area, &camera(0.8).panned(37.0, -11.0), hatch);
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        for (before, after) in before.iter().zip(after) {
            assert!(before.offset(37.0, -11.0).distance(*after) < 1e-6);
        }
    }
    let away = Bounds::of_size(5000.0, 5000.0, 10.0, 10.0);
    assert!(hatch_lines(away, &camera(0.8), hatch).is_empty());
}

#[test]
fn disputes_are_told_in_every_language_of_the_interface() {
    for lang in ["kk", "ru", "zh", "fa"] {
        let mut widget = seen_as(WorldView::Un);
        let words = bytes(&format!("assets/words/{lang}.json"));
        widget.add_names(lang, &bytes(&format!("assets/map/names/{lang}.json"))).unwrap();
        widget.set_speech(Speech::plain(lang).with_words(&words).unwrap());
        let base = base();
        let countries = base.countries.iter().map(|country| ("country", &country.id));
        let claims = base.claims.iter().map(|claim| ("disputed", &claim.area.id));
        let mut told = 0;
        for (kind, id) in countries.chain(claims) {
            // An area that the view has settled is no target of its own.
            let Some(panel) = widget.panel(kind, id) else { continue };
            let texts = panel.remarks.iter().chain(&panel.credit).chain([&panel.title]);
            for text in texts {
                assert_eq!(text.lang, None, "{lang} {id}: {text}");
                let rest = text.replace("Natural Earth", "").replace("ISO ", "");
                assert!(!rest.contains(|c: char| c.is_ascii_alphabetic()), "{lang} {id}: {text}");
                assert!(!rest.contains('{'), "{lang} {id}: {text}");
            }
            told += panel.remarks.len();
        }
        assert!(told > 50, "{lang}: {told} sentences");
    }
    let mut turkish = seen_as(WorldView::Un);
    turkish.add_names("tr", &bytes("assets/map/names/tr.json")).unwrap();
    turkish.set_speech(Speech::plain("tr"));
    let remarks = turkish.panel("disputed", "aksai-chin").unwrap().remarks;
    assert_eq!(remarks[0].lang.as_deref(), Some("en"), "without words of its own");
    assert_eq!(&*remarks[0], "Administered by China, claimed by India.");
}

/// A country's name there would say whose the area is: India's stood on Kashmir where the picture
/// ended south of it.
#[test]
fn no_country_s_name_stands_on_a_disputed_area() {
    let mut named = 0;
    for (height, south) in
        [(200.0, 36.5), (260.0, 36.0), (300.0, 35.5), (340.0, 35.0), (420.0, 34.0)]
    {
        let mut widget = shipped(640.0, height);
        widget.zoom_by(3.0, None);
        let at = widget.project(Coord { x: 76.0, y: south }).unwrap();
        widget.pan_by(320.0 - at.x, height / 2.0 - at.y);
        let scene = widget.scene(&EstimatedText).unwrap();
        let areas: Vec<_> = scene
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Hatch { target: Some(Target::Disputed(_)), path, .. } => Some(path),
                _ => None,
            })
            .collect();
        assert!(!areas.is_empty());
        for item in &scene.items {
            let Item::Text { target: Some(Target::Country(_)), at, text, .. } = item else {
                continue;
            };
            named += 1;
            let at = scene.camera.to_map(*at);
            let holds = |run: &Vec<MapPoint>| {
                let ring: Vec<Coord> = run.iter().map(|p| Coord { x: p.x, y: p.y }).collect();
                crosses_oddly(&ring, Coord { x: at.x, y: at.y })
            };
            let inside = areas
                .iter()
                .filter(|path| path.runs.iter().filter(|run| holds(run)).count() % 2 == 1);
            assert_eq!(inside.count(), 0, "{text} at {height} px about {south}° N");
        }
    }
    assert!(named > 20, "{named}");
}
