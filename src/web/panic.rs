//! What is told of a panic. It stops the module where it stands, without unwinding: JavaScript sees
//! a trap that says `unreachable`, and asks here for the reason. Nothing is thrown from within the
//! hook, which would count as running for good and silence every later panic.

use crate::decimal::decimal;
use std::cell::Cell;
use std::panic::{PanicHookInfo, set_hook};
use wasm_bindgen::prelude::*;

thread_local! {
    static REASON: Cell<Option<String>> = const { Cell::new(None) };
}

/// Keeps the reason of every panic from now on. The module calls it as it starts.
#[wasm_bindgen(start)]
fn keep_reasons() {
    set_hook(Box::new(|panic| REASON.set(Some(reason(panic)))));
}

/// Why the module panicked since this was last asked, with file and line; `undefined` when it did
/// not.
#[wasm_bindgen(js_name = takeReason)]
pub fn take_reason() -> Option<String> {
    REASON.take()
}

/// Panics, with some of the stack in use: for tests of what is done then.
#[wasm_bindgen]
#[allow(clippy::panic, reason = "it is what this is for")]
pub fn panic() {
    let room = std::hint::black_box([0_u8; 16_384]);
    panic!("asked to, with {} bytes in use", room.len());
}

/// Put together by hand: what formats anything weighs more.
fn reason(panic: &PanicHookInfo<'_>) -> String {
    let payload = panic.payload();
    let message = payload.downcast_ref::<&str>().copied();
    let message = message.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let mut reason = String::from(message.unwrap_or("panicked"));
    if let Some(place) = panic.location() {
        reason.push_str(" (");
        reason.push_str(place.file());
        reason.push(':');
        reason.push_str(&decimal(f64::from(place.line())));
        reason.push(')');
    }
    reason
}
