//! Numbers as decimals, beside the standard library's way.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::decimal::decimal;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 16 * ProptestConfig::default().cases, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a document can say of an amount.
    #[test]
    fn figures_are_written_as_they_stood(
        digits in -999_999_999_999_999i64..=999_999_999_999_999,
        places in 0usize..=15,
    ) {
        let text = format!("{digits}e-{places}");
        let value: f64 = text.parse().unwrap();
        prop_assert_eq!(decimal(value), (value + 0.0).to_string(), "{}", text);
    }

    /// Whatever it is, its decimal is near it, to the 13th digit for numbers of hundreds of digits.
    #[test]
    fn no_number_becomes_another_one(value in any::<f64>()) {
        let read: f64 = decimal(value).parse().unwrap();
        prop_assert!((read - value).abs() <= 1e-13 * value.abs() + 1e-22, "{} {}", value, read);
    }
}

#[test]
fn numbers_of_every_size_are_written() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (18.19, "18.19"),
        (-0.05, "-0.05"),
        (2021.0, "2021"),
        (1e15, "1000000000000000"),
        (1.5e22, "15000000000000000000000"),
        (1e-30, "0"),
        (f64::NAN, "?"),
        (f64::INFINITY, "?"),
    ] {
        assert_eq!(decimal(value), text);
    }
}
