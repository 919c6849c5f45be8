//! Small pictures of what is on the map, made of what draws the map: for the legend, wherever it stands.

use super::areas::area_look;
use super::flows::head_px;
use super::groups::{group_marks, reach_px};
use super::hatch::{disputed_border, disputed_hatch, hatch_lines};
use super::lines::{LineLook, chevron};
use super::places::{BASE_LEAST_PX, GATE_REACH_PX, base_marks, gate_ground, symbol_marks};
use super::symbols::{arrowhead, open_arrowhead, rectangle, symbol};
use super::widths::Width;
use crate::brief::{Carries, PlaceKind};
use crate::export::path_data;
use crate::projection::MapPoint;
use crate::scene::{Dash, Mark, Segment, Stroke};
use crate::style::{Color, Theme};
use crate::view::{Bounds, Camera, ScreenPoint};
use serde::{Serialize, Serializer};

/// A small picture of its own size.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Swatch {
    /// Width.
    pub width_px: f64,
    /// Height.
    pub height_px: f64,
    /// What it is drawn with, bottom first, about its top left corner.
    pub marks: Vec<Mark>,
}

/// As SVG wants it: path data, colours as CSS writes them.
impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Path {
            d: String,
            fill: Option<String>,
            stroke: Option<String>,
            width_px: f64,
            dash: &'static [f64],
            round: bool,
        }
        let stroke = self.stroke;
        Path {
            d: path_data(&self.outline),
            fill: self.fill.map(Color::css),
            stroke: stroke.map(|stroke| stroke.color.css()),
            width_px: stroke.map_or(0.0, |stroke| stroke.width_px),
            dash: stroke.map_or(&[], |stroke| stroke.dash.lengths_px()),
            round: stroke.is_some_and(|stroke| stroke.dash.is_round()),
        }
        .serialize(serializer)
    }
}

const WIDE_PX: f64 = 36.0;
const LEAST_TALL_PX: f64 = 16.0;
const EDGE_PX: f64 = 2.0;
const LEFT_PX: f64 = EDGE_PX;
const RIGHT_PX: f64 = WIDE_PX - EDGE_PX;

/// Marks made about the middle of the left edge, in a box that has room for them.
fn boxed(marks: Vec<Mark>, tall_px: f64) -> Swatch {
    let height_px = (tall_px + 2.0 * EDGE_PX).ceil().max(LEAST_TALL_PX);
    let marks = marks.into_iter().map(|mark| mark.moved(0.0, height_px / 2.0)).collect();
    Swatch { width_px: WIDE_PX, height_px, marks }
}

fn level(from_px: f64, to_px: f64) -> Vec<Segment> {
    let at = |x| ScreenPoint::new(x, 0.0);
    vec![Segment::Move(at(from_px)), Segment::Line(at(to_px))]
}

const EAST: (f64, f64) = (1.0, 0.0);
const TIP: ScreenPoint = ScreenPoint::new(RIGHT_PX, 0.0);
const MIDDLE: ScreenPoint = ScreenPoint::new(WIDE_PX / 2.0, 0.0);

/// A flow of a width.
pub fn flow_swatch(width: Width, color: Color) -> Swatch {
    let (long_px, across_px) = head_px(width);
    let width_px = width.px();
    let marks = if width == Width::NotGiven {
        let dotted = Stroke { color, width_px, dash: Dash::Dotted };
        let head = open_arrowhead(TIP, EAST, long_px, across_px);
        vec![
            Mark::stroked(level(LEFT_PX, RIGHT_PX), dotted),
            Mark::stroked(head, Stroke::solid(color, width_px)),
        ]
    } else {
        // The body ends in the head, or a seam would show.
        let body = level(LEFT_PX, RIGHT_PX - long_px * 0.9);
        vec![
            Mark::stroked(body, Stroke::solid(color, width_px)),
            Mark::filled(arrowhead(TIP, EAST, long_px, across_px), color),
        ]
    };
    boxed(marks, across_px)
}

/// A group of ends of flows.
pub fn group_swatch(theme: &Theme) -> Swatch {
    const ENDS: u32 = 9;
    boxed(vec![group_marks(MIDDLE, ENDS, theme, false)], 2.0 * reach_px(ENDS))
}

/// Nothing, beside words that are of no sign.
pub fn blank_swatch() -> Swatch {
    boxed(Vec::new(), 0.0)
}

/// A pipeline, railway or route.
pub fn line_swatch(carries: Carries, look: LineLook, theme: &Theme) -> Swatch {
    let color = theme.line(carries);
    let outline = level(LEFT_PX, RIGHT_PX);
    let strokes = look.strokes(color).into_iter();
    let mut marks: Vec<Mark> =
        strokes.map(|stroke| Mark::stroked(outline.clone(), stroke)).collect();
    if look.chevrons {
        marks.extend(chevron(carries, MIDDLE, EAST, color, theme.paper));
    }
    boxed(marks, LEAST_TALL_PX)
}

/// A place.
pub fn place_swatch(kind: PlaceKind, theme: &Theme) -> Swatch {
    match kind {
        PlaceKind::DryPort => {
            let mut marks = vec![gate_ground(MIDDLE, theme, false)];
            marks.extend(symbol_marks(kind, MIDDLE, theme.place(kind)));
            boxed(marks, 2.0 * GATE_REACH_PX)
        }
        PlaceKind::Base => {
            let marks = base_marks(MIDDLE, BASE_LEAST_PX, theme, false);
            boxed(marks.into(), 2.0 * BASE_LEAST_PX)
        }
        _ => {
            let reach_px = symbol(kind, MIDDLE).reach_px;
            boxed(symbol_marks(kind, MIDDLE, theme.place(kind)), 2.0 * reach_px)
        }
    }
}

/// Where an area's swatch lies.
const FIELD: Bounds = Bounds { left: 4.0, top: 2.0, right: 32.0, bottom: 14.0 };

fn field(mark: Mark) -> Swatch {
    boxed(vec![mark.moved(0.0, -LEAST_TALL_PX / 2.0)], FIELD.height())
}

/// An area that the text is about.
pub fn area_swatch(theme: &Theme) -> Swatch {
    let (fill, edge) = area_look(theme, false);
    let mark = Mark { outline: rectangle(FIELD), fill: Some(fill), stroke: Some(edge) };
    field(mark)
}

/// A border that is not agreed on.
pub fn disputed_border_swatch(theme: &Theme) -> Swatch {
    boxed(vec![Mark::stroked(level(LEFT_PX, RIGHT_PX), disputed_border(theme))], 0.0)
}

/// An area of which it is left open whose it is.
pub fn disputed_area_swatch(theme: &Theme) -> Swatch {
    let hatch = disputed_hatch(theme);
    // A camera that changes nothing, with the area about its middle.
    let (width_px, height_px) = (WIDE_PX, LEAST_TALL_PX);
    let centre = MapPoint::new(width_px / 2.0, height_px / 2.0);
    let camera = Camera { centre, px_per_km: 1.0, width_px, height_px };
    let lines = hatch_lines(FIELD, &camera, hatch);
    let inside = lines.iter().filter_map(|[a, b]| FIELD.clip((a.x, a.y), (b.x, b.y)));
    let point = |(x, y)| ScreenPoint::new(x, y);
    let outline =
        inside.flat_map(|[a, b]| [Segment::Move(point(a)), Segment::Line(point(b))]).collect();
    let stroke = Stroke::solid(hatch.color, hatch.width_px);
    field(Mark::stroked(outline, stroke))
}
