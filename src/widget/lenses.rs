//! Lenses and the story of a widget's brief.

use super::flights::{fit, start_flight};
use super::{Effects, Shown, Widget, choose};
use crate::balance::{lens_panel, step_panel};
use crate::compose::Atlas;
use crate::model::{Lens, Step};
use crate::panel::Panel;
use crate::speech::Said;
use serde::Serialize;

/// A lens to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LensEntry {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Said,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A step of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepEntry {
    /// Heading.
    pub title: Said,
    /// A few sentences.
    pub text: Said,
    /// Whether there are facts behind it.
    pub facts: bool,
}

impl Widget {
    /// Chooses a lens by its id, or none: what it is not about is dimmed, its layers are on and
    /// the others off. Without effect when there is no such lens.
    pub fn set_lens(&mut self, id: Option<&str>) -> Effects {
        let mut effects = Effects::default();
        if let Some(shown) = &mut self.shown {
            let index = id.and_then(|id| lens_index(&shown.atlas, id));
            if id.is_none() || index.is_some() {
                set_lens(shown, index, &mut effects);
            }
            effects.flying = shown.flight.is_some();
        }
        effects
    }

    /// The lenses.
    pub fn lenses(&self) -> Vec<LensEntry> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let entry = |(index, lens): (usize, &Lens)| LensEntry {
            id: lens.id.clone(),
            title: lens.title.clone(),
            chosen: shown.view.lens == Some(index),
        };
        shown.atlas.model.lenses.iter().enumerate().map(entry).collect()
    }

    /// The panel of the lens that is chosen.
    pub fn lens_panel(&self) -> Option<Panel> {
        let shown = self.shown.as_ref()?;
        let Atlas { model, theme, .. } = &shown.atlas;
        Some(lens_panel(model, theme, model.lenses.get(shown.view.lens?)?))
    }

    /// The steps of the story.
    pub fn story(&self) -> Vec<StepEntry> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let entry = |step: &Step| StepEntry {
            title: step.title.clone(),
            text: step.text.clone(),
            facts: !step.facts.is_empty(),
        };
        shown.atlas.model.story.iter().map(entry).collect()
    }

    /// The panel with the facts of a step.
    pub fn step_panel(&self, index: usize) -> Option<Panel> {
        step_panel(&self.shown.as_ref()?.atlas.model, index)
    }

    /// Tells a step of the story: its lens, what it chooses, and the way to what it shows.
    /// Without effect when there is no such step.
    pub fn show_step(&mut self, index: usize, animate: bool) -> Effects {
        let mut effects = Effects::default();
        let (size_px, insets) = (self.size_px, self.insets);
        let home = self.shown.as_ref().map(|shown| self.home_camera(&shown.atlas));
        if let (Some(shown), Some(home)) = (&mut self.shown, home)
            && let Some(step) = shown.atlas.model.story.get(index)
        {
            let (lens, thing) = (step.lens, step.select);
            let fitted = fit(&shown.atlas, &step.fit, size_px, insets);
            let camera = fitted.map_or(home, |camera| camera.clamped(&shown.limits));
            let target = thing.and_then(|thing| shown.atlas.target(thing));
            set_lens(shown, lens, &mut effects);
            let at = target.and_then(|target| shown.atlas.anchor(target));
            choose(shown, target, at, &mut effects);
            start_flight(shown, camera, animate, &mut effects);
        }
        effects
    }
}

fn lens_index(atlas: &Atlas, id: &str) -> Option<usize> {
    atlas.model.lenses.iter().position(|lens| lens.id == id)
}

fn set_lens(shown: &mut Shown, lens: Option<usize>, effects: &mut Effects) {
    let model = &shown.atlas.model;
    let chosen = lens.and_then(|lens| model.lenses.get(lens));
    let layers = match chosen {
        Some(lens) => lens.layers.clone(),
        None => model.layers.iter().map(|layer| layer.visible).collect(),
    };
    if shown.view.lens == lens && shown.view.layers == layers {
        return;
    }
    if shown.view.lens != lens {
        effects.lens = Some(chosen.map(|lens| lens.id.clone()));
    }
    shown.view.lens = lens;
    shown.view.layers = layers;
    shown.stale = true;
    effects.draw = true;
}
