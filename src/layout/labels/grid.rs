//! Boxes on the screen that are taken.

use crate::layout::cells::Cells;
use crate::view::Bounds;

const CELL_PX: f64 = 48.0;

/// Boxes, px, found by where they lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    cells: Cells<Bounds>,
    boxes: Vec<Bounds>,
}

impl Grid {
    /// An empty grid over a screen of a size.
    pub fn new(width_px: f64, height_px: f64) -> Self {
        Self { cells: Cells::new(width_px, height_px, CELL_PX), boxes: Vec::new() }
    }

    /// Adds a box.
    pub fn add(&mut self, part: Bounds) {
        self.cells.add(&part, &part);
        self.boxes.push(part);
    }

    /// Whether a box shares a point with one that is in the grid.
    pub fn meets(&self, part: &Bounds) -> bool {
        self.cells.touched(part).any(|(_, cell)| cell.iter().any(|other| other.overlaps(part)))
    }

    /// All boxes, in the order in which they came.
    pub fn boxes(&self) -> &[Bounds] {
        &self.boxes
    }
}
