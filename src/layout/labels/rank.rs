//! One order of weight for all labels.

/// What a label is to the map, the weightiest first. A label never gives way to one that comes
/// after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Amounts beside their flows: they are what the map is for, and have the fewest places.
    Amount,
    /// The country that the brief is about, and the sites in bold: what the first glance seeks.
    Focus,
    /// The other ends of flows: an arrow wants to know whither.
    Partner,
    /// Amounts that found no place clear of the flows: across one is better than not at all.
    AmountAcross,
    /// Cities of the brief.
    City,
    /// Areas of the brief.
    Area,
    /// The other countries of the brief: their land leaves little choice.
    BriefCountry,
    /// "Amount not given": says that there is nothing to say.
    NotGiven,
    /// Ports, fields and crossings of the brief; many, and known by their symbols.
    Site,
    /// Seas and great lakes: they orient.
    Sea,
    /// Capitals of countries that take part.
    Capital,
    /// Names of pipelines and railways: the panel has them too.
    Line,
    /// Countries that do not take part.
    OtherCountry,
    /// Lakes.
    Lake,
    /// Rivers.
    River,
    /// Other towns.
    Town,
}

impl Rank {
    /// What a place may cost at most, as [`super::Busy`] counts; what the map is not about is
    /// rather not named than struck through.
    pub fn most_cost(self) -> f64 {
        match self {
            Rank::Line => 24.0,
            Rank::Sea | Rank::River => 6.0,
            Rank::Lake => 4.0,
            Rank::OtherCountry | Rank::Town => 14.0,
            _ => f64::INFINITY,
        }
    }
}
