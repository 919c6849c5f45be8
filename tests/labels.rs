//! Labels: none on another, none on a symbol, all in sight, the weightier ones first.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::brief::{self, BriefReader};
use khorgos::compose::{Atlas, View, compose};
use khorgos::error::Problems;
use khorgos::export::{Page, svg};
use khorgos::layout::labels::{
    Candidate, Course, Label, Land, Place, Placer, Rank, Trace, Wording, along, capitals, clusters,
    far_around, is_joined, legible, may_be_spaced, place_all, pole, text_parts,
};
use khorgos::project::MapPath;
use khorgos::scene::{EstimatedText, Item, Scene, Segment, Target};
use khorgos::speech::Speech;
use khorgos::style::Theme;
use khorgos::view::{Bounds, Camera, Insets, ScreenPoint};
use serde_json::{Value, json};

fn document() -> Value {
    serde_json::from_slice(&common::bytes("assets/briefs/kazakhstan.json")).unwrap()
}

fn atlas_of(document: &Value) -> Atlas {
    let base = common::base_map();
    let (brief, mut problems, _) = BriefReader::new(document.to_string().into()).finish();
    let model = brief::resolve(&brief, &base, &Speech::default(), &mut problems);
    assert_eq!(problems, Problems::default());
    Atlas::new(model.unwrap(), base, Theme::LIGHT)
}

/// A view of an atlas: the size of the box, how many times nearer than the first view, and what
/// is in the middle, degrees.
#[derive(Debug, Clone, Copy)]
struct Seen {
    name: &'static str,
    size_px: (f64, f64),
    zoom: f64,
    at: Option<(f64, f64)>,
}

const WIDE: (f64, f64) = (1200.0, 750.0);
const PHONE: (f64, f64) = (390.0, 700.0);

/// Views, each with the fewest labels that it has to have.
const VIEWS: [(Seen, usize); 10] = [
    (Seen { name: "wide", size_px: WIDE, zoom: 1.0, at: None }, 54),
    (Seen { name: "phone", size_px: PHONE, zoom: 1.0, at: None }, 28),
    (Seen { name: "Khorgos ×3", size_px: WIDE, zoom: 3.0, at: Some((80.2, 44.2)) }, 34),
    (Seen { name: "Khorgos ×8", size_px: WIDE, zoom: 8.0, at: Some((80.2, 44.2)) }, 16),
    (Seen { name: "Almaty ×3", size_px: WIDE, zoom: 3.0, at: Some((76.9, 43.25)) }, 34),
    (Seen { name: "Almaty ×8", size_px: WIDE, zoom: 8.0, at: Some((76.9, 43.25)) }, 14),
    (Seen { name: "Caspian ×3", size_px: WIDE, zoom: 3.0, at: Some((51.0, 43.0)) }, 33),
    (Seen { name: "Caspian ×8", size_px: WIDE, zoom: 8.0, at: Some((51.0, 43.0)) }, 10),
    (Seen { name: "phone, Khorgos ×3", size_px: PHONE, zoom: 3.0, at: Some((80.2, 44.2)) }, 20),
    (Seen { name: "phone, Almaty ×8", size_px: PHONE, zoom: 8.0, at: Some((76.9, 43.25)) }, 15),
];

fn scene(atlas: &Atlas, seen: Seen) -> Scene {
    let (width_px, height_px) = seen.size_px;
    let home = Camera::fit_mostly(atlas.map.home, width_px, height_px, Insets::default());
    let mut camera = Camera { px_per_km: home.px_per_km * seen.zoom, ..home };
    if let Some((x, y)) = seen.at {
        camera.centre = atlas.map.projection.forward(geo::Coord { x, y });
    }
    let layers = atlas.model.layers.iter().map(|layer| layer.visible).collect();
    compose(atlas, &View::of(camera, layers), &EstimatedText)
}

/// A text of a scene and the boxes that it covers.
struct Shown {
    text: String,
    target: Option<Target>,
    middle: ScreenPoint,
    parts: Vec<Bounds>,
}

fn shown(scene: &Scene) -> Vec<Shown> {
    let of = |item: &Item| match item {
        Item::Text { target, at, text, width_px, angle_rad, font, .. } => Some(Shown {
            text: text.clone(),
            target: *target,
            middle: *at,
            parts: text_parts(*at, (*width_px, font.size_px * 1.2), *angle_rad),
        }),
        Item::CurvedText { target, clusters, font, .. } => {
            let course = |c: &khorgos::scene::Cluster| Course {
                at: c.at,
                angle_rad: c.angle_rad,
                width_px: c.width_px,
            };
            Some(Shown {
                text: clusters.iter().map(|c| c.text.as_str()).collect(),
                target: *target,
                middle: clusters[clusters.len() / 2].at,
                parts: clusters.iter().map(|c| course(c).bounds(font.size_px * 1.2)).collect(),
            })
        }
        _ => None,
    };
    scene.items.iter().filter_map(of).collect()
}

fn outline_bounds(outline: &[Segment]) -> Bounds {
    let mut bounds = Bounds::EMPTY;
    for segment in outline {
        match *segment {
            Segment::Move(p) | Segment::Line(p) => bounds.include(p.x, p.y),
            Segment::Quad(a, b) => [a, b].iter().for_each(|p| bounds.include(p.x, p.y)),
            Segment::Circle(p, r) => {
                bounds.include(p.x - r, p.y - r);
                bounds.include(p.x + r, p.y + r);
            }
            Segment::Close => {}
        }
    }
    bounds
}

/// Boxes of the symbols of places; a disc that says how uncertain a place is may be written on.
fn symbols(scene: &Scene) -> Vec<Bounds> {
    const LARGEST_SYMBOL_PX: f64 = 32.0;
    let of = |item: &Item| match item {
        Item::Shape { target: Some(Target::Place(_)), outline, .. } => {
            Some(outline_bounds(outline))
        }
        _ => None,
    };
    let bounds = scene.items.iter().filter_map(of);
    bounds.filter(|bounds| bounds.width() <= LARGEST_SYMBOL_PX).collect()
}

/// Thin lines from symbols to their labels.
fn leaders(atlas: &Atlas, scene: &Scene) -> Vec<(ScreenPoint, ScreenPoint)> {
    let color = atlas.theme.secondary_text;
    let of = |item: &Item| match item {
        Item::Shape { target: None, outline, fill: None, stroke: Some(stroke) }
            if stroke.color == color =>
        {
            match outline[..] {
                [Segment::Move(from), Segment::Line(to)] => Some((from, to)),
                _ => None,
            }
        }
        _ => None,
    };
    scene.items.iter().filter_map(of).collect()
}

/// That the labels of a scene lie on nothing and that nothing lies on them.
fn check(name: &str, atlas: &Atlas, scene: &Scene, size_px: (f64, f64)) {
    let labels = shown(scene);
    let frame = Bounds::of_size(0.0, 0.0, size_px.0, size_px.1);
    let symbols = symbols(scene);
    for (index, label) in labels.iter().enumerate() {
        for part in &label.parts {
            let inside =
                frame.contains(part.left, part.top) && frame.contains(part.right, part.bottom);
            assert!(inside, "{name}: {:?} leaves the frame", label.text);
            let on_symbol = symbols.iter().find(|symbol| symbol.overlaps(part));
            assert!(on_symbol.is_none(), "{name}: {:?} lies on a symbol", label.text);
            for other in labels.iter().skip(index + 1) {
                let meets = other.parts.iter().any(|other| other.overlaps(part));
                assert!(!meets, "{name}: {:?} lies on {:?}", label.text, other.text);
            }
        }
    }
    for (from, to) in leaders(atlas, scene) {
        for step in 1..20 {
            let at = from.towards(to, f64::from(step) / 20.0);
            let crossed = labels.iter().find(|l| l.parts.iter().any(|p| p.contains(at.x, at.y)));
            assert!(crossed.is_none(), "{name}: a leader crosses {:?}", crossed.map(|l| &l.text));
            assert!(
                !symbols.iter().any(|s| s.contains(at.x, at.y)),
                "{name}: a leader on a symbol"
            );
        }
    }
}

#[test]
fn no_label_lies_on_another_or_on_a_symbol_or_leaves_the_frame() {
    let atlas = atlas_of(&document());
    for (seen, least) in VIEWS {
        let scene = scene(&atlas, seen);
        check(seen.name, &atlas, &scene, seen.size_px);
        let count = shown(&scene).len();
        assert!(count >= least, "{}: {count} labels", seen.name);
    }
}

#[test]
fn the_first_view_names_what_it_is_about() {
    let atlas = atlas_of(&document());
    for (seen, _) in &VIEWS[..2] {
        let texts: Vec<String> = shown(&scene(&atlas, *seen)).into_iter().map(|l| l.text).collect();
        for name in ["KAZAKHSTAN", "RUSSIA", "Khorgos Gateway", "Almaty"] {
            assert!(texts.iter().any(|text| text == name), "{}: {name}", seen.name);
        }
        assert!(texts.iter().any(|text| text.ends_with("· approximate")), "{}", seen.name);
    }
}

#[test]
fn the_same_view_gives_the_same_labels() {
    let (first, second) = (atlas_of(&document()), atlas_of(&document()));
    for (seen, _) in &VIEWS[..4] {
        assert_eq!(scene(&first, *seen), scene(&second, *seen), "{}", seen.name);
    }
}

fn even_odd(path: &MapPath, camera: &Camera, at: ScreenPoint) -> bool {
    let at = camera.to_map(at);
    let mut inside = false;
    for run in &path.runs {
        for (index, a) in run.iter().enumerate() {
            let b = run[(index + 1) % run.len()];
            if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
            {
                inside = !inside;
            }
        }
    }
    inside
}

#[test]
fn a_country_is_named_in_its_own_land_or_with_a_line_to_it() {
    let atlas = atlas_of(&document());
    let mut within = 0;
    for (seen, _) in VIEWS {
        let scene = scene(&atlas, seen);
        let leaders = leaders(&atlas, &scene);
        for label in shown(&scene) {
            let Some(Target::Country(index)) = label.target else { continue };
            let (id, path) = &atlas.map.at(scene.camera.px_per_km).countries[index];
            // Signs of countries off the map are in small letters.
            if label.text != capitals(&label.text, "en") || label.text.contains("KM") {
                continue;
            }
            let has_leader = leaders
                .iter()
                .any(|(_, to)| label.parts.iter().any(|part| part.grown(6.0).contains(to.x, to.y)));
            let is_within = even_odd(path, &scene.camera, label.middle);
            within += usize::from(is_within);
            assert!(is_within || has_leader, "{}: {} of {id}", seen.name, label.text);
        }
    }
    assert!(within > 30, "{within}");
}

#[test]
fn a_country_partly_in_sight_is_named_in_the_part_that_is_seen() {
    let atlas = atlas_of(&document());
    let seen = Seen { name: "Pamir", size_px: WIDE, zoom: 3.0, at: Some((74.0, 38.0)) };
    let texts: Vec<String> = shown(&scene(&atlas, seen)).into_iter().map(|l| l.text).collect();
    for name in ["KAZAKHSTAN", "CHINA", "UZBEKISTAN", "PAKISTAN"] {
        assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
    }
}

#[test]
fn texts_along_curves_read_upright_and_smoothly() {
    let atlas = atlas_of(&document());
    let mut found = 0;
    for (seen, _) in VIEWS {
        let scene = scene(&atlas, seen);
        for item in &scene.items {
            let Item::CurvedText { clusters, .. } = item else { continue };
            found += 1;
            for pair in clusters.windows(2) {
                assert!(pair[0].angle_rad.abs() <= 1.65);
                assert!((pair[1].angle_rad - pair[0].angle_rad).abs() < 0.3);
                assert!(pair[0].at.distance(pair[1].at) > 0.4 * pair[0].width_px);
            }
            let (first, last) = (clusters[0].at, clusters[clusters.len() - 1].at);
            assert!(last.x > first.x - 2.0, "{clusters:?}");
        }
        let document = svg(&scene, &Page::default());
        let groups = document.matches("aria-label=").count();
        let curved = scene.items.iter().filter(|i| matches!(i, Item::CurvedText { .. })).count();
        assert_eq!(groups, curved);
    }
    assert!(found > 25, "{found}");
}

#[test]
fn a_text_along_a_line_to_the_left_is_turned_round() {
    let line: Vec<ScreenPoint> = (0..60)
        .map(|i| ScreenPoint::new(400.0 - 5.0 * f64::from(i), 200.0 + f64::from(i)))
        .collect();
    let frame = Bounds::of_size(0.0, 0.0, 600.0, 400.0);
    let candidates = along(&[line], &[8.0; 10], 9.0, &frame);
    assert!(!candidates.is_empty());
    for candidate in candidates {
        let Place::Curved(clusters) = candidate.place else { panic!("along a curve") };
        assert!(clusters[0].at.x < clusters[9].at.x);
    }
    let bend: Vec<ScreenPoint> =
        [(0.0, 0.0), (30.0, 0.0), (30.0, 30.0), (60.0, 30.0), (60.0, 0.0), (90.0, 0.0)]
            .map(|(x, y)| ScreenPoint::new(x + 100.0, y + 100.0))
            .to_vec();
    assert!(along(&[bend], &[8.0; 10], 9.0, &frame).is_empty(), "too many bends");
}

/// A generator of numbers from 0 to 1 that are the same everywhere (Lehmer 1951).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        f64::from(u32::try_from(self.0).unwrap()) / 2_147_483_647.0
    }
}

fn crowd(count: usize) -> Vec<Label> {
    const RANKS: [Rank; 5] = [Rank::Amount, Rank::Focus, Rank::City, Rank::Lake, Rank::Town];
    let mut numbers = Numbers(7);
    let mut labels = Vec::new();
    for index in 0..count {
        let size_px = (30.0 + 80.0 * numbers.next(), 14.0);
        let candidates = (0..6)
            .map(|step| {
                let at = ScreenPoint::new(600.0 * numbers.next(), 400.0 * numbers.next());
                Candidate::level(at, f64::from(step) * 0.5)
            })
            .collect();
        labels.push(Label {
            rank: RANKS[index % RANKS.len()],
            across: None,
            wordings: vec![Wording { size_px, candidates }],
            symbol: None,
        });
    }
    labels
}

#[test]
fn a_lighter_label_never_moves_a_weightier_one() {
    let labels = crowd(150);
    let all = place_all(&labels, &mut Placer::new(600.0, 400.0, &[]));
    let placed = all.iter().flatten().count();
    assert!(placed > 40 && placed < labels.len(), "the crowd is dense: {placed}");
    for rank in [Rank::Amount, Rank::Focus, Rank::City, Rank::Lake] {
        let weighty: Vec<Label> = labels.iter().filter(|l| l.rank <= rank).cloned().collect();
        let alone = place_all(&weighty, &mut Placer::new(600.0, 400.0, &[]));
        let among: Vec<_> = labels
            .iter()
            .zip(&all)
            .filter(|(l, _)| l.rank <= rank)
            .map(|(_, p)| p.clone())
            .collect();
        assert_eq!(alone, among, "{rank:?}");
    }
}

fn one(rank: Rank, candidates: Vec<Candidate>) -> Label {
    let wordings = vec![Wording { size_px: (60.0, 14.0), candidates }];
    Label { rank, across: None, wordings, symbol: None }
}

#[test]
fn a_label_goes_across_a_flow_only_when_it_is_tried_again() {
    let at = ScreenPoint::new(100.0, 100.0);
    let mut label = one(Rank::Amount, vec![Candidate::level(at, 0.0)]);
    let place = |label: &Label| {
        let mut placer = Placer::new(200.0, 200.0, &[]);
        placer.mark_busy(Bounds::of_size(95.0, 0.0, 10.0, 200.0));
        place_all(std::slice::from_ref(label), &mut placer).remove(0)
    };
    assert_eq!(place(&label), None);
    label.across = Some(Rank::AmountAcross);
    assert!(place(&label).is_some());
    // Clear of the flow is better, though it is second in the order.
    let clear = ScreenPoint::new(50.0, 100.0);
    label.wordings[0].candidates.push(Candidate::level(clear, 2.0));
    let Some((0, Place::Straight { at, .. })) = place(&label) else { panic!("a straight text") };
    assert_eq!(at, clear);
}

#[test]
fn a_closer_setting_in_a_clear_place_is_better_than_a_wide_one_across_a_line() {
    let at = ScreenPoint::new(150.0, 100.0);
    let wording = |width_px: f64, at| Wording {
        size_px: (width_px, 14.0),
        candidates: vec![Candidate::level(at, 0.0)],
    };
    let clear = ScreenPoint::new(150.0, 150.0);
    let mut label = one(Rank::Focus, Vec::new());
    label.wordings = vec![wording(160.0, at), wording(80.0, clear)];
    let place = |label: &Label| {
        let mut placer = Placer::new(300.0, 200.0, &[]);
        let (from, to) = (ScreenPoint::new(0.0, 100.0), ScreenPoint::new(300.0, 100.0));
        placer.busy_mut().mark_line(from, to, Trace::Line);
        place_all(std::slice::from_ref(label), &mut placer).remove(0).map(|(number, _)| number)
    };
    assert_eq!(place(&label), Some(1));
    // The last wording goes across before the label is dropped.
    label.wordings = vec![wording(160.0, at)];
    assert_eq!(place(&label), Some(0));
}

#[test]
fn a_symbol_of_a_label_wants_a_free_place_too() {
    let taken = Bounds::of_size(90.0, 90.0, 20.0, 20.0);
    let mut placer = Placer::new(200.0, 200.0, &[taken]);
    let mut label = one(Rank::Town, vec![Candidate::level(ScreenPoint::new(100.0, 40.0), 0.0)]);
    label.symbol = Some(Bounds::of_size(98.0, 98.0, 4.0, 4.0));
    assert_eq!(place_all(std::slice::from_ref(&label), &mut placer), vec![None]);
    label.symbol = Some(Bounds::of_size(98.0, 140.0, 4.0, 4.0));
    assert!(place_all(&[label], &mut placer)[0].is_some());
}

#[test]
fn a_label_moves_off_with_a_leader_before_it_is_dropped() {
    let symbol = ScreenPoint::new(150.0, 100.0);
    let block = Bounds::of_size(130.0, 84.0, 100.0, 32.0);
    let label = one(Rank::Site, far_around(symbol, 6.0, (60.0, 14.0)));
    let mut placer = Placer::new(300.0, 200.0, &[]);
    assert!(place_all(std::slice::from_ref(&label), &mut placer)[0].is_some());
    // Walled in, no line can get out.
    let mut walled = Placer::new(300.0, 200.0, &[block]);
    assert_eq!(place_all(&[label], &mut walled), vec![None]);
}

/// Distance from a point to the outline of a ring, and whether it lies inside.
fn depth(ring: &[ScreenPoint], at: ScreenPoint) -> f64 {
    let (mut least, mut inside) = (f64::INFINITY, false);
    for (index, a) in ring.iter().enumerate() {
        let b = ring[(index + 1) % ring.len()];
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let t = (((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        least = least.min(a.offset(dx * t, dy * t).distance(at));
        if (a.y > at.y) != (b.y > at.y) && at.x < dx * (at.y - a.y) / dy + a.x {
            inside = !inside;
        }
    }
    if inside { least } else { -least }
}

#[test]
fn the_pole_is_as_far_from_the_outline_as_any_point() {
    const PRECISION_PX: f64 = 0.5;
    let mut numbers = Numbers(11);
    for _ in 0..20 {
        let ring: Vec<ScreenPoint> = (0..14)
            .map(|step| {
                let (sin, cos) = libm::sincos(f64::from(step) / 14.0 * std::f64::consts::TAU);
                let reach = 15.0 + 60.0 * numbers.next();
                ScreenPoint::new(100.0 + 1.6 * reach * cos, 100.0 + reach * sin)
            })
            .collect();
        let mut most = 0.0_f64;
        for x in 0..=220 {
            for y in 0..=180 {
                let at = ScreenPoint::new(f64::from(x) - 10.0, f64::from(y) + 10.0);
                most = most.max(depth(&ring, at));
            }
        }
        let (at, distance) = pole(std::slice::from_ref(&ring), PRECISION_PX).unwrap();
        assert!((depth(&ring, at) - distance).abs() < 1e-9);
        assert!(distance >= most - PRECISION_PX, "{distance}, by brute force {most}");
    }
    let flat = vec![ScreenPoint::new(0.0, 0.0), ScreenPoint::new(5.0, 0.0)];
    assert_eq!(pole(&[flat], 1.0), None);
}

#[test]
fn names_fit_whole_into_their_land() {
    let l_shape =
        [(0.0, 0.0), (60.0, 0.0), (60.0, 150.0), (300.0, 150.0), (300.0, 200.0), (0.0, 200.0)]
            .map(|(x, y)| ScreenPoint::new(x, y))
            .to_vec();
    let land = Land::of_rings(vec![l_shape]).unwrap();
    let middle = land.middle(4.0).unwrap();
    assert!(middle.y > 150.0, "the wide foot holds a name, the stem does not: {middle:?}");
    let candidates = land.rows(14.0).candidates(middle, 120.0);
    assert!(!candidates.is_empty());
    for candidate in candidates {
        let Place::Straight { at, .. } = candidate.place else { panic!("a level text") };
        assert!(
            land.contains(at.offset(-56.0, 0.0)) && land.contains(at.offset(56.0, 0.0)),
            "{at:?}"
        );
    }
    assert!(land.rows(14.0).candidates(middle, 400.0).is_empty(), "wider than the land");
}

#[test]
fn land_is_as_wide_as_it_is_seen_to_be() {
    const HEIGHT_PX: f64 = 10.0;
    const INK_PX: f64 = 4.0;
    // A bay that is narrower is stepped over.
    const STEP_PX: f64 = 0.01;
    let mut numbers = Numbers(12);
    for _ in 0..10 {
        let mut ring = |least: f64, most: f64| -> Vec<ScreenPoint> {
            let point = |step: i32| {
                let (sin, cos) = libm::sincos(f64::from(step) / 30.0 * std::f64::consts::TAU);
                let reach = least + (most - least) * numbers.next();
                ScreenPoint::new(100.0 + 1.6 * reach * cos, 100.0 + reach * sin)
            };
            (0..30).map(point).collect()
        };
        let land = Land::of_rings(vec![ring(30.0, 90.0), ring(6.0, 20.0)]).unwrap();
        let is_held = |at: ScreenPoint| {
            [-INK_PX, 0.0, INK_PX].iter().all(|off| land.contains(at.offset(0.0, *off)))
        };
        let mut held = 0;
        for number in 0..60 {
            let (x, y) = (numbers.next() * 200.0, 40.0 + f64::from(number) * 2.0);
            let at = ScreenPoint::new(x, y);
            let reach = |step_px: f64| {
                let mut x = 0.0;
                while is_held(at.offset(x, 0.0)) {
                    x += step_px;
                }
                x.abs()
            };
            let wide_px = reach(-STEP_PX) + reach(STEP_PX);
            held += i32::from(wide_px > 0.0);
            let said_px = land.width_at(at, HEIGHT_PX);
            assert!((said_px - wide_px).abs() <= 3.0 * STEP_PX, "{at:?}: {said_px}, {wide_px}");
        }
        assert!(held > 5, "{held} of the points lie inside");
    }
}

#[test]
fn texts_are_cut_where_a_reader_would_cut_them() {
    assert_eq!(clusters("Khorgos").len(), 7);
    assert_eq!(clusters("Ü\u{0308}ru\u{0301}m"), ["Ü\u{0308}", "r", "u\u{0301}", "m"]);
    assert_eq!(clusters("👩‍👩‍👧‍👦!"), ["👩‍👩‍👧‍👦", "!"]);
    assert_eq!(clusters("👍🏽👍"), ["👍🏽", "👍"]);
    assert_eq!(clusters("🇰🇿🇨🇳🇷"), ["🇰🇿", "🇨🇳", "🇷"]);
    assert_eq!(clusters("\u{0301}a"), ["\u{0301}", "a"], "a mark with no letter stands alone");
    assert!(clusters("").is_empty());
}

#[test]
fn names_are_made_legible() {
    assert_eq!(legible("  Line\none\t\u{7}two "), "Line one two");
    assert_eq!(legible("\u{202e}Almaty\u{202c}"), "Almaty");
    let long = legible(&"ab".repeat(100));
    assert_eq!(clusters(&long).len(), 48);
    assert!(long.ends_with('…'));
    let stacked = legible(&format!("a{}b", "\u{0301}".repeat(60)));
    assert_eq!(stacked.chars().count(), 6);
    assert_eq!(legible("USD\u{a0}9.7\u{a0}bn"), "USD\u{a0}9.7\u{a0}bn");
    assert_eq!(legible("\u{0}\u{1f}"), "");
}

#[test]
fn scripts_have_their_own_ways() {
    for name in ["Қазақстан", "Kazakhstan", "Ελλάδα", "საქართველო"]
    {
        assert!(may_be_spaced(name) && !is_joined(name), "{name}");
    }
    for name in ["中国", "日本", "대한민국"] {
        assert!(!may_be_spaced(name) && !is_joined(name), "{name}");
    }
    for name in ["افغانستان", "ישראל", "भारत", "ประเทศไทย"]
    {
        assert!(!may_be_spaced(name) && is_joined(name), "{name}");
    }
    assert_eq!(capitals("Türkiye", "tr"), "TÜRKİYE");
    assert_eq!(capitals("Türkiye", "en"), "TÜRKIYE");
    assert_eq!(capitals("Ресей", "kk"), "РЕСЕЙ");
    assert_eq!(capitals("საქართველო", "ka"), "საქართველო");
    assert_eq!(capitals("中国", "zh"), "中国");
}

#[test]
fn odd_names_do_not_break_the_map() {
    let odd = [
        "x".repeat(200),
        "Очень длинное название ".repeat(12),
        format!("Z{}a", "\u{0300}\u{0323}".repeat(80)),
        "👩‍👩‍👧‍👦🇰🇿👍🏽 city".to_owned(),
        "مدينة على الحدود".to_owned(),
        "\u{202e}\u{0}\u{7}\n".to_owned(),
        "中哈原油管道中哈原油管道".to_owned(),
    ];
    for (shift, _) in odd.iter().enumerate() {
        let mut document = document();
        let mut number = shift;
        for list in ["places", "lines", "areas"] {
            for item in document[list].as_array_mut().unwrap() {
                item["name"] = json!({ "en": odd[number % odd.len()] });
                number += 1;
            }
        }
        let atlas = atlas_of(&document);
        for (seen, _) in &VIEWS[..4] {
            let scene = scene(&atlas, *seen);
            check(seen.name, &atlas, &scene, seen.size_px);
            for label in shown(&scene) {
                // A sign without a distance keeps an empty line.
                assert!(clusters(&label.text).len() <= 48, "{:?}", label.text);
                assert!(!label.text.contains(|c: char| c.is_control()), "{:?}", label.text);
            }
            for item in &scene.items {
                if let Item::CurvedText { clusters, .. } = item {
                    let text: String = clusters.iter().map(|c| c.text.as_str()).collect();
                    assert!(!is_joined(&text), "{text:?} is set letter by letter");
                }
            }
        }
    }
}

#[test]
fn a_long_title_of_a_layer_never_cuts_the_amount() {
    let mut document = document();
    for layer in document["layers"].as_array_mut().unwrap() {
        layer["title"] = json!("Қару-жарақ және әскери байланыстар жайлы");
    }
    let atlas = atlas_of(&document);
    let scene = scene(&atlas, VIEWS[0].0);
    let labels = shown(&scene);
    let amounts: Vec<&str> =
        labels.iter().map(|label| label.text.as_str()).filter(|t| t.contains("USD")).collect();
    assert!(amounts.contains(&"USD\u{a0}18.9\u{a0}bn · 2005–2019"), "{amounts:?}");
    assert!(amounts.iter().all(|text| !text.contains('…')), "{amounts:?}");
}
