//! The command's arguments.

use khorgos::projection::ProjectionKind;
use khorgos::style::Theme;
use khorgos::worldview::WorldView;
use std::path::PathBuf;

pub const HELP: &str = "\
khorgos: draws the map of a brief

usage:
  khorgos svg [options] BRIEF   a picture as SVG
  khorgos png [options] BRIEF   a picture as PNG

BRIEF is a file, or - for standard input. The picture is a plate: the map with title, legend, scale bar,
publication and credits.

options:
  -o, --output FILE     where the picture goes; standard output if not given
      --map FILE        base map, TopoJSON or GeoJSON; may be given several times
      --size WxH        size of the picture in CSS px [1200x750]
      --bare            the map alone, without title, legend, scale bar and credits
      --lang CODE       language of texts, names and numbers; the brief's texts come from the file that its
                        meta.translations names, beside the brief [en]
      --theme NAME      light, dark, high-contrast, high-contrast-dark or print [light]
      --lens ID         draws with a lens of the brief
      --projection NAME azimuthal-equal-area, conic-equal-area, conic-conformal, equal-earth or mercator [the brief's]
      --worldview NAME  borders as un, de-facto, iso, ru, cn, in or pk has them [the brief's]
      --graticule       draws lines of equal longitude and latitude
      --zoom N          times nearer than the first view [1]
      --at LON,LAT      what is in the middle, degrees
      --scale N         png: pixels for a CSS px [1]
      --font NAME       family to set texts in
      --fonts FOLDER    more fonts than the system's; may be given several times
  -h, --help            this text

examples:
  khorgos svg assets/briefs/kazakhstan.json > kazakhstan.svg
  khorgos png --size 390x700 --scale 2 --theme print -o phone.png assets/briefs/kazakhstan.json
";

/// What is to be drawn, and how.
#[derive(Debug)]
pub struct Order {
    pub format: Format,
    pub brief: PathBuf,
    pub output: Option<PathBuf>,
    pub maps: Vec<PathBuf>,
    pub size_px: (f64, f64),
    pub bare: bool,
    pub lang: String,
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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Svg,
    Png,
}

impl Order {
    /// An order without options.
    fn new(format: Format, brief: PathBuf) -> Self {
        Self {
            format,
            brief,
            output: None,
            maps: Vec::new(),
            size_px: (1200.0, 750.0),
            bare: false,
            lang: "en".to_owned(),
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
        }
    }

    /// Reads the command's arguments; nothing where help is asked for.
    pub fn read() -> Result<Option<Self>, String> {
        use lexopt::prelude::*;
        let (mut format, mut brief) = (None, None);
        let mut order = Self::new(Format::Svg, PathBuf::new());
        let mut parser = lexopt::Parser::from_env();
        let said = |e: lexopt::Error| e.to_string();
        while let Some(argument) = parser.next().map_err(said)? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Short('o') | Long("output") => order.output = Some(text(&mut parser)?.into()),
                Long("map") => order.maps.push(text(&mut parser)?.into()),
                Long("size") => order.size_px = size(&text(&mut parser)?)?,
                Long("bare") => order.bare = true,
                Long("lang") => order.lang = text(&mut parser)?,
                Long("theme") => order.theme = theme(&text(&mut parser)?)?,
                Long("lens") => order.lens = Some(text(&mut parser)?),
                Long("projection") => order.projection = Some(projection(&text(&mut parser)?)?),
                Long("worldview") => order.worldview = Some(worldview(&text(&mut parser)?)?),
                Long("graticule") => order.graticule = true,
                Long("zoom") => order.zoom = number(&text(&mut parser)?, 0.01, 1000.0)?.into(),
                Long("at") => order.at = Some(position(&text(&mut parser)?)?),
                Long("scale") => order.scale = number(&text(&mut parser)?, 0.1, 16.0)?,
                Long("font") => order.font = Some(text(&mut parser)?),
                Long("fonts") => order.fonts.push(text(&mut parser)?.into()),
                Value(value) if format.is_none() => {
                    format = Some(match value.to_str() {
                        Some("svg") => Format::Svg,
                        Some("png") => Format::Png,
                        _ => return Err(format!("expected svg or png, found {value:?}")),
                    });
                }
                Value(value) if brief.is_none() => brief = Some(PathBuf::from(value)),
                other => return Err(said(other.unexpected())),
            }
        }
        order.format = format.ok_or("expected svg or png, found nothing")?;
        order.brief = brief.ok_or("expected a brief, found nothing")?;
        Ok(Some(order))
    }
}

/// The value of an option.
fn text(parser: &mut lexopt::Parser) -> Result<String, String> {
    use lexopt::ValueExt;
    parser.value().and_then(|value| value.string()).map_err(|e| e.to_string())
}

fn size(text: &str) -> Result<(f64, f64), String> {
    let (width, height) =
        text.split_once('x').ok_or_else(|| format!("expected a size as 1200x750, found {text}"))?;
    let side = |text| number(text, 16.0, 16384.0).map(f64::from);
    Ok((side(width)?, side(height)?))
}

fn theme(name: &str) -> Result<Theme, String> {
    Ok(match name {
        "light" => Theme::LIGHT,
        "dark" => Theme::DARK,
        "high-contrast" => Theme::CONTRAST_LIGHT,
        "high-contrast-dark" => Theme::CONTRAST_DARK,
        "print" => Theme::PRINT,
        _ => {
            let known = "light, dark, high-contrast, high-contrast-dark or print";
            return Err(format!("expected {known}, found {name}"));
        }
    })
}

fn projection(name: &str) -> Result<ProjectionKind, String> {
    ProjectionKind::from_name(name).map_err(|problem| problem.to_string())
}

fn worldview(name: &str) -> Result<WorldView, String> {
    WorldView::read(name).map_err(|problems| problems.to_string())
}

fn position(text: &str) -> Result<(f64, f64), String> {
    let (lon, lat) = text
        .split_once(',')
        .ok_or_else(|| format!("expected a position as 80.2,44.2, found {text}"))?;
    Ok((number(lon, -180.0, 180.0)?.into(), number(lat, -90.0, 90.0)?.into()))
}

fn number(text: &str, least: f32, most: f32) -> Result<f32, String> {
    let number = text.parse::<f32>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("expected a number from {least} to {most}, found {text}"))
}
