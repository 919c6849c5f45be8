//! What is taken away of a map, in a module of its own: a page loads it when somebody first asks.

use super::drawing::{Context, Sheet, Widget};
use crate::export::{Page, svg};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Widget {
    /// Shows what another map with the same documents does, whose `state` this is; whether it could.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&mut self, state: &[f64]) -> bool {
        self.core.set_state(state)
    }

    /// Paints the picture that is taken away, at `scale` device pixels for a CSS px; whether there
    /// was one.
    #[wasm_bindgen(js_name = paintPlate)]
    pub fn paint_plate(&mut self, context: Context, scale: f64) -> Result<bool, JsValue> {
        let Some(scene) = self.core.plate(&self.text) else { return Ok(false) };
        let sheet = Sheet { context, dpr: scale, margin_px: 0.0 };
        self.painter.paint_part(&scene, &sheet, 0, usize::MAX)?;
        Ok(true)
    }

    /// The picture that is taken away, as SVG; `undefined` when there is none.
    pub fn svg(&self) -> Option<String> {
        let scene = self.core.plate(&self.text)?;
        let page = self.core.page(&scene)?;
        Some(svg(&scene, &Page { family: self.text.family().to_owned(), ..page }))
    }

    /// Facts as CSV: those with the ids, or all; `undefined` when there is no brief.
    pub fn csv(&self, ids: Option<Vec<String>>) -> Option<String> {
        self.core.csv(ids.as_deref())
    }

    /// The facts of all flows of a sum as CSV; `undefined` when there is no such sum.
    #[wasm_bindgen(js_name = csvOfSum)]
    pub fn csv_of_sum(&self, id: &str) -> Option<String> {
        self.core.csv_of_sum(id)
    }
}
