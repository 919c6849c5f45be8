//! The legend: only what is in the picture.

mod summed;

use super::lines::line_look;
use super::seen::Seen;
use super::swatch::{
    Swatch, area_swatch, disputed_area_swatch, disputed_border_swatch, flow_swatch, line_swatch,
    place_swatch,
};
use super::widths::{ScaleKey, Width, amount};
use crate::brief::{Carries, Hue, PlaceKind, Status};
use crate::format;
use crate::model::Model;
use crate::sorted::SortedSet;
use crate::speech::{Said, Speech, Word};
use crate::style::Theme;
use serde::Serialize;
pub use summed::Summed;

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

/// The rows for what is in a picture. `widths`: of the model's flows; `summed`: what it is drawn from
/// where these are not drawn one by one.
pub fn legend(
    model: &Model,
    widths: &[Width],
    summed: Option<&Summed>,
    seen: &Seen,
    theme: &Theme,
) -> Vec<LegendRow> {
    let mut rows = Rows { speech: &model.speech, rows: Vec::new() };
    match summed {
        Some(summed) => {
            let lanes = summed.seen(seen);
            colours(model, &|hue| lanes.iter().any(|lane| lane.hue == hue), theme, &mut rows);
            if lanes.iter().any(|lane| lane.hue == Hue::Neutral && lane.single().is_none()) {
                let swatch = flow_swatch(Width::Single, theme.hue(Hue::Neutral));
                rows.add_word(Word::Partner, Word::SeveralPartners, swatch);
            }
            summed::scales(model, summed, seen, theme.secondary_text, &mut rows);
            summed::counts(model, summed, seen, theme, &mut rows);
        }
        None => {
            let flows = seen.flows.iter().filter_map(|flow| model.flows.get(*flow));
            let hues: Vec<Hue> = flows.map(|flow| flow.hue).collect();
            colours(model, &|hue| hues.contains(&hue), theme, &mut rows);
            scales(model, widths, seen, theme, &mut rows);
        }
    }
    lines(model, seen, theme, &mut rows);
    places(model, seen, theme, &mut rows);
    rows.rows
}

struct Rows<'a> {
    speech: &'a Speech,
    rows: Vec<LegendRow>,
}

impl Rows<'_> {
    fn add(&mut self, group: Word, label: Said, swatch: Swatch) {
        let group = self.speech.word(group).to_owned();
        self.rows.push(LegendRow { group, label, swatch });
    }

    fn add_word(&mut self, group: Word, label: Word, swatch: Swatch) {
        self.add(group, Said::plain(self.speech.word(label)), swatch);
    }
}

fn colours(model: &Model, is_seen: &dyn Fn(Hue) -> bool, theme: &Theme, rows: &mut Rows) {
    const SAMPLE: Width = Width::Single;
    for bloc in model.blocs.iter().filter(|bloc| is_seen(bloc.hue)) {
        let swatch = flow_swatch(SAMPLE, theme.hue(bloc.hue));
        // Where a theme has one colour for several, it is shown once, for all of them.
        if let Some(row) = rows.rows.iter_mut().find(|row| row.swatch == swatch) {
            row.label.text.push_str(", ");
            row.label.text.push_str(&bloc.title);
            continue;
        }
        rows.add(Word::Partner, bloc.title.clone(), swatch);
    }
}

/// One row for each scale, with the widest flow of it that is seen; one for the amounts that stand
/// alone, one for those not given.
fn scales(model: &Model, widths: &[Width], seen: &Seen, theme: &Theme, rows: &mut Rows) {
    let color = theme.secondary_text;
    let shown = || seen.flows.iter().filter_map(|flow| Some((*flow, *widths.get(*flow)?)));
    let mut scales: Vec<(ScaleKey, usize, Width)> = Vec::new();
    for (flow, width) in shown().filter(|(_, width)| matches!(width, Width::Scaled(_))) {
        let Some((key, _)) = amount(model, flow) else { continue };
        match scales.iter_mut().find(|(other, ..)| *other == key) {
            Some(scale) if scale.2.px() < width.px() => *scale = (key, flow, width),
            Some(_) => {}
            None => scales.push((key, flow, width)),
        }
    }
    for (key, flow, width) in scales {
        let fact = model.flows.get(flow).and_then(|flow| model.facts.get(flow.fact));
        let Some((fact, measure)) = fact.zip(model.measures.get(key.measure)) else { continue };
        let value = format::qualified_value(model, fact).unwrap_or_default();
        let mut text = format!("{}: {value}", measure.title);
        if let Some(period) = &fact.period {
            text.push_str(", ");
            text.push_str(&format::period(&model.speech, period));
        }
        let label = Said { text, lang: measure.title.lang.clone() };
        rows.add(Word::FlowWidth, label, flow_swatch(width, color));
    }
    for (width, label) in [
        (Width::Single, Word::OneAmount),
        (Width::OtherPeriod, Word::OtherPeriod),
        (Width::NotGiven, Word::AmountNotGiven),
    ] {
        if shown().any(|(_, other)| other == width) {
            rows.add_word(Word::FlowWidth, label, flow_swatch(width, color));
        }
    }
}

fn lines(model: &Model, seen: &Seen, theme: &Theme, rows: &mut Rows) {
    let kind = |(line, schematic): &(usize, bool)| {
        let line = model.lines.get(*line)?;
        Some((line.carries, line.status, *schematic))
    };
    let kinds: SortedSet<(Carries, Status, bool)> = seen.lines.iter().filter_map(kind).collect();
    for (carries, status, schematic) in kinds.iter().copied() {
        let what = match carries {
            Carries::CrudeOil => Word::OilPipeline,
            Carries::Gas => Word::GasPipeline,
            Carries::Rail => Word::Railway,
            Carries::Sea => Word::SeaRoute,
        };
        let mut label = rows.speech.word(what).to_owned();
        match status {
            Status::Operating => {}
            Status::Planned => label = rows.speech.sentence(Word::Planned, &[&label]),
            Status::Idle => label = rows.speech.sentence(Word::Idle, &[&label]),
        }
        if schematic {
            label = rows.speech.sentence(Word::Schematic, &[&label]);
        }
        let swatch = line_swatch(carries, line_look(carries, status, schematic), theme);
        rows.add(Word::Lines, Said::plain(label), swatch);
    }
    if seen.disputed_borders {
        rows.add_word(Word::Lines, Word::DisputedBorder, disputed_border_swatch(theme));
    }
}

fn places(model: &Model, seen: &Seen, theme: &Theme, rows: &mut Rows) {
    let mut kinds: Vec<PlaceKind> = Vec::new();
    for place in seen.places.iter().filter_map(|place| model.places.get(*place)) {
        if !kinds.contains(&place.kind) {
            kinds.push(place.kind);
        }
    }
    for kind in kinds {
        let label = match kind {
            PlaceKind::DryPort => Word::DryPort,
            PlaceKind::Base => Word::Base,
            PlaceKind::Port => Word::Port,
            PlaceKind::BorderCrossing => Word::BorderCrossing,
            PlaceKind::Field => Word::Field,
            PlaceKind::FinanceCentre => Word::FinanceCentre,
            // Dots with names need no words.
            PlaceKind::Capital | PlaceKind::City => continue,
        };
        rows.add_word(Word::Places, label, place_swatch(kind, theme));
    }
    if seen.areas {
        rows.add_word(Word::Places, Word::AreaOfTheText, area_swatch(theme));
    }
    if seen.disputed_areas {
        rows.add_word(Word::Places, Word::DisputedArea, disputed_area_swatch(theme));
    }
}
