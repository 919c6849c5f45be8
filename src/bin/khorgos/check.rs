//! `khorgos check`: what is wrong with briefs, each problem with its place in the file.

use crate::arguments::{said, text, unexpected};
use crate::documents::{base_map, beside};
use crate::files::{complain, is_standard_input, read, write_to};
use khorgos::brief::{self, Brief, BriefReader};
use khorgos::error::{Problem, Problems};
use khorgos::geo::BaseMap;
use khorgos::json::{self, Place, locate};
use khorgos::sorted::sort_by;
use khorgos::speech::Speech;
use lexopt::prelude::*;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is to be checked, and how it is to be told.
#[derive(Debug, Default)]
pub struct Check {
    pub briefs: Vec<PathBuf>,
    pub maps: Vec<PathBuf>,
    pub json: bool,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There is no problem.
    Good,
    /// There are problems.
    Bad,
    /// Not all could be read.
    Unread,
}

impl Check {
    /// Reads what follows `check`; nothing where help is asked for.
    pub fn read(parser: &mut lexopt::Parser) -> Result<Option<Self>, String> {
        let mut order = Self::default();
        while let Some(argument) = parser.next().map_err(said)? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Long("json") => order.json = true,
                Long("map") => order.maps.push(text(parser)?.into()),
                Value(value) => order.briefs.push(value.into()),
                other => return Err(unexpected(other)),
            }
        }
        if order.briefs.is_empty() {
            return Err("expected a brief, found nothing".to_owned());
        }
        Ok(Some(order))
    }

    /// Checks all briefs, also those after one that cannot be read, and reports what was found.
    pub fn run(&self) -> Result<Outcome, String> {
        let base = base_map(&self.maps)?;
        let mut found = Found::default();
        for path in &self.briefs {
            found.check(path, &base);
        }
        let report = if self.json { found.json()? } else { found.lines() };
        write_to(None, report.as_bytes())?;
        for why in &found.unread {
            complain(why);
        }
        Ok(match (found.unread.is_empty(), found.findings.is_empty()) {
            (true, true) => Outcome::Good,
            (true, false) => Outcome::Bad,
            (false, _) => Outcome::Unread,
        })
    }
}

/// What was found in some files.
#[derive(Debug, Default)]
struct Found {
    findings: Vec<Finding>,
    /// Why files could not be read.
    unread: Vec<String>,
}

/// A problem with its place.
#[derive(Debug, Serialize)]
struct Finding {
    file: String,
    line: usize,
    column: usize,
    #[serde(flatten)]
    problem: Problem,
}

impl Found {
    /// Checks a brief on a map, and the brief's translations.
    fn check(&mut self, path: &Path, base: &BaseMap) {
        let Some((document, _)) = self.read(path) else { return };
        let (brief, mut problems, _) = BriefReader::new(document.clone()).finish();
        let is_whole = problems.0.is_empty();
        brief::resolve(&brief, base, &Speech::default(), &mut problems);
        self.add_all(path, &document, problems);
        // Where a part of the brief could not be read, its translation would be told to be of nothing.
        if is_whole && !is_standard_input(path) {
            self.check_translations(path, &document, &brief);
        }
    }

    /// Checks those translations of a brief that stand beside it; others may stand on a server alone.
    fn check_translations(&mut self, path: &Path, document: &[u8], brief: &Brief) {
        for (lang, address) in brief.meta.translations.iter() {
            let path = beside(path, address);
            if path.is_file()
                && let Some((bytes, texts)) = self.read(&path)
            {
                let texts = vec![(lang.clone(), texts)];
                let (_, problems, _) = BriefReader::translated(document.to_vec(), texts).finish();
                self.add_all(&path, &bytes, problems);
            }
        }
    }

    /// A file that is JSON, as its bytes and as what they hold.
    fn read(&mut self, path: &Path) -> Option<(Vec<u8>, json::Value)> {
        let bytes = read(path).map_err(|why| self.unread.push(why)).ok()?;
        match json::read(&bytes) {
            Ok(value) => Some((bytes, value)),
            Err(fault) => {
                let problem = Problem::new("$", "a JSON document", fault.what);
                self.findings.push(Finding::new(path, Place::of(&bytes, fault.at), problem));
                None
            }
        }
    }

    /// Adds the problems of a document in the order of their places.
    fn add_all(&mut self, path: &Path, document: &[u8], problems: Problems) {
        let text = String::from_utf8_lossy(document);
        let placed = |problem: Problem| Finding::new(path, locate(&text, &problem.path), problem);
        let mut findings: Vec<Finding> = problems.0.into_iter().map(placed).collect();
        sort_by(&mut findings, |a, b| (a.line, a.column).cmp(&(b.line, b.column)));
        self.findings.extend(findings);
    }

    fn lines(&self) -> String {
        let line = |Finding { file, line, column, problem }: &Finding| {
            format!("{file}:{line}:{column}: {problem}\n")
        };
        self.findings.iter().map(line).collect()
    }

    fn json(&self) -> Result<String, String> {
        let json = serde_json::to_string_pretty(&self.findings).map_err(|e| e.to_string())?;
        Ok(json + "\n")
    }
}

impl Finding {
    fn new(path: &Path, Place { line, column }: Place, problem: Problem) -> Self {
        let is_file = !is_standard_input(path);
        let file = if is_file { path.display().to_string() } else { "<stdin>".to_owned() };
        Self { file, line, column, problem }
    }
}
