//! The documents that a command works on, and a widget that holds them.

use crate::files::read;
use crate::progress::Progress;
use crate::shipped::{MAPS, NAMES, WORDS};
use khorgos::brief::BriefReader;
use khorgos::geo::{BaseMap, MapReader};
use khorgos::speech::{Speech, primary};
use khorgos::widget::Widget;
use std::path::{Path, PathBuf};

/// A brief, what it is drawn on, and the language that it is told in.
#[derive(Debug)]
pub struct Documents {
    pub brief: PathBuf,
    pub maps: Vec<PathBuf>,
    pub lang: String,
}

impl Documents {
    /// A brief on the shipped map, in English.
    pub fn new(brief: PathBuf) -> Self {
        Self { brief, maps: Vec::new(), lang: "en".to_owned() }
    }

    /// Gives them to a widget.
    pub fn show_in(&self, widget: &mut Widget) -> Result<(), String> {
        widget.set_map(base_map(&self.maps)?).map_err(|problems| problems.to_string())?;
        speak(widget, &self.lang)?;
        let name = self.brief.display();
        let mut reader = BriefReader::new(read(&self.brief)?);
        let work = "reading the brief";
        Progress::follow(work, &mut reader, BriefReader::step, BriefReader::share);
        widget.take_brief(reader).map_err(|problems| format!("{name} has problems\n{problems}"))?;
        self.translate(widget)
    }

    /// Adds the brief's texts in the language, from the file beside the brief that the brief names.
    fn translate(&self, widget: &mut Widget) -> Result<(), String> {
        let Some(address) = widget.translation(&self.lang) else { return Ok(()) };
        let path = beside(&self.brief, address);
        let taken = widget.add_translation(&self.lang, &read(&path)?);
        taken.map_err(|problems| format!("{} has problems\n{problems}", path.display()))
    }
}

/// The file of an address relative to another file.
pub fn beside(file: &Path, address: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(address)
}

/// The base map of some files; the shipped one without any.
pub fn base_map(files: &[PathBuf]) -> Result<BaseMap, String> {
    let documents = if files.is_empty() {
        MAPS.map(<[u8]>::to_vec).to_vec()
    } else {
        files.iter().map(|path| read(path)).collect::<Result<_, _>>()?
    };
    let mut reader = MapReader::new(documents);
    Progress::follow("reading the base map", &mut reader, MapReader::step, MapReader::share);
    reader.finish().map_err(|problems| format!("the base map has problems\n{problems}"))
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
