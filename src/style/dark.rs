//! The dark theme.

use super::{Color, Theme};

impl Theme {
    /// Night blue water, slate land.
    pub const DARK: Self = Self {
        sea: Color::rgb(0x12181c),
        land: Color::rgb(0x1d2225),
        region: Color::rgb(0x262c2f),
        focus: Color::rgb(0x30373b),
        focus_edge: Color::rgb(0x9aa3a6),
        border: Color::rgb(0x7c858a),
        region_border: Color::rgb(0x3d4549),
        coast: Color::rgb(0x3f4c53),
        river: Color::rgb(0x3d5562),
        text: Color::rgb(0xece8df),
        secondary_text: Color::rgb(0xbfbbb1),
        water_text: Color::rgb(0xa0c0cf),
        halo: Color::rgb(0x1d2225),
        paper: Color::rgb(0x1f2528),
        area: Color::rgb(0xc9a86a),
        area_fill: Color::rgb(0xc9a86a).with_alpha(0x18),
        area_fill_lit: Color::rgb(0xc9a86a).with_alpha(0x2c),
        oil: Color::rgb(0xb3936f),
        gas: Color::rgb(0xddb353),
        rail: Color::rgb(0xbab8b1),
        sea_route: Color::rgb(0x84b3c8),
        base: Color::rgb(0xee8d79),
        base_fill: Color::rgb(0xe2705a).with_alpha(0x20),
        base_fill_lit: Color::rgb(0xe2705a).with_alpha(0x30),
        gate: Color::rgb(0xf29a85),
        gate_ground: Color::rgb(0x1d2225).with_alpha(0xd0),
        highlight: Color::rgb(0xece8df),
        red: Color::rgb(0xe2705a),
        blue: Color::rgb(0x6aa6dc),
        ochre: Color::rgb(0xd6b94a),
        green: Color::rgb(0x8cc58e),
        violet: Color::rgb(0xa384a8),
        neutral: Color::rgb(0xa19d93),
        flow_alpha: 0xe6,
        keeps_dimmed_in_sight: false,
    };
}
