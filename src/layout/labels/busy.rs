//! What of the screen is drawn on, as a coarse picture of it: a text is better off where nothing
//! is drawn (after Kittivorawong, Moritz, Wongsuphasawat and Heer 2020, *Fast and Flexible Overlap
//! Detection for Chart Labeling with Occupancy Bitmap*).

use crate::view::{Bounds, ScreenPoint};

const CELL_PX: f64 = 4.0;

/// What is drawn in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// A flow. A text that strikes it through is hard to read, and seems to belong to it.
    Flow,
    /// A pipeline, a railway, a sea route.
    Line,
    /// A border. A name across it could be either side's.
    Border,
    /// A shore or a river.
    Shore,
}

impl Trace {
    const fn bit(self) -> u8 {
        match self {
            Trace::Flow => 1,
            Trace::Line => 2,
            Trace::Border => 4,
            Trace::Shore => 8,
        }
    }

    /// What a cell of it under a text costs; 1 is a step down in the order of candidates.
    const fn cost(self) -> f64 {
        match self {
            Trace::Flow => 1.0,
            Trace::Line => 1.0,
            Trace::Border => 0.3,
            Trace::Shore => 0.15,
        }
    }

    const ALL: [Trace; 4] = [Trace::Flow, Trace::Line, Trace::Border, Trace::Shore];
}

/// A coarse picture of what is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Busy {
    columns: usize,
    rows: usize,
    cells: Vec<u8>,
}

impl Busy {
    /// An empty screen of a size.
    pub fn new(width_px: f64, height_px: f64) -> Self {
        let (columns, rows) = (cell(width_px) + 1, cell(height_px) + 1);
        Self { columns, rows, cells: vec![0; columns * rows] }
    }

    /// Marks a box.
    pub fn mark(&mut self, part: &Bounds, trace: Trace) {
        let Some((left, right, top, bottom)) = self.range(part) else { return };
        for row in top..=bottom {
            let start = row * self.columns;
            if let Some(cells) = self.cells.get_mut(start + left..=start + right) {
                cells.iter_mut().for_each(|cell| *cell |= trace.bit());
            }
        }
    }

    /// Marks a straight line.
    pub fn mark_line(&mut self, from: ScreenPoint, to: ScreenPoint, trace: Trace) {
        let Some((from, to)) = super::along::clipped(from, to, &self.screen()) else { return };
        let steps = (from.distance(to) / (CELL_PX * 0.75)).ceil().max(1.0);
        let mut step = 0.0;
        while step <= steps {
            let at = from.towards(to, step / steps);
            let place =
                cell(at.y).min(self.rows - 1) * self.columns + cell(at.x).min(self.columns - 1);
            if let Some(cell) = self.cells.get_mut(place) {
                *cell |= trace.bit();
            }
            step += 1.0;
        }
    }

    /// Whether a box has a cell of a trace.
    pub fn has(&self, part: &Bounds, trace: Trace) -> bool {
        self.under(part).any(|cell| cell & trace.bit() != 0)
    }

    /// What it costs to write over a box.
    pub fn cost(&self, part: &Bounds) -> f64 {
        let price = |cell: u8| -> f64 {
            Trace::ALL.iter().filter(|t| cell & t.bit() != 0).map(|t| t.cost()).sum()
        };
        self.under(part).filter(|cell| *cell != 0).map(price).sum()
    }

    fn under(&self, part: &Bounds) -> impl Iterator<Item = u8> + '_ {
        let range = self.range(part);
        range.into_iter().flat_map(move |(left, right, top, bottom)| {
            (top..=bottom).flat_map(move |row| {
                let start = row * self.columns;
                self.cells.get(start + left..=start + right).unwrap_or_default().iter().copied()
            })
        })
    }

    fn screen(&self) -> Bounds {
        #[allow(clippy::cast_precision_loss, reason = "a screen is small")]
        let (width, height) = (self.columns as f64 * CELL_PX, self.rows as f64 * CELL_PX);
        Bounds::of_size(0.0, 0.0, width, height)
    }

    /// First and last column, first and last row of a box; `None` beyond the screen.
    fn range(&self, part: &Bounds) -> Option<(usize, usize, usize, usize)> {
        let is_on = part.overlaps(&self.screen());
        is_on.then(|| {
            (
                cell(part.left).min(self.columns - 1),
                cell(part.right).min(self.columns - 1),
                cell(part.top).min(self.rows - 1),
                cell(part.bottom).min(self.rows - 1),
            )
        })
    }
}

fn cell(px: f64) -> usize {
    const MOST: f64 = 4096.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let cell = (px / CELL_PX).clamp(0.0, MOST) as usize;
    cell
}
