//! What is told in words: of the picture, and of each thing that the keyboard's cursor walks to.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::many::{Many, world};
use common::{bytes, shipped};
use khorgos::scene::EstimatedText;
use khorgos::speech::{Length, Locale, PlainLocale, Speech, Word};
use khorgos::view::ScreenPoint;
use khorgos::widget::{Effects, Walk, Widget};

const TEXT: &EstimatedText = &EstimatedText;

fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn speech(lang: &str) -> Speech {
    let words = bytes(&format!("assets/words/{lang}.json"));
    Speech::plain(lang).with_words(&words).unwrap()
}

fn speaking(lang: &str) -> Widget {
    let mut widget = shipped(1200.0, 750.0);
    let text = bytes(&format!("assets/briefs/kazakhstan.{lang}.json"));
    widget.add_names(lang, &bytes(&format!("assets/map/names/{lang}.json"))).unwrap();
    widget.set_speech(speech(lang));
    widget.add_translation(lang, &text).unwrap();
    widget
}

fn line(effects: &Effects) -> String {
    let sentences: Vec<&str> = effects.told.iter().map(|said| &**said).collect();
    spaced(&sentences.join(" "))
}

fn walk(widget: &mut Widget, way: Walk) -> Effects {
    widget.walk(way, TEXT)
}

/// Both lines of a description.
fn lines(told: &str) -> [&str; 2] {
    told.split_once('\n').unwrap().into()
}

/// Kind and id of what a walk comes to.
fn goes_to(widget: &mut Widget, way: Walk) -> (&'static str, String) {
    widget.walk(way, TEXT);
    let at = widget.cursor().unwrap();
    (at.kind, at.id)
}

/// What is told at a thing of a kind, which the cursor goes to.
fn told_at(widget: &mut Widget, kind: &str, id: &str) -> String {
    let mut walked = walk(widget, Walk::Kind(1));
    while widget.cursor().unwrap().kind != kind {
        walked = walk(widget, Walk::Kind(1));
    }
    let first = widget.cursor().unwrap().id;
    while widget.cursor().unwrap().id != id {
        walked = walk(widget, Walk::Along(1));
        assert_ne!(widget.cursor().unwrap().id, first, "{id} is not in the list");
    }
    line(&walked)
}

#[test]
fn money_is_spoken_in_full_words_in_each_language() {
    let cases = [
        ("en", "18.19 billion US dollars", "1 million US dollars", "1 US dollar"),
        ("ru", "18,19 миллиарда долларов США", "1 миллион долларов США", "1 доллар США"),
        ("kk", "18,19 миллиард АҚШ доллары", "1 миллион АҚШ доллары", "1 АҚШ доллары"),
        ("zh", "181.9亿美元", "100万美元", "1美元"),
        ("fa", "۱۸٫۱۹ میلیارد دلار آمریکا", "۱ میلیون دلار آمریکا", "۱ دلار آمریکا"),
    ];
    for (lang, billions, million, one) in cases {
        let locale = PlainLocale::new(lang);
        assert_eq!(spaced(&locale.money(18.19, 9, "USD", Length::Words)), billions);
        assert_eq!(spaced(&locale.money(1.0, 6, "USD", Length::Words)), million);
        assert_eq!(spaced(&locale.money(1.0, 0, "USD", Length::Words)), one);
    }
    let chinese = PlainLocale::new("zh");
    assert_eq!(
        chinese.money(18.19, 6, "USD", Length::Words),
        "1819万美元",
        "as compact numbers are"
    );
    let russian = PlainLocale::new("ru");
    for (value, said) in [
        (1.0, "1 миллиард"),
        (2.0, "2 миллиарда"),
        (5.0, "5 миллиардов"),
        (11.0, "11 миллиардов"),
        (21.0, "21 миллиард"),
        (112.0, "112 миллиардов"),
        (9.7, "9,7 миллиарда"),
    ] {
        let whole = format!("{said} долларов США");
        assert_eq!(spaced(&russian.money(value, 9, "USD", Length::Words)), whole);
    }
    assert_eq!(spaced(&russian.money(22.0, 0, "USD", Length::Words)), "22 доллара США");
    assert_eq!(
        spaced(&PlainLocale::new("en").money(2.0, 6, "EUR", Length::Words)),
        "EUR 2 million"
    );
}

#[test]
fn counts_and_lengths_have_the_form_that_goes_with_the_number() {
    let russian = speech("ru");
    for (count, said) in [
        (0, "0 потоков"),
        (1, "1 поток"),
        (3, "3 потока"),
        (12, "12 потоков"),
        (21, "21 поток"),
        (104, "104 потока"),
        (114, "114 потоков"),
    ] {
        assert_eq!(russian.counted(Word::FlowsCounted, count), said);
    }
    assert_eq!(speech("kk").counted(Word::FlowsCounted, 5), "5 ағын");
    assert_eq!(speech("zh").counted(Word::PlacesCounted, 1), "1个地点");
    let english = Speech::plain("ru");
    assert_eq!(english.counted(Word::FlowsCounted, 3), "3 flows", "the words are English");
    assert_eq!(english.counted(Word::FlowsCounted, 21), "21 flows");
    let km = |lang: &str, km: f64| spaced(&PlainLocale::new(lang).km(km, Length::Words));
    assert_eq!(km("en", 500.0), "500 kilometres");
    assert_eq!(
        [km("ru", 1.0), km("ru", 2.0), km("ru", 500.0)],
        ["1 километр", "2 километра", "500 километров"]
    );
    assert_eq!(km("fa", 200.0), "۲۰۰ کیلومتر");
}

#[test]
fn the_description_counts_what_is_seen_and_ranks_only_what_can_be_compared() {
    let mut widget = shipped(1200.0, 750.0);
    let told = widget.told(TEXT).unwrap();
    let [brief, rest] = lines(&told);
    assert_eq!(brief, "In view: 10 flows, 10 places and 14 lines.");
    assert!(rest.starts_with("Layers shown: Trade, Direct investment, Credit and debt, "));
    assert!(rest.contains("No two amounts in view share measure, unit and period"));
    assert!(!rest.contains("largest is"), "trade of 2021 and of 2020 is not one scale");
    assert!(rest.ends_with("Without an amount: 4 flows."), "{}", rest);

    widget.set_lens(Some("west"));
    let told = widget.told(TEXT).unwrap();
    let [brief, rest] = lines(&told);
    assert!(brief.starts_with("Point of view: The West. In view: "), "{}", brief);
    let shares = "Share of Kazakhstan’s arms imports, 1991–2020: the largest is United States to \
                  Kazakhstan, 1.3%; the smallest is China to Kazakhstan, 1.1%.";
    assert!(rest.contains(shares), "{}", rest);
    assert!(!rest.contains("No two amounts"));

    let layers: Vec<String> = widget.layers().into_iter().map(|layer| layer.id).collect();
    for layer in layers {
        widget.set_layer(&layer, false);
    }
    widget.set_lens(None);
    let layers: Vec<String> = widget.layers().into_iter().map(|layer| layer.id).collect();
    for layer in layers {
        widget.set_layer(&layer, false);
    }
    assert_eq!(
        widget.told(TEXT).unwrap(),
        "No flow, place or line is in view.\nNo layer is shown."
    );
}

#[test]
fn flows_without_an_amount_say_so_and_are_never_given_one() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_layer("security", true);
    assert_eq!(
        told_at(&mut widget, "flow", "trade-china"),
        "Kazakhstan to China, Trade in both directions, 18.19 billion US dollars, 2021, endnote 1. \
         Flows, 1 of 13."
    );
    let rank = "Russia to Kazakhstan, Trade, Rank among sources of Kazakhstan’s imports: 1st, \
                amount not given, 2021, endnote 1.";
    assert!(told_at(&mut widget, "flow", "trade-russia-imports").starts_with(rank));
    let none = "Russia to Kazakhstan, Arms and military ties in both directions, amount not given, \
                endnote 11.";
    assert!(told_at(&mut widget, "flow", "military-russia").starts_with(none));
    let debt = "China to Kazakhstan, Credit and debt, External debt: 9.7 billion US dollars, April \
                2021, endnote 3.";
    assert!(
        told_at(&mut widget, "flow", "credit-china-debt").starts_with(debt),
        "of several measures"
    );
    let uncited = "Kazakhstan to United States, Trade in both directions, 2.3 billion US dollars, \
                   2020, Geopolitics, paragraph 2.";
    assert!(told_at(&mut widget, "flow", "trade-us").starts_with(uncited));
}

#[test]
fn every_kind_is_told_in_its_own_words() {
    let mut widget = shipped(1200.0, 750.0);
    assert_eq!(
        line(&walk(&mut widget, Walk::Along(1))),
        "Kazakhstan, the country that the map is about, 10 flows. Countries, 1 of 13."
    );
    assert_eq!(
        line(&walk(&mut widget, Walk::Along(1))),
        "Switzerland, Partner: The West, 1 flow. Countries, 2 of 13."
    );
    let khorgos = told_at(&mut widget, "place", "khorgos-gateway");
    let where_ = "Khorgos Gateway, near the border of China and Kazakhstan. ";
    assert!(khorgos.starts_with(where_), "{khorgos}");
    assert!(khorgos.ends_with("Picture caption, paragraph 1. Places, 1 of 11."), "{khorgos}");
    assert!(told_at(&mut widget, "place", "almaty").starts_with("Almaty, Kazakhstan. "));
    let pipeline = told_at(&mut widget, "line", "kz-china-oil");
    assert!(
        pipeline.starts_with("Kazakhstan–China oil pipeline, Oil pipeline, operating. "),
        "{pipeline}"
    );
    let area = line(&walk(&mut widget, Walk::Kind(1)));
    assert!(area.ends_with("Areas, 1 of 15."), "{area}");
    assert!(
        line(&walk(&mut widget, Walk::Kind(1))).ends_with("Countries, 1 of 13."),
        "round again"
    );
    assert!(line(&walk(&mut widget, Walk::Kind(-1))).ends_with("Areas, 1 of 15."));
    assert!(line(&walk(&mut widget, Walk::Along(-1))).ends_with("Areas, 15 of 15."));
}

#[test]
fn disputed_areas_are_walked_and_told_with_who_claims_them() {
    let mut widget = shipped(1200.0, 750.0);
    let told = told_at(&mut widget, "area", "xinjiang");
    assert!(told.contains("Areas, 1 of 15."), "{told}");
    while widget.cursor().unwrap().kind != "disputed" {
        walk(&mut widget, Walk::Along(1));
    }
    let at = widget.cursor().unwrap();
    let told = line(&walk(&mut widget, Walk::Along(0)));
    assert!(told.starts_with(&format!("{}, Disputed area. ", at.title.text)), "{told}");
    let panel = widget.panel(at.kind, &at.id).unwrap();
    for remark in &panel.remarks {
        assert!(told.contains(&spaced(remark)), "{told}\n{remark}");
    }
    assert!(!panel.remarks.is_empty());
}

#[test]
fn what_only_the_brief_says_is_told_in_the_language_of_the_brief() {
    let mut widget = shipped(1200.0, 750.0);
    widget.set_speech(speech("ru"));
    told_at(&mut widget, "place", "khorgos-gateway");
    let said = walk(&mut widget, Walk::Along(0)).told;
    let langs: Vec<Option<&str>> = said.iter().map(|said| said.lang.as_deref()).collect();
    assert_eq!(langs, [None, Some("en"), None, None], "{said:?}");
}

#[test]
fn what_the_cursor_comes_to_is_lit_until_it_is_put_away() {
    let mut widget = shipped(1200.0, 750.0);
    walk(&mut widget, Walk::Along(1));
    let walked = walk(&mut widget, Walk::Kind(1));
    let named = walked.hover.flatten().unwrap();
    assert_eq!((named.kind, &*named.id), ("flow", "trade-china"));
    assert_eq!(spaced(&named.note.unwrap()), "Trade: USD 18.19 bn · 2021");
    widget.scene(TEXT);
    assert!(!widget.lit().unwrap().1.again.is_empty());
    assert_eq!(widget.leave().hover, Some(None));
    assert!(widget.lit().is_none());
}

#[test]
fn the_trade_with_china_is_told_in_the_language_of_the_interface() {
    let cases = [
        ("kk", "қайдан: Қазақстан, қайда: Қытай", "18,19 миллиард АҚШ доллары"),
        ("ru", "откуда: Казахстан, куда: Китай", "18,19 миллиарда долларов США"),
        ("zh", "从哈萨克斯坦到中国", "181.9亿美元"),
        ("fa", "از قزاقستان به چین", "۱۸٫۱۹ میلیارد دلار آمریکا"),
    ];
    for (lang, ends, money) in cases {
        let mut widget = speaking(lang);
        let told = told_at(&mut widget, "flow", "trade-china");
        assert!(told.starts_with(ends) && told.contains(money), "{lang}: {told}");
        assert!(!told.contains(|c: char| c.is_ascii_alphabetic()), "{lang}: {told}");
        let described = widget.told(TEXT).unwrap();
        assert!(!described.contains(|c: char| c.is_ascii_alphabetic()), "{lang}: {described}");
    }
}

#[test]
fn what_the_cursor_comes_to_is_brought_into_sight() {
    for (width, height) in [(1200.0, 750.0), (390.0, 700.0)] {
        let mut widget = shipped(width, height);
        widget.zoom_by(6.0, Some(ScreenPoint::new(width * 0.4, height * 0.4)));
        for kind in 0..5 {
            let first = goes_to(&mut widget, Walk::Kind(1));
            loop {
                widget.scene(TEXT);
                let at = widget.cursor_at().unwrap();
                let is_in = at.x >= 0.0 && at.x <= width && at.y >= 0.0 && at.y <= height;
                assert!(is_in, "{kind}: {at:?}");
                let next = goes_to(&mut widget, Walk::Along(1));
                if next == first {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_flow_is_pointed_at_where_its_curve_is_drawn() {
    let mut widget = shipped(1200.0, 750.0);
    told_at(&mut widget, "flow", "trade-china");
    let at = widget.cursor_at().unwrap();
    assert_eq!(widget.pick(at).unwrap().id, "trade-china");
    assert_eq!(widget.cursor().unwrap().id, "trade-china");
    let before = at;
    widget.pan_by(30.0, -20.0);
    let after = widget.cursor_at().unwrap();
    assert!((after.x - before.x - 30.0).abs() < 1e-6 && (after.y - before.y + 20.0).abs() < 1e-6);
    widget.leave();
    assert_eq!((widget.cursor_at(), widget.cursor()), (None, None));
}

#[test]
fn by_direction_the_nearest_thing_that_way_is_next() {
    let mut widget = shipped(1200.0, 750.0);
    told_at(&mut widget, "place", "khorgos-gateway");
    let from = widget.cursor_at().unwrap();
    for (way, is_there) in [
        ((-1.0, 0.0), (|a, b| a.x < b.x) as fn(ScreenPoint, ScreenPoint) -> bool),
        ((1.0, 0.0), |a, b| a.x > b.x),
        ((0.0, -1.0), |a, b| a.y < b.y),
        ((0.0, 1.0), |a, b| a.y > b.y),
    ] {
        let mut widget = widget.clone();
        let walked = walk(&mut widget, Walk::Towards(way.0, way.1));
        let moved = walked.view;
        assert!(
            !moved && is_there(widget.cursor_at().unwrap(), from),
            "{way:?}: {}",
            line(&walked)
        );
    }
    let mut steps = 0;
    loop {
        let walked = walk(&mut widget, Walk::Towards(1.0, 0.0));
        if line(&walked) == "Nothing more there." {
            assert!(widget.cursor().is_some(), "it stays where it is");
            break;
        }
        steps += 1;
        assert!(steps < 60, "it does not go round");
    }
    assert!(steps > 0);
}

#[test]
fn what_is_on_a_hidden_layer_is_passed_over() {
    let mut widget = shipped(1200.0, 750.0);
    told_at(&mut widget, "place", "khorgos-gateway");
    widget.set_layer("sites", false);
    assert_eq!(widget.cursor_at(), None, "what is hidden is not pointed at");
    widget.set_layer("transport", false);
    widget.set_layer("pipelines", false);
    let kinds: Vec<&str> = (0..3).map(|_| goes_to(&mut widget, Walk::Kind(1)).0).collect();
    assert_eq!(kinds, ["area", "country", "flow"], "neither places nor lines");
    let all = line(&walk(&mut widget, Walk::Along(0)));
    assert!(all.ends_with("Flows, 1 of 10."), "{all}");
}

#[test]
fn any_number_of_steps_goes_round() {
    let mut widget = shipped(1200.0, 750.0);
    // The five kinds have something each, and there are 13 countries.
    let far = i32::MAX - i32::MAX % 5;
    for (to, is_there) in [
        (Walk::Kind(i32::MIN), "country"),
        (Walk::Kind(far + 1), "flow"),
        (Walk::Kind(-far - 1), "country"),
        (Walk::Kind(i32::MAX), "place"),
    ] {
        assert_eq!(goes_to(&mut widget, to).0, is_there, "{to:?}");
    }
    told_at(&mut widget, "country", "KAZ");
    let first = goes_to(&mut widget, Walk::Along(1));
    told_at(&mut widget, "country", "KAZ");
    assert_eq!(goes_to(&mut widget, Walk::Along(i32::MAX - i32::MAX % 13 - 12)), first);
}

#[test]
fn flows_that_are_drawn_as_one_are_told_as_one() {
    let many = Many { seed: 1, flows: 3000, countries: 200, places: 0, mixed: false };
    let mut widget = Widget::new();
    widget.set_maps([bytes("assets/map/base.topo.json").as_slice()]).unwrap();
    widget.resize(1200.0, 750.0);
    widget.set_brief(many.document(&world()).to_string().as_bytes()).unwrap();
    assert_eq!(goes_to(&mut widget, Walk::Kind(1)).0, "country");
    let told = line(&walk(&mut widget, Walk::Kind(1)));
    assert!(matches!(widget.cursor().unwrap().kind, "sum" | "flow"));
    assert!(
        told.contains(" million US dollars in ") || told.contains(" billion US dollars in "),
        "{told}"
    );
    let described = widget.told(TEXT).unwrap();
    assert!(described.starts_with("In view: "), "{described}");
    let at = widget.cursor_at().unwrap();
    assert!(widget.pick(at).is_some());
}

#[test]
fn scale_and_north_are_sentences() {
    let mut widget = shipped(1200.0, 750.0);
    let furniture = widget.furniture(TEXT).unwrap();
    let scale = furniture.scale_bar.clone().unwrap();
    assert_eq!(
        spaced(&scale.spoken),
        format!("The scale bar stands for {}ilometres.", spaced(&scale.label).replace("km", "k"))
    );
    let north = furniture.north.clone().unwrap();
    let degrees = north.angle_rad.to_degrees().round().abs();
    let side = if north.angle_rad < 0.0 { "left" } else { "right" };
    assert_eq!(north.spoken, format!("North is {degrees}° to the {side} of the top."));
}

#[test]
fn without_a_map_there_is_nothing_to_walk_to() {
    let mut widget = Widget::new();
    assert_eq!(widget.walk(Walk::Along(1), TEXT), Effects::default());
    assert_eq!(widget.told(TEXT), None);
    assert_eq!(widget.cursor_at(), None);
    assert_eq!(widget.leave(), Effects::default());
}
