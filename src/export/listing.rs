//! The Scene as text, one item a paragraph: for snapshots whose differences are to be read.

use super::path::{number, path_data};
use super::visible::visible_runs;
use crate::project::MapPath;
use crate::scene::{Anchor, Dash, Font, Hatch, Item, Scene, Stroke, Target};
use crate::style::Color;
use crate::view::{Camera, ScreenPoint};

/// Every item of a picture, bottom first, with numbers to a hundredth. Of the map's geometry what
/// comes near the screen, px, where a path is drawn first; later its number stands for it.
pub fn listing(scene: &Scene) -> String {
    let camera = &scene.camera;
    let mut l = Listing { out: String::new(), known: Vec::new() };
    l.word("scene");
    l.numbers(&[camera.width_px, camera.height_px]);
    l.word("at");
    l.numbers(&[camera.centre.x, camera.centre.y, camera.px_per_km * 1000.0]);
    l.color("ground", scene.ground);
    l.word(if scene.right_to_left { "right-to-left" } else { "left-to-right" });
    l.end();
    for item in &scene.items {
        l.item(item, camera);
    }
    l.out
}

struct Listing {
    out: String,
    /// Keys of the paths that have been drawn.
    known: Vec<u32>,
}

impl Listing {
    fn item(&mut self, item: &Item, camera: &Camera) {
        match item {
            Item::MapPath { target, path, fill, stroke } => {
                self.head("path", *target);
                self.paints(*fill, *stroke);
                self.geometry(path, camera);
            }
            Item::Hatch { target, path, hatch } => {
                self.head("hatch", *target);
                let Hatch { color, width_px, spacing_px, angle_rad } = *hatch;
                self.color("stroke", color);
                self.numbers(&[width_px, spacing_px, angle_rad]);
                self.geometry(path, camera);
            }
            Item::Shape { target, outline, fill, stroke } => {
                self.head("shape", *target);
                self.paints(*fill, *stroke);
                self.end();
                self.word(" ");
                self.word(&path_data(outline));
                self.end();
            }
            Item::Text { target, at, anchor, text, width_px, angle_rad, font, color, halo } => {
                self.head("text", *target);
                self.font(*font);
                self.color("color", *color);
                self.color("halo", *halo);
                self.word(match anchor {
                    Anchor::Left => "left",
                    Anchor::Middle => "middle",
                    Anchor::Right => "right",
                });
                self.numbers(&[at.x, at.y, *width_px, angle_rad.to_degrees()]);
                self.quoted(text);
                self.end();
            }
            Item::CurvedText { target, clusters, font, color, halo } => {
                self.head("curved", *target);
                self.font(*font);
                self.color("color", *color);
                self.color("halo", *halo);
                self.end();
                for cluster in clusters {
                    self.word(" ");
                    let at = cluster.at;
                    self.numbers(&[at.x, at.y, cluster.width_px, cluster.angle_rad.to_degrees()]);
                    self.quoted(&cluster.text);
                    self.end();
                }
            }
        }
    }

    fn geometry(&mut self, path: &MapPath, camera: &Camera) {
        let known = self.known.iter().position(|key| *key == path.key);
        self.word("path");
        self.out.push(' ');
        self.out.push_str(&known.unwrap_or(self.known.len()).to_string());
        if known.is_some() {
            self.word("as above");
            self.end();
            return;
        }
        self.known.push(path.key);
        self.word(if path.closed { "rings" } else { "lines" });
        self.end();
        for run in visible_runs(path, camera) {
            self.points(&run);
        }
    }

    /// A few points a line, so that a difference shows where it is.
    fn points(&mut self, run: &[ScreenPoint]) {
        const ON_A_LINE: usize = 8;
        for (index, part) in run.chunks(ON_A_LINE).enumerate() {
            self.word(if index == 0 { " -" } else { "  " });
            for point in part {
                self.out.push(' ');
                number(&mut self.out, point.x);
                self.out.push(',');
                number(&mut self.out, point.y);
            }
            self.end();
        }
    }

    fn head(&mut self, kind: &str, target: Option<Target>) {
        self.word(kind);
        let (name, index) = match target {
            None => return,
            Some(Target::Country(index)) => ("country", index),
            Some(Target::Area(index)) => ("area", index),
            Some(Target::Line(index)) => ("line", index),
            Some(Target::Flow(index)) => ("flow", index),
            Some(Target::Place(index)) => ("place", index),
            Some(Target::Disputed(index)) => ("disputed", index),
            Some(Target::Sum(index)) => ("sum", index),
            Some(Target::Group(index)) => ("group", index),
        };
        self.word(name);
        self.word(&index.to_string());
    }

    fn paints(&mut self, fill: Option<Color>, stroke: Option<Stroke>) {
        if let Some(fill) = fill {
            self.color("fill", fill);
        }
        if let Some(Stroke { color, width_px, dash }) = stroke {
            self.color("stroke", color);
            self.numbers(&[width_px]);
            self.word(match dash {
                Dash::Solid => return,
                Dash::Dashed => "dashed",
                Dash::Long => "long",
                Dash::Dotted => "dotted",
                Dash::Fine => "fine",
                Dash::Ties => "ties",
            });
        }
    }

    fn font(&mut self, font: Font) {
        self.numbers(&[font.size_px, font.spacing_px]);
        for (name, is) in [("strong", font.strong), ("italic", font.italic)] {
            if is {
                self.word(name);
            }
        }
    }

    fn color(&mut self, name: &str, color: Color) {
        self.word(name);
        self.word(&color.css());
    }

    fn numbers(&mut self, values: &[f64]) {
        for value in values {
            self.out.push(' ');
            number(&mut self.out, *value);
        }
    }

    /// A text in which nothing is out of sight: a control character is shown by its number.
    fn quoted(&mut self, text: &str) {
        self.out.push_str(" \"");
        for c in text.chars() {
            let is_seen =
                !matches!(c, '\u{a0}' | '\u{202a}'..='\u{202f}' | '\u{2060}'..='\u{206f}');
            if is_seen && !c.is_control() {
                self.out.push(c);
            } else {
                self.out.extend(c.escape_unicode());
            }
        }
        self.out.push('"');
    }

    /// A word after a space, or first in its line.
    fn word(&mut self, word: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push(' ');
        }
        self.out.push_str(word);
    }

    fn end(&mut self) {
        self.out.push('\n');
    }
}
