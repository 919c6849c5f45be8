//! Maps of any format, read and packed: in a module of its own, for pages that bring their own map, and
//! for a worker, so that the page goes on meanwhile.

use super::answer;
use crate::error::Problems;
use crate::geo::MapReader as Core;
use crate::geo::packed::{self, Levels};
use crate::limits::InputLimits;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// A base map that is read step by step.
#[wasm_bindgen]
#[derive(Debug)]
pub struct MapReader {
    reading: Core,
    problems: Result<(), Problems>,
}

#[wasm_bindgen]
impl MapReader {
    /// Begins with the bytes of one or several documents, of which so much is read: see
    /// [`InputLimits::of`].
    #[wasm_bindgen(constructor)]
    pub fn new(parts: Vec<Uint8Array>, limits: &[f64]) -> MapReader {
        let parts = parts.iter().map(Uint8Array::to_vec).collect();
        let reading = Core::within(parts, InputLimits::of(limits));
        MapReader { reading, problems: Ok(()) }
    }

    /// Reads a little more; whether there is anything left.
    pub fn step(&mut self) -> bool {
        self.reading.step()
    }

    /// How much is read, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.reading.share()
    }

    /// Reads what is left, and packs the map: with its levels of detail to be drawn at once, without
    /// them to be stored. `undefined` when something is wrong with it.
    pub fn pack(&mut self, with_levels: bool) -> Option<Vec<u8>> {
        let levels = if with_levels { Levels::Kept } else { Levels::Left };
        match std::mem::take(&mut self.reading).finish() {
            Ok(map) => Some(packed::pack(map, levels)),
            Err(problems) => {
                self.problems = Err(problems);
                None
            }
        }
    }

    /// What is wrong with it, once that is known.
    pub fn problems(&self) -> JsValue {
        answer::problems(self.problems.clone())
    }
}
