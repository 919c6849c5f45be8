//! What of the map a picture is drawn from, so that it can be projected bit by bit before the picture
//! is composed.

use super::ground::{MINOR_RIVERS_FROM, REGION_BORDERS_FROM};
use super::{Atlas, View};
use crate::project::Shape;

/// Projects the next shape of those that make up the ground of a view, and says whether there are more.
/// What else a picture is drawn from is little, and is projected with it.
pub fn project_ahead(atlas: &Atlas, view: &View) -> bool {
    let zoom = view.camera.px_per_km;
    let map = atlas.map.at(zoom);
    let visible = view.camera.grown(view.margin_px).visible();
    let countries = map.countries.iter().map(|(_, shape)| shape);
    let lines = map.coasts.iter().chain(&map.borders);
    let minor = Some(&map.rivers[1]).filter(|_| zoom > MINOR_RIVERS_FROM);
    let regions = Some(&map.region_borders).filter(|_| zoom > REGION_BORDERS_FROM);
    let single =
        [&map.rivers[0], &map.lakes, &map.disputed].into_iter().chain(minor).chain(regions);
    let in_sight = countries.chain(lines).filter(|shape| shape.may_overlap(&visible));
    let mut to_come = in_sight.chain(single).filter(|shape: &&Shape| !shape.is_projected());
    if let Some(shape) = to_come.next() {
        shape.project();
    }
    to_come.next().is_some()
}
