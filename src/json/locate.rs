//! JSON path → the place in the document: a problem's path is for a reader of the brief, its place for
//! the editor that the brief is open in.

use super::member_path;
use super::place::Place;
use super::reader::Reader;

/// Where the value of a path starts; for one that is not there, where the innermost value around it
/// starts, such as the object that lacks a member.
pub fn locate(document: &str, path: &str) -> Place {
    let (mut here, mut at) = ("$".to_owned(), Reader::new(document, 0).start());
    // The last of several members with one key counts.
    while let Some(inner) = children(document, at, &here).into_iter().rfind(|(child, _)| {
        let rest = path.strip_prefix(child.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }) {
        (here, at) = inner;
    }
    Place::of(document.as_bytes(), at)
}

/// Paths and first bytes of the members or elements of the value at a byte.
fn children(document: &str, at: usize, path: &str) -> Vec<(String, usize)> {
    if let Ok(members) = Reader::new(document, at).outline() {
        let child =
            |(key, value): (String, std::ops::Range<usize>)| (member_path(path, &key), value.start);
        return members.into_iter().map(child).collect();
    }
    let mut reader = Reader::new(document, at);
    let mut elements = Vec::new();
    if reader.passes_sign(b'[').is_some() {
        while let Ok(false) = reader.ends_array(elements.len()) {
            elements.push((format!("{path}[{}]", elements.len()), reader.start()));
            if reader.skip().is_err() {
                break;
            }
        }
    }
    elements
}
