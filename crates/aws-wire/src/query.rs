//! The query protocol: requests as forms (`Action=…&Version=…&List.member.1=…`), answers in XML.
//!
//! Written against the same schemas as the JSON services; what the protocol adds is its own set of error codes and statuses.
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>

mod form;
mod xml;

use bytes::Bytes;
use headwater_aws_shapes::document::{Document, Members};
use headwater_aws_shapes::schema::{Operation, Service, Structure};
use http::{HeaderValue, Response, StatusCode, header};

use crate::{Body, Fault, RequestId};

pub use form::Form;

/// The members of a request, of the schema's types.
pub fn read(schema: &'static Structure, body: &[u8]) -> Result<Members, Fault> {
    Form::parse(body)?.members(schema)
}

/// The members of an output as XML, without what wraps it.
pub fn write(schema: &'static Structure, members: &[Option<Document>]) -> Bytes {
    let mut out = String::with_capacity(256);
    xml::members(&mut out, schema, members);
    out.into()
}

/// An answer around what [`write`] gave.
pub(crate) fn answer(
    service: &Service,
    operation: &Operation,
    id: &RequestId,
    output: &[u8],
) -> Response<Body> {
    let name = operation.name;
    let mut out = format!("<{name}Response xmlns=\"{}\">", service.xml_namespace);
    if operation.output.is_some() {
        out += &format!("<{name}Result>{}</{name}Result>", String::from_utf8_lossy(output));
    }
    out += &format!(
        "<ResponseMetadata><RequestId>{}</RequestId></ResponseMetadata></{name}Response>",
        id.uuid()
    );
    in_xml(StatusCode::OK, out)
}

/// An error answer.
pub(crate) fn answer_fault(service: Option<&Service>, id: &RequestId, fault: &Fault) -> Response<Body> {
    let (code, status) = code_and_status(service, fault);
    let namespace = service.map_or("", |service| service.xml_namespace);
    let blame = if status.is_server_error() { "Receiver" } else { "Sender" };
    let mut out =
        format!("<ErrorResponse xmlns=\"{namespace}\"><Error><Type>{blame}</Type><Code>{code}</Code>");
    out += "<Message>";
    xml::escape(&mut out, fault.message.as_deref().unwrap_or_default());
    out += &format!("</Message></Error><RequestId>{}</RequestId></ErrorResponse>", id.uuid());
    in_xml(status, out)
}

/// The code and status of a fault in this protocol: the model's for the service's own errors, and the query services' common
/// ones for what happens before an operation.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html>
pub(crate) fn code_and_status(service: Option<&Service>, fault: &Fault) -> (&'static str, StatusCode) {
    if let Some(error) = service.and_then(|service| service.error(fault.code)) {
        return (error.code, StatusCode::from_u16(error.status).unwrap_or(fault.status));
    }
    match fault.code {
        "MissingAuthenticationTokenException" => ("MissingAuthenticationToken", StatusCode::FORBIDDEN),
        "IncompleteSignatureException" => ("IncompleteSignature", StatusCode::FORBIDDEN),
        "InvalidSignatureException" => ("SignatureDoesNotMatch", StatusCode::FORBIDDEN),
        "UnrecognizedClientException" => ("InvalidClientTokenId", StatusCode::FORBIDDEN),
        "ExpiredTokenException" => ("ExpiredToken", StatusCode::FORBIDDEN),
        "AccessDeniedException" => ("AccessDenied", StatusCode::FORBIDDEN),
        "ValidationException" => ("ValidationError", StatusCode::BAD_REQUEST),
        "SerializationException" => ("MalformedInput", StatusCode::BAD_REQUEST),
        "UnknownOperationException" => ("InvalidAction", StatusCode::BAD_REQUEST),
        "ThrottlingException" => ("Throttling", StatusCode::BAD_REQUEST),
        other => (other, fault.status),
    }
}

fn in_xml(status: StatusCode, text: String) -> Response<Body> {
    let mut response = Response::new(Body::from(Bytes::from(text)));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    response
}
