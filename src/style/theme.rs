//! What a theme is.

use super::Color;
use crate::brief::{Carries, Hue, PlaceKind};

/// Every colour of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Seas and lakes, and what lies outside the map.
    pub sea: Color,
    /// Land that takes no part.
    pub land: Color,
    /// Countries of the focus's region.
    pub region: Color,
    /// The country that the brief is about.
    pub focus: Color,
    /// Its edge.
    pub focus_edge: Color,
    /// Borders of countries.
    pub border: Color,
    /// Borders within countries: scenery.
    pub region_border: Color,
    /// Shores: scenery.
    pub coast: Color,
    /// Rivers: scenery.
    pub river: Color,
    /// Names and values.
    pub text: Color,
    /// Names of what takes no part, distances, the legend's scale.
    pub secondary_text: Color,
    /// Names of waters.
    pub water_text: Color,
    /// Ground that texts, symbols and lines bring with them, so that crossings read.
    pub halo: Color,
    /// Ground of what stands beside the map: title, legend, credits.
    pub paper: Color,
    /// Edge of an area that the text is about.
    pub area: Color,
    /// Its tint.
    pub area_fill: Color,
    /// Its tint under the pointer or chosen.
    pub area_fill_lit: Color,
    /// Oil pipelines and fields.
    pub oil: Color,
    /// Gas pipelines.
    pub gas: Color,
    /// Railways, ports and crossings.
    pub rail: Color,
    /// Sea routes.
    pub sea_route: Color,
    /// The ring of a base.
    pub base: Color,
    /// The disc within which a base lies.
    pub base_fill: Color,
    /// The disc under the pointer or chosen.
    pub base_fill_lit: Color,
    /// The dry port.
    pub gate: Color,
    /// The disc that the dry port stands on.
    pub gate_ground: Color,
    /// Edge of a country under the pointer or chosen.
    pub highlight: Color,
    /// [`Hue::Red`].
    pub red: Color,
    /// [`Hue::Blue`].
    pub blue: Color,
    /// [`Hue::Ochre`].
    pub ochre: Color,
    /// [`Hue::Green`].
    pub green: Color,
    /// [`Hue::Violet`].
    pub violet: Color,
    /// [`Hue::Neutral`].
    pub neutral: Color,
    /// Opacity of flows that are not lit.
    pub flow_alpha: u8,
    /// Whether what a lens is not about stays as far as 3:1 from the land.
    pub keeps_dimmed_in_sight: bool,
}

impl Default for Theme {
    fn default() -> Self {
        Self::LIGHT
    }
}

impl Theme {
    /// The fixed theme of a name: `light`, `dark`, `contrast-light`, `contrast-dark` or `print`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::LIGHT),
            "dark" => Some(Self::DARK),
            "contrast-light" => Some(Self::CONTRAST_LIGHT),
            "contrast-dark" => Some(Self::CONTRAST_DARK),
            "print" => Some(Self::PRINT),
            _ => None,
        }
    }

    /// The colour of a hue.
    pub const fn hue(&self, hue: Hue) -> Color {
        match hue {
            Hue::Red => self.red,
            Hue::Blue => self.blue,
            Hue::Ochre => self.ochre,
            Hue::Green => self.green,
            Hue::Violet => self.violet,
            Hue::Neutral => self.neutral,
        }
    }

    /// The colour of a kind of place.
    pub const fn place(&self, kind: PlaceKind) -> Color {
        match kind {
            PlaceKind::DryPort => self.gate,
            PlaceKind::Base => self.base,
            PlaceKind::Field => self.oil,
            PlaceKind::Port | PlaceKind::BorderCrossing => self.rail,
            PlaceKind::Capital | PlaceKind::City | PlaceKind::FinanceCentre => self.text,
        }
    }

    /// The colour of what a line carries.
    pub const fn line(&self, carries: Carries) -> Color {
        match carries {
            Carries::CrudeOil => self.oil,
            Carries::Gas => self.gas,
            Carries::Rail => self.rail,
            Carries::Sea => self.sea_route,
        }
    }
}
