//! `khorgos facts`: the facts of a brief as a table.

use crate::arguments::{said, text, unexpected};
use crate::documents::Documents;
use crate::files::write_to;
use khorgos::widget::Widget;
use lexopt::prelude::*;
use std::path::PathBuf;

/// Whose facts are wanted, and where.
#[derive(Debug)]
pub struct Facts {
    pub documents: Documents,
    pub output: Option<PathBuf>,
}

impl Facts {
    /// Reads what follows `facts`; nothing where help is asked for.
    pub fn read(parser: &mut lexopt::Parser) -> Result<Option<Self>, String> {
        let mut order = Self { documents: Documents::new(PathBuf::new()), output: None };
        let mut brief = None;
        while let Some(argument) = parser.next().map_err(said)? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Short('o') | Long("output") => order.output = Some(text(parser)?.into()),
                // The only format that there is.
                Long("csv") => {}
                Long("map") => order.documents.maps.push(text(parser)?.into()),
                Long("lang") => order.documents.lang = text(parser)?,
                Value(value) if brief.is_none() => brief = Some(PathBuf::from(value)),
                other => return Err(unexpected(other)),
            }
        }
        order.documents.brief = brief.ok_or("expected a brief, found nothing")?;
        Ok(Some(order))
    }

    /// Writes the table that a page's `toCSV()` gives.
    pub fn run(&self) -> Result<(), String> {
        let mut widget = Widget::new();
        self.documents.show_in(&mut widget)?;
        let table = widget.csv(None).ok_or("there are no facts")?;
        write_to(self.output.as_deref(), table.as_bytes())
    }
}
