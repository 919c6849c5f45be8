//! Draws a picture.

use crate::files::{complain, write_to};
use crate::picture::{Format, Picture};
use crate::progress::Progress;
use geo::Coord;
use khorgos::export::text::{FontChoice, Fonts, PictureError};
use khorgos::export::{Page, svg};
use khorgos::widget::Widget;
use std::path::{Path, PathBuf};

const MORE_FONTS: &str = "--fonts FOLDER adds fonts";

/// Draws what is ordered, and writes it to where it is wanted.
pub fn draw(order: &Picture) -> Result<(), String> {
    let folders: Vec<&Path> = order.fonts.iter().map(PathBuf::as_path).collect();
    let choice = FontChoice {
        folders: &folders,
        no_system: order.no_system_fonts,
        family: order.font.as_deref(),
    };
    let fonts = Fonts::load(choice).map_err(|e| e.to_string())?;
    let mut widget = Widget::new();
    widget.set_theme(order.theme);
    widget.set_projection(order.projection);
    widget.set_worldview(order.worldview);
    widget.set_graticule(order.graticule.then_some(true));
    widget.resize(order.size_px.0, order.size_px.1);
    order.documents.show_in(&mut widget)?;
    if let Some(lens) = order.lens.as_deref()
        && widget.set_lens(Some(lens)).lens.is_none()
    {
        let known: Vec<String> = widget.lenses().into_iter().map(|lens| lens.id).collect();
        return Err(format!("expected a lens of the brief ({}), found {lens}", known.join(", ")));
    }
    widget.zoom_by(order.zoom, None);
    if let Some((x, y)) = order.at
        && let Some(at) = widget.project(Coord { x, y })
    {
        widget.pan_by(order.size_px.0 / 2.0 - at.x, order.size_px.1 / 2.0 - at.y);
    }
    let progress = Progress::of("drawing");
    let scene = if order.bare { widget.scene(&fonts).cloned() } else { widget.plate(&fonts) };
    let scene = scene.ok_or("there is nothing to draw")?;
    let page = widget.page(&scene).unwrap_or_default();
    let document = svg(&scene, &Page { family: fonts.family().to_owned(), ..page });
    let bytes = match order.format {
        Format::Svg => document.into_bytes(),
        Format::Png => fonts.png(&document, order.scale).map_err(|why| match why {
            PictureError::NoGlyphs(_) => format!("{why} ({MORE_FONTS})"),
            _ => why.to_string(),
        })?,
    };
    drop(progress);
    // Whoever shows an SVG may have the letters; only the room that they take is guessed.
    if order.format == Format::Svg
        && let Err(lacking) = fonts.check_glyphs()
    {
        complain(&format!("{lacking}; the room that they take is guessed ({MORE_FONTS})"));
    }
    write_to(order.output.as_deref(), &bytes)
}
