//! The index of the screen.
#![cfg(not(target_arch = "wasm32"))]

use khorgos::layout::cells::Cells;
use khorgos::view::Bounds;

fn things() -> Cells<&'static str> {
    let mut cells = Cells::new(100.0, 50.0, 10.0);
    cells.add(&Bounds::of_size(5.0, 5.0, 20.0, 10.0), &"wide");
    cells.add(&Bounds::of_size(12.0, 12.0, 0.0, 0.0), &"small");
    cells.add(&Bounds::of_size(-500.0, 900.0, 10.0, 10.0), &"beyond");
    cells
}

#[test]
fn things_are_found_in_every_cell_that_they_touch() {
    let cells = things();
    assert_eq!(cells.at(25.0, 19.0), ["wide"]);
    assert_eq!(cells.at(15.0, 15.0), ["wide", "small"]);
    assert_eq!(cells.at(35.0, 5.0), [""; 0]);
    assert_eq!(cells.at(0.0, 50.0), ["beyond"], "what lies beyond is in the outermost cells");
    let around = Bounds::of_size(15.0, 5.0, 20.0, 10.0);
    let touched: Vec<(usize, usize)> =
        cells.touched(&around).map(|(number, cell)| (number, cell.len())).collect();
    assert_eq!(touched, [(1, 1), (2, 1), (3, 0), (12, 2), (13, 1), (14, 0)], "row by row");
}

#[test]
fn what_is_taken_out_is_not_found_again() {
    let mut cells = things();
    cells.retain(&Bounds::of_size(5.0, 5.0, 20.0, 10.0), |thing| *thing != "wide");
    assert_eq!(cells.at(15.0, 15.0), ["small"]);
    assert_eq!(cells.at(25.0, 15.0), [""; 0]);
    cells.clear();
    assert_eq!(cells.at(15.0, 15.0), [""; 0]);
    assert_eq!(cells.at(0.0, 50.0), [""; 0]);
}
