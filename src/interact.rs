//! Pointers and wheel → what they mean for the view. No clock, no browser: times come in with the inputs.

use crate::sorted::SortedMap;
use crate::view::{Camera, Limits, ScreenPoint};

/// What points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse or a pen.
    Mouse,
    /// A finger that moves the map.
    Finger,
    /// A finger that is the page's to scroll with, as long as it is alone.
    PageFinger,
}

impl Pointer {
    /// Whether it is a finger.
    pub fn is_finger(self) -> bool {
        self != Self::Mouse
    }

    /// How far from a thing it may be to mean it, px.
    pub fn reach_px(self) -> f64 {
        if self.is_finger() { 20.0 } else { 8.0 }
    }

    /// How far it may move and still only press.
    fn slack_px(self) -> f64 {
        if self.is_finger() { 10.0 } else { 4.0 }
    }
}

/// Something a person does, in px of the map's box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// A finger or button goes down.
    Down {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
        /// What points.
        by: Pointer,
        /// When, ms.
        time_ms: f64,
    },
    /// A pointer moves, down or not.
    Move {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
        /// When, ms.
        time_ms: f64,
    },
    /// A finger or button goes up.
    Up {
        /// Number of the pointer.
        id: i32,
        /// Where.
        at: ScreenPoint,
        /// When, ms.
        time_ms: f64,
        /// Whether the map may go on moving by itself.
        glides: bool,
    },
    /// A finger has been held still for long.
    Hold,
    /// No second tap has come.
    Tapped,
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
    Click(ScreenPoint, Pointer),
    /// A tap, which is a click unless a second one comes: see [`Input::Tapped`].
    Tap,
    /// A pointer that is not down, or is held, is here, or nowhere.
    Hover(Option<ScreenPoint>, Pointer),
    /// The map was let go in motion: to the right and down, px in a ms.
    Throw(f64, f64),
    /// The map becomes larger by a factor about a point.
    Zoom(ScreenPoint, f64),
}

/// Pointers that are down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pointers {
    down: SortedMap<i32, ScreenPoint>,
    press: Option<Press>,
    /// The last moves of a pointer that is alone: when, and where it was.
    trail: Vec<(f64, ScreenPoint)>,
    /// A tap that waits for a second one, with the time of its end.
    tap: Option<(ScreenPoint, f64, Pointer)>,
}

/// From the first pointer that goes down to the last that goes up.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Press {
    by: Pointer,
    time_ms: f64,
    /// The middle of most of the pointers.
    at: ScreenPoint,
    /// How many were down together.
    most: usize,
    /// Whether it moves nothing yet.
    is_still: bool,
    /// Whether it has been held.
    is_held: bool,
    /// Whether it is the second of two taps.
    is_second: bool,
}

impl Pointers {
    /// Whether the map is being dragged.
    pub fn is_dragging(&self) -> bool {
        !self.down.is_empty() && self.press.is_some_and(|press| !press.is_still)
    }

    /// Takes an input in.
    pub fn take(&mut self, input: Input, camera: &Camera, limits: &Limits) -> Outcome {
        match input {
            Input::Down { id, at, by, time_ms } => {
                self.goes_down(id, at, by, time_ms);
                Outcome::None
            }
            Input::Move { id, at, time_ms } => self.moves(id, at, time_ms, camera, limits),
            Input::Up { id, at, time_ms, glides } => match self.down.remove(&id) {
                Some(_) if self.down.is_empty() => self.ends(at, time_ms, glides),
                _ => Outcome::None,
            },
            Input::Hold => self.holds(),
            Input::Tapped => {
                self.tap.take().map_or(Outcome::None, |(at, _, by)| Outcome::Click(at, by))
            }
            Input::Cancel { id } => {
                self.down.remove(&id);
                self.trail.clear();
                if let Some(press) = &mut self.press {
                    press.is_still = false;
                }
                Outcome::None
            }
            Input::Leave => Outcome::Hover(None, Pointer::Mouse),
            Input::Wheel { at, delta_px } => {
                // A notch of 100 px is a factor of about 1.3; a wild delta stays bounded.
                const RATE: f64 = 0.0026;
                let factor = libm::exp(-delta_px.clamp(-600.0, 600.0) * RATE);
                Outcome::View(camera.zoomed(factor, at, limits).clamped(limits))
            }
        }
    }

    fn goes_down(&mut self, id: i32, at: ScreenPoint, by: Pointer, time_ms: f64) {
        const SECOND_WITHIN_MS: f64 = 300.0;
        const SECOND_WITHIN_PX: f64 = 40.0;
        let before = self.tap.take();
        let is_first = self.down.is_empty();
        self.trail.clear();
        self.down.insert(id, at);
        let (at, most) = (self.middle(), self.down.len());
        match &mut self.press {
            Some(press) if !is_first => {
                (press.at, press.most) = (at, press.most.max(most));
            }
            press => {
                let is_second = before.is_some_and(|(first, ended_ms, _)| {
                    first.distance(at) < SECOND_WITHIN_PX && time_ms - ended_ms < SECOND_WITHIN_MS
                });
                let (is_still, is_held) = (true, false);
                *press = Some(Press { by, time_ms, at, most, is_still, is_held, is_second });
            }
        }
    }

    fn moves(
        &mut self,
        id: i32,
        at: ScreenPoint,
        time_ms: f64,
        camera: &Camera,
        limits: &Limits,
    ) -> Outcome {
        let Some(before) = self.down.get(&id).copied() else {
            let is_free = self.down.is_empty();
            return if is_free { Outcome::Hover(Some(at), Pointer::Mouse) } else { Outcome::None };
        };
        let Some(press) = &mut self.press else { return Outcome::None };
        if press.is_still && before.distance(at) < press.by.slack_px() {
            return Outcome::None;
        }
        press.is_still = false;
        let is_pages = press.by == Pointer::PageFinger;
        let (old_middle, old_spread) = (self.middle(), self.spread());
        self.down.insert(id, at);
        let (middle, spread) = (self.middle(), self.spread());
        let is_alone = self.down.len() == 1;
        if is_alone && is_pages {
            return Outcome::None;
        }
        if is_alone {
            self.trail.retain(|(when, _)| time_ms - when < TRAIL_MS);
            self.trail.push((time_ms, at));
        }
        let moved = camera.panned(middle.x - old_middle.x, middle.y - old_middle.y);
        let factor = spread.max(1.0) / old_spread.max(1.0);
        Outcome::View(moved.zoomed(factor, middle, limits).clamped(limits))
    }

    /// The last pointer goes up.
    fn ends(&mut self, at: ScreenPoint, time_ms: f64, glides: bool) -> Outcome {
        const TAP_WITHIN_MS: f64 = 400.0;
        const TAP_ZOOM: f64 = 2.0;
        let Some(press) = self.press.take() else { return Outcome::None };
        if !press.is_still {
            return self.throw(time_ms).filter(|_| glides).unwrap_or(Outcome::None);
        }
        match press.most {
            _ if press.is_held => Outcome::None,
            1 if !press.by.is_finger() => Outcome::Click(at, press.by),
            1 if press.is_second => Outcome::Zoom(at, TAP_ZOOM),
            1 => {
                self.tap = Some((at, time_ms, press.by));
                Outcome::Tap
            }
            2 if time_ms - press.time_ms < TAP_WITHIN_MS => Outcome::Zoom(press.at, 1.0 / TAP_ZOOM),
            _ => Outcome::None,
        }
    }

    /// How the map goes on when it is let go: at the speed of the last moves, if those are not long ago.
    fn throw(&mut self, time_ms: f64) -> Option<Outcome> {
        const LEAST_PX_PER_MS: f64 = 0.15;
        const MOST_PX_PER_MS: f64 = 4.0;
        let mut trail = std::mem::take(&mut self.trail);
        trail.retain(|(when, _)| time_ms - when < TRAIL_MS);
        let ((from_ms, from), (to_ms, to)) = (*trail.first()?, *trail.last()?);
        let elapsed_ms = to_ms - from_ms;
        let speed = from.distance(to) / elapsed_ms;
        if !(elapsed_ms > 0.0 && speed > LEAST_PX_PER_MS) {
            return None;
        }
        let share = MOST_PX_PER_MS.min(speed) / speed / elapsed_ms;
        Some(Outcome::Throw((to.x - from.x) * share, (to.y - from.y) * share))
    }

    fn holds(&mut self) -> Outcome {
        match &mut self.press {
            Some(press) if press.is_still && press.most == 1 && !self.down.is_empty() => {
                press.is_held = true;
                Outcome::Hover(Some(press.at), press.by)
            }
            _ => Outcome::None,
        }
    }

    /// The middle of what is down.
    fn middle(&self) -> ScreenPoint {
        let share = 1.0 / self.count();
        self.down
            .iter()
            .fold(ScreenPoint::default(), |sum, (_, at)| sum.offset(at.x * share, at.y * share))
    }

    /// How far the pointers are from their middle, on average.
    fn spread(&self) -> f64 {
        let middle = self.middle();
        self.down.iter().map(|(_, at)| at.distance(middle)).sum::<f64>() / self.count()
    }

    fn count(&self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "nobody has so many fingers")]
        let count = self.down.len().max(1) as f64;
        count
    }
}

/// What is older says nothing of the speed at the end.
const TRAIL_MS: f64 = 100.0;
