#![no_main]

#[path = "../../tests/common/hostile/mod.rs"]
mod hostile;

libfuzzer_sys::fuzz_target!(|data: &[u8]| hostile::interact(data));
