//! Patterns of texts that are more than a text.

/// What [`crate::json::is_id`] takes.
pub const ID: &str = "^[A-Za-z0-9][A-Za-z0-9_-]*$";

/// A link, but for hosts of two scripts; see `brief::link`.
pub fn url() -> String {
    const UNSEEN: &str = r"\s\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb";
    format!("^https?://[^/?#@{UNSEEN}]+([/?#][^{UNSEEN}]*)?$")
}

const YEAR: &str = "(?!0000)[0-9]{4}";
const MONTH: &str = "(0[1-9]|1[0-2])";
const DAY: &str = "(0[1-9]|[12][0-9]|3[01])";

/// `YYYY-MM-DD`.
pub fn day() -> String {
    format!("^{YEAR}-{MONTH}-{DAY}$")
}

/// A year, a month, a day or two of them.
pub fn period() -> String {
    let date = format!("{YEAR}(-{MONTH}(-{DAY})?)?");
    format!("^{date}(/{date})?$")
}
