//! The countries of a widget's map, to be searched.

use super::{Widget, named};
use crate::scene::Target;
use crate::speech::Said;
use serde::Serialize;

/// A country with all the names by which a reader may look for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryEntry {
    /// Code.
    pub id: String,
    /// Name in the language of the map.
    pub title: Said,
    /// Names that the map has, in other languages and in its own.
    pub names: Vec<String>,
}

impl Widget {
    /// The countries of the map, in its order.
    pub fn countries(&self) -> Vec<CountryEntry> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let countries = shown.atlas.base.countries.iter().enumerate();
        countries
            .filter_map(|(index, country)| {
                let label = &country.label;
                let own = label.own.iter().map(|(name, _)| name);
                let names = std::iter::once(&label.name).chain(label.names.values()).chain(own);
                Some(CountryEntry {
                    id: country.id.clone(),
                    title: named(&shown.atlas, Target::Country(index))?.title,
                    names: names.cloned().collect(),
                })
            })
            .collect()
    }
}
