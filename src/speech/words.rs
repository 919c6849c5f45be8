//! The map's own words. English is built in; other languages come as documents.

use crate::error::Problems;
use crate::json::{self, Node};

/// Makes the list of words: variant, key in the documents, English.
macro_rules! words {
    ($($variant:ident $key:literal $english:literal,)*) => {
        /// A word or sentence of the map's own. `{0}` is a place for another text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is its English")]
        pub enum Word { $($variant,)* }

        impl Word {
            /// All of them, with their keys and in English.
            pub const ALL: &[(Word, &str, &str)] = &[$((Word::$variant, $key, $english),)*];
        }
    };
}

words! {
    About "about" "about {0}",
    Almost "almost" "almost {0}",
    Over "over" "more than {0}",
    Under "under" "less than {0}",
    Rank "rank" "rank {0}",
    AmountNotGiven "amount_not_given" "amount not given",
    NoAmount "no_amount" "The source gives no amount for this flow.",
    Approximate "approximate" "approximate",
    PositionWithin "position_within" "The position is approximate, to within about {0}.",
    RouteSchematic "route_schematic" "The route is drawn schematically.",
    Paragraph "paragraph" "{0}, paragraph {1}",
    Endnote "endnote" "endnote {0}",
    Accessed "accessed" "accessed {0}",
    NotGiven "not_given" "not given",
    DifferentYears "different_years" "different years: {0} and {1}",
    DifferentPeriods "different_periods" "different periods: {0} and {1}",
    Partner "partner" "Partner",
    FlowWidth "flow_width" "Width of a flow",
    OneAmount "one_amount" "one amount, nothing to compare it with",
    OtherPeriod "other_period" "smaller amount, of another period: not to scale",
    Lines "lines" "Lines",
    OilPipeline "oil_pipeline" "Oil pipeline",
    GasPipeline "gas_pipeline" "Gas pipeline",
    Railway "railway" "Railway",
    SeaRoute "sea_route" "Sea route",
    Schematic "schematic" "{0} (schematic)",
    Operating "operating" "{0}, operating",
    Planned "planned" "{0}, planned",
    Idle "idle" "{0}, idle",
    Places "places" "Places",
    DryPort "dry_port" "Dry port",
    Base "base" "Base: as wide as its place is uncertain",
    Port "port" "Port",
    BorderCrossing "border_crossing" "Border crossing",
    FinanceCentre "finance_centre" "Financial centre",
    Field "field" "Oil or gas field",
    DisputedBorder "disputed_border" "Disputed border",
    DisputedArea "disputed_area" "Disputed area",
    AreaOfTheText "area_of_the_text" "Area that the text is about",
    North "north" "N",
}

/// The words of a language. One that a document does not have is said in English.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// By the order of [`Word::ALL`].
    texts: Vec<Option<String>>,
}

impl Words {
    /// A word in this language.
    pub fn get(&self, word: Word) -> &str {
        let own = self.texts.get(word as usize).and_then(Option::as_deref);
        let english = || Word::ALL.get(word as usize).map(|(_, _, english)| *english);
        own.or_else(english).unwrap_or_default()
    }

    /// Whether a word is there in this language.
    pub fn has(&self, word: Word) -> bool {
        self.texts.get(word as usize).is_some_and(Option::is_some)
    }

    /// Reads the member `map` of a document of words: an object of key and text.
    ///
    /// # Errors
    /// When it is not JSON, or a word is not a text.
    pub fn read(document: &[u8]) -> Result<Self, Problems> {
        let document = json::parse(document)?;
        let mut problems = Problems::default();
        let map = Node::root(&document)
            .dictionary(&mut problems)
            .and_then(|root| root.required("map", &mut problems)?.dictionary(&mut problems));
        let texts = map.map(|map| {
            let mut text = |key: &str| map.optional_text(key, &mut problems);
            Word::ALL.iter().map(|(_, key, _)| text(key)).collect()
        });
        problems.into_result(texts.map(|texts| Self { texts }))
    }
}
