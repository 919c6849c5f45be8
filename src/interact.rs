//! Pointers and wheel → what they mean for the view. No clock, no browser.

use crate::sorted::SortedMap;
use crate::view::{Camera, Limits, ScreenPoint};

/// Something a person does, in px of the map's box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// A finger or button goes down.
    Down {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
        /// Whether it is a finger.
        touch: bool,
    },
    /// A pointer moves, down or not.
    Move {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
    },
    /// A finger or button goes up.
    Up {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
    },
    /// The browser takes a pointer away.
    Cancel {
        /// Number of the pointer.
        id: i32,
    },
    /// The pointer leaves the box.
    Leave,
    /// The wheel turns; positive is away from the map.
    Wheel {
        /// Where the pointer is.
        at: ScreenPoint,
        /// How far, px.
        delta_px: f64,
    },
}

/// What an input comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// Nothing.
    None,
    /// Another view.
    View(Camera),
    /// A click.
    Click(ScreenPoint),
    /// A pointer that is not down is here, or nowhere.
    Hover(Option<ScreenPoint>),
}

/// Pointers that are down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pointers {
    down: SortedMap<i32, ScreenPoint>,
    /// Where the first one went down, and whether it still may become a click.
    pressed: Option<(ScreenPoint, bool)>,
    slack_px: f64,
}

impl Pointers {
    /// Whether the map is being dragged.
    pub fn is_dragging(&self) -> bool {
        !self.down.is_empty() && self.pressed.is_some_and(|(_, may_click)| !may_click)
    }

    /// Takes an input in.
    pub fn take(&mut self, input: Input, camera: &Camera, limits: &Limits) -> Outcome {
        match input {
            Input::Down { id, at, touch } => {
                const MOUSE_SLACK_PX: f64 = 4.0;
                const FINGER_SLACK_PX: f64 = 10.0;
                self.slack_px = if touch { FINGER_SLACK_PX } else { MOUSE_SLACK_PX };
                self.pressed = Some((at, self.down.is_empty()));
                self.down.insert(id, at);
                Outcome::None
            }
            Input::Move { id, at } => self.moved(id, at, camera, limits),
            Input::Up { id, at } => {
                let was_down = self.down.remove(&id).is_some();
                match self.pressed {
                    Some((_, true)) if was_down && self.down.is_empty() => Outcome::Click(at),
                    _ => Outcome::None,
                }
            }
            Input::Cancel { id } => {
                self.down.remove(&id);
                self.pressed = None;
                Outcome::None
            }
            Input::Leave => Outcome::Hover(None),
            Input::Wheel { at, delta_px } => {
                // A notch of 100 px is a factor of about 1.3; a wild delta stays bounded.
                const RATE: f64 = 0.0026;
                let factor = libm::exp(-delta_px.clamp(-600.0, 600.0) * RATE);
                Outcome::View(camera.zoomed(factor, at, limits).clamped(limits))
            }
        }
    }

    fn moved(&mut self, id: i32, at: ScreenPoint, camera: &Camera, limits: &Limits) -> Outcome {
        let Some(before) = self.down.get(&id).copied() else {
            return if self.down.is_empty() { Outcome::Hover(Some(at)) } else { Outcome::None };
        };
        if let Some((start, true)) = self.pressed {
            if start.distance(at) < self.slack_px {
                return Outcome::None;
            }
            self.pressed = Some((start, false));
        }
        let other = self.down.iter().find(|(other, _)| **other != id).map(|(_, at)| *at);
        self.down.insert(id, at);
        let view = match other {
            None => camera.panned(at.x - before.x, at.y - before.y),
            Some(other) => {
                let (old_middle, middle) = (before.towards(other, 0.5), at.towards(other, 0.5));
                let factor = at.distance(other).max(1.0) / before.distance(other).max(1.0);
                camera
                    .panned(middle.x - old_middle.x, middle.y - old_middle.y)
                    .zoomed(factor, middle, limits)
            }
        };
        Outcome::View(view.clamped(limits))
    }
}
