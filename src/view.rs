//! The camera: map kilometres ↔ CSS pixels.

use crate::projection::MapPoint;

/// A point on the screen, CSS px from the top left of the map's box.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ScreenPoint {
    /// To the right, px.
    pub x: f64,
    /// Down, px.
    pub y: f64,
}

impl ScreenPoint {
    /// A point from its two parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to another point, px.
    pub fn distance(self, other: ScreenPoint) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        // A square root is the same everywhere; no screen is so large that its square overflows.
        (dx * dx + dy * dy).sqrt()
    }

    /// The point moved by a distance in a direction.
    pub fn offset(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy }
    }

    /// The point a share `t` of the way to another.
    pub fn towards(self, other: ScreenPoint, t: f64) -> Self {
        self.offset((other.x - self.x) * t, (other.y - self.y) * t)
    }
}

/// A box with sides along the axes, in the units of its corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least x.
    pub left: f64,
    /// Least y.
    pub top: f64,
    /// Greatest x.
    pub right: f64,
    /// Greatest y.
    pub bottom: f64,
}

impl Bounds {
    /// Holds nothing; grows by [`Bounds::include`].
    pub const EMPTY: Self = Self {
        left: f64::INFINITY,
        top: f64::INFINITY,
        right: f64::NEG_INFINITY,
        bottom: f64::NEG_INFINITY,
    };

    /// Holds every point.
    pub const EVERYTHING: Self = Self {
        left: f64::NEG_INFINITY,
        top: f64::NEG_INFINITY,
        right: f64::INFINITY,
        bottom: f64::INFINITY,
    };

    /// A box from its top left corner and size.
    pub fn of_size(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// Grows to hold a point.
    pub fn include(&mut self, x: f64, y: f64) {
        self.left = self.left.min(x);
        self.top = self.top.min(y);
        self.right = self.right.max(x);
        self.bottom = self.bottom.max(y);
    }

    /// Whether it holds a point.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.left && x <= self.right && y >= self.top && y <= self.bottom
    }

    /// Whether two boxes share a point.
    pub fn overlaps(&self, other: &Bounds) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// The part of a straight line that lies in the box (Liang and Barsky 1984).
    pub fn clip(&self, from: (f64, f64), to: (f64, f64)) -> Option<[(f64, f64); 2]> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (towards, room) in [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ] {
            if towards == 0.0 && room < 0.0 {
                return None;
            }
            if towards < 0.0 {
                enters = enters.max(room / towards);
            } else if towards > 0.0 {
                leaves = leaves.min(room / towards);
            }
        }
        let at = |t: f64| (from.0 + dx * t, from.1 + dy * t);
        (enters <= leaves).then(|| [at(enters), at(leaves)])
    }

    /// The box wider by `by` on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The part of a ring that lies in it (Sutherland and Hodgman 1974).
    pub fn cut_ring(&self, mut ring: Vec<ScreenPoint>) -> Vec<ScreenPoint> {
        // How far within each side a point lies.
        type Depth = fn(&Bounds, ScreenPoint) -> f64;
        let sides: [Depth; 4] = [
            |frame, p| p.x - frame.left,
            |frame, p| frame.right - p.x,
            |frame, p| p.y - frame.top,
            |frame, p| frame.bottom - p.y,
        ];
        for depth in sides {
            let mut kept = Vec::with_capacity(ring.len());
            let Some(mut from) = ring.last().copied() else { break };
            for to in ring {
                let (before, after) = (depth(self, from), depth(self, to));
                if (before < 0.0) != (after < 0.0) {
                    kept.push(from.towards(to, before / (before - after)));
                }
                if after >= 0.0 {
                    kept.push(to);
                }
                from = to;
            }
            ring = kept;
        }
        ring
    }

    /// The middle: x, y.
    pub fn centre(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }
}

/// Parts of the box that lie under panels, CSS px.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs, reason = "each is its name")]
pub struct Insets {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

/// What of the map is seen, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Map point at the middle of the box.
    pub centre: MapPoint,
    /// CSS px for a km.
    pub px_per_km: f64,
    /// Width of the box, CSS px.
    pub width_px: f64,
    /// Height of the box, CSS px.
    pub height_px: f64,
}

impl Camera {
    /// No screen is larger.
    const MOST_PX: f64 = 1e5;
    /// Furthest from the middle of the map, either way.
    const FURTHEST_KM: f64 = 1e6;
    /// A pixel for the whole earth.
    const LEAST_PX_PER_KM: f64 = 1e-6;
    /// A pixel for a grain of sand.
    const MOST_PX_PER_KM: f64 = 1e6;

    /// Whether a picture can be made from there: the box no larger than any screen, the scale between
    /// a pixel for the whole earth and one for a grain of sand, the middle not far from the earth.
    pub fn is_drawable(&self) -> bool {
        (0.0..=Self::MOST_PX).contains(&self.width_px)
            && (0.0..=Self::MOST_PX).contains(&self.height_px)
            && (Self::LEAST_PX_PER_KM..=Self::MOST_PX_PER_KM).contains(&self.px_per_km)
            && self.centre.x.abs().max(self.centre.y.abs()) <= Self::FURTHEST_KM
            && !(self.centre.x + self.centre.y).is_nan()
    }

    /// As near as can be to a middle and a scale of which there may be no picture: a panel that is
    /// said to be far larger than the box puts the map far beside it.
    fn nearest_drawable(centre: MapPoint, px_per_km: f64, width_px: f64, height_px: f64) -> Self {
        let near = |km: f64| km.clamp(-Self::FURTHEST_KM, Self::FURTHEST_KM);
        let px_per_km = px_per_km.clamp(Self::LEAST_PX_PER_KM, Self::MOST_PX_PER_KM);
        let centre = MapPoint::new(near(centre.x), near(centre.y));
        Self { centre, px_per_km, width_px, height_px }
    }

    /// Shows `area` (km) whole in the part of the box that the insets leave free. Drawable in any box
    /// that is.
    pub fn fit(area: Bounds, width_px: f64, height_px: f64, insets: Insets) -> Self {
        const LEAST_PX: f64 = 40.0;
        let free_width = (width_px - insets.left - insets.right).max(LEAST_PX);
        let free_height = (height_px - insets.top - insets.bottom).max(LEAST_PX);
        let across = free_width / area.width().max(1.0);
        let down = free_height / area.height().max(1.0);
        let px_per_km = across.min(down);
        let (x, y) = area.centre();
        let shift_x = (insets.right - insets.left) / 2.0 / px_per_km;
        let shift_y = (insets.bottom - insets.top) / 2.0 / px_per_km;
        Self::nearest_drawable(
            MapPoint::new(x + shift_x, y + shift_y),
            px_per_km,
            width_px,
            height_px,
        )
    }

    /// Shows `area` whole, unless the box is of a very other shape (a phone held upright): then
    /// up to a quarter of its longer side is left to be found by panning.
    pub fn fit_mostly(area: Bounds, width_px: f64, height_px: f64, insets: Insets) -> Self {
        const MOST_CROPPED: f64 = 1.33;
        let whole = Self::fit(area, width_px, height_px, insets);
        let free_width = (width_px - insets.left - insets.right).max(1.0);
        let free_height = (height_px - insets.top - insets.bottom).max(1.0);
        let shape = (free_width / free_height) / (area.width() / area.height()).max(1e-9);
        let crop = (shape.max(1.0 / shape) / MOST_CROPPED).clamp(1.0, MOST_CROPPED);
        let (x, y) = area.centre();
        let shift = |from_middle: f64| from_middle / crop;
        let centre = MapPoint::new(x + shift(whole.centre.x - x), y + shift(whole.centre.y - y));
        Self::nearest_drawable(centre, whole.px_per_km * crop, width_px, height_px)
    }

    /// Map → screen.
    pub fn to_screen(&self, point: MapPoint) -> ScreenPoint {
        ScreenPoint::new(
            (point.x - self.centre.x) * self.px_per_km + self.width_px / 2.0,
            (point.y - self.centre.y) * self.px_per_km + self.height_px / 2.0,
        )
    }

    /// The view of a box that is larger on each side; what is seen stays where it is.
    pub fn grown(&self, margin_px: f64) -> Self {
        let size = |px: f64| px + 2.0 * margin_px;
        Self { width_px: size(self.width_px), height_px: size(self.height_px), ..*self }
    }

    /// How a picture of this view lies in another one of the same map.
    pub fn shift_to(&self, other: &Camera) -> Shift {
        let corner = other.to_screen(self.to_map(ScreenPoint::default()));
        Shift { scale: other.px_per_km / self.px_per_km, dx_px: corner.x, dy_px: corner.y }
    }

    /// Screen → map.
    pub fn to_map(&self, point: ScreenPoint) -> MapPoint {
        MapPoint::new(
            (point.x - self.width_px / 2.0) / self.px_per_km + self.centre.x,
            (point.y - self.height_px / 2.0) / self.px_per_km + self.centre.y,
        )
    }

    /// What of the map is in the box, km.
    pub fn visible(&self) -> Bounds {
        let width = self.width_px / self.px_per_km;
        let height = self.height_px / self.px_per_km;
        Bounds::of_size(self.centre.x - width / 2.0, self.centre.y - height / 2.0, width, height)
    }

    /// The view moved so that what was under a finger stays under it.
    pub fn panned(&self, dx_px: f64, dy_px: f64) -> Self {
        let centre = MapPoint::new(
            self.centre.x - dx_px / self.px_per_km,
            self.centre.y - dy_px / self.px_per_km,
        );
        Self { centre, ..*self }
    }

    /// The view larger by `factor`; the map point under `at` stays where it is.
    pub fn zoomed(&self, factor: f64, at: ScreenPoint, limits: &Limits) -> Self {
        let px_per_km =
            (self.px_per_km * factor).max(limits.least_px_per_km).min(limits.most_px_per_km);
        // At its limit it does not even move by a rounding.
        if px_per_km == self.px_per_km {
            return *self;
        }
        let fixed = self.to_map(at);
        let centre = MapPoint::new(
            fixed.x - (at.x - self.width_px / 2.0) / px_per_km,
            fixed.y - (at.y - self.height_px / 2.0) / px_per_km,
        );
        Self { centre, px_per_km, ..*self }
    }

    /// The view brought back within limits.
    pub fn clamped(&self, limits: &Limits) -> Self {
        let area = limits.area;
        Self {
            centre: MapPoint::new(
                self.centre.x.max(area.left).min(area.right),
                self.centre.y.max(area.top).min(area.bottom),
            ),
            px_per_km: self.px_per_km.max(limits.least_px_per_km).min(limits.most_px_per_km),
            ..*self
        }
    }
}

/// How a picture is moved that was drawn for another view: it is scaled, then its corner is put
/// somewhere else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Times as large.
    pub scale: f64,
    /// From the box's left edge to the picture's, px.
    pub dx_px: f64,
    /// From the box's top edge to the picture's, px.
    pub dy_px: f64,
}

impl Shift {
    /// Where a point of the picture lies in the box, px.
    pub fn to(&self, at: ScreenPoint) -> ScreenPoint {
        ScreenPoint::new(at.x * self.scale + self.dx_px, at.y * self.scale + self.dy_px)
    }

    /// Where a point of the box lies in the picture, px.
    pub fn back(&self, at: ScreenPoint) -> ScreenPoint {
        ScreenPoint::new((at.x - self.dx_px) / self.scale, (at.y - self.dy_px) / self.scale)
    }

    /// Whether a picture with a margin still fills a box of a size, and is not blurred or crowded
    /// by its scale.
    pub fn serves(&self, (width_px, height_px): (f64, f64), margin_px: f64) -> bool {
        const MOST_SCALE: f64 = 2.0;
        // Rounding.
        const SLACK_PX: f64 = 0.5;
        let margin = margin_px * self.scale + SLACK_PX;
        let fills = |start: f64, length: f64| {
            start <= margin && start + length * self.scale >= length - margin
        };
        (1.0 / MOST_SCALE..=MOST_SCALE).contains(&self.scale)
            && fills(self.dx_px, width_px)
            && fills(self.dy_px, height_px)
    }
}

/// How far the camera may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Where the middle of the box may be, km.
    pub area: Bounds,
    /// Furthest out.
    pub least_px_per_km: f64,
    /// Nearest in.
    pub most_px_per_km: f64,
}

impl Limits {
    /// Limits about a first view: a little further out, far nearer, and not far away. What is within
    /// them is drawable if the first view is.
    pub fn about(home: &Camera) -> Self {
        const OUT: f64 = 0.5;
        const IN: f64 = 60.0;
        let visible = home.visible();
        let Bounds { left, top, right, bottom } = visible.grown(visible.width() * 0.25);
        const FURTHEST_KM: f64 = Camera::FURTHEST_KM;
        Self {
            area: Bounds {
                left: left.max(-FURTHEST_KM),
                top: top.max(-FURTHEST_KM),
                right: right.min(FURTHEST_KM),
                bottom: bottom.min(FURTHEST_KM),
            },
            least_px_per_km: (home.px_per_km * OUT).max(Camera::LEAST_PX_PER_KM),
            most_px_per_km: (home.px_per_km * IN).min(Camera::MOST_PX_PER_KM),
        }
    }

    /// Whether a view is as far out as it goes (less than 0), as near as it goes (more than 0), or
    /// between.
    pub fn end(&self, camera: &Camera) -> i8 {
        i8::from(camera.px_per_km >= self.most_px_per_km)
            - i8::from(camera.px_per_km <= self.least_px_per_km)
    }
}
