//! What is used of a 2d context, of a canvas on the page or off it. Styles go in as strings that
//! JavaScript has already: one that is made anew costs more than what is drawn with it.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Path2d, TextMetrics};

#[wasm_bindgen]
extern "C" {
    /// `CanvasRenderingContext2D` or `OffscreenCanvasRenderingContext2D`.
    #[derive(Debug, Clone)]
    pub type Context;

    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    pub fn set_fill_style(this: &Context, css: &JsValue);
    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    pub fn set_stroke_style(this: &Context, css: &JsValue);
    #[wasm_bindgen(method, setter, js_name = lineWidth)]
    pub fn set_line_width(this: &Context, width: f64);
    #[wasm_bindgen(method, setter, js_name = lineCap)]
    pub fn set_line_cap(this: &Context, cap: &str);
    #[wasm_bindgen(method, setter, js_name = lineJoin)]
    pub fn set_line_join(this: &Context, join: &str);
    #[wasm_bindgen(method, js_name = setLineDash)]
    pub fn set_line_dash(this: &Context, lengths: &Array);
    #[wasm_bindgen(method, setter, js_name = globalAlpha)]
    pub fn set_global_alpha(this: &Context, alpha: f64);

    #[wasm_bindgen(method, setter)]
    pub fn set_font(this: &Context, css: &JsValue);
    /// A browser without it sets the letters close.
    #[wasm_bindgen(method, setter, js_name = letterSpacing)]
    pub fn set_letter_spacing(this: &Context, css: &JsValue);
    #[wasm_bindgen(method, setter, js_name = textAlign)]
    pub fn set_text_align(this: &Context, align: &str);
    #[wasm_bindgen(method, setter, js_name = textBaseline)]
    pub fn set_text_baseline(this: &Context, baseline: &str);
    #[wasm_bindgen(method, setter)]
    pub fn set_direction(this: &Context, direction: &str);
    #[wasm_bindgen(method, js_name = measureText)]
    pub fn measure_text(this: &Context, text: &str) -> TextMetrics;
    #[wasm_bindgen(method, js_name = fillText)]
    pub fn fill_text(this: &Context, text: &str, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = strokeText)]
    pub fn stroke_text(this: &Context, text: &str, x: f64, y: f64);

    #[wasm_bindgen(method, js_name = setTransform)]
    pub fn set_transform(this: &Context, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64);
    #[wasm_bindgen(method)]
    pub fn save(this: &Context);
    #[wasm_bindgen(method)]
    pub fn restore(this: &Context);

    #[wasm_bindgen(method, js_name = beginPath)]
    pub fn begin_path(this: &Context);
    #[wasm_bindgen(method, js_name = moveTo)]
    pub fn move_to(this: &Context, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = lineTo)]
    pub fn line_to(this: &Context, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = quadraticCurveTo)]
    pub fn quadratic_curve_to(this: &Context, cx: f64, cy: f64, x: f64, y: f64);
    #[wasm_bindgen(method)]
    pub fn arc(this: &Context, x: f64, y: f64, radius: f64, from: f64, to: f64);
    #[wasm_bindgen(method, js_name = closePath)]
    pub fn close_path(this: &Context);
    #[wasm_bindgen(method)]
    pub fn fill(this: &Context);
    #[wasm_bindgen(method)]
    pub fn stroke(this: &Context);
    #[wasm_bindgen(method, js_name = fill)]
    pub fn fill_path(this: &Context, path: &Path2d, rule: &str);
    #[wasm_bindgen(method, js_name = stroke)]
    pub fn stroke_path(this: &Context, path: &Path2d);
    #[wasm_bindgen(method, js_name = clip)]
    pub fn clip_path(this: &Context, path: &Path2d, rule: &str);
    #[wasm_bindgen(method, js_name = fillRect)]
    pub fn fill_rect(this: &Context, x: f64, y: f64, width: f64, height: f64);
    #[wasm_bindgen(method, js_name = clearRect)]
    pub fn clear_rect(this: &Context, x: f64, y: f64, width: f64, height: f64);
}
