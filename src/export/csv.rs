//! Facts as a table: RFC 4180 text, one row a fact, safe to be opened as a spreadsheet.

use crate::brief::Qualifier;
use crate::decimal::decimal;
use crate::model::{Fact, Model, Source, UnitForm};

/// The columns, in their order. They are the same in every language; what stands in them is the model's.
const COLUMNS: [&str; 13] = [
    "id",
    "subject",
    "object",
    "measure",
    "value",
    "unit",
    "qualifier",
    "period",
    "text",
    "remark",
    "section",
    "paragraph",
    "sources",
];

/// What a formula starts with.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table of some facts of a model, with a row of headings. A value that the source does not
/// give is an empty cell; works cited together stand on a line each in their cell.
pub fn csv<'a>(model: &Model, facts: impl IntoIterator<Item = &'a Fact>) -> String {
    let mut table = Table::default();
    for column in COLUMNS {
        table.text(column);
    }
    table.end_row();
    for fact in facts {
        row(&mut table, model, fact);
    }
    table.out
}

fn row(table: &mut Table, model: &Model, fact: &Fact) {
    let name = |actor: usize| model.actors.get(actor).map_or("", |actor| &*actor.name);
    let (value, unit) = fact.value.map_or((None, None), |(value, unit)| (Some(value), Some(unit)));
    table.text(&fact.id);
    table.text(name(fact.subject));
    table.text(fact.object.map_or("", name));
    table.text(model.measures.get(fact.measure).map_or("", |measure| &*measure.title));
    table.number(value.map(decimal));
    table.text(&unit.and_then(|unit| model.units.get(unit)).map_or_else(String::new, unit_word));
    table.text(value.map_or("", |_| qualifier_word(fact.qualifier)));
    table.text(fact.period.as_deref().unwrap_or_default());
    table.text(&fact.text);
    table.text(fact.remark.as_deref().unwrap_or_default());
    table.text(&fact.section);
    table.number(Some(fact.paragraph.to_string()));
    let sources = fact.notes.iter().filter_map(|note| model.sources.get(*note));
    table.text(&sources.map(source_line).collect::<Vec<_>>().join("\n"));
    table.end_row();
}

/// What a number is of, where a cell holds nothing but the number.
fn unit_word(unit: &UnitForm) -> String {
    match unit {
        UnitForm::Percent => "%".to_owned(),
        UnitForm::Dollars { exponent: 6 } => "USD mn".to_owned(),
        UnitForm::Dollars { exponent: 9 } => "USD bn".to_owned(),
        UnitForm::Dollars { exponent } => format!("USD 1e{exponent}"),
        UnitForm::Affixed { before, after } => format!("{} {}", before.trim(), after.trim()),
        UnitForm::Rank => "rank".to_owned(),
        UnitForm::Year => "year".to_owned(),
    }
    .trim()
    .to_owned()
}

/// As the brief writes it.
fn qualifier_word(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::About => "about",
        Qualifier::Almost => "almost",
        Qualifier::Over => "over",
        Qualifier::Under => "under",
        Qualifier::Rank => "rank",
    }
}

fn source_line(source: &Source) -> String {
    match &source.url {
        Some(url) => format!("{} {url}", source.text),
        None => source.text.clone(),
    }
}

/// A table that is being written.
#[derive(Default)]
struct Table {
    out: String,
    in_row: bool,
}

impl Table {
    /// A cell of text. A spreadsheet would take one that starts like a formula for a formula, some with
    /// East Asian forms of the signs too; an apostrophe before it is the spreadsheets' own mark of a text.
    fn text(&mut self, text: &str) {
        self.comma();
        let is_formula = text.starts_with(FORMULA);
        let mark = if is_formula { "'" } else { "" };
        if text.contains(['"', ',', '\r', '\n']) {
            self.out.extend(["\"", mark, &text.replace('"', "\"\""), "\""]);
        } else {
            self.out.extend([mark, text]);
        }
    }

    /// A cell of a number, or an empty one.
    fn number(&mut self, number: Option<String>) {
        self.comma();
        self.out.extend(number);
    }

    fn comma(&mut self) {
        if self.in_row {
            self.out.push(',');
        }
        self.in_row = true;
    }

    fn end_row(&mut self) {
        self.out.push_str("\r\n");
        self.in_row = false;
    }
}
