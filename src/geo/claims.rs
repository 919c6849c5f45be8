//! What a base map says of owners: of a country or the area of a claim, in each world view.

use super::base_map::{AreaFeature, Claim, ClaimedRegion, Owners, Side};
use super::from_geojson::{About, Shape};
use crate::error::Problems;
use crate::json::Node;
use crate::worldview::WorldView;

/// The owners in each world view in which a feature's properties name one.
pub fn owners(properties: Option<&Node>, problems: &mut Problems) -> Owners {
    let mut owners = Owners::new();
    let words: Vec<&str> = WorldView::WORDS.iter().map(|(word, _)| *word).collect();
    let object = member(properties, "owners").and_then(|node| node.object(&words, problems));
    let Some(object) = object else { return owners };
    for (word, view) in WorldView::WORDS {
        let owner = object.optional(word).and_then(|node| side(&node, problems));
        owners.extend(owner.map(|owner| (*view, owner)));
    }
    owners
}

/// A claim to an area.
pub fn claim(
    area: AreaFeature,
    properties: Option<&Node>,
    path: &str,
    problems: &mut Problems,
) -> Option<Claim> {
    let administered_by = member(properties, "administered_by").and_then(|n| side(&n, problems));
    let mut claimed_by = Vec::new();
    for node in member(properties, "claimed_by").and_then(|n| n.array(problems)).unwrap_or_default()
    {
        claimed_by.extend(side(&node, problems));
    }
    if area.country.is_none() {
        problems.add(
            format!("{path}.properties.country"),
            "the id of the country that the area is cut out of",
            "nothing",
        );
        return None;
    }
    Some(Claim { area, administered_by, claimed_by })
}

/// A part of a region that lies in the area of a claim.
pub fn claimed_region(
    about: &About,
    shape: Shape,
    problems: &mut Problems,
) -> Option<ClaimedRegion> {
    let Shape::Rings(rings) = shape else {
        problems.add(about.path, "a polygon", "another geometry");
        return None;
    };
    let mut id = |key: &str| {
        let value = about.properties.and_then(|properties| properties.get(key));
        let path = format!("{}.properties.{key}", about.path);
        match value {
            Some(value) => Node { value, path }.id(problems),
            None => {
                problems.add(path, "an id", "nothing");
                None
            }
        }
    };
    let (region, claim) = (id("region"), id("claim"));
    Some(ClaimedRegion { region: region?, claim: claim?, rings })
}

fn member<'a>(properties: Option<&Node<'a>>, key: &str) -> Option<Node<'a>> {
    let node = properties?;
    let value = node.value.get(key)?;
    Some(Node { value, path: format!("{}.{key}", node.path) })
}

/// `self`, or a country's id.
fn side(node: &Node, problems: &mut Problems) -> Option<Side> {
    match node.value.as_str() {
        Some("self") => Some(Side::Itself),
        _ => node.id(problems).map(Side::Country),
    }
}
