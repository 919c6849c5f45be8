//! Real fonts, where no browser is to be asked: text measured and pictures drawn by `resvg`.

use super::{Page, svg};
use crate::projection::MapPoint;
use crate::scene::{Anchor, FAMILY, Font, Item, KnownWidths, Scene, TextMeasure};
use crate::sorted::SortedSet;
use crate::style::Color;
use crate::view::{Camera, ScreenPoint};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Node, Options, Tree, fontdb};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use thiserror::Error;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PictureError {
    /// No font was found at all.
    #[error("no fonts found: expected a folder with TrueType or OpenType fonts, found none in {0}")]
    NoFonts(String),
    /// No font is called so.
    #[error("expected the family of a font that is here ({known}), found {found}")]
    NoFamily {
        /// What was asked for.
        found: String,
        /// What there is.
        known: String,
    },
    /// Letters that no font has.
    #[error("expected a font with every letter of the picture, found none with {0}")]
    NoGlyphs(String),
    /// The document could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

/// Enough to know the script by.
const LETTERS_NAMED: usize = 5;

/// Where fonts come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct FontChoice<'a> {
    /// Folders with TrueType or OpenType fonts.
    pub folders: &'a [&'a Path],
    /// Whether the system's fonts are left alone: what is drawn is then the same everywhere.
    pub no_system: bool,
    /// The family that goes before the map's own list.
    pub family: Option<&'a str>,
}

/// Fonts of this computer or of a folder.
#[derive(Debug)]
pub struct Fonts {
    options: Options<'static>,
    widths: KnownWidths,
    family: String,
    /// Letters that were to be set and that no font has.
    missing: Arc<Mutex<SortedSet<char>>>,
}

impl Fonts {
    /// Loads what is chosen.
    ///
    /// # Errors
    /// When there is no font at all, or none of the family.
    pub fn load(choice: FontChoice) -> Result<Self, PictureError> {
        let mut db = fontdb::Database::new();
        if !choice.no_system {
            db.load_system_fonts();
        }
        for folder in choice.folders {
            db.load_fonts_dir(folder);
        }
        if db.is_empty() {
            let system = (!choice.no_system).then(|| "the system's".to_owned());
            let folders = choice.folders.iter().map(|folder| folder.display().to_string());
            let looked_in: Vec<String> = system.into_iter().chain(folders).collect();
            return Err(PictureError::NoFonts(looked_in.join(", ")));
        }
        let known = families(&db);
        let family = choice.family.map(|name| check_family(name, &known)).transpose()?;
        if let Some(plain) = plain_family(&known) {
            db.set_sans_serif_family(plain);
        }
        let missing = Arc::default();
        let font_resolver = FontResolver {
            select_fallback: noting(Arc::clone(&missing)),
            ..FontResolver::default()
        };
        let options = Options { fontdb: Arc::new(db), font_resolver, ..Options::default() };
        Ok(Self { options, widths: KnownWidths::default(), family: css_list(family), missing })
    }

    /// The faces that texts are set in, as CSS lists them.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether all that was measured and drawn could be set.
    ///
    /// # Errors
    /// When no font has some of the letters.
    pub fn check_glyphs(&self) -> Result<(), PictureError> {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        if missing.is_empty() {
            return Ok(());
        }
        let name = |letter: &char| format!("{letter} (U+{:04X})", u32::from(*letter));
        let mut named: Vec<String> = missing.iter().take(LETTERS_NAMED).map(name).collect();
        if missing.len() > LETTERS_NAMED {
            named.push(format!("{} more", missing.len() - LETTERS_NAMED));
        }
        Err(PictureError::NoGlyphs(named.join(", ")))
    }

    /// An SVG document as PNG bytes, `scale` pixels for a px.
    ///
    /// # Errors
    /// When the document cannot be read, has letters that no font has, or is too large to be drawn.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, PictureError> {
        let failed = |why: String| PictureError::Drawing(why);
        let tree = Tree::from_str(svg, &self.options).map_err(|e| failed(e.to_string()))?;
        self.check_glyphs()?;
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
        let document = line_of_text(text, font, &self.family);
        let Ok(tree) = Tree::from_str(&document, &self.options) else {
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
fn line_of_text(text: &str, font: Font, family: &str) -> String {
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
    svg(&scene, &Page { family: family.to_owned(), ..Page::default() })
}

/// The names of all families.
fn families(db: &fontdb::Database) -> SortedSet<String> {
    let names = db.faces().flat_map(|face| &face.families);
    names.map(|(name, _)| name.clone()).collect()
}

/// A family's name as its fonts write it.
fn check_family(name: &str, known: &SortedSet<String>) -> Result<String, PictureError> {
    let found = known.iter().find(|known| known.eq_ignore_ascii_case(name)).cloned();
    found.ok_or_else(|| PictureError::NoFamily {
        found: name.to_owned(),
        known: known.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
    })
}

/// The map's own list of faces, after a family where there is one.
fn css_list(family: Option<String>) -> String {
    // No name of a family has quotes in it that would have to be told from these.
    family.map_or_else(
        || FAMILY.to_owned(),
        |family| format!("'{}', {FAMILY}", family.replace('\'', "")),
    )
}

/// The first family of a list of plain sans-serif faces that is there.
fn plain_family(known: &SortedSet<String>) -> Option<String> {
    const PLAIN: [&str; 6] =
        ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Roboto", "Segoe UI", "Helvetica"];
    let plain = PLAIN.into_iter().find(|name| known.iter().any(|known| known == name));
    plain.map(str::to_owned).or_else(|| known.iter().next().cloned())
}

/// Looks for a font that has a letter, and notes where there is none.
fn noting(missing: Arc<Mutex<SortedSet<char>>>) -> FallbackSelectionFn<'static> {
    let select = FontResolver::default_fallback_selector();
    Box::new(move |letter, used, db| {
        let found = select(letter, used, db);
        if found.is_none() {
            missing.lock().unwrap_or_else(PoisonError::into_inner).insert(letter);
        }
        found
    })
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
