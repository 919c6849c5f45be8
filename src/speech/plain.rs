//! Numbers and dates in the languages of the interface, where no browser is to be asked or the
//! browser does not know the language (Chromium has no data for Kazakh). The forms are those of
//! the Unicode CLDR.

use super::locale::{Day, Locale};
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
    dates: ["d m y г.", "m y г.", "y"],
    months: [RUSSIAN_MONTHS_OF_A_DAY, RUSSIAN_MONTHS],
    ..ENGLISH
};
const KAZAKH: PlainLocale = PlainLocale {
    percent: "#%",
    dates: ["y ж. d m", "y ж. m", "y"],
    months: [KAZAKH_MONTHS, KAZAKH_MONTHS],
    ..RUSSIAN
};
const CHINESE: PlainLocale = PlainLocale {
    million: "万",
    billion: "亿",
    km: "#公里",
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
        let digits = decimal(value);
        let (sign, digits) = digits.strip_prefix('-').map_or(("", &*digits), |d| ("−", d));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
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

    fn percent(&self, value: f64) -> String {
        self.percent.replace('#', &self.number(value))
    }

    fn money(&self, value: f64, exponent: i32, currency: &str) -> String {
        let full = value * libm::pow(10.0, f64::from(exponent));
        // Chinese counts in ten thousands and their square.
        let (larger, smaller) = if self.billion == CHINESE.billion { (8, 4) } else { (9, 6) };
        let power = |exponent: i32| libm::pow(10.0, f64::from(exponent));
        let (scale, name) = if full.abs() >= power(larger) {
            (larger, self.billion)
        } else if full.abs() >= power(smaller) {
            (smaller, self.million)
        } else {
            (0, "")
        };
        let number = rounded(value * power(exponent - scale));
        let amount = format!("{}{name}", self.number(number));
        self.money.replace('#', &amount).replace('$', currency)
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

    fn km(&self, km: f64) -> String {
        self.km.replace('#', &self.number(km))
    }
}
