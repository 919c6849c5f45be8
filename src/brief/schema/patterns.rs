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
/// A day that its month has, 29 February in any year.
const MONTH_DAY: &str =
    "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|02-29|(0[13578]|1[02])-31";

/// `YYYY-MM-DD`.
pub fn day() -> String {
    format!("^{YEAR}-({MONTH_DAY})$")
}

/// A year, a month, a day or two of them.
pub fn period() -> String {
    let date = format!("{YEAR}(-({MONTH}|{MONTH_DAY}))?");
    format!("^{date}(/{date})?$")
}
