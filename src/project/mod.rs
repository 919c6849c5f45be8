//! The projected base map: degrees become kilometres of the plane, once for each level of detail,
//! and only what comes into sight.

mod level;
mod part;
mod plan;
mod shape;

pub use level::{Grid, MapLevel, Route};
pub use shape::{MapPath, Shape};

use crate::division::{Standing, divide};
use crate::geo::{BaseMap, FINEST, Level, level_for};
use crate::model::Model;
use crate::projection::{Projection, Projector};
use crate::view::Bounds;
use part::{Ground, around_sides};
use plan::Plan;
use std::cell::OnceCell;
use std::rc::Rc;

const LEVELS: usize = FINEST as usize + 1;

/// A base map in map units.
#[derive(Debug, Clone)]
pub struct ProjectedMap {
    /// The projection that made it.
    pub projection: Projection,
    /// Box of the first view, km.
    pub home: Bounds,
    base: Rc<BaseMap>,
    plan: Rc<Plan>,
    /// Beyond it there is nothing more to be seen.
    finest: Level,
    levels: [OnceCell<Box<MapLevel>>; LEVELS],
}

impl ProjectedMap {
    /// The map as it is drawn at a scale.
    pub fn at(&self, px_per_km: f64) -> &MapLevel {
        self.level(self.level_for(px_per_km))
    }

    /// The map in as much detail as a picture of its first view has, for questions that are not
    /// about one view.
    pub fn overview(&self) -> &MapLevel {
        const WIDTH_PX: f64 = 1000.0;
        self.at(WIDTH_PX / self.home.width().max(1.0))
    }

    /// Lets go of what takes much room and is drawn at other scales than this one. It is projected
    /// again when it comes back into sight.
    pub fn keep_only(&mut self, px_per_km: f64) {
        /// About a megabyte.
        const FEW_POINTS: usize = 60_000;
        let kept = self.level_for(px_per_km);
        for (level, known) in (0..).zip(&mut self.levels) {
            let points = known.get().map_or(0, |level| level.drawn_points());
            if points > FEW_POINTS && level != kept {
                known.take();
            }
        }
    }

    /// What becomes of the area of a claim; index into the base map's claims.
    pub fn standing(&self, claim: usize) -> Option<Standing> {
        self.plan.claims.get(claim).map(|(standing, _)| *standing)
    }

    fn level_for(&self, px_per_km: f64) -> Level {
        level_for(px_per_km).min(self.finest)
    }

    fn level(&self, level: Level) -> &MapLevel {
        let known = self.levels.get(usize::from(level)).unwrap_or(&self.levels[0]);
        known.get_or_init(|| {
            let ground = Ground::new(&self.base, self.projection, level);
            let keys = (u32::from(level), u32::from(FINEST) + 1);
            Box::new(MapLevel::new(&self.plan, &ground, keys))
        })
    }
}

/// Projects what a brief needs of its base map, fitted to the brief's extent.
pub fn project(model: &Model, map: &Rc<BaseMap>) -> ProjectedMap {
    /// From here on curves are true to a few metres of the nearest view of a region.
    const LEAST_FINEST: Level = 5;
    const STEPS: u32 = 16;
    let projection = Projection::for_extent(model.projection, model.extent);
    // Only where points lie is asked of it, which does not depend on its accuracy.
    let within = Projector::new(projection, 1.0);
    let division = divide(map, model.worldview);
    let plan = Plan::new(model, map, &division, &projection);
    let finest = map.chains.iter().map(|chain| chain.finest()).max().unwrap_or(0);
    ProjectedMap {
        projection,
        home: around_sides(model.extent, STEPS, &|position| within.within(position)),
        base: Rc::clone(map),
        plan: Rc::new(plan),
        finest: finest.max(LEAST_FINEST),
        levels: std::array::from_fn(|_| OnceCell::new()),
    }
}
