//! What areas of a brief look like, on the map and in the legend.

use crate::scene::{Dash, Stroke};
use crate::style::{Color, Theme};

/// Tint and edge of an area that the text is about.
pub const fn area_look(theme: &Theme, lit: bool) -> (Color, Stroke) {
    let fill = if lit { theme.area_fill_lit } else { theme.area_fill };
    (fill, Stroke { color: theme.area, width_px: 1.0, dash: Dash::Dashed })
}
