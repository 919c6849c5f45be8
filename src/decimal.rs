//! Numbers as decimals.

/// The largest power of ten that has an exact binary form.
pub const MOST_EXACT_PLACES: i32 = 22;

/// A number times ten to a power. Up to [`MOST_EXACT_PLACES`] the power is exact, and so it is divided
/// by where it is negative.
pub fn scaled(value: f64, exponent: i32) -> f64 {
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { value / power } else { value * power }
}

/// A number as a decimal with the fewest places that give it back when it is read: as it stood in
/// the document, for numbers of up to 15 digits. Parts smaller than 10⁻²² are left out, and of
/// numbers with hundreds of digits those after the 13th may be wrong.
///
/// The standard library's way is right for every number, and takes three times the code that this
/// crate has for JSON.
pub fn decimal(value: f64) -> String {
    const MOST_PLACES: usize = 22;
    const WHOLE_BELOW: f64 = 1e17;
    let size = value.abs();
    if !size.is_finite() {
        return "?".to_owned();
    }
    // Zeros at the end of a number too large to have places.
    let (mut whole, mut zeros) = (size, 0);
    while whole >= WHOLE_BELOW {
        whole /= 10.0;
        zeros += 1;
    }
    let mut power = 1.0;
    let mut places = 0;
    let mut scaled = whole.round();
    while scaled / power != whole && places < MOST_PLACES && scaled < WHOLE_BELOW {
        power *= 10.0;
        places += 1;
        scaled = (whole * power).round();
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 10^18")]
    let mut digits = (scaled as u64).to_string();
    if places > 0 && scaled > 0.0 {
        // A zero stands before the point.
        let missing = (places + 1).saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
        digits.insert(digits.len() - places, '.');
    }
    digits.push_str(&"0".repeat(zeros));
    if value < 0.0 && scaled > 0.0 { format!("-{digits}") } else { digits }
}
