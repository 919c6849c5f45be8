//! An index of boxes on the screen: a grid whose cells list the boxes that touch them.

use crate::view::Bounds;

const CELL_PX: f64 = 48.0;

/// Boxes, px, found by where they lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    columns: usize,
    rows: usize,
    cells: Vec<Vec<usize>>,
    boxes: Vec<Bounds>,
}

impl Grid {
    /// An empty grid over a screen of a size. What lies beyond is kept in the outermost cells.
    pub fn new(width_px: f64, height_px: f64) -> Self {
        let (columns, rows) = (index(width_px) + 1, index(height_px) + 1);
        Self { columns, rows, cells: vec![Vec::new(); columns * rows], boxes: Vec::new() }
    }

    /// Adds a box.
    pub fn add(&mut self, part: Bounds) {
        let number = self.boxes.len();
        self.boxes.push(part);
        for cell in self.touched(&part) {
            if let Some(cell) = self.cells.get_mut(cell) {
                cell.push(number);
            }
        }
    }

    /// Whether a box shares a point with one that is in the grid.
    pub fn meets(&self, part: &Bounds) -> bool {
        self.touched(part).filter_map(|cell| self.cells.get(cell)).any(|cell| {
            cell.iter().any(|number| self.boxes.get(*number).is_some_and(|b| b.overlaps(part)))
        })
    }

    /// All boxes, in the order in which they came.
    pub fn boxes(&self) -> &[Bounds] {
        &self.boxes
    }

    fn touched(&self, part: &Bounds) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        let (left, right) = (index(part.left).min(columns - 1), index(part.right).min(columns - 1));
        let (top, bottom) =
            (index(part.top).min(self.rows - 1), index(part.bottom).min(self.rows - 1));
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }
}

/// Number of the cell at a distance from the edge; what lies before the edge is in the first.
fn index(px: f64) -> usize {
    const MOST: f64 = 4096.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let index = (px / CELL_PX).clamp(0.0, MOST) as usize;
    index
}
