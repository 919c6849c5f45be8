//! What is taken away from a widget beside its plate: what that says of itself, and the facts.

use super::{Named, Widget, named};
use crate::export::{Name, Page, csv};
use crate::panel::facts_of_sum;
use crate::scene::{Item, Scene};
use crate::sorted::{SortedMap, sort};

impl Widget {
    /// What a document with a picture of the widget says of itself and of the things in it, whom it is
    /// owed to included.
    pub fn page(&self, scene: &Scene) -> Option<Page> {
        let (shown, about) = (self.shown.as_ref()?, self.about()?);
        let mut lines = vec![about.summary.text, about.publication];
        lines.extend(about.publication_url);
        lines.extend(about.attribution.into_iter().map(|credit| credit.text));
        let mut names = SortedMap::default();
        for target in scene.items.iter().filter_map(Item::target) {
            if names.get(&target).is_none()
                && let Some(Named { kind, id, title, .. }) = named(&shown.atlas, target)
            {
                names.insert(target, Name { id: format!("{kind}-{id}"), title: title.text });
            }
        }
        Some(Page {
            title: about.title.text,
            description: lines.join("\n"),
            language: shown.atlas.model.speech.lang.clone(),
            family: String::new(),
            names,
        })
    }

    /// The facts with some ids, or all of the brief, as a table in the widget's language. An id
    /// that the brief does not have is passed over.
    pub fn csv(&self, ids: Option<&[String]>) -> Option<String> {
        let model = &self.shown.as_ref()?.atlas.model;
        let ids: Option<Vec<&str>> = ids.map(|ids| {
            let mut ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            sort(&mut ids);
            ids
        });
        let wanted = |id: &str| ids.as_ref().is_none_or(|ids| ids.binary_search(&id).is_ok());
        Some(csv(model, model.facts.iter().filter(|fact| wanted(&fact.id))))
    }

    /// The facts of all flows of a sum as a table, the largest first: its panel lists a part of them.
    pub fn csv_of_sum(&self, id: &str) -> Option<String> {
        let atlas = &self.shown.as_ref()?.atlas;
        let number = atlas.sums.as_ref()?.find_lane(&atlas.model, id)?;
        let facts = facts_of_sum(atlas, number)?;
        Some(csv(&atlas.model, facts.iter().filter_map(|fact| atlas.model.facts.get(*fact))))
    }
}
