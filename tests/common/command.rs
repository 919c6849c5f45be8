//! The native command, run as its users run it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the command makes of some arguments, in the project's folder.
pub fn khorgos(arguments: &[&str]) -> Output {
    started(arguments).output().unwrap()
}

/// The command with some arguments, not yet run.
pub fn started(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khorgos"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command
}

/// A folder of its own for a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
