//! A theme of the few colours that a reader has set for everything on the screen.

use super::{Color, Theme};

/// Colours of the system, named as CSS Color 4 does, each `0xRRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SystemColors {
    /// Ground.
    pub canvas: u32,
    /// Text on it.
    pub canvas_text: u32,
    /// Links.
    pub link_text: u32,
    /// What is chosen.
    pub highlight: u32,
    /// What is out of use.
    pub gray_text: u32,
}

impl Theme {
    /// Lines and texts of the reader's colours on the reader's ground. The colours of text, links
    /// and what is out of use are the ones that system themes keep apart from each other, so three
    /// hues can be told apart at most; the names at the ends of the flows tell the rest. A colour
    /// that would hardly be seen on the ground gives way to that of text.
    pub fn forced(system: SystemColors) -> Self {
        let ground = Color::rgb(system.canvas);
        let text = Color::rgb(system.canvas_text);
        let seen = |rgb: u32| match Color::rgb(rgb) {
            color if color.stands_out(ground) => color,
            _ => text,
        };
        let scenery = text.with_alpha(0x60);
        Self {
            sea: ground,
            land: ground,
            region: ground,
            focus: ground,
            focus_edge: text,
            border: text.with_alpha(0xc0),
            region_border: scenery,
            coast: text.with_alpha(0xc0),
            river: scenery,
            text,
            secondary_text: text,
            water_text: text,
            halo: ground,
            paper: ground,
            area: text,
            area_fill: text.with_alpha(0x20),
            area_fill_lit: text.with_alpha(0x40),
            oil: text,
            gas: text,
            rail: text,
            sea_route: text,
            base: text,
            base_fill: text.with_alpha(0x20),
            base_fill_lit: text.with_alpha(0x40),
            gate: text,
            gate_ground: ground,
            highlight: seen(system.highlight),
            red: seen(system.link_text),
            blue: seen(system.gray_text),
            ochre: text,
            green: text,
            violet: text,
            neutral: text,
            flow_alpha: 0xff,
            keeps_dimmed_in_sight: true,
        }
    }
}
