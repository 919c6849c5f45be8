//! The legend: only what is on the map.

use super::widths::{MOST_PX, Width, widths};
use crate::brief::{Carries, PlaceKind, Status};
use crate::format;
use crate::model::Model;
use crate::style::{Color, Theme};
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
    /// `flow`, `unknown_flow`, `line`, `gas`, `rail`, `area`, `disc`, `gate`, `square` or
    /// `diamond`.
    pub kind: &'static str,
    /// As CSS writes it.
    pub color: String,
    /// Width of the stroke.
    pub width_px: f64,
    /// Lengths on and off; empty when solid.
    pub dash: Vec<f64>,
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

fn swatch(kind: &'static str, color: Color, width_px: f64) -> Swatch {
    Swatch { kind, color: color.css(), width_px, dash: Vec::new() }
}

fn colours(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    for bloc in &model.blocs {
        let shown =
            model.flows.iter().any(|flow| is_visible(visible, flow.layer) && flow.hue == bloc.hue);
        if !shown {
            continue;
        }
        let swatch = swatch("flow", theme.hue(bloc.hue), 6.0);
        // Where a theme has one colour for several, it is shown once, for all of them.
        if let Some(row) = rows.iter_mut().find(|row| row.swatch == swatch) {
            row.label.push_str(", ");
            row.label.push_str(&bloc.title);
            continue;
        }
        rows.push(LegendRow { group: "Partner".to_owned(), label: bloc.title.clone(), swatch });
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
            swatch.dash = crate::scene::Dash::Dotted.lengths_px().to_vec();
        }
        rows.push(LegendRow { group: GROUP.to_owned(), label: label.to_owned(), swatch });
    }
}

fn lines(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(Carries, Status)> = model
        .lines
        .iter()
        .filter(|line| is_visible(visible, line.layer))
        .map(|line| (line.carries, line.status))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    for (carries, status) in kinds {
        let what = match carries {
            Carries::CrudeOil => "Oil pipeline",
            Carries::Gas => "Gas pipeline",
            Carries::Rail => "Railway (schematic)",
            Carries::Sea => "Sea route (schematic)",
        };
        let label = match status {
            Status::Operating => what.to_owned(),
            Status::Planned => format!("{what}, planned"),
            Status::Idle => format!("{what}, idle"),
        };
        let kind = match carries {
            Carries::Rail => "rail",
            Carries::Gas => "gas",
            Carries::CrudeOil | Carries::Sea => "line",
        };
        let mut swatch = swatch(kind, theme.line(carries), 2.0);
        if status != Status::Operating || carries == Carries::Sea {
            swatch.dash = crate::scene::Dash::Dashed.lengths_px().to_vec();
        }
        rows.push(LegendRow { group: "Lines".to_owned(), label, swatch });
    }
}

fn places(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(&str, Swatch)> = Vec::new();
    for place in model.places.iter().filter(|place| is_visible(visible, place.layer)) {
        let row = match place.kind {
            PlaceKind::DryPort => ("Dry port", swatch("gate", theme.gate, 2.0)),
            PlaceKind::Base => {
                ("Base: as wide as its place is uncertain", swatch("disc", theme.base, 2.0))
            }
            PlaceKind::Port | PlaceKind::BorderCrossing => {
                ("Port or border crossing", swatch("square", theme.rail, 2.0))
            }
            PlaceKind::Field => ("Oil or gas field", swatch("diamond", theme.oil, 2.0)),
            PlaceKind::Capital | PlaceKind::City | PlaceKind::FinanceCentre => continue,
        };
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
