//! An index of the screen: a grid whose cells list what touches them.

use crate::view::Bounds;
use std::ops::Range;

/// Things, found by where they lie on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells<T> {
    cell_px: f64,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<T>>,
}

impl<T: Clone> Cells<T> {
    /// An empty index over a screen of a size. What lies beyond is kept in the outermost cells.
    pub fn new(width_px: f64, height_px: f64, cell_px: f64) -> Self {
        let (columns, rows) = (index(width_px / cell_px) + 1, index(height_px / cell_px) + 1);
        Self { cell_px, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    /// Adds a thing to every cell that a box touches.
    pub fn add(&mut self, part: &Bounds, thing: &T) {
        self.change(part, |cell| cell.push(thing.clone()));
    }

    /// Takes from every cell that a box touches what is not to be kept.
    pub fn retain(&mut self, part: &Bounds, keep: impl Fn(&T) -> bool) {
        self.change(part, |cell| cell.retain(&keep));
    }

    fn change(&mut self, part: &Bounds, mut change: impl FnMut(&mut Vec<T>)) {
        for row in self.rows(part) {
            self.cells.get_mut(row).unwrap_or_default().iter_mut().for_each(&mut change);
        }
    }

    /// The cells that a box touches, with their numbers.
    pub fn touched(&self, part: &Bounds) -> impl Iterator<Item = (usize, &[T])> {
        self.rows(part).flat_map(|row| {
            let cells = self.cells.get(row.clone()).unwrap_or_default().iter();
            row.zip(cells.map(Vec::as_slice))
        })
    }

    /// The things in the cell that a point lies in.
    pub fn at(&self, x: f64, y: f64) -> &[T] {
        self.cells.get(self.number_at(x, y)).map_or(&[], Vec::as_slice)
    }

    /// Takes everything out, and keeps the room for other things.
    pub fn clear(&mut self) {
        self.cells.iter_mut().for_each(Vec::clear);
    }

    /// Number of the cell that a point lies in.
    pub fn number_at(&self, x: f64, y: f64) -> usize {
        let row = index(y / self.cell_px).min(self.rows - 1);
        row * self.columns + index(x / self.cell_px).min(self.columns - 1)
    }

    /// The numbers of the cells that a box touches, row by row.
    fn rows(&self, part: &Bounds) -> impl Iterator<Item = Range<usize>> + use<T> {
        let (columns, cell_px) = (self.columns, self.cell_px);
        let column = |x: f64| index(x / cell_px).min(columns - 1);
        let row = |y: f64| index(y / cell_px).min(self.rows - 1);
        let (left, right) = (column(part.left), column(part.right));
        (row(part.top)..row(part.bottom) + 1)
            .map(move |row| row * columns + left..row * columns + right + 1)
    }
}

/// Number of the cell at a distance from the edge; what lies before the edge is in the first.
fn index(cells: f64) -> usize {
    const MOST: f64 = 255.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let index = cells.clamp(0.0, MOST) as usize;
    index
}
