//! Paints a scene on a canvas. Paths of the map are kept as `Path2D` in map units, so that a
//! pan or zoom costs one transform and no geometry.

use crate::decimal::decimal;
use crate::layout::hatch::hatch_lines;
use crate::motion::Mark;
use crate::project::MapPath;
use crate::scene::{Anchor, Cluster, FAMILY, Font, Hatch, Item, Scene, Segment, Stroke};
use crate::sorted::SortedMap;
use crate::style::Color;
use crate::view::Camera;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, Path2d};

const HALO_PX: f64 = 3.0;

/// A font as CSS writes it.
pub fn font_css(font: Font) -> String {
    let style = if font.italic { "italic " } else { "" };
    let weight = if font.strong { "600 " } else { "" };
    format!("{style}{weight}{}px {FAMILY}", decimal(font.size_px))
}

/// Paints scenes, and keeps what the next one can use again.
#[derive(Debug)]
pub struct Painter {
    context: CanvasRenderingContext2d,
    paths: SortedMap<u32, Path2d>,
    colors: SortedMap<Color, JsValue>,
}

impl Painter {
    /// Paints on a canvas.
    pub fn new(context: CanvasRenderingContext2d) -> Self {
        Self { context, paths: SortedMap::new(), colors: SortedMap::new() }
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
        context.set_text_align("center");
        context.set_text_baseline("middle");
        let direction = if scene.right_to_left { "rtl" } else { "ltr" };
        set(&context, "direction", &JsValue::from_str(direction));
        self.fill_style(scene.ground);
        context.fill_rect(0.0, 0.0, scene.camera.width_px, scene.camera.height_px);
        let visible = scene.camera.visible();
        for item in &scene.items {
            match item {
                Item::MapPath { path, fill, stroke, .. } if path.bounds.overlaps(&visible) => {
                    self.map_path(scene, path, *fill, *stroke, dpr)?;
                }
                Item::Hatch { path, hatch, .. } if path.bounds.overlaps(&visible) => {
                    self.hatch(scene, path, *hatch, dpr)?;
                }
                Item::MapPath { .. } | Item::Hatch { .. } => {}
                Item::Shape { outline, fill, stroke, .. } => self.shape(outline, *fill, *stroke)?,
                Item::Text { at, anchor, text, angle_rad, font, color, halo, .. } => {
                    // Turned about its middle, which becomes the origin.
                    let (sin, cos) = libm::sincos(*angle_rad);
                    let (sin, cos) = (sin * dpr, cos * dpr);
                    context.set_transform(cos, sin, -sin, cos, at.x * dpr, at.y * dpr)?;
                    context.set_text_align(match anchor {
                        Anchor::Left => "left",
                        Anchor::Middle => "center",
                        Anchor::Right => "right",
                    });
                    self.text(text, *font, *color, *halo)?;
                    context.set_text_align("center");
                    context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)?;
                }
                Item::CurvedText { clusters, font, color, halo, .. } => {
                    self.curved_text(clusters, *font, *color, *halo, dpr)?;
                }
            }
        }
        Ok(())
    }

    /// Paints on another canvas, with the paths and colours that are kept already.
    ///
    /// # Errors
    /// What `paint` returns.
    pub fn on(
        &mut self,
        other: CanvasRenderingContext2d,
        paint: impl FnOnce(&mut Self) -> Result<(), JsValue>,
    ) -> Result<(), JsValue> {
        let own = std::mem::replace(&mut self.context, other);
        let painted = paint(self);
        self.context = own;
        painted
    }

    /// Paints marks and nothing else, at `dpr` device pixels for a CSS px.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn marks(&mut self, marks: &[Mark], size_px: (f64, f64), dpr: f64) -> Result<(), JsValue> {
        let context = self.context.clone();
        context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)?;
        context.clear_rect(0.0, 0.0, size_px.0, size_px.1);
        for mark in marks {
            self.fill_style(mark.color);
            context.set_global_alpha(mark.opacity);
            context.begin_path();
            context.arc(mark.at.x, mark.at.y, mark.radius_px, 0.0, std::f64::consts::TAU)?;
            context.fill();
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
        let shape = self.kept(path)?;
        self.to_map_units(camera, dpr)?;
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

    /// Lets the context draw in kilometres of the map.
    fn to_map_units(&self, camera: &Camera, dpr: f64) -> Result<(), JsValue> {
        let scale = camera.px_per_km * dpr;
        let (x, y) = (
            (camera.width_px / 2.0 - camera.centre.x * camera.px_per_km) * dpr,
            (camera.height_px / 2.0 - camera.centre.y * camera.px_per_km) * dpr,
        );
        self.context.set_transform(scale, 0.0, 0.0, scale, x, y)
    }

    fn hatch(
        &mut self,
        scene: &Scene,
        path: &MapPath,
        hatch: Hatch,
        dpr: f64,
    ) -> Result<(), JsValue> {
        let context = self.context.clone();
        let shape = self.kept(path)?;
        context.save();
        self.to_map_units(&scene.camera, dpr)?;
        context.clip_with_path_2d_and_winding(&shape, CanvasWindingRule::Evenodd);
        context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)?;
        self.stroke_style(Stroke::solid(hatch.color, hatch.width_px), 1.0)?;
        context.begin_path();
        for [from, to] in hatch_lines(path.bounds, &scene.camera, hatch) {
            context.move_to(from.x, from.y);
            context.line_to(to.x, to.y);
        }
        context.stroke();
        context.restore();
        Ok(())
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

    fn text(&mut self, text: &str, font: Font, color: Color, halo: Color) -> Result<(), JsValue> {
        let context = self.context.clone();
        self.set_font(font);
        self.stroke_style(Stroke::solid(halo, HALO_PX), 1.0)?;
        context.stroke_text(text, 0.0, 0.0)?;
        self.fill_style(color);
        context.fill_text(text, 0.0, 0.0)
    }

    /// Each cluster turned about its middle; all halos first, for one would cover its neighbour.
    fn curved_text(
        &mut self,
        clusters: &[Cluster],
        font: Font,
        color: Color,
        halo: Color,
        dpr: f64,
    ) -> Result<(), JsValue> {
        let context = self.context.clone();
        self.set_font(font.spaced(0.0));
        self.stroke_style(Stroke::solid(halo, HALO_PX), 1.0)?;
        self.fill_style(color);
        for filled in [false, true] {
            for cluster in clusters {
                let (sin, cos) = libm::sincos(cluster.angle_rad);
                let (sin, cos) = (sin * dpr, cos * dpr);
                let at = cluster.at;
                context.set_transform(cos, sin, -sin, cos, at.x * dpr, at.y * dpr)?;
                // Letters that are set apart have the room after them.
                let left = -cluster.width_px / 2.0 + font.spacing_px / 2.0;
                if filled {
                    context.fill_text(&cluster.text, left, 0.0)?;
                } else {
                    context.stroke_text(&cluster.text, left, 0.0)?;
                }
            }
        }
        context.set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)
    }

    fn set_font(&self, font: Font) {
        self.context.set_font(&font_css(font));
        self.context.set_text_baseline("middle");
        // Not in the bindings yet; a browser without it sets the letters close.
        let spacing = JsValue::from_str(&format!("{}px", decimal(font.spacing_px)));
        set(&self.context, "letterSpacing", &spacing);
    }

    fn css(&mut self, color: Color) -> JsValue {
        if let Some(css) = self.colors.get(&color) {
            return css.clone();
        }
        let css = JsValue::from_str(&color.css());
        self.colors.insert(color, css.clone());
        css
    }

    fn fill_style(&mut self, color: Color) {
        let css = self.css(color);
        set(&self.context, "fillStyle", &css);
    }

    fn stroke_style(&mut self, stroke: Stroke, unit: f64) -> Result<(), JsValue> {
        let css = self.css(stroke.color);
        set(&self.context, "strokeStyle", &css);
        self.context.set_line_width(stroke.width_px * unit);
        self.context.set_line_cap(if stroke.dash.is_round() { "round" } else { "butt" });
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
