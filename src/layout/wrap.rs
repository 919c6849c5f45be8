//! Text in lines.

use crate::scene::{Font, TextMeasure};

/// Breaks a text into lines that are no wider than `width_px`, at spaces, and between signs of
/// scripts that have none. A single word that is wider stays whole.
pub fn wrap(text: &str, font: Font, width_px: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || measure.width_px(longer.trim_end(), font) <= width_px {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            piece.trim_start().clone_into(&mut line);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Pieces between which a line may be broken, each with the spaces after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let after_space = before.is_some_and(breaks_after) && !breaks_after(c);
        // A figure stays with the sign that counts it.
        let after_sign = before.is_some_and(is_sign) && !closes(c) && !breaks_after(c);
        if after_space || after_sign {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

/// Spaces, but for those that hold a figure and its unit together.
fn breaks_after(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}'
}

/// A sign of a script that is written without spaces.
fn is_sign(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0xa4cf | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}

/// Punctuation that does not begin a line.
fn closes(c: char) -> bool {
    "、。，．：；！？）」』】》〉”’".chars().any(|closing| closing == c)
}
