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
}

impl CanvasText {
    /// Measures with this canvas's fonts.
    pub fn new(context: Context) -> Self {
        Self { context, widths: KnownWidths::default() }
    }
}

impl TextMeasure for CanvasText {
    fn width_px(&self, text: &str, font: Font) -> f64 {
        self.widths.width_px(text, font, || {
            self.context.set_font(&JsValue::from_str(&font_css(font)));
            self.context.measure_text(text).width()
        })
    }
}
