//! Updates: SET, REMOVE, ADD and DELETE, applied to an item as one change.
//!
//! All operands are read from the item as it was; then values are set, added and deleted, and removals come last, from the ends of
//! lists, so that every index means the element it meant in the request.

use super::path::Parent;
use super::{Path, Projection, Step};
use crate::value::{Item, NumberError, Value};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    pub actions: Vec<Action>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Set(Path, SetOperand),
    Remove(Path),
    /// A number to add to a number, or a set to unite with a set.
    Add(Path, Value),
    /// A set to take from a set.
    Delete(Path, Value),
}

#[derive(Clone, Debug, PartialEq)]
pub enum SetOperand {
    Path(Path),
    Value(Value),
    IfNotExists(Path, Box<SetOperand>),
    ListAppend(Box<SetOperand>, Box<SetOperand>),
    Plus(Box<SetOperand>, Box<SetOperand>),
    Minus(Box<SetOperand>, Box<SetOperand>),
}

/// An update does not fit the item it meets. The texts are the service's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    #[error("The document path provided in the update expression is invalid for update")]
    BadPath,
    #[error("The provided expression refers to an attribute that does not exist in the item")]
    MissingAttribute,
    #[error("An operand in the update expression has an incorrect data type")]
    WrongType,
    #[error(transparent)]
    Number(#[from] NumberError),
}

impl Action {
    pub fn path(&self) -> &Path {
        match self {
            Self::Set(path, _) | Self::Remove(path) | Self::Add(path, _) | Self::Delete(path, _) => path,
        }
    }
}

impl Update {
    /// The parts of an item that it names, for `UPDATED_OLD` and `UPDATED_NEW`.
    pub fn touched(&self) -> Projection {
        Projection { paths: self.actions.iter().map(|action| action.path().clone()).collect() }
    }

    /// Whether it does nothing but take attributes, or elements of sets, away.
    pub fn only_removes(&self) -> bool {
        let removes = |action: &Action| matches!(action, Action::Remove(_) | Action::Delete(..));
        !self.actions.is_empty() && self.actions.iter().all(removes)
    }

    /// The item after the update.
    pub fn apply(&self, old: &Item) -> Result<Item, UpdateError> {
        let mut new = old.clone();
        let mut sets = Vec::new();
        let mut removals = Vec::new();
        for action in &self.actions {
            match action {
                Action::Set(path, operand) => sets.push((path, evaluate(operand, old)?)),
                Action::Add(path, value) => sets.push((path, sum(path.find(old), value)?)),
                Action::Remove(path) => removals.push(path),
                Action::Delete(path, value) => match difference(path.find(old), value)? {
                    Some(rest) => sets.push((path, rest)),
                    None => removals.push(path),
                },
            }
        }
        // In order of paths, so that several new elements of a list are appended in their order.
        sets.sort_by(|a, b| a.0.cmp(b.0));
        for (path, value) in sets {
            set(&mut new, path, value)?;
        }
        removals.sort_by(|a, b| b.cmp(a));
        for path in removals {
            remove(&mut new, path)?;
        }
        Ok(new)
    }
}

fn evaluate(operand: &SetOperand, item: &Item) -> Result<Value, UpdateError> {
    match operand {
        SetOperand::Value(value) => Ok(value.clone()),
        SetOperand::Path(path) => path.find(item).cloned().ok_or(UpdateError::MissingAttribute),
        SetOperand::IfNotExists(path, otherwise) => match path.find(item) {
            Some(value) => Ok(value.clone()),
            None => evaluate(otherwise, item),
        },
        SetOperand::ListAppend(first, second) => match (evaluate(first, item)?, evaluate(second, item)?) {
            (Value::List(mut first), Value::List(second)) => {
                first.extend(second);
                Ok(Value::List(first))
            }
            _ => Err(UpdateError::WrongType),
        },
        SetOperand::Plus(a, b) | SetOperand::Minus(a, b) => {
            let (Value::Number(x), Value::Number(y)) = (evaluate(a, item)?, evaluate(b, item)?) else {
                return Err(UpdateError::WrongType);
            };
            let result = if matches!(operand, SetOperand::Plus(..)) { x.plus(y) } else { x.minus(y) };
            Ok(Value::Number(result?))
        }
    }
}

fn sum(old: Option<&Value>, added: &Value) -> Result<Value, UpdateError> {
    Ok(match (old, added) {
        (None, added) => added.clone(),
        (Some(Value::Number(old)), Value::Number(added)) => Value::Number(old.plus(*added)?),
        (Some(Value::StringSet(old)), Value::StringSet(added)) => Value::StringSet(old | added),
        (Some(Value::NumberSet(old)), Value::NumberSet(added)) => Value::NumberSet(old | added),
        (Some(Value::BinarySet(old)), Value::BinarySet(added)) => Value::BinarySet(old | added),
        // The older parameters alone add lists.
        (Some(Value::List(old)), Value::List(added)) => {
            Value::List([old.as_slice(), added.as_slice()].concat())
        }
        _ => return Err(UpdateError::WrongType),
    })
}

/// `None` where nothing is left: an attribute cannot be an empty set.
fn difference(old: Option<&Value>, taken: &Value) -> Result<Option<Value>, UpdateError> {
    let rest = match (old, taken) {
        (None, _) => return Ok(None),
        (Some(Value::StringSet(old)), Value::StringSet(taken)) => Value::StringSet(old - taken),
        (Some(Value::NumberSet(old)), Value::NumberSet(taken)) => Value::NumberSet(old - taken),
        (Some(Value::BinarySet(old)), Value::BinarySet(taken)) => Value::BinarySet(old - taken),
        _ => return Err(UpdateError::WrongType),
    };
    let empty = match &rest {
        Value::StringSet(set) => set.is_empty(),
        Value::NumberSet(set) => set.is_empty(),
        Value::BinarySet(set) => set.is_empty(),
        _ => false,
    };
    Ok((!empty).then_some(rest))
}

fn set(item: &mut Item, path: &Path, value: Value) -> Result<(), UpdateError> {
    if path.is_whole_attribute() {
        item.insert(path.attribute.clone(), value);
        return Ok(());
    }
    match path.find_parent_mut(item).ok_or(UpdateError::BadPath)? {
        (Parent::Map(map), Step::Name(name)) => {
            map.insert(name.clone(), value);
        }
        // An index beyond the end appends.
        (Parent::List(list), Step::Index(index)) => match list.get_mut(*index) {
            Some(element) => *element = value,
            None => list.push(value),
        },
        _ => return Err(UpdateError::BadPath),
    }
    Ok(())
}

fn remove(item: &mut Item, path: &Path) -> Result<(), UpdateError> {
    if path.is_whole_attribute() {
        item.remove(&path.attribute);
        return Ok(());
    }
    match path.find_parent_mut(item).ok_or(UpdateError::BadPath)? {
        (Parent::Map(map), Step::Name(name)) => {
            map.remove(name);
        }
        (Parent::List(list), Step::Index(index)) if *index < list.len() => {
            list.remove(*index);
        }
        _ => {}
    }
    Ok(())
}
