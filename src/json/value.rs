//! What a JSON document holds.

use crate::decimal::decimal;
use crate::sorted::SortedMap;

/// A JSON value. The last of several members with one key counts, as for JavaScript.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, written without fraction and exponent.
    Integer(i64),
    /// Any other number.
    Real(f64),
    /// A text.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its members by their keys.
    Object(SortedMap<String, Value>),
}

impl Value {
    /// The text that this is.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number that this is.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            #[allow(clippy::cast_precision_loss, reason = "as any reader of JSON does")]
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// The whole number that this is.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The answer that this is.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The elements of the array that this is.
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members of the object that this is.
    pub fn as_object(&self) -> Option<&SortedMap<String, Value>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The numbers of the array that this is, if it has nothing else.
    pub fn numbers(&self) -> Option<Vec<f64>> {
        self.as_array()?.iter().map(Self::as_f64).collect()
    }

    /// A member of the object that this is.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.as_object()?.get(key)
    }
}

/// Numbers as an array of JSON.
pub fn array(numbers: &[f64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(|number| decimal(*number)).collect();
    format!("[{}]", numbers.join(","))
}

/// A text in quotation marks, on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
