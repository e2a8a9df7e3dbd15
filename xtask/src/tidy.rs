//! `cargo xtask tidy`: what a machine can see about the shape of the tree, so that nobody argues it.
//!
//! Checked: arrows between crates run down only; every source file opens with why it exists; no file outgrows a
//! reader; no room without a subject (`utils` and the like); no import circle between the top modules of a crate; every
//! dependency is named once in the workspace; no path of somebody's machine and no large blob is committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The floors of the house, from the ground up. A crate uses only crates of lower floors, so faces never see each other.
const FLOORS: &[(&str, &[&str])] = &[
    ("ground", &["types"]),
    ("ground: the doors", &["runtime"]),
    ("wire: shapes", &["aws-shapes", "kafka-wire", "aggregate"]),
    ("wire: protocols", &["aws-wire"]),
    ("durable", &["store"]),
    ("engines: streams, time series, and the library of clients", &["stream", "metrics", "client"]),
    ("engine: movement", &["connect"]),
    ("engine: analysis", &["sql"]),
    ("faces", &["kinesis", "firehose", "dynamodb", "cloudwatch", "sts", "s3", "console"]),
    ("binary", &["server"]),
];

/// Beyond this a file holds more than one idea.
const FILE_LINES_MAX: usize = 800;
/// Nothing this large is source. Data sets are fetched, not committed.
const FILE_BYTES_MAX: u64 = 1024 * 1024;
/// Names that say nothing about what is inside.
const ROOMS_WITHOUT_SUBJECT: &[&str] = &["util", "utils", "common", "helper", "helpers", "manager", "misc"];

/// Prints every finding and fails if there is one.
pub fn run(root: &Path) -> Result<()> {
    let files = tracked_files(root)?;
    let mut findings = Vec::new();
    check_arrows(root, &mut findings)?;
    for file in &files {
        check_file(root, file, &mut findings)?;
    }
    check_import_circles(root, &files, &mut findings)?;
    if findings.is_empty() {
        println!("tidy: {} files, no findings", files.len());
        return Ok(());
    }
    for finding in &findings {
        println!("{finding}");
    }
    bail!("{} findings", findings.len())
}

/// What git tracks, and what it would track if it were added now.
fn tracked_files(root: &Path) -> Result<Vec<PathBuf>> {
    let listing = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("running git ls-files")?;
    let text = String::from_utf8(listing.stdout).context("file names are UTF-8")?;
    Ok(text.lines().map(PathBuf::from).filter(|path| root.join(path).is_file()).collect())
}

fn check_arrows(root: &Path, findings: &mut Vec<String>) -> Result<()> {
    let floor_of = |name: &str| FLOORS.iter().position(|(_, crates)| crates.contains(&name));
    for entry in std::fs::read_dir(root.join("crates"))? {
        let dir = entry?.file_name().to_string_lossy().into_owned();
        let manifest_path = format!("crates/{dir}/Cargo.toml");
        let Ok(manifest) = std::fs::read_to_string(root.join(&manifest_path)) else { continue };
        let Some(floor) = floor_of(&dir) else {
            findings.push(format!(
                "{manifest_path}: crate `{dir}` stands on no floor; add it to FLOORS in xtask/src/tidy.rs"
            ));
            continue;
        };
        for (line_number, section, line) in manifest_lines(&manifest) {
            if !section.ends_with("dependencies]") || line.is_empty() {
                continue;
            }
            if line.contains("version") || line.contains(" = \"") {
                findings.push(format!(
                    "{manifest_path}:{line_number}: name the version in the workspace, and inherit it here"
                ));
            }
            let Some(used) =
                line.strip_prefix("headwater-").and_then(|rest| rest.split(['.', ' ', '=']).next())
            else {
                continue;
            };
            if section == "[dependencies]" && floor_of(used).is_none_or(|below| below >= floor) {
                findings.push(format!(
                    "{manifest_path}:{line_number}: `{dir}` may not use `{used}`: arrows run down only"
                ));
            }
        }
    }
    Ok(())
}

/// Line number, section header and text of each line of a manifest, comments and blank lines left out.
fn manifest_lines(manifest: &str) -> impl Iterator<Item = (usize, String, &str)> {
    let mut section = String::new();
    manifest.lines().enumerate().filter_map(move |(index, line)| {
        let line = line.trim();
        if line.starts_with('[') {
            section = line.to_owned();
            return None;
        }
        (!line.starts_with('#')).then(|| (index + 1, section.clone(), line))
    })
}

fn check_file(root: &Path, file: &Path, findings: &mut Vec<String>) -> Result<()> {
    let shown = file.display();
    let bytes = std::fs::metadata(root.join(file))?.len();
    if bytes > FILE_BYTES_MAX {
        findings.push(format!("{shown}: {bytes} bytes; nothing this large is source"));
        return Ok(());
    }
    let Ok(text) = std::fs::read_to_string(root.join(file)) else { return Ok(()) };
    for (index, line) in text.lines().enumerate() {
        if machine_paths().iter().any(|path| line.contains(path.as_str())) {
            findings.push(format!("{shown}:{}: a path of somebody's machine", index + 1));
        }
    }
    if file.extension().is_some_and(|extension| extension == "rs") {
        check_source(file, &text, findings);
    }
    Ok(())
}

/// Spelled in pieces, so that this file does not find itself.
fn machine_paths() -> [String; 3] {
    [["/", "work", "/"].concat(), ["/", "root", "/"].concat(), ["/", "home", "/"].concat()]
}

fn check_source(file: &Path, text: &str, findings: &mut Vec<String>) {
    let shown = file.display();
    let generated = text.contains("@generated");
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!"));
    if !first.is_some_and(|line| line.starts_with("//!")) {
        findings.push(format!("{shown}: opens without saying why it exists (`//! …`)"));
    }
    let lines = text.lines().count();
    if lines > FILE_LINES_MAX && !generated {
        findings.push(format!("{shown}: {lines} lines, over {FILE_LINES_MAX}; split it by idea"));
    }
    for room in file.iter().filter_map(|part| part.to_str()) {
        let name = room.strip_suffix(".rs").unwrap_or(room);
        if ROOMS_WITHOUT_SUBJECT.contains(&name) {
            findings.push(format!("{shown}: `{name}` names no subject"));
        }
    }
}

/// The top modules of a crate form layers too: a circle among them means that two of them are one.
fn check_import_circles(root: &Path, files: &[PathBuf], findings: &mut Vec<String>) -> Result<()> {
    let mut graphs: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let parts: Vec<&str> = file.iter().filter_map(|part| part.to_str()).collect();
        let ["crates", krate, "src", rest @ ..] = parts.as_slice() else { continue };
        let Some(module) = rest.first().map(|name| name.trim_end_matches(".rs")) else { continue };
        if ["lib", "main"].contains(&module) {
            continue;
        }
        let text = std::fs::read_to_string(root.join(file))?;
        let uses = graphs.entry((*krate).to_owned()).or_default().entry(module.to_owned()).or_default();
        uses.extend(imported_modules(&text).filter(|used| used != module));
    }
    for (krate, graph) in &graphs {
        for circle in circles(graph) {
            findings.push(format!("crates/{krate}: import circle between modules {circle}"));
        }
    }
    Ok(())
}

/// The `x` of every `crate::x` outside of tests.
fn imported_modules(text: &str) -> impl Iterator<Item = String> + '_ {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| {
        line.match_indices("crate::").filter_map(move |(at, found)| {
            let whole_word = !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            let rest = &line[at + found.len()..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            (whole_word && name.starts_with(|c: char| c.is_lowercase())).then_some(name)
        })
    })
}

/// Each pair of modules that reach each other, written once.
fn circles(graph: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let reach = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut todo = vec![from];
        while let Some(module) = todo.pop() {
            for next in graph.get(module).into_iter().flatten() {
                if graph.contains_key(next) && seen.insert(next.as_str()) {
                    todo.push(next);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|module| (module.as_str(), reach(module))).collect();
    let mut found = BTreeSet::new();
    for (module, others) in &reached {
        let members: Vec<&str> = others
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(module)))
            .collect();
        if members.len() > 1 {
            let mut text = String::new();
            for (index, member) in members.iter().enumerate() {
                let _ = write!(text, "{}`{member}`", if index == 0 { "" } else { ", " });
            }
            found.insert(text);
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_and_a_chain_is_not() {
        let graph = |edges: &[(&str, &[&str])]| {
            edges
                .iter()
                .map(|(from, to)| ((*from).to_owned(), to.iter().map(|t| (*t).to_owned()).collect()))
                .collect()
        };
        assert_eq!(circles(&graph(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])), Vec::<String>::new());
        assert_eq!(circles(&graph(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"])])), vec!["`a`, `b`, `c`"]);
    }

    #[test]
    fn imports_are_read_from_code_and_not_from_comments_or_tests() {
        let text = "use crate::alpha::X;\n// crate::beta\nfn f() { crate::gamma::g() }\n#[cfg(test)]\nmod tests { use crate::delta; }";
        assert_eq!(imported_modules(text).collect::<Vec<_>>(), ["alpha", "gamma"]);
    }

    #[test]
    fn a_source_without_a_reason_is_reported() {
        let mut findings = Vec::new();
        check_source(Path::new("crates/x/src/utils.rs"), "fn f() {}\n", &mut findings);
        assert_eq!(findings.len(), 2, "{findings:?}");
    }
}
