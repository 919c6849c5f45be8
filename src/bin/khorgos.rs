//! The native command: pictures of a brief without a browser.

use geo::Coord;
use khorgos::export::text::Fonts;
use khorgos::export::{Page, svg};
use khorgos::speech::{Speech, primary};
use khorgos::widget::Widget;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
khorgos: draws the map of a brief

usage:
  khorgos svg [options] BRIEF   a picture as SVG
  khorgos png [options] BRIEF   a picture as PNG

BRIEF is a file, or - for standard input.

options:
  -o, --output FILE     where the picture goes; standard output if not given
      --map FILE        base map, TopoJSON or GeoJSON; may be given several times
      --size WxH        size of the picture in CSS px [1200x750]
      --lang CODE       language of names, numbers and the map's own words [en]
      --lens ID         draws with a lens of the brief
      --zoom N          times nearer than the first view [1]
      --at LON,LAT      what is in the middle, degrees
      --scale N         png: pixels for a CSS px [1]
      --font NAME       family to set texts in
      --fonts FOLDER    more fonts than the system's; may be given several times
  -h, --help            this text

examples:
  khorgos svg assets/briefs/kazakhstan.json > kazakhstan.svg
  khorgos png --size 390x700 --scale 2 -o phone.png assets/briefs/kazakhstan.json
";

/// Words of the interface by language.
const WORDS: [(&str, &[u8]); 4] = [
    ("kk", include_bytes!("../../assets/words/kk.json")),
    ("ru", include_bytes!("../../assets/words/ru.json")),
    ("zh", include_bytes!("../../assets/words/zh.json")),
    ("fa", include_bytes!("../../assets/words/fa.json")),
];

/// Names of countries by language.
macro_rules! names {
    ($($lang:literal)*) => {
        [$(($lang, include_bytes!(concat!("../../assets/map/names/", $lang, ".json")))),*]
    };
}
const NAMES: [(&str, &[u8]); 13] =
    names!["ar" "az" "fa" "kk" "ky" "mn" "ru" "tg" "tk" "tr" "ug" "uz" "zh"];

const MAPS: [&[u8]; 2] = [
    include_bytes!("../../assets/map/base.topo.json"),
    include_bytes!("../../assets/map/osm.topo.json"),
];

#[derive(Debug)]
struct Order {
    format: Format,
    brief: PathBuf,
    output: Option<PathBuf>,
    maps: Vec<PathBuf>,
    size_px: (f64, f64),
    lang: String,
    lens: Option<String>,
    zoom: f64,
    at: Option<(f64, f64)>,
    scale: f32,
    font: Option<String>,
    fonts: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

fn main() -> ExitCode {
    let done = match read_arguments() {
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

/// The order, or nothing where help is asked for.
fn read_arguments() -> Result<Option<Order>, String> {
    use lexopt::prelude::*;
    let (mut format, mut brief) = (None, None);
    let (mut output, mut maps, mut fonts, mut font) = (None, Vec::new(), Vec::new(), None);
    let (mut size_px, mut scale) = ((1200.0, 750.0), 1.0);
    let (mut lang, mut lens) = ("en".to_owned(), None);
    let (mut zoom, mut at) = (1.0, None);
    let mut parser = lexopt::Parser::from_env();
    let said = |e: lexopt::Error| e.to_string();
    while let Some(argument) = parser.next().map_err(said)? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Short('o') | Long("output") => output = Some(PathBuf::from(text(&mut parser)?)),
            Long("map") => maps.push(PathBuf::from(text(&mut parser)?)),
            Long("size") => size_px = size(&text(&mut parser)?)?,
            Long("lang") => lang = text(&mut parser)?,
            Long("lens") => lens = Some(text(&mut parser)?),
            Long("zoom") => zoom = f64::from(number(&text(&mut parser)?, 0.01, 1000.0)?),
            Long("at") => at = Some(position(&text(&mut parser)?)?),
            Long("scale") => scale = number(&text(&mut parser)?, 0.1, 16.0)?,
            Long("font") => font = Some(text(&mut parser)?),
            Long("fonts") => fonts.push(PathBuf::from(text(&mut parser)?)),
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
    let format = format.ok_or("expected svg or png, found nothing")?;
    let brief = brief.ok_or("expected a brief, found nothing")?;
    let order =
        Order { format, brief, output, maps, size_px, lang, lens, zoom, at, scale, font, fonts };
    Ok(Some(order))
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

fn draw(order: &Order) -> Result<(), String> {
    let maps = order.maps.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let folders: Vec<&Path> = order.fonts.iter().map(PathBuf::as_path).collect();
    let fonts = Fonts::load(&folders, order.font.as_deref()).map_err(|e| e.to_string())?;
    let mut widget = Widget::new();
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
    let scene = widget.scene(&fonts).ok_or("there is nothing to draw")?;
    let document = svg(scene, &page);
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
