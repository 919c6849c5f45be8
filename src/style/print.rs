//! On paper.

use super::{Color, Theme};

impl Theme {
    /// The light theme's hues on white, with shores strong enough to part white water from land.
    pub const PRINT: Self = Self {
        sea: Color::rgb(0xffffff),
        land: Color::rgb(0xf4f2ed),
        region: Color::rgb(0xfaf8f4),
        coast: Color::rgb(0x7f98a5),
        river: Color::rgb(0x9ab8c6),
        halo: Color::rgb(0xffffff),
        paper: Color::rgb(0xffffff),
        gate_ground: Color::rgb(0xffffff).with_alpha(0xd0),
        ..Self::LIGHT
    };
}
