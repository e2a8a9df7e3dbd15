//! What every AWS service checks before it looks at an operation: method, content type, target, credentials.
//!
//! The order of the checks and the form of each refusal are the real service's (recorded ones stand in the tests): XML for
//! what cannot be told to be an API call, a bare `__type` for an unreadable body or unknown operation, and credentials only
//! after the body was seen to parse. rpc-v2 and query requests name their operation in the path and in the body.

use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_shapes::schema::{Operation, Service};
use headwater_types::Scope;
use http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};

use crate::chunked::Framed;
use crate::identity::{Gate, Identity};
use crate::{AwsRequest, Body, Fault, Protocol, chunked, credentials, inflate, json, query, sigv4};

/// A request that speaks to a known operation in a known format, with well-formed credentials or none.
pub struct Admitted {
    pub protocol: Protocol,
    /// One of the service's model.
    pub operation: &'static Operation,
    pub scope: Scope,
    /// Who it is, where the gate is closed.
    pub caller: Option<Arc<Identity>>,
    /// Inflated where it came compressed.
    pub body: Bytes,
}

/// Checks a request to a service up to, but not including, the types of its members. The error is the finished answer.
pub fn admit(request: &AwsRequest, service: &'static Service) -> Result<Admitted, Box<Response<Body>>> {
    if service.speaks("smithy-rpc-v2-cbor") && is_rpc(request) {
        return admit_rpc(request, service);
    }
    if service.speaks("query") && is_query(request) {
        return admit_query(request, service);
    }
    let protocol = check_form(request)?;
    let known = |operation: &str| service.operation(operation);
    let Targeted { protocol, operation, framed, body } = target(request, Some(service), protocol, known)?;
    let (scope, caller) = caller(request, framed.as_ref(), service).map_err(|fault| {
        let readable = protocol.is_readable(&body);
        refusal(request, Some(service), protocol, if readable { fault } else { Fault::unreadable() })
    })?;
    Ok(Admitted { protocol, operation, scope, caller, body })
}

fn refusal(
    request: &AwsRequest,
    service: Option<&Service>,
    protocol: Protocol,
    fault: Fault,
) -> Box<Response<Body>> {
    Box::new(protocol.answer_fault(request, service, &fault))
}

/// Whether a request speaks rpc-v2, and which service and operation its path names.
pub(crate) fn is_rpc(request: &AwsRequest) -> bool {
    request.header("smithy-protocol") == "rpc-v2-cbor"
}

/// `/service/GraniteServiceVersion20100801/operation/PutMetricData`; a prefix is allowed.
pub(crate) fn rpc_path(request: &AwsRequest) -> Option<(&str, &str)> {
    let (rest, operation) = request.uri.path().rsplit_once("/operation/")?;
    let (_, service) = rest.rsplit_once("/service/")?;
    Some((service, operation))
}

/// Whether a request is a form, or a GET with its parameters in the query.
pub(crate) fn is_query(request: &AwsRequest) -> bool {
    match request.method {
        Method::GET => request.uri.query().is_some_and(|query| query.contains("Action=")),
        _ => request.content_type() == "application/x-www-form-urlencoded",
    }
}

fn admit_rpc(request: &AwsRequest, service: &'static Service) -> Result<Admitted, Box<Response<Body>>> {
    let protocol = Protocol::RpcV2Cbor;
    let refuse = |fault: Fault| refusal(request, Some(service), protocol, fault);
    let framed = chunked::unframe(request).map_err(refuse)?;
    let body = inflate::body(request, framed.as_ref()).map_err(refuse)?;
    let named = rpc_path(request).and_then(|(_, name)| service.operation(name));
    let operation = match named {
        Some(operation) if request.method == Method::POST => operation,
        _ => return Err(refuse(Fault::unknown_operation())),
    };
    if !protocol.is_readable(&body) {
        return Err(refuse(Fault::unreadable()));
    }
    let (scope, caller) = caller(request, framed.as_ref(), service).map_err(refuse)?;
    Ok(Admitted { protocol, operation, scope, caller, body })
}

/// The parameters of a query request, if they can be read.
pub(crate) fn form_of(request: &AwsRequest) -> Option<query::Form> {
    let body = form_body(request, chunked::unframe(request).ok()?.as_ref()).ok()?;
    query::Form::parse(&body).ok()
}

fn form_body(request: &AwsRequest, framed: Option<&Framed>) -> Result<Bytes, Fault> {
    match request.method {
        Method::GET => Ok(Bytes::copy_from_slice(request.uri.query().unwrap_or_default().as_bytes())),
        _ => inflate::body(request, framed),
    }
}

fn admit_query(request: &AwsRequest, service: &'static Service) -> Result<Admitted, Box<Response<Body>>> {
    let protocol = Protocol::Query;
    let refuse = |fault: Fault| refusal(request, Some(service), protocol, fault);
    let framed = chunked::unframe(request).map_err(refuse)?;
    let body = form_body(request, framed.as_ref()).map_err(refuse)?;
    let form = query::Form::parse(&body).map_err(refuse)?;
    let action = form.value("Action").unwrap_or_default();
    let operation = service.operation(action).ok_or_else(|| {
        let message = format!("Could not find operation {action} for version {}", service.api_version);
        refuse(Fault::client("UnknownOperationException", message))
    })?;
    let (scope, caller) = caller(request, framed.as_ref(), service).map_err(refuse)?;
    Ok(Admitted { protocol, operation, scope, caller, body })
}

/// A readable request for a known operation, by its `X-Amz-Target`.
struct Targeted {
    protocol: Protocol,
    operation: &'static Operation,
    framed: Option<Framed>,
    body: Bytes,
}

/// What can be told from method and content type alone.
fn check_form(request: &AwsRequest) -> Result<Protocol, Box<Response<Body>>> {
    if request.method == Method::OPTIONS && request.headers.contains_key(header::ORIGIN) {
        return Err(Box::new(Response::new(Body::empty())));
    }
    if request.method != Method::POST {
        return Err(xml_access_denied());
    }
    let (prefix, operation) = request.target();
    let content_type = request.content_type();
    Protocol::of(content_type).ok_or_else(|| match content_type {
        "application/json" => plain_json_refusal(&request.body),
        _ if prefix.is_empty() || operation.is_empty() => xml_access_denied(),
        _ => xml(StatusCode::NOT_FOUND, "<UnknownOperationException/>\n"),
    })
}

fn target(
    request: &AwsRequest,
    service: Option<&Service>,
    protocol: Protocol,
    known: impl Fn(&str) -> Option<&'static Operation>,
) -> Result<Targeted, Box<Response<Body>>> {
    let refuse = |fault: Fault| refusal(request, service, protocol, fault);
    let framed = chunked::unframe(request).map_err(refuse)?;
    let body = inflate::body(request, framed.as_ref()).map_err(refuse)?;
    let Some(operation) = known(request.target().1) else {
        let readable = body.is_empty() || protocol.is_readable(&body);
        return Err(refuse(if readable { Fault::unknown_operation() } else { Fault::unreadable() }));
    };
    if body.is_empty() {
        return Err(refuse(Fault::unreadable()));
    }
    Ok(Targeted { protocol, operation, framed, body })
}

/// Whose request it is: verified, or as it says where the gate is open.
fn caller(
    request: &AwsRequest,
    framed: Option<&Framed>,
    service: &Service,
) -> Result<(Scope, Option<Arc<Identity>>), Fault> {
    match &request.gate {
        Gate::Open => Ok((credentials::scope(request)?, None)),
        Gate::Closed { identities, now } => {
            let verified = sigv4::verify(request, framed, service.signing_name, identities, *now)?;
            let scope = Scope { account: verified.identity.account.clone(), region: verified.region };
            Ok((scope, Some(verified.identity)))
        }
    }
}

/// The answer to a request that speaks to no service here.
pub fn answer_for_nobody(request: &AwsRequest) -> Response<Body> {
    let protocol = match (is_rpc(request), is_query(request)) {
        (true, _) => Ok(Protocol::RpcV2Cbor),
        (false, true) if request.method == Method::POST => Ok(Protocol::Query),
        _ => check_form(request),
    };
    let refused = protocol.and_then(|protocol| target(request, None, protocol, |_| None).map(drop));
    let mut response = refused.err().map_or_else(|| Response::new(Body::empty()), |answer| *answer);
    finish(request, &mut response);
    response
}

/// The answer to a request whose body was not read: in the format that its headers name, JSON where they name none.
pub fn answer_unread(request: &AwsRequest, fault: &Fault) -> Response<Body> {
    let protocol = match (is_rpc(request), is_query(request)) {
        (true, _) => Protocol::RpcV2Cbor,
        (false, true) => Protocol::Query,
        _ => Protocol::of(request.content_type()).unwrap_or(Protocol::AwsJson11),
    };
    let mut response = protocol.answer_fault(request, None, fault);
    finish(request, &mut response);
    response
}

/// Puts the request's ids on an answer and, for a page that may ask, the headers that let a browser read it.
pub fn finish(request: &AwsRequest, response: &mut Response<Body>) {
    request.id.stamp(response.headers_mut());
    let origin = request.header(header::ORIGIN);
    let is_configured = || request.origins.iter().any(|allowed| allowed == "*" || allowed == origin);
    if origin.is_empty() || !is_loopback_origin(origin) && !is_configured() {
        return;
    }
    let mut set = |name: HeaderName, value: HeaderValue| {
        response.headers_mut().insert(name, value);
    };
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if request.method != Method::OPTIONS {
        const EXPOSED: &str =
            "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date";
        set(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
        return;
    }
    let asked = [
        (header::ACCESS_CONTROL_REQUEST_HEADERS, header::ACCESS_CONTROL_ALLOW_HEADERS),
        (header::ACCESS_CONTROL_REQUEST_METHOD, header::ACCESS_CONTROL_ALLOW_METHODS),
    ];
    for (question, answer) in asked {
        if let Some(value) = request.headers.get(question) {
            set(answer, value.clone());
        }
    }
    set(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("172800"));
}

/// The real service lets every page ask, because a page without a secret gets nothing. Here any credentials will do, so only
/// pages of this machine may, and those that the configuration names.
fn is_loopback_origin(origin: &str) -> bool {
    let Some((_, host)) = origin.split_once("://") else { return false };
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    matches!(host, "localhost" | "127.0.0.1" | "::1") || host.ends_with(".localhost")
}

fn xml_access_denied() -> Box<Response<Body>> {
    const TEXT: &str = "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be \
                        authorized</Message>\n</AccessDeniedException>\n";
    xml(StatusCode::FORBIDDEN, TEXT)
}

/// The real service sends these without a content type.
fn xml(status: StatusCode, text: &'static str) -> Box<Response<Body>> {
    let mut response = Response::new(Body::from(Bytes::from_static(text.as_bytes())));
    *response.status_mut() = status;
    Box::new(response)
}

/// `application/json` names an older protocol of which the services know no operation any more.
fn plain_json_refusal(body: &[u8]) -> Box<Response<Body>> {
    let text = if json::is_readable(body) {
        r#"{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"#
    } else {
        r#"{"Output":{"__type":"com.amazon.coral.service#SerializationException"},"Version":"1.0"}"#
    };
    let mut response = Response::new(Body::from(Bytes::from_static(text.as_bytes())));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Box::new(response)
}
