//! Text measured by the canvas, each text once.

use super::context::Context;
use super::pen::font_css;
use crate::scene::{Font, KnownWidths, TextMeasure};
use wasm_bindgen::JsValue;

/// Measures with a canvas, and remembers.
#[derive(Debug)]
pub struct CanvasText {
    context: Context,
    widths: KnownWidths,
    family: String,
}

impl CanvasText {
    /// Measures with a canvas; with what faces, is still to be said.
    pub fn new(context: Context) -> Self {
        Self { context, widths: KnownWidths::default(), family: String::new() }
    }

    /// Measures with other faces, or with the same after one of them has come.
    pub fn set_family(&mut self, family: &str) {
        self.widths = KnownWidths::default();
        family.clone_into(&mut self.family);
    }

    /// The faces that texts are set in, as CSS lists them.
    #[cfg(feature = "takeaway")]
    pub fn family(&self) -> &str {
        &self.family
    }
}

impl TextMeasure for CanvasText {
    fn width_px(&self, text: &str, font: Font) -> f64 {
        self.widths.width_px(text, font, || {
            self.context.set_font(&JsValue::from_str(&font_css(font, &self.family)));
            self.context.measure_text(text).width()
        })
    }
}
