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

    /// Whether it is surely 3:1 or more apart from another. A cubic stands for the curve of sRGB, from
    /// which it is less than 0.003 away, so a ratio is true to a twentieth; so much more is asked for.
    pub fn stands_out(self, ground: Self) -> bool {
        const RATIO: f64 = 3.15;
        let luminance = |color: Self| {
            let channel = |shift: u32| {
                let value = f64::from((color.rgb >> shift) & 0xff) / 255.0;
                value * value * (0.7 + 0.3 * value)
            };
            0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0) + 0.05
        };
        let (own, other) = (luminance(self), luminance(ground));
        own.max(other) >= RATIO * own.min(other)
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
