//! Every theme: what is written can be read, what has a meaning can be seen, and the categories
//! can be told apart, whatever the colour sight.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/colorimetry.rs"]
mod colorimetry;
mod common;

use colorimetry::{Lab, Rgb, SIGHTS, Sight, contrast, difference, lab, over, rgb};
use khorgos::brief::{Carries, Hue};
use khorgos::scene::{EstimatedText, Item, Target};
use khorgos::style::{Color, SystemColors, Theme};
use khorgos::widget::Widget;
use std::collections::BTreeMap;

const FIXED: [&str; 5] = ["light", "dark", "contrast-light", "contrast-dark", "print"];

const HUES: [Hue; 6] = [Hue::Red, Hue::Blue, Hue::Ochre, Hue::Green, Hue::Violet, Hue::Neutral];

const LINES: [Carries; 4] = [Carries::CrudeOil, Carries::Gas, Carries::Rail, Carries::Sea];

/// WCAG 2.2, success criteria 1.4.3 and 1.4.11.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;
/// The same in the themes of high contrast; for text that of criterion 1.4.6.
const STRONG_TEXT: f64 = 7.0;
const STRONG_GRAPHICS: f64 = 4.5;
/// CIEDE2000.
const APART: f64 = 10.0;

fn theme(name: &str) -> Theme {
    Theme::named(name).unwrap()
}

fn least(name: &str) -> (f64, f64) {
    if name.starts_with("contrast") { (STRONG_TEXT, STRONG_GRAPHICS) } else { (TEXT, GRAPHICS) }
}

/// A colour as it comes out on an opaque ground.
fn on(color: Color, ground: Rgb) -> Rgb {
    over(rgb(color.rgb), f64::from(color.alpha) / 255.0, ground)
}

fn solid(color: Color) -> Rgb {
    assert_eq!(color.alpha, 255, "a ground is opaque");
    rgb(color.rgb)
}

/// The plain grounds of a map, and the halo that texts and lines bring with them.
fn grounds(theme: &Theme) -> Vec<(&'static str, Rgb)> {
    [
        ("sea", theme.sea),
        ("land", theme.land),
        ("region", theme.region),
        ("focus", theme.focus),
        ("halo", theme.halo),
    ]
    .map(|(name, color)| (name, solid(color)))
    .to_vec()
}

/// Land with an area's tint on it.
fn tinted(theme: &Theme) -> Vec<(&'static str, Rgb)> {
    [theme.land, theme.region, theme.focus]
        .into_iter()
        .flat_map(|ground| {
            [theme.area_fill, theme.area_fill_lit].map(|fill| on(fill, rgb(ground.rgb)))
        })
        .map(|ground| ("tint", ground))
        .collect()
}

#[track_caller]
fn holds(what: &str, color: Color, grounds: &[(&str, Rgb)], least: f64) {
    for (name, ground) in grounds {
        let ratio = contrast(on(color, *ground), *ground);
        assert!(ratio >= least, "{what} {} on {name}: {ratio:.2}:1 of {least}:1", color.css());
    }
}

#[test]
fn ciede2000_is_that_of_the_published_pairs() {
    // Rows 1, 4, 7, 9, 13, 16, 17, 20, 21, 25, 29, 31, 33 and 34 of table 1 of Sharma et al. 2005.
    let pairs: [(Lab, Lab, f64); 14] = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, -0.001, 2.49], [50.0, 0.0009, -2.49], 4.8045),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        ([50.0, 2.5, 0.0], [50.0, 3.1736, 0.5854], 1.0000),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
        ([90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441),
        ([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (a, b, expected) in pairs {
        for found in [difference(a, b), difference(b, a)] {
            assert!((found - expected).abs() < 5e-5, "{a:?} {b:?}: {found} for {expected}");
        }
    }
}

#[test]
fn dichromats_see_gray_as_gray_and_confuse_red_with_green() {
    let gray = rgb(0x808080);
    let (red, green) = (rgb(0xc4402b), rgb(0x3f7d4e));
    for sight in SIGHTS {
        assert!(difference(lab(gray, sight), lab(gray, Sight::Normal)) < 0.5, "{sight:?}");
    }
    let apart = |sight| difference(lab(red, sight), lab(green, sight));
    assert!(apart(Sight::Deuteranopia) < apart(Sight::Normal) / 2.0);
}

#[test]
fn text_can_be_read_on_every_ground() {
    for name in FIXED {
        let theme = theme(name);
        let (least, _) = least(name);
        let grounds = [grounds(&theme), tinted(&theme)].concat();
        holds(&format!("{name} text"), theme.text, &grounds, least);
        holds(&format!("{name} secondary text"), theme.secondary_text, &grounds, least);
        holds(&format!("{name} water text"), theme.water_text, &grounds, least);
    }
}

/// Shores, rivers and borders within countries are scenery, told by names where they matter.
#[test]
fn what_has_a_meaning_can_be_seen_on_every_ground() {
    for name in FIXED {
        let theme = theme(name);
        let (_, least) = least(name);
        let all = [grounds(&theme), tinted(&theme)].concat();
        for hue in HUES {
            let color = theme.hue(hue);
            holds(&format!("{name} {hue:?}"), color, &grounds(&theme), least);
            let flow = color.with_alpha(theme.flow_alpha);
            holds(&format!("{name} flow {hue:?}"), flow, &grounds(&theme), least);
        }
        for carries in LINES {
            let line = theme.line(carries);
            holds(&format!("{name} {carries:?}"), line, &grounds(&theme), least);
        }
        let base_grounds: Vec<(&str, Rgb)> = [grounds(&theme), tinted(&theme)]
            .concat()
            .into_iter()
            .flat_map(|(_, ground)| [theme.base_fill, theme.base_fill_lit].map(|f| on(f, ground)))
            .map(|ground| ("its disc", ground))
            .collect();
        holds(&format!("{name} base"), theme.base, &base_grounds, GRAPHICS);
        let gate_grounds: Vec<(&str, Rgb)> =
            all.iter().map(|(_, ground)| ("its disc", on(theme.gate_ground, *ground))).collect();
        holds(&format!("{name} gate"), theme.gate, &gate_grounds, least);
        holds(&format!("{name} gate"), theme.gate, &all, least);
        holds(&format!("{name} highlight"), theme.highlight, &all, least);
        let land: Vec<(&str, Rgb)> =
            grounds(&theme).into_iter().filter(|(name, _)| *name != "sea").collect();
        holds(&format!("{name} focus edge"), theme.focus_edge, &grounds(&theme), least);
        holds(&format!("{name} border"), theme.border, &land, least);
        let tint: Vec<(&str, Rgb)> = tinted(&theme);
        holds(&format!("{name} area edge"), theme.area, &land, GRAPHICS);
        holds(&format!("{name} area edge"), theme.area, &tint, GRAPHICS);
    }
}

/// The least difference of two colours in every sight, opaque and over every ground.
fn apart(theme: &Theme, a: Color, b: Color) -> (f64, Sight) {
    let grounds = grounds(theme);
    let opaque = |color: Color| rgb(color.rgb);
    let over_each = grounds.iter().map(|(_, ground)| (on(a, *ground), on(b, *ground)));
    std::iter::once((opaque(a), opaque(b)))
        .chain(over_each)
        .flat_map(|(a, b)| SIGHTS.map(|s| (difference(lab(a, s), lab(b, s)), s)))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .unwrap()
}

#[track_caller]
fn all_apart(name: &str, categories: &[(String, Color)]) {
    let theme = theme(name);
    for (i, (one, a)) in categories.iter().enumerate() {
        for (other, b) in categories.iter().skip(i + 1) {
            let (difference, sight) = apart(&theme, *a, *b);
            assert!(difference >= APART, "{name}: {one} and {other}: {difference:.2} in {sight:?}");
        }
    }
}

/// Hues are compared with hues and lines with lines. A flow and a line differ in kind: a flow is
/// a broad curve with an arrowhead at its end, a line follows its course with chevrons or ties.
#[test]
fn categories_are_apart_in_every_sight() {
    for name in FIXED {
        let theme = theme(name);
        let flow = |hue| theme.hue(hue).with_alpha(theme.flow_alpha);
        let hues: Vec<(String, Color)> = HUES.map(|hue| (format!("{hue:?}"), flow(hue))).to_vec();
        all_apart(name, &hues);
        let lines: Vec<(String, Color)> =
            LINES.map(|line| (format!("{line:?}"), theme.line(line))).to_vec();
        all_apart(name, &lines);
    }
}

/// Windows' themes of high contrast: CanvasText, LinkText, Highlight and GrayText on Canvas.
const SYSTEMS: [(&str, SystemColors); 4] = [
    ("Aquatic", system(0x202020, 0xffffff, 0x75e9fc, 0x8ee3f0, 0xa6a6a6)),
    ("Desert", system(0xfffaef, 0x3d3d3d, 0x1c5e75, 0x903909, 0x676767)),
    ("Dusk", system(0x2d3236, 0xffffff, 0x70ebde, 0xa1bfde, 0xa6a6a6)),
    ("Night sky", system(0x000000, 0xffffff, 0x8080ff, 0xd6b4fd, 0xa6a6a6)),
];

const fn system(
    canvas: u32,
    canvas_text: u32,
    link_text: u32,
    highlight: u32,
    gray_text: u32,
) -> SystemColors {
    SystemColors { canvas, canvas_text, link_text, highlight, gray_text }
}

#[test]
fn forced_colours_are_the_readers_alone() {
    for (name, system) in SYSTEMS {
        let theme = Theme::forced(system);
        assert_eq!(
            [theme.sea, theme.land, theme.focus, theme.halo].map(|c| c.rgb),
            [system.canvas; 4]
        );
        assert_eq!(theme.red, Color::rgb(system.link_text));
        assert_eq!(theme.blue, Color::rgb(system.gray_text));
        let three = [theme.red, theme.blue, theme.ochre].map(|c| lab(rgb(c.rgb), Sight::Normal));
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            assert!(difference(three[a], three[b]) >= APART, "{name}: {three:?}");
        }
        let grounds = grounds(&theme);
        holds(&format!("{name} text"), theme.text, &grounds, TEXT);
        for hue in HUES {
            holds(&format!("{name} {hue:?}"), theme.hue(hue), &grounds, GRAPHICS);
        }
        holds(&format!("{name} border"), theme.border, &grounds, GRAPHICS);
    }
}

/// Colours of all that can be hit, countries left out, with a lens and every layer on.
fn shapes(widget: &mut Widget, lens: &str) -> Vec<Color> {
    widget.set_lens(Some(lens));
    for layer in widget.layers() {
        widget.set_layer(&layer.id, true);
    }
    let scene = widget.scene(&EstimatedText).unwrap();
    let shape = |item: &Item| match *item {
        Item::MapPath { target: Some(Target::Country(_)), .. } => None,
        Item::MapPath { target: Some(_), stroke, .. } => stroke.map(|stroke| stroke.color),
        Item::Shape { target: Some(_), fill, stroke, .. } => {
            fill.or(stroke.map(|stroke| stroke.color))
        }
        _ => None,
    };
    scene.items.iter().filter_map(shape).collect()
}

#[test]
fn who_asks_for_contrast_sees_what_a_lens_dims() {
    let systems = SYSTEMS.map(|(_, system)| Theme::forced(system));
    for theme in [Theme::CONTRAST_LIGHT, Theme::CONTRAST_DARK].into_iter().chain(systems) {
        let mut widget = common::shipped(1200.0, 750.0);
        widget.set_theme(theme);
        let (dimmed, plain) = (shapes(&mut widget, "china"), shapes(&mut widget, "all"));
        assert_eq!(dimmed.len(), plain.len());
        let land = solid(theme.land);
        let seen = |color: Color| contrast(on(color.with_alpha(255), land), land);
        let mut changed = 0;
        for (now, before) in dimmed.iter().zip(plain) {
            if seen(before) >= GRAPHICS {
                assert!(seen(*now) >= GRAPHICS, "{} of {}", now.css(), before.css());
                changed += usize::from(*now != before);
            }
        }
        assert!(changed > 10, "{changed} of {} are dimmed", dimmed.len());
    }
}

#[test]
fn the_legend_shows_a_colour_once() {
    let mut widget = common::shipped(1200.0, 750.0);
    let mut partners = |theme| {
        widget.set_theme(theme);
        let rows = common::legend(&mut widget).into_iter().filter(|row| row.group == "Partner");
        rows.map(|row| row.label.text).collect::<Vec<_>>()
    };
    assert_eq!(partners(Theme::DARK), ["China", "Russia", "The West"]);
    let one = Theme::forced(system(0xffffff, 0x000000, 0x000000, 0x000000, 0x000000));
    assert_eq!(partners(one), ["China, Russia, The West"]);
}

#[test]
fn a_system_colour_that_can_hardly_be_seen_gives_way_to_that_of_text() {
    let theme = Theme::forced(system(0xffffff, 0x000000, 0x0000ee, 0xfff0b0, 0xd0d0d0));
    assert_eq!(theme.red, Color::rgb(0x0000ee));
    assert_eq!(theme.blue, theme.text);
    assert_eq!(theme.highlight, theme.text);
}

/// The colours of the interface in a theme's style sheet, by name without `--_`.
fn interface(name: &str) -> BTreeMap<String, Rgb> {
    let css = String::from_utf8(common::bytes(&format!("www/themes/{name}.css"))).unwrap();
    let declarations = css.split([';', '{', '}']).filter_map(|part| {
        let (property, value) = part.trim().strip_prefix("--_")?.split_once(':')?;
        let (_, hex) = value.split_once('#')?;
        let hex = u32::from_str_radix(hex.get(..6)?, 16).ok()?;
        Some((property.to_owned(), rgb(hex)))
    });
    declarations.collect()
}

#[test]
fn the_interface_can_be_read_and_its_signs_seen() {
    for name in FIXED {
        let theme = theme(name);
        let colors = interface(name);
        let (text, graphics) = least(name);
        let is_at_least = |what: &str, ground: &str, least: f64| {
            let ratio = contrast(colors[what], colors[ground]);
            assert!(ratio >= least, "{name} {what} on {ground}: {ratio:.2}:1 of {least}:1");
        };
        for ground in ["paper", "hover", "mark", "sea"] {
            is_at_least("ink", ground, text);
            is_at_least("quiet", ground, text);
            is_at_least("link", ground, text);
        }
        is_at_least("accent", "paper", GRAPHICS);
        is_at_least("thumb", "paper", GRAPHICS);
        assert_eq!(colors["sea"], rgb(theme.sea.rgb), "{name}: what shows before the map");
        // The legend stands on paper.
        assert_eq!(colors["paper"], rgb(theme.paper.rgb), "{name}: one paper");
        let paper = [("paper", colors["paper"])];
        let (text, _) = least(name);
        holds(&format!("{name} text of the legend"), theme.text, &paper, text);
        holds(&format!("{name} text of the credits"), theme.secondary_text, &paper, text);
        for hue in HUES {
            holds(&format!("{name} swatch {hue:?}"), theme.hue(hue), &paper, graphics);
        }
        for carries in LINES {
            holds(&format!("{name} swatch {carries:?}"), theme.line(carries), &paper, graphics);
        }
        for symbol in [theme.gate, theme.base, theme.secondary_text] {
            holds(&format!("{name} swatch"), symbol, &paper, graphics);
        }
        holds(&format!("{name} swatch of an area"), theme.area, &paper, GRAPHICS);
        // The focus ring stands on the map too.
        for (ground, color) in grounds(&theme) {
            let ratio = contrast(colors["link"], color);
            assert!(ratio >= graphics, "{name} focus ring on {ground}: {ratio:.2}:1");
        }
    }
}
