//! Fields → bytes.

use super::codec::{Codec, zigzag};

/// Bytes that grow.
#[derive(Debug, Default)]
pub struct Writer {
    /// What is written.
    pub bytes: Vec<u8>,
    last_chain: usize,
}

impl Codec for Writer {
    fn number(&mut self, value: &mut u32) {
        let mut left = *value;
        while left > 0x7f {
            self.bytes.push((left & 0x7f) as u8 | 0x80);
            left >>= 7;
        }
        self.bytes.push(left as u8);
    }

    fn real(&mut self, value: &mut f64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn text(&mut self, value: &mut String) {
        self.number(&mut u32::try_from(value.len()).unwrap_or(u32::MAX));
        self.bytes.extend_from_slice(value.as_bytes());
    }

    fn chain(&mut self, index: &mut usize) {
        // Chains that follow one another are often used one after the other.
        let step = i32::try_from(*index as i64 - self.last_chain as i64).unwrap_or(i32::MAX);
        self.number(&mut zigzag(step));
        self.last_chain = *index;
    }

    fn list<T: Default>(&mut self, items: &mut Vec<T>, each: fn(&mut Self, &mut T)) {
        self.number(&mut u32::try_from(items.len()).unwrap_or(u32::MAX));
        for item in items {
            each(self, item);
        }
    }
}
