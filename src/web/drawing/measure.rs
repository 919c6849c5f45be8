//! Text measured by the canvas, each text once.

use super::context::Context;
use super::pen::font_css;
use crate::scene::{Font, TextMeasure};
use crate::sorted::SortedMap;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// A text in the font it is set in: size in hundredths of a px, strong, italic, text.
type Key = (u32, bool, bool, String);

/// Measures with a canvas, and remembers.
#[derive(Debug)]
pub struct CanvasText {
    context: Context,
    widths: RefCell<SortedMap<Key, f64>>,
}

impl CanvasText {
    /// Measures with this canvas's fonts.
    pub fn new(context: Context) -> Self {
        Self { context, widths: RefCell::new(SortedMap::new()) }
    }
}

impl TextMeasure for CanvasText {
    fn width_px(&self, text: &str, font: Font) -> f64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small size")]
        let size = (font.size_px * 100.0) as u32;
        let key = (size, font.strong, font.italic, text.to_owned());
        #[allow(clippy::cast_precision_loss, reason = "a text has few letters")]
        let spacing = text.chars().count() as f64 * font.spacing_px;
        if let Some(width) = self.widths.borrow().get(&key) {
            return width + spacing;
        }
        self.context.set_font(&JsValue::from_str(&font_css(font)));
        let width = self.context.measure_text(text).width();
        self.widths.borrow_mut().insert(key, width);
        width + spacing
    }
}
