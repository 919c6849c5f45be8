//! A wide plate: the parts lie on the map, as on a page. Title and legend are where reading starts,
//! gauge and credits at the other end.

use super::arrange::{Arrangement, Card, Imprint, LEAST_MAP, SHEER, card, card_before, north_at};
use super::legend::Setting;
use super::parts::Parts;
use crate::compose::Furniture;
use crate::style::Theme;
use crate::view::{Bounds, Insets};

const MARGIN_PX: f64 = 16.0;

/// Lays it out; nothing where it is too small.
pub(super) fn arrange(
    parts: Parts,
    imprint: &Imprint,
    furniture: &Furniture,
    (width, height): (f64, f64),
) -> Option<Arrangement> {
    const TITLE_PX: f64 = 392.0;
    const PADDING: (f64, f64) = (14.0, 11.0);
    const SMALL_PADDING: (f64, f64) = (8.0, 4.0);
    const GAP_PX: f64 = 12.0;
    const CREDITS_PX: f64 = 600.0;
    let Theme { paper, region_border, .. } = *parts.theme;
    let sheer = paper.with_alpha(SHEER);
    let inner_px = |most: f64, share: f64| most.min(width * share - 2.0 * PADDING.0);
    let title = parts.title(imprint, inner_px(TITLE_PX, 0.4));
    let title = card(title, (MARGIN_PX, MARGIN_PX), PADDING, sheer);
    let room_px = height - title.part.bottom - GAP_PX - MARGIN_PX - 2.0 * PADDING.1;
    let setting = |columns, column_px, size_px| Setting { columns, column_px, size_px };
    let settings = [
        setting(1, 244.0, 12.0),
        setting(1, 244.0, 11.0),
        setting(1, 320.0, 11.0),
        setting(2, 220.0, 11.0),
        setting(3, 200.0, 11.0),
    ];
    let legends = settings.into_iter().map(|setting| parts.legend(&furniture.legend, setting));
    let legend = legends.into_iter().find(|legend| legend.height_px <= room_px)?;
    let legend = card_before(legend, (0.0, height - MARGIN_PX), PADDING, paper);
    let legend = legend.moved(MARGIN_PX - legend.part.left, 0.0);
    let legend = Card { edge: Some(region_border), ..legend };
    let has_legend = !furniture.legend.is_empty();
    let left = if has_legend { legend.part.right } else { 0.0 };
    if (width - left) < width * LEAST_MAP {
        return None;
    }
    let credits_px = CREDITS_PX.min(width - left - 3.0 * MARGIN_PX);
    let publication = [&*imprint.publication, &*imprint.address];
    let publication = publication.into_iter().filter(|part| !part.is_empty());
    let publication = publication.collect::<Vec<_>>().join(". ");
    let credits = parts.credits(&[publication, imprint.data.clone()], credits_px);
    let corner = (width - MARGIN_PX, height - MARGIN_PX);
    let credits = card_before(credits, corner, SMALL_PADDING, sheer);
    let above = (corner.0, credits.part.top - GAP_PX / 2.0);
    let gauge = card_before(parts.gauge(furniture, false), above, SMALL_PADDING, sheer);
    let north_at = north_at(&gauge);
    let insets = Insets { left, ..Insets::default() };
    let cards = [Some(title), has_legend.then_some(legend), Some(gauge), Some(credits)];
    let map = Bounds::of_size(0.0, 0.0, width, height);
    Some(Arrangement { map, insets, cards: cards.into_iter().flatten().collect(), north_at })
}
