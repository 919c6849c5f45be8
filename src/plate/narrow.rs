//! A narrow plate: the map stands between the title and the legend.

use super::arrange::{Arrangement, Card, Imprint, LEAST_MAP, SHEER, card, card_before, north_at};
use super::block::Block;
use super::parts::Parts;
use crate::compose::Furniture;
use crate::view::{Bounds, Insets};

/// Lays it out; nothing where it is too small.
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
    let top = title.block.height_px + 2.0 * PADDING.1;
    let legend = parts.running_legend(&furniture.legend, inner_px, 11.0);
    let owed = format!("{} · {}", imprint.publication, imprint.data);
    let credits = parts.credits(&[owed], inner_px);
    let mut foot = Block::new(inner_px);
    let legend_px = legend.height_px;
    foot.insert((0.0, 0.0), legend);
    foot.insert((0.0, if legend_px > 0.0 { legend_px + 2.0 * GAP_PX } else { 0.0 }), credits);
    let bottom = foot.height_px + 2.0 * PADDING.1;
    let map = Bounds { left: 0.0, top, right: width, bottom: height - bottom };
    if map.height() < height * LEAST_MAP {
        return None;
    }
    let corner = (width - GAP_PX, map.bottom - GAP_PX);
    let sheer = paper.with_alpha(SHEER);
    let gauge = card_before(parts.gauge(furniture, true), corner, SMALL_PADDING, sheer);
    let north_at = north_at(&gauge);
    let strip = |top: f64, tall: f64| Bounds::of_size(0.0, top, width, tall);
    let title = Card { part: strip(0.0, top), ..title };
    let foot = card(foot, (0.0, map.bottom), PADDING, paper);
    let foot = Card { part: strip(map.bottom, bottom), ..foot };
    Some(Arrangement { map, insets: Insets::default(), cards: vec![title, gauge, foot], north_at })
}
