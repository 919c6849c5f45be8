//! A projected map at one level of detail.

use super::part::{Ground, Part};
use super::plan::Plan;
use super::shape::Shape;
use crate::division::Standing;
use std::rc::Rc;

/// A line of a brief: where its route is known, and where only roughly.
#[derive(Debug, Clone)]
pub struct Route {
    /// The parts that follow the ground.
    pub traced: Shape,
    /// The parts that are schematic.
    pub schematic: Shape,
}

impl Route {
    /// Both kinds of parts, each with whether it is schematic.
    pub fn parts(&self) -> [(&Shape, bool); 2] {
        [(&self.traced, false), (&self.schematic, true)]
    }
}

/// Lines of equal longitude and latitude.
#[derive(Debug, Clone)]
pub struct Grid {
    /// From one to the next, degrees.
    pub step_deg: f64,
    /// The lines.
    pub shape: Shape,
}

/// The shapes of a map, to be drawn at scales about one.
#[derive(Debug, Clone)]
pub struct MapLevel {
    /// Countries in the order of the base map: code and shape.
    pub countries: Vec<(String, Shape)>,
    /// Areas of claims in the order of the base map: what becomes of them, and their shape.
    pub claims: Vec<(Standing, Shape)>,
    /// Regions that a brief refers to: id and shape.
    pub regions: Vec<(String, Shape)>,
    /// Agreed borders between countries, those near one another together.
    pub borders: Vec<Shape>,
    /// Shores, those near one another together.
    pub coasts: Vec<Shape>,
    /// Borders and edges of claims that are not agreed on.
    pub disputed: Shape,
    /// Borders between regions of one country.
    pub region_borders: Shape,
    /// Lakes.
    pub lakes: Shape,
    /// Rivers: the main ones, and the others.
    pub rivers: [Shape; 2],
    /// Each river alone, in the order of the base map: what its name is set along.
    pub courses: Vec<Shape>,
    /// Lines of the brief, in its order.
    pub lines: Vec<Route>,
    /// The edge of all that the projection shows.
    pub outline: Shape,
    /// Lines of equal longitude and latitude, the widest apart first; none where none are wanted.
    pub graticule: Vec<Grid>,
    ground: Rc<Ground>,
}

impl MapLevel {
    /// `keys` are the key of the first shape and the step to the next one's.
    pub(super) fn new(plan: &Plan, ground: &Rc<Ground>, keys: (u32, u32)) -> Self {
        let (mut key, step) = keys;
        let mut shape = |part: &Rc<Part>| {
            let own = key;
            key += step;
            Shape::new(own, part, ground)
        };
        Self {
            countries: plan.countries.iter().map(|(id, part)| (id.clone(), shape(part))).collect(),
            claims: plan.claims.iter().map(|(standing, part)| (*standing, shape(part))).collect(),
            regions: plan.regions.iter().map(|(id, part)| (id.clone(), shape(part))).collect(),
            borders: plan.borders.iter().map(&mut shape).collect(),
            disputed: shape(&plan.disputed),
            coasts: plan.coasts.iter().map(&mut shape).collect(),
            region_borders: shape(&plan.region_borders),
            lines: plan
                .lines
                .iter()
                .map(|[traced, schematic]| Route {
                    traced: shape(traced),
                    schematic: shape(schematic),
                })
                .collect(),
            lakes: shape(&plan.lakes),
            rivers: [shape(&plan.rivers[0]), shape(&plan.rivers[1])],
            courses: plan.courses.iter().map(&mut shape).collect(),
            outline: shape(&plan.outline),
            graticule: plan
                .graticule
                .iter()
                .map(|(step_deg, part)| Grid { step_deg: *step_deg, shape: shape(part) })
                .collect(),
            ground: Rc::clone(ground),
        }
    }

    /// How many points its shapes have that have been looked at.
    pub(super) fn drawn_points(&self) -> usize {
        self.ground.drawn_points()
    }

    /// The shape of a country.
    pub fn country(&self, id: &str) -> Option<&Shape> {
        self.countries.iter().find(|(country, _)| country == id).map(|(_, shape)| shape)
    }

    /// The shape of a region that the brief refers to.
    pub fn region(&self, id: &str) -> Option<&Shape> {
        self.regions.iter().find(|(region, _)| region == id).map(|(_, shape)| shape)
    }
}
