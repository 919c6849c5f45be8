//! The legend: only what is on the map.

use super::lines::line_look;
use super::symbols::{STROKE_PX, symbol};
use super::widths::{MOST_PX, Width, widths};
use crate::brief::{Carries, PlaceKind, Status};
use crate::export::path_data;
use crate::format;
use crate::model::Model;
use crate::scene::Dash;
use crate::style::Theme;
use crate::view::ScreenPoint;
use serde::Serialize;

/// A row of the legend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LegendRow {
    /// Heading that it stands under.
    pub group: String,
    /// What it says.
    pub label: String,
    /// What it shows.
    pub swatch: Swatch,
}

/// A small picture in the legend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Swatch {
    /// `flow`, `unknown_flow`, `line`, `pipeline`, `rail`, `area`, `symbol` or `disc`.
    pub kind: &'static str,
    /// As CSS writes it.
    pub color: String,
    /// Width of the stroke.
    pub width_px: f64,
    /// Lengths on and off; empty when solid.
    pub dash: Vec<f64>,
    /// What of a symbol is filled, as SVG path data about its middle.
    pub fill: String,
    /// What of a symbol is drawn with strokes.
    pub stroke: String,
    /// From a symbol's middle to its edge.
    pub reach_px: f64,
}

/// The rows for what the visible layers show.
pub fn legend(model: &Model, visible: &[bool], theme: &Theme) -> Vec<LegendRow> {
    let mut rows = Vec::new();
    colours(model, visible, theme, &mut rows);
    flows(model, visible, theme, &mut rows);
    lines(model, visible, theme, &mut rows);
    places(model, visible, theme, &mut rows);
    rows
}

fn is_visible(visible: &[bool], layer: usize) -> bool {
    visible.get(layer).copied().unwrap_or(false)
}

fn swatch(kind: &'static str, color: crate::style::Color, width_px: f64) -> Swatch {
    Swatch {
        kind,
        color: color.css(),
        width_px,
        dash: Vec::new(),
        fill: String::new(),
        stroke: String::new(),
        reach_px: 0.0,
    }
}

/// A place's symbol, as it is on the map.
fn symbol_swatch(kind: PlaceKind, theme: &Theme) -> Swatch {
    let symbol = symbol(kind, ScreenPoint::default());
    let name = if kind == PlaceKind::Base { "disc" } else { "symbol" };
    let mut swatch = swatch(name, theme.place(kind), STROKE_PX);
    swatch.fill = path_data(&symbol.fill);
    swatch.stroke = path_data(&symbol.stroke);
    swatch.reach_px = symbol.reach_px;
    if kind == PlaceKind::Base {
        swatch.dash = Dash::Fine.lengths_px().to_vec();
    }
    swatch
}

fn colours(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    for bloc in &model.blocs {
        let shown =
            model.flows.iter().any(|flow| is_visible(visible, flow.layer) && flow.hue == bloc.hue);
        if shown {
            rows.push(LegendRow {
                group: "Partner".to_owned(),
                label: bloc.title.clone(),
                swatch: swatch("flow", theme.hue(bloc.hue), 6.0),
            });
        }
    }
}

/// One row for each scale, one for the amounts that stand alone, one for those not given.
fn flows(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let widths = widths(model);
    let shown =
        || model.flows.iter().zip(&widths).filter(|(flow, _)| is_visible(visible, flow.layer));
    const GROUP: &str = "Width of a flow";
    let color = theme.secondary_text;
    for (flow, width) in shown() {
        let (Width::Scaled(px), Some(fact)) = (width, model.facts.get(flow.fact)) else { continue };
        if *px < MOST_PX {
            continue;
        }
        let title = model.measures.get(fact.measure).map_or("", |measure| &measure.title);
        let label = format!(
            "{title}: {}{}",
            format::qualified_value(model, fact).unwrap_or_default(),
            fact.period.as_ref().map(|p| format!(", {}", format::period(p))).unwrap_or_default(),
        );
        rows.push(LegendRow { group: GROUP.to_owned(), label, swatch: swatch("flow", color, *px) });
    }
    let mut kinds: Vec<Width> = Vec::new();
    for (_, width) in shown() {
        if !matches!(width, Width::Scaled(_)) && !kinds.contains(width) {
            kinds.push(*width);
        }
    }
    for width in kinds {
        let (kind, label) = match width {
            Width::Single | Width::Scaled(_) => ("flow", "one amount, nothing to compare it with"),
            Width::OtherPeriod => ("flow", "smaller amount, of another period: not to scale"),
            Width::NotGiven => ("unknown_flow", "amount not given"),
        };
        let mut swatch = swatch(kind, color, width.px());
        if width == Width::NotGiven {
            swatch.dash = Dash::Dotted.lengths_px().to_vec();
        }
        rows.push(LegendRow { group: GROUP.to_owned(), label: label.to_owned(), swatch });
    }
}

fn lines(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(Carries, Status, bool)> = Vec::new();
    for line in model.lines.iter().filter(|line| is_visible(visible, line.layer)) {
        kinds.extend(line.traced.then_some((line.carries, line.status, false)));
        kinds.extend(line.schematic.then_some((line.carries, line.status, true)));
    }
    kinds.sort_unstable();
    kinds.dedup();
    for (carries, status, schematic) in kinds {
        let what = match carries {
            Carries::CrudeOil => "Oil pipeline",
            Carries::Gas => "Gas pipeline",
            Carries::Rail => "Railway",
            Carries::Sea => "Sea route",
        };
        let status_text = match status {
            Status::Operating => "",
            Status::Planned => ", planned",
            Status::Idle => ", idle",
        };
        let route = match (schematic, carries) {
            (false, _) => "",
            (true, Carries::Sea) => ", schematic",
            (true, _) => ", route schematic",
        };
        let look = line_look(carries, status, schematic);
        let kind = match (look.ties, look.chevrons) {
            (true, _) => "rail",
            (_, true) => "pipeline",
            _ => "line",
        };
        let mut swatch = swatch(kind, theme.line(carries), look.width_px);
        swatch.dash = look.dash.lengths_px().to_vec();
        let label = format!("{what}{status_text}{route}");
        rows.push(LegendRow { group: "Lines".to_owned(), label, swatch });
    }
}

fn places(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(&str, Swatch)> = Vec::new();
    for place in model.places.iter().filter(|place| is_visible(visible, place.layer)) {
        let label = match place.kind {
            PlaceKind::DryPort => "Dry port",
            PlaceKind::Base => "Base: as wide as its place is uncertain",
            PlaceKind::Port => "Port",
            PlaceKind::BorderCrossing => "Border crossing",
            PlaceKind::Field => "Oil or gas field",
            PlaceKind::FinanceCentre => "Financial centre",
            // Dots with names need no words.
            PlaceKind::Capital | PlaceKind::City => continue,
        };
        let row = (label, symbol_swatch(place.kind, theme));
        if !kinds.contains(&row) {
            kinds.push(row);
        }
    }
    let areas = model.areas.iter().any(|area| is_visible(visible, area.layer));
    if areas {
        kinds.push(("Area that the text is about", swatch("area", theme.area, 1.0)));
    }
    for (label, swatch) in kinds {
        rows.push(LegendRow { group: "Places".to_owned(), label: label.to_owned(), swatch });
    }
}
