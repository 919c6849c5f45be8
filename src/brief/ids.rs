//! The ids that a list declares.

use super::contract::DeclaredIds;
use crate::error::Problems;
use crate::json::{Node, quoted};
use crate::sorted::order_by;

/// Takes an element in: its index, if it could be read.
pub type Take<'a> = dyn FnMut(String, Node, &mut Problems) -> Option<usize> + 'a;

/// The ids of a list's elements, one after the other, with their indices among those that could be read.
#[derive(Debug, Default)]
pub struct Ids(Vec<(Option<String>, Option<usize>)>);

impl Ids {
    /// Takes the next element in. One without an id is read too: its other problems should come to
    /// light.
    pub fn take(&mut self, node: Node, problems: &mut Problems, take: &mut Take) {
        let Some(object) = node.dictionary(problems) else {
            self.0.push((None, None));
            return;
        };
        let id = object.required("id", problems).and_then(|node| node.id(problems));
        let index = take(id.clone().unwrap_or_default(), node, problems);
        self.0.push((id, index));
    }

    /// All of them, after the last element of the list at `path`.
    pub fn declared(mut self, path: &str, problems: &mut Problems) -> DeclaredIds {
        let ids = &mut self.0;
        let id = |index: usize| ids.get(index).and_then(|(id, _)| id.as_ref());
        let order = order_by(ids.len(), &mut |a, b| id(a).cmp(&id(b)));
        for (before, index) in order.iter().zip(order.iter().skip(1)) {
            if let Some(id) = id(*index).filter(|own| id(*before) == Some(own)) {
                let path = format!("{path}[{index}].id");
                problems.add(path, "an id of its own", format!("{} a second time", quoted(id)));
            }
        }
        let mut declared = DeclaredIds::new();
        // Put in by their order, each goes to the end.
        for index in order {
            if let Some((Some(id), item)) = ids.get_mut(index).map(std::mem::take) {
                declared.insert(id, item);
            }
        }
        declared
    }
}
