//! The wire formats of a body, named by its content type.

use bytes::Bytes;
use headwater_aws_shapes::Structural;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Operation, Service, Structure};
use http::{HeaderValue, Response, StatusCode, header};

use crate::{AwsRequest, Body, Fault, RequestId, cbor, json, query, read, validate};

/// How a body is written. An answer uses its request's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    AwsJson10,
    AwsJson11,
    /// What the AWS SDK for Java speaks to Kinesis unless told otherwise.
    Cbor11,
    /// Smithy's own, with the operation in the path: <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>.
    RpcV2Cbor,
    /// Forms, and answers in XML.
    Query,
}

impl Protocol {
    /// Of the protocols that name the operation in `X-Amz-Target`, by the content type without its parameters.
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
            Self::RpcV2Cbor => "application/cbor",
            Self::Query => "text/xml",
        }
    }

    /// Whether a body is of this format at all, whatever it says.
    pub fn is_readable(self, body: &[u8]) -> bool {
        match self {
            Self::AwsJson10 | Self::AwsJson11 => json::is_readable(body),
            Self::Cbor11 => cbor::is_readable(body),
            Self::RpcV2Cbor => body.is_empty() || cbor::is_readable(body),
            Self::Query => query::Form::parse(body).is_ok(),
        }
    }

    /// The members of a request, of the schema's types and within its constraints.
    pub fn read(self, schema: &'static Structure, body: &Bytes) -> Result<Members, Fault> {
        let members = match self {
            Self::AwsJson10 | Self::AwsJson11 => read::json(schema, body)?,
            Self::Cbor11 => read::cbor(schema, body)?,
            Self::RpcV2Cbor => read::rpc_cbor(schema, body)?,
            Self::Query => query::read(schema, body)?,
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
            Self::RpcV2Cbor => cbor::write_rpc(schema, members),
            Self::Query => query::write(schema, members),
        }
    }

    pub fn encode<T: Structural>(self, output: T) -> Bytes {
        self.write(T::SCHEMA, &output.into_members())
    }

    /// The answer of an operation that gave this output, which [`Protocol::encode`] wrote.
    pub fn answer_output(
        self,
        service: &Service,
        operation: &Operation,
        id: &RequestId,
        output: Bytes,
    ) -> Response<Body> {
        match self {
            Self::Query => query::answer(service, operation, id, &output),
            Self::RpcV2Cbor => {
                let mut response = self.answer(StatusCode::OK, output);
                mark_rpc(&mut response);
                if operation.output.is_none() {
                    response.headers_mut().remove(header::CONTENT_TYPE);
                }
                response
            }
            _ => self.answer(StatusCode::OK, output),
        }
    }

    /// An answer with this protocol's content type.
    pub fn answer(self, status: StatusCode, body: impl Into<Body>) -> Response<Body> {
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type()));
        response
    }

    /// The answer to a request of that service that failed.
    pub fn answer_fault(
        self,
        request: &AwsRequest,
        service: Option<&Service>,
        fault: &Fault,
    ) -> Response<Body> {
        let body = match self {
            Self::AwsJson10 if service.is_some_and(|service| service.signing_name == "dynamodb") => {
                json::write_fault(&fault.in_package())
            }
            Self::AwsJson10 | Self::AwsJson11 => json::write_fault(fault),
            Self::Cbor11 | Self::RpcV2Cbor => cbor::write_fault(fault),
            Self::Query => return query::answer_fault(service, &request.id, fault),
        };
        let mut response = self.answer(fault.status, body);
        if self == Self::RpcV2Cbor {
            mark_rpc(&mut response);
        }
        let asks_for_codes = request.header("x-amzn-query-mode") == "true";
        if asks_for_codes && service.is_some_and(|service| service.query_compatible) {
            let (code, status) = query::code_and_status(service, fault);
            let blame = if status.is_server_error() { "Receiver" } else { "Sender" };
            if let Ok(value) = HeaderValue::try_from(format!("{code};{blame}")) {
                response.headers_mut().insert("x-amzn-query-error", value);
            }
        }
        response
    }
}

/// Clients look for it before they read anything else.
fn mark_rpc(response: &mut Response<Body>) {
    response.headers_mut().insert("smithy-protocol", HeaderValue::from_static("rpc-v2-cbor"));
}
