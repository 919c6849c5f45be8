//! Addresses that a brief links to: of the web, and looking like what they are.

/// Whether an address is one of the web, whose host a reader sees: nothing before it that could be taken
/// for it (`https://known.org@other.net`), no letters of two scripts in a name that look like one
/// (Unicode Technical Standard 39, 5.1), and no sign that is not seen or turns others round.
pub fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let (mut is_host, mut letters) = (true, 0);
    // Of the part of the host between dots.
    let (mut has_latin, mut has_alike) = (false, false);
    for c in rest.unwrap_or_default().chars() {
        is_host &= !matches!(c, '/' | '?' | '#');
        if is_host {
            letters += 1;
            has_latin = c != '.' && (has_latin || c.is_ascii_alphabetic());
            has_alike = c != '.' && (has_alike || looks_latin(c));
        }
        let is_wrong = is_host && (c == '@' || (has_latin && has_alike));
        if is_wrong || is_unseen(c) {
            return false;
        }
    }
    letters > 0
}

/// Letters of Greek, Cyrillic and Armenian: some look as Latin ones do.
const fn looks_latin(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{58f}')
}

/// White space, what is not seen, what turns the direction, and the stroke that browsers take for
/// another one.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\\' | '\u{ad}' | '\u{61c}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
