//! The native command: what can be done with a brief without a browser.

mod arguments;
mod check;
mod documents;
mod draw;
mod facts;
mod files;
mod order;
mod picture;
mod progress;
mod shipped;

use check::Outcome;
use files::{complain, write_to};
use khorgos::brief::schema;
use order::{HELP, Order};
use std::process::ExitCode;

/// The exit status where something is wrong with what was given.
const FAILED: u8 = 1;
/// The exit status where the command is used wrongly, or has nothing to check.
const WRONG_USE: u8 = 2;

fn main() -> ExitCode {
    run().unwrap_or_else(|(status, why)| {
        complain(&why);
        status.into()
    })
}

fn run() -> Result<ExitCode, (u8, String)> {
    let order =
        Order::read().map_err(|why| (WRONG_USE, format!("{why}\nTry 'khorgos --help'.")))?;
    let done = match order {
        Order::Help => write_to(None, HELP.as_bytes()),
        Order::Picture(picture) => draw::draw(&picture),
        Order::Facts(facts) => facts.run(),
        Order::Schema => write_to(None, schema().as_bytes()),
        Order::Check(check) => {
            return check.run().map(Outcome::status).map_err(|why| (WRONG_USE, why));
        }
    };
    done.map(|()| ExitCode::SUCCESS).map_err(|why| (FAILED, why))
}

impl Outcome {
    fn status(self) -> ExitCode {
        match self {
            Self::Good => ExitCode::SUCCESS,
            Self::Bad => FAILED.into(),
            Self::Unread => WRONG_USE.into(),
        }
    }
}
