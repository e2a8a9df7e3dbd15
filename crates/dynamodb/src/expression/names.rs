//! What `#names` and `:values` of a request's expressions stand for, and which of them were used.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{BadExpression, Kind};
use crate::value::Value;

/// The names and values of one request, shared by all its expressions.
#[derive(Debug, Default)]
pub struct Names {
    names: BTreeMap<String, String>,
    values: BTreeMap<String, Value>,
    used: RefCell<BTreeSet<String>>,
}

impl Names {
    /// Refuses keys that no expression could use.
    pub fn new(
        names: BTreeMap<String, String>,
        values: BTreeMap<String, Value>,
    ) -> Result<Self, BadExpression> {
        check_keys("ExpressionAttributeNames", names.keys(), '#')?;
        check_keys("ExpressionAttributeValues", values.keys(), ':')?;
        if let Some((key, _)) = names.iter().find(|(_, name)| name.is_empty()) {
            return Err(BadExpression(format!(
                "ExpressionAttributeNames contains invalid value: Empty attribute name for key {key}"
            )));
        }
        Ok(Self { names, values, used: RefCell::default() })
    }

    pub fn name(&self, kind: Kind, reference: &str) -> Result<String, BadExpression> {
        let name = self.names.get(reference).ok_or_else(|| {
            BadExpression::of(
                kind,
                format!(
                    "An expression attribute name used in the document path is not defined; attribute name: {reference}"
                ),
            )
        })?;
        self.used.borrow_mut().insert(reference.to_owned());
        Ok(name.clone())
    }

    pub fn value(&self, kind: Kind, reference: &str) -> Result<Value, BadExpression> {
        let value = self.values.get(reference).ok_or_else(|| {
            BadExpression::of(
                kind,
                format!(
                    "An expression attribute value used in expression is not defined; attribute value: {reference}"
                ),
            )
        })?;
        self.used.borrow_mut().insert(reference.to_owned());
        Ok(value.clone())
    }

    /// To be called when all expressions were read: what none of them used is a mistake.
    pub fn check_all_used(&self) -> Result<(), BadExpression> {
        let used = self.used.borrow();
        let unused = |keys: Vec<&String>| {
            keys.into_iter().filter(|key| !used.contains(*key)).cloned().collect::<Vec<_>>().join(", ")
        };
        for (parameter, keys) in [
            ("ExpressionAttributeNames", unused(self.names.keys().collect())),
            ("ExpressionAttributeValues", unused(self.values.keys().collect())),
        ] {
            if !keys.is_empty() {
                return Err(BadExpression(format!(
                    "Value provided in {parameter} unused in expressions: keys: {{{keys}}}"
                )));
            }
        }
        Ok(())
    }
}

pub(crate) fn check_keys<'a>(
    parameter: &str,
    keys: impl Iterator<Item = &'a String>,
    mark: char,
) -> Result<(), BadExpression> {
    for key in keys {
        let rest = key.strip_prefix(mark).unwrap_or_default();
        if rest.is_empty() || !rest.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Err(BadExpression(format!(
                "{parameter} contains invalid key: Syntax error; key: \"{key}\""
            )));
        }
    }
    Ok(())
}
