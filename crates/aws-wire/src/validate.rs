//! The constraints of a model against a request, with the service's texts, their order and their number.
//!
//! Form: `N validation error(s) detected: Value '…' at 'path' failed to satisfy constraint: …; …`, at most ten. Members go in
//! the schema's `checked` order; of one member, first that it is there, then its pattern or values, then its bounds, then what
//! it contains.

mod pattern;

use std::fmt::Write as _;

use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Length, Range, Shape, Structure, Text};

use crate::Fault;

/// The service reports no more.
const VIOLATIONS_MAX: usize = 10;

/// Bytes of one offending value that a message repeats; a longer one is cut, so that an answer stays small.
const VALUE_BYTES_MAX: usize = 64 * 1024;

/// Checks a whole request.
pub fn members(schema: &'static Structure, members: &Members) -> Result<(), Fault> {
    let mut violations = Violations { texts: Vec::new() };
    violations.structure("", schema, members);
    let texts = violations.texts;
    if texts.is_empty() {
        return Ok(());
    }
    let plural = if texts.len() > 1 { "s" } else { "" };
    Err(Fault::validation(format!("{} validation error{plural} detected: {}", texts.len(), texts.join("; "))))
}

struct Violations {
    texts: Vec<String>,
}

impl Violations {
    fn full(&self) -> bool {
        self.texts.len() >= VIOLATIONS_MAX
    }

    fn add(
        &mut self,
        path: &str,
        value: Option<(&'static Shape, &Document)>,
        constraint: std::fmt::Arguments<'_>,
    ) {
        if self.full() {
            return;
        }
        let value = match value {
            Some((shape, document)) => format!("'{}'", shown(shape, document)),
            None => "null".to_owned(),
        };
        self.texts.push(format!("Value {value} at '{path}' failed to satisfy constraint: {constraint}"));
    }

    fn structure(&mut self, path: &str, schema: &'static Structure, members: &Members) {
        for &at in schema.checked {
            if self.full() {
                return;
            }
            let member = &schema.members[usize::from(at)];
            match &members[usize::from(at)] {
                Some(document) => self.value(&join(path, member.name), member.shape, document),
                None if member.required => {
                    self.add(&join(path, member.name), None, format_args!("Member must not be null"));
                }
                None => {}
            }
        }
    }

    fn value(&mut self, path: &str, shape: &'static Shape, document: &Document) {
        let found = Some((shape, document));
        match (shape, document) {
            (Shape::Integer(range) | Shape::Long(range), Document::Integer(value)) => {
                self.range(path, found, range, *value as f64);
            }
            (Shape::Double(range), Document::Double(value)) => self.range(path, found, range, *value),
            (Shape::String(text), Document::String(value)) => {
                for broken in broken_constraints(text, value) {
                    self.add(path, found, format_args!("{broken}"));
                }
            }
            (Shape::Blob(length), Document::Blob(bytes)) => self.length(path, found, length, bytes.len()),
            (Shape::List { member, length }, Document::List(items)) => {
                self.length(path, found, length, items.len());
                self.elements(path, found, member, items);
            }
            (Shape::Map { key, value, length }, Document::Map(entries)) => {
                self.length(path, found, length, entries.len());
                self.entries(path, found, (key, value), entries);
            }
            (Shape::Structure(schema), Document::Structure(members)) => self.structure(path, schema, members),
            _ => {}
        }
    }

    /// A list of texts answers for its elements as a whole; other elements are reported one by one.
    fn elements(
        &mut self,
        path: &str,
        found: Option<(&'static Shape, &Document)>,
        member: &'static Shape,
        items: &[Document],
    ) {
        if let Shape::String(text) = member {
            if items.iter().any(|item| is_broken(text, item)) {
                self.add(
                    path,
                    found,
                    format_args!("Member must satisfy constraint: [{}]", all_constraints(text)),
                );
            }
            return;
        }
        for (i, item) in items.iter().enumerate() {
            if self.full() {
                return;
            }
            self.value(&format!("{path}.{}.member", i + 1), member, item);
        }
    }

    fn entries(
        &mut self,
        path: &str,
        found: Option<(&'static Shape, &Document)>,
        (key, value): (&'static Shape, &'static Shape),
        entries: &[(String, Document)],
    ) {
        if let Shape::String(text) = key
            && entries.iter().any(|(key, _)| broken_constraints(text, key).next().is_some())
        {
            self.add(
                path,
                found,
                format_args!("Map keys must satisfy constraint: [{}]", all_constraints(text)),
            );
        }
        if let Shape::String(text) = value {
            if entries.iter().any(|(_, value)| is_broken(text, value)) {
                self.add(
                    path,
                    found,
                    format_args!("Map value must satisfy constraint: [{}]", all_constraints(text)),
                );
            }
            return;
        }
        for (key, entry) in entries {
            if self.full() {
                return;
            }
            self.value(&format!("{path}.{}.member", cut(key)), value, entry);
        }
    }

    fn range(&mut self, path: &str, found: Option<(&'static Shape, &Document)>, range: &Range, value: f64) {
        if let Some(min) = range.min
            && value < min as f64
        {
            self.add(path, found, format_args!("Member must have value greater than or equal to {min}"));
        }
        if let Some(max) = range.max
            && value > max as f64
        {
            self.add(path, found, format_args!("Member must have value less than or equal to {max}"));
        }
    }

    fn length(
        &mut self,
        path: &str,
        found: Option<(&'static Shape, &Document)>,
        length: &Length,
        size: usize,
    ) {
        for broken in broken_lengths(*length, size) {
            self.add(path, found, format_args!("{broken}"));
        }
    }
}

fn is_broken(text: &Text, document: &Document) -> bool {
    match document {
        Document::String(value) => broken_constraints(text, value).next().is_some(),
        _ => false,
    }
}

/// What a text breaks, in the service's order.
fn broken_constraints<'a>(text: &'a Text, value: &'a str) -> impl Iterator<Item = String> + 'a {
    let pattern = text.pattern.filter(|p| !pattern::matches(p, value));
    let pattern = pattern.map(|p| format!("Member must satisfy regular expression pattern: {}", p.text));
    let outside = !text.values.is_empty() && !text.values.contains(&value);
    let values = outside.then(|| format!("Member must satisfy enum value set: [{}]", text.values.join(", ")));
    pattern.into_iter().chain(values).chain(broken_lengths(text.length, value.chars().count()))
}

fn broken_lengths(length: Length, size: usize) -> impl Iterator<Item = String> {
    let short = length.min.filter(|min| size < *min as usize);
    let long = length.max.filter(|max| size > *max as usize);
    let short = short.map(|min| format!("Member must have length greater than or equal to {min}"));
    let long = long.map(|max| format!("Member must have length less than or equal to {max}"));
    short.into_iter().chain(long)
}

/// All constraints of an element, as a message about a whole list or map repeats them.
fn all_constraints(text: &Text) -> String {
    let mut all = Vec::new();
    if let Some(max) = text.length.max {
        all.push(format!("Member must have length less than or equal to {max}"));
    }
    if let Some(min) = text.length.min {
        all.push(format!("Member must have length greater than or equal to {min}"));
    }
    if let Some(pattern) = text.pattern {
        all.push(format!("Member must satisfy regular expression pattern: {}", pattern.text));
    }
    if !text.values.is_empty() {
        all.push(format!("Member must satisfy enum value set: [{}]", text.values.join(", ")));
    }
    all.join(", ")
}

/// `records.1.member` and `Data` make `records.1.member.data`: Java's names of members begin in lower case.
fn join(path: &str, name: &str) -> String {
    let mut out = String::with_capacity(path.len() + name.len() + 1);
    if !path.is_empty() {
        let _ = write!(out, "{path}.");
    }
    let (first, rest) = name.split_at(1);
    out.push_str(&first.to_ascii_lowercase());
    out.push_str(rest);
    out
}

/// A value as Java prints it.
fn shown(shape: &'static Shape, document: &Document) -> String {
    let mut out = String::new();
    show(&mut out, shape, document);
    cut(&out).to_owned()
}

fn show(out: &mut String, shape: &'static Shape, document: &Document) {
    if out.len() > VALUE_BYTES_MAX {
        return;
    }
    let _ = match (shape, document) {
        (_, Document::Boolean(value)) => write!(out, "{value}"),
        (_, Document::Integer(value)) => write!(out, "{value}"),
        (_, Document::Double(value)) => write!(out, "{value:?}"),
        (_, Document::String(text)) => write!(out, "{text}"),
        (_, Document::Blob(bytes)) => {
            write!(out, "java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]", bytes.len())
        }
        (_, Document::Timestamp(time)) => write!(out, "{}", time.as_millis()),
        (Shape::List { member, .. }, Document::List(items)) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                show(out, member, item);
            }
            write!(out, "]")
        }
        (Shape::Map { value, .. }, Document::Map(entries)) => {
            out.push('{');
            for (i, (key, entry)) in entries.iter().enumerate() {
                let _ = write!(out, "{}{key}=", if i > 0 { ", " } else { "" });
                show(out, value, entry);
            }
            write!(out, "}}")
        }
        // Java prints an object's class and a hash of its content.
        (Shape::Structure(schema), document) => {
            let mut hash = crc32fast::Hasher::new();
            digest(&mut hash, document);
            write!(out, "{}.{}@{:08x}", schema.package, schema.name, hash.finalize())
        }
        _ => Ok(()),
    };
}

fn digest(hash: &mut crc32fast::Hasher, document: &Document) {
    match document {
        Document::Boolean(value) => hash.update(&[u8::from(*value)]),
        Document::Integer(value) => hash.update(&value.to_le_bytes()),
        Document::Double(value) => hash.update(&value.to_bits().to_le_bytes()),
        Document::String(text) => hash.update(text.as_bytes()),
        Document::Blob(bytes) => hash.update(bytes),
        Document::Timestamp(time) => hash.update(&time.as_millis().to_le_bytes()),
        Document::List(items) => items.iter().for_each(|item| digest(hash, item)),
        Document::Map(entries) => entries.iter().for_each(|(key, entry)| {
            hash.update(key.as_bytes());
            digest(hash, entry);
        }),
        Document::Structure(members) => members.iter().flatten().for_each(|member| digest(hash, member)),
    }
}

/// As much of a value as a message repeats.
pub(crate) fn cut(text: &str) -> &str {
    let mut end = text.len().min(VALUE_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
