//! One type for all projections.

use super::{
    AzimuthalEqualArea, ConicConformal, ConicEqualArea, EqualEarth, MapPoint, Mercator,
    ProjectionKind,
};
use geo::Coord;

/// A projection fitted to a part of the world.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "each is its type")]
pub enum Projection {
    AzimuthalEqualArea(AzimuthalEqualArea),
    ConicEqualArea(ConicEqualArea),
    ConicConformal(ConicConformal),
    EqualEarth(EqualEarth),
    Mercator(Mercator),
}

impl Projection {
    /// The projection that fits an extent: west, south, east, north, degrees. Its centre is the
    /// extent's middle and the origin of the map; conics have their standard parallels a sixth of
    /// the height within the extent's edges.
    pub fn for_extent(kind: ProjectionKind, extent: [f64; 4]) -> Self {
        match kind {
            ProjectionKind::AzimuthalEqualArea => {
                Self::AzimuthalEqualArea(AzimuthalEqualArea::for_extent(extent))
            }
            ProjectionKind::ConicEqualArea => {
                Self::ConicEqualArea(ConicEqualArea::for_extent(extent))
            }
            ProjectionKind::ConicConformal => {
                Self::ConicConformal(ConicConformal::for_extent(extent))
            }
            ProjectionKind::EqualEarth => Self::EqualEarth(EqualEarth::for_extent(extent)),
            ProjectionKind::Mercator => Self::Mercator(Mercator::for_extent(extent)),
        }
    }

    /// Which projection it is.
    pub fn kind(&self) -> ProjectionKind {
        match self {
            Self::AzimuthalEqualArea(_) => ProjectionKind::AzimuthalEqualArea,
            Self::ConicEqualArea(_) => ProjectionKind::ConicEqualArea,
            Self::ConicConformal(_) => ProjectionKind::ConicConformal,
            Self::EqualEarth(_) => ProjectionKind::EqualEarth,
            Self::Mercator(_) => ProjectionKind::Mercator,
        }
    }

    /// The centre, degrees.
    pub fn centre(&self) -> Coord {
        match self {
            Self::AzimuthalEqualArea(p) => p.centre(),
            Self::ConicEqualArea(p) => p.centre(),
            Self::ConicConformal(p) => p.centre(),
            Self::EqualEarth(p) => p.centre(),
            Self::Mercator(p) => p.centre(),
        }
    }

    /// Degrees → map. Finite for every position; see each projection for what lies at its rim.
    pub fn forward(&self, position: Coord) -> MapPoint {
        match self {
            Self::AzimuthalEqualArea(p) => p.forward(position),
            Self::ConicEqualArea(p) => p.forward(position),
            Self::ConicConformal(p) => p.forward(position),
            Self::EqualEarth(p) => p.forward(position),
            Self::Mercator(p) => p.forward(position),
        }
    }

    /// Map → degrees, the longitude within ±180; `None` where the map shows nothing.
    pub fn inverse(&self, point: MapPoint) -> Option<Coord> {
        let position = match self {
            Self::AzimuthalEqualArea(p) => p.inverse(point),
            Self::ConicEqualArea(p) => p.inverse(point),
            Self::ConicConformal(p) => p.inverse(point),
            Self::EqualEarth(p) => p.inverse(point),
            Self::Mercator(p) => p.inverse(point),
        };
        // Beyond the reach of numbers there is nothing of the map.
        position.filter(|position| (position.x + position.y).is_finite())
    }

    /// Map km for a true km at a position, degrees: the square root of how much areas grow.
    pub fn scale_at(&self, position: Coord) -> f64 {
        match self {
            Self::AzimuthalEqualArea(_) | Self::ConicEqualArea(_) | Self::EqualEarth(_) => 1.0,
            Self::ConicConformal(p) => p.scale(position.y),
            Self::Mercator(p) => p.scale(position.y),
        }
    }

    /// Whether all that lies at one latitude lies at one height of the map.
    pub fn has_level_parallels(&self) -> bool {
        matches!(self, Self::EqualEarth(_) | Self::Mercator(_))
    }

    /// How far off its middle the middle of an edge, straight in degrees, comes to lie at most, km:
    /// infinite where only a look can tell.
    pub(super) fn most_bend_km(&self, from: MapPoint, to: MapPoint) -> f64 {
        match self {
            Self::Mercator(p) => p.most_bend_km(from, to),
            _ => f64::INFINITY,
        }
    }

    /// Where north is at a position, degrees: the angle from the top of the map, clockwise.
    /// From a short step along the meridian, which is towards the pole also at the pole.
    pub fn north_angle_rad(&self, position: Coord) -> f64 {
        const STEP_DEG: f64 = 1e-4;
        let at = |lat: f64| self.forward(Coord { x: position.x, y: lat });
        let south = at((position.y - STEP_DEG).max(-90.0));
        let north = at((position.y + STEP_DEG).min(90.0));
        libm::atan2(north.x - south.x, south.y - north.y)
    }
}
