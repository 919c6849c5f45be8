//! Text in lines.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::layout::wrap::wrap;
use khorgos::scene::{Font, TextMeasure};

/// Every sign is 10 px wide.
struct Tens;

impl TextMeasure for Tens {
    fn width_px(&self, text: &str, _: Font) -> f64 {
        10.0 * f64::from(u32::try_from(text.chars().count()).unwrap())
    }
}

fn lines(text: &str, width_px: f64) -> Vec<String> {
    wrap(text, Font::plain(12.0), width_px, &Tens)
}

#[test]
fn lines_are_broken_at_spaces() {
    assert_eq!(lines("trade and credit", 100.0), ["trade and", "credit"]);
    assert_eq!(lines("  two   words ", 60.0), ["  two", "words"]);
    assert_eq!(lines("", 100.0), [""; 0]);
    assert_eq!(lines(" \n ", 100.0), [""; 0]);
}

#[test]
fn a_word_too_long_stays_whole_and_a_figure_keeps_its_unit() {
    assert_eq!(lines("a Gorno-Badakhshan b", 50.0), ["a", "Gorno-Badakhshan", "b"]);
    assert_eq!(lines("of USD\u{a0}18.19\u{a0}bn", 100.0), ["of", "USD\u{a0}18.19\u{a0}bn"]);
}

#[test]
fn chinese_is_broken_between_signs_but_not_before_a_stop() {
    assert_eq!(lines("哈萨克斯坦。中国", 50.0), ["哈萨克斯", "坦。中国"]);
    assert_eq!(lines("贸易额181.9亿", 60.0), ["贸易额", "181.9亿"]);
}
