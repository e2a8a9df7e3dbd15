//! What a shape of an AWS API looks like, as data: the readers, writers and the validator of `aws-wire` walk it.
//!
//! Everything here is `const`-constructible, so that a generated service costs no code at start-up. The facts come from
//! the public API models under `models/`; nothing here knows a wire format.

/// One service of a model, with the operations it defines, in alphabetical order.
#[derive(Debug)]
pub struct Service {
    /// The name of its model, such as `kinesis`.
    pub name: &'static str,
    /// What stands before the dot in `X-Amz-Target`.
    pub target_prefix: &'static str,
    /// As the credential scope of a signature names it.
    pub signing_name: &'static str,
    /// What stands before the colon in the actions of policies.
    pub iam_prefix: &'static str,
    /// Such as `2013-12-02`; requests of the query protocol name it.
    pub api_version: &'static str,
    /// As the model names them: `json`, `query`, `smithy-rpc-v2-cbor`.
    pub protocols: &'static [&'static str],
    /// Of answers in XML; empty where there are none.
    pub xml_namespace: &'static str,
    /// Whether errors also carry the code that the query protocol gave them.
    pub query_compatible: bool,
    pub operations: &'static [&'static Operation],
    /// In alphabetical order.
    pub errors: &'static [Error],
}

/// An error of a service's model.
#[derive(Clone, Copy, Debug)]
pub struct Error {
    /// Its shape, which is its code in all protocols but query.
    pub name: &'static str,
    /// Its code in the query protocol.
    pub code: &'static str,
    /// The HTTP status where the protocol has one of its own.
    pub status: u16,
}

impl Service {
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        self.operations.binary_search_by(|o| o.name.cmp(name)).ok().map(|at| self.operations[at])
    }

    pub fn error(&self, name: &str) -> Option<&'static Error> {
        self.errors.binary_search_by(|error| error.name.cmp(name)).ok().map(|at| &self.errors[at])
    }

    /// Whether the model lists the protocol.
    pub fn speaks(&self, protocol: &str) -> bool {
        self.protocols.contains(&protocol)
    }
}

#[derive(Debug)]
pub struct Operation {
    pub name: &'static str,
    /// `None` where the model gives no input: the body is still read, as an empty structure.
    pub input: Option<&'static Structure>,
    /// `None` for a void operation, which answers with an empty body.
    pub output: Option<&'static Structure>,
    /// Names of the error shapes the model documents for it.
    pub errors: &'static [&'static str],
}

#[derive(Debug)]
pub struct Structure {
    pub name: &'static str,
    /// The Java package of the service's own class, which its messages print.
    pub package: &'static str,
    pub members: &'static [Member],
    /// Indexes into `members` in the order in which the service reports violations.
    pub checked: &'static [u8],
}

impl Structure {
    /// Index of the member of that wire name. Structures are small: a scan beats a map.
    pub fn member(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|m| m.name == name)
    }
}

#[derive(Debug)]
pub struct Member {
    /// As on the wire, such as `StreamARN`.
    pub name: &'static str,
    pub required: bool,
    pub shape: &'static Shape,
}

#[derive(Debug)]
pub enum Shape {
    Boolean,
    /// 32 bits.
    Integer(Range),
    /// 64 bits.
    Long(Range),
    Double(Range),
    String(Text),
    Blob(Length),
    Timestamp,
    List {
        member: &'static Shape,
        length: Length,
    },
    Map {
        key: &'static Shape,
        value: &'static Shape,
        length: Length,
    },
    Structure(&'static Structure),
}

/// Inclusive bounds of a number.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

/// Inclusive bounds of a size: characters of a string, bytes of a blob, elements of a list or map.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    pub min: Option<u32>,
    pub max: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub length: Length,
    pub pattern: Option<Pattern>,
    /// The legal values of an enumeration; empty for free text.
    pub values: &'static [&'static str],
}

/// A regular expression that must match the whole text.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// As the model gives it, and as error messages print it (Java's dialect).
    pub text: &'static str,
    /// The same language without look-around, where the model's text has some; else equal to `text`.
    pub matcher: &'static str,
}
