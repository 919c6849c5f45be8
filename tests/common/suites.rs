//! The suites of others; see tests/fixtures/suites/PROVENANCE.md.

use super::bytes;
use serde_json::{Map, Value};

/// The files of a suite: path and content.
pub fn suite(name: &str) -> Vec<(String, Vec<u8>)> {
    let files: Map<String, Value> =
        serde_json::from_slice(&bytes(&format!("tests/fixtures/suites/{name}"))).unwrap();
    let content = |file: &Value| match file.as_str() {
        Some(text) => text.as_bytes().to_vec(),
        None => of_hex(file["hex"].as_str().unwrap()),
    };
    files.iter().map(|(path, file)| (path.clone(), content(file))).collect()
}

/// Bytes of hexadecimal digits.
fn of_hex(digits: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(byte).collect()
}
