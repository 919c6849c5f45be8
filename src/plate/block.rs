//! Blocks of text and swatches, laid out from where reading starts; only when one is drawn it
//! matters on which side that is.

use crate::layout::swatch::Swatch;
use crate::layout::wrap::wrap;
use crate::scene::{Anchor, Font, Item, Mark, Segment, Stroke, TextMeasure};
use crate::style::Color;
use crate::view::ScreenPoint;

/// Height of a line of text, in parts of its size.
const LINE: f64 = 1.28;

/// Set around a text that has a direction of its own (Unicode's first strong isolate).
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Size and strength.
    pub font: Font,
    /// Colour.
    pub color: Color,
    /// Whether it may run another way than the plate.
    pub is_foreign: bool,
}

/// What a block is made of. `x_px`: from the side where reading starts.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    /// A line of text that starts there; its middle is at a height.
    Text { x_px: f64, y_px: f64, text: String, width_px: f64, font: Font, color: Color },
    /// A swatch that starts there.
    Swatch { x_px: f64, y_px: f64, swatch: Swatch },
    /// A line across.
    Rule { x_px: f64, y_px: f64, length_px: f64, color: Color },
}

/// Pieces in a box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Block {
    /// Width.
    pub width_px: f64,
    /// Height of what is in it so far.
    pub height_px: f64,
    pieces: Vec<Piece>,
}

impl Block {
    /// An empty block of a width.
    pub fn new(width_px: f64) -> Self {
        Self { width_px, ..Self::default() }
    }

    /// The block no wider than its texts.
    pub fn narrowed(mut self) -> Self {
        let ends = self.pieces.iter().map(|piece| match piece {
            Piece::Text { x_px, width_px, .. } => x_px + width_px,
            Piece::Swatch { x_px, swatch, .. } => x_px + swatch.width_px,
            Piece::Rule { .. } => 0.0,
        });
        self.width_px = ends.fold(0.0, f64::max);
        self
    }

    /// Leaves room.
    pub fn gap(&mut self, height_px: f64) {
        self.height_px += height_px;
    }

    /// A text in lines as wide as the room after `x_px`, one below the other.
    pub fn text(&mut self, text: &str, x_px: f64, look: &Look, measure: &dyn TextMeasure) {
        let Look { font, color, is_foreign } = *look;
        for line in wrap(text, font, self.width_px - x_px, measure) {
            let tall_px = (font.size_px * LINE).round();
            let width_px = measure.width_px(&line, font);
            let y_px = self.height_px + tall_px / 2.0;
            let text = if is_foreign { format!("{ISOLATE}{line}{END_OF_ISOLATE}") } else { line };
            self.pieces.push(Piece::Text { x_px, y_px, text, width_px, font, color });
            self.height_px += tall_px;
        }
    }

    /// A swatch at a place, which takes no room of its own.
    pub fn swatch(&mut self, x_px: f64, y_px: f64, swatch: Swatch) {
        self.pieces.push(Piece::Swatch { x_px, y_px, swatch });
    }

    /// A line across the whole block.
    pub fn rule(&mut self, color: Color) {
        let (y_px, length_px) = (self.height_px, self.width_px);
        self.pieces.push(Piece::Rule { x_px: 0.0, y_px, length_px, color });
    }

    /// Puts another block into this one, from a place; this one grows to hold it.
    pub fn insert(&mut self, (x_px, y_px): (f64, f64), other: Block) {
        self.height_px = self.height_px.max(y_px + other.height_px);
        for mut piece in other.pieces {
            let (Piece::Text { x_px: x, y_px: y, .. }
            | Piece::Swatch { x_px: x, y_px: y, .. }
            | Piece::Rule { x_px: x, y_px: y, .. }) = &mut piece;
            *x += x_px;
            *y += y_px;
            self.pieces.push(piece);
        }
    }

    /// Puts blocks side by side below what is there, their middles on one line.
    pub fn row(&mut self, blocks: Vec<Block>, apart_px: f64) {
        let (top, mut x_px) = (self.height_px, 0.0);
        let tall_px = blocks.iter().map(|block| block.height_px).fold(0.0, f64::max);
        for block in blocks {
            let (width_px, height_px) = (block.width_px, block.height_px);
            self.insert((x_px, top + (tall_px - height_px) / 2.0), block);
            x_px += width_px + apart_px;
        }
        self.height_px = top + tall_px;
    }

    /// Draws the block with its top left corner at a point.
    pub fn draw(&self, at: ScreenPoint, right_to_left: bool, items: &mut Vec<Item>) {
        // Where a piece of a width starts, from the left.
        let left = |x_px: f64, width_px: f64| {
            at.x + if right_to_left { self.width_px - x_px - width_px } else { x_px }
        };
        for piece in &self.pieces {
            match piece {
                Piece::Text { x_px, y_px, text, width_px, font, color } => {
                    let anchor = if right_to_left { Anchor::Right } else { Anchor::Left };
                    items.push(Item::Text {
                        target: None,
                        at: ScreenPoint::new(left(*x_px, 0.0), at.y + y_px),
                        anchor,
                        text: text.clone(),
                        width_px: *width_px,
                        angle_rad: 0.0,
                        font: *font,
                        color: *color,
                        halo: color.with_alpha(0),
                    });
                }
                Piece::Swatch { x_px, y_px, swatch } => {
                    let (x, y) = (left(*x_px, swatch.width_px), at.y + y_px);
                    let marks = swatch.marks.iter().cloned();
                    items.extend(marks.map(|mark| mark.moved(x, y).item(None)));
                }
                Piece::Rule { x_px, y_px, length_px, color } => {
                    let start = ScreenPoint::new(left(*x_px, *length_px), at.y + y_px);
                    let end = start.offset(*length_px, 0.0);
                    let outline = vec![Segment::Move(start), Segment::Line(end)];
                    items.push(Mark::stroked(outline, Stroke::solid(*color, 1.0)).item(None));
                }
            }
        }
    }
}
