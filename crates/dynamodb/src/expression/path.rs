//! Document paths: `a.b[2].c`, read from items and compared with each other.

use std::fmt;

use super::{BadExpression, Kind};
use crate::value::{Item, Value};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Name(String),
    Index(usize),
}

/// Begins with the name of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    pub attribute: String,
    pub steps: Vec<Step>,
}

impl Path {
    /// A whole attribute.
    pub fn attribute(name: impl Into<String>) -> Self {
        Self { attribute: name.into(), steps: Vec::new() }
    }

    pub fn is_whole_attribute(&self) -> bool {
        self.steps.is_empty()
    }

    /// What the path leads to in an item.
    pub fn find<'a>(&self, item: &'a Item) -> Option<&'a Value> {
        let mut value = item.get(&self.attribute)?;
        for step in &self.steps {
            value = match (step, value) {
                (Step::Name(name), Value::Map(map)) => map.get(name)?,
                (Step::Index(index), Value::List(list)) => list.get(*index)?,
                _ => return None,
            };
        }
        Some(value)
    }

    /// The container of the last step, and that step. `None` where the way to it does not exist.
    pub fn find_parent_mut<'a, 'p>(&'p self, item: &'a mut Item) -> Option<(Parent<'a>, &'p Step)> {
        let (last, before) = self.steps.split_last()?;
        let mut value = item.get_mut(&self.attribute)?;
        for step in before {
            value = match (step, value) {
                (Step::Name(name), Value::Map(map)) => map.get_mut(name)?,
                (Step::Index(index), Value::List(list)) => list.get_mut(*index)?,
                _ => return None,
            };
        }
        match (last, value) {
            (Step::Name(_), Value::Map(map)) => Some((Parent::Map(map), last)),
            (Step::Index(_), Value::List(list)) => Some((Parent::List(list), last)),
            _ => None,
        }
    }

    fn elements(&self) -> Vec<String> {
        let first = std::iter::once(self.attribute.clone());
        let rest = self.steps.iter().map(|step| match step {
            Step::Name(name) => name.clone(),
            Step::Index(index) => format!("[{index}]"),
        });
        first.chain(rest).collect()
    }
}

/// Where a path's last step is taken.
pub enum Parent<'a> {
    Map(&'a mut Item),
    List(&'a mut Vec<Value>),
}

/// As messages print it: `[a, b, [2]]`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.elements().join(", "))
    }
}

/// Refuses two paths of which one leads to or through the other, or that take a value for both a map and a list.
pub fn check_apart<'a>(kind: Kind, paths: impl IntoIterator<Item = &'a Path>) -> Result<(), BadExpression> {
    let mut sorted: Vec<&Path> = paths.into_iter().collect();
    let given = sorted.clone();
    sorted.sort();
    for pair in sorted.windows(2) {
        let Some(clash) = clash(pair[0], pair[1]) else { continue };
        let place = |path: &Path| given.iter().position(|other| std::ptr::eq(*other, path));
        let (one, two) =
            if place(pair[0]) <= place(pair[1]) { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
        return Err(BadExpression::of(
            kind,
            format!(
                "Two document paths {clash} with each other; must remove or rewrite one of these paths; path one: {one}, \
                 path two: {two}"
            ),
        ));
    }
    Ok(())
}

fn clash(a: &Path, b: &Path) -> Option<&'static str> {
    if a.attribute != b.attribute {
        return None;
    }
    for (x, y) in a.steps.iter().zip(&b.steps) {
        match (x, y) {
            (Step::Name(_), Step::Index(_)) | (Step::Index(_), Step::Name(_)) => return Some("conflict"),
            (x, y) if x != y => return None,
            _ => {}
        }
    }
    Some("overlap")
}
