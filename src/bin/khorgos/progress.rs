//! How far long work is, where somebody sees it.

use std::io::{IsTerminal, Write};

/// A line on a terminal's standard error that is written over and taken away in the end. Elsewhere
/// nothing is written.
#[derive(Debug)]
pub struct Progress {
    work: &'static str,
    is_seen: bool,
    percent: Option<u32>,
}

impl Progress {
    /// Tells how far a reader is, from step to step until nothing is left.
    pub fn follow<R>(
        work: &'static str,
        reader: &mut R,
        step: impl Fn(&mut R) -> bool,
        share: impl Fn(&R) -> f64,
    ) {
        let mut progress = Self::of(work);
        while step(reader) {
            progress.at(share(reader));
        }
    }

    /// Tells of work that begins.
    pub fn of(work: &'static str) -> Self {
        let mut progress = Self { work, is_seen: std::io::stderr().is_terminal(), percent: None };
        progress.write(&format!("khorgos: {work} …"));
        progress
    }

    /// Tells that a share of it, from 0 to 1, is done.
    fn at(&mut self, share: f64) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        let percent = (share * 100.0) as u32;
        if self.percent.replace(percent) != Some(percent) {
            self.write(&format!("khorgos: {}, {percent} %", self.work));
        }
    }

    fn write(&mut self, line: &str) {
        const START_OF_EMPTY_LINE: &str = "\r\u{1b}[K";
        if self.is_seen {
            let mut stderr = std::io::stderr();
            // Where it cannot be told, the work goes on.
            let _ = write!(stderr, "{START_OF_EMPTY_LINE}{line}").and_then(|()| stderr.flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.write("");
    }
}
