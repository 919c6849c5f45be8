//! A plate: a picture with what it is read by drawn into it, for where there is no page around it.
//! Title, legend, scale bar, north where it is not up, publication and credits.

mod arrange;
mod block;
mod legend;
mod narrow;
mod parts;
mod wide;

pub use arrange::Imprint;

use crate::compose::{Atlas, View, compose, furniture};
use crate::scene::{Scene, TextMeasure};
use crate::speech::right_to_left;
use crate::view::{Camera, Insets, ScreenPoint};
use arrange::arrange;
use parts::Parts;

/// What a plate is made of.
pub struct Plate<'a> {
    /// What is drawn.
    pub atlas: &'a Atlas,
    /// How it is looked at; camera and obstacles are those of a picture without furniture.
    pub view: &'a View,
    /// What is written on it.
    pub imprint: &'a Imprint,
    /// The camera for a map of a size, px, parts of which are covered.
    pub camera: &'a dyn Fn((f64, f64), Insets) -> Camera,
}

/// Composes a plate of the size of its view. A picture that is too small for its furniture is drawn
/// without.
///
/// What the legend says depends on what is in sight, and that on the room that the legend leaves: a
/// few rounds bring them together.
pub fn compose_plate(plate: &Plate, measure: &dyn TextMeasure) -> Scene {
    const ROUNDS: u32 = 4;
    let Plate { atlas, view, imprint, camera } = plate;
    let layers = &view.layers;
    let size_px = (view.camera.width_px, view.camera.height_px);
    let rtl = right_to_left(&atlas.model.speech.lang);
    let parts = Parts { theme: &atlas.theme, measure, right_to_left: rtl };
    let bare = compose(atlas, view, measure);
    let mut shown = furniture(atlas, layers, &bare, ScreenPoint::new(size_px.0, size_px.1));
    let mut round = 0;
    loop {
        round += 1;
        let Some(arranged) = arrange(parts, imprint, &shown, size_px) else { return bare };
        let map = arranged.map;
        let view = View {
            camera: camera((map.width(), map.height()), arranged.insets),
            obstacles: arranged.obstacles(),
            ..(*view).clone()
        };
        let scene = compose(atlas, &view, measure);
        let north_at = arranged.north_at.offset(-map.left, -map.top);
        let seen = furniture(atlas, layers, &scene, north_at);
        if seen == shown || round == ROUNDS {
            let corner = ScreenPoint::new(map.left, map.top);
            let mut scene = scene.placed(corner, size_px.0, size_px.1);
            arranged.draw(rtl, &mut scene.items);
            return scene;
        }
        shown = seen;
    }
}
