//! What JavaScript sees of every module that draws: documents and colours in. Thin, it only delegates.

use super::context::Context;
use super::measure::CanvasText;
use super::paint::Painter;
use crate::geo::BaseMap;
use crate::geo::packed::unpack;
use crate::limits::{Budget, InputLimits};
use crate::scene::FAMILY;
use crate::speech::{Speech, Words};
use crate::style::{SystemColors, Theme};
use crate::web::answer::{problems, to_js};
use crate::widget::Widget as Core;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// A map on a canvas.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    pub(in crate::web) core: Core,
    pub(in crate::web) painter: Painter,
    pub(in crate::web) text: CanvasText,
    /// The furniture that the page was last told of.
    #[cfg(feature = "page")]
    pub(in crate::web) told: Option<crate::compose::Furniture>,
    /// The same in words.
    #[cfg(feature = "page")]
    pub(in crate::web) described: String,
}

/// A brief that is read step by step.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BriefReader(crate::brief::BriefReader);

#[wasm_bindgen]
impl BriefReader {
    /// Begins with the bytes of a document, of which so much is read: see [`InputLimits::of`].
    #[wasm_bindgen(constructor)]
    pub fn new(document: Vec<u8>, limits: &[f64]) -> BriefReader {
        let limits = InputLimits::of(limits);
        BriefReader(crate::brief::BriefReader::within(document, Vec::new(), limits))
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
        let mut widget = Widget {
            core,
            painter: Painter::default(),
            text: CanvasText::new(context),
            #[cfg(feature = "page")]
            told: None,
            #[cfg(feature = "page")]
            described: String::new(),
        };
        widget.set_family(FAMILY);
        widget
    }

    /// Sets texts in other faces, as CSS lists them, or in the same after one of them has come.
    #[wasm_bindgen(js_name = setFamily)]
    pub fn set_family(&mut self, family: &str) -> JsValue {
        self.text.set_family(family);
        self.painter.set_family(family);
        to_js(&self.core.remeasure())
    }

    /// Takes a base map, packed in one or several parts, of which so much is read; what is wrong with
    /// it.
    #[wasm_bindgen(js_name = setMap)]
    pub fn set_map(&mut self, parts: Vec<Uint8Array>, limits: &[f64]) -> JsValue {
        let mut map = BaseMap::default();
        let mut budget = Budget::new(InputLimits::of(limits));
        let mut unpack = |part: &Uint8Array| unpack(&part.to_vec(), &mut map, &mut budget);
        let unpacked = parts.iter().try_for_each(&mut unpack);
        let result = unpacked.and_then(|()| self.core.set_map(map));
        self.painter.forget_paths();
        problems(result)
    }

    /// Takes the base map of another widget; it is held once for all that show it.
    #[wasm_bindgen(js_name = shareMap)]
    pub fn share_map(&mut self, other: &Widget) -> JsValue {
        let base = other.core.base().cloned();
        let result = base.map_or(Ok(()), |base| self.core.set_map(base));
        self.painter.forget_paths();
        problems(result)
    }

    /// Takes the brief of a reader, which reads what it has left; what is wrong with it.
    #[wasm_bindgen(js_name = setBrief)]
    pub fn set_brief(&mut self, reader: BriefReader) -> JsValue {
        let result = self.core.take_brief(reader.0);
        self.painter.forget_paths();
        problems(result)
    }

    /// Speaks a language, with the map's own words in it where there are any; what is wrong with
    /// those.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, lang: &str, words: Option<Vec<u8>>) -> JsValue {
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
    pub fn add_names(&mut self, lang: &str, names: &[u8]) -> JsValue {
        problems(self.core.add_names(lang, names))
    }

    /// Takes the brief's texts in another language; what is wrong with them.
    #[wasm_bindgen(js_name = addTranslation)]
    pub fn add_translation(&mut self, lang: &str, texts: &[u8]) -> JsValue {
        problems(self.core.add_translation(lang, texts))
    }

    /// Gives the picture the colours of a fixed theme; without effect when there is none so named.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, name: &str) -> JsValue {
        Theme::named(name).map_or(JsValue::UNDEFINED, |theme| self.dress(theme))
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
    ) -> JsValue {
        let system = SystemColors { canvas, canvas_text, link_text, highlight, gray_text };
        self.dress(Theme::forced(system))
    }
}

impl Widget {
    fn dress(&mut self, theme: Theme) -> JsValue {
        to_js(&self.core.set_theme(theme))
    }
}
