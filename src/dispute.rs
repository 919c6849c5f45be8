//! What the panel says of disputed areas, in neutral sentences, from the map's own data.

use crate::compose::Atlas;
use crate::division::Owner;
use crate::geo::{AreaFeature, Claim, Side};
use crate::speech::{Said, primary};
use crate::worldview::WorldView;

/// Where the statements come from.
pub fn credit(atlas: &Atlas) -> Said {
    in_english(atlas, "Disputed areas and world views: Natural Earth".to_owned())
}

/// The sentences are put together in English, with the map's English names.
fn in_english(atlas: &Atlas, text: String) -> Said {
    let is_asked_for = primary(&atlas.model.speech.lang) == "en";
    Said { text, lang: (!is_asked_for).then(|| "en".to_owned()) }
}

/// Sentences on the area of a claim.
pub fn about_area(atlas: &Atlas, index: usize) -> Option<Vec<Said>> {
    let claim = atlas.base.claims.get(index)?;
    let (standing, _) = atlas.map.claims.get(index)?;
    let view = atlas.model.worldview.title();
    let drawn = match standing.owner {
        Owner::Country(country) => format!("drawn with {}", country_name(atlas, country)),
        Owner::Itself(_) => "drawn for itself".to_owned(),
    };
    let open = if standing.disputed {
        " and hatched: the map’s data names no agreed owner in this view"
    } else {
        ""
    };
    let mut sentences = vec![capitalised(&sides(atlas, claim))];
    sentences.push(format!("World view shown: {view}. In it the area is {drawn}{open}."));
    sentences.extend(views(atlas, &claim.area).map(|views| capitalised(&views)));
    Some(sentences.into_iter().map(|text| in_english(atlas, text)).collect())
}

/// Sentences on the disputes in which a country takes part.
pub fn about_country(atlas: &Atlas, index: usize) -> Vec<Said> {
    let Some(country) = atlas.base.countries.get(index) else { return Vec::new() };
    // Areas of the same sides are named together.
    let (mut open, mut settled) = (Groups::default(), Groups::default());
    for (claim, (standing, _)) in atlas.base.claims.iter().zip(&atlas.map.claims) {
        if !takes_part(claim, &country.id) {
            continue;
        }
        let name = &claim.area.label.name;
        let sides = sides(atlas, claim);
        match standing.owner {
            _ if standing.disputed => open.add(name, format!("({sides})")),
            Owner::Country(owner) => {
                settled.add(name, format!("with {} ({sides})", country_name(atlas, owner)));
            }
            Owner::Itself(_) => settled.add(name, format!("for itself ({sides})")),
        }
    }
    let mut sentences = Vec::new();
    sentences.extend(open.sentence("Disputed"));
    sentences.extend(settled.sentence("Drawn in this world view"));
    for other in &atlas.base.countries {
        let own = other.id == country.id;
        if (own || other.owners.iter().any(|(_, side)| is(side, &country.id)))
            && let Some(views) = views(atlas, other)
        {
            sentences.push(format!("World views differ: {} is {views}.", other.label.name));
        }
    }
    if !sentences.is_empty() {
        sentences.push(format!("World view shown: {}.", atlas.model.worldview.title()));
    }
    sentences.into_iter().map(|text| in_english(atlas, text)).collect()
}

/// Names by what is said of them, in the order of the map.
#[derive(Default)]
struct Groups(Vec<(String, Vec<String>)>);

impl Groups {
    fn add(&mut self, name: &str, said: String) {
        match self.0.iter_mut().find(|(known, _)| *known == said) {
            Some((_, names)) => names.push(name.to_owned()),
            None => self.0.push((said, vec![name.to_owned()])),
        }
    }

    fn sentence(self, start: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let parts = self.0.into_iter().map(|(said, names)| format!("{} {said}", listed(names)));
        Some(format!("{start}: {}.", parts.collect::<Vec<_>>().join("; ")))
    }
}

fn is(side: &Side, country: &str) -> bool {
    matches!(side, Side::Country(code) if code == country)
}

fn takes_part(claim: &Claim, country: &str) -> bool {
    claim.area.country.as_deref() == Some(country)
        || claim.administered_by.iter().chain(&claim.claimed_by).any(|side| is(side, country))
        || claim.area.owners.iter().any(|(_, side)| is(side, country))
}

/// "administered by India, claimed by Pakistan".
fn sides(atlas: &Atlas, claim: &Claim) -> String {
    let name = |side: &Side| match side {
        Side::Country(code) => name_of(atlas, code),
        Side::Itself => "itself".to_owned(),
    };
    let mut parts = Vec::new();
    parts.extend(claim.administered_by.as_ref().map(|side| match side {
        Side::Itself => "self-administered".to_owned(),
        side => format!("administered by {}", name(side)),
    }));
    if !claim.claimed_by.is_empty() {
        parts.push(format!("claimed by {}", listed(claim.claimed_by.iter().map(name).collect())));
    }
    if let Some(owner) = claim.area.owner_in(WorldView::Un) {
        parts.push(format!("counted with {} by the United Nations", name(owner)));
    }
    parts.join(", ")
}

/// "counted with India in the world views of Russia and India, with Pakistan in that of Pakistan".
fn views(atlas: &Atlas, area: &AreaFeature) -> Option<String> {
    let mut by_owner = Groups::default();
    // What the United Nations hold is said of the sides already.
    for (view, side) in area.owners.iter().filter(|(view, _)| *view != WorldView::Un) {
        let owner = match side {
            Side::Country(code) => format!("with {}", name_of(atlas, code)),
            Side::Itself => "for itself".to_owned(),
        };
        by_owner.add(view.title(), owner);
    }
    let mut clause = String::new();
    for (owner, views) in by_owner.0 {
        clause.push_str(if clause.is_empty() { "counted " } else { ", " });
        clause.push_str(&owner);
        clause.push_str(if views.len() == 1 { " in the view of " } else { " in the views of " });
        clause.push_str(&listed(views));
    }
    (!clause.is_empty()).then_some(clause)
}

fn country_name(atlas: &Atlas, index: usize) -> String {
    atlas.base.countries.get(index).map_or_else(String::new, |country| name_of(atlas, &country.id))
}

fn name_of(atlas: &Atlas, code: &str) -> String {
    let country = atlas.base.country(code);
    country.map_or_else(|| code.to_owned(), |country| country.label.name.clone())
}

/// "A, B and C".
fn listed(mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// A clause as a sentence.
fn capitalised(clause: &str) -> String {
    let mut chars = clause.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}
