//! Files, and the streams that stand for them.

use khorgos::limits::InputLimits;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

/// Whether a path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The bytes of a file; of one that is longer than a document may be, one more than that.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let most = InputLimits::default().bytes as u64 + 1;
    let mut bytes = Vec::new();
    let read = if is_standard_input(path) {
        std::io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|e| format!("{} could not be read: {e}", path.display()))
}

pub fn write_to(path: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    match path {
        Some(path) => std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display())),
        // A reader that has enough closes the pipe; that is no failure of ours.
        None => match std::io::stdout().write_all(bytes) {
            Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(e.to_string()),
            _ => Ok(()),
        },
    }
}

/// Says on standard error what went wrong; where nobody listens any more, that is no failure either.
pub fn complain(why: &str) {
    let _ = writeln!(std::io::stderr(), "khorgos: {why}");
}
