//! The models as they lie under `models/`: the facts of the public API models, texts removed, and our small overlay.
//!
//! Only what the generator uses is read. Names are kept in sorted maps, so that the output does not depend on a file's order,
//! except members, whose order in the file is the order of the generated fields.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Model {
    pub metadata: Metadata,
    pub operations: BTreeMap<String, Operation>,
    pub shapes: BTreeMap<String, Shape>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// Absent in models of REST services.
    #[serde(default)]
    pub target_prefix: String,
    endpoint_prefix: String,
    /// Where it is not the endpoint's prefix.
    signing_name: Option<String>,
    pub api_version: String,
    #[serde(default)]
    pub protocols: Vec<String>,
    #[serde(default)]
    pub xml_namespace: String,
    /// Present where errors also carry the code that the query protocol gave them.
    aws_query_compatible: Option<serde_json::Value>,
}

impl Metadata {
    pub fn is_query_compatible(&self) -> bool {
        self.aws_query_compatible.is_some()
    }

    /// As credential scopes name the service.
    pub fn signing_name(&self) -> &str {
        self.signing_name.as_deref().unwrap_or(&self.endpoint_prefix)
    }
}

#[derive(Deserialize)]
pub struct Operation {
    pub input: Option<Reference>,
    pub output: Option<Reference>,
    #[serde(default)]
    pub errors: Vec<Reference>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    pub shape: String,
    pub location_name: Option<String>,
}

#[derive(Deserialize)]
pub struct Shape {
    #[serde(rename = "type")]
    pub kind: String,
    /// In the model's order.
    #[serde(default, deserialize_with = "in_order")]
    pub members: Vec<(String, Reference)>,
    #[serde(default)]
    pub required: Vec<String>,
    pub member: Option<Reference>,
    pub key: Option<Reference>,
    pub value: Option<Reference>,
    pub min: Option<serde_json::Number>,
    pub max: Option<serde_json::Number>,
    pub pattern: Option<String>,
    #[serde(rename = "enum", default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub exception: bool,
    /// The service's own fault rather than the caller's.
    #[serde(default)]
    pub fault: bool,
    #[serde(default)]
    pub error: ErrorTraits,
    #[serde(default)]
    pub eventstream: bool,
}

/// What a model says of an error beside its shape.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorTraits {
    /// As the query protocol names it.
    pub code: Option<String>,
    pub http_status_code: Option<u16>,
}

/// A JSON object whose order matters.
fn in_order<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Reference)>, D::Error> {
    struct Entries;
    impl<'de> serde::de::Visitor<'de> for Entries {
        type Value = Vec<(String, Reference)>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object of members")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry()? {
                entries.push(entry);
            }
            Ok(entries)
        }
    }
    deserializer.deserialize_map(Entries)
}

/// What the public models do not say; see `models/overlay.json`.
#[derive(Default, Deserialize)]
pub struct Overlay {
    /// The Java package of the service's own classes.
    #[serde(default)]
    pub package: String,
    /// What policies call the service, where that is not its signing name.
    pub iam_prefix: Option<String>,
    /// Members the model calls required that the service leaves out at times, as `Structure.Member`.
    #[serde(default)]
    pub optional: BTreeSet<String>,
    #[serde(default)]
    pub patterns: BTreeMap<String, String>,
    #[serde(default)]
    pub checked: BTreeMap<String, Vec<String>>,
    /// The order in which messages list an enumeration's values.
    #[serde(default)]
    pub enums: BTreeMap<String, Vec<String>>,
}
