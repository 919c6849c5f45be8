//! A narrow plate: the map stands between the title and the legend.

use super::arrange::{Arrangement, Card, Imprint, LEAST_MAP, SHEER, card, card_before, north_at};
use super::block::Block;
use super::parts::Parts;
use crate::compose::Furniture;
use crate::layout::legend::LegendRow;
use crate::view::{Bounds, Insets};

/// What the map is to have of the height, if need be for a part of the legend.
const FAIR_MAP: f64 = 0.45;
/// The least height of a map with a gauge on it.
const LEAST_OVER_GAUGE_PX: f64 = 140.0;
/// The same beside credits alone.
const SMALLEST_MAP: f64 = 0.2;

/// The legend without its last group: symbols, most of which the map names anyway.
fn without_symbols(rows: &[LegendRow]) -> &[LegendRow] {
    let last = rows.last().map(|row| &row.group);
    let kept = rows.iter().position(|row| Some(&row.group) == last).unwrap_or_default();
    rows.get(..kept).unwrap_or_default()
}

/// The legend's first group: whose flows have which colour.
fn first_group(rows: &[LegendRow]) -> &[LegendRow] {
    let first = rows.first().map(|row| &row.group);
    let kept = rows.iter().position(|row| Some(&row.group) != first).unwrap_or(rows.len());
    rows.get(..kept).unwrap_or_default()
}

/// Lays it out; nothing where it is too small even for the credits alone.
pub(super) fn arrange(
    parts: Parts,
    imprint: &Imprint,
    furniture: &Furniture,
    (width, height): (f64, f64),
) -> Option<Arrangement> {
    const MARGIN_PX: f64 = 12.0;
    const PADDING: (f64, f64) = (MARGIN_PX, 8.0);
    const SMALL_PADDING: (f64, f64) = (6.0, 3.0);
    const GAP_PX: f64 = 6.0;
    let paper = parts.theme.paper;
    let inner_px = width - 2.0 * MARGIN_PX;
    let title = parts.headline(imprint, inner_px);
    let title = Card { part: Bounds::EMPTY, ..card(title, (0.0, 0.0), PADDING, paper) };
    let owed = format!("{} · {}", imprint.publication, imprint.data);
    let foot_of = |rows: &[LegendRow]| {
        let legend = parts.running_legend(rows, inner_px, 12.0);
        let gap_px = if legend.height_px > 0.0 { 2.0 * GAP_PX } else { 0.0 };
        let below = (0.0, legend.height_px + gap_px);
        let mut foot = Block::new(inner_px);
        foot.insert((0.0, 0.0), legend);
        foot.insert(below, parts.credits(std::slice::from_ref(&owed), inner_px));
        foot
    };
    let under_title = title.block.height_px + 2.0 * PADDING.1;
    // What has no room is left out; whom the picture is owed to is the last to go.
    let ways = [
        (furniture.legend.as_slice(), under_title, FAIR_MAP),
        (without_symbols(&furniture.legend), under_title, FAIR_MAP),
        (first_group(&furniture.legend), under_title, LEAST_MAP),
        (&[], under_title, LEAST_MAP),
        (&[], 0.0, SMALLEST_MAP),
    ];
    let (foot, map) = ways.into_iter().find_map(|(rows, top, least)| {
        let foot = foot_of(rows);
        let bottom = height - foot.height_px - 2.0 * PADDING.1;
        let map = Bounds { left: 0.0, top, right: width, bottom };
        (map.height() >= height * least).then_some((foot, map))
    })?;
    let top = map.top;
    let bottom = height - map.bottom;
    let corner = (width - GAP_PX, map.bottom - GAP_PX);
    let sheer = paper.with_alpha(SHEER);
    let gauge = card_before(parts.gauge(furniture, true), corner, SMALL_PADDING, sheer);
    let north_at = north_at(&gauge);
    let strip = |top: f64, tall: f64| Bounds::of_size(0.0, top, width, tall);
    let title = Card { part: strip(0.0, top), ..title };
    let foot = card(foot, (0.0, map.bottom), PADDING, paper);
    let foot = Card { part: strip(map.bottom, bottom), ..foot };
    // On a map that is so low the gauge would hide ends of flows.
    let has_gauge = map.height() >= LEAST_OVER_GAUGE_PX;
    let cards = [(top > 0.0).then_some(title), has_gauge.then_some(gauge), Some(foot)];
    let cards = cards.into_iter().flatten().collect();
    Some(Arrangement { map, insets: Insets::default(), cards, north_at })
}
