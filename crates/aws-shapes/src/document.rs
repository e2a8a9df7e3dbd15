//! A value of some shape, on its way between a wire format and a generated struct.
//!
//! A wire reader builds a [`Document`] that agrees with a schema; the validator looks at it; the generated struct takes
//! it apart. Outputs travel the other way. So each wire format is written once, against this one tree, and a generated
//! struct needs no code but its list of fields.

use std::collections::BTreeMap;

use bytes::Bytes;
use headwater_types::Timestamp;

use crate::schema::Structure;

#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    Boolean(bool),
    Integer(i64),
    Double(f64),
    String(String),
    Blob(Bytes),
    Timestamp(Timestamp),
    List(Vec<Document>),
    /// In the order in which the entries were read; of equal keys the last counts.
    Map(Vec<(String, Document)>),
    /// One slot per member of the schema's structure, in its order.
    Structure(Members),
}

/// The members of a structure by their index in its schema; `None` where absent or null.
pub type Members = Vec<Option<Document>>;

/// A generated struct.
pub trait Structural: Sized {
    const SCHEMA: &'static Structure;

    /// `members` agrees with the schema: the readers guarantee it. A required member that is absent (which a validator
    /// refuses) becomes its type's default.
    fn from_members(members: Members) -> Self;
    fn into_members(self) -> Members;
}

/// A Rust type that stands for a shape.
pub trait Shaped: Sized {
    fn from_document(document: Document) -> Self;
    fn into_document(self) -> Document;
}

/// A field of a generated struct: a plain type where the member is required, an `Option` where it is not.
pub trait Field: Sized {
    fn take(member: Option<Document>) -> Self;
    fn give(self) -> Option<Document>;
}

impl<T: Shaped + Default> Field for T {
    fn take(member: Option<Document>) -> Self {
        member.map_or_else(T::default, T::from_document)
    }

    fn give(self) -> Option<Document> {
        Some(self.into_document())
    }
}

impl<T: Shaped> Field for Option<T> {
    fn take(member: Option<Document>) -> Self {
        member.map(T::from_document)
    }

    fn give(self) -> Option<Document> {
        self.map(T::into_document)
    }
}

/// A document that does not fit the type it is given to: a bug of a reader or of the generated schema, never of a request.
#[cold]
fn misfit(expected: &str, found: &Document) -> ! {
    panic!("a reader built {found:?} where the schema says {expected}")
}

macro_rules! scalar {
    ($type:ty, $variant:ident, $name:literal, $value:ident => $from:expr, $own:ident => $into:expr) => {
        impl Shaped for $type {
            fn from_document(document: Document) -> Self {
                match document {
                    Document::$variant($value) => $from,
                    other => misfit($name, &other),
                }
            }

            fn into_document(self) -> Document {
                let $own = self;
                Document::$variant($into)
            }
        }
    };
}

scalar!(bool, Boolean, "a boolean", v => v, v => v);
// Readers saturate to 32 bits, so the cast loses nothing.
scalar!(i32, Integer, "an integer", v => v as i32, v => i64::from(v));
scalar!(i64, Integer, "a long", v => v, v => v);
scalar!(f64, Double, "a double", v => v, v => v);
scalar!(String, String, "a string", v => v, v => v);
scalar!(Bytes, Blob, "a blob", v => v, v => v);
scalar!(Timestamp, Timestamp, "a timestamp", v => v, v => v);

impl<T: Shaped> Shaped for Vec<T> {
    fn from_document(document: Document) -> Self {
        match document {
            Document::List(items) => items.into_iter().map(T::from_document).collect(),
            other => misfit("a list", &other),
        }
    }

    fn into_document(self) -> Document {
        Document::List(self.into_iter().map(T::into_document).collect())
    }
}

impl<T: Shaped> Shaped for BTreeMap<String, T> {
    fn from_document(document: Document) -> Self {
        match document {
            Document::Map(entries) => {
                entries.into_iter().map(|(key, v)| (key, T::from_document(v))).collect()
            }
            other => misfit("a map", &other),
        }
    }

    fn into_document(self) -> Document {
        Document::Map(self.into_iter().map(|(key, v)| (key, v.into_document())).collect())
    }
}

/// For shapes that contain themselves.
impl<T: Shaped> Shaped for Box<T> {
    fn from_document(document: Document) -> Self {
        Box::new(T::from_document(document))
    }

    fn into_document(self) -> Document {
        (*self).into_document()
    }
}

/// Takes a structure's members out of a document; for the macro below.
#[doc(hidden)]
pub fn members_of(document: Document) -> Members {
    match document {
        Document::Structure(members) => members,
        other => misfit("a structure", &other),
    }
}

/// Ties a generated struct to its schema: the fields, in the schema's order of members.
#[macro_export]
#[doc(hidden)]
macro_rules! structure {
    ($type:ident = $schema:ident { $($field:ident),* $(,)? }) => {
        impl $crate::document::Structural for $type {
            const SCHEMA: &'static $crate::schema::Structure = &$schema;

            fn from_members(members: $crate::document::Members) -> Self {
                let mut members = members.into_iter();
                let _ = &mut members;
                Self { $($field: $crate::document::Field::take(members.next().flatten()),)* }
            }

            fn into_members(self) -> $crate::document::Members {
                vec![$($crate::document::Field::give(self.$field),)*]
            }
        }

        impl $crate::document::Shaped for $type {
            fn from_document(document: $crate::document::Document) -> Self {
                $crate::document::Structural::from_members($crate::document::members_of(document))
            }

            fn into_document(self) -> $crate::document::Document {
                $crate::document::Document::Structure($crate::document::Structural::into_members(self))
            }
        }
    };
}

/// An enumeration that stays open: a value that a newer model adds is carried, not lost.
#[macro_export]
#[doc(hidden)]
macro_rules! open_enum {
    ($type:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type {
            $($variant,)*
            /// A value this model does not name.
            Other(String),
        }

        impl $type {
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for $type {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)*
                    _ => Self::Other(text),
                }
            }
        }

        impl Default for $type {
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::document::Shaped for $type {
            fn from_document(document: $crate::document::Document) -> Self {
                Self::from(<String as $crate::document::Shaped>::from_document(document))
            }

            fn into_document(self) -> $crate::document::Document {
                $crate::document::Document::String(match self {
                    Self::Other(text) => text,
                    known => known.as_str().to_owned(),
                })
            }
        }
    };
}
