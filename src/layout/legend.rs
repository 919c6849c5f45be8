//! The legend: only what is on the map.

use super::hatch::{disputed_border, disputed_hatch};
use super::widths::{MOST_PX, Width, widths};
use crate::brief::{Carries, PlaceKind, Status};
use crate::format;
use crate::model::Model;
use crate::project::ProjectedMap;
use crate::speech::{Said, Speech, Word};
use crate::style::Theme;
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
    /// `flow`, `unknown_flow`, `line`, `rail`, `area`, `disc`, `gate`, `square`, `diamond`,
    /// `border` or `hatch`.
    pub kind: &'static str,
    /// As CSS writes it.
    pub color: String,
    /// Width of the stroke.
    pub width_px: f64,
    /// Lengths on and off; empty when solid.
    pub dash: Vec<f64>,
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

fn swatch(kind: &'static str, color: crate::style::Color, width_px: f64) -> Swatch {
    Swatch { kind, color: color.css(), width_px, dash: Vec::new() }
}

fn colours(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    for bloc in &model.blocs {
        let shown =
            model.flows.iter().any(|flow| is_visible(visible, flow.layer) && flow.hue == bloc.hue);
        if shown {
            rows.push(LegendRow {
                group: model.speech.word(Word::Partner).to_owned(),
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
            swatch.dash = crate::scene::Dash::Dotted.lengths_px().to_vec();
        }
        let label = Said::plain(model.speech.word(label));
        rows.push(LegendRow { group: group(), label, swatch });
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
            Carries::CrudeOil => Word::OilPipeline,
            Carries::Gas => Word::GasPipeline,
            Carries::Rail => Word::Railway,
            Carries::Sea => Word::SeaRoute,
        };
        let speech = &model.speech;
        let what = match carries {
            Carries::Rail | Carries::Sea => speech.sentence(Word::Schematic, &[speech.word(what)]),
            _ => speech.word(what).to_owned(),
        };
        let label = Said::plain(match status {
            Status::Operating => what,
            Status::Planned => speech.sentence(Word::Planned, &[&what]),
            Status::Idle => speech.sentence(Word::Idle, &[&what]),
        });
        let kind = if carries == Carries::Rail { "rail" } else { "line" };
        let mut swatch = swatch(kind, theme.line(carries), 2.0);
        if status != Status::Operating || carries == Carries::Sea {
            swatch.dash = crate::scene::Dash::Dashed.lengths_px().to_vec();
        }
        let group = speech.word(Word::Lines).to_owned();
        rows.push(LegendRow { group, label, swatch });
    }
}

fn places(model: &Model, visible: &[bool], theme: &Theme, rows: &mut Vec<LegendRow>) {
    let mut kinds: Vec<(Word, Swatch)> = Vec::new();
    for place in model.places.iter().filter(|place| is_visible(visible, place.layer)) {
        let row = match place.kind {
            PlaceKind::DryPort => (Word::DryPort, swatch("gate", theme.gate, 2.0)),
            PlaceKind::Base => (Word::Base, swatch("disc", theme.base, 2.0)),
            PlaceKind::Port | PlaceKind::BorderCrossing => {
                (Word::PortOrCrossing, swatch("square", theme.rail, 2.0))
            }
            PlaceKind::Field => (Word::Field, swatch("diamond", theme.oil, 2.0)),
            PlaceKind::Capital | PlaceKind::City | PlaceKind::FinanceCentre => continue,
        };
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
