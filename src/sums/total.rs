//! Sums of amounts that come out as in decimal arithmetic.

use crate::brief::Qualifier;

/// What some flows of one kind come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The sum, in units of the last decimal of its scale: see [`super::Scale::value`].
    pub units: u64,
    /// How the sum is to be read: as the one summand that is not exact, about if they differ.
    pub qualifier: Qualifier,
    /// How many flows' amounts are in the sum.
    pub added: u32,
    /// How many flows stand beside it: the source gives no amount for them, or none that adds up.
    pub beside: u32,
    /// Whether it may be added to others: a share of a hundred may not, nor an amount that stands
    /// behind several flows.
    pub adds_up: bool,
}

impl Total {
    /// Of no flow.
    pub const NONE: Self =
        Self { units: 0, qualifier: Qualifier::Exact, added: 0, beside: 0, adds_up: true };

    /// How many flows it is of.
    pub fn flows(&self) -> u32 {
        self.added + self.beside
    }

    /// Both together. What does not add up is counted beside the sum from then on.
    pub fn and(self, other: Self) -> Self {
        let (a, b) = (self.as_summand(), other.as_summand());
        Self {
            units: a.units + b.units,
            qualifier: both(a.qualifier, b.qualifier),
            added: a.added + b.added,
            beside: a.beside + b.beside,
            adds_up: true,
        }
    }

    fn as_summand(self) -> Self {
        if self.adds_up { self } else { Self { beside: self.flows(), ..Self::NONE } }
    }
}

/// How a sum of two amounts is to be read. More than one and more than another is more than both;
/// of different kinds only "about" is left.
fn both(a: Qualifier, b: Qualifier) -> Qualifier {
    match (a, b) {
        _ if a == b => a,
        (Qualifier::Exact, other) | (other, Qualifier::Exact) => other,
        _ => Qualifier::About,
    }
}
