//! The legend: only what is on the map.

use super::hatch::{disputed_border, disputed_hatch};
use super::lines::line_look;
use super::symbols::{STROKE_PX, symbol};
use super::widths::{MOST_PX, Width, widths};
use crate::brief::{Carries, PlaceKind, Status};
use crate::export::path_data;
use crate::format;
use crate::model::Model;
use crate::project::ProjectedMap;
use crate::scene::Dash;
use crate::speech::{Said, Speech, Word};
use crate::style::{Color, Theme};
use crate::view::ScreenPoint;
use serde::Serialize;

/// A row of the legend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LegendRow {
    /// Heading that it stands under.
    pub group: String,
    /// What it says.
    pub label: Said,
    /// What it shows.
    pub swatch: Swatch,
}

/// A small picture in the legend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Swatch {
    /// `flow`, `unknown_flow`, `line`, `pipeline`, `gas`, `rail`, `area`, `symbol`, `disc`, `border`
    /// or `hatch`.
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

/// The rows for what the visible layers show, and for the disputes that the first view has in sight.
pub fn legend(
    model: &Model,
    map: &ProjectedMap,
    visible: &[bool],
    theme: &Theme,
) -> Vec<LegendRow> {
    let mut rows = Vec::new();
    colours(model, visible, theme, &mut rows);
    flows(model, visible, theme, &mut rows);
    lines(model, visible, theme, &mut rows);
    places(model, visible, theme, &mut rows);
    disputes(map, &model.speech, theme, &mut rows);
    rows
}

fn is_visible(visible: &[bool], layer: usize) -> bool {
    visible.get(layer).copied().unwrap_or(false)
}

fn swatch(kind: &'static str, color: Color, width_px: f64) -> Swatch {
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
        if !shown {
            continue;
        }
        let swatch = swatch("flow", theme.hue(bloc.hue), 6.0);
        // Where a theme has one colour for several, it is shown once, for all of them.
        if let Some(row) = rows.iter_mut().find(|row| row.swatch == swatch) {
            row.label.text.push_str(", ");
            row.label.text.push_str(&bloc.title);
            continue;
        }
        let group = model.speech.word(Word::Partner).to_owned();
        rows.push(LegendRow { group, label: bloc.title.clone(), swatch });
    }
}

/// One row for each scale, one for the amounts that stand alone, one for those not given.
fn flows(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let widths = widths(model);
    let shown =
        || model.flows.iter().zip(&widths).filter(|(flow, _)| is_visible(visible, flow.layer));
    let group = || model.speech.word(Word::FlowWidth).to_owned();
    let color = theme.secondary_text;
    for (flow, width) in shown() {
        let (Width::Scaled(px), Some(fact)) = (width, model.facts.get(flow.fact)) else { continue };
        if *px < MOST_PX {
            continue;
        }
        let title = model.measures.get(fact.measure).map(|measure| measure.title.clone());
        let title = title.unwrap_or_default();
        let value = format::qualified_value(model, fact).unwrap_or_default();
        let mut text = format!("{title}: {value}");
        if let Some(period) = &fact.period {
            text.push_str(", ");
            text.push_str(&format::period(&model.speech, period));
        }
        let label = Said { text, lang: title.lang };
        rows.push(LegendRow { group: group(), label, swatch: swatch("flow", color, *px) });
    }
    let mut kinds: Vec<Width> = Vec::new();
    for (_, width) in shown() {
        if !matches!(width, Width::Scaled(_)) && !kinds.contains(width) {
            kinds.push(*width);
        }
    }
    for width in kinds {
        let (kind, label) = match width {
            Width::Single | Width::Scaled(_) => ("flow", Word::OneAmount),
            Width::OtherPeriod => ("flow", Word::OtherPeriod),
            Width::NotGiven => ("unknown_flow", Word::AmountNotGiven),
        };
        let mut swatch = swatch(kind, color, width.px());
        if width == Width::NotGiven {
            swatch.dash = Dash::Dotted.lengths_px().to_vec();
        }
        let label = Said::plain(model.speech.word(label));
        rows.push(LegendRow { group: group(), label, swatch });
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
            Carries::CrudeOil => Word::OilPipeline,
            Carries::Gas => Word::GasPipeline,
            Carries::Rail => Word::Railway,
            Carries::Sea => Word::SeaRoute,
        };
        let speech = &model.speech;
        let mut label = speech.word(what).to_owned();
        match status {
            Status::Operating => {}
            Status::Planned => label = speech.sentence(Word::Planned, &[&label]),
            Status::Idle => label = speech.sentence(Word::Idle, &[&label]),
        }
        if schematic {
            label = speech.sentence(Word::Schematic, &[&label]);
        }
        let look = line_look(carries, status, schematic);
        let kind = match (look.ties, look.chevrons) {
            (true, _) => "rail",
            (_, true) if carries == Carries::Gas => "gas",
            (_, true) => "pipeline",
            _ => "line",
        };
        let mut swatch = swatch(kind, theme.line(carries), look.width_px);
        swatch.dash = look.dash.lengths_px().to_vec();
        let group = speech.word(Word::Lines).to_owned();
        rows.push(LegendRow { group, label: Said::plain(label), swatch });
    }
}

fn places(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(Word, Swatch)> = Vec::new();
    for place in model.places.iter().filter(|place| is_visible(visible, place.layer)) {
        let label = match place.kind {
            PlaceKind::DryPort => Word::DryPort,
            PlaceKind::Base => Word::Base,
            PlaceKind::Port => Word::Port,
            PlaceKind::BorderCrossing => Word::BorderCrossing,
            PlaceKind::Field => Word::Field,
            PlaceKind::FinanceCentre => Word::FinanceCentre,
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
        kinds.push((Word::AreaOfTheText, swatch("area", theme.area, 1.0)));
    }
    for (label, swatch) in kinds {
        let group = model.speech.word(Word::Places).to_owned();
        rows.push(LegendRow { group, label: Said::plain(model.speech.word(label)), swatch });
    }
}

fn disputes(map: &ProjectedMap, speech: &Speech, theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut row = |group: Word, label: Word, swatch: Swatch| {
        let (group, label) = (speech.word(group).to_owned(), Said::plain(speech.word(label)));
        rows.push(LegendRow { group, label, swatch });
    };
    let in_sight = |p: &crate::projection::MapPoint| map.home.contains(p.x, p.y);
    if map.disputed.runs.iter().flatten().any(in_sight) {
        let stroke = disputed_border(theme);
        let mut swatch = swatch("border", stroke.color, stroke.width_px);
        swatch.dash = stroke.dash.lengths_px().to_vec();
        row(Word::Lines, Word::DisputedBorder, swatch);
    }
    let hatched = map
        .claims
        .iter()
        .any(|(standing, path)| standing.disputed && path.bounds.overlaps(&map.home));
    if hatched {
        let hatch = disputed_hatch(theme);
        row(Word::Places, Word::DisputedArea, swatch("hatch", hatch.color, hatch.width_px));
    }
}
