//! Words that go with a number. Their forms stand in one text, a bar between them: `flow|flows`.

use super::{Speech, Word, filled, primary};

/// The form of a text that goes with a number in a language; the last one where it has fewer.
///
/// The rules are those of the Unicode CLDR for the languages of the interface. Others are taken to
/// have one form for one and another for all else, as most have.
pub fn form<'a>(forms: &'a str, lang: &str, number: f64) -> &'a str {
    let wanted = match primary(lang) {
        "ru" | "uk" | "be" => slavic(number),
        _ => usize::from(number != 1.0),
    };
    let mut found = forms;
    for (at, part) in forms.split('|').enumerate() {
        found = part;
        if at == wanted {
            break;
        }
    }
    found
}

/// 1, 21 and 101; then 2 to 4 and fractions, which take the same form of a noun; then the rest.
fn slavic(number: f64) -> usize {
    let (last, last_two) = (number.rem_euclid(10.0), number.rem_euclid(100.0));
    let is_teen = (11.0..=19.0).contains(&last_two);
    match () {
        () if number != libm::trunc(number) => 1,
        () if last == 1.0 && !is_teen => 0,
        () if (2.0..=4.0).contains(&last) && !is_teen => 1,
        () => 2,
    }
}

impl Speech {
    /// How many of something there are: `1 flow`, `12 flows`.
    pub fn counted(&self, word: Word, count: usize) -> String {
        #[allow(clippy::cast_precision_loss, reason = "far fewer than 2^53 things are in memory")]
        let number = count as f64;
        let lang = if self.has(word) { &*self.lang } else { "en" };
        filled(form(self.word(word), lang, number), &[&self.locale.number(number)])
    }
}
