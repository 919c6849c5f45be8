//! Colours of the light theme, and what things look like.

use crate::brief::{Carries, Hue, PlaceKind};

/// A colour with opacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Color {
    /// `0xRRGGBB`.
    pub rgb: u32,
    /// 0 to 255.
    pub alpha: u8,
}

impl Color {
    /// An opaque colour.
    pub const fn rgb(rgb: u32) -> Self {
        Self { rgb, alpha: 255 }
    }

    /// The same colour at an opacity from 0 to 255.
    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self { alpha, ..self }
    }

    /// The colour that is seen when it lies on an opaque one.
    pub fn over(self, ground: Self) -> Self {
        let channel = |shift: u32| {
            let part = |rgb: u32| (rgb >> shift) & 0xff;
            let alpha = u32::from(self.alpha);
            ((part(self.rgb) * alpha + part(ground.rgb) * (255 - alpha) + 127) / 255) << shift
        };
        Self::rgb(channel(16) | channel(8) | channel(0))
    }

    /// As CSS writes it: `#rrggbb` or `#rrggbbaa`.
    pub fn css(self) -> String {
        if self.alpha == 255 {
            format!("#{:06x}", self.rgb)
        } else {
            format!("#{:06x}{:02x}", self.rgb, self.alpha)
        }
    }
}

/// Colours of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its name")]
pub struct Theme {
    pub sea: Color,
    pub land: Color,
    pub region: Color,
    pub focus: Color,
    pub focus_edge: Color,
    pub border: Color,
    pub region_border: Color,
    pub coast: Color,
    pub river: Color,
    pub text: Color,
    pub secondary_text: Color,
    pub water_text: Color,
    pub area: Color,
    pub oil: Color,
    pub gas: Color,
    pub rail: Color,
    pub sea_route: Color,
    pub base: Color,
    pub gate: Color,
    pub highlight: Color,
}

impl Theme {
    /// The light theme.
    pub const LIGHT: Self = Self {
        sea: Color::rgb(0xdbe5e9),
        land: Color::rgb(0xf2f0ea),
        region: Color::rgb(0xfbf9f3),
        focus: Color::rgb(0xffffff),
        focus_edge: Color::rgb(0x7d766a),
        border: Color::rgb(0xb5aea1),
        region_border: Color::rgb(0xd6d0c5),
        coast: Color::rgb(0xa9bac2),
        river: Color::rgb(0xa8c2cd),
        text: Color::rgb(0x2a2926),
        secondary_text: Color::rgb(0x66625a),
        water_text: Color::rgb(0x4f7283),
        area: Color::rgb(0xc9a86a),
        oil: Color::rgb(0x5a4632),
        gas: Color::rgb(0xb98a2c),
        rail: Color::rgb(0x5b5a57),
        sea_route: Color::rgb(0x4f7283),
        base: Color::rgb(0xc4402b),
        gate: Color::rgb(0x8f2a19),
        highlight: Color::rgb(0x2a2926),
    };

    /// The colour of a hue.
    pub const fn hue(&self, hue: Hue) -> Color {
        Color::rgb(match hue {
            Hue::Red => 0xc4402b,
            Hue::Blue => 0x2b6ca3,
            Hue::Ochre => 0xa68a1a,
            Hue::Green => 0x3f7d4e,
            Hue::Violet => 0x7b5a94,
            Hue::Neutral => 0x7a756b,
        })
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
