//! The styles of a context: set only when they change, from strings that are kept.

use super::context::Context;
use crate::decimal::decimal;
use crate::scene::{Dash, Font, Stroke};
use crate::sorted::SortedMap;
use crate::style::Color;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// A font as CSS writes it, of faces as CSS lists them.
pub fn font_css(font: Font, family: &str) -> String {
    let style = if font.italic { "italic " } else { "" };
    let weight = if font.strong { "600 " } else { "" };
    format!("{style}{weight}{}px {family}", decimal(font.size_px))
}

/// What a context is set to.
#[derive(Debug, Default)]
pub struct Pen {
    fill: Option<Color>,
    stroke: Option<Color>,
    width: Option<f64>,
    /// Dashes, and the length of a px in the units that lines are drawn in.
    dash: Option<(Dash, f64)>,
    font: Option<Font>,
    /// How colours and fonts are written.
    colors: SortedMap<Color, JsValue>,
    fonts: Vec<(Font, [JsValue; 2])>,
    /// The faces that texts are set in, as CSS lists them.
    family: String,
}

impl Pen {
    /// Another context, or one that was used by others: nothing is known of it.
    pub fn forget(&mut self) {
        let Self { colors, fonts, family, .. } = std::mem::take(self);
        *self = Self { colors, fonts, family, ..Self::default() };
    }

    /// Writes with other faces.
    pub fn set_family(&mut self, family: &str) {
        *self = Self { colors: std::mem::take(&mut self.colors), ..Self::default() };
        family.clone_into(&mut self.family);
    }

    /// Sets the colour of fills.
    pub fn fill(&mut self, context: &Context, color: Color) {
        if self.fill.replace(color) != Some(color) {
            context.set_fill_style(&self.css(color));
        }
    }

    /// Sets the look of lines; `px` is how long a px is in the units that they are drawn in.
    pub fn stroke(&mut self, context: &Context, stroke: Stroke, px: f64) {
        let Stroke { color, width_px, dash } = stroke;
        if self.stroke.replace(color) != Some(color) {
            context.set_stroke_style(&self.css(color));
        }
        let width = width_px * px;
        if self.width.replace(width) != Some(width) {
            context.set_line_width(width);
        }
        // Without dashes their unit does not matter.
        let dashes = (dash, if dash == Dash::Solid { 1.0 } else { px });
        if self.dash.replace(dashes) != Some(dashes) {
            context.set_line_cap(if dash.is_round() { "round" } else { "butt" });
            let lengths = dash.lengths_px().iter().map(|length| JsValue::from_f64(length * px));
            context.set_line_dash(&lengths.collect::<Array>());
        }
    }

    /// Sets the font.
    pub fn font(&mut self, context: &Context, font: Font) {
        if self.font.replace(font) == Some(font) {
            return;
        }
        if !self.fonts.iter().any(|(known, _)| *known == font) {
            let spacing = JsValue::from_str(&format!("{}px", decimal(font.spacing_px)));
            self.fonts.push((font, [JsValue::from_str(&font_css(font, &self.family)), spacing]));
        }
        if let Some((_, [css, spacing])) = self.fonts.iter().find(|(known, _)| *known == font) {
            context.set_font(css);
            context.set_letter_spacing(spacing);
        }
    }

    fn css(&mut self, color: Color) -> JsValue {
        if let Some(known) = self.colors.get(&color) {
            return known.clone();
        }
        let css = JsValue::from_str(&color.css());
        self.colors.insert(color, css.clone());
        css
    }
}
