//! What of the map is looked at when something of the brief is to be in sight.

use super::Atlas;
use crate::model::{End, Thing};
use crate::project::MapPath;
use crate::scene::Target;
use crate::view::Bounds;
use geo::Coord;

/// Nothing is looked at so closely that less than this is in sight, km.
const LEAST_KM: f64 = 500.0;

impl Atlas {
    /// The box of map units around things, as far as it lies in the first view: of a large country
    /// the part that the map is about. `None` where nothing of them does.
    pub fn sight(&self, things: &[Thing]) -> Option<Bounds> {
        let mut all = Bounds::EMPTY;
        for thing in things {
            self.add(*thing, &mut all);
        }
        closest(all)
    }

    /// The same for ids of things and codes of countries, the brief's and others. What the map does
    /// not have is passed over.
    pub fn sight_of(&self, ids: &[String]) -> Option<Bounds> {
        let mut all = Bounds::EMPTY;
        for id in ids {
            if let Some(thing) = self.model.thing(id) {
                self.add(thing, &mut all);
            } else if let Some(path) = self.map.overview().country(id) {
                self.add_path(path, &mut all);
            }
        }
        closest(all)
    }

    /// What a thing is on the map; `None` for an actor that the map has no country for.
    pub fn target(&self, thing: Thing) -> Option<Target> {
        Some(match thing {
            Thing::Actor(index) => Target::Country(self.country_of_actor(index)?),
            Thing::Place(index) => Target::Place(index),
            Thing::Flow(index) => Target::Flow(index),
            Thing::Line(index) => Target::Line(index),
            Thing::Area(index) => Target::Area(index),
        })
    }

    fn country_of_actor(&self, actor: usize) -> Option<usize> {
        let id = &self.model.actors.get(actor)?.id;
        self.map.overview().countries.iter().position(|(country, _)| country == id)
    }

    fn add(&self, thing: Thing, all: &mut Bounds) {
        match thing {
            Thing::Actor(index) => {
                let country = self.country_of_actor(index);
                let path = country.and_then(|country| self.map.overview().countries.get(country));
                match path {
                    Some((_, path)) => self.add_path(path, all),
                    None => self.add_position(self.model.end_position(End::Actor(index)), all),
                }
            }
            Thing::Place(index) => {
                self.add_position(self.model.end_position(End::Place(index)), all);
            }
            Thing::Flow(index) => {
                for end in self.model.flows.get(index).iter().flat_map(|flow| [flow.from, flow.to])
                {
                    self.add_position(self.model.end_position(end), all);
                }
            }
            Thing::Line(index) => {
                if let Some(route) = self.map.overview().lines.get(index) {
                    for (path, _) in route.parts() {
                        self.add_path(path, all);
                    }
                }
            }
            Thing::Area(index) => {
                let area = self.model.areas.get(index);
                for id in area.iter().flat_map(|area| &area.features) {
                    let map = self.map.overview();
                    if let Some(path) = map.country(id).or_else(|| map.region(id)) {
                        self.add_path(path, all);
                    }
                }
            }
        }
    }

    fn add_position(&self, position: Coord, all: &mut Bounds) {
        let point = self.map.projection.forward(position);
        if self.map.home.contains(point.x, point.y) {
            all.include(point.x, point.y);
        }
    }

    fn add_path(&self, path: &MapPath, all: &mut Bounds) {
        for point in path.runs.iter().flatten() {
            if self.map.home.contains(point.x, point.y) {
                all.include(point.x, point.y);
            }
        }
    }
}

/// A box around things, or around more where they are small; `None` without any.
fn closest(all: Bounds) -> Option<Bounds> {
    if all.left > all.right {
        return None;
    }
    let (across, down) = ((LEAST_KM - all.width()).max(0.0), (LEAST_KM - all.height()).max(0.0));
    Some(Bounds::of_size(
        all.left - across / 2.0,
        all.top - down / 2.0,
        all.width() + across,
        all.height() + down,
    ))
}
