//! What a script allows: capitals, letters set apart, letters set one by one.

use crate::speech::push_capital;

/// Ranges of scripts whose letters join, reorder or run from right to left, so that a line of them
/// can only be set whole: Hebrew to Thaana and beyond, the scripts of India and South-East Asia,
/// Tibetan, Mongolian, and the presentation forms (Unicode 16, blocks).
const JOINED: [(u32, u32); 9] = [
    (0x0590, 0x08ff),
    (0x0900, 0x109f),
    (0x1780, 0x18af),
    (0x1900, 0x1aaf),
    (0x1b00, 0x1c7f),
    (0xa800, 0xabff),
    (0xfb1d, 0xfdff),
    (0xfe70, 0xfefe),
    (0x1_0800, 0x1_1fff),
];

/// Ranges of scripts that fill squares, whose letters stay as far apart as they are: Hangul, kana
/// and Han.
const SQUARE: [(u32, u32); 6] = [
    (0x1100, 0x11ff),
    (0x2e80, 0x9fff),
    (0xac00, 0xd7ff),
    (0xf900, 0xfaff),
    (0xfe30, 0xfe4f),
    (0x2_0000, 0x3_ffff),
];

fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
}

/// Whether a text has to be set whole, on a straight line.
pub fn is_joined(text: &str) -> bool {
    text.chars().any(|c| is_in(&JOINED, c))
}

/// Whether the letters of a text may be set apart, and slanted: those that may not have no italic.
pub fn may_be_spaced(text: &str) -> bool {
    !text.chars().any(|c| is_in(&JOINED, c) || is_in(&SQUARE, c))
}

/// A name in capitals as its language (a BCP 47 code) writes them; unchanged in scripts without.
pub fn capitals(text: &str, language: &str) -> String {
    let has_dotted_i = ["tr", "az"].iter().any(|l| language.split('-').next() == Some(*l));
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'i' if has_dotted_i => out.push('İ'),
            _ => push_capital(&mut out, c),
        }
    }
    out
}
