//! Languages: which text is taken, numbers and dates, the words of the interface.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{bytes, shipped};
use khorgos::brief::Names;
use khorgos::scene::{EstimatedText, Item};
use khorgos::speech::{
    Day, Length, Locale, PlainLocale, Said, Speech, Word, Words, push_capital, right_to_left,
};

fn names(pairs: &[(&str, &str)]) -> Names {
    pairs.iter().map(|(lang, text)| ((*lang).to_owned(), (*text).to_owned())).collect()
}

fn speech(lang: &str) -> Speech {
    let words = bytes(&format!("assets/words/{lang}.json"));
    Speech::plain(lang).with_words(&words).unwrap()
}

#[test]
fn the_nearest_language_is_taken_and_another_one_is_marked() {
    let texts = names(&[("en", "Almaty"), ("kk", "Алматы"), ("zh", "阿拉木图")]);
    assert_eq!(Said::pick(&texts, "kk", "en"), Said::plain("Алматы"));
    assert_eq!(Said::pick(&texts, "kk-KZ", "en"), Said::plain("Алматы"), "without the region");
    let french = Said::pick(&texts, "fr", "zh");
    assert_eq!((&*french.text, french.lang.as_deref()), ("阿拉木图", Some("zh")), "the brief's");
    let english = Said::pick(&texts, "fr", "de");
    assert_eq!((&*english.text, english.lang.as_deref()), ("Almaty", Some("en")));
    let plain = names(&[("", "one form")]);
    assert_eq!(Said::pick(&plain, "en", "en"), Said::plain("one form"));
    assert_eq!(Said::pick(&plain, "kk", "en").lang.as_deref(), Some("en"));
    assert_eq!(Said::pick(&Names::new(), "kk", "en"), Said::default());
}

#[test]
fn numbers_and_dates_are_written_as_each_language_does() {
    let (year, month, day) = (2021, Some(4), Some(5));
    let cases = [
        ("en", "10,200.5", "16.4%", "USD 18.19 bn", "5 April 2021", "April 2021"),
        ("ru", "10 200,5", "16,4 %", "18,19 млрд USD", "5 апреля 2021 г.", "апрель 2021 г."),
        ("kk", "10 200,5", "16,4%", "18,19 млрд USD", "2021 ж. 5 сәуір", "2021 ж. сәуір"),
        ("zh", "10,200.5", "16.4%", "USD 181.9亿", "2021年4月5日", "2021年4月"),
        ("fa", "۱۰٬۲۰۰٫۵", "۱۶٫۴٪", "\u{200e}USD ۱۸٫۱۹ میلیارد", "۵ آوریل ۲۰۲۱", "آوریل ۲۰۲۱"),
    ];
    for (lang, number, percent, money, full, with_month) in cases {
        let locale = PlainLocale::new(lang);
        let spaced = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(spaced(locale.number(10_200.5)), number);
        assert_eq!(spaced(locale.percent(16.4)), percent);
        assert_eq!(spaced(locale.money(18.19, 9, "USD", Length::Short)), money);
        assert_eq!(spaced(locale.date(Day { year, month, day })), full);
        assert_eq!(locale.date(Day { year, month, day: None }), with_month);
    }
    assert_eq!(PlainLocale::new("zh").money(5.0, 6, "USD", Length::Short), "USD\u{a0}500万");
    assert_eq!(PlainLocale::new("en").money(-1.5, 6, "USD", Length::Short), "USD\u{a0}−1.5\u{a0}m");
    assert_eq!(PlainLocale::new("en").money(0.0, 9, "USD", Length::Short), "USD\u{a0}0");
    assert_eq!(PlainLocale::new("en").number(f64::MAX).len(), 309 + 102, "thousands apart");
}

#[test]
fn every_language_of_the_interface_has_every_word() {
    for lang in ["kk", "ru", "zh", "fa"] {
        let words = speech(lang).words;
        for (word, key, english) in Word::ALL {
            assert!(words.has(*word), "{lang}: {key}");
            let places = |text: &str| ["{0}", "{1}"].map(|place| text.contains(place));
            assert_eq!(places(words.get(*word)), places(english), "{lang}: {key}");
        }
    }
}

#[test]
fn wrong_words_are_refused_and_missing_ones_are_english() {
    let said = |text: &str| Words::read(text.as_bytes()).map_err(|problems| problems.to_string());
    assert_eq!(said("{}"), Err("$: expected `map`, found nothing".replace("$:", "$.map:")));
    let wrong = r#"{"map": {"about": 7}}"#;
    assert_eq!(said(wrong), Err("$.map.about: expected a text, found the number 7".to_owned()));
    let words = said(r#"{"map": {"about": "шамамен {0}", "unknown": "x"}}"#).unwrap();
    assert_eq!(words.get(Word::About), "шамамен {0}");
    assert_eq!(words.get(Word::Almost), "almost {0}");
}

#[test]
fn the_map_changes_its_language_and_keeps_its_view() {
    let mut widget = shipped(1200.0, 750.0);
    widget.zoom_by(1.2, None);
    let place = ::geo::Coord { x: 71.4, y: 51.1 };
    let before = widget.project(place);
    widget.add_names("kk", &bytes("assets/map/names/kk.json")).unwrap();
    widget.set_speech(speech("kk"));
    assert_eq!(widget.project(place), before);
    let panel = widget.panel("country", "CHN").unwrap();
    assert_eq!(panel.title, Said::plain("Қытай"));
    let fact = panel.groups[0].facts.iter().find(|fact| fact.id == "trade-china-total").unwrap();
    let figure = fact.figure.as_ref().unwrap();
    assert_eq!(figure.value.replace('\u{a0}', " "), "18,19 млрд USD");
    assert_eq!(fact.text.lang.as_deref(), Some("en"), "not translated, and marked so");
    let scene = widget.scene(&EstimatedText).unwrap();
    let texts = scene.items.iter().filter_map(|item| match item {
        Item::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let texts: Vec<&str> = texts.collect();
    assert!(texts.contains(&"ҚАЗАҚСТАН"), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("18,19\u{a0}млрд\u{a0}USD")), "{texts:?}");
}

#[test]
fn qualifiers_stand_where_a_language_puts_them() {
    let mut widget = shipped(600.0, 400.0);
    let figure = |widget: &khorgos::widget::Widget| {
        let panel = widget.panel("country", "KAZ").unwrap();
        let facts = panel.groups.into_iter().flat_map(|group| group.facts);
        facts.filter(|fact| fact.id == "budget-oil-gas").find_map(|fact| fact.figure).unwrap()
    };
    assert_eq!(figure(&widget).line(), "almost 45%");
    widget.set_speech(speech("kk"));
    assert_eq!(figure(&widget).line(), "45% дерлік");
    widget.set_speech(speech("zh"));
    assert_eq!(figure(&widget).line(), "近45%");
}

#[test]
fn arabic_script_runs_from_right_to_left() {
    assert!(right_to_left("fa") && right_to_left("ug-CN") && right_to_left("ar"));
    assert!(!right_to_left("kk") && !right_to_left("uz") && !right_to_left(""));
}

#[test]
fn texts_in_one_line_are_parted_as_each_language_does() {
    let cases = [
        ("en", "A", "A and B", "A, B and C", "A, B", "A; B"),
        ("ru", "A", "A и B", "A, B и C", "A, B", "A; B"),
        ("kk", "A", "A және B", "A, B және C", "A, B", "A; B"),
        ("zh", "A", "A和B", "A、B和C", "A，B", "A；B"),
        ("fa", "A", "A و B", "A، B و C", "A، B", "A؛ B"),
    ];
    for (lang, one, two, three, clauses, groups) in cases {
        let speech = if lang == "en" { Speech::default() } else { speech(lang) };
        assert_eq!(speech.names_and(&["A"]), one);
        assert_eq!(speech.names_and(&["A", "B"]), two);
        assert_eq!(speech.names_and(&["A", "B", "C"]), three);
        assert_eq!(speech.clauses(&["A", "B"]), clauses);
        assert_eq!(speech.groups(&["A", "B"]), groups);
        assert_eq!(speech.names_and(&[""; 0]), "");
    }
}

#[test]
fn numbers_of_notes_and_years_have_the_digits_of_the_language() {
    let mut widget = shipped(600.0, 400.0);
    let text = bytes("assets/briefs/kazakhstan.fa.json");
    widget.add_translation("fa", &text).unwrap();
    widget.set_speech(speech("fa"));
    let panel = widget.panel("country", "KAZ").unwrap();
    let facts = || panel.groups.iter().flat_map(|group| &group.facts);
    let fact = |id: &str| facts().find(|fact| fact.id == id).unwrap();
    assert_eq!(&*fact("trade-china-total").place, "وضع موجود، بند ۱");
    assert_eq!(fact("independence").figure.as_ref().unwrap().value, "۱۹۹۱");
    assert!(panel.sources[0].tail.starts_with("پی‌نوشت ۱، "), "{}", panel.sources[0].tail);
    assert_eq!(panel.sources[0].lang.as_deref(), Some("en"), "works are cited as they are");
    assert_eq!(widget.about().unwrap().language.as_deref(), Some("en"));
    assert_eq!(PlainLocale::new("kk").digits("1996"), "1996");
}

#[test]
fn a_one_way_arrow_points_the_way_the_line_is_read() {
    let mut widget = shipped(600.0, 400.0);
    let title =
        |widget: &khorgos::widget::Widget| widget.panel("flow", "investment-china").unwrap().title;
    assert_eq!(&*title(&widget), "China → Kazakhstan");
    widget.set_speech(speech("fa"));
    let english = title(&widget);
    assert_eq!((&*english.text, english.lang.as_deref()), ("China → Kazakhstan", Some("en")));
    widget.add_names("fa", &bytes("assets/map/names/fa.json")).unwrap();
    assert_eq!(&*title(&widget), "چین ← قزاقستان");
}

#[test]
fn capitals_are_those_of_unicode() {
    let blocks = [0..=0x2af, 0x370..=0x58f, 0x1e00..=0x1eff];
    let mut alone = Vec::new();
    for letter in blocks.into_iter().flatten().filter_map(char::from_u32) {
        let mut capital = String::new();
        push_capital(&mut capital, letter);
        #[allow(clippy::disallowed_methods, reason = "the second opinion")]
        let known: String = letter.to_uppercase().collect();
        if capital != known {
            assert_eq!(capital, letter.to_string(), "{known}");
            assert!(known.chars().count() > 1, "{letter} → {known}");
            alone.push(letter);
        }
    }
    assert_eq!(alone, ['ŉ', 'ǰ', 'ΐ', 'ΰ', 'և', 'ẖ', 'ẗ', 'ẘ', 'ẙ', 'ẚ']);
    // Georgian's capitals are in few fonts, and are not used for names on maps.
    for letter in ['თ', 'ا', '国', 'ก'] {
        let mut capital = String::new();
        push_capital(&mut capital, letter);
        assert_eq!(capital, letter.to_string());
    }
}
