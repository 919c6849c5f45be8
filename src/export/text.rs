//! Real fonts, where no browser is to be asked: text measured and pictures drawn by `resvg`.

use super::{Page, svg};
use crate::projection::MapPoint;
use crate::scene::{Anchor, Font, Item, KnownWidths, Scene, TextMeasure};
use crate::style::Color;
use crate::view::{Camera, ScreenPoint};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree, fontdb};
use std::path::Path;
use std::sync::Arc;
use thiserror::Error;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PictureError {
    /// No font was found at all.
    #[error("no fonts found: expected a folder with TrueType or OpenType fonts, found none in {0}")]
    NoFonts(String),
    /// The document could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

/// Fonts of this computer or of a folder.
#[derive(Debug)]
pub struct Fonts {
    options: Options<'static>,
    widths: KnownWidths,
}

impl Fonts {
    /// The system's fonts and those of more folders. `family` goes before the map's own list.
    ///
    /// # Errors
    /// When there is no font at all.
    pub fn load(folders: &[&Path], family: Option<&str>) -> Result<Self, PictureError> {
        let mut db = fontdb::Database::new();
        db.load_system_fonts();
        for folder in folders {
            db.load_fonts_dir(folder);
        }
        if db.is_empty() {
            let folders: Vec<String> = folders.iter().map(|f| f.display().to_string()).collect();
            let folders =
                if folders.is_empty() { "the system's".to_owned() } else { folders.join(", ") };
            return Err(PictureError::NoFonts(folders));
        }
        if let Some(family) = family.map(str::to_owned).or_else(|| plain_family(&db)) {
            db.set_sans_serif_family(family);
        }
        let options = Options { fontdb: Arc::new(db), ..Options::default() };
        Ok(Self { options, widths: KnownWidths::default() })
    }

    /// An SVG document as PNG bytes, `scale` pixels for a px.
    ///
    /// # Errors
    /// When the document cannot be read or is too large to be drawn.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, PictureError> {
        let failed = |why: String| PictureError::Drawing(why);
        let tree = Tree::from_str(svg, &self.options).map_err(|e| failed(e.to_string()))?;
        let size = tree.size().to_int_size();
        let device = |px: u32| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size")]
            #[allow(clippy::cast_precision_loss, reason = "a size")]
            let device = (px as f32 * scale).round().max(1.0) as u32;
            device
        };
        let mut pixels = Pixmap::new(device(size.width()), device(size.height()))
            .ok_or_else(|| failed("it is too large".to_owned()))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|e| failed(e.to_string()))
    }

    fn measured(&self, text: &str, font: Font) -> f64 {
        let Ok(tree) = Tree::from_str(&line_of_text(text, font), &self.options) else {
            return 0.0;
        };
        let mut width = 0.0_f64;
        for node in tree.root().children() {
            if let Node::Text(text) = node {
                width = width.max(f64::from(text.bounding_box().width()));
            }
        }
        width
    }
}

/// A document that holds one text.
fn line_of_text(text: &str, font: Font) -> String {
    let color = Color::rgb(0);
    let camera =
        Camera { centre: MapPoint::default(), px_per_km: 1.0, width_px: 1.0, height_px: 1.0 };
    let item = Item::Text {
        target: None,
        at: ScreenPoint::default(),
        anchor: Anchor::Middle,
        text: text.to_owned(),
        width_px: 0.0,
        angle_rad: 0.0,
        font,
        color,
        halo: color,
    };
    let scene = Scene { camera, ground: color, right_to_left: false, items: vec![item] };
    svg(&scene, &Page::default())
}

/// The first family of a list of plain sans-serif faces that is there.
fn plain_family(db: &fontdb::Database) -> Option<String> {
    const PLAIN: [&str; 6] =
        ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Roboto", "Segoe UI", "Helvetica"];
    let has = |name: &str| db.faces().any(|face| face.families.iter().any(|(f, _)| f == name));
    let known = PLAIN.into_iter().find(|name| has(name)).map(str::to_owned);
    known.or_else(|| db.faces().next()?.families.first().map(|(name, _)| name.clone()))
}

impl TextMeasure for Fonts {
    fn width_px(&self, text: &str, font: Font) -> f64 {
        self.widths.width_px(text, font, || {
            let measured = |text: &str| self.measured(text, font.spaced(0.0));
            // A box around letters leaves out the room at the ends.
            if text.trim() == text {
                measured(text)
            } else {
                measured(&format!("x{text}x")) - measured("xx")
            }
        })
    }
}
