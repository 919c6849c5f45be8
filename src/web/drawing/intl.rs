//! Numbers and dates as the browser writes them (ECMA-402 `Intl`).

use crate::sorted::SortedMap;
use crate::speech::holds;
use crate::speech::{Day, Length, Locale, PlainLocale, primary};
use js_sys::{Array, Date, Intl, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Digits enough for every figure that a text gives, and few enough to hide that tenths have no
/// exact binary form.
const DIGITS: f64 = 12.0;

/// The browser's way of writing a language.
#[derive(Debug)]
struct Browser {
    locales: Array,
    /// What has been written: a format is made anew for each, which takes longer than a label.
    written: RefCell<SortedMap<Asked, String>>,
}

/// What is written how: the kind, the bits of the number, its power of ten, its currency.
type Asked = (Kind, u64, i32, String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Number,
    Percent,
    Money(Length),
    Km(Length),
    Date,
}

/// The browser's way of a language, or this crate's own where the browser has no data for it.
pub fn locale(lang: &str) -> Rc<dyn Locale> {
    // American English writes months before days and billions as B.
    let tag = if primary(lang) == "en" && lang != "en-US" { "en-GB" } else { lang };
    let locales = Array::of1(&JsValue::from_str(tag));
    let browser = Browser { locales, written: RefCell::default() };
    if browser.knows() { Rc::new(browser) } else { Rc::new(PlainLocale::new(lang)) }
}

fn options(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn text(value: &str) -> JsValue {
    JsValue::from_str(value)
}

impl Browser {
    /// Whether the browser has words of this language, not only its name: a month that is
    /// written as a number with an M before it comes from the root of the data.
    fn knows(&self) -> bool {
        // A tag that is none at all throws; it is asked for in a way that can fail.
        let number_format = Reflect::get(&js_sys::global(), &text("Intl"))
            .and_then(|intl| Reflect::get(&intl, &text("NumberFormat")))
            .ok();
        let supported = number_format.and_then(|format| {
            let ask = Reflect::get(&format, &text("supportedLocalesOf")).ok()?;
            let ask: js_sys::Function = ask.dyn_into().ok()?;
            ask.call1(&format, &self.locales).ok()?.dyn_into::<Array>().ok()
        });
        supported.is_some_and(|list| list.length() > 0)
            && !holds(&self.date(Day { year: 2000, month: Some(5), day: None }), "M05")
    }

    /// What `write` answers, or answered before.
    fn once(&self, asked: Asked, write: impl FnOnce() -> String) -> String {
        const MOST: usize = 500;
        if let Some(known) = self.written.borrow().get(&asked) {
            return known.clone();
        }
        let written = write();
        let mut known = self.written.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(asked, written.clone());
        written
    }

    fn numbers(&self, members: &[(&str, JsValue)]) -> Intl::NumberFormat {
        Intl::NumberFormat::new(&self.locales, &options(members))
    }

    fn written(&self, value: f64, members: &[(&str, JsValue)]) -> String {
        let digits = ("maximumSignificantDigits", JsValue::from_f64(DIGITS));
        let members: Vec<(&str, JsValue)> = members.iter().cloned().chain([digits]).collect();
        let parts = self.numbers(&members).format_to_parts(value);
        let mut line = String::new();
        for part in parts.iter() {
            let member = |name: &str| Reflect::get(&part, &text(name)).ok()?.as_string();
            let (kind, part) = (member("type"), member("value").unwrap_or_default());
            // 18.19bn would be read as one word.
            let abuts = line.ends_with(|c: char| c.is_ascii_digit())
                && part.starts_with(|c: char| c.is_ascii_alphabetic());
            if kind.as_deref() == Some("compact") && abuts {
                line.push('\u{a0}');
            }
            // A figure and its unit stay on one line.
            line.push_str(&part.replace(' ', "\u{a0}"));
        }
        line
    }

    fn written_date(&self, day: Day) -> String {
        let number = |part: u32| i32::try_from(part).unwrap_or_default();
        let month = day.month.map_or(0, |month| number(month) - 1);
        let millis = Date::utc(f64::from(day.year), f64::from(month));
        let millis = millis + f64::from(day.day.map_or(0, |day| number(day) - 1)) * 86_400_000.0;
        let mut members = vec![
            ("calendar", text("gregory")),
            ("timeZone", text("UTC")),
            ("year", text("numeric")),
        ];
        members.extend(day.month.map(|_| ("month", text("long"))));
        members.extend(day.day.map(|_| ("day", text("numeric"))));
        let format = Intl::DateTimeFormat::new(&self.locales, &options(&members)).format();
        let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(millis));
        written.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}

impl Locale for Browser {
    fn digits(&self, written: &str) -> String {
        let digit = |c: char| c.to_digit(10).map(|digit| self.number(f64::from(digit)));
        written.chars().map(|c| digit(c).unwrap_or_else(|| c.to_string())).collect()
    }

    fn number(&self, value: f64) -> String {
        let asked = (Kind::Number, value.to_bits(), 0, String::new());
        self.once(asked, || self.written(value, &[]))
    }

    fn percent(&self, value: f64) -> String {
        let asked = (Kind::Percent, value.to_bits(), 0, String::new());
        self.once(asked, || self.written(value / 100.0, &[("style", text("percent"))]))
    }

    fn money(&self, value: f64, exponent: i32, currency: &str, length: Length) -> String {
        let asked = (Kind::Money(length), value.to_bits(), exponent, currency.to_owned());
        let (display, scale) = match length {
            Length::Short => ("code", "short"),
            Length::Words => ("name", "long"),
        };
        self.once(asked, || {
            self.written(
                value * libm::pow(10.0, f64::from(exponent)),
                &[
                    ("style", text("currency")),
                    ("currency", text(currency)),
                    ("currencyDisplay", text(display)),
                    ("notation", text("compact")),
                    ("compactDisplay", text(scale)),
                ],
            )
        })
    }

    fn date(&self, day: Day) -> String {
        let parts = [day.month, day.day].map(|part| i32::try_from(part.unwrap_or(0)).unwrap_or(0));
        let number = parts[0] * 100 + parts[1];
        let asked = (Kind::Date, u64::from(day.year), number, String::new());
        self.once(asked, || self.written_date(day))
    }

    fn km(&self, km: f64, length: Length) -> String {
        let asked = (Kind::Km(length), km.to_bits(), 0, String::new());
        let display = if length == Length::Short { "short" } else { "long" };
        self.once(asked, || {
            let members = [("style", "unit"), ("unit", "kilometer"), ("unitDisplay", display)];
            self.written(km, &members.map(|(name, value)| (name, text(value))))
        })
    }
}
