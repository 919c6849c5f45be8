//! Paints a scene on a canvas. Paths of the map are kept as `Path2D` in map units, so that a
//! pan or zoom costs one transform and no geometry.

use crate::project::MapPath;
use crate::scene::{Dash, Font, Item, Scene, Segment, Stroke};
use crate::style::Color;
use js_sys::Array;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, Path2d};

const FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// A font as CSS writes it.
pub fn font_css(font: Font) -> String {
    let style = if font.italic { "italic " } else { "" };
    let weight = if font.strong { "600 " } else { "" };
    format!("{style}{weight}{}px {FAMILY}", font.size_px)
}

/// Paints scenes, and keeps what the next one can use again.
#[derive(Debug)]
pub struct Painter {
    context: CanvasRenderingContext2d,
    paths: BTreeMap<u32, Path2d>,
    colors: BTreeMap<Color, JsValue>,
}

impl Painter {
    /// Paints on a canvas.
    pub fn new(context: CanvasRenderingContext2d) -> Self {
        Self { context, paths: BTreeMap::new(), colors: BTreeMap::new() }
    }

    /// Forgets the paths of a map that is gone.
    pub fn forget_paths(&mut self) {
        self.paths.clear();
    }

    /// Forgets the colours of a theme that is gone.
    pub fn forget_colors(&mut self) {
        self.colors.clear();
    }

    /// Paints a scene at `dpr` device pixels for a CSS px.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn paint(&mut self, scene: &Scene, dpr: f64) -> Result<(), JsValue> {
        let context = self.context.clone();
        context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)?;
        context.set_line_join("round");
        self.fill_style(scene.ground);
        context.fill_rect(0.0, 0.0, scene.camera.width_px, scene.camera.height_px);
        let visible = scene.camera.visible();
        for item in &scene.items {
            match item {
                Item::MapPath { path, fill, stroke, .. } if path.bounds.overlaps(&visible) => {
                    self.map_path(scene, path, *fill, *stroke, dpr)?;
                }
                Item::MapPath { .. } => {}
                Item::Shape { outline, fill, stroke, .. } => self.shape(outline, *fill, *stroke)?,
                Item::Text { at, text, width_px, angle_rad, font, color, halo, .. } => {
                    // Turned about its middle, which becomes the origin.
                    let (sin, cos) = libm::sincos(*angle_rad);
                    let (sin, cos) = (sin * dpr, cos * dpr);
                    context.set_transform(cos, sin, -sin, cos, at.x * dpr, at.y * dpr)?;
                    self.text(text, -width_px / 2.0, *font, *color, *halo)?;
                    context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)?;
                }
            }
        }
        Ok(())
    }

    fn map_path(
        &mut self,
        scene: &Scene,
        path: &MapPath,
        fill: Option<Color>,
        stroke: Option<Stroke>,
        dpr: f64,
    ) -> Result<(), JsValue> {
        let context = self.context.clone();
        let camera = &scene.camera;
        let scale = camera.px_per_km * dpr;
        let (x, y) = (
            (camera.width_px / 2.0 - camera.centre.x * camera.px_per_km) * dpr,
            (camera.height_px / 2.0 - camera.centre.y * camera.px_per_km) * dpr,
        );
        let shape = self.kept(path)?;
        context.set_transform(scale, 0.0, 0.0, scale, x, y)?;
        if let Some(fill) = fill {
            self.fill_style(fill);
            context.fill_with_path_2d_and_winding(&shape, CanvasWindingRule::Evenodd);
        }
        if let Some(stroke) = stroke {
            // Widths and dashes are meant in px, and would grow with the map.
            self.stroke_style(stroke, 1.0 / camera.px_per_km)?;
            context.stroke_with_path(&shape);
        }
        context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)
    }

    fn kept(&mut self, path: &MapPath) -> Result<Path2d, JsValue> {
        if let Some(kept) = self.paths.get(&path.key) {
            return Ok(kept.clone());
        }
        let shape = Path2d::new()?;
        for run in &path.runs {
            for (index, point) in run.iter().enumerate() {
                if index == 0 {
                    shape.move_to(point.x, point.y);
                } else {
                    shape.line_to(point.x, point.y);
                }
            }
            if path.closed {
                shape.close_path();
            }
        }
        self.paths.insert(path.key, shape.clone());
        Ok(shape)
    }

    fn shape(
        &mut self,
        outline: &[Segment],
        fill: Option<Color>,
        stroke: Option<Stroke>,
    ) -> Result<(), JsValue> {
        let context = self.context.clone();
        context.begin_path();
        for segment in outline {
            match *segment {
                Segment::Move(p) => context.move_to(p.x, p.y),
                Segment::Line(p) => context.line_to(p.x, p.y),
                Segment::Quad(c, p) => context.quadratic_curve_to(c.x, c.y, p.x, p.y),
                Segment::Circle(p, radius) => {
                    context.move_to(p.x + radius, p.y);
                    context.arc(p.x, p.y, radius, 0.0, std::f64::consts::TAU)?;
                }
                Segment::Close => context.close_path(),
            }
        }
        if let Some(fill) = fill {
            self.fill_style(fill);
            context.fill();
        }
        if let Some(stroke) = stroke {
            self.stroke_style(stroke, 1.0)?;
            context.stroke();
        }
        Ok(())
    }

    fn text(
        &mut self,
        text: &str,
        left: f64,
        font: Font,
        color: Color,
        halo: Color,
    ) -> Result<(), JsValue> {
        const HALO_PX: f64 = 3.0;
        let context = self.context.clone();
        context.set_font(&font_css(font));
        context.set_text_baseline("middle");
        // Not in the bindings yet; a browser without it sets the letters close.
        let spacing = JsValue::from_str(&format!("{}px", font.spacing_px));
        set(&context, "letterSpacing", &spacing);
        self.stroke_style(Stroke::solid(halo, HALO_PX), 1.0)?;
        context.stroke_text(text, left, 0.0)?;
        self.fill_style(color);
        context.fill_text(text, left, 0.0)
    }

    fn css(&mut self, color: Color) -> JsValue {
        self.colors.entry(color).or_insert_with(|| JsValue::from_str(&color.css())).clone()
    }

    fn fill_style(&mut self, color: Color) {
        let css = self.css(color);
        set(&self.context, "fillStyle", &css);
    }

    fn stroke_style(&mut self, stroke: Stroke, unit: f64) -> Result<(), JsValue> {
        let css = self.css(stroke.color);
        set(&self.context, "strokeStyle", &css);
        self.context.set_line_width(stroke.width_px * unit);
        self.context.set_line_cap(match stroke.dash {
            Dash::Dotted => "round",
            _ => "butt",
        });
        let lengths: Array = stroke
            .dash
            .lengths_px()
            .iter()
            .map(|length| JsValue::from_f64(length * unit))
            .collect();
        self.context.set_line_dash(&lengths)
    }
}

/// Sets a style from a string that JavaScript already has, which `set_fill_style_str` would copy.
fn set(context: &CanvasRenderingContext2d, property: &str, value: &JsValue) {
    // A canvas takes any style, so there is nothing that could go wrong.
    let _ = js_sys::Reflect::set(context.unchecked_ref(), &JsValue::from_str(property), value);
}
