//! Flows, and the signs of partners that are off the map.

use super::captions::Pending;
use super::ways::{Stop, Way, ways};
use super::{Caption, Composer, groups, sites};
use crate::brief::Hue;
use crate::format;
use crate::layout::flows::{Curve, FlowCurve, FlowEnds, FlowNode, Screen, head_px, lay_out};
use crate::layout::frame::{great_circle_km, sign_position, step_towards};
use crate::layout::labels::{Candidate, Rank, is_short, legible};
use crate::layout::symbols;
use crate::layout::widths::Width;
use crate::model::End;
use crate::scene::{Dash, Font, Item, Segment, Stroke, Target};
use crate::sorted::SortedMap;
use crate::speech::Word;
use crate::view::{Bounds, ScreenPoint};

/// What was drawn of the flows, to be labelled when other symbols have taken their place too.
pub(super) struct Relations {
    curves: Vec<FlowCurve>,
    nodes: SortedMap<Stop, Node>,
    labelled: usize,
}

/// Flows laid out, and what they keep clear of.
pub(super) struct Layout {
    /// What the numbers of the flows' nodes stand for, and then what is no flow's node.
    pub clear_of: Vec<FlowNode>,
    /// The flows, the lowest first.
    pub curves: Vec<FlowCurve>,
    nodes: SortedMap<Stop, Node>,
    /// The number that the last way with a label has.
    labelled: usize,
}

/// Lays flows out between their ends, and sets the signs of partners off the map.
pub(super) fn lay_out_flows(c: &mut Composer) -> Layout {
    let ways = ways(c);
    c.hide_places(&ways);
    let nodes = nodes(c, &ways);
    let numbers: SortedMap<Stop, usize> =
        nodes.keys().enumerate().map(|(number, end)| (*end, number)).collect();
    let mut clear_of: Vec<FlowNode> = nodes.values().map(Node::clear_of).collect();
    clear_of
        .extend(sites::keep_clear(c, |place| !nodes.contains_key(&Stop::End(End::Place(place)))));
    let mut ends = Vec::new();
    for way in &ways {
        let (Some(from), Some(to)) = (nodes.get(&way.from), nodes.get(&way.to)) else { continue };
        if from.off_map && to.off_map {
            continue;
        }
        ends.push(FlowEnds {
            flow: way.number,
            from_node: numbers.get(&way.from).copied().unwrap_or_default(),
            to_node: numbers.get(&way.to).copied().unwrap_or_default(),
            width: way.width,
            two_way: way.two_way,
        });
    }
    let camera = c.view.camera;
    let covers = &c.view.obstacles;
    let screen = Screen { width_px: camera.width_px, height_px: camera.height_px, covers };
    // What the lens is not about lies below, whatever its width.
    let (mut curves, loud): (Vec<FlowCurve>, Vec<FlowCurve>) = lay_out(&clear_of, &ends, &screen)
        .into_iter()
        .partition(|curve| c.is_quiet(c.target_of(curve.flow)));
    curves.extend(loud);
    Layout { clear_of, curves, nodes, labelled: last_labelled(c, &ways) }
}

/// Of sums only the largest have their amounts beside them: all of them would hide the map.
fn last_labelled(c: &Composer, ways: &[Way]) -> usize {
    const PX2_A_LABEL: f64 = 60_000.0;
    if c.sums.is_none() {
        return usize::MAX;
    }
    let camera = &c.view.camera;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let room = (camera.width_px * camera.height_px / PX2_A_LABEL) as usize;
    ways.iter().take(room).next_back().map_or(0, |way| way.number)
}

/// Draws flows, their ends, and the signs of partners off the map.
pub(super) fn draw(c: &mut Composer) -> Relations {
    let Layout { curves, nodes, labelled, .. } = lay_out_flows(c);
    for curve in &curves {
        draw_flow(c, curve);
        // Labels keep clear of the flows themselves.
        for at in curve.curve.samples::<41>() {
            let width = curve.width.px().max(2.0);
            let part = Bounds::of_size(at.x, at.y, 0.0, 0.0).grown(width / 2.0);
            c.placer.mark_busy(part);
        }
    }
    draw_nodes(c, &nodes);
    Relations { curves, nodes, labelled }
}

impl Relations {
    /// Lists the labels of flows: amounts, and of the other flows that the source gives none; and the
    /// names of groups.
    pub(super) fn label(&self, c: &mut Composer) {
        for curve in self.curves.iter().filter(|curve| curve.flow <= self.labelled) {
            label_flow(c, curve);
        }
        for (stop, node) in self.nodes.iter().filter(|(_, node)| !node.off_map) {
            if let Stop::Group(group) = *stop {
                groups::name(c, group, node.at);
            }
        }
    }

    /// The countries at the ends of flows: index, and where their node is; nothing for those that
    /// have a sign at the edge.
    pub(super) fn ends(&self, c: &Composer) -> Vec<(usize, Option<ScreenPoint>)> {
        let of = |(stop, node): (&Stop, &Node)| {
            // An end far off, of a flow that is not drawn, has no sign.
            if node.off_map && !node.signed {
                return None;
            }
            let (end, named) = match *stop {
                Stop::End(end) => (end, node.signed),
                // Its name is that of the group.
                Stop::Group(group) => (c.sums?.group(group)?.2.leader, true),
            };
            match (end, c.country_of(end)) {
                (End::Actor(_), Some(Target::Country(country))) => {
                    Some((country, (!named).then_some(node.at)))
                }
                _ => None,
            }
        };
        self.nodes.iter().filter_map(of).collect()
    }
}

/// An end of flows on the screen.
struct Node {
    at: ScreenPoint,
    off_map: bool,
    /// What it takes on the screen: of a place its symbol, of a partner off the map its sign.
    kept_clear: Option<FlowNode>,
    /// Whether it has a sign at the map's edge.
    signed: bool,
}

impl Node {
    const RADIUS_PX: f64 = 4.0;

    /// What flows that end elsewhere keep clear of.
    fn clear_of(&self) -> FlowNode {
        const EDGE_PX: f64 = 1.0;
        self.kept_clear.unwrap_or_else(|| FlowNode::disc(self.at, Self::RADIUS_PX + EDGE_PX))
    }
}

/// Where every end of a visible flow stands. Ends off the map get a sign at its edge.
fn nodes(c: &mut Composer, ways: &[Way]) -> SortedMap<Stop, Node> {
    let camera = c.view.camera;
    let mut nodes = SortedMap::new();
    let mut away: SortedMap<Stop, Stop> = SortedMap::new();
    for way in ways {
        for (end, other) in [(way.from, way.to), (way.to, way.from)] {
            let at = c.stop_at(end);
            if c.is_near(at) {
                let kept_clear = match end {
                    Stop::End(End::Place(place)) => sites::kept_clear(c, place),
                    Stop::End(End::Actor(_)) => None,
                    Stop::Group(group) => groups::kept_clear(c, group, at),
                };
                nodes.insert(end, Node { at, off_map: false, kept_clear, signed: false });
            } else if c.is_near(c.stop_at(other)) {
                away.insert_new(end, other);
            } else {
                let node = Node { at, off_map: true, kept_clear: None, signed: false };
                nodes.insert_new(end, node);
            }
        }
    }
    // Signs leave room round the nodes for arrowheads, and none lies over a symbol.
    const ROOM_SHARE: f64 = 0.15;
    let room_px = ROOM_SHARE * camera.width_px.min(camera.height_px);
    let here = nodes.values().filter(|node| !node.off_map);
    let mut kept_free: Vec<Bounds> =
        here.map(|node| node.clear_of().bounds().grown(room_px)).collect();
    kept_free.extend(sites::no_signs(c));
    for (end, other) in away.iter() {
        let sign = sign(c, *end, *other, &kept_free);
        let at = sign.middle();
        nodes.insert(*end, Node { at, off_map: true, kept_clear: Some(sign), signed: true });
    }
    nodes
}

/// Writes the sign of a partner off the map.
fn sign(c: &mut Composer, end: Stop, other: Stop, kept_free: &[Bounds]) -> FlowNode {
    const STEP_RAD: f64 = 0.05;
    let model = &c.atlas.model;
    let camera = c.view.camera;
    let projection = &c.atlas.map.projection;
    let (here, there) = (model.end_position(c.end_of(other)), model.end_position(c.end_of(end)));
    let origin = camera.to_screen(projection.forward(here));
    let step = camera.to_screen(projection.forward(step_towards(here, there, STEP_RAD)));
    let length = origin.distance(step).max(1e-9);
    let direction = ((step.x - origin.x) / length, (step.y - origin.y) / length);
    let name = match end {
        Stop::End(end) => legible(&model.end_name(end)),
        Stop::Group(group) => legible(&groups::title(c.atlas, group)),
    };
    // A distance to the middle of a country that is partly in sight would mislead, as would one to a
    // group.
    let in_sight = match end {
        Stop::End(end) => c.is_in_sight(end),
        Stop::Group(_) => true,
    };
    let km = great_circle_km(here, there);
    let distance = if in_sight { String::new() } else { format::distance_km(&model.speech, km) };
    let (name_font, distance_font) = (Font::plain(12.0).strong(), Font::plain(12.0));
    let arrow_px = 12.0;
    let (name_width, name_height) = c.size(&name, name_font);
    let (distance_width, distance_height) = c.size(&distance, distance_font);
    let size =
        (name_width.max(distance_width) + arrow_px + 6.0, name_height + distance_height + 2.0);
    const FRAME_PX: f64 = 8.0;
    let frame = Bounds::of_size(0.0, 0.0, camera.width_px, camera.height_px).grown(-FRAME_PX);
    let at = sign_position(frame, origin, direction, size, c.placer.taken(), kept_free);
    let sign = Bounds::of_size(at.x - size.0 / 2.0, at.y - size.1 / 2.0, size.0, size.1);
    c.placer.take(sign);
    let text_x = at.x + arrow_px / 2.0;
    let (text, secondary) = (c.atlas.theme.text, c.atlas.theme.secondary_text);
    let target = match end {
        Stop::End(end) => c.country_of(end),
        Stop::Group(group) => Some(Target::Group(group)),
    };
    let name = Caption { text: &name, font: name_font, color: text, target };
    c.write(&name, ScreenPoint::new(text_x, at.y - distance_height / 2.0));
    let distance = Caption { text: &distance, font: distance_font, color: secondary, target };
    c.write(&distance, ScreenPoint::new(text_x, at.y + name_height / 2.0));
    let arrow = ScreenPoint::new(at.x - size.0 / 2.0 + arrow_px / 2.0, at.y);
    let tip = arrow.offset(direction.0 * arrow_px / 2.0, direction.1 * arrow_px / 2.0);
    c.items.push(Item::Shape {
        target,
        outline: symbols::arrowhead(tip, direction, arrow_px, arrow_px * 0.8),
        fill: Some(secondary),
        stroke: None,
    });
    FlowNode { core: sign, reach_px: 0.0 }
}

fn draw_nodes(c: &mut Composer, nodes: &SortedMap<Stop, Node>) {
    for (stop, node) in nodes.iter().filter(|(_, node)| !node.off_map) {
        let (index, end) = match *stop {
            Stop::End(end @ End::Actor(index)) => (index, end),
            Stop::End(End::Place(_)) => continue,
            Stop::Group(group) => {
                groups::draw(c, group, node.at);
                continue;
            }
        };
        let hue = c.atlas.theme.hue(c.atlas.model.actor_hue(index));
        c.items.push(Item::Shape {
            target: c.country_of(end),
            outline: symbols::disc(node.at, Node::RADIUS_PX),
            fill: Some(c.atlas.theme.focus),
            stroke: Some(Stroke::solid(hue, 2.0)),
        });
        let part = Bounds::of_size(node.at.x, node.at.y, 0.0, 0.0).grown(Node::RADIUS_PX + 2.0);
        c.placer.take(part);
    }
}

fn draw_flow(c: &mut Composer, flow: &FlowCurve) {
    let Some(hue) = hue(c, flow.flow) else { return };
    let target = c.target_of(flow.flow);
    let lit = c.is_lit(target);
    let color = c.atlas.theme.hue(hue);
    let color = if lit { color } else { color.with_alpha(c.atlas.theme.flow_alpha) };
    let ground = c.atlas.theme.halo;
    let length = flow.curve.length().max(1.0);
    let (head_length, head_width) = head_px(flow.width);
    // Heads never take more than the flow has.
    let head_length = head_length.min(length * 0.3);
    let not_given = flow.width == Width::NotGiven;
    let head_t = head_length / length;
    let inset = if not_given { 0.0 } else { head_t * 0.9 };
    let t0 = if flow.two_way { inset } else { 0.0 };
    let body = flow.curve.part(t0, 1.0 - inset);
    let outline = vec![Segment::Move(body.start), Segment::Quad(body.control, body.end)];
    let px = flow.width.px();
    let edge = Stroke::solid(ground, px + if lit { 4.0 } else { 2.0 });
    c.items.push(Item::Shape {
        target: None,
        outline: outline.clone(),
        fill: None,
        stroke: Some(edge),
    });
    let dash = if not_given { Dash::Dotted } else { Dash::Solid };
    let stroke = Stroke { color, width_px: px, dash };
    c.items.push(Item::Shape { target: Some(target), outline, fill: None, stroke: Some(stroke) });
    let mut head = |tip: ScreenPoint, base: ScreenPoint| {
        let size = tip.distance(base).max(1e-9);
        let direction = ((tip.x - base.x) / size, (tip.y - base.y) / size);
        c.items.push(if not_given {
            Item::Shape {
                target: Some(target),
                outline: symbols::open_arrowhead(tip, direction, head_length, head_width),
                fill: None,
                stroke: Some(Stroke::solid(color, px)),
            }
        } else {
            Item::Shape {
                target: Some(target),
                outline: symbols::arrowhead(tip, direction, head_length, head_width),
                fill: Some(color),
                stroke: Some(Stroke::solid(ground, 1.0)),
            }
        });
    };
    head(flow.curve.end, flow.curve.at(1.0 - head_t));
    if flow.two_way {
        head(flow.curve.start, flow.curve.at(head_t));
    }
}

/// The colour of a way.
fn hue(c: &Composer, number: usize) -> Option<Hue> {
    match c.sums {
        Some(sums) => sums.lane(number).map(|(_, _, lane)| lane.hue),
        None => c.atlas.model.flows.get(number).map(|flow| flow.hue),
    }
}

/// What a single flow's label says: its layer, its amount and its period.
fn said_of_flow(c: &Composer, flow: usize, width: Width) -> Option<(String, String, String)> {
    let model = &c.atlas.model;
    let relation = model.flows.get(flow)?;
    let fact = model.facts.get(relation.fact)?;
    let layer = model.layers.get(relation.layer).map_or("", |layer| &*layer.title);
    let amount = match width {
        Width::NotGiven => model.speech.word(Word::AmountNotGiven).to_owned(),
        _ => format::qualified_value(model, fact).unwrap_or_default(),
    };
    let period = fact.period.as_ref().map(|p| format!(" · {}", format::period(&model.speech, p)));
    let period = period.filter(|_| width != Width::NotGiven).unwrap_or_default();
    Some((layer.to_owned(), amount, period))
}

fn label_flow(c: &mut Composer, flow: &FlowCurve) {
    let target = c.target_of(flow.flow);
    let said = match target {
        Target::Flow(single) => said_of_flow(c, single, flow.width),
        _ => groups::said_of_sum(c.atlas, flow.flow),
    };
    let Some((layer, amount, period)) = said else { return };
    let font = Font::plain(12.0);
    let (color, target) = (c.atlas.theme.text, Some(target));
    let mut label = match flow.width {
        Width::NotGiven => Pending::new(Rank::NotGiven, color, target),
        _ => Pending::new(Rank::Amount, color, target).across(Rank::AmountAcross),
    };
    // A shorter text clear of the flows is better than a longer one across them.
    let texts = [format!("{layer}: {amount}{period}"), format!("{amount}{period}")];
    // A value that is cut would be another one.
    for text in texts.into_iter().filter(|text| is_short(text)) {
        label.say(c, &text, font, &|size| beside(&flow.curve, flow.width.px(), size));
    }
    c.list(label);
}

/// Candidates for a text beside a curve, its outer side and its middle first; turned with the
/// curve where that is not steep, else level.
fn beside(curve: &Curve, width_px: f64, size_px: (f64, f64)) -> Vec<Candidate> {
    const GAP_PX: f64 = 3.0;
    let chord_middle = curve.start.towards(curve.end, 0.5);
    let (nx, ny) = curve.normal(0.5);
    let middle = curve.at(0.5);
    let bulge = (middle.x - chord_middle.x) * nx + (middle.y - chord_middle.y) * ny;
    let outer = if bulge >= 0.0 { 1.0 } else { -1.0 };
    const STEEPEST_RAD: f64 = 0.8;
    const COST_OF_STEP: f64 = 0.7;
    let mut candidates = Vec::new();
    let mut cost = 0.0;
    for side in [outer, -outer] {
        for t in [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8] {
            let (nx, ny) = curve.normal(t);
            // The normal of a way to the right points up.
            let mut angle_rad = libm::atan2(nx, -ny);
            if angle_rad > std::f64::consts::FRAC_PI_2 {
                angle_rad -= std::f64::consts::PI;
            } else if angle_rad < -std::f64::consts::FRAC_PI_2 {
                angle_rad += std::f64::consts::PI;
            }
            let turned = angle_rad.abs() <= STEEPEST_RAD;
            let half = if turned {
                size_px.1 / 2.0
            } else {
                (nx * size_px.0 / 2.0).abs() + (ny * size_px.1 / 2.0).abs()
            };
            let distance = half + width_px / 2.0 + GAP_PX;
            let at = curve.at(t).offset(nx * side * distance, ny * side * distance);
            candidates.push(Candidate::turned(at, if turned { angle_rad } else { 0.0 }, cost));
            cost += COST_OF_STEP;
        }
    }
    candidates
}

impl Composer<'_> {
    /// Keeps places that are ends of flows from being drawn, but for those where ways end.
    fn hide_places(&mut self, ways: &[Way]) {
        let Some(sums) = self.sums else { return };
        self.hidden = vec![false; self.atlas.model.places.len()];
        let mut hide = |end: End, hidden: bool| {
            if let End::Place(place) = end
                && let Some(place) = self.hidden.get_mut(place)
            {
                *place = hidden;
            }
        };
        sums.ends.iter().for_each(|end| hide(*end, true));
        for stop in ways.iter().flat_map(|way| [way.from, way.to]) {
            if let Stop::End(end) = stop {
                hide(end, false);
            }
        }
    }

    /// An end, or the one that a group is called after.
    fn end_of(&self, stop: Stop) -> End {
        match stop {
            Stop::End(end) => end,
            Stop::Group(group) => {
                let group = self.sums.and_then(|sums| sums.group(group));
                group.map_or(End::Actor(usize::MAX), |(_, _, group)| group.leader)
            }
        }
    }

    /// Where a way ends on the screen.
    fn stop_at(&self, stop: Stop) -> ScreenPoint {
        let position = self.atlas.model.end_position(self.end_of(stop));
        self.view.camera.to_screen(self.atlas.map.projection.forward(position))
    }

    /// Whether a part of an actor's country is on the screen.
    fn is_in_sight(&self, end: End) -> bool {
        let visible = self.view.camera.visible();
        let Some(Target::Country(index)) = self.country_of(end) else { return false };
        let shape = self.map.countries.get(index).map(|(_, shape)| shape);
        let near = shape.filter(|shape| shape.may_overlap(&visible));
        near.is_some_and(|path| {
            path.runs_about(visible).flatten().any(|p| visible.contains(p.x, p.y))
        })
    }

    /// What a click on an end's sign or name selects.
    fn country_of(&self, end: End) -> Option<Target> {
        match end {
            End::Place(index) => Some(Target::Place(index)),
            End::Actor(index) => {
                let id = &self.atlas.model.actors.get(index)?.id;
                let countries = &self.map.countries;
                countries.iter().position(|(country, _)| country == id).map(Target::Country)
            }
        }
    }
}
