//! The parts of a plate as blocks: title, gauge, credits.

use super::arrange::Imprint;
use super::block::{Block, Look};
use crate::compose::Furniture;
use crate::layout::swatch::Swatch;
use crate::scene::{Font, TextMeasure};
use crate::speech::{Said, right_to_left};
use crate::style::{Color, Theme};

/// Colours and text widths, which every part needs.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    pub theme: &'a Theme,
    pub measure: &'a dyn TextMeasure,
    pub right_to_left: bool,
}

impl Parts<'_> {
    /// A look for a text; `lang`: its language, where that is not the plate's.
    pub fn look(&self, font: Font, color: Color, lang: Option<&str>) -> Look {
        let is_foreign = lang.is_some_and(|lang| right_to_left(lang) != self.right_to_left);
        Look { font, color, is_foreign }
    }

    /// The title in lines, and below it the lens that the picture is seen through and what it shows.
    pub fn title(&self, imprint: &Imprint, width_px: f64) -> Block {
        const TITLE_PX: f64 = 20.0;
        const TEXT_PX: f64 = 12.5;
        let text = |font: Font, color: Color, text: &Said| (text.clone(), font, color);
        let (ink, quiet) = (self.theme.text, self.theme.secondary_text);
        let font = Font::plain(TEXT_PX);
        let lens = imprint.lens.iter().map(|lens| text(font.strong(), ink, lens));
        let summary = imprint.summary.iter().map(|summary| text(font, quiet, summary));
        self.head(&imprint.title, TITLE_PX, lens.chain(summary).collect(), width_px)
    }

    /// The title as one line if it can be, and the lens.
    pub fn headline(&self, imprint: &Imprint, width_px: f64) -> Block {
        const SIZES_PX: [f64; 4] = [15.0, 14.0, 13.0, 12.5];
        const LENS_PX: f64 = 12.0;
        let title = &imprint.title;
        let width = |size_px: f64| self.measure.width_px(title, Font::plain(size_px).strong());
        let fits = SIZES_PX.into_iter().find(|size_px| width(*size_px) <= width_px);
        let (font, color) = (Font::plain(LENS_PX), self.theme.secondary_text);
        let lens = imprint.lens.iter().map(|lens| (lens.clone(), font, color));
        self.head(title, fits.unwrap_or(14.0), lens.collect(), width_px)
    }

    fn head(
        &self,
        title: &Said,
        size_px: f64,
        below: Vec<(Said, Font, Color)>,
        width_px: f64,
    ) -> Block {
        const GAP_PX: f64 = 2.0;
        let mut block = Block::new(width_px);
        let font = Font::plain(size_px).strong();
        let look = self.look(font, self.theme.text, title.lang.as_deref());
        block.text(title, 0.0, &look, self.measure);
        for (text, font, color) in below {
            block.gap(GAP_PX);
            let look = self.look(font, color, text.lang.as_deref());
            block.text(&text, 0.0, &look, self.measure);
        }
        block
    }

    /// Whom the picture is owed to, in paragraphs, the first of which stands out. Bibliography stays
    /// in its own language, whichever that is.
    pub fn credits(&self, paragraphs: &[String], width_px: f64) -> Block {
        let mut block = Block::new(width_px);
        let (font, is_foreign) = (Font::plain(12.0), self.right_to_left);
        for (index, text) in paragraphs.iter().enumerate() {
            let color = if index == 0 { self.theme.text } else { self.theme.secondary_text };
            block.text(text, 0.0, &Look { font, color, is_foreign }, self.measure);
        }
        block.narrowed()
    }

    /// North and the scale bar, each under its label: beside each other, or north above.
    pub fn gauge(&self, furniture: &Furniture, beside: bool) -> Block {
        const GAP_PX: f64 = 6.0;
        let font = Font::plain(12.0);
        let north = furniture.north.as_ref();
        let north = north.map(|north| self.labelled(&north.label, &north.swatch, font.strong()));
        let bar = furniture.scale_bar.as_ref();
        let bar = bar.map(|bar| self.labelled(&bar.label, &bar.swatch, font));
        let both: Vec<Block> = north.into_iter().chain(bar).collect();
        if beside {
            let mut block = Block::new(f64::INFINITY);
            block.row(both, 2.0 * GAP_PX);
            return block.narrowed();
        }
        let mut block = Block::new(both.iter().map(|one| one.width_px).fold(0.0, f64::max));
        for one in both {
            if block.height_px > 0.0 {
                block.gap(GAP_PX);
            }
            block.insert(((block.width_px - one.width_px) / 2.0, block.height_px), one);
        }
        block
    }

    /// A swatch with its label above, their middles one above the other.
    fn labelled(&self, label: &str, swatch: &Swatch, font: Font) -> Block {
        let text_px = self.measure.width_px(label, font);
        let width_px = text_px.max(swatch.width_px);
        let mut block = Block::new(width_px);
        let look = self.look(font, self.theme.text, None);
        let label_x_px = (width_px - text_px) / 2.0;
        block.text(label, label_x_px, &look, self.measure);
        block.swatch((width_px - swatch.width_px) / 2.0, block.height_px + 1.0, swatch.clone());
        block.gap(swatch.height_px + 2.0);
        block
    }
}
