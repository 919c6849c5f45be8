//! An index of the screen: a grid whose cells list what touches them.

use crate::view::Bounds;

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
        for number in self.numbers(part) {
            if let Some(cell) = self.cells.get_mut(number) {
                cell.push(thing.clone());
            }
        }
    }

    /// Takes from every cell that a box touches what is not to be kept.
    pub fn retain(&mut self, part: &Bounds, keep: impl Fn(&T) -> bool) {
        for number in self.numbers(part) {
            if let Some(cell) = self.cells.get_mut(number) {
                cell.retain(&keep);
            }
        }
    }

    /// The cells that a box touches, with their numbers.
    pub fn touched(&self, part: &Bounds) -> impl Iterator<Item = (usize, &[T])> {
        self.numbers(part).filter_map(|number| Some((number, self.cells.get(number)?.as_slice())))
    }

    /// Number of the cell that a point lies in.
    pub fn number_at(&self, x: f64, y: f64) -> usize {
        let row = index(y / self.cell_px).min(self.rows - 1);
        row * self.columns + index(x / self.cell_px).min(self.columns - 1)
    }

    fn numbers(&self, part: &Bounds) -> impl Iterator<Item = usize> + use<T> {
        let (columns, cell_px) = (self.columns, self.cell_px);
        let column = |x: f64| index(x / cell_px).min(columns - 1);
        let row = |y: f64| index(y / cell_px).min(self.rows - 1);
        let (left, right) = (column(part.left), column(part.right));
        (row(part.top)..=row(part.bottom))
            .flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }
}

/// Number of the cell at a distance from the edge; what lies before the edge is in the first.
fn index(cells: f64) -> usize {
    const MOST: f64 = 255.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let index = cells.clamp(0.0, MOST) as usize;
    index
}
