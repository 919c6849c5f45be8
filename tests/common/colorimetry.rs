//! How far apart colours are, for an eye of each kind. Colours are sRGB, 0 to 1 a channel.

use libm::{atan2, cbrt, cos, exp, pow, sin, sqrt};

/// Red, green, blue.
pub type Rgb = [f64; 3];

/// CIELAB: L*, a*, b*, of the white D65.
pub type Lab = [f64; 3];

/// A kind of colour sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Normal,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

pub const SIGHTS: [Sight; 4] =
    [Sight::Normal, Sight::Protanopia, Sight::Deuteranopia, Sight::Tritanopia];

impl Sight {
    /// What a dichromat's eye makes of linear RGB: severity 1.0 of Machado, Oliveira and Fernandes,
    /// "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (6),
    /// 2009, table 1.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Sight::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Sight::Protanopia => [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            Sight::Deuteranopia => [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            Sight::Tritanopia => [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        }
    }
}

/// `0xRRGGBB`.
pub fn rgb(hex: u32) -> Rgb {
    [16, 8, 0].map(|shift| f64::from((hex >> shift) & 0xff) / 255.0)
}

/// A colour of an opacity (0 to 1) over another, mixed as a canvas does.
pub fn over(color: Rgb, opacity: f64, ground: Rgb) -> Rgb {
    std::array::from_fn(|i| color[i] * opacity + ground[i] * (1.0 - opacity))
}

/// IEC 61966-2-1.
fn linear(rgb: Rgb) -> Rgb {
    rgb.map(|c| if c <= 0.04045 { c / 12.92 } else { pow((c + 0.055) / 1.055, 2.4) })
}

/// Contrast ratio of WCAG 2.2, 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |rgb: Rgb| {
        let [r, g, b] = linear(rgb);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// How an eye sees a colour.
pub fn lab(rgb: Rgb, sight: Sight) -> Lab {
    let rgb = linear(rgb);
    let product = |row: [f64; 3], v: [f64; 3]| row[0] * v[0] + row[1] * v[1] + row[2] * v[2];
    let seen = sight.matrix().map(|row| product(row, rgb).clamp(0.0, 1.0));
    const XYZ: [[f64; 3]; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    const WHITE: [f64; 3] = [0.95047, 1.0, 1.08883];
    let f = |t: f64| {
        const EPSILON: f64 = 216.0 / 24389.0;
        const KAPPA: f64 = 24389.0 / 27.0;
        if t > EPSILON { cbrt(t) } else { (KAPPA * t + 16.0) / 116.0 }
    };
    let [x, y, z] = std::array::from_fn(|i| f(product(XYZ[i], seen) / WHITE[i]));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Colour difference CIEDE2000 (CIE 142:2001), as Sharma, Wu and Dalal write it down: "The
/// CIEDE2000 color-difference formula", Color Research and Application 30 (1), 2005.
pub fn difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    let pow7 = |c: f64| pow(c, 7.0);
    let share = |c: f64| sqrt(pow7(c) / (pow7(c) + pow7(25.0)));
    let chroma = |a: f64, b: f64| sqrt(a * a + b * b);
    let g = 0.5 * (1.0 - share((chroma(a1, b1) + chroma(a2, b2)) / 2.0));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (chroma(a1, b1), chroma(a2, b2));
    let hue = |a: f64, b: f64| {
        let degrees = atan2(b, a).to_degrees();
        if degrees < 0.0 { degrees + 360.0 } else { degrees }
    };
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let sin_deg = |d: f64| sin(d.to_radians());
    let cos_deg = |d: f64| cos(d.to_radians());

    let gray = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if gray => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * sqrt(c1 * c2) * sin_deg(turn / 2.0);

    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if gray => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let t =
        1.0 - 0.17 * cos_deg(h - 30.0) + 0.24 * cos_deg(2.0 * h) + 0.32 * cos_deg(3.0 * h + 6.0)
            - 0.20 * cos_deg(4.0 * h - 63.0);
    let squared = |x: f64| x * x;
    let theta = 30.0 * exp(-squared((h - 275.0) / 25.0));
    let sl = 1.0 + 0.015 * squared(l - 50.0) / sqrt(20.0 + squared(l - 50.0));
    let sc = 1.0 + 0.045 * c;
    let sh = 1.0 + 0.015 * c * t;
    let rt = -sin_deg(2.0 * theta) * 2.0 * share(c);
    let (l, c, h) = (dl / sl, dc / sc, dh / sh);
    sqrt(l * l + c * c + h * h + rt * c * h)
}
