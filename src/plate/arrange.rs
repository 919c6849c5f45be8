//! Where the parts of a plate go.

use super::block::Block;
use super::parts::Parts;
use super::{narrow, wide};
use crate::compose::Furniture;
use crate::layout::symbols::rectangle;
use crate::scene::{Item, Mark, Stroke};
use crate::speech::Said;
use crate::style::Color;
use crate::view::{Bounds, Insets, ScreenPoint};

/// What is written on a plate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imprint {
    /// Title.
    pub title: Said,
    /// The lens that it is seen through, if it is.
    pub lens: Option<Said>,
    /// What it shows, in a sentence or two.
    pub summary: Option<Said>,
    /// The publication.
    pub publication: String,
    /// Where to read it; too long for a narrow plate.
    pub address: String,
    /// Whom the map's data is owed to.
    pub data: String,
}

/// A plate laid out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrangement {
    /// The map's part of the picture, px.
    pub map: Bounds,
    /// What of the map's part is covered.
    pub insets: Insets,
    /// What is written about it.
    pub cards: Vec<Card>,
    /// Where the arrow to the north stands.
    pub north_at: ScreenPoint,
}

/// A block on its ground.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Card {
    /// The ground's box.
    pub part: Bounds,
    pub ground: Color,
    pub edge: Option<Color>,
    /// Where the block is in it.
    pub at: ScreenPoint,
    pub block: Block,
}

/// From this width on the parts lie on the map.
const WIDE_FROM_PX: f64 = 600.0;
/// How much of a picture its map takes at least, or it has no room for the rest.
pub(super) const LEAST_MAP: f64 = 0.3;
/// Opacity of a ground that lets the map be felt.
pub(super) const SHEER: u8 = 0xe6;

/// Lays a plate out; nothing where the picture is too small even for credits.
pub(super) fn arrange(
    parts: Parts,
    imprint: &Imprint,
    furniture: &Furniture,
    size_px: (f64, f64),
) -> Option<Arrangement> {
    let is_wide = size_px.0 >= WIDE_FROM_PX;
    let wide = is_wide.then(|| wide::arrange(parts, imprint, furniture, size_px)).flatten();
    // A wide picture that is too low for parts on the map has them above and below it.
    let narrow = || narrow::arrange(parts, imprint, furniture, size_px);
    let mut arrangement = wide.or_else(narrow)?;
    if parts.right_to_left {
        arrangement.mirror(size_px.0);
    }
    Some(arrangement)
}

pub(super) fn card(block: Block, at: (f64, f64), padding: (f64, f64), ground: Color) -> Card {
    let (x, y) = at;
    let size = (block.width_px + 2.0 * padding.0, block.height_px + 2.0 * padding.1);
    let part = Bounds::of_size(x, y, size.0, size.1);
    Card { part, ground, edge: None, at: ScreenPoint::new(x + padding.0, y + padding.1), block }
}

/// A card that ends at a point.
pub(super) fn card_before(
    block: Block,
    end: (f64, f64),
    padding: (f64, f64),
    ground: Color,
) -> Card {
    let x = end.0 - block.width_px - 2.0 * padding.0;
    let y = end.1 - block.height_px - 2.0 * padding.1;
    card(block, (x, y), padding, ground)
}

/// About where the arrow is: at the start of a gauge that lies, at the top of one that stands.
pub(super) fn north_at(gauge: &Card) -> ScreenPoint {
    let Bounds { left, top, .. } = gauge.part;
    let half = gauge.part.width().min(gauge.part.height()) / 2.0;
    ScreenPoint::new(left + half, top + half)
}

impl Card {
    pub fn moved(&self, dx_px: f64, dy_px: f64) -> Self {
        let Bounds { left, top, .. } = self.part;
        let part =
            Bounds::of_size(left + dx_px, top + dy_px, self.part.width(), self.part.height());
        Self { part, at: self.at.offset(dx_px, dy_px), ..self.clone() }
    }
}

impl Arrangement {
    fn mirror(&mut self, width_px: f64) {
        for card in &mut self.cards {
            let Bounds { left, right, .. } = card.part;
            (card.part.left, card.part.right) = (width_px - right, width_px - left);
            card.at.x = width_px - card.at.x - card.block.width_px;
        }
        let Insets { left, right, .. } = self.insets;
        (self.insets.left, self.insets.right) = (right, left);
        self.north_at.x = width_px - self.north_at.x;
    }

    /// Parts of the map's box that are covered, px from its own corner.
    pub fn obstacles(&self) -> Vec<Bounds> {
        let Bounds { left, top, .. } = self.map;
        let cards = self.cards.iter().map(|card| card.part).filter(|part| {
            part.left < self.map.right && part.top < self.map.bottom && part.bottom > self.map.top
        });
        cards
            .map(|part| {
                Bounds::of_size(part.left - left, part.top - top, part.width(), part.height())
            })
            .collect()
    }

    /// Draws the cards.
    pub fn draw(&self, right_to_left: bool, items: &mut Vec<Item>) {
        for Card { part, ground, edge, at, block } in &self.cards {
            let stroke = edge.map(|color| Stroke::solid(color, 1.0));
            let ground = Mark { outline: rectangle(*part), fill: Some(*ground), stroke };
            items.push(ground.item(None));
            block.draw(*at, right_to_left, items);
        }
    }
}
