//! The text of a generated file: a `static` per shape, a struct or open enumeration per shape that needs a Rust type, a marker
//! per operation, and the service's table of operations.
//!
//! Error shapes and event streams get no type: errors are `aws-wire`'s `Fault`, and a stream of events is not a document.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

use super::model::{Model, Overlay, Reference, Shape};
use super::names;

pub fn service(name: &str, model: &Model, overlay: &Overlay) -> Result<String> {
    let emitter = Emitter { model, overlay, statics: static_names(model) };
    let mut out = String::new();
    writeln!(out, "//! @generated from `models/{name}.json` by `cargo xtask codegen`: do not edit.")?;
    writeln!(
        out,
        "//!\n//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.\n"
    )?;
    writeln!(out, "use std::collections::BTreeMap;\n\nuse bytes::Bytes;\nuse headwater_types::Timestamp;\n")?;
    writeln!(out, "use crate::operation::Void;")?;
    writeln!(out, "use crate::schema;")?;
    writeln!(out, "use crate::{{open_enum, structure}};")?;
    for (shape_name, shape) in &model.shapes {
        if emitter.has_type(shape) {
            emitter.shape(&mut out, shape_name, shape).with_context(|| format!("shape {shape_name}"))?;
        }
    }
    emitter.operations(&mut out, name)?;
    Ok(unused_imports_removed(out))
}

/// The header imports what most services use; a service without blobs or maps must not warn.
fn unused_imports_removed(text: String) -> String {
    let body_start = text.find("use crate::{open_enum").unwrap_or(0);
    let body = text[body_start..].to_owned();
    let imports = [
        ("use std::collections::BTreeMap;\n\n", "BTreeMap<"),
        ("use bytes::Bytes;\n", "Bytes"),
        ("use headwater_types::Timestamp;\n", "<Timestamp>"),
        ("use crate::operation::Void;\n", "= Void;"),
    ];
    let mut out = text;
    for (import, sign) in imports {
        let plain_field = sign == "<Timestamp>" && body.contains(": Timestamp,");
        if !body.contains(sign) && !plain_field {
            out = out.replacen(import, "", 1);
        }
    }
    if !body.contains("\nopen_enum!") {
        out = out.replacen("use crate::{open_enum, structure};", "use crate::structure;", 1);
    }
    out
}

struct Emitter<'a> {
    model: &'a Model,
    overlay: &'a Overlay,
    /// The name of each shape's `static`.
    statics: BTreeMap<&'a str, String>,
}

/// Models know `Endpoint` and `endpoint`, which a `static` cannot tell apart: the later one gets a number.
fn static_names(model: &Model) -> BTreeMap<&str, String> {
    let mut taken = BTreeSet::new();
    let mut names = BTreeMap::new();
    for shape in model.shapes.keys() {
        let plain = names::screaming(shape);
        let numbered = (2..).map(|n| format!("{plain}_{n}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !taken.contains(name));
        let name = free.expect("numbers do not end");
        taken.insert(name.clone());
        names.insert(shape.as_str(), name);
    }
    names
}

impl Emitter<'_> {
    /// Errors and event streams have none.
    fn has_type(&self, shape: &Shape) -> bool {
        !shape.exception && !shape.eventstream
    }

    fn get(&self, reference: &Reference) -> Result<&Shape> {
        self.model.shapes.get(&reference.shape).with_context(|| format!("no shape {}", reference.shape))
    }

    fn screaming(&self, shape: &str) -> String {
        // A reference to a shape that is not there is found when its type is asked for.
        self.statics.get(shape).cloned().unwrap_or_else(|| names::screaming(shape))
    }

    /// The `static` of type `Shape` that describes a shape.
    fn static_name(&self, shape: &str) -> String {
        let suffix =
            if self.model.shapes.get(shape).is_some_and(|s| s.kind == "structure") { "_SHAPE" } else { "" };
        self.screaming(shape) + suffix
    }

    fn shape(&self, out: &mut String, name: &str, shape: &Shape) -> Result<()> {
        match shape.kind.as_str() {
            "structure" => self.structure(out, name, shape),
            "string" if !shape.values.is_empty() => {
                self.enumeration(out, name, shape)?;
                self.static_shape(out, name, shape)
            }
            _ => self.static_shape(out, name, shape),
        }
    }

    fn enumeration(&self, out: &mut String, name: &str, shape: &Shape) -> Result<()> {
        let mut seen = BTreeSet::new();
        writeln!(out, "\nopen_enum!({} {{", names::type_name(name))?;
        for value in &shape.values {
            let variant = names::variant(value);
            ensure!(seen.insert(variant.clone()), "two values of {name} are both called {variant}");
            writeln!(out, "    {variant} = {value:?},")?;
        }
        writeln!(out, "}});")?;
        Ok(())
    }

    fn static_shape(&self, out: &mut String, name: &str, shape: &Shape) -> Result<()> {
        let literal = self.shape_literal(name, shape)?;
        writeln!(out, "\npub static {}: schema::Shape = {literal};", self.screaming(name))?;
        Ok(())
    }

    fn shape_literal(&self, name: &str, shape: &Shape) -> Result<String> {
        Ok(match shape.kind.as_str() {
            "boolean" => "schema::Shape::Boolean".to_owned(),
            "integer" | "short" => format!("schema::Shape::Integer({})", range(shape)),
            "long" => format!("schema::Shape::Long({})", range(shape)),
            "double" | "float" => format!("schema::Shape::Double({})", range(shape)),
            "timestamp" => "schema::Shape::Timestamp".to_owned(),
            "blob" => format!("schema::Shape::Blob({})", length(shape)),
            "string" => format!("schema::Shape::String({})", self.text(name, shape)),
            "list" => {
                let member = shape.member.as_ref().context("a list without member")?;
                format!(
                    "schema::Shape::List {{ member: &{}, length: {} }}",
                    self.static_name(&member.shape),
                    length(shape)
                )
            }
            "map" => {
                let key = shape.key.as_ref().context("a map without key")?;
                let value = shape.value.as_ref().context("a map without value")?;
                let (key, value) = (self.static_name(&key.shape), self.static_name(&value.shape));
                format!("schema::Shape::Map {{ key: &{key}, value: &{value}, length: {} }}", length(shape))
            }
            other => bail!("unknown type {other}"),
        })
    }

    fn text(&self, name: &str, shape: &Shape) -> String {
        let pattern = shape.pattern.as_ref().map_or_else(
            || "None".to_owned(),
            |text| {
                let matcher = self.overlay.patterns.get(text).unwrap_or(text);
                format!("Some(schema::Pattern {{ text: {text:?}, matcher: {matcher:?} }})")
            },
        );
        let values = self.overlay.enums.get(name).unwrap_or(&shape.values);
        format!("schema::Text {{ length: {}, pattern: {pattern}, values: &{values:?} }}", length(shape))
    }

    fn structure(&self, out: &mut String, name: &str, shape: &Shape) -> Result<()> {
        let mut members = Vec::new();
        for (member, reference) in &shape.members {
            if self.has_type(self.get(reference)?) {
                members.push((member, reference));
            }
        }
        let (type_name, schema) = (names::type_name(name), self.screaming(name));

        // Map keys, doubles and the like make `Eq` a matter of luck; `PartialEq` is what tests need.
        writeln!(out, "\n#[derive(Clone, Debug, Default, PartialEq)]\npub struct {type_name} {{")?;
        for (member, reference) in &members {
            let mut rust = self.rust_type(reference)?;
            if self.contains(&reference.shape, name) {
                rust = format!("Box<{rust}>");
            }
            if !self.is_required(name, shape, member) {
                rust = format!("Option<{rust}>");
            }
            writeln!(out, "    pub {}: {rust},", names::field(member))?;
        }
        writeln!(out, "}}\n")?;

        writeln!(out, "pub static {schema}: schema::Structure = schema::Structure {{\n    name: {name:?},")?;
        writeln!(out, "    package: {:?},\n    members: &[", self.overlay.package)?;
        for (member, reference) in &members {
            let wire = reference.location_name.as_deref().unwrap_or(member);
            let required = self.is_required(name, shape, member);
            let shape = self.static_name(&reference.shape);
            writeln!(
                out,
                "        schema::Member {{ name: {wire:?}, required: {required}, shape: &{shape} }},"
            )?;
        }
        writeln!(out, "    ],\n    checked: &{:?},\n}};", self.checked(name, &members)?)?;
        writeln!(out, "pub static {schema}_SHAPE: schema::Shape = schema::Shape::Structure(&{schema});\n")?;

        let fields: Vec<String> = members.iter().map(|(member, _)| names::field(member)).collect();
        writeln!(out, "structure!({type_name} = {schema} {{ {} }});", fields.join(", "))?;
        Ok(())
    }

    fn is_required(&self, structure: &str, shape: &Shape, member: &str) -> bool {
        shape.required.iter().any(|m| m == member)
            && !self.overlay.optional.contains(&format!("{structure}.{member}"))
    }

    /// Indexes of the members in the order in which the service reports violations.
    fn checked(&self, name: &str, members: &[(&String, &Reference)]) -> Result<Vec<u8>> {
        ensure!(
            members.len() <= usize::from(u8::MAX),
            "{name} has more members than an index of 8 bits holds"
        );
        let first = self.overlay.checked.get(name).map_or(&[][..], Vec::as_slice);
        let mut order = Vec::new();
        for wanted in first {
            let at = members.iter().position(|(member, _)| *member == wanted);
            order.push(at.with_context(|| {
                format!("the overlay orders {name}.{wanted}, which the model does not have")
            })?);
        }
        order.extend((0..members.len()).filter(|at| !first.contains(members[*at].0)));
        Ok(order.into_iter().map(|at| at as u8).collect())
    }

    fn rust_type(&self, reference: &Reference) -> Result<String> {
        let shape = self.get(reference)?;
        Ok(match shape.kind.as_str() {
            "boolean" => "bool".to_owned(),
            "integer" | "short" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "double" | "float" => "f64".to_owned(),
            "timestamp" => "Timestamp".to_owned(),
            "blob" => "Bytes".to_owned(),
            "string" if shape.values.is_empty() => "String".to_owned(),
            "string" | "structure" => names::type_name(&reference.shape),
            "list" => {
                format!("Vec<{}>", self.rust_type(shape.member.as_ref().context("a list without member")?)?)
            }
            "map" => {
                let value = shape.value.as_ref().context("a map without value")?;
                format!("BTreeMap<String, {}>", self.rust_type(value)?)
            }
            other => bail!("unknown type {other}"),
        })
    }

    /// Whether a value of shape `inside` lies directly (not behind a list or map) in one of shape `outer`, so that the
    /// type would have no size.
    fn contains(&self, outer: &str, inside: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![outer.to_owned()];
        while let Some(name) = open.pop() {
            if name == inside {
                return true;
            }
            let Some(shape) = self.model.shapes.get(&name).filter(|s| s.kind == "structure") else {
                continue;
            };
            if seen.insert(name) {
                open.extend(shape.members.iter().map(|(_, reference)| reference.shape.clone()));
            }
        }
        false
    }

    fn operations(&self, out: &mut String, service: &str) -> Result<()> {
        let mut table = BTreeMap::new();
        for (name, operation) in &self.model.operations {
            let schema = names::screaming(name) + "_OPERATION";
            let side = |reference: &Option<Reference>| match reference {
                Some(reference) => (
                    names::type_name(&reference.shape),
                    format!("Some(&{})", self.screaming(&reference.shape)),
                ),
                None => ("Void".to_owned(), "None".to_owned()),
            };
            let (input, input_schema) = side(&operation.input);
            let (output, output_schema) = side(&operation.output);
            let errors: Vec<&str> = operation.errors.iter().map(|e| e.shape.as_str()).collect();
            let marker = self.marker(name);
            writeln!(out, "\npub struct {marker};\n")?;
            writeln!(
                out,
                "static {schema}: schema::Operation = schema::Operation {{\n    name: {name:?},\n    input: {input_schema},"
            )?;
            writeln!(out, "    output: {output_schema},\n    errors: &{errors:?},\n}};\n")?;
            writeln!(
                out,
                "impl crate::Operation for {marker} {{\n    type Input = {input};\n    type Output = {output};"
            )?;
            writeln!(out, "    const SCHEMA: &'static schema::Operation = &{schema};\n}}")?;
            table.insert(name, schema);
        }
        writeln!(out, "\npub static SERVICE: schema::Service = schema::Service {{\n    name: {service:?},")?;
        let metadata = &self.model.metadata;
        let iam_prefix = self.overlay.iam_prefix.as_deref().unwrap_or(metadata.signing_name());
        writeln!(out, "    target_prefix: {:?},", metadata.target_prefix)?;
        writeln!(out, "    signing_name: {:?},\n    iam_prefix: {iam_prefix:?},", metadata.signing_name())?;
        writeln!(
            out,
            "    api_version: {:?},\n    protocols: &{:?},",
            metadata.api_version, metadata.protocols
        )?;
        writeln!(out, "    xml_namespace: {:?},", metadata.xml_namespace)?;
        writeln!(out, "    query_compatible: {},\n    operations: &[", metadata.is_query_compatible())?;
        for schema in table.values() {
            writeln!(out, "        &{schema},")?;
        }
        writeln!(out, "    ],\n    errors: &[")?;
        self.errors(out)?;
        writeln!(out, "    ],\n}};")?;
        Ok(())
    }

    fn errors(&self, out: &mut String) -> Result<()> {
        for (name, shape) in self.model.shapes.iter().filter(|(_, shape)| shape.exception) {
            let code = shape.error.code.as_ref().unwrap_or(name);
            let status = shape.error.http_status_code.unwrap_or(if shape.fault { 500 } else { 400 });
            writeln!(out, "        schema::Error {{ name: {name:?}, code: {code:?}, status: {status} }},")?;
        }
        Ok(())
    }

    /// An operation's marker has its name, unless a shape took it.
    fn marker(&self, operation: &str) -> String {
        let taken = |s: &Shape| self.has_type(s) && (s.kind == "structure" || !s.values.is_empty());
        let name = names::type_name(operation);
        if self.model.shapes.get(operation).is_some_and(taken) { name + "Operation" } else { name }
    }
}

fn range(shape: &Shape) -> String {
    // Bounds of doubles in the models are whole numbers.
    let bound = |n: &Option<serde_json::Number>| {
        let whole = n.as_ref().and_then(|n| n.as_i64().or_else(|| n.as_f64().map(|f| f as i64)));
        whole.map_or_else(|| "None".to_owned(), |n| format!("Some({n})"))
    };
    format!("schema::Range {{ min: {}, max: {} }}", bound(&shape.min), bound(&shape.max))
}

fn length(shape: &Shape) -> String {
    let bound = |n: &Option<serde_json::Number>| {
        let whole = n.as_ref().and_then(serde_json::Number::as_u64).and_then(|n| u32::try_from(n).ok());
        whole.map_or_else(|| "None".to_owned(), |n| format!("Some({n})"))
    };
    format!("schema::Length {{ min: {}, max: {} }}", bound(&shape.min), bound(&shape.max))
}
