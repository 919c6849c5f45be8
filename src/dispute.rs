//! What the panel says of disputed areas, in neutral sentences, from the map's own data.
//!
//! Names stand in their basic form: the words of a language are made so that none has to be
//! inflected.

use crate::compose::Atlas;
use crate::division::Owner;
use crate::geo::{AreaFeature, Claim, Label, Side};
use crate::speech::{Said, Speech, Word, push_capital};
use crate::worldview::WorldView;

/// Where the statements come from.
pub fn credit(atlas: &Atlas) -> Said {
    atlas.model.speech.say(Word::DisputeCredit, &[])
}

/// Sentences on the area of a claim.
pub fn about_area(atlas: &Atlas, index: usize) -> Option<Vec<Said>> {
    let teller = Teller::new(atlas);
    let claim = atlas.base.claims.get(index)?;
    let standing = atlas.map.standing(index)?;
    let view = teller.view(atlas.model.worldview);
    let mut sentences = vec![teller.sentence(&teller.sides(claim))];
    sentences.push(match standing.owner {
        Owner::Country(owner) => {
            teller.speech.sentence(Word::AreaDrawnWith, &[view, &teller.owner(owner)])
        }
        Owner::Itself(_) => teller.speech.sentence(Word::AreaDrawnAlone, &[view]),
    });
    if standing.disputed {
        sentences.push(teller.speech.word(Word::AreaHatched).to_owned());
    }
    sentences.extend(teller.views(&claim.area).map(|views| teller.sentence(&views)));
    Some(teller.told(sentences))
}

/// Sentences on the disputes in which a country takes part.
pub fn about_country(atlas: &Atlas, index: usize) -> Vec<Said> {
    let Some(country) = atlas.base.countries.get(index) else { return Vec::new() };
    let teller = Teller::new(atlas);
    let speech = &teller.speech;
    // Areas of the same sides are named together.
    let (mut open, mut settled) = (Groups::default(), Groups::default());
    for (index, claim) in atlas.base.claims.iter().enumerate() {
        let Some(standing) = atlas.map.standing(index).filter(|_| takes_part(claim, &country.id))
        else {
            continue;
        };
        let name = teller.name(&claim.area.label);
        let sides = teller.sides(claim);
        match standing.owner {
            _ if standing.disputed => open.add(sides, name),
            Owner::Country(owner) => settled.add((Some(owner), sides), name),
            Owner::Itself(_) => settled.add((None, sides), name),
        }
    }
    let mut sentences = Vec::new();
    let open: Vec<String> = open
        .names(speech)
        .map(|(sides, names)| speech.sentence(Word::Bracketed, &[&names, sides]))
        .collect();
    let settled: Vec<String> = settled
        .names(speech)
        .map(|((owner, sides), names)| {
            let drawn = match owner {
                Some(owner) => speech.sentence(Word::DrawnWith, &[&names, &teller.owner(*owner)]),
                None => speech.sentence(Word::DrawnAlone, &[&names]),
            };
            speech.sentence(Word::Bracketed, &[&drawn, sides])
        })
        .collect();
    for (word, groups) in [(Word::DisputedList, open), (Word::DrawnList, settled)] {
        if !groups.is_empty() {
            sentences.push(speech.sentence(word, &[&speech.groups(&groups)]));
        }
    }
    for other in &atlas.base.countries {
        let own = other.id == country.id;
        if (own || other.owners.iter().any(|(_, side)| is(side, &country.id)))
            && let Some(views) = teller.views(other)
        {
            let name = teller.name(&other.label);
            sentences.push(speech.sentence(Word::ViewsDiffer, &[&name, &views]));
        }
    }
    if !sentences.is_empty() {
        let view = teller.view(atlas.model.worldview);
        sentences.push(speech.sentence(Word::ViewShown, &[view]));
    }
    teller.told(sentences)
}

/// Names by what is said of them, in the order of the map.
struct Groups<K>(Vec<(K, Vec<String>)>);

impl<K> Default for Groups<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Groups<K> {
    fn add(&mut self, said: K, name: String) {
        match self.0.iter_mut().find(|(known, _)| *known == said) {
            Some((_, names)) => names.push(name),
            None => self.0.push((said, vec![name])),
        }
    }

    fn names(&self, speech: &Speech) -> impl Iterator<Item = (&K, String)> {
        self.0.iter().map(|(said, names)| (said, speech.names_and(names)))
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

/// Makes clauses out of the map's data, all in one language.
struct Teller<'a> {
    atlas: &'a Atlas,
    speech: Speech,
    /// The language, where it is not the one asked for.
    lang: Option<String>,
}

impl<'a> Teller<'a> {
    /// Speaks English, the names too, where the words of the language asked for are not there.
    fn new(atlas: &'a Atlas) -> Self {
        let asked_for = &atlas.model.speech;
        if asked_for.has(Word::AdministeredBy) {
            return Self { atlas, speech: asked_for.clone(), lang: None };
        }
        let speech = Speech::default();
        Self { atlas, lang: Some(speech.lang.clone()), speech }
    }

    fn told(&self, sentences: Vec<String>) -> Vec<Said> {
        sentences.into_iter().map(|text| Said { text, lang: self.lang.clone() }).collect()
    }

    /// A clause as a sentence.
    fn sentence(&self, clause: &str) -> String {
        let mut chars = clause.chars();
        let mut text = String::new();
        if let Some(first) = chars.next() {
            push_capital(&mut text, first);
        }
        text.push_str(chars.as_str());
        self.speech.sentence(Word::Sentence, &[&text])
    }

    fn view(&self, view: WorldView) -> &str {
        self.speech.word(view.word())
    }

    fn name(&self, label: &Label) -> String {
        label.said(&self.speech.lang).text
    }

    fn country(&self, code: &str) -> String {
        let country = self.atlas.base.country(code);
        country.map_or_else(|| code.to_owned(), |country| self.name(&country.label))
    }

    fn owner(&self, index: usize) -> String {
        let country = self.atlas.base.countries.get(index);
        country.map_or_else(String::new, |country| self.name(&country.label))
    }

    fn side(&self, side: &Side) -> String {
        match side {
            Side::Country(code) => self.country(code),
            Side::Itself => self.speech.word(Word::AreaItself).to_owned(),
        }
    }

    /// "administered by India, claimed by Pakistan".
    fn sides(&self, claim: &Claim) -> String {
        let speech = &self.speech;
        let mut parts = Vec::new();
        parts.extend(claim.administered_by.as_ref().map(|side| match side {
            Side::Itself => speech.word(Word::SelfAdministered).to_owned(),
            side => speech.sentence(Word::AdministeredBy, &[&self.side(side)]),
        }));
        if !claim.claimed_by.is_empty() {
            let names: Vec<String> = claim.claimed_by.iter().map(|side| self.side(side)).collect();
            parts.push(speech.sentence(Word::ClaimedBy, &[&speech.names_and(&names)]));
        }
        if let Some(owner) = claim.area.owner_in(WorldView::Un) {
            parts.push(speech.sentence(Word::UnitedNationsCount, &[&self.side(owner)]));
        }
        speech.clauses(&parts)
    }

    /// "counted with India in the view of Russia and India, with Pakistan in the view of Pakistan".
    fn views(&self, area: &AreaFeature) -> Option<String> {
        let speech = &self.speech;
        let mut by_owner = Groups::default();
        // What the United Nations hold is said of the sides already.
        for (view, side) in area.owners.iter().filter(|(view, _)| *view != WorldView::Un) {
            by_owner.add(side, self.view(*view).to_owned());
        }
        let parts: Vec<String> = by_owner
            .names(speech)
            .map(|(side, views)| match side {
                Side::Itself => speech.sentence(Word::AloneInView, &[&views]),
                side => speech.sentence(Word::WithInView, &[&self.side(side), &views]),
            })
            .collect();
        let told = !parts.is_empty();
        told.then(|| speech.sentence(Word::Counted, &[&speech.clauses(&parts)]))
    }
}
