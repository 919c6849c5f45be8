//! Paints a scene on a canvas, item by item, so that a picture can be painted in slices. Paths of
//! the map that are drawn alike, one after the other, are one path.

use super::context::Context;
use super::paths::Paths;
use super::pen::Pen;
#[cfg(feature = "page")]
use crate::compose::Lit;
use crate::layout::hatch::hatch_lines;
#[cfg(feature = "page")]
use crate::motion::Mark;
use crate::project::MapPath;
use crate::scene::{Anchor, Cluster, Font, Hatch, Item, Scene, Segment, Stroke};
use crate::style::Color;
use crate::view::{Bounds, Camera};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const HALO_PX: f64 = 3.0;

/// Where a picture goes.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The context of the canvas.
    pub context: Context,
    /// Device pixels for a CSS px.
    pub dpr: f64,
    /// How much larger than the view the canvas is on each side, CSS px.
    pub margin_px: f64,
}

impl Sheet {
    /// Device pixels from the canvas's corner to the view's.
    fn corner(&self) -> f64 {
        self.margin_px * self.dpr
    }

    /// Lets the context draw in CSS px of the view.
    fn to_px(&self) {
        self.to_place(0.0, (0.0, 0.0));
    }

    /// Lets the context draw about a point, px, turned clockwise.
    fn to_place(&self, angle_rad: f64, (x, y): (f64, f64)) {
        let (sin, cos) = libm::sincos(angle_rad);
        let (sin, cos) = (sin * self.dpr, cos * self.dpr);
        let (x, y) = (x * self.dpr + self.corner(), y * self.dpr + self.corner());
        self.context.set_transform(cos, sin, -sin, cos, x, y);
    }

    /// Lets the context draw in kilometres of the map.
    fn to_km(&self, camera: &Camera) {
        let scale = camera.px_per_km * self.dpr;
        let origin = camera.to_screen(crate::projection::MapPoint::default());
        let (x, y) = (origin.x * self.dpr + self.corner(), origin.y * self.dpr + self.corner());
        self.context.set_transform(scale, 0.0, 0.0, scale, x, y);
    }
}

/// Paints scenes, and keeps what the next one can use again.
#[derive(Debug, Default)]
pub struct Painter {
    paths: Paths,
    pen: Pen,
}

impl Painter {
    /// Forgets the paths of a map that is gone.
    pub fn forget_paths(&mut self) {
        self.paths = Paths::default();
    }

    /// Sets texts in other faces, as CSS lists them.
    pub fn set_family(&mut self, family: &str) {
        self.pen.set_family(family);
    }

    /// Paints some items of a scene from `first` on, below the first one the ground: `count` of them,
    /// or a few more that are drawn as one. Says which comes next, if one does.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn paint_part(
        &mut self,
        scene: &Scene,
        sheet: &Sheet,
        first: usize,
        count: usize,
    ) -> Result<Option<usize>, JsValue> {
        let Sheet { context, margin_px, .. } = sheet;
        self.begin(scene, sheet);
        if first == 0 {
            let camera = scene.camera.grown(*margin_px);
            self.pen.fill(context, scene.ground);
            context.fill_rect(-margin_px, -margin_px, camera.width_px, camera.height_px);
        }
        self.items(scene, sheet, first, count)
    }

    /// Paints what is lit over its picture.
    ///
    /// # Errors
    /// What the browser throws.
    #[cfg(feature = "page")]
    pub fn paint_lit(&mut self, scene: &Scene, lit: Lit, sheet: &Sheet) -> Result<(), JsValue> {
        self.begin(scene, sheet);
        let marks = Scene { items: lit.marks, ..*scene };
        self.items(&marks, sheet, 0, usize::MAX)?;
        for index in lit.again {
            self.items(scene, sheet, index, 1)?;
        }
        Ok(())
    }

    fn begin(&mut self, scene: &Scene, sheet: &Sheet) {
        let context = &sheet.context;
        self.pen.forget();
        context.set_line_join("round");
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_direction(if scene.right_to_left { "rtl" } else { "ltr" });
        sheet.to_px();
    }

    fn items(
        &mut self,
        scene: &Scene,
        sheet: &Sheet,
        first: usize,
        count: usize,
    ) -> Result<Option<usize>, JsValue> {
        let Sheet { context, margin_px, .. } = sheet;
        let visible = scene.camera.grown(*margin_px).visible();
        let mut next = first;
        let last = first.saturating_add(count);
        while next < last
            && let Some(item) = scene.items.get(next)
        {
            next += 1;
            match item {
                Item::MapPath { fill, stroke, .. } => {
                    let (parts, after) = drawn_alike(&scene.items, next - 1, &visible);
                    next = after;
                    if !parts.is_empty() {
                        self.map_paths(scene, sheet, &parts, *fill, *stroke)?;
                    }
                }
                Item::Hatch { path, hatch, .. } => {
                    if path.bounds.overlaps(&visible) {
                        self.hatch(scene, sheet, path, *hatch)?;
                    }
                }
                Item::Shape { outline, fill, stroke, .. } => {
                    self.shape(context, outline, *fill, *stroke);
                }
                Item::Text { at, anchor, text, angle_rad, font, color, halo, .. } => {
                    sheet.to_place(*angle_rad, (at.x, at.y));
                    context.set_text_align(match anchor {
                        Anchor::Left => "left",
                        Anchor::Middle => "center",
                        Anchor::Right => "right",
                    });
                    self.pen.font(context, *font);
                    self.pen.stroke(context, Stroke::solid(*halo, HALO_PX), 1.0);
                    context.stroke_text(text, 0.0, 0.0);
                    self.pen.fill(context, *color);
                    context.fill_text(text, 0.0, 0.0);
                    context.set_text_align("center");
                    sheet.to_px();
                }
                Item::CurvedText { clusters, font, color, halo, .. } => {
                    self.curved_text(sheet, clusters, *font, *color, *halo);
                }
            }
        }
        Ok(Some(next).filter(|next| *next < scene.items.len()))
    }

    /// Paints marks and nothing else, on a canvas of a size, px.
    #[cfg(feature = "page")]
    pub fn marks(&mut self, marks: &[Mark], size_px: (f64, f64), sheet: &Sheet) {
        let context = &sheet.context;
        self.pen.forget();
        sheet.to_px();
        context.clear_rect(0.0, 0.0, size_px.0, size_px.1);
        for mark in marks {
            self.pen.fill(context, mark.color);
            context.set_global_alpha(mark.opacity);
            context.begin_path();
            context.arc(mark.at.x, mark.at.y, mark.radius_px, 0.0, std::f64::consts::TAU);
            context.fill();
        }
    }

    fn map_paths(
        &mut self,
        scene: &Scene,
        sheet: &Sheet,
        parts: &[&Rc<MapPath>],
        fill: Option<Color>,
        stroke: Option<Stroke>,
    ) -> Result<(), JsValue> {
        let context = &sheet.context;
        let path = self.paths.get(parts)?;
        sheet.to_km(&scene.camera);
        if let Some(fill) = fill {
            self.pen.fill(context, fill);
            context.fill_path(&path, "nonzero");
        }
        if let Some(stroke) = stroke {
            // Widths and dashes are meant in px, and would grow with the map.
            self.pen.stroke(context, stroke, 1.0 / scene.camera.px_per_km);
            context.stroke_path(&path);
        }
        sheet.to_px();
        Ok(())
    }

    fn hatch(
        &mut self,
        scene: &Scene,
        sheet: &Sheet,
        path: &Rc<MapPath>,
        hatch: Hatch,
    ) -> Result<(), JsValue> {
        let context = &sheet.context;
        let outline = self.paths.get(&[path])?;
        context.save();
        sheet.to_km(&scene.camera);
        context.clip_path(&outline, "nonzero");
        // The lines fill the whole canvas.
        let camera = scene.camera.grown(sheet.margin_px);
        context.set_transform(sheet.dpr, 0.0, 0.0, sheet.dpr, 0.0, 0.0);
        self.pen.stroke(context, Stroke::solid(hatch.color, hatch.width_px), 1.0);
        context.begin_path();
        for [from, to] in hatch_lines(path.bounds, &camera, hatch) {
            context.move_to(from.x, from.y);
            context.line_to(to.x, to.y);
        }
        context.stroke();
        context.restore();
        self.pen.forget();
        Ok(())
    }

    fn shape(
        &mut self,
        context: &Context,
        outline: &[Segment],
        fill: Option<Color>,
        stroke: Option<Stroke>,
    ) {
        context.begin_path();
        for segment in outline {
            match *segment {
                Segment::Move(p) => context.move_to(p.x, p.y),
                Segment::Line(p) => context.line_to(p.x, p.y),
                Segment::Quad(c, p) => context.quadratic_curve_to(c.x, c.y, p.x, p.y),
                Segment::Circle(p, radius) => {
                    context.move_to(p.x + radius, p.y);
                    context.arc(p.x, p.y, radius, 0.0, std::f64::consts::TAU);
                }
                Segment::Close => context.close_path(),
            }
        }
        if let Some(fill) = fill {
            self.pen.fill(context, fill);
            context.fill();
        }
        if let Some(stroke) = stroke {
            self.pen.stroke(context, stroke, 1.0);
            context.stroke();
        }
    }

    /// Each cluster turned about its middle; all halos first, for one would cover its neighbour.
    fn curved_text(
        &mut self,
        sheet: &Sheet,
        clusters: &[Cluster],
        font: Font,
        color: Color,
        halo: Color,
    ) {
        let context = &sheet.context;
        self.pen.font(context, font.spaced(0.0));
        self.pen.stroke(context, Stroke::solid(halo, HALO_PX), 1.0);
        self.pen.fill(context, color);
        for filled in [false, true] {
            for cluster in clusters {
                sheet.to_place(cluster.angle_rad, (cluster.at.x, cluster.at.y));
                // Letters that are set apart have the room after them.
                let left = -cluster.width_px / 2.0 + font.spacing_px / 2.0;
                if filled {
                    context.fill_text(&cluster.text, left, 0.0);
                } else {
                    context.stroke_text(&cluster.text, left, 0.0);
                }
            }
        }
        sheet.to_px();
    }
}

/// The paths of the map that are drawn as one with the item of an index, as far as they are in
/// sight, and the index after them. What would show that two lie over one another is drawn alone:
/// what is edged, and what is seen through.
fn drawn_alike<'a>(
    items: &'a [Item],
    first: usize,
    visible: &Bounds,
) -> (Vec<&'a Rc<MapPath>>, usize) {
    let is_opaque = |fill: Option<Color>| fill.is_some_and(|fill| fill.alpha == u8::MAX);
    let mut parts = Vec::new();
    let mut look = None;
    let mut next = first;
    while let Some(Item::MapPath { path, fill, stroke, .. }) = items.get(next)
        && *look.get_or_insert((fill, stroke)) == (fill, stroke)
        && (next == first || fill.is_none() || (stroke.is_none() && is_opaque(*fill)))
    {
        next += 1;
        if path.bounds.overlaps(visible) {
            parts.push(path);
        }
    }
    (parts, next)
}
