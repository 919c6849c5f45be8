//! Widths of texts, remembered for who measures.

use super::Font;
use crate::sorted::SortedMap;
use std::cell::RefCell;

/// A text in the font it is set in: size in hundredths of a px, strong, italic, text.
type Set = (u32, bool, bool, String);

/// The widths of texts without their spacing, px, each measured once.
#[derive(Debug, Default)]
pub struct KnownWidths(RefCell<SortedMap<Set, f64>>);

impl KnownWidths {
    /// Width of a text with its spacing, px; `measure` says that without when it is not known.
    pub fn width_px(&self, text: &str, font: Font, measure: impl FnOnce() -> f64) -> f64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small size")]
        let size = (font.size_px * 100.0) as u32;
        let set = (size, font.strong, font.italic, text.to_owned());
        #[allow(clippy::cast_precision_loss, reason = "a text has few letters")]
        let spacing_px = text.chars().count() as f64 * font.spacing_px;
        let known = self.0.borrow().get(&set).copied();
        let width_px = known.unwrap_or_else(|| {
            let width_px = measure();
            self.0.borrow_mut().insert(set, width_px);
            width_px
        });
        width_px + spacing_px
    }
}
