//! Values of the command's options.

use khorgos::projection::ProjectionKind;
use khorgos::style::Theme;
use khorgos::worldview::WorldView;
use lexopt::{Arg, Parser, ValueExt};

/// Why arguments cannot be read.
pub fn said(error: lexopt::Error) -> String {
    error.to_string()
}

/// That an argument is not one of the command.
pub fn unexpected(argument: Arg) -> String {
    said(argument.unexpected())
}

/// The value of an option.
pub fn text(parser: &mut Parser) -> Result<String, String> {
    parser.value().and_then(|value| value.string()).map_err(said)
}

pub fn size(text: &str) -> Result<(f64, f64), String> {
    let (width, height) =
        text.split_once('x').ok_or_else(|| format!("expected a size as 1200x750, found {text}"))?;
    let side = |text| number(text, 16.0, 16384.0).map(f64::from);
    Ok((side(width)?, side(height)?))
}

pub fn theme(name: &str) -> Result<Theme, String> {
    Ok(match name {
        "light" => Theme::LIGHT,
        "dark" => Theme::DARK,
        "high-contrast" => Theme::CONTRAST_LIGHT,
        "high-contrast-dark" => Theme::CONTRAST_DARK,
        "print" => Theme::PRINT,
        _ => {
            let known = "light, dark, high-contrast, high-contrast-dark or print";
            return Err(format!("expected {known}, found {name}"));
        }
    })
}

pub fn projection(name: &str) -> Result<ProjectionKind, String> {
    ProjectionKind::from_name(name).map_err(|problem| problem.to_string())
}

pub fn worldview(name: &str) -> Result<WorldView, String> {
    WorldView::read(name).map_err(|problems| problems.to_string())
}

pub fn position(text: &str) -> Result<(f64, f64), String> {
    let (lon, lat) = text
        .split_once(',')
        .ok_or_else(|| format!("expected a position as 80.2,44.2, found {text}"))?;
    Ok((number(lon, -180.0, 180.0)?.into(), number(lat, -90.0, 90.0)?.into()))
}

pub fn number(text: &str, least: f32, most: f32) -> Result<f32, String> {
    let number = text.parse::<f32>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("expected a number from {least} to {most}, found {text}"))
}
