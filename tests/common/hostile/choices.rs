//! Bytes as choices: whoever makes up the bytes makes up what is done.

/// Choices that come from bytes; when they are used up, each is the first of its kind.
pub struct Choices<'a>(&'a [u8]);

/// Numbers at which things break.
const WILD: [f64; 24] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    1e-9,
    5e-324,
    1e9,
    -1e9,
    1e16,
    1e300,
    -1e300,
    f64::MAX,
    f64::MIN,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    90.0,
    -90.0,
    180.0,
    -180.0,
    540.0,
    6371.0,
    20_037.5,
];

impl<'a> Choices<'a> {
    /// Choices of some bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether there are none left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// Yes or no.
    pub fn flag(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// A number below another one, which is not 0.
    pub fn below(&mut self, count: usize) -> usize {
        let number = u16::from_le_bytes([self.byte(), if count > 255 { self.byte() } else { 0 }]);
        usize::from(number) % count
    }

    /// One of several.
    pub fn one_of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    /// A number: a wild one, one as on a screen, or one as in degrees.
    pub fn number(&mut self) -> f64 {
        let number = f64::from(i16::from_le_bytes([self.byte(), self.byte()]));
        match self.byte() % 3 {
            0 => number / 16.0,
            1 => number / 182.0,
            _ => self.one_of(&WILD),
        }
    }

    /// The side of a picture, px.
    pub fn side_px(&mut self) -> f64 {
        f64::from(self.byte()) * 8.0
    }
}
