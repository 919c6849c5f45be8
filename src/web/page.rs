//! What a page sees and does: the map drawn, moved, asked and told. In the module that every reader
//! loads.

use super::answer::{maybe_to_js, to_js};
use super::drawing::{Context, Sheet, Widget};
use crate::compose::Furniture;
use crate::error::Problem;
use crate::interact::{Input, Pointer};
use crate::layout::legend::LegendRow;
use crate::layout::north::North;
use crate::layout::scale_bar::ScaleBar;
use crate::projection::{MapPoint, ProjectionKind};
use crate::view::{Bounds, Camera, Insets, ScreenPoint, Shift};
use crate::widget::{Effects, Goal, Walk};
use crate::worldview::WorldView;
use js_sys::Float64Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What came of a word for a setting.
#[derive(Serialize)]
struct Setting {
    /// What is wrong with the word.
    problems: Vec<Problem>,
    /// What changed.
    effects: Effects,
}

/// What of the furniture has changed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct News<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    legend: Option<&'a [LegendRow]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale_bar: Option<&'a Option<ScaleBar>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    north: Option<&'a Option<North>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<&'a str>,
}

#[wasm_bindgen]
impl Widget {
    /// Sets the projection by its name. Without a word, or with one that is no projection's, it is
    /// the brief's choice. Answers `{ problems, effects }`.
    #[wasm_bindgen(js_name = setProjection)]
    pub fn set_projection(&mut self, name: Option<String>) -> JsValue {
        let named = name.as_deref().map(ProjectionKind::from_name).transpose();
        let (kind, problems) = match named {
            Ok(kind) => (kind, Vec::new()),
            Err(problem) => (None, vec![problem]),
        };
        let effects = self.core.set_projection(kind);
        if effects.draw {
            self.painter.forget_paths();
        }
        to_js(&Setting { problems, effects })
    }

    /// Shows borders according to somebody else. Without a word, or with one that is no view's, it
    /// is the brief's choice. Answers `{ problems, effects }`.
    #[wasm_bindgen(js_name = setWorldview)]
    pub fn set_worldview(&mut self, word: Option<String>) -> JsValue {
        let (view, problems) = match word.map(|word| WorldView::read(&word)).transpose() {
            Ok(view) => (view, Vec::new()),
            Err(problems) => (None, problems.0),
        };
        let effects = self.core.set_worldview(view);
        self.painter.forget_paths();
        to_js(&Setting { problems, effects })
    }

    /// Draws lines of equal longitude and latitude with any word but `none`. Without a word it is
    /// the brief's choice. Answers `{ problems, effects }`.
    #[wasm_bindgen(js_name = setGraticule)]
    pub fn set_graticule(&mut self, word: Option<String>) -> JsValue {
        let effects = self.core.set_graticule(word.map(|word| word != "none"));
        if effects.draw {
            self.painter.forget_paths();
        }
        to_js(&Setting { problems: Vec::new(), effects })
    }

    /// Gives the box its size, and the margin beyond it in which the ground is drawn too.
    pub fn resize(&mut self, width_px: f64, height_px: f64, margin_px: f64) {
        self.core.resize(width_px, height_px);
        self.core.set_margin(margin_px);
    }

    /// Says which parts of the box lie under panels.
    #[wasm_bindgen(js_name = setInsets)]
    pub fn set_insets(&mut self, top: f64, right: f64, bottom: f64, left: f64) -> JsValue {
        to_js(&self.core.set_insets(Insets { top, right, bottom, left }))
    }

    /// Says where no text may go: left, top, width, height of each part in turn.
    #[wasm_bindgen(js_name = setObstacles)]
    pub fn set_obstacles(&mut self, parts: &Float64Array) {
        let parts = parts.to_vec();
        let parts = parts.chunks_exact(4).filter_map(|part| match *part {
            [left, top, width, height] => Some(Bounds::of_size(left, top, width, height)),
            _ => None,
        });
        self.core.set_obstacles(parts.collect());
    }

    /// Does some of what `compose` would have to do first, and says whether there is more.
    pub fn prepare(&mut self) -> bool {
        self.core.prepare()
    }

    /// Composes the picture; the view that it is of, for `shift`, or `undefined` without a picture.
    pub fn compose(&mut self) -> Option<Vec<f64>> {
        let Camera { centre, px_per_km, width_px, height_px } = self.core.scene(&self.text)?.camera;
        Some(vec![centre.x, centre.y, px_per_km, width_px, height_px])
    }

    /// Paints the picture that was composed last on a canvas with a margin, px, at `dpr` device
    /// pixels for a CSS px: about `count` items from `first` on. Says which comes next, if one does.
    #[wasm_bindgen(js_name = paintPart)]
    pub fn paint_part(
        &mut self,
        context: Context,
        dpr: f64,
        margin_px: f64,
        first: usize,
        count: usize,
    ) -> Result<Option<usize>, JsValue> {
        let Some(scene) = self.core.composed() else { return Ok(None) };
        self.painter.paint_part(scene, &Sheet { context, dpr, margin_px }, first, count)
    }

    /// Whether something else than the view has changed since the picture was composed.
    #[wasm_bindgen(js_name = isStale)]
    pub fn is_stale(&self) -> bool {
        self.core.is_stale()
    }

    /// How a picture of a view that `compose` told is moved to show the present one: scale, and
    /// where its corner goes, CSS px; `undefined` when it has to be composed anew.
    pub fn shift(&self, view: &[f64]) -> Option<Vec<f64>> {
        let &[x, y, px_per_km, width_px, height_px] = view else { return None };
        let centre = MapPoint::new(x, y);
        let Shift { scale, dx_px, dy_px } =
            self.core.shift_from(&Camera { centre, px_per_km, width_px, height_px })?;
        Some(vec![scale, dx_px, dy_px])
    }

    /// Paints what the pointer is at, and what belongs to it, over the picture that is shown on a
    /// canvas at `dpr` device pixels for a CSS px.
    #[wasm_bindgen(js_name = paintLit)]
    pub fn paint_lit(&mut self, context: Context, dpr: f64) -> Result<(), JsValue> {
        let Some((scene, lit)) = self.core.lit() else { return Ok(()) };
        self.painter.paint_lit(scene, lit, &Sheet { context, dpr, margin_px: 0.0 })
    }

    /// Paints the marks that move along flows, and nothing else, on a canvas of the map's size at
    /// `dpr` device pixels for a CSS px, when a time, ms, has passed since they set out; how many
    /// there are.
    #[wasm_bindgen(js_name = paintMarks)]
    pub fn paint_marks(&mut self, context: Context, dpr: f64, elapsed_ms: f64) -> usize {
        let marks = self.core.marks(elapsed_ms);
        let sheet = Sheet { context, dpr, margin_px: 0.0 };
        self.painter.marks(&marks, self.core.size_px(), &sheet);
        marks.len()
    }

    /// A pointer does something: `down`, `move`, `up`, `cancel` or `leave`; of a finger `hold` when it
    /// has been still for long, and `tapped` when no second tap has come. `free`: on `down` that a
    /// finger alone moves the map, not the page; on `up` that the map may go on moving by itself.
    #[allow(clippy::too_many_arguments, reason = "each is a field of the browser's event")]
    pub fn pointer(
        &mut self,
        what: &str,
        id: i32,
        x: f64,
        y: f64,
        time_ms: f64,
        touch: bool,
        free: bool,
    ) -> JsValue {
        let at = ScreenPoint::new(x, y);
        to_js(&self.core.input(match what {
            "down" => {
                let by = match (touch, free) {
                    (false, _) => Pointer::Mouse,
                    (true, true) => Pointer::Finger,
                    (true, false) => Pointer::PageFinger,
                };
                Input::Down { id, at, by, time_ms }
            }
            "move" => Input::Move { id, at, time_ms },
            "up" => Input::Up { id, at, time_ms, glides: free },
            "hold" => Input::Hold,
            "tapped" => Input::Tapped,
            "cancel" => Input::Cancel { id },
            _ => Input::Leave,
        }))
    }

    /// The wheel turns.
    pub fn wheel(&mut self, x: f64, y: f64, delta_px: f64) -> JsValue {
        to_js(&self.core.input(Input::Wheel { at: ScreenPoint::new(x, y), delta_px }))
    }

    /// Does what a click at a point of the box does.
    pub fn press(&mut self, x: f64, y: f64) -> JsValue {
        to_js(&self.core.press(ScreenPoint::new(x, y)))
    }

    /// Makes the map larger by a factor, about a point or the middle.
    #[wasm_bindgen(js_name = zoomBy)]
    pub fn zoom_by(&mut self, factor: f64, x: Option<f64>, y: Option<f64>) -> JsValue {
        let at = x.zip(y).map(|(x, y)| ScreenPoint::new(x, y));
        to_js(&self.core.zoom_by(factor, at))
    }

    /// Moves the view.
    #[wasm_bindgen(js_name = panBy)]
    pub fn pan_by(&mut self, dx_px: f64, dy_px: f64) -> JsValue {
        to_js(&self.core.pan_by(dx_px, dy_px))
    }

    /// Back to the first view.
    pub fn home(&mut self) -> JsValue {
        to_js(&self.core.home())
    }

    /// Moves the keyboard's cursor: so many further in its list, to so many kinds further, or to the
    /// nearest thing in a direction.
    pub fn walk(&mut self, along: i32, kind: i32, dx: f64, dy: f64) -> JsValue {
        let way = match (along, kind) {
            (0, 0) => Walk::Towards(dx, dy),
            (0, kind) => Walk::Kind(kind),
            (along, _) => Walk::Along(along),
        };
        to_js(&self.core.walk(way, &self.text))
    }

    /// What the cursor is at; `undefined` when it is put away, or what it is at is hidden.
    pub fn cursor(&self) -> JsValue {
        maybe_to_js(self.core.cursor())
    }

    /// Where the cursor is in the box, `[x, y]` in CSS px; `undefined` when there is nothing to show.
    #[wasm_bindgen(js_name = cursorAt)]
    pub fn cursor_at(&self) -> Option<Vec<f64>> {
        self.core.cursor_at().map(|at| vec![at.x, at.y])
    }

    /// Puts the cursor away.
    pub fn leave(&mut self) -> JsValue {
        to_js(&self.core.leave())
    }

    /// Chooses what has a kind and an id.
    pub fn select(&mut self, kind: &str, id: &str) -> JsValue {
        to_js(&self.core.select(kind, id))
    }

    /// Chooses nothing.
    #[wasm_bindgen(js_name = clearSelection)]
    pub fn clear_selection(&mut self) -> JsValue {
        to_js(&self.core.clear_selection())
    }

    /// Switches a layer.
    #[wasm_bindgen(js_name = setLayer)]
    pub fn set_layer(&mut self, id: &str, visible: bool) -> JsValue {
        to_js(&self.core.set_layer(id, visible))
    }

    /// Chooses a lens by its id, or none.
    #[wasm_bindgen(js_name = setLens)]
    pub fn set_lens(&mut self, id: Option<String>) -> JsValue {
        to_js(&self.core.set_lens(id.as_deref()))
    }

    /// The lenses.
    pub fn lenses(&self) -> JsValue {
        to_js(&self.core.lenses())
    }

    /// The panel of the lens that is chosen; `undefined` when none is.
    #[wasm_bindgen(js_name = lensPanel)]
    pub fn lens_panel(&self) -> JsValue {
        maybe_to_js(self.core.lens_panel())
    }

    /// The steps of the story.
    pub fn story(&self) -> JsValue {
        to_js(&self.core.story())
    }

    /// Tells a step of the story.
    #[wasm_bindgen(js_name = showStep)]
    pub fn show_step(&mut self, index: usize, animate: bool) -> JsValue {
        to_js(&self.core.show_step(index, animate))
    }

    /// The panel with the facts of a step; `undefined` when there is no such step.
    #[wasm_bindgen(js_name = stepPanel)]
    pub fn step_panel(&self, index: usize) -> JsValue {
        maybe_to_js(self.core.step_panel(index))
    }

    /// Flies to a centre, degrees, a zoom level and what has the ids, or arrives there at once.
    #[wasm_bindgen(js_name = flyTo)]
    pub fn fly_to(
        &mut self,
        lon: Option<f64>,
        lat: Option<f64>,
        zoom: Option<f64>,
        fit: Vec<String>,
        animate: bool,
    ) -> JsValue {
        let centre = lon.zip(lat).map(|(x, y)| ::geo::Coord { x, y });
        to_js(&self.core.fly_to(&Goal { centre, zoom, fit }, animate))
    }

    /// The view as `flyTo` takes it: longitude, latitude, zoom; `undefined` for the first view.
    pub fn whereabouts(&self) -> Option<Vec<f64>> {
        let (centre, zoom) = self.core.whereabouts()?;
        Some(vec![centre.x, centre.y, zoom])
    }

    /// The countries of the map with their names.
    pub fn countries(&self) -> JsValue {
        to_js(&self.core.countries())
    }

    /// Shows a part of the box as large as it can be.
    #[wasm_bindgen(js_name = showPart)]
    pub fn show_part(
        &mut self,
        left: f64,
        top: f64,
        width: f64,
        height: f64,
        animate: bool,
    ) -> JsValue {
        to_js(&self.core.show_part(Bounds::of_size(left, top, width, height), animate))
    }

    /// Whether the view is as far out as it goes (less than 0), as near as it goes (more than 0), or
    /// between.
    #[wasm_bindgen(js_name = zoomEnd)]
    pub fn zoom_end(&self) -> i8 {
        self.core.zoom_end()
    }

    /// Goes on with a flight when a time, ms, has passed since the last call.
    pub fn advance(&mut self, elapsed_ms: f64) -> JsValue {
        to_js(&self.core.advance(elapsed_ms))
    }

    /// The layer switches.
    pub fn layers(&self) -> JsValue {
        to_js(&self.core.layers())
    }

    /// What of legend, scale bar and north is other than when this was last asked:
    /// `{ legend, scaleBar, north, told }`, each absent when it is the same, and `null` when it is gone.
    pub fn furniture(&mut self) -> JsValue {
        let described = self.core.told(&self.text).unwrap_or_default();
        let is_told = described != self.described;
        self.described = described;
        let Some(now) = self.core.furniture(&self.text) else { return JsValue::UNDEFINED };
        let told = self.told.replace(now.clone());
        let is_new = |same: fn(&Furniture, &Furniture) -> bool| {
            told.as_ref().is_none_or(|told| !same(told, now))
        };
        to_js(&News {
            legend: is_new(|a, b| a.legend == b.legend).then_some(&*now.legend),
            scale_bar: is_new(|a, b| a.scale_bar == b.scale_bar).then_some(&now.scale_bar),
            north: is_new(|a, b| a.north == b.north).then_some(&now.north),
            told: is_told.then_some(&self.described),
        })
    }

    /// The same of scale bar and north alone, for a view that has no picture of its own yet.
    pub fn gauge(&mut self) -> JsValue {
        let Some((scale_bar, north)) = self.core.gauge() else { return JsValue::UNDEFINED };
        let told = self.told.get_or_insert_default();
        let news = News {
            legend: None,
            scale_bar: (told.scale_bar != scale_bar).then_some(&scale_bar),
            north: (told.north != north).then_some(&north),
            told: None,
        };
        let answer = to_js(&news);
        (told.scale_bar, told.north) = (scale_bar, north);
        answer
    }

    /// The panel for what has a kind and an id; `undefined` when there is no such thing.
    pub fn panel(&self, kind: &str, id: &str) -> JsValue {
        maybe_to_js(self.core.panel(kind, id))
    }

    /// A panel with facts of the brief, so many from one on; `undefined` beyond the last.
    pub fn facts(&self, first: usize, count: usize) -> JsValue {
        maybe_to_js(self.core.facts(first, count))
    }

    /// What the brief is; `undefined` as long as there is none.
    pub fn meta(&self) -> JsValue {
        maybe_to_js(self.core.about())
    }

    /// What is at a point of the last picture; `undefined` for nothing.
    pub fn pick(&self, x: f64, y: f64) -> JsValue {
        let picked = self.core.pick(ScreenPoint::new(x, y));
        maybe_to_js(picked)
    }

    /// Where a position, degrees, is in the box: `[x, y]` in CSS px.
    pub fn project(&self, lon: f64, lat: f64) -> Option<Vec<f64>> {
        let point = self.core.project(::geo::Coord { x: lon, y: lat })?;
        Some(vec![point.x, point.y])
    }

    /// What this map shows in numbers, for `setState` of another with the same documents; `undefined`
    /// as long as there is no map.
    pub fn state(&self) -> Option<Vec<f64>> {
        self.core.state()
    }
}
