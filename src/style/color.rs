//! Colours as a scene names them.

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
