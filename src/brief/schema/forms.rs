//! What the JSON of a brief is made of, where the types of the contract have another shape.

use super::add_member;
use super::patterns::ID;
use crate::brief::contract::*;
use crate::projection::ProjectionKind;
use crate::worldview::WorldView;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::marker::PhantomData;

/// Types that are one of some words.
macro_rules! words {
    ($($kind:ty: $words:expr),* $(,)?) => {
        $(impl JsonSchema for $kind {
            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<&str> = $words.iter().map(|(word, _)| *word).collect();
                json_schema!({ "type": "string", "enum": words })
            }
        })*
    };
}

words!(
    Hue: Hue::WORDS,
    Role: Role::WORDS,
    Qualifier: Qualifier::WORDS,
    Direction: Direction::WORDS,
    PlaceKind: PlaceKind::WORDS,
    Carries: Carries::WORDS,
    Status: Status::WORDS,
    WorldView: WorldView::WORDS,
    ProjectionKind: ProjectionKind::NAMES,
);

/// A text, or texts by language.
impl JsonSchema for Names {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let texts = generator.subschema_for::<ByLanguage>();
        json_schema!({
            "description": "A text in the brief's language, or texts by language.",
            "anyOf": [{ "type": "string" }, texts]
        })
    }
}

/// Texts by language alone.
pub struct ByLanguage;

impl JsonSchema for ByLanguage {
    fn schema_name() -> Cow<'static, str> {
        "ByLanguage".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Texts by language code, in at least one language.",
            "type": "object",
            "additionalProperties": { "type": "string" },
            "minProperties": 1
        })
    }
}

/// An object whose keys are ids.
pub struct Table<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Table<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Table of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": ID },
            "additionalProperties": generator.subschema_for::<T>()
        })
    }
}

/// An array of objects with an `id` each.
pub struct List<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<Listed<T>>() })
    }
}

/// An element of a list: the list reads its id.
struct Listed<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Listed<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        add_member(
            &mut schema,
            "id",
            true,
            json_schema!({
                "description": "What the rest of the brief calls it: letters, digits, - and _.",
                "type": "string",
                "pattern": ID
            }),
        );
        schema
    }
}

/// The members of a fact that give its value.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "stands for two members")]
pub struct Amount {
    /// The number.
    value: f64,
    /// What it is of: `percent`, `rank`, `year`, `count`, `usd_bn`, `usd_mn`, or an id of `units`.
    unit: String,
}

/// What a step of the story has in sight.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "stands for a member")]
pub struct Sight {
    /// Ids of actors, places, flows, lines and areas.
    fit: Vec<String>,
}

/// What describes arrays and choices of a form of their own.
macro_rules! forms {
    ($($(#[doc = $doc:literal])* $form:ident: $schema:tt;)*) => {
        $(
            $(#[doc = $doc])*
            pub struct $form;

            impl JsonSchema for $form {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($form).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!($schema)
                }
            }
        )*
    };
}

forms! {
    /// Longitude and latitude in degrees.
    Position: {
        "description": "Longitude and latitude in degrees.",
        "type": "array",
        "prefixItems": [
            { "type": "number", "minimum": -180, "maximum": 180 },
            { "type": "number", "minimum": -90, "maximum": 90 }
        ],
        "minItems": 2,
        "maxItems": 2
    };
    /// West, south, east and north in degrees.
    Box: {
        "description": "West, south, east and north in degrees; beyond the antimeridian, east is over 180.",
        "type": "array",
        "prefixItems": [
            { "type": "number", "minimum": -180, "maximum": 180 },
            { "type": "number", "minimum": -90, "exclusiveMaximum": 90 },
            { "type": "number", "exclusiveMinimum": -180, "maximum": 540 },
            { "type": "number", "exclusiveMinimum": -90, "maximum": 90 }
        ],
        "minItems": 4,
        "maxItems": 4
    };
    /// The id of a line of the map, or ids.
    Geometry: {
        "anyOf": [
            { "type": "string" },
            { "type": "array", "items": { "type": "string" }, "minItems": 1 }
        ]
    };
}
