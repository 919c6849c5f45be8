//! Reading JSON by hand, so that every problem is reported with its path, not only the first.

#[cfg(feature = "cli")]
mod locate;
mod parts;
mod place;
mod reader;
mod value;

#[cfg(feature = "cli")]
pub use locate::locate;
pub use parts::{Cursor, Parts};
pub use place::Place;
pub use reader::{Fault, read};
pub use value::{Value, array, quoted};

use crate::decimal::decimal;
use crate::error::Problems;
use crate::sorted::SortedMap;

/// Reads bytes as a JSON value.
///
/// # Errors
/// One problem at `$` that names line and column when the bytes are not JSON.
pub fn parse(bytes: &[u8]) -> Result<Value, Problems> {
    read(bytes).map_err(|fault| fault.problem(bytes))
}

impl Fault {
    /// One problem at `$` that names line and column.
    pub fn problem(&self, bytes: &[u8]) -> Problems {
        let mut problems = Problems::default();
        let found = if bytes.iter().all(u8::is_ascii_whitespace) {
            "nothing".to_owned()
        } else {
            let Place { line, column } = Place::of(bytes, self.at);
            format!("{} at line {line}, column {column}", self.what)
        };
        problems.add("$", "a JSON document", found);
        problems
    }
}

/// A value with its place in the document.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The value itself.
    pub value: &'a Value,
    /// Its JSON path.
    pub path: String,
}

/// An object with its place in the document.
#[derive(Debug, Clone)]
pub struct Object<'a> {
    map: &'a SortedMap<String, Value>,
    /// Its JSON path.
    pub path: String,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Value) -> Self {
        Self { value, path: "$".to_owned() }
    }

    /// Reports that this value is not what it should be; always `None`, for use as a tail.
    pub fn wrong<T>(&self, expected: &str, problems: &mut Problems) -> Option<T> {
        problems.add(self.path.clone(), expected, describe(self.value));
        None
    }

    /// An object whose keys are all among `known`.
    pub fn object(&self, known: &[&str], problems: &mut Problems) -> Option<Object<'a>> {
        let object = self.dictionary(problems)?;
        for key in object.map.keys() {
            if !known.contains(&key.as_str()) {
                problems.add(
                    member_path(&self.path, key),
                    format!("one of the keys {}", known.join(", ")),
                    "an unknown key",
                );
            }
        }
        Some(object)
    }

    /// An object with keys of its author's choice.
    pub fn dictionary(&self, problems: &mut Problems) -> Option<Object<'a>> {
        match self.value {
            Value::Object(map) => Some(Object { map, path: self.path.clone() }),
            _ => self.wrong("an object", problems),
        }
    }

    /// The elements of an array.
    pub fn array(&self, problems: &mut Problems) -> Option<Vec<Node<'a>>> {
        match self.value {
            Value::Array(items) => Some(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, value)| Node { value, path: format!("{}[{index}]", self.path) })
                    .collect(),
            ),
            _ => self.wrong("an array", problems),
        }
    }

    /// A text that is not blank.
    pub fn text(&self, problems: &mut Problems) -> Option<String> {
        match self.value.as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.to_owned()),
            _ => self.wrong("a text", problems),
        }
    }

    /// An identifier: letters, digits, `_`, `-`, not first.
    pub fn id(&self, problems: &mut Problems) -> Option<String> {
        match self.value.as_str() {
            Some(id) if is_id(id) => Some(id.to_owned()),
            _ => self.wrong("an id of letters, digits, - and _", problems),
        }
    }

    /// A finite number.
    pub fn number(&self, problems: &mut Problems) -> Option<f64> {
        match self.value.as_f64() {
            Some(number) if number.is_finite() => Some(number),
            _ => self.wrong("a number", problems),
        }
    }

    /// A whole number in `min..=max`.
    pub fn integer(&self, min: i64, max: i64, problems: &mut Problems) -> Option<i64> {
        match self.value.as_i64() {
            Some(number) if (min..=max).contains(&number) => Some(number),
            _ => self.wrong(&format!("a whole number from {min} to {max}"), problems),
        }
    }

    /// `true` or `false`.
    pub fn boolean(&self, problems: &mut Problems) -> Option<bool> {
        match self.value.as_bool() {
            Some(flag) => Some(flag),
            None => self.wrong("true or false", problems),
        }
    }

    /// One of a fixed set of words.
    pub fn one_of<T: Copy>(&self, words: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        words.get(self.which(&names, problems)?).map(|(_, meaning)| *meaning)
    }

    /// Which of some words this is.
    fn which(&self, words: &[&str], problems: &mut Problems) -> Option<usize> {
        let at = words.iter().position(|word| Some(*word) == self.value.as_str());
        at.or_else(|| self.wrong(&format!("one of {}", words.join(", ")), problems))
    }

    /// A position `[longitude, latitude]` in degrees, within ±180 and ±90.
    pub fn position(&self, problems: &mut Problems) -> Option<[f64; 2]> {
        let expected = "a position [longitude -180..180, latitude -90..90]";
        match self.value.numbers().as_deref() {
            Some(&[lon, lat]) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => Some([lon, lat]),
            Some(numbers) => {
                problems.add(self.path.clone(), expected, array(numbers));
                None
            }
            None => self.wrong(expected, problems),
        }
    }
}

impl<'a> Object<'a> {
    /// A member that has to be there.
    pub fn required(&self, key: &str, problems: &mut Problems) -> Option<Node<'a>> {
        let member = self.optional(key);
        if member.is_none() {
            problems.add(self.member_path(key), format!("`{key}`"), "nothing");
        }
        member
    }

    /// A member that may be absent.
    pub fn optional(&self, key: &str) -> Option<Node<'a>> {
        self.map.get(key).map(|value| Node { value, path: self.member_path(key) })
    }

    /// All members in the order of the document's keys.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, Node<'a>)> + '_ {
        self.map.iter().map(|(key, value)| {
            let node = Node { value, path: self.member_path(key) };
            (key.as_str(), node)
        })
    }

    /// A required text.
    pub fn text(&self, key: &str, problems: &mut Problems) -> Option<String> {
        self.required(key, problems)?.text(problems)
    }

    /// A text that may be absent. A wrong one is reported and counts as absent.
    pub fn optional_text(&self, key: &str, problems: &mut Problems) -> Option<String> {
        self.optional(key)?.text(problems)
    }

    /// The elements of an array that may be absent.
    pub fn elements(&self, key: &str, problems: &mut Problems) -> Vec<Node<'a>> {
        self.optional(key).and_then(|node| node.array(problems)).unwrap_or_default()
    }

    /// The path of a member of this object.
    pub fn member_path(&self, key: &str) -> String {
        member_path(&self.path, key)
    }
}

/// `path.key`, or `path["key"]` where the key is not a plain word.
pub(crate) fn member_path(path: &str, key: &str) -> String {
    let plain =
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$');
    if plain { format!("{path}.{key}") } else { format!("{path}[{}]", quoted(key)) }
}

/// Whether a text may serve as an id.
pub fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphanumeric())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// A value in a few words, for the `found` of a problem.
pub fn describe(value: &Value) -> String {
    const LONGEST: usize = 40;
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Integer(number) => format!("the number {number}"),
        Value::Real(number) => format!("the number {}", decimal(*number)),
        Value::String(text) => {
            let mut start: String = text.chars().take(LONGEST).collect();
            if start.len() < text.len() {
                start.push('…');
            }
            format!("the text {}", quoted(&start))
        }
        Value::Array(items) => format!("an array of {}", items.len()),
        Value::Object(_) => "an object".to_owned(),
    }
}
