//! The light theme.

use super::{Color, Theme};

impl Theme {
    /// Quiet paper; red is a vermilion that stays apart from ochre where red and green look alike.
    pub const LIGHT: Self = Self {
        sea: Color::rgb(0xdbe5e9),
        land: Color::rgb(0xf2f0ea),
        region: Color::rgb(0xfbf9f3),
        focus: Color::rgb(0xffffff),
        focus_edge: Color::rgb(0x7d766a),
        border: Color::rgb(0x908a7e),
        region_border: Color::rgb(0xd6d0c5),
        coast: Color::rgb(0xa9bac2),
        river: Color::rgb(0xa8c2cd),
        text: Color::rgb(0x2a2926),
        secondary_text: Color::rgb(0x5d5951),
        water_text: Color::rgb(0x426374),
        halo: Color::rgb(0xfbf9f3),
        paper: Color::rgb(0xfdfcf9),
        area: Color::rgb(0x94712c),
        area_fill: Color::rgb(0xc9a86a).with_alpha(0x38),
        area_fill_lit: Color::rgb(0xc9a86a).with_alpha(0x54),
        oil: Color::rgb(0x5a4632),
        gas: Color::rgb(0xa67a1c),
        rail: Color::rgb(0x5b5a57),
        sea_route: Color::rgb(0x4f7283),
        base: Color::rgb(0xad3321),
        base_fill: Color::rgb(0xad3321).with_alpha(0x30),
        base_fill_lit: Color::rgb(0xad3321).with_alpha(0x48),
        gate: Color::rgb(0x8f2a19),
        gate_ground: Color::rgb(0xfbf9f3).with_alpha(0xd0),
        highlight: Color::rgb(0x2a2926),
        red: Color::rgb(0xad3321),
        blue: Color::rgb(0x2b6ca3),
        ochre: Color::rgb(0x977a00),
        green: Color::rgb(0x5a8150),
        violet: Color::rgb(0x6e4f75),
        neutral: Color::rgb(0x77756f),
        flow_alpha: 0xf2,
        keeps_dimmed_in_sight: false,
    };
}
