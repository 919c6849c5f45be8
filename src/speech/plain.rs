//! Numbers and dates in the languages of the interface, where no browser is to be asked or the
//! browser does not know the language (Chromium has no data for Kazakh). The forms are those of
//! the Unicode CLDR.

use super::locale::{Day, Length, Locale};
use super::plural::form;
use super::said::primary;
use crate::decimal::decimal;

/// How a language writes numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainLocale {
    decimal: char,
    group: &'static str,
    /// First digit, `0` in most languages.
    zero: char,
    /// `#` stands for the number.
    percent: &'static str,
    million: &'static str,
    billion: &'static str,
    /// `#` the number with its scale, `$` the currency.
    money: &'static str,
    km: &'static str,
    /// Which form of a word goes with which number.
    lang: &'static str,
    /// To be heard: million, billion and US dollar in all their forms, and a kilometre.
    million_in_words: &'static str,
    billion_in_words: &'static str,
    dollars: &'static str,
    km_in_words: &'static str,
    /// Day, month, year as `d`, `m`, `y`; month and year; year.
    dates: [&'static str; 3],
    /// Months with a day, and alone.
    months: [&'static str; 2],
}

const ENGLISH_MONTHS: &str =
    "January February March April May June July August September October November December";
const KAZAKH_MONTHS: &str =
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
const RUSSIAN_MONTHS: &str =
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь";
const RUSSIAN_MONTHS_OF_A_DAY: &str =
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";
const PERSIAN_MONTHS: &str =
    "ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر";
const CHINESE_MONTHS: &str = "1 2 3 4 5 6 7 8 9 10 11 12";

const ENGLISH: PlainLocale = PlainLocale {
    decimal: '.',
    group: ",",
    zero: '0',
    percent: "#%",
    million: "\u{a0}m",
    billion: "\u{a0}bn",
    money: "$\u{a0}#",
    km: "#\u{a0}km",
    lang: "en",
    million_in_words: "\u{a0}million",
    billion_in_words: "\u{a0}billion",
    dollars: "#\u{a0}US dollar|#\u{a0}US dollars",
    km_in_words: "#\u{a0}kilometre|#\u{a0}kilometres",
    dates: ["d m y", "m y", "y"],
    months: [ENGLISH_MONTHS, ENGLISH_MONTHS],
};
const RUSSIAN: PlainLocale = PlainLocale {
    decimal: ',',
    group: "\u{a0}",
    percent: "#\u{a0}%",
    million: "\u{a0}млн",
    billion: "\u{a0}млрд",
    money: "#\u{a0}$",
    km: "#\u{a0}км",
    lang: "ru",
    million_in_words: "\u{a0}миллион|\u{a0}миллиона|\u{a0}миллионов",
    billion_in_words: "\u{a0}миллиард|\u{a0}миллиарда|\u{a0}миллиардов",
    dollars: "#\u{a0}доллар США|#\u{a0}доллара США|#\u{a0}долларов США",
    km_in_words: "#\u{a0}километр|#\u{a0}километра|#\u{a0}километров",
    dates: ["d m y г.", "m y г.", "y"],
    months: [RUSSIAN_MONTHS_OF_A_DAY, RUSSIAN_MONTHS],
    ..ENGLISH
};
const KAZAKH: PlainLocale = PlainLocale {
    percent: "#%",
    lang: "kk",
    // A noun after a number stays in the singular.
    million_in_words: "\u{a0}миллион",
    billion_in_words: "\u{a0}миллиард",
    dollars: "#\u{a0}АҚШ доллары",
    km_in_words: "#\u{a0}километр",
    dates: ["y ж. d m", "y ж. m", "y"],
    months: [KAZAKH_MONTHS, KAZAKH_MONTHS],
    ..RUSSIAN
};
const CHINESE: PlainLocale = PlainLocale {
    million: "万",
    billion: "亿",
    km: "#公里",
    lang: "zh",
    million_in_words: "万",
    billion_in_words: "亿",
    dollars: "#美元",
    km_in_words: "#公里",
    dates: ["y年m月d日", "y年m月", "y年"],
    months: [CHINESE_MONTHS, CHINESE_MONTHS],
    ..ENGLISH
};
const PERSIAN: PlainLocale = PlainLocale {
    decimal: '٫',
    group: "٬",
    zero: '۰',
    percent: "#٪",
    million: "\u{a0}میلیون",
    billion: "\u{a0}میلیارد",
    money: "\u{200e}$\u{a0}#",
    km: "#\u{a0}کیلومتر",
    lang: "fa",
    million_in_words: "\u{a0}میلیون",
    billion_in_words: "\u{a0}میلیارد",
    dollars: "#\u{a0}دلار آمریکا",
    km_in_words: "#\u{a0}کیلومتر",
    dates: ["d m y", "m y", "y"],
    months: [PERSIAN_MONTHS, PERSIAN_MONTHS],
};

impl PlainLocale {
    /// The way of a language; that of English for those that are not known here.
    pub fn new(lang: &str) -> Self {
        match primary(lang) {
            "kk" => KAZAKH,
            "ru" => RUSSIAN,
            "zh" => CHINESE,
            "fa" => PERSIAN,
            _ => ENGLISH,
        }
    }

    /// A number, thousands apart where it has so many digits before the decimal sign.
    fn grouped(&self, value: f64, least_digits: usize) -> String {
        let digits = decimal(value);
        let (sign, digits) = digits.strip_prefix('-').map_or(("", &*digits), |d| ("−", d));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if whole.len() >= least_digits && index > 0 && (whole.len() - index) % 3 == 0 {
                text.push_str(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        self.digits(&text)
    }
}

/// Rounded to digits enough for every figure that a text gives, and few enough to hide that
/// tenths have no exact binary form.
fn rounded(value: f64) -> f64 {
    const DIGITS: f64 = 12.0;
    let magnitude = libm::floor(libm::log10(value.abs()));
    let per_unit = libm::pow(10.0, DIGITS - magnitude);
    // Large numbers have no tenths; zero has no magnitude.
    if per_unit > 1.0 && per_unit.is_finite() {
        (value * per_unit).round() / per_unit
    } else {
        value
    }
}

impl Locale for PlainLocale {
    fn digits(&self, written: &str) -> String {
        let shifted = |c: char| char::from_u32(u32::from(self.zero) + c.to_digit(10)?);
        written.chars().map(|c| shifted(c).unwrap_or(c)).collect()
    }

    fn number(&self, value: f64) -> String {
        const THOUSAND: usize = 4;
        self.grouped(value, THOUSAND)
    }

    fn percent(&self, value: f64) -> String {
        self.percent.replace('#', &self.number(value))
    }

    fn money(&self, value: f64, exponent: i32, currency: &str, length: Length) -> String {
        const MANY: f64 = 5.0;
        let power = |exponent: i32| libm::pow(10.0, f64::from(exponent));
        let full = (value * power(exponent)).abs();
        // Chinese counts in ten thousands and their square.
        let (larger, smaller) = if self.billion == CHINESE.billion { (8, 4) } else { (9, 6) };
        let [million, billion] = match length {
            Length::Short => [self.million, self.billion],
            Length::Words => [self.million_in_words, self.billion_in_words],
        };
        let (scale, name) = match () {
            () if full >= power(larger) => (larger, billion),
            () if full >= power(smaller) => (smaller, million),
            () => (0, ""),
        };
        let number = rounded(value * power(exponent - scale));
        // The currency goes with the million, not with how many millions there are.
        let counted = if scale > 0 { MANY } else { number };
        let money = match (length, currency) {
            (Length::Words, "USD") => form(self.dollars, self.lang, counted),
            _ => self.money,
        };
        // Beside the name of a scale thousands are apart from ten of them on.
        let digits = self.grouped(number, if scale > 0 { 5 } else { 4 });
        let amount = format!("{digits}{}", form(name, self.lang, number));
        money.replace('#', &amount).replace('$', currency)
    }

    fn date(&self, day: Day) -> String {
        let [full, with_month, alone] = self.dates;
        let month = |names: &str| {
            let index = day.month.and_then(|month| usize::try_from(month).ok()?.checked_sub(1));
            index.and_then(|index| names.split(' ').nth(index)).unwrap_or_default().to_owned()
        };
        let [of_a_day, of_a_year] = self.months;
        let (form, month, number) = match (day.month, day.day) {
            (Some(_), Some(number)) => (full, month(of_a_day), number.to_string()),
            (Some(_), None) => (with_month, month(of_a_year), String::new()),
            _ => (alone, String::new(), String::new()),
        };
        // Letter by letter: a month's name may hold a letter that stands for something.
        let mut text = String::new();
        for c in form.chars() {
            match c {
                'y' => text.push_str(&day.year.to_string()),
                'm' => text.push_str(&month),
                'd' => text.push_str(&number),
                _ => text.push(c),
            }
        }
        self.digits(&text)
    }

    fn km(&self, km: f64, length: Length) -> String {
        let forms = if length == Length::Short { self.km } else { self.km_in_words };
        form(forms, self.lang, km).replace('#', &self.number(km))
    }
}
