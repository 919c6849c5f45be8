//! Model + projected map + view → [`Scene`]. One file for each level of the picture, bottom first.

mod ahead;
mod captions;
mod furniture;
mod ground;
mod groups;
mod lit;
mod names;
mod quiet;
mod relations;
mod sight;
mod sites;
mod ways;

use crate::geo::BaseMap;
use crate::layout::flows::{FlowCurve, FlowNode};
use crate::layout::labels::{Label, Placer};
use crate::layout::widths::{Width, widths};
use crate::model::{Model, Place};
use crate::project::{MapLevel, MapPath, ProjectedMap, project};
use crate::projection::{MapPoint, ProjectionKind};
use crate::scene::{Anchor, Font, Item, Scene, Target, TextMeasure};
use crate::speech::right_to_left;
use crate::style::{Color, Theme};
use crate::sums::Sums;
use crate::view::{Bounds, Camera, ScreenPoint};
use crate::worldview::WorldView;
use captions::Drawn;
use std::rc::Rc;

pub use ahead::project_ahead;
pub use furniture::{Furniture, furniture, gauge};
pub(crate) use groups::{said_of_sum, title as group_title};
pub use lit::{Lit, lit};

/// A map ready to be drawn from any view.
#[derive(Debug, Clone)]
pub struct Atlas {
    /// What is told.
    pub model: Model,
    /// Where it is told.
    pub map: ProjectedMap,
    /// Names of countries, cities and waters.
    pub base: Rc<BaseMap>,
    /// Width of every flow.
    pub widths: Vec<Width>,
    /// Where every place lies, km.
    pub spots: Vec<MapPoint>,
    /// What is drawn in place of the flows where there are thousands of them.
    pub sums: Option<Rc<Sums>>,
    /// Colours.
    pub theme: Theme,
}

impl Atlas {
    /// Projects the base map and fixes what does not depend on the view.
    pub fn new(model: Model, base: impl Into<Rc<BaseMap>>, theme: Theme) -> Self {
        let base = base.into();
        let map = project(&model, &base);
        let widths = widths(&model);
        let (spots, sums) = index(&model, &map);
        Self { model, map, base, widths, spots, sums, theme }
    }

    /// Shows it in another projection.
    pub fn set_projection(&mut self, projection: ProjectionKind) {
        self.model.projection = projection;
        self.map = project(&self.model, &self.base);
        (self.spots, self.sums) = index(&self.model, &self.map);
    }

    /// Shows borders according to somebody else.
    pub fn set_worldview(&mut self, worldview: WorldView) {
        self.model.worldview = worldview;
        self.map = project(&self.model, &self.base);
    }

    /// Draws lines of equal longitude and latitude, or does without.
    pub fn set_graticule(&mut self, graticule: bool) {
        self.model.graticule = graticule;
        self.map = project(&self.model, &self.base);
    }

    /// Whether flows are drawn as sums with these layers on.
    pub fn draws_sums(&self, layers: &[bool]) -> bool {
        ways::sums_in_use(self.sums.as_deref(), layers).is_some()
    }

    /// A point of the map that stands for a target; `None` for flows, which have no place.
    pub fn anchor(&self, target: Target) -> Option<MapPoint> {
        let middle = |path: &MapPath| {
            let run = path.runs.iter().max_by_key(|run| run.len())?;
            run.get(run.len() / 2).copied()
        };
        match target {
            Target::Flow(_) | Target::Sum(_) => None,
            Target::Group(number) => Some(self.sums.as_ref()?.group(number)?.2.at),
            Target::Country(index) => {
                let country = self.base.countries.get(index)?;
                let actor = self.model.actors.iter().find(|actor| actor.id == country.id);
                let position = actor.map(|actor| actor.anchor).or(country.label_point);
                let position = position.or_else(|| self.base.largest_ring_centre(country))?;
                Some(self.map.projection.forward(position))
            }
            Target::Place(index) => self.spots.get(index).copied(),
            Target::Line(index) => {
                let route = self.map.overview().lines.get(index)?;
                middle(&route.traced).or_else(|| middle(&route.schematic))
            }
            Target::Disputed(index) => {
                let area = &self.base.claims.get(index)?.area;
                Some(self.map.projection.forward(self.base.largest_ring_centre(area)?))
            }
            Target::Area(index) => {
                let feature = self.base.area(self.model.areas.get(index)?.features.first()?)?;
                let position =
                    feature.label_point.or_else(|| self.base.largest_ring_centre(feature))?;
                Some(self.map.projection.forward(position))
            }
        }
    }
}

/// Where the places of a model are, and the sums of its flows.
fn index(model: &Model, map: &ProjectedMap) -> (Vec<MapPoint>, Option<Rc<Sums>>) {
    let spot = |place: &Place| map.projection.forward(place.position);
    let sums = Sums::new(model, &map.projection, map.home);
    (model.places.iter().map(spot).collect(), sums.map(Rc::new))
}

/// What is seen at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Where from.
    pub camera: Camera,
    /// Which layers of the model are on.
    pub layers: Vec<bool>,
    /// Chosen.
    pub selected: Option<Target>,
    /// Index into the model's lenses.
    pub lens: Option<usize>,
    /// Parts of the box where no text may go, px.
    pub obstacles: Vec<Bounds>,
    /// How far beyond the box the ground is drawn, px: what comes into sight when the picture is
    /// moved.
    pub margin_px: f64,
}

impl View {
    /// A view with some layers on: nothing is chosen, and nothing covers it.
    pub fn of(camera: Camera, layers: Vec<bool>) -> Self {
        Self { camera, layers, selected: None, lens: None, obstacles: Vec::new(), margin_px: 0.0 }
    }
}

/// Where the flows of a picture run, the lowest first, and the nodes and symbols that they keep
/// clear of; the first of these are what the flows' nodes are numbered by.
pub fn flow_layout(
    atlas: &Atlas,
    view: &View,
    measure: &dyn TextMeasure,
) -> (Vec<FlowNode>, Vec<FlowCurve>) {
    let layout = relations::lay_out_flows(&mut Composer::new(atlas, view, measure));
    (layout.clear_of, layout.curves)
}

/// Composes the picture. From where none can be made, nothing but the ground is seen.
pub fn compose(atlas: &Atlas, view: &View, measure: &dyn TextMeasure) -> Scene {
    let of = |items| Scene {
        camera: view.camera,
        ground: atlas.theme.sea,
        right_to_left: right_to_left(&atlas.model.speech.lang),
        items,
    };
    if !view.camera.is_drawable() {
        return of(Vec::new());
    }
    let mut c = Composer::new(atlas, view, measure);
    ground::draw(&mut c);
    sites::draw_lines(&mut c);
    let relations = relations::draw(&mut c);
    let sites = sites::draw_places(&mut c);
    relations.label(&mut c);
    sites::name_places(&mut c, &sites);
    sites::name_lines(&mut c);
    let ends = relations.ends(&c);
    names::list(&mut c, &ends, &sites);
    c.place_labels();
    let mut items = std::mem::take(&mut c.items);
    items.append(&mut c.texts);
    c.quieten(&mut items);
    of(items)
}

/// What the levels share while a picture is composed.
struct Composer<'a> {
    atlas: &'a Atlas,
    /// The map in as much detail as the view shows.
    map: &'a MapLevel,
    view: &'a View,
    measure: &'a dyn TextMeasure,
    /// What is drawn from where the flows that are on are too many.
    sums: Option<&'a Sums>,
    /// Which places are not drawn: those in a group, and those whose flows are not drawn.
    hidden: Vec<bool>,
    placer: Placer,
    items: Vec<Item>,
    /// Texts lie above everything else.
    texts: Vec<Item>,
    /// Labels that have no place yet.
    labels: Vec<(Label, Drawn)>,
}

/// A line of text that goes to a given place.
struct Caption<'a> {
    text: &'a str,
    font: Font,
    color: Color,
    target: Option<Target>,
}

impl<'a> Composer<'a> {
    fn new(atlas: &'a Atlas, view: &'a View, measure: &'a dyn TextMeasure) -> Self {
        let camera = &view.camera;
        Self {
            atlas,
            map: atlas.map.at(camera.px_per_km),
            view,
            measure,
            sums: ways::sums_in_use(atlas.sums.as_deref(), &view.layers),
            hidden: Vec::new(),
            placer: Placer::new(camera.width_px, camera.height_px, &view.obstacles),
            items: Vec::new(),
            texts: Vec::new(),
            labels: Vec::new(),
        }
    }

    fn on(&self, layer: usize) -> bool {
        self.view.layers.get(layer).copied().unwrap_or(false)
    }

    fn is_lit(&self, target: Target) -> bool {
        let selected = self.view.selected;
        selected == Some(target) || self.is_part(selected, target)
    }

    /// Whether something is a flow of a sum.
    fn is_part(&self, part: Option<Target>, of: Target) -> bool {
        let (Some(Target::Flow(flow)), Target::Sum(number)) = (part, of) else { return false };
        let lane = self.sums.and_then(|sums| Some((sums, sums.lane(number)?)));
        lane.is_some_and(|(sums, (_, level, lane))| sums.is_in(flow, level, lane))
    }

    /// Whether a place is one that may be drawn.
    fn is_open(&self, place: usize) -> bool {
        !self.hidden.get(place).copied().unwrap_or(false)
    }

    /// Size that a text takes, with its halo.
    fn size(&self, text: &str, font: Font) -> (f64, f64) {
        (self.measure.width_px(text, font) + 4.0, font.size_px * 1.25)
    }

    /// Puts a text at a point, whatever lies there.
    fn write(&mut self, caption: &Caption, at: ScreenPoint) {
        self.texts.push(Item::Text {
            target: caption.target,
            at,
            anchor: Anchor::Middle,
            text: caption.text.to_owned(),
            width_px: self.measure.width_px(caption.text, caption.font),
            angle_rad: 0.0,
            font: caption.font,
            color: caption.color,
            halo: self.ground_at(at),
        });
    }
}
