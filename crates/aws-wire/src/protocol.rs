//! The wire formats of a body, named by its content type.

use bytes::Bytes;
use headwater_aws_shapes::Structural;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::Structure;
use http::{HeaderValue, Response, StatusCode, header};

use crate::{Body, Fault, cbor, json, read, validate};

/// How a body is written. An answer uses its request's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    AwsJson10,
    AwsJson11,
    /// What the AWS SDK for Java speaks to Kinesis unless told otherwise.
    Cbor11,
}

impl Protocol {
    /// By the content type without its parameters.
    pub fn of(content_type: &str) -> Option<Self> {
        match content_type {
            "application/x-amz-json-1.0" => Some(Self::AwsJson10),
            "application/x-amz-json-1.1" => Some(Self::AwsJson11),
            "application/x-amz-cbor-1.1" => Some(Self::Cbor11),
            _ => None,
        }
    }

    pub fn content_type(self) -> &'static str {
        match self {
            Self::AwsJson10 => "application/x-amz-json-1.0",
            Self::AwsJson11 => "application/x-amz-json-1.1",
            Self::Cbor11 => "application/x-amz-cbor-1.1",
        }
    }

    /// Whether a body is of this format at all, whatever it says.
    pub fn is_readable(self, body: &[u8]) -> bool {
        match self {
            Self::AwsJson10 | Self::AwsJson11 => json::is_readable(body),
            Self::Cbor11 => cbor::is_readable(body),
        }
    }

    /// The members of a request, of the schema's types and within its constraints.
    pub fn read(self, schema: &'static Structure, body: &Bytes) -> Result<Members, Fault> {
        let members = match self {
            Self::AwsJson10 | Self::AwsJson11 => read::json(schema, body)?,
            Self::Cbor11 => read::cbor(schema, body)?,
        };
        validate::members(schema, &members)?;
        Ok(members)
    }

    /// A request as its generated struct.
    pub fn decode<T: Structural>(self, body: &Bytes) -> Result<T, Fault> {
        self.read(T::SCHEMA, body).map(T::from_members)
    }

    pub fn write(self, schema: &'static Structure, members: &[Option<Document>]) -> Bytes {
        match self {
            Self::AwsJson10 | Self::AwsJson11 => json::write(schema, members),
            Self::Cbor11 => cbor::write(schema, members),
        }
    }

    pub fn encode<T: Structural>(self, output: T) -> Bytes {
        self.write(T::SCHEMA, &output.into_members())
    }

    /// An answer with this protocol's content type.
    pub fn answer(self, status: StatusCode, body: impl Into<Body>) -> Response<Body> {
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type()));
        response
    }

    pub fn answer_fault(self, fault: &Fault) -> Response<Body> {
        let body = match self {
            Self::AwsJson10 | Self::AwsJson11 => json::write_fault(fault),
            Self::Cbor11 => cbor::write_fault(fault),
        };
        self.answer(fault.status, body)
    }
}
