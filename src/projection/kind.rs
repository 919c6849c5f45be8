//! The projections by name.

use crate::error::Problem;
use crate::json::quoted;

/// A projection to choose, before it is fitted to a part of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProjectionKind {
    /// Lambert's, about the middle of the map: areas true, little distortion of a region.
    #[default]
    AzimuthalEqualArea,
    /// Albers': areas true, for regions that are wider than tall.
    ConicEqualArea,
    /// Lambert's: angles true, for regions that are wider than tall.
    ConicConformal,
    /// Areas true, for the world.
    EqualEarth,
    /// Angles true and north up everywhere; areas grow towards the poles.
    Mercator,
}

impl ProjectionKind {
    /// Every kind with its name.
    pub const NAMES: &[(&str, Self)] = &[
        ("azimuthal-equal-area", Self::AzimuthalEqualArea),
        ("conic-equal-area", Self::ConicEqualArea),
        ("conic-conformal", Self::ConicConformal),
        ("equal-earth", Self::EqualEarth),
        ("mercator", Self::Mercator),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The kind of a name.
    ///
    /// # Errors
    /// The names that there are, where it is none of them; its path is the element's attribute.
    pub fn from_name(name: &str) -> Result<Self, Problem> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, kind)| *kind).ok_or_else(|| {
            let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
            Problem::new("projection", format!("one of {}", names.join(", ")), quoted(name))
        })
    }
}

impl std::fmt::Display for ProjectionKind {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
