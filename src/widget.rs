//! The widget without its browser: documents in, input in; scene, panel and legend out.

mod countries;
mod cursor;
mod flights;
mod lenses;
mod moving;
mod plates;
mod pointed;
mod shifted;
mod state;
mod takeaway;

pub use countries::CountryEntry;
pub use cursor::Walk;
pub use flights::Goal;
pub use lenses::{LensEntry, StepEntry};

use crate::brief::{self, Brief, BriefReader};
use crate::compose::{Atlas, Furniture, View, compose, furniture, group_title};
use crate::error::Problems;
use crate::geo::{self, BaseMap, Credit, MapReader};
use crate::glide::Glide;
use crate::interact::{Input, Outcome, Pointer, Pointers};
use crate::json;
use crate::layout::seen::seen;
use crate::limits::InputLimits;
use crate::model::{End, Model};
use crate::panel::{Panel, add_facts, panel};
use crate::projection::{MapPoint, ProjectionKind};
use crate::scene::{Scene, Target, TextMeasure};
use crate::speech::{Said, Speech, primary, right_to_left};
use crate::style::Theme;
use crate::told::describe;
use crate::view::{Bounds, Camera, Insets, Limits, ScreenPoint};
use crate::worldview::WorldView;
use flights::start_glide;
use serde::Serialize;
use std::rc::Rc;

/// What changed with an input.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Effects {
    /// Whether the picture has to be drawn anew.
    pub draw: bool,
    /// Whether the view moved.
    pub view: bool,
    /// Whether a flight is under way, which wants [`Widget::advance`] with every frame.
    pub flying: bool,
    /// Whether a tap wants [`Input::Tapped`] if no second one comes.
    pub waits: bool,
    /// Name of the cursor, if it may be another one now.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub cursor: &'static str,
    /// What is under the pointer now, if that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hover: Option<Option<Named>>,
    /// What a click may have meant, where that is several things.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choose: Option<Choices>,
    /// What is chosen now, if that changed or was chosen again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<Option<Named>>,
    /// Id of the lens now, if that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lens: Option<Option<String>>,
    /// What is to be told of where the keyboard's cursor is now, in sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Said>,
}

/// A target by the ids of the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// `country`, `flow`, `place`, `line`, `area`, `disputed`, `sum` or `group`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Said,
    /// Its main value, where it is pointed at or to be chosen from several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Said>,
}

/// Small things under one point.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choices {
    /// Where, px from the left.
    pub x: f64,
    /// And from the top.
    pub y: f64,
    /// The things, the likeliest first.
    pub of: Vec<Named>,
}

/// A layer switch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LayerSwitch {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Said,
    /// Whether it is on.
    pub visible: bool,
}

/// What the brief is and whom the map is owed to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct About {
    /// Title.
    pub title: Said,
    /// One or two sentences.
    pub summary: Said,
    /// Lines to print.
    pub attribution: Vec<Credit>,
    /// The publication in one line.
    pub publication: String,
    /// Where to read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication_url: Option<String>,
    /// The language of the brief, where it is not the one asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Remarks of the editor.
    pub notes: Vec<Said>,
}

/// A map with its state.
#[derive(Debug, Clone, Default)]
pub struct Widget {
    base: Option<Rc<BaseMap>>,
    brief: Option<Brief>,
    /// The bytes of the brief, for translations to be added to: a tenth of what they are read as.
    document: Vec<u8>,
    /// How much of it and of its translations is read.
    limits: InputLimits,
    /// The translations that were added, by their languages.
    translations: Vec<(String, Vec<u8>)>,
    /// The world view that the page asks for instead of the brief's.
    worldview: Option<WorldView>,
    shown: Option<Shown>,
    /// What is set in place of the brief's choice.
    projection: Option<ProjectionKind>,
    /// The same for lines of equal longitude and latitude.
    graticule: Option<bool>,
    size_px: (f64, f64),
    insets: Insets,
    obstacles: Vec<Bounds>,
    margin_px: f64,
    pointers: Pointers,
    speech: Speech,
    theme: Theme,
}

/// What is there once brief and map are.
#[derive(Debug, Clone)]
struct Shown {
    atlas: Atlas,
    view: View,
    limits: Limits,
    /// The picture that was last composed; what a click is tested against.
    scene: Option<Scene>,
    /// What it is read by.
    furniture: Furniture,
    /// Whether something else than the view has changed since.
    stale: bool,
    /// What the pointer is at.
    hover: Option<Target>,
    /// Where on the map the selection was made, to be kept in sight.
    chosen_at: Option<MapPoint>,
    flight: Option<flights::UnderWay>,
    /// What the keyboard's cursor is at.
    cursor: Option<Target>,
}

impl Shown {
    fn new(atlas: Atlas, view: View, limits: Limits, chosen_at: Option<MapPoint>) -> Self {
        Self {
            atlas,
            view,
            limits,
            scene: None,
            furniture: Furniture::default(),
            stale: true,
            hover: None,
            chosen_at,
            flight: None,
            cursor: None,
        }
    }
}

impl Widget {
    /// An empty widget of the light theme.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a new base map, in one or several documents.
    ///
    /// # Errors
    /// All that is wrong with them, or with the brief on the new map. The last good map stays.
    pub fn set_maps<'a>(
        &mut self,
        documents: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<(), Problems> {
        let reader = MapReader::new(documents.into_iter().map(<[u8]>::to_vec).collect());
        self.set_map(reader.finish()?)
    }

    /// The base map, which other widgets may show too.
    pub fn base(&self) -> Option<&Rc<BaseMap>> {
        self.base.as_ref()
    }

    /// Takes a new base map.
    ///
    /// # Errors
    /// All that is wrong with the brief on it. The last good map stays.
    pub fn set_map(&mut self, base: impl Into<Rc<BaseMap>>) -> Result<(), Problems> {
        let base = base.into();
        if let Some(brief) = &self.brief {
            let mut problems = Problems::default();
            let model = brief::resolve(brief, &base, &self.speech, &mut problems);
            let model = problems.into_result(model)?;
            self.present(self.atlas(model, Rc::clone(&base)));
        }
        self.base = Some(base);
        Ok(())
    }

    /// Takes a new brief.
    ///
    /// # Errors
    /// All that is wrong with it. The last good one stays.
    pub fn set_brief(&mut self, document: &[u8]) -> Result<(), Problems> {
        self.take_brief(BriefReader::new(document.to_vec()))
    }

    /// Takes the brief of a reader, which reads what it has left.
    ///
    /// # Errors
    /// The same.
    pub fn take_brief(&mut self, reader: BriefReader) -> Result<(), Problems> {
        let limits = reader.limits();
        let (brief, mut problems, document) = reader.finish();
        if let Some(base) = self.base.clone()
            && let Some(model) = brief::resolve(&brief, &base, &self.speech, &mut problems)
        {
            self.present(self.atlas(model, base));
        }
        problems.into_result(Some(()))?;
        self.brief = Some(brief);
        self.document = document;
        self.limits = limits;
        self.translations.clear();
        Ok(())
    }

    /// Where the brief has its texts in a language, or in that language without region or script: an
    /// address beside its own. `None` for the brief's own language and those that it does not have.
    pub fn translation(&self, lang: &str) -> Option<&str> {
        let meta = &self.brief.as_ref()?.meta;
        let address = |lang: &str| meta.translations.get(lang);
        address(lang).or_else(|| address(primary(lang))).map(String::as_str)
    }

    /// Adds a translation to the brief.
    ///
    /// # Errors
    /// All that is wrong with it; nothing of it is taken then.
    pub fn add_translation(&mut self, lang: &str, document: &[u8]) -> Result<(), Problems> {
        let known = self.translations.iter().map(|(lang, known)| (&**lang, &**known));
        self.limits.check_bytes(document)?;
        let mut translations = Vec::new();
        for (lang, document) in known.chain([(lang, document)]) {
            translations.push((lang.to_owned(), json::parse(document)?));
        }
        let reader = BriefReader::within(self.document.clone(), translations, self.limits);
        let (brief, problems, _) = reader.finish();
        problems.into_result(Some(()))?;
        self.brief = Some(brief);
        let added = (lang.to_owned(), document.to_vec());
        if !self.translations.contains(&added) {
            self.translations.push(added);
        }
        self.set_speech(self.speech.clone());
        Ok(())
    }

    /// Speaks another language: texts of the brief and names of the map where they have it, the
    /// map's own words, numbers. The view, the layers and the selection stay.
    pub fn set_speech(&mut self, speech: Speech) {
        self.speech = speech;
        let mut problems = Problems::default();
        if let (Some(shown), Some(brief), Some(base)) = (&mut self.shown, &self.brief, &self.base)
            && let Some(model) = brief::resolve(brief, base, &self.speech, &mut problems)
        {
            let Model { projection, worldview, graticule, .. } = shown.atlas.model;
            shown.atlas.model = Model { projection, worldview, graticule, ..model };
            shown.atlas.base = Rc::clone(base);
            shown.stale = true;
        }
    }

    /// Takes names of countries in a language: a JSON object of country code and name.
    ///
    /// # Errors
    /// All that is wrong with it; nothing of it is taken then.
    pub fn add_names(&mut self, lang: &str, document: &[u8]) -> Result<(), Problems> {
        let names = geo::read_names(document)?;
        if let Some(base) = &mut self.base {
            Rc::make_mut(base).add_names(lang, &names);
        }
        self.set_speech(self.speech.clone());
        Ok(())
    }

    /// A brief on a map, with what the page has set in place of the brief's choices.
    fn atlas(&self, model: Model, base: Rc<BaseMap>) -> Atlas {
        let projection = self.projection.unwrap_or(model.projection);
        let worldview = self.worldview.unwrap_or(model.worldview);
        let graticule = self.graticule.unwrap_or(model.graticule);
        Atlas::new(Model { projection, worldview, graticule, ..model }, base, self.theme)
    }

    /// Sets the projection in place of the brief's choice; `None` is the brief's. Selection and
    /// layers stay. A view that was moved keeps its middle and, there, its scale.
    pub fn set_projection(&mut self, projection: Option<ProjectionKind>) -> Effects {
        self.projection = projection;
        let was_home = self.is_home();
        let of_brief = self.brief.as_ref().and_then(|brief| brief.view.projection);
        let kind = projection.or(of_brief).unwrap_or_default();
        let Some(mut shown) = self.shown.take_if(|s| s.atlas.map.projection.kind() != kind) else {
            return Effects::default();
        };
        let before = shown.atlas.map.projection;
        shown.atlas.set_projection(kind);
        let home = self.home_camera(&shown.atlas);
        let after = shown.atlas.map.projection;
        let carried = |point: MapPoint| Some(after.forward(before.inverse(point)?));
        let camera = shown.view.camera;
        let moved = before.inverse(camera.centre).map(|middle| Camera {
            centre: after.forward(middle),
            px_per_km: camera.px_per_km * before.scale_at(middle) / after.scale_at(middle),
            ..camera
        });
        let limits = Limits::about(&home);
        let camera = if was_home { home } else { moved.map_or(home, |to| to.clamped(&limits)) };
        let chosen_at = shown.chosen_at.and_then(carried);
        let view = View { camera, ..shown.view };
        self.pointers = Pointers::default();
        self.shown = Some(Shown::new(shown.atlas, view, limits, chosen_at));
        Effects { draw: true, view: true, cursor: "grab", ..Effects::default() }
    }

    fn present(&mut self, atlas: Atlas) {
        let camera = self.home_camera(&atlas);
        let layers = atlas.model.layers.iter().map(|layer| layer.visible).collect();
        let (obstacles, margin_px) = (self.obstacles.clone(), self.margin_px);
        let view = View { obstacles, margin_px, ..View::of(camera, layers) };
        self.pointers = Pointers::default();
        let limits = Limits::about(&camera);
        self.shown = Some(Shown::new(atlas, view, limits, None));
    }

    /// Shows borders according to somebody else than the brief asks for; `None` is the brief's choice
    /// again. View, layers and selection stay, but for a disputed area that is no longer one.
    pub fn set_worldview(&mut self, worldview: Option<WorldView>) -> Effects {
        let mut effects = Effects::default();
        self.worldview = worldview;
        let of_brief = self.brief.as_ref().map(|brief| brief.view.worldview).unwrap_or_default();
        let worldview = worldview.unwrap_or(of_brief);
        let Some(shown) = &mut self.shown else { return effects };
        if shown.atlas.model.worldview == worldview {
            return effects;
        }
        shown.atlas.set_worldview(worldview);
        shown.stale = true;
        effects.draw = true;
        shown.hover = shown.hover.filter(|target| is_there(&shown.atlas, *target));
        if shown.hover.is_none() {
            effects.cursor = "grab";
        }
        let selected = shown.view.selected.filter(|target| is_there(&shown.atlas, *target));
        if shown.view.selected.is_some() {
            choose(shown, selected, shown.chosen_at, &mut effects);
        }
        effects
    }

    /// Draws lines of equal longitude and latitude, or does without; `None` is the brief's choice.
    pub fn set_graticule(&mut self, graticule: Option<bool>) -> Effects {
        let mut effects = Effects { cursor: "grab", ..Effects::default() };
        self.graticule = graticule;
        let of_brief = self.brief.as_ref().is_some_and(|brief| brief.view.graticule);
        let graticule = graticule.unwrap_or(of_brief);
        if let Some(shown) = &mut self.shown
            && shown.atlas.model.graticule != graticule
        {
            shown.atlas.set_graticule(graticule);
            shown.stale = true;
            effects.draw = true;
        }
        effects
    }

    /// According to whom borders are shown.
    pub fn worldview(&self) -> Option<WorldView> {
        Some(self.shown.as_ref()?.atlas.model.worldview)
    }

    fn home_camera(&self, atlas: &Atlas) -> Camera {
        home_in(atlas, self.size_px, self.insets)
    }

    /// Gives the box its size, CSS px. A view that was not moved is fitted anew; another one
    /// keeps its middle and scale.
    pub fn resize(&mut self, width_px: f64, height_px: f64) {
        // What is no number is as small as can be.
        let side = |px: f64| if px > 1.0 { px.min(1e5) } else { 1.0 };
        let size_px = (side(width_px), side(height_px));
        if size_px != self.size_px {
            self.arrive();
        }
        let was_home = self.is_home();
        self.size_px = size_px;
        let home = self.shown.as_ref().map(|shown| self.home_camera(&shown.atlas));
        if let (Some(shown), Some(home)) = (&mut self.shown, home) {
            shown.limits = Limits::about(&home);
            let camera = Camera { width_px: size_px.0, height_px: size_px.1, ..shown.view.camera };
            shown.view.camera = if was_home { home } else { camera.clamped(&shown.limits) };
            shown.stale = true;
        }
    }

    fn is_home(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.view.camera == self.home_camera(&shown.atlas))
    }

    /// Says which parts of the box lie under panels. The first view is fitted anew to what is
    /// left; another one moves just as far as the selection needs to stay in sight.
    pub fn set_insets(&mut self, insets: Insets) -> Effects {
        const MARGIN_PX: f64 = 40.0;
        let px = |px: f64| if px.is_finite() { px.clamp(-1e5, 1e5) } else { 0.0 };
        let Insets { top, right, bottom, left } = insets;
        let insets = Insets { top: px(top), right: px(right), bottom: px(bottom), left: px(left) };
        let was_home = self.is_home();
        self.insets = insets;
        // A view on its way to somewhere has been told where.
        if self.shown.as_ref().is_some_and(|shown| shown.flight.is_some()) {
            return Effects { flying: true, ..Effects::default() };
        }
        if was_home {
            return self.home();
        }
        let chosen_at = self.shown.as_ref().and_then(|shown| shown.chosen_at);
        let (width, height) = self.size_px;
        self.move_camera(|camera, limits| {
            let Some(at) = chosen_at.map(|at| camera.to_screen(at)) else { return *camera };
            // How far something must move to come between two edges.
            let into = |at: f64, low: f64, high: f64| at.min(high).max(low) - at;
            let dx = into(at.x, insets.left + MARGIN_PX, width - insets.right - MARGIN_PX);
            let dy = into(at.y, insets.top + MARGIN_PX, height - insets.bottom - MARGIN_PX);
            // Less than that is rounding.
            const LEAST_PX: f64 = 0.5;
            if dx.abs().max(dy.abs()) < LEAST_PX {
                return *camera;
            }
            camera.panned(dx, dy).clamped(limits)
        })
    }

    /// Says which parts of the box must stay free of text, CSS px.
    pub fn set_obstacles(&mut self, obstacles: Vec<Bounds>) {
        if let Some(shown) = &mut self.shown
            && shown.view.obstacles != obstacles
        {
            shown.view.obstacles.clone_from(&obstacles);
            shown.stale = true;
        }
        self.obstacles = obstacles;
    }

    /// Composes the picture, if there is something to show.
    pub fn scene(&mut self, measure: &dyn TextMeasure) -> Option<&Scene> {
        let north_at = self.north_at();
        let shown = self.shown.as_mut()?;
        if shown.stale || !shown.shows(&shown.view.camera) {
            shown.stale = false;
            // The picture before holds on to what it was drawn from.
            shown.scene = None;
            shown.atlas.map.keep_only(shown.view.camera.px_per_km);
            let scene = compose(&shown.atlas, &shown.view, measure);
            shown.furniture = furniture(&shown.atlas, &shown.view.layers, &scene, north_at);
            shown.scene = Some(scene);
        }
        shown.scene.as_ref()
    }

    /// What the picture is read by: the legend of what is in it, scale bar, north.
    pub fn furniture(&mut self, measure: &dyn TextMeasure) -> Option<&Furniture> {
        self.scene(measure)?;
        self.shown.as_ref().map(|shown| &shown.furniture)
    }

    /// What the picture shows, in words; see [`describe`].
    pub fn told(&mut self, measure: &dyn TextMeasure) -> Option<String> {
        self.scene(measure)?;
        let shown = self.shown.as_ref()?;
        let (atlas, view, scene) = (&shown.atlas, &shown.view, shown.scene.as_ref()?);
        let seen = seen(scene, atlas.map.at(scene.camera.px_per_km));
        Some(describe(atlas, &view.layers, view.lens, &seen))
    }

    /// Where the page has its arrow to the north: above the scale bar, at the lower end of what is free.
    fn north_at(&self) -> ScreenPoint {
        const EDGE_PX: f64 = 33.0;
        const ABOVE_PX: f64 = 100.0;
        let (width, height) = self.size_px;
        let x = if right_to_left(&self.speech.lang) {
            self.insets.left + EDGE_PX
        } else {
            width - self.insets.right - EDGE_PX
        };
        ScreenPoint::new(x, height - self.insets.bottom - ABOVE_PX)
    }

    /// Takes an input in.
    pub fn input(&mut self, input: Input) -> Effects {
        let mut effects = Effects::default();
        let Some(shown) = &mut self.shown else { return effects };
        if matches!(input, Input::Down { .. } | Input::Wheel { .. }) {
            shown.flight = None;
        }
        // What a finger was held on is told until the next touch.
        if matches!(input, Input::Down { by, .. } if by.is_finger()) {
            shown.point_at(None, &mut effects);
        }
        let animate = matches!(input, Input::Up { glides: true, .. });
        match self.pointers.take(input, &shown.view.camera, &shown.limits) {
            Outcome::None => {}
            Outcome::View(camera) => set_camera(shown, camera, &mut effects),
            Outcome::Hover(at, by) => {
                let target = at.and_then(|at| shown.hit(at, by));
                shown.point_at(target, &mut effects);
            }
            Outcome::Click(at, by) => click(shown, at, by, &mut effects),
            Outcome::Tap => effects.waits = true,
            Outcome::Throw(dx, dy) => {
                let glide = Glide::thrown(shown.view.camera, dx, dy);
                start_glide(shown, glide, animate, &mut effects);
            }
            Outcome::Zoom(at, factor) => {
                let glide = Glide::zooming(shown.view.camera, at, factor);
                start_glide(shown, glide, animate, &mut effects);
            }
        }
        effects.cursor = match shown.hover {
            _ if self.pointers.is_dragging() => "grabbing",
            Some(_) => "pointer",
            None => "grab",
        };
        effects.flying = shown.flight.is_some();
        effects
    }

    /// Does what a click at a point of the box does.
    pub fn press(&mut self, at: ScreenPoint) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            click(shown, at, Pointer::Mouse, &mut effects);
        }
        effects
    }

    /// Makes the map larger by a factor, about a point or the middle of what is free.
    pub fn zoom_by(&mut self, factor: f64, at: Option<ScreenPoint>) -> Effects {
        let at = at.unwrap_or_else(|| self.middle());
        self.move_camera(|camera, limits| {
            let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
            camera.zoomed(factor, at, limits).clamped(limits)
        })
    }

    fn middle(&self) -> ScreenPoint {
        let (width, height) = self.size_px;
        ScreenPoint::new(
            f64::midpoint(self.insets.left, width - self.insets.right),
            f64::midpoint(self.insets.top, height - self.insets.bottom),
        )
    }

    /// Moves the view, px.
    pub fn pan_by(&mut self, dx_px: f64, dy_px: f64) -> Effects {
        let finite = |d: f64| if d.is_finite() { d } else { 0.0 };
        self.move_camera(|camera, limits| {
            camera.panned(finite(dx_px), finite(dy_px)).clamped(limits)
        })
    }

    /// Back to the first view.
    pub fn home(&mut self) -> Effects {
        let home = self.shown.as_ref().map(|shown| self.home_camera(&shown.atlas));
        self.move_camera(|camera, _| home.unwrap_or(*camera))
    }

    fn move_camera(&mut self, to: impl FnOnce(&Camera, &Limits) -> Camera) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            shown.flight = None;
            let camera = to(&shown.view.camera, &shown.limits);
            set_camera(shown, camera, &mut effects);
        }
        effects
    }

    /// Gives the picture other colours; view, selection and layers stay.
    pub fn set_theme(&mut self, theme: Theme) -> Effects {
        let mut effects = Effects::default();
        if self.theme != theme {
            self.theme = theme;
            if let Some(shown) = &mut self.shown {
                shown.atlas.theme = theme;
                shown.stale = true;
                effects.draw = true;
            }
        }
        effects
    }

    /// Lays texts out anew, as they are of other widths now.
    pub fn remeasure(&mut self) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            shown.stale = true;
            effects.draw = true;
        }
        effects
    }

    /// Chooses what has a kind and an id; without effect when there is no such thing.
    pub fn select(&mut self, kind: &str, id: &str) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown
            && let Some(target) = find(&shown.atlas, kind, id)
        {
            // A flow has no place of its own but where it was drawn.
            let at = cursor::spot(shown, target).map(|at| shown.view.camera.to_map(at));
            choose(shown, Some(target), at, &mut effects);
        }
        effects
    }

    /// Chooses nothing.
    pub fn clear_selection(&mut self) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            choose(shown, None, None, &mut effects);
        }
        effects
    }

    /// Switches a layer.
    pub fn set_layer(&mut self, id: &str, visible: bool) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            let layers = shown.atlas.model.layers.iter().zip(&mut shown.view.layers);
            for (layer, on) in layers {
                if layer.id == id && *on != visible {
                    *on = visible;
                    effects.draw = true;
                    shown.stale = true;
                }
            }
        }
        effects
    }

    /// The layer switches.
    pub fn layers(&self) -> Vec<LayerSwitch> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let layers = shown.atlas.model.layers.iter().zip(&shown.view.layers);
        layers
            .map(|(layer, visible)| LayerSwitch {
                id: layer.id.clone(),
                title: layer.title.clone(),
                visible: *visible,
            })
            .collect()
    }

    /// The panel for what has a kind and an id.
    pub fn panel(&self, kind: &str, id: &str) -> Option<Panel> {
        let shown = self.shown.as_ref()?;
        panel(&shown.atlas, find(&shown.atlas, kind, id)?)
    }

    /// Facts of the brief, `count` from `first` on in its order, by theme and with their sources;
    /// `None` beyond the last.
    pub fn facts(&self, first: usize, count: usize) -> Option<Panel> {
        let model = &self.shown.as_ref()?.atlas.model;
        let end = first.saturating_add(count).min(model.facts.len());
        let facts: Vec<usize> = (first..end).collect();
        (!facts.is_empty()).then(|| {
            let mut panel = Panel { kind: "facts", ..Panel::default() };
            add_facts(model, &facts, Vec::new(), &mut panel);
            panel
        })
    }

    /// What the brief is.
    pub fn about(&self) -> Option<About> {
        let shown = self.shown.as_ref()?;
        let model = &shown.atlas.model;
        let p = &model.publication;
        let year = p.year.map(|year| year.to_string());
        let parts = [
            Some(p.author.clone()),
            p.chapter.clone(),
            Some(p.title.clone()),
            p.series.clone(),
            Some(p.publisher.clone()),
            year,
        ];
        Some(About {
            title: model.title.clone(),
            summary: model.summary.clone(),
            attribution: shown.atlas.base.credits.clone(),
            publication: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            publication_url: p.url.clone(),
            language: model.other_language(),
            notes: model.notes.clone(),
        })
    }

    /// What is at a point of the last picture.
    pub fn pick(&self, at: ScreenPoint) -> Option<Named> {
        let shown = self.shown.as_ref()?;
        named(&shown.atlas, shown.hit(at, Pointer::Mouse)?)
    }

    /// Whether the view is as far out as it goes (less than 0), as near as it goes (more than 0), or
    /// between.
    pub fn zoom_end(&self) -> i8 {
        self.shown.as_ref().map_or(0, |shown| shown.limits.end(&shown.view.camera))
    }

    /// Where a position, degrees, is in the box.
    pub fn project(&self, position: ::geo::Coord) -> Option<ScreenPoint> {
        let shown = self.shown.as_ref()?;
        Some(shown.view.camera.to_screen(shown.atlas.map.projection.forward(position)))
    }
}

fn set_camera(shown: &mut Shown, camera: Camera, effects: &mut Effects) {
    if shown.view.camera != camera {
        shown.view.camera = camera;
        effects.draw = true;
        effects.view = true;
    }
}

/// Chooses what is at a point, or asks which of several small things is meant.
fn click(shown: &mut Shown, at: ScreenPoint, by: Pointer, effects: &mut Effects) {
    let choices = shown.choices(at, by);
    if choices.of.len() > 1 {
        effects.choose = Some(choices);
    } else {
        let chosen_at = shown.view.camera.to_map(at);
        choose(shown, shown.hit(at, by), Some(chosen_at), effects);
    }
}

fn choose(shown: &mut Shown, target: Option<Target>, at: Option<MapPoint>, effects: &mut Effects) {
    shown.chosen_at = at.filter(|_| target.is_some());
    let changed = shown.view.selected != target;
    if changed {
        shown.view.selected = target;
        shown.stale = true;
        effects.draw = true;
    }
    if changed || target.is_some() {
        effects.select = Some(target.and_then(|target| named(&shown.atlas, target)));
    }
}

/// The first view in a box of a size, px, parts of which are covered. An extent that nobody chose is
/// shown whole: at its edges are ends of flows.
fn home_in(atlas: &Atlas, (width_px, height_px): (f64, f64), insets: Insets) -> Camera {
    let (width_px, height_px) = (width_px.max(1.0), height_px.max(1.0));
    if atlas.model.is_extent_given {
        Camera::fit_mostly(atlas.map.home, width_px, height_px, insets)
    } else {
        Camera::fit(atlas.map.home, width_px, height_px, insets)
    }
}

fn named(atlas: &Atlas, target: Target) -> Option<Named> {
    let model = &atlas.model;
    let (kind, id, title) = match target {
        Target::Country(index) => {
            let country = atlas.base.countries.get(index)?;
            let actor = model.actors.iter().find(|actor| actor.id == country.id);
            let title =
                actor.map_or_else(|| model.label(&country.label), |actor| actor.name.clone());
            ("country", country.id.clone(), title)
        }
        Target::Flow(index) => {
            let flow = model.flows.get(index)?;
            let ends: [End; 2] = [flow.from, flow.to];
            let [from, to] = ends.map(|end| model.end_name(end));
            let title = Said { text: format!("{from} – {to}"), lang: from.lang.or(to.lang) };
            ("flow", flow.id.clone(), title)
        }
        Target::Place(index) => {
            let place = model.places.get(index)?;
            ("place", place.id.clone(), model.name(&place.name))
        }
        Target::Line(index) => {
            let line = model.lines.get(index)?;
            ("line", line.id.clone(), model.name(&line.name))
        }
        Target::Disputed(index) => {
            let area = &atlas.base.claims.get(index)?.area;
            ("disputed", area.id.clone(), model.label(&area.label))
        }
        Target::Area(index) => {
            let area = model.areas.get(index)?;
            ("area", area.id.clone(), model.name(&area.name))
        }
        Target::Sum(number) => {
            let sums = atlas.sums.as_ref()?;
            let (level, _, lane) = sums.lane(number)?;
            let end = |group: u32| group_title(atlas, sums.first_group(level) + group as usize);
            let (from, to) = (end(lane.from), end(lane.to));
            let title = Said { text: format!("{from} – {to}"), lang: from.lang.or(to.lang) };
            ("sum", sums.lane_id(model, number)?, title)
        }
        Target::Group(number) => {
            let id = atlas.sums.as_ref()?.group_id(model, number)?;
            ("group", id, group_title(atlas, number))
        }
    };
    Some(Named { kind, id, title, note: None })
}

/// Whether the map shows a target: an area that the world view settles is none.
fn is_there(atlas: &Atlas, target: Target) -> bool {
    match target {
        Target::Disputed(index) => {
            atlas.map.standing(index).is_some_and(|standing| standing.is_shown())
        }
        _ => true,
    }
}

fn find(atlas: &Atlas, kind: &str, id: &str) -> Option<Target> {
    let model = &atlas.model;
    match kind {
        "country" => atlas.base.countries.iter().position(|c| c.id == id).map(Target::Country),
        "flow" => model.flows.iter().position(|flow| flow.id == id).map(Target::Flow),
        "place" => model.places.iter().position(|place| place.id == id).map(Target::Place),
        "line" => model.lines.iter().position(|line| line.id == id).map(Target::Line),
        "disputed" => {
            let claim = atlas.base.claims.iter().position(|claim| claim.area.id == id);
            claim.map(Target::Disputed).filter(|target| is_there(atlas, *target))
        }
        "sum" => atlas.sums.as_ref()?.find_lane(model, id).map(Target::Sum),
        "group" => atlas.sums.as_ref()?.find_group(model, id).map(Target::Group),
        "area" => model.areas.iter().position(|area| area.id == id).map(Target::Area),
        _ => None,
    }
}
