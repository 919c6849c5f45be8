//! What JavaScript sees of every module: documents and colours in. Thin, it only delegates.

use super::context::Context;
use super::measure::CanvasText;
use super::paint::Painter;
use crate::error::{Problem, Problems};
use crate::speech::{Speech, Words};
use crate::style::{SystemColors, Theme};
use crate::widget::Widget as Core;
use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A map on a canvas.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    pub(super) core: Core,
    pub(super) painter: Painter,
    pub(super) text: CanvasText,
    /// The furniture that the page was last told of.
    #[cfg(feature = "page")]
    pub(super) told: Option<crate::compose::Furniture>,
}

/// Plain objects, absent rather than undefined members.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

fn problems(result: Result<(), Problems>) -> Result<JsValue, JsValue> {
    let problems: Vec<Problem> = result.err().map(|problems| problems.0).unwrap_or_default();
    to_js(&problems)
}

/// A base map that is read step by step.
#[wasm_bindgen]
#[derive(Debug)]
pub struct MapReader(crate::geo::MapReader);

#[wasm_bindgen]
impl MapReader {
    /// Begins with the bytes of one or several documents.
    #[wasm_bindgen(constructor)]
    pub fn new(parts: Vec<Uint8Array>) -> MapReader {
        MapReader(crate::geo::MapReader::new(parts.iter().map(Uint8Array::to_vec).collect()))
    }

    /// Reads a little more; whether there is anything left.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// How much is read, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.0.share()
    }
}

#[wasm_bindgen]
impl Widget {
    /// Measures texts with a context.
    #[wasm_bindgen(constructor)]
    pub fn new(context: Context) -> Widget {
        let mut core = Core::new();
        core.set_speech(Speech { locale: super::intl::locale("en"), ..Speech::default() });
        let (painter, text) = (Painter::default(), CanvasText::new(context));
        Widget {
            core,
            painter,
            text,
            #[cfg(feature = "page")]
            told: None,
        }
    }

    /// Takes the base map of a reader, which is read to its end; what is wrong with it.
    #[wasm_bindgen(js_name = setMap)]
    pub fn set_map(&mut self, reader: MapReader) -> Result<JsValue, JsValue> {
        let result = self.core.set_map(reader.0);
        self.painter.forget_paths();
        problems(result)
    }

    /// Takes a brief; what is wrong with it.
    #[wasm_bindgen(js_name = setBrief)]
    pub fn set_brief(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let result = self.core.set_brief(bytes);
        self.painter.forget_paths();
        problems(result)
    }

    /// Speaks a language, with the map's own words in it where there are any; what is wrong with
    /// those.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, lang: &str, words: Option<Vec<u8>>) -> Result<JsValue, JsValue> {
        let speech = Speech {
            lang: lang.to_owned(),
            words: Words::default(),
            locale: super::intl::locale(lang),
        };
        let (speech, result) = match words.as_deref().map(Words::read) {
            Some(Ok(words)) => (Speech { words, ..speech }, Ok(())),
            Some(Err(wrong)) => (speech, Err(wrong)),
            None => (speech, Ok(())),
        };
        self.core.set_speech(speech);
        problems(result)
    }

    /// Takes names of countries in a language; what is wrong with them.
    #[wasm_bindgen(js_name = addNames)]
    pub fn add_names(&mut self, lang: &str, names: &[u8]) -> Result<JsValue, JsValue> {
        problems(self.core.add_names(lang, names))
    }

    /// Takes the brief's texts in another language; what is wrong with them.
    #[wasm_bindgen(js_name = addTranslation)]
    pub fn add_translation(&mut self, lang: &str, texts: &[u8]) -> Result<JsValue, JsValue> {
        problems(self.core.add_translation(lang, texts))
    }

    /// Gives the picture the colours of a fixed theme; without effect when there is none so named.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, name: &str) -> Result<JsValue, JsValue> {
        Theme::named(name).map_or(Ok(JsValue::UNDEFINED), |theme| self.dress(theme))
    }

    /// Gives the picture the colours of the system, each `0xRRGGBB`.
    #[wasm_bindgen(js_name = setSystemColors)]
    pub fn set_system_colors(
        &mut self,
        canvas: u32,
        canvas_text: u32,
        link_text: u32,
        highlight: u32,
        gray_text: u32,
    ) -> Result<JsValue, JsValue> {
        let system = SystemColors { canvas, canvas_text, link_text, highlight, gray_text };
        self.dress(Theme::forced(system))
    }
}

impl Widget {
    fn dress(&mut self, theme: Theme) -> Result<JsValue, JsValue> {
        to_js(&self.core.set_theme(theme))
    }
}
