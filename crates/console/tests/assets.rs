//! The page that is checked in is the page that `web/` describes.
#![allow(clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

const TOP: [&str; 5] =
    ["index.html", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.ts"];

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { below(&path, found) } else { found.push(path) }
    }
}

/// As `web/hash.mjs` computes it.
fn hash_of(web: &Path) -> String {
    let mut paths: Vec<PathBuf> = TOP.iter().map(|name| web.join(name)).collect();
    below(&web.join("src"), &mut paths);
    below(&web.join("public"), &mut paths);
    let name =
        |path: &PathBuf| path.strip_prefix(web).expect("below").to_str().expect("utf-8").replace('\\', "/");
    let mut named: Vec<(String, PathBuf)> = paths.into_iter().map(|path| (name(&path), path)).collect();
    named.sort();
    let mut hash = Sha256::new();
    for (name, path) in named {
        let content = std::fs::read(path).expect("a source");
        hash.update(format!("{name}\n{}\n", content.len()));
        hash.update(content);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_built_page_is_not_stale() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let recorded =
        std::fs::read_to_string(crate_folder.join("assets/SOURCES.sha256")).expect("a recorded hash");
    let hash = hash_of(&crate_folder.join("../../web"));
    assert_eq!(
        hash,
        recorded.trim(),
        "the sources of the console have changed: run web/build.sh and commit its result"
    );
}

#[test]
fn every_file_the_page_names_is_there() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let page = std::fs::read_to_string(assets.join("index.html")).expect("the page");
    let named: Vec<&str> = page.split('"').filter_map(|text| text.strip_prefix("/_console/")).collect();
    assert!(named.len() >= 3, "{page}");
    for name in named {
        assert!(assets.join(name).is_file(), "the page names `{name}`, which is not there");
    }
}
