//! Patterns of texts that are more than a text.

/// What [`crate::json::is_id`] takes.
pub const ID: &str = "^[A-Za-z0-9][A-Za-z0-9_-]*$";

/// A link that goes where it seems to.
pub const URL: &str = r"^https?://(?!/|\?|#|$)(?![^/?#]*@)[^\s\\\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$";

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
