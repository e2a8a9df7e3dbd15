//! Projections: which parts of an item an answer carries.

use super::{Path, Step};
use crate::value::{Item, Value};

/// The paths to keep. Their parts of a list keep its order, and close up.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    pub paths: Vec<Path>,
}

impl Projection {
    pub fn of_attributes(names: impl IntoIterator<Item = String>) -> Self {
        Self { paths: names.into_iter().map(Path::attribute).collect() }
    }

    pub fn apply(&self, item: &Item) -> Item {
        let mut paths: Vec<(&str, &[Step])> =
            self.paths.iter().map(|path| (path.attribute.as_str(), path.steps.as_slice())).collect();
        paths.sort_unstable();
        let mut out = Item::new();
        for group in paths.chunk_by(|a, b| a.0 == b.0) {
            let name = group[0].0;
            let below: Vec<&[Step]> = group.iter().map(|(_, steps)| *steps).collect();
            if let Some(kept) = item.get(name).and_then(|value| keep(value, &below)) {
                out.insert(name.to_owned(), kept);
            }
        }
        out
    }
}

/// What sorted paths into a value leave of it.
fn keep(value: &Value, paths: &[&[Step]]) -> Option<Value> {
    if paths.iter().any(|path| path.is_empty()) {
        return Some(value.clone());
    }
    let groups = paths.chunk_by(|a, b| a[0] == b[0]).map(|group| {
        let below: Vec<&[Step]> = group.iter().map(|path| &path[1..]).collect();
        (&group[0][0], below)
    });
    match value {
        Value::Map(map) => {
            let kept: Item = groups
                .filter_map(|(step, below)| {
                    let Step::Name(name) = step else { return None };
                    Some((name.clone(), keep(map.get(name)?, &below)?))
                })
                .collect();
            (!kept.is_empty()).then_some(Value::Map(kept))
        }
        Value::List(items) => {
            let kept: Vec<Value> = groups
                .filter_map(|(step, below)| {
                    let Step::Index(index) = step else { return None };
                    keep(items.get(*index)?, &below)
                })
                .collect();
            (!kept.is_empty()).then_some(Value::List(kept))
        }
        _ => None,
    }
}
