//! Scene → SVG 1.1 text, one element an item, bottom first.

use super::path::{map_path_data, number, path_data};
use crate::layout::hatch::hatch_lines;
use crate::project::MapPath;
use crate::scene::{Anchor, Cluster, FAMILY, Font, Hatch, Item, Scene, Segment, Stroke, Target};
use crate::sorted::SortedMap;
use crate::style::Color;
use crate::view::{Camera, ScreenPoint};

/// What a document says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Title, told by screen readers.
    pub title: String,
    /// What is shown, in a sentence or two.
    pub description: String,
    /// Language of the texts.
    pub language: String,
    /// The faces that texts are set in, as CSS lists them; the map's own list where it is empty.
    pub family: String,
    /// What things of the scene are called.
    pub names: SortedMap<Target, Name>,
}

/// What a thing is called in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// Its kind and its id in the brief or on the base map.
    pub id: String,
    /// What readers call it.
    pub title: String,
}

/// The scene as a whole SVG document. What belongs to one thing and is drawn in one go is a group, with the
/// thing's id and title; a thing that is drawn in several goes has the second one's number after its id.
pub fn svg(scene: &Scene, page: &Page) -> String {
    let mut s = Writer {
        out: String::new(),
        right_to_left: scene.right_to_left,
        ids: SortedMap::default(),
    };
    s.open("svg");
    s.attribute("xmlns", "http://www.w3.org/2000/svg");
    s.number("width", scene.camera.width_px);
    s.number("height", scene.camera.height_px);
    s.out.push_str(" viewBox=\"0 0 ");
    number(&mut s.out, scene.camera.width_px);
    s.out.push(' ');
    number(&mut s.out, scene.camera.height_px);
    s.out.push('"');
    s.attribute("role", "img");
    s.attribute("lang", &page.language);
    if scene.right_to_left {
        s.attribute("direction", "rtl");
    }
    s.attribute("font-family", if page.family.is_empty() { FAMILY } else { &page.family });
    s.attribute("stroke-linejoin", "round");
    s.out.push('>');
    s.element_with_text("title", &page.title);
    s.element_with_text("desc", &page.description);
    s.open("rect");
    s.number("width", scene.camera.width_px);
    s.number("height", scene.camera.height_px);
    s.paint("fill", scene.ground);
    s.close();
    let mut open = None;
    for item in &scene.items {
        let name = item.target().and_then(|target| Some((target, page.names.get(&target)?)));
        let target = name.map(|(target, _)| target);
        if target != open {
            s.end_group(open);
            if let Some((_, name)) = name {
                s.start_group(name);
            }
            open = target;
        }
        match item {
            Item::MapPath { path, fill, stroke, .. } => {
                let d = map_path_data(path, &scene.camera);
                if !d.is_empty() {
                    s.path(&d, *fill, *stroke);
                }
            }
            Item::Hatch { path, hatch, .. } => s.hatch(path, &scene.camera, *hatch),
            Item::Shape { outline, fill, stroke, .. } => {
                s.path(&path_data(outline), *fill, *stroke);
            }
            Item::Text { at, anchor, text, angle_rad, font, color, halo, .. } => {
                s.text((*at, *anchor), *angle_rad, text, *font, (*color, *halo));
            }
            Item::CurvedText { clusters, font, color, halo, .. } => {
                s.curved_text(clusters, *font, (*color, *halo));
            }
        }
    }
    s.end_group(open);
    s.out.push_str("</svg>\n");
    s.out
}

/// From the middle of a line to its baseline, in parts of the size: what sans-serif faces have in
/// common.
const TO_BASELINE: f64 = 0.35;
const HALO_PX: f64 = 3.0;

/// A side as SVG names it, in a text that is said to run from left to right.
const fn side(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Left => "start",
        Anchor::Middle => "middle",
        Anchor::Right => "end",
    }
}

/// Set around a text: its direction as Unicode tells it (right-to-left isolate), for not every
/// reader of SVG knows the attribute.
const RIGHT_TO_LEFT: char = '\u{2067}';
const END_OF_DIRECTION: char = '\u{2069}';

/// Whether XML has a letter in names (Extensible Markup Language 1.0, fifth edition, 2.3).
const fn is_of_a_name(c: char) -> bool {
    matches!(c,
        '-' | '.' | '0'..='9' | 'A'..='Z' | '_' | 'a'..='z' | '\u{b7}' | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{200c}'..='\u{200d}' | '\u{203f}'..='\u{2040}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

struct Writer {
    out: String,
    right_to_left: bool,
    /// The ids that are taken, each with the last number that was set after it.
    ids: SortedMap<String, u32>,
}

impl Writer {
    fn open(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    fn close(&mut self) {
        self.out.push_str("/>\n");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.escaped(value);
        self.out.push('"');
    }

    fn start_group(&mut self, name: &Name) {
        let id = self.own_id(&name.id);
        self.open("g");
        self.attribute("id", &id);
        self.out.push('>');
        self.element_with_text("title", &name.title);
    }

    fn end_group(&mut self, open: Option<Target>) {
        if open.is_some() {
            self.out.push_str("</g>\n");
        }
    }

    /// An id like the one that is wished for, which nothing else has: letters that XML has no id
    /// with become hyphens, and the second of a kind is numbered.
    fn own_id(&mut self, wished: &str) -> String {
        let plain = |c: char| if is_of_a_name(c) { c } else { '-' };
        let wished: String = wished.chars().map(plain).collect();
        let mut id = wished.clone();
        while self.ids.get(&id).is_some() {
            let count = self.ids.get(&wished).map_or(2, |count| count + 1);
            self.ids.insert(wished.clone(), count);
            id = format!("{wished}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    fn number(&mut self, name: &str, value: f64) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        number(&mut self.out, value);
        self.out.push('"');
    }

    /// A colour, and its opacity apart: not every reader of SVG knows colours with one.
    fn paint(&mut self, name: &str, color: Color) {
        self.attribute(name, &Color::rgb(color.rgb).css());
        if color.alpha < 255 {
            self.number(&format!("{name}-opacity"), f64::from(color.alpha) / 255.0);
        }
    }

    fn path(&mut self, d: &str, fill: Option<Color>, stroke: Option<Stroke>) {
        self.open("path");
        self.attribute("d", d);
        match fill {
            Some(fill) => {
                self.paint("fill", fill);
                self.attribute("fill-rule", "evenodd");
            }
            None => self.attribute("fill", "none"),
        }
        if let Some(stroke) = stroke {
            self.paint("stroke", stroke.color);
            self.number("stroke-width", stroke.width_px);
            if stroke.dash.is_round() {
                self.attribute("stroke-linecap", "round");
            }
            let lengths = stroke.dash.lengths_px();
            if !lengths.is_empty() {
                // Inkscape takes a space at the end for one more length.
                let mut before = " stroke-dasharray=\"";
                for length in lengths {
                    self.out.push_str(before);
                    number(&mut self.out, *length);
                    before = " ";
                }
                self.out.push('"');
            }
        }
        self.close();
    }

    /// Lines cut to an area.
    fn hatch(&mut self, path: &MapPath, camera: &Camera, hatch: Hatch) {
        let area = map_path_data(path, camera);
        if area.is_empty() {
            return;
        }
        let mut lines: Vec<Segment> = Vec::new();
        for [from, to] in hatch_lines(path.bounds, camera, hatch) {
            lines.extend([Segment::Move(from), Segment::Line(to)]);
        }
        let id = self.own_id(&format!("clip-{}", path.key));
        self.open("clipPath");
        self.attribute("id", &id);
        self.out.push_str("><path");
        self.attribute("d", &area);
        self.attribute("clip-rule", "evenodd");
        self.out.push_str("/></clipPath>\n<g");
        self.attribute("clip-path", &format!("url(#{id})"));
        self.out.push('>');
        self.path(&path_data(&lines), None, Some(Stroke::solid(hatch.color, hatch.width_px)));
        self.out.push_str("</g>\n");
    }

    fn text(
        &mut self,
        (at, anchor): (ScreenPoint, Anchor),
        angle_rad: f64,
        text: &str,
        font: Font,
        (color, halo): (Color, Color),
    ) {
        self.open("text");
        self.turned(at, angle_rad);
        self.number("y", font.size_px * TO_BASELINE);
        self.attribute("text-anchor", side(anchor));
        if self.right_to_left && anchor != Anchor::Middle {
            self.attribute("direction", "ltr");
        }
        self.font(font);
        if font.spacing_px != 0.0 {
            self.number("letter-spacing", font.spacing_px);
        }
        self.paint("fill", color);
        if halo.alpha > 0 {
            self.paint("stroke", halo);
            self.number("stroke-width", HALO_PX);
            self.attribute("paint-order", "stroke");
        }
        self.out.push('>');
        if self.right_to_left {
            self.out.push(RIGHT_TO_LEFT);
            self.escaped(text);
            self.out.push(END_OF_DIRECTION);
        } else {
            self.escaped(text);
        }
        self.out.push_str("</text>\n");
    }

    /// Two groups of clusters, the halos below: one would cover its neighbour.
    fn curved_text(&mut self, clusters: &[Cluster], font: Font, (color, halo): (Color, Color)) {
        for is_halo in [true, false] {
            self.open("g");
            self.attribute("text-anchor", "middle");
            self.font(font);
            if is_halo {
                self.paint("stroke", halo);
                self.number("stroke-width", HALO_PX);
                self.attribute("fill", "none");
                // What a screen reader needs to hear once.
                self.attribute("aria-hidden", "true");
            } else {
                self.paint("fill", color);
                let text: String = clusters.iter().map(|cluster| cluster.text.as_str()).collect();
                self.attribute("aria-label", &text);
            }
            self.out.push_str(">\n");
            for cluster in clusters {
                self.open("text");
                self.turned(cluster.at, cluster.angle_rad);
                self.number("y", font.size_px * TO_BASELINE);
                self.out.push('>');
                self.escaped(&cluster.text);
                self.out.push_str("</text>\n");
            }
            self.out.push_str("</g>\n");
        }
    }

    /// A place and a turn.
    fn turned(&mut self, at: ScreenPoint, angle_rad: f64) {
        self.out.push_str(" transform=\"translate(");
        number(&mut self.out, at.x);
        self.out.push(' ');
        number(&mut self.out, at.y);
        self.out.push(')');
        if angle_rad != 0.0 {
            self.out.push_str("rotate(");
            number(&mut self.out, angle_rad.to_degrees());
            self.out.push(')');
        }
        self.out.push('"');
    }

    /// How a text is set.
    fn font(&mut self, font: Font) {
        self.number("font-size", font.size_px);
        if font.strong {
            self.attribute("font-weight", "600");
        }
        if font.italic {
            self.attribute("font-style", "italic");
        }
    }

    fn element_with_text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.open(name);
        self.out.push('>');
        self.escaped(text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// Text that cannot be taken for markup. Characters that XML does not allow are left out.
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.out.push(c),
                '\u{fffe}' | '\u{ffff}' => {}
                _ if c < ' ' => {}
                _ => self.out.push(c),
            }
        }
    }
}
