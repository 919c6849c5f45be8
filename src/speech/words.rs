//! The map's own words. English is built in; other languages come as documents.

use crate::error::Problems;
use crate::json::{self, Node};
use crate::limits::InputLimits;

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
    NameComma "name_comma" ", ",
    ClauseComma "clause_comma" ", ",
    Semicolon "semicolon" "; ",
    LastOfSeveral "last_of_several" "{0} and {1}",
    Sentence "sentence" "{0}.",
    Bracketed "bracketed" "{0} ({1})",
    Labelled "labelled" "{0}: {1}",
    AdministeredBy "administered_by" "administered by {0}",
    SelfAdministered "self_administered" "self-administered",
    ClaimedBy "claimed_by" "claimed by {0}",
    AreaItself "area_itself" "itself",
    UnitedNationsCount "united_nations_count" "counted with {0} by the United Nations",
    Counted "counted" "counted {0}",
    WithInView "with_in_view" "with {0} in the view of {1}",
    AloneInView "alone_in_view" "for itself in the view of {0}",
    AreaDrawnWith "area_drawn_with" "World view shown: {0}. In it the area is drawn with {1}.",
    AreaDrawnAlone "area_drawn_alone" "World view shown: {0}. In it the area is drawn for itself.",
    AreaHatched "area_hatched" "It is hatched: the map’s data names no agreed owner in this view.",
    DisputedList "disputed_list" "Disputed: {0}.",
    DrawnList "drawn_list" "Drawn in this world view: {0}.",
    DrawnWith "drawn_with" "{0} with {1}",
    DrawnAlone "drawn_alone" "{0} for itself",
    ViewsDiffer "views_differ" "World views differ: {0} is {1}.",
    ViewShown "view_shown" "World view shown: {0}.",
    DisputeCredit "dispute_credit" "Disputed areas and world views: Natural Earth",
    ViewUn "view_un" "United Nations",
    ViewDeFacto "view_de_facto" "de facto administration",
    ViewIso "view_iso" "ISO 3166",
    ViewRussia "view_russia" "Russia",
    ViewChina "view_china" "China",
    ViewIndia "view_india" "India",
    ViewPakistan "view_pakistan" "Pakistan",
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
    AndMore "and_more" "{0} and {1} more",
    OneFlow "one_flow" "1 flow",
    FlowCount "flow_count" "{0} flows",
    SumOf "sum_of" "{0} in {1}",
    LargestListed "largest_listed" "The {0} largest flows are listed; {1} more are in the table.",
    GroupOf "group_of" "{0} countries or places, drawn as one at this scale",
    WithinGroup "within_group" "Flows among them are not drawn: {0}.",
    ManyFlows "many_flows" "Many flows",
    WidthsAreSums "widths_are_sums" "Widths show sums of flows from one group to another",
    NoSum "no_sum" "without an amount that adds up",
    SeveralPartners "several_partners" "several, or none of them",
    GroupDisc "group_disc" "Group, with how many countries or places are in it",
    FlowsDrawn "flows_drawn" "Drawn, the largest in view: {0} of {1} flows",
    FlowsWithin "flows_within" "Not drawn, within a group: {0}",
    InView "in_view" "In view: {0}.",
    NothingInView "nothing_in_view" "No flow, place or line is in view.",
    FlowsCounted "flows_counted" "{0} flow|{0} flows",
    PlacesCounted "places_counted" "{0} place|{0} places",
    LinesCounted "lines_counted" "{0} line|{0} lines",
    LensShown "lens_shown" "Point of view: {0}.",
    LayersShown "layers_shown" "Layers shown: {0}.",
    NoLayerShown "no_layer_shown" "No layer is shown.",
    LargestAndSmallest "largest_and_smallest" "{0}: the largest is {1}; the smallest is {2}.",
    NoneCompared "none_compared" "No two amounts in view share measure, unit and period, so none is called the largest.",
    WithoutAmount "without_amount" "Without an amount: {0}.",
    FromTo "from_to" "{0} to {1}",
    BothWays "both_ways" "{0} in both directions",
    FocusOfMap "focus_of_map" "the country that the map is about",
    RegionOfMap "region_of_map" "of its region",
    NearBorder "near_border" "near the border of {0}",
    Countries "countries" "Countries",
    Flows "flows" "Flows",
    Areas "areas" "Areas",
    ListedAt "listed_at" "{0}, {1} of {2}.",
    NothingThere "nothing_there" "Nothing more there.",
    ScaleSaid "scale_said" "The scale bar stands for {0}.",
    NorthUp "north_up" "North is at the top.",
    NorthLeft "north_left" "North is {0}° to the left of the top.",
    NorthRight "north_right" "North is {0}° to the right of the top.",
    FlowsLeftOut "flows_left_out" "Not drawn, too small, too short or out of view: {0}",
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
        InputLimits::default().check_bytes(document)?;
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
