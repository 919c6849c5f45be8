//! The legend as a block: in columns, or as running text.

use super::block::Block;
use super::parts::Parts;
use crate::layout::legend::LegendRow;
use crate::scene::Font;

/// How closely a legend is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Columns side by side.
    pub columns: u8,
    /// Width of a column.
    pub column_px: f64,
    /// Size of its texts.
    pub size_px: f64,
}

const COLUMN_GAP_PX: f64 = 22.0;

impl Parts<'_> {
    /// The legend in columns of about one height. A heading stays with its first row.
    pub fn legend(&self, rows: &[LegendRow], setting: Setting) -> Block {
        let mut pieces: Vec<(Block, bool)> = Vec::new();
        for group in rows.chunk_by(|a, b| a.group == b.group) {
            for (index, row) in group.iter().enumerate() {
                let heading = (index == 0).then_some(&*row.group);
                pieces.push((self.row(heading, row, setting), index == 0));
            }
        }
        let (count, column_px) = (setting.columns.max(1), setting.column_px + COLUMN_GAP_PX);
        let places = in_columns(&pieces, usize::from(count));
        let mut block = Block::new(column_px * f64::from(count) - COLUMN_GAP_PX);
        for ((piece, begins_group), (column, y_px)) in pieces.into_iter().zip(places) {
            let x_px = column_px * f64::from(column);
            if begins_group && y_px > 0.0 {
                let mut rule = Block::new(setting.column_px);
                rule.rule(self.theme.region_border);
                block.insert((x_px, y_px - GROUP_GAP_PX / 2.0), rule);
            }
            block.insert((x_px, y_px), piece);
        }
        block
    }

    /// The legend as running text in lines of a width; a heading stays with its first row.
    pub fn running_legend(&self, rows: &[LegendRow], width_px: f64, size_px: f64) -> Block {
        const APART_PX: f64 = 13.0;
        let mut pieces = Vec::new();
        for group in rows.chunk_by(|a, b| a.group == b.group) {
            let mut entries = group.iter().map(|row| self.entry(row, width_px, size_px));
            let heading = group.first().map(|row| self.heading(&row.group, width_px, size_px));
            let both: Vec<Block> = heading.into_iter().chain(entries.next()).collect();
            let both_px = both.iter().map(|block| block.width_px + APART_PX).sum::<f64>();
            if both_px - APART_PX <= width_px {
                let mut joined = Block::new(width_px);
                joined.row(both, APART_PX);
                pieces.push(joined.narrowed());
            } else {
                pieces.extend(both);
            }
            pieces.extend(entries);
        }
        let mut block = Block::new(width_px);
        let (mut line, mut end_px): (Vec<Block>, f64) = (Vec::new(), 0.0);
        for piece in pieces {
            if end_px + piece.width_px > width_px && !line.is_empty() {
                block.row(std::mem::take(&mut line), APART_PX);
                end_px = 0.0;
            }
            end_px += piece.width_px + APART_PX;
            line.push(piece);
        }
        block.row(line, APART_PX);
        block
    }

    fn heading(&self, text: &str, width_px: f64, size_px: f64) -> Block {
        let mut block = Block::new(width_px);
        let look = self.look(Font::plain(size_px).strong(), self.theme.text, None);
        block.text(text, 0.0, &look, self.measure);
        block.narrowed()
    }

    /// A swatch and what it means, no wider than it has to be.
    fn entry(&self, row: &LegendRow, width_px: f64, size_px: f64) -> Block {
        const GAP_PX: f64 = 8.0;
        let look = self.look(Font::plain(size_px), self.theme.text, row.label.lang.as_deref());
        let x_px = row.swatch.width_px + GAP_PX;
        let mut text = Block::new(width_px - x_px);
        text.text(&row.label, 0.0, &look, self.measure);
        let mut block = Block::new(width_px);
        let tall_px = row.swatch.height_px.max(text.height_px);
        block.swatch(0.0, (tall_px - row.swatch.height_px) / 2.0, row.swatch.clone());
        block.insert((x_px, (tall_px - text.height_px) / 2.0), text);
        block.gap(tall_px - block.height_px);
        block.narrowed()
    }

    /// A row, under its group's heading if it is the first.
    fn row(&self, heading: Option<&str>, row: &LegendRow, setting: Setting) -> Block {
        const BELOW_HEADING_PX: f64 = 2.0;
        let Setting { column_px, size_px, .. } = setting;
        let mut block = Block::new(column_px);
        if let Some(heading) = heading {
            block.insert((0.0, 0.0), self.heading(heading, column_px, size_px));
            block.gap(BELOW_HEADING_PX);
        }
        let top = block.height_px;
        block.insert((0.0, top), self.entry(row, column_px, size_px));
        block
    }
}

/// Room about the rule between two groups, px.
const GROUP_GAP_PX: f64 = 13.0;

/// The column and the height of each piece, in order, in columns as low as their number allows.
fn in_columns(pieces: &[(Block, bool)], count: usize) -> Vec<(u32, f64)> {
    const STEP_PX: f64 = 4.0;
    let whole: f64 = pieces.iter().map(|(piece, _)| piece.height_px + GROUP_GAP_PX).sum();
    let mut limit_px = 0.0;
    loop {
        let places = filled(pieces, limit_px);
        let used = places.last().map_or(0, |(column, _)| *column as usize + 1);
        if used <= count || limit_px > whole {
            return places;
        }
        limit_px += STEP_PX;
    }
}

/// The same in columns that end before a height, but hold one piece at least.
fn filled(pieces: &[(Block, bool)], limit_px: f64) -> Vec<(u32, f64)> {
    let (mut column, mut y_px) = (0, 0.0);
    pieces
        .iter()
        .map(|(piece, begins_group)| {
            let gap_px = if *begins_group && y_px > 0.0 { GROUP_GAP_PX } else { 0.0 };
            if y_px > 0.0 && y_px + gap_px + piece.height_px > limit_px {
                (column, y_px) = (column + 1, 0.0);
            } else {
                y_px += gap_px;
            }
            let place = (column, y_px);
            y_px += piece.height_px;
            place
        })
        .collect()
}
