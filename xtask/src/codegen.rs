//! `cargo xtask codegen`: writes `crates/aws-shapes/src/<service>.rs` from `models/<service>.json` and `models/overlay.json`.
//!
//! Generated code is checked in, marked, and held to the models by a test here; nothing is generated while building.

mod emit;
mod model;
mod names;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use model::{Model, Overlay};

/// The services whose shapes are generated today.
const SERVICES: &[&str] = &["cloudwatch", "dynamodb", "firehose", "kinesis", "sts"];

/// Writes the file of every service, and says which changed.
pub fn run(root: &Path) -> Result<()> {
    for service in SERVICES {
        let path = output_path(root, service);
        let text = generate(root, service)?;
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            println!("{}: up to date", path.display());
            continue;
        }
        #[allow(clippy::disallowed_methods)] // a chore on the developer's machine, never part of the server
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: written", path.display());
    }
    Ok(())
}

fn output_path(root: &Path, service: &str) -> PathBuf {
    root.join("crates/aws-shapes/src").join(format!("{service}.rs"))
}

fn generate(root: &Path, service: &str) -> Result<String> {
    let models = root.join("models");
    let model: Model = read_json(&models.join(format!("{service}.json")))?;
    let mut overlays: std::collections::BTreeMap<String, serde_json::Value> =
        read_json(&models.join("overlay.json"))?;
    let overlay = match overlays.remove(service) {
        Some(value) => {
            serde_json::from_value::<Overlay>(value).with_context(|| format!("overlay of {service}"))?
        }
        None => Overlay::default(),
    };
    emit::service(service, &model, &overlay)
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a model", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    #[test]
    fn checked_in_shapes_are_what_the_models_give() {
        for service in SERVICES {
            let path = output_path(&root(), service);
            let checked_in = std::fs::read_to_string(&path).expect("the generated file is checked in");
            let fresh = generate(&root(), service).expect("the model is readable");
            assert!(checked_in == fresh, "{} is stale: run `cargo xtask codegen`", path.display());
        }
    }

    #[test]
    fn every_model_of_the_folder_generates() {
        for entry in std::fs::read_dir(root().join("models")).expect("models/ exists") {
            let path = entry.expect("a readable folder").path();
            let service = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_owned();
            if service == "overlay" || path.extension().is_none_or(|e| e != "json") {
                continue;
            }
            generate(&root(), &service).unwrap_or_else(|e| panic!("{service}: {e:#}"));
        }
    }
}
