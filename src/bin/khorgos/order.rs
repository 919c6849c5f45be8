//! What the command is asked for.

use crate::arguments::{said, unexpected};
use crate::check::Check;
use crate::facts::Facts;
use crate::picture::{Format, Picture};
use lexopt::prelude::*;

pub const HELP: &str = "\
khorgos: draws the map of a brief, checks briefs, and makes tables of their facts

usage:
  khorgos svg [options] BRIEF                       a picture as SVG
  khorgos png [options] BRIEF                       a picture as PNG
  khorgos check [--json] [--map FILE] BRIEF...      what is wrong with briefs
  khorgos facts [--csv] [options] BRIEF             all facts as a table
  khorgos schema                                    the JSON Schema of briefs

BRIEF is a file, or - for standard input.

A picture is a plate: the map with title, legend, scale bar, publication and credits. Its options:
  -o, --output FILE     where the picture goes; standard output if not given
      --map FILE        base map, TopoJSON or GeoJSON; may be given several times
      --size WxH        size of the picture in CSS px [1200x750]
      --bare            the map alone, without title, legend, scale bar and credits
      --lang CODE       language of texts, names and numbers; the brief's texts come from the file that its
                        meta.translations names, beside the brief [en]
      --theme NAME      light, dark, high-contrast, high-contrast-dark or print [light]
      --lens ID         draws with a lens of the brief
      --projection NAME azimuthal-equal-area, conic-equal-area, conic-conformal, equal-earth or mercator [the brief's]
      --worldview NAME  borders as un, de-facto, iso, ru, cn, in or pk has them [the brief's]
      --graticule       draws lines of equal longitude and latitude
      --zoom N          times nearer than the first view [1]
      --at LON,LAT      what is in the middle, degrees
      --scale N         png: pixels for a CSS px [1]
      --font NAME       family to set texts in; letters that it lacks come from the other fonts, and a picture
                        as PNG with letters that no font has is refused
      --fonts FOLDER    more fonts than the system's; may be given several times
      --no-system-fonts only the fonts of those folders: the same picture on every computer

check lists all problems of briefs, and of those translations that stand beside them, on the given base map or the
shipped one: file, line, column, JSON path, what is expected and what was found. Its exit status is 0 where there is
no problem, 1 where there are some, 2 where it is used wrongly or a file cannot be read.
      --json            an array of { file, line, column, path, expected, found }
      --map FILE        base map, TopoJSON or GeoJSON; may be given several times

facts writes what a page's toCSV() gives: RFC 4180, a row for each fact with its sources.
      --csv             the format, the only one there is
  -o, --output FILE     where the table goes; standard output if not given
      --map FILE        base map, which names the countries; may be given several times
      --lang CODE       language of texts and names, as for a picture [en]

  -h, --help            this text

examples:
  khorgos svg assets/briefs/kazakhstan.json > kazakhstan.svg
  khorgos png --size 390x700 --scale 2 --theme print -o phone.png assets/briefs/kazakhstan.json
  khorgos check assets/briefs/kazakhstan.json
  khorgos check --json my.json | jq -r '.[].path'
  khorgos facts --csv --lang kk -o facts.csv assets/briefs/kazakhstan.json
  khorgos schema > brief.v1.json
";

const COMMANDS: &str = "svg, png, check, facts or schema";

/// What is to be done.
#[derive(Debug)]
pub enum Order {
    Help,
    Picture(Box<Picture>),
    Check(Check),
    Facts(Facts),
    Schema,
}

impl Order {
    /// Reads the command's arguments.
    pub fn read() -> Result<Self, String> {
        let parser = &mut lexopt::Parser::from_env();
        let picture = |picture| Self::Picture(Box::new(picture));
        let order = match parser.next().map_err(said)? {
            None => return Err(format!("expected {COMMANDS}, found nothing")),
            Some(Short('h') | Long("help")) => None,
            Some(Value(name)) => match name.to_str() {
                Some("svg") => Picture::read(Format::Svg, parser)?.map(picture),
                Some("png") => Picture::read(Format::Png, parser)?.map(picture),
                Some("check") => Check::read(parser)?.map(Self::Check),
                Some("facts") => Facts::read(parser)?.map(Self::Facts),
                Some("schema") => match parser.next().map_err(said)? {
                    None => Some(Self::Schema),
                    Some(Short('h') | Long("help")) => None,
                    Some(other) => return Err(unexpected(other)),
                },
                _ => return Err(format!("expected {COMMANDS}, found {name:?}")),
            },
            Some(other) => return Err(unexpected(other)),
        };
        Ok(order.unwrap_or(Self::Help))
    }
}
