//! The native command: pictures of a brief without a browser.

mod order;
mod shipped;

use geo::Coord;
use khorgos::export::text::Fonts;
use khorgos::export::{Page, svg};
use khorgos::speech::{Speech, primary};
use khorgos::widget::Widget;
use order::{Format, HELP, Order};
use shipped::{MAPS, NAMES, WORDS};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Order::read() {
        Ok(Some(order)) => draw(&order),
        Ok(None) => write_to(None, HELP.as_bytes()),
        Err(why) => Err(format!("{why}\nTry 'khorgos --help'.")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("khorgos: {why}");
            ExitCode::FAILURE
        }
    }
}

fn draw(order: &Order) -> Result<(), String> {
    let maps = order.maps.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let folders: Vec<&Path> = order.fonts.iter().map(PathBuf::as_path).collect();
    let fonts = Fonts::load(&folders, order.font.as_deref()).map_err(|e| e.to_string())?;
    let mut widget = Widget::new();
    widget.set_theme(order.theme);
    widget.set_projection(order.projection);
    widget.set_worldview(order.worldview);
    widget.set_graticule(order.graticule.then_some(true));
    let taken = if maps.is_empty() {
        widget.set_maps(MAPS)
    } else {
        widget.set_maps(maps.iter().map(Vec::as_slice))
    };
    taken.map_err(|problems| format!("the base map has problems\n{problems}"))?;
    speak(&mut widget, &order.lang)?;
    widget.resize(order.size_px.0, order.size_px.1);
    let name = order.brief.display();
    widget
        .set_brief(&read(&order.brief)?)
        .map_err(|problems| format!("{name} has problems\n{problems}"))?;
    translate(&mut widget, order)?;
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
    let about = widget.about();
    let page = about
        .map(|about| Page {
            title: about.title.text,
            description: about.summary.text,
            language: order.lang.clone(),
        })
        .unwrap_or_default();
    let scene = if order.bare { widget.scene(&fonts).cloned() } else { widget.plate(&fonts) };
    let document = svg(&scene.ok_or("there is nothing to draw")?, &page);
    let bytes = match order.format {
        Format::Svg => document.into_bytes(),
        Format::Png => fonts.png(&document, order.scale).map_err(|e| e.to_string())?,
    };
    write_to(order.output.as_deref(), &bytes)
}

/// Gives the widget a language with what is shipped of it.
fn speak(widget: &mut Widget, lang: &str) -> Result<(), String> {
    let shipped = |list: &[(&str, &'static [u8])]| {
        list.iter().find(|(known, _)| *known == primary(lang)).map(|(_, document)| *document)
    };
    let mut speech = Speech::plain(lang);
    if let Some(words) = shipped(&WORDS) {
        speech = speech.with_words(words).map_err(|problems| problems.to_string())?;
    }
    if let Some(names) = shipped(&NAMES) {
        widget.add_names(lang, names).map_err(|problems| problems.to_string())?;
    }
    widget.set_speech(speech);
    Ok(())
}

/// Adds the brief's texts in the order's language, from the file beside the brief that the brief names.
fn translate(widget: &mut Widget, order: &Order) -> Result<(), String> {
    let Some(address) = widget.translation(&order.lang) else { return Ok(()) };
    let folder = order.brief.parent().unwrap_or(Path::new(""));
    let path: PathBuf = folder.join(address);
    let taken = widget.add_translation(&order.lang, &read(&path)?);
    taken.map_err(|problems| format!("{} has problems\n{problems}", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|e| format!("{} could not be read: {e}", path.display()))
}

fn write_to(path: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    match path {
        Some(path) => std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display())),
        // A reader that has enough closes the pipe; that is no failure of ours.
        None => match std::io::stdout().write_all(bytes) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e.to_string()),
            _ => Ok(()),
        },
    }
}
