//! The arguments of `khorgos svg` and `khorgos png`.

use crate::arguments::{
    number, position, projection, said, size, text, theme, unexpected, worldview,
};
use crate::documents::Documents;
use khorgos::projection::ProjectionKind;
use khorgos::style::Theme;
use khorgos::worldview::WorldView;
use lexopt::prelude::*;
use std::path::PathBuf;

/// What is to be drawn, and how.
#[derive(Debug)]
pub struct Picture {
    pub format: Format,
    pub documents: Documents,
    pub output: Option<PathBuf>,
    pub size_px: (f64, f64),
    pub bare: bool,
    pub theme: Theme,
    pub lens: Option<String>,
    pub projection: Option<ProjectionKind>,
    pub worldview: Option<WorldView>,
    pub graticule: bool,
    pub zoom: f64,
    pub at: Option<(f64, f64)>,
    pub scale: f32,
    pub font: Option<String>,
    pub fonts: Vec<PathBuf>,
    pub no_system_fonts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
}

impl Picture {
    /// An order without options.
    fn new(format: Format) -> Self {
        Self {
            format,
            documents: Documents::new(PathBuf::new()),
            output: None,
            size_px: (1200.0, 750.0),
            bare: false,
            theme: Theme::LIGHT,
            lens: None,
            projection: None,
            worldview: None,
            graticule: false,
            zoom: 1.0,
            at: None,
            scale: 1.0,
            font: None,
            fonts: Vec::new(),
            no_system_fonts: false,
        }
    }

    /// Reads what follows the name of the format; nothing where help is asked for.
    pub fn read(format: Format, parser: &mut lexopt::Parser) -> Result<Option<Self>, String> {
        let mut order = Self::new(format);
        let mut brief = None;
        while let Some(argument) = parser.next().map_err(said)? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Short('o') | Long("output") => order.output = Some(text(parser)?.into()),
                Long("map") => order.documents.maps.push(text(parser)?.into()),
                Long("size") => order.size_px = size(&text(parser)?)?,
                Long("bare") => order.bare = true,
                Long("lang") => order.documents.lang = text(parser)?,
                Long("theme") => order.theme = theme(&text(parser)?)?,
                Long("lens") => order.lens = Some(text(parser)?),
                Long("projection") => order.projection = Some(projection(&text(parser)?)?),
                Long("worldview") => order.worldview = Some(worldview(&text(parser)?)?),
                Long("graticule") => order.graticule = true,
                Long("zoom") => order.zoom = number(&text(parser)?, 0.01, 1000.0)?.into(),
                Long("at") => order.at = Some(position(&text(parser)?)?),
                Long("scale") => order.scale = number(&text(parser)?, 0.1, 16.0)?,
                Long("font") => order.font = Some(text(parser)?),
                Long("fonts") => order.fonts.push(text(parser)?.into()),
                Long("no-system-fonts") => order.no_system_fonts = true,
                Value(value) if brief.is_none() => brief = Some(PathBuf::from(value)),
                other => return Err(unexpected(other)),
            }
        }
        order.documents.brief = brief.ok_or("expected a brief, found nothing")?;
        Ok(Some(order))
    }
}
