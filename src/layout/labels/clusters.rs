//! Texts cut where a reader would cut them: marks stay with their letter, emoji stay whole
//! (the cases of Unicode Standard Annex 29 that names on maps have).

/// Whether a character belongs to the one before it.
fn is_extending(c: char) -> bool {
    // Most letters come before all of them.
    c >= '\u{300}'
        && matches!(u32::from(c),
        0x0300..=0x036f
        | 0x0483..=0x0489
        | 0x0591..=0x05bd
        | 0x0610..=0x061a
        | 0x064b..=0x065f
        | 0x0670
        | 0x093a..=0x093c
        | 0x093e..=0x094f
        | 0x0e31
        | 0x0e34..=0x0e3a
        | 0x0e47..=0x0e4e
        | 0x135d..=0x135f
        | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff
        | 0x200c..=0x200d
        | 0x20d0..=0x20ff
        | 0x3099..=0x309a
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0x1_f3fb..=0x1_f3ff
        | 0xe_0020..=0xe_007f
        | 0xe_0100..=0xe_01ef)
}

const JOINER: char = '\u{200d}';

fn is_regional(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

/// The clusters of a text, in order.
pub fn clusters(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut previous = None;
    // Flags are pairs of letters.
    let mut pair_is_open = false;
    for (index, c) in text.char_indices() {
        let closes_pair = pair_is_open && is_regional(c);
        let continues = is_extending(c) || previous == Some(JOINER) || closes_pair;
        if previous.is_none() || !continues {
            starts.push(index);
        }
        pair_is_open = is_regional(c) && !closes_pair;
        previous = Some(c);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)).collect()
}

/// The longest name on a map, in letters.
const MOST_CLUSTERS: usize = 48;

/// Whether a text is short enough to stand on a map whole.
pub fn is_short(text: &str) -> bool {
    clusters(text).len() <= MOST_CLUSTERS
}

/// A name as it can be written on a map: on one line, without control characters, with no more
/// than a few marks on a letter, and cut short where it is longer than any name.
pub fn legible(text: &str) -> String {
    const MOST_MARKS: usize = 4;
    let mut one_line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Marks that turn the direction of writing, and do not end with the name.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            _ if c.is_whitespace() && c != '\u{a0}' || c.is_control() => {
                if !one_line.is_empty() && !one_line.ends_with(' ') {
                    one_line.push(' ');
                }
            }
            _ => one_line.push(c),
        }
    }
    one_line.truncate(one_line.trim_end().len());
    // Nothing of it is a mark, and no letter takes less room.
    if one_line.is_ascii() && one_line.len() <= MOST_CLUSTERS {
        return one_line;
    }
    let one_line = one_line.as_str();
    let parts = clusters(one_line);
    let is_long = parts.len() > MOST_CLUSTERS;
    let kept = if is_long { MOST_CLUSTERS - 1 } else { parts.len() };
    let mut name = String::with_capacity(one_line.len());
    for part in parts.into_iter().take(kept) {
        let mut marks = 0;
        for c in part.chars() {
            let is_mark = is_extending(c) && c != JOINER;
            marks = if is_mark { marks + 1 } else { 0 };
            if marks <= MOST_MARKS {
                name.push(c);
            }
        }
    }
    if is_long {
        name.truncate(name.trim_end().len());
        name.push('…');
    }
    name
}
