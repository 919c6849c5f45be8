//! Bytes → [`Value`] (RFC 8259).

use super::value::Value;
use crate::decimal::{MOST_EXACT_PLACES, scaled};
use crate::limits::DEEPEST;
use std::ops::Range;

/// What keeps bytes from being JSON, and after how many of them that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: &'static str,
    /// Bytes before it.
    pub at: usize,
}

/// Reads a whole document.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Value, Fault> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Fault { what: "bytes that are not UTF-8", at: error.valid_up_to() })?;
    let mut reader = Reader::new(text, 0);
    // What browsers and servers send in place of a file that is not there.
    if reader.next_sign() == Some(b'<') {
        return Err(Fault { what: "a page of HTML or XML", at: reader.at });
    }
    let whole = reader.value(0).and_then(|value| match reader.next_sign() {
        None => Ok(value),
        Some(_) => Err("more after the end"),
    });
    whole.map_err(|what| Fault { what, at: reader.at })
}

/// Reads a text from some place on.
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
}

type Read<T> = Result<T, &'static str>;

const EARLY_END: &str = "an early end";

impl<'a> Reader<'a> {
    /// A reader that starts at a byte. A mark of the byte order before the first one, as some editors
    /// set it, is passed.
    pub fn new(text: &'a str, at: usize) -> Self {
        const MARK: &str = "\u{feff}";
        Self { text, at: if at == 0 && text.starts_with(MARK) { MARK.len() } else { at } }
    }

    /// How many bytes are behind it.
    pub fn place(&self) -> usize {
        self.at
    }

    /// How many bytes are before the value that is next.
    #[cfg(feature = "cli")]
    pub fn start(&mut self) -> usize {
        self.next_sign();
        self.at
    }

    /// The value that is next.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn element(&mut self) -> Result<Value, Fault> {
        self.value(1).map_err(|what| self.fault(what))
    }

    /// The place after a sign, if that is the next one.
    pub fn passes_sign(&mut self, sign: u8) -> Option<usize> {
        self.next_sign();
        self.passes(sign).then_some(self.at)
    }

    /// Passes what stands before the next element of an array: whether there is none.
    ///
    /// # Errors
    /// What stands there in place of a comma or the end.
    pub fn ends_array(&mut self, index: usize) -> Result<bool, Fault> {
        let is_end = match (self.next_sign(), index) {
            (Some(b']'), _) => Ok(true),
            (_, 0) => Ok(false),
            _ => self.is_end(b']'),
        };
        is_end.map_err(|what| self.fault(what))
    }

    /// The keys of a document that is an object, and where the bytes of their values are. Values are
    /// passed without a look.
    pub fn members(&mut self) -> Option<Vec<(String, Range<usize>)>> {
        let members = self.outline().ok()?;
        self.next_sign().is_none().then_some(members)
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault { what, at: self.at }
    }

    /// The same of an object in a document.
    pub fn outline(&mut self) -> Read<Vec<(String, Range<usize>)>> {
        if self.next_sign() != Some(b'{') {
            return Err("no object");
        }
        let mut members = Vec::new();
        let mut ended = self.is_empty(b'}');
        while !ended {
            let key = self.key()?;
            self.next_sign();
            let start = self.at;
            self.skip()?;
            members.push((key, start..self.at));
            ended = self.is_end(b'}')?;
        }
        Ok(members)
    }

    /// Passes a value, by its brackets and texts alone.
    pub fn skip(&mut self) -> Read<()> {
        let mut depth = 0u32;
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at).ok_or(EARLY_END)? {
                b'"' => {
                    self.at += 1;
                    loop {
                        match bytes.get(self.at).ok_or(EARLY_END)? {
                            b'"' => break,
                            b'\\' => self.at += 2,
                            _ => self.at += 1,
                        }
                    }
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth == 0 => return Ok(()),
                b']' | b'}' => depth -= 1,
                b',' if depth == 0 => return Ok(()),
                _ => {}
            }
            self.at += 1;
        }
    }

    /// An array of pairs of numbers, at least one; `None` for all else, and then the place is lost.
    pub fn pairs(&mut self) -> Option<Vec<[f64; 2]>> {
        let mut pairs = Vec::new();
        self.passes_sign(b'[')?;
        loop {
            self.passes_sign(b'[')?;
            let x = self.plain_number()?;
            self.passes_sign(b',')?;
            let y = self.plain_number()?;
            self.passes_sign(b']')?;
            pairs.push([x, y]);
            if self.passes_sign(b',').is_none() {
                return self.passes_sign(b']').map(|_| pairs);
            }
        }
    }

    fn plain_number(&mut self) -> Option<f64> {
        match self.next_sign()? {
            b'-' | b'0'..=b'9' => self.number().ok()?.as_f64(),
            _ => None,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space, which is not passed.
    fn next_sign(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Passes a byte if it is the next one.
    fn passes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        if is_next {
            self.at += 1;
        }
        is_next
    }

    fn value(&mut self, depth: u32) -> Read<Value> {
        if depth > DEEPEST {
            return Err("too many arrays and objects within one another");
        }
        match self.next_sign() {
            None => Err(EARLY_END),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
        }
    }

    fn word(&mut self) -> Read<Value> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let words =
            [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        for (word, value) in words {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err("no value (texts stand in straight quotes)")
    }

    /// Passes what stands after an element: whether that is the end.
    fn is_end(&mut self, end: u8) -> Read<bool> {
        match self.next_sign() {
            Some(b',') => {
                self.at += 1;
                Ok(false)
            }
            Some(sign) if sign == end => {
                self.at += 1;
                Ok(true)
            }
            None => Err(EARLY_END),
            Some(_) => Err("no comma or closing bracket after a value"),
        }
    }

    /// Passes the first sign of an array or object, and its last if nothing stands between.
    fn is_empty(&mut self, end: u8) -> bool {
        self.at += 1;
        self.next_sign();
        self.passes(end)
    }

    fn array(&mut self, depth: u32) -> Read<Value> {
        let mut items = Vec::new();
        let mut ended = self.is_empty(b']');
        while !ended {
            items.push(self.value(depth + 1)?);
            ended = self.is_end(b']')?;
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, depth: u32) -> Read<Value> {
        let mut members = Vec::new();
        let mut ended = self.is_empty(b'}');
        while !ended {
            let key = self.key()?;
            members.push((key, self.value(depth + 1)?));
            ended = self.is_end(b'}')?;
        }
        Ok(Value::Object(members.into()))
    }

    /// A key and the colon after it.
    fn key(&mut self) -> Read<String> {
        match self.next_sign() {
            Some(b'"') => {}
            Some(_) => return Err("no key in straight quotes"),
            None => return Err(EARLY_END),
        }
        let key = self.string()?;
        self.next_sign();
        if self.passes(b':') { Ok(key) } else { Err("no colon after a key") }
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let is_special = |b: u8| b == b'"' || b == b'\\' || b < b' ';
            let plain = rest.bytes().position(is_special).ok_or(EARLY_END)?;
            out.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            if self.passes(b'"') {
                return Ok(out);
            }
            if !self.passes(b'\\') {
                return Err("a control character in a text");
            }
            out.push(self.escaped()?);
        }
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> Read<char> {
        let sign = self.peek().ok_or(EARLY_END)?;
        self.at += 1;
        Ok(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                const HALF: &str = "half a character";
                let first = self.unit()?;
                // Characters beyond the first 65 536 are written as two.
                let code = if (0xd800..0xdc00).contains(&first) {
                    if !(self.passes(b'\\') && self.passes(b'u')) {
                        return Err(HALF);
                    }
                    let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
                    0x1_0000 + ((first - 0xd800) << 10) + second.ok_or(HALF)?
                } else {
                    first
                };
                char::from_u32(code).ok_or(HALF)?
            }
            _ => return Err("an unknown escape"),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|b| char::from(b).to_digit(16));
            unit = unit * 16 + digit.ok_or("no hexadecimal digit")?;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Read<Value> {
        let negative = self.passes(b'-');
        let mut digits = Digits::default();
        let starts_with_zero = self.peek() == Some(b'0');
        let whole = self.digits(&mut digits)?;
        if starts_with_zero && whole > 1 {
            return Err("a number that starts with 0");
        }
        let mut is_whole = true;
        if self.passes(b'.') {
            is_whole = false;
            let places = self.digits(&mut digits)?;
            digits.exponent -= places;
        }
        if self.passes(b'e') || self.passes(b'E') {
            is_whole = false;
            let down = self.passes(b'-');
            if !down {
                self.passes(b'+');
            }
            let mut exponent = Digits::default();
            self.digits(&mut exponent)?;
            // Further off than any number that there is.
            const FURTHEST: i32 = 1_000_000;
            let shift = i32::try_from(exponent.value).unwrap_or(i32::MAX).min(FURTHEST);
            digits.exponent = digits.exponent.saturating_add(if down { -shift } else { shift });
        }
        if is_whole && digits.exponent == 0 {
            let value = i64::try_from(digits.value).ok();
            let signed = if negative { value.map(|value| -value) } else { value };
            // Only a fraction has a zero below zero.
            if let Some(number) = signed.filter(|number| *number != 0 || !negative) {
                return Ok(Value::Integer(number));
            }
        }
        let size = digits.size();
        if size.is_infinite() {
            return Err("a number that is too large");
        }
        Ok(Value::Real(if negative { -size } else { size }))
    }

    /// Passes digits, at least one; how many.
    fn digits(&mut self, digits: &mut Digits) -> Read<i32> {
        let mut count = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            digits.add(digit - b'0');
            count += 1;
            self.at += 1;
        }
        if count == 0 { Err("no digit") } else { Ok(count) }
    }
}

/// `value · 10 ^ exponent`.
#[derive(Debug, Clone, Copy, Default)]
struct Digits {
    value: u64,
    exponent: i32,
}

impl Digits {
    fn add(&mut self, digit: u8) {
        let longer = self.value.checked_mul(10).and_then(|v| v.checked_add(u64::from(digit)));
        match longer {
            // Digits that do not fit are left out for good, so that none comes after a gap.
            Some(value) if self.exponent == 0 => self.value = value,
            _ => self.exponent += 1,
        }
    }

    /// The number. Exact to the last bit up to 15 digits and 22 places, for then both factors are;
    /// else a few units of the last bit off at most.
    fn size(self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "see above")]
        let mut size = self.value as f64;
        let mut left = self.exponent.clamp(-400, 400);
        while left != 0 && size != 0.0 {
            let step = left.clamp(-MOST_EXACT_PLACES, MOST_EXACT_PLACES);
            size = scaled(size, step);
            left -= step;
        }
        size
    }
}
