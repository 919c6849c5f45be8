//! The Scene: a flat display list, bottom first. Plain data that knows nothing of browsers.

mod widths;

pub use widths::KnownWidths;

use crate::project::MapPath;
use crate::projection::MapPoint;
use crate::style::Color;
use crate::view::{Bounds, Camera, ScreenPoint};
use std::rc::Rc;

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Where map paths go.
    pub camera: Camera,
    /// Colour of the ground.
    pub ground: Color,
    /// Whether its language is written from right to left: the direction of texts that are of
    /// both kinds.
    pub right_to_left: bool,
    /// What is drawn, bottom first.
    pub items: Vec<Item>,
}

impl Scene {
    /// The picture as a part of a larger one: its top left corner goes to `at`.
    pub fn placed(mut self, at: ScreenPoint, width_px: f64, height_px: f64) -> Self {
        let camera = self.camera;
        let shift =
            |size: f64, part: f64, by: f64| (size / 2.0 - part / 2.0 - by) / camera.px_per_km;
        self.camera = Camera {
            centre: MapPoint::new(
                camera.centre.x + shift(width_px, camera.width_px, at.x),
                camera.centre.y + shift(height_px, camera.height_px, at.y),
            ),
            width_px,
            height_px,
            ..camera
        };
        self.items.iter_mut().for_each(|item| item.shift(at.x, at.y));
        self
    }
}

/// What an item stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// Index into the countries of the projected map.
    Country(usize),
    /// Index into the model's areas.
    Area(usize),
    /// Index into the model's lines.
    Line(usize),
    /// Index into the model's flows.
    Flow(usize),
    /// Index into the model's places.
    Place(usize),
    /// Index into the claims of the base map.
    Disputed(usize),
    /// Number of a lane of [`crate::sums::Sums`]: flows drawn as one.
    Sum(usize),
    /// Number of a group of [`crate::sums::Sums`]: ends of flows drawn as one.
    Group(usize),
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Geometry of the map, put on the screen by the camera.
    MapPath {
        /// What it stands for.
        target: Option<Target>,
        /// Its geometry, km.
        path: Rc<MapPath>,
        /// Filled with.
        fill: Option<Color>,
        /// Edged with.
        stroke: Option<Stroke>,
    },
    /// Hatching of an area of the map.
    Hatch {
        /// What it stands for.
        target: Option<Target>,
        /// The area, km.
        path: Rc<MapPath>,
        /// Its lines.
        hatch: Hatch,
    },
    /// A shape on the screen.
    Shape {
        /// What it stands for.
        target: Option<Target>,
        /// Its outline, px.
        outline: Vec<Segment>,
        /// Filled with.
        fill: Option<Color>,
        /// Edged with.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text {
        /// What it stands for.
        target: Option<Target>,
        /// Where its anchor is, px: midway between the heights of its letters.
        at: ScreenPoint,
        /// What of it is there.
        anchor: Anchor,
        /// What it says.
        text: String,
        /// Its measured width.
        width_px: f64,
        /// How far it is turned clockwise about its middle.
        angle_rad: f64,
        /// How it is set.
        font: Font,
        /// Its colour.
        color: Color,
        /// Colour of the 3 px halo.
        halo: Color,
    },
    /// A text along a curve.
    CurvedText {
        /// What it stands for.
        target: Option<Target>,
        /// Its clusters, in reading order.
        clusters: Vec<Cluster>,
        /// How it is set.
        font: Font,
        /// Its colour.
        color: Color,
        /// Colour of the 3 px halo.
        halo: Color,
    },
}

/// What of a line of text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle, about which it may be turned.
    #[default]
    Middle,
    /// Its right end.
    Right,
}

/// What a reader takes for one letter, set on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The letter with its marks.
    pub text: String,
    /// Its middle, px.
    pub at: ScreenPoint,
    /// How far it is turned clockwise about its middle.
    pub angle_rad: f64,
    /// Its measured width.
    pub width_px: f64,
}

impl Item {
    /// Brings what is meant in px to another place.
    fn shift(&mut self, dx_px: f64, dy_px: f64) {
        match self {
            Item::MapPath { .. } | Item::Hatch { .. } => {}
            Item::Shape { outline, .. } => {
                outline.iter_mut().for_each(|segment| segment.shift(dx_px, dy_px));
            }
            Item::Text { at, .. } => *at = at.offset(dx_px, dy_px),
            Item::CurvedText { clusters, .. } => {
                for cluster in clusters {
                    cluster.at = cluster.at.offset(dx_px, dy_px);
                }
            }
        }
    }

    /// What it stands for.
    pub fn target(&self) -> Option<Target> {
        match self {
            Item::MapPath { target, .. }
            | Item::Hatch { target, .. }
            | Item::Shape { target, .. }
            | Item::Text { target, .. }
            | Item::CurvedText { target, .. } => *target,
        }
    }
}

/// A shape without a meaning: what symbols, ends of lines and swatches are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its outline, px.
    pub outline: Vec<Segment>,
    /// Filled with.
    pub fill: Option<Color>,
    /// Edged with.
    pub stroke: Option<Stroke>,
}

impl Mark {
    /// A shape without an edge.
    pub fn filled(outline: Vec<Segment>, color: Color) -> Self {
        Self { outline, fill: Some(color), stroke: None }
    }

    /// A line.
    pub fn stroked(outline: Vec<Segment>, stroke: Stroke) -> Self {
        Self { outline, fill: None, stroke: Some(stroke) }
    }

    /// The mark as a part of a picture.
    pub fn item(self, target: Option<Target>) -> Item {
        let Self { outline, fill, stroke } = self;
        Item::Shape { target, outline, fill, stroke }
    }

    /// The mark at another place.
    pub fn moved(mut self, dx_px: f64, dy_px: f64) -> Self {
        self.outline.iter_mut().for_each(|segment| segment.shift(dx_px, dy_px));
        self
    }
}

/// Parallel lines over an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hatch {
    /// Their colour.
    pub color: Color,
    /// Their width.
    pub width_px: f64,
    /// From one to the next.
    pub spacing_px: f64,
    /// Their direction, clockwise from the right.
    pub angle_rad: f64,
}

/// A stroke in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width.
    pub width_px: f64,
    /// Its dashes.
    pub dash: Dash,
}

impl Stroke {
    /// A solid stroke.
    pub const fn solid(color: Color, width_px: f64) -> Self {
        Self { color, width_px, dash: Dash::Solid }
    }
}

/// Dashes of a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// None.
    Solid,
    /// 6 px on, 4 px off.
    Dashed,
    /// 14 px on, 3 px off: a route that is known only roughly. Two ties of a railway fit a dash.
    Long,
    /// Round dots 5 px apart.
    Dotted,
    /// 2 px on, 2 px off: small rings.
    Fine,
    /// 1.5 px on, 7 px off: with a wide stroke, the ties of a railway.
    Ties,
}

impl Dash {
    /// Whether its dashes have round ends.
    pub const fn is_round(self) -> bool {
        matches!(self, Dash::Dotted)
    }

    /// Lengths on and off, px.
    pub const fn lengths_px(self) -> &'static [f64] {
        match self {
            Dash::Solid => &[],
            Dash::Dashed => &[6.0, 4.0],
            Dash::Long => &[14.0, 3.0],
            Dash::Dotted => &[0.1, 5.0],
            Dash::Fine => &[2.0, 2.0],
            Dash::Ties => &[1.5, 7.0],
        }
    }
}

/// A piece of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Starts a run.
    Move(ScreenPoint),
    /// A straight line.
    Line(ScreenPoint),
    /// A quadratic Bézier: control point, end.
    Quad(ScreenPoint, ScreenPoint),
    /// A circle of its own: centre, radius.
    Circle(ScreenPoint, f64),
    /// Closes the run.
    Close,
}

impl Segment {
    /// Brings it to another place.
    pub fn shift(&mut self, dx_px: f64, dy_px: f64) {
        let points = match self {
            Segment::Move(p) | Segment::Line(p) | Segment::Circle(p, _) => [Some(p), None],
            Segment::Quad(control, end) => [Some(control), Some(end)],
            Segment::Close => [None, None],
        };
        for point in points.into_iter().flatten() {
            *point = point.offset(dx_px, dy_px);
        }
    }
}

/// The box around an outline's points, px.
pub fn outline_bounds(outline: &[Segment]) -> Bounds {
    let mut bounds = Bounds::EMPTY;
    for segment in outline {
        match *segment {
            Segment::Move(p) | Segment::Line(p) => bounds.include(p.x, p.y),
            Segment::Quad(control, p) => {
                bounds.include(control.x, control.y);
                bounds.include(p.x, p.y);
            }
            Segment::Circle(p, radius) => {
                bounds.include(p.x - radius, p.y - radius);
                bounds.include(p.x + radius, p.y + radius);
            }
            Segment::Close => {}
        }
    }
    bounds
}

/// The faces that texts are set in, best first, as CSS lists them.
pub const FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Size, px.
    pub size_px: f64,
    /// Bold enough to stand out.
    pub strong: bool,
    /// Slanted, as names of waters are.
    pub italic: bool,
    /// Space added between letters, px.
    pub spacing_px: f64,
}

impl Font {
    /// An upright font of a size.
    pub const fn plain(size_px: f64) -> Self {
        Self { size_px, strong: false, italic: false, spacing_px: 0.0 }
    }

    /// The same font, stronger.
    pub const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// The same font, slanted.
    pub const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same font with its letters apart.
    pub const fn spaced(self, spacing_px: f64) -> Self {
        Self { spacing_px, ..self }
    }
}

/// Measures text; the browser knows, elsewhere it is estimated.
pub trait TextMeasure {
    /// Width of a line of text, px.
    fn width_px(&self, text: &str, font: Font) -> f64;
}

/// Measures with the average widths of a sans-serif face, where no browser is to be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct EstimatedText;

impl TextMeasure for EstimatedText {
    fn width_px(&self, text: &str, font: Font) -> f64 {
        const WIDE_FROM: u32 = 0x2e80;
        text.chars()
            .map(|c| {
                let em = match c {
                    _ if u32::from(c) >= WIDE_FROM => 1.0,
                    'i' | 'j' | 'l' | '.' | ',' | ' ' | '\u{a0}' | '·' | '\'' => 0.28,
                    'm' | 'w' | 'M' | 'W' => 0.83,
                    _ if c.is_uppercase() => 0.66,
                    _ => 0.55,
                };
                em * font.size_px + font.spacing_px
            })
            .sum()
    }
}
