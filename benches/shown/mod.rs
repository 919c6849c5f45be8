//! The shipped brief and map at the sizes that are timed.

use crate::common::shipped_model;
use khorgos::compose::{Atlas, View};
use khorgos::style::Theme;
use khorgos::view::{Camera, Insets};

/// Width and height of a page's map and of a telephone's, px.
pub const SIZES_PX: [(f64, f64); 2] = [(1200.0, 750.0), (390.0, 700.0)];

/// The map of the shipped brief in its first view.
pub fn shown((width_px, height_px): (f64, f64)) -> (Atlas, View) {
    let (model, base) = shipped_model();
    let atlas = Atlas::new(model, base, Theme::LIGHT);
    let camera = Camera::fit_mostly(atlas.map.home, width_px, height_px, Insets::default());
    let view = View::of(camera, atlas.model.layers.iter().map(|layer| layer.visible).collect());
    (atlas, view)
}
