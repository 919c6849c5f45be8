//! Reads a brief step by step, so that who waits for it can do other things in between, and only a
//! little of a large document is held at a time.

use super::contract::Brief;
use super::ids::Ids;
use super::parse::{LongList, head};
use super::translate::{check_ids, translate, translate_element};
use crate::error::Problems;
use crate::json::{self, Cursor, Fault, Node, Parts, Value};
use crate::limits::{ELEMENTS, InputLimits, check_members, exceed};

/// A brief on its way from the bytes of a document.
#[derive(Debug, Default)]
pub struct BriefReader {
    /// The document; nothing when it is no object.
    parts: Option<Parts>,
    /// The texts of its long lists in other languages, by their languages.
    translations: Vec<(String, Value)>,
    /// The lists that are to be read, the next one last.
    left: Vec<(&'static str, LongList)>,
    /// The list that is being read, and how far.
    list: Option<(&'static str, LongList, Option<Cursor>, Ids)>,
    brief: Brief,
    limits: InputLimits,
    problems: Problems,
}

impl BriefReader {
    /// Begins with a document.
    pub fn new(document: Vec<u8>) -> Self {
        Self::translated(document, Vec::new())
    }

    /// Begins with a document and translations of it, by their languages.
    pub fn translated(document: Vec<u8>, translations: Vec<(String, Value)>) -> Self {
        Self::within(document, translations, InputLimits::default())
    }

    /// The same with limits of one's own.
    pub fn within(
        document: Vec<u8>,
        translations: Vec<(String, Value)>,
        limits: InputLimits,
    ) -> Self {
        let mut reader = Self { limits, ..Self::default() };
        if let Err(problems) = limits.check_bytes(&document) {
            reader.problems = problems;
            return reader;
        }
        match Parts::of(document) {
            Ok(parts) => {
                reader.begin(&parts, translations);
                reader.parts = Some(parts);
            }
            Err(bytes) => match json::parse(&bytes) {
                Ok(document) => {
                    head(&document, &mut reader.problems);
                }
                Err(problems) => reader.problems = problems,
            },
        }
        reader
    }

    /// How much of the document is read.
    pub fn limits(&self) -> InputLimits {
        self.limits
    }

    /// Reads all but the long lists.
    fn begin(&mut self, parts: &Parts, translations: Vec<(String, Value)>) {
        if check_members(parts.count(), &mut self.problems).is_none() {
            return;
        }
        let is_long = |key: &str| LongList::ALL.iter().any(|(long, _)| *long == key);
        let mut members: Vec<(String, Value)> = Vec::new();
        for key in parts.keys().filter(|key| !is_long(key)) {
            match parts.member(key) {
                Ok(value) => members.extend(value.map(|value| (key.to_owned(), value))),
                Err(fault) => return self.fail(&fault, parts),
            }
        }
        let mut document = Value::Object(members.into());
        for (lang, texts) in translations {
            let (long, short) = match texts {
                Value::Object(members) => {
                    let members: Vec<(String, Value)> = members.into();
                    let (long, short) = members.into_iter().partition(|(key, _)| is_long(key));
                    (long, Value::Object(Vec::into(short)))
                }
                other => (Vec::new(), other),
            };
            if let Err(problems) = translate(&mut document, &lang, &short) {
                self.problems.0.extend(problems.0);
            }
            self.translations.push((lang, Value::Object(long.into())));
        }
        if !self.limits.holds(&Node::root(&document), &mut self.problems) {
            return;
        }
        if let Some(brief) = head(&document, &mut self.problems) {
            self.brief = brief;
            self.left = LongList::ALL.into_iter().rev().collect();
        }
    }

    /// Reads a little more, an element of a list. Says whether there is anything left to read.
    pub fn step(&mut self) -> bool {
        let Some(parts) = self.parts.take() else { return false };
        let goes_on = self.step_in(&parts);
        self.parts = Some(parts);
        goes_on
    }

    fn step_in(&mut self, parts: &Parts) -> bool {
        let Some((key, list, cursor, ids)) = &mut self.list else {
            let Some((key, list)) = self.left.pop() else { return false };
            match beginning(parts, key, &mut self.problems) {
                Ok(cursor) => self.list = Some((key, list, cursor, Ids::default())),
                Err(fault) => self.fail(&fault, parts),
            }
            return true;
        };
        let next = match cursor {
            Some(cursor) => {
                let index = cursor.index;
                match parts.next(cursor) {
                    Ok(next) => next.map(|value| (index, value)),
                    Err(fault) => {
                        self.fail(&fault, parts);
                        return false;
                    }
                }
            }
            None => None,
        };
        if let Some((index, mut value)) = next {
            for (lang, texts) in &self.translations {
                translate_element(&mut value, lang, key, texts, &mut self.problems);
            }
            if index == self.limits.elements {
                let list = format!("$.{key}");
                exceed(&list, index, index + 1, ELEMENTS, &mut self.problems);
                self.stop();
                return false;
            }
            let node = Node { value: &value, path: format!("$.{key}[{index}]") };
            if !self.limits.holds(&node, &mut self.problems) {
                self.stop();
                return false;
            }
            list.take(&mut self.brief, ids, node, &mut self.problems);
            return true;
        }
        let declared = std::mem::take(ids).declared(&format!("$.{key}"), &mut self.problems);
        for (_, texts) in &self.translations {
            check_ids(&declared, key, texts, &mut self.problems);
        }
        *list.ids(&mut self.brief) = declared;
        self.list = None;
        !self.left.is_empty()
    }

    /// How much is read, from 0 to 1.
    pub fn share(&self) -> f64 {
        let cursor = self.list.as_ref().and_then(|(_, _, cursor, _)| cursor.as_ref());
        self.parts.as_ref().zip(cursor).map_or(1.0, |(parts, cursor)| parts.share(cursor))
    }

    /// Reads what is left: the brief as far as it could be read, what is wrong with it, and its
    /// document.
    pub fn finish(mut self) -> (Brief, Problems, Vec<u8>) {
        while self.step() {}
        let document = self.parts.map(Parts::into_bytes).unwrap_or_default();
        (self.brief, self.problems, document)
    }

    /// Gives up: of what is no JSON nothing else is said.
    fn fail(&mut self, fault: &Fault, parts: &Parts) {
        self.problems = fault.problem(parts.text().as_bytes());
        self.stop();
    }

    /// Reads nothing more.
    fn stop(&mut self) {
        // What refers to the parts that were not read would be reported as dangling.
        self.brief = Brief::default();
        self.left.clear();
        self.list = None;
    }
}

/// Where a list begins; nothing for one that is not there, or is no list.
fn beginning(parts: &Parts, key: &str, problems: &mut Problems) -> Result<Option<Cursor>, Fault> {
    let cursor = parts.elements(key);
    if cursor.is_none()
        && let Some(value) = parts.member(key)?
    {
        Node { value: &value, path: format!("$.{key}") }.wrong::<()>("an array", problems);
    }
    Ok(cursor)
}
