//! A face's operations as a table, and the road from a request to the handler and back.
//!
//! Routing, UnknownOperationException and the coverage page all derive from the table. A face implements [`Handle`] once per
//! operation and lists it with [`Offered::new`]; what it does not offer stands in the list of [`NotOffered`] with the reason
//! that clients are told. [`OperationTable::gaps`] finds what stands in neither.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_shapes::schema;
use headwater_aws_shapes::{Operation, Structural};
use headwater_types::Scope;
use http::Response;

use crate::fast::{Codec, SchemaCodec};
use crate::identity::Identity;
use crate::permission::{self, Resource};
use crate::{AnswerCost, AwsRequest, Body, Fault, Protocol, RequestId, front};

/// What a handler knows of a call beside its input.
#[derive(Clone, Debug)]
pub struct Call {
    /// The caller's account, and the region the request was signed for.
    pub scope: Scope,
    /// Who signed it; `None` where any credentials will do.
    pub caller: Option<Arc<Identity>>,
    pub service: &'static schema::Service,
    pub protocol: Protocol,
    pub id: RequestId,
    /// How much memory the answer may take, where the operation has a choice; see [`AnswerCost`].
    pub answer_bytes: usize,
}

/// A face's handler of one operation.
pub trait Handle<O: Operation>: Send + Sync {
    /// `input` has passed the model's constraints; the service's own rules are the handler's.
    fn handle(&self, call: &Call, input: O::Input) -> impl Future<Output = Result<O::Output, Fault>> + Send;
}

/// A face's handler of an operation whose answer is more than its output: a stream.
pub trait Respond<O: Operation>: Send + Sync {
    fn respond(
        &self,
        call: &Call,
        input: O::Input,
    ) -> impl Future<Output = Result<Response<Body>, Fault>> + Send;
}

/// What an operation touches, for permissions. A face says it for each operation that it offers, so that none can be forgotten.
pub trait Touches<O: Operation>: Send + Sync {
    /// The resources an input names; each must be permitted. Asked only where callers are verified.
    fn touches(&self, call: &Call, input: &O::Input) -> Result<Vec<Resource>, Fault>;
}

type Running<'a> = Pin<Box<dyn Future<Output = Result<Response<Body>, Fault>> + Send + 'a>>;
type Run<F> = for<'a> fn(&'a F, &'a Call, Bytes) -> Running<'a>;

/// An operation that a face handles.
pub struct Offered<F: 'static> {
    pub schema: &'static schema::Operation,
    run: Run<F>,
    cost: AnswerCost,
}

impl<F: Send + Sync + 'static> Offered<F> {
    /// An operation whose input and output go through the schema.
    pub const fn new<O: Operation>() -> Self
    where
        F: Handle<O> + Touches<O>,
    {
        Self::with_codec::<O, SchemaCodec>()
    }

    /// An operation with a codec of its own for its common form.
    pub const fn with_codec<O: Operation, C: Codec<O>>() -> Self
    where
        F: Handle<O> + Touches<O>,
    {
        Self { schema: O::SCHEMA, run: run::<F, O, C>, cost: AnswerCost::SMALL }
    }

    /// An operation that makes its whole answer itself.
    pub const fn streaming<O: Operation>() -> Self
    where
        F: Respond<O> + Touches<O>,
    {
        Self { schema: O::SCHEMA, run: respond::<F, O>, cost: AnswerCost::SMALL }
    }

    /// Says what its answers may cost, where they can be large.
    pub const fn costing(self, cost: AnswerCost) -> Self {
        Self { schema: self.schema, run: self.run, cost }
    }
}

fn respond<'a, F, O>(face: &'a F, call: &'a Call, body: Bytes) -> Running<'a>
where
    F: Respond<O> + Touches<O> + 'static,
    O: Operation,
{
    Box::pin(async move {
        let input = call.protocol.decode(&body)?;
        permit::<F, O>(face, call, &input)?;
        face.respond(call, input).await
    })
}

/// Nothing is asked where anybody may do anything.
fn permit<F: Touches<O>, O: Operation>(face: &F, call: &Call, input: &O::Input) -> Result<(), Fault> {
    let Some(caller) = &call.caller else { return Ok(()) };
    let action = format!("{}:{}", call.service.iam_prefix, O::SCHEMA.name);
    let touched = face.touches(call, input)?;
    touched.iter().try_for_each(|resource| permission::authorize(caller, &action, resource))
}

fn run<'a, F, O, C>(face: &'a F, call: &'a Call, body: Bytes) -> Running<'a>
where
    F: Handle<O> + Touches<O> + 'static,
    O: Operation,
    C: Codec<O>,
{
    Box::pin(async move {
        let input = C::decode(call.protocol, &body)?;
        // The decoded input borrows what it needs by reference count; the rest of the body is free while the handler waits.
        drop(body);
        permit::<F, O>(face, call, &input)?;
        let output = face.handle(call, input).await?;
        let body = match O::SCHEMA.output {
            Some(_) => C::encode(call.protocol, output),
            None => Bytes::new(),
        };
        Ok(call.protocol.answer_output(call.service, O::SCHEMA, &call.id, body))
    })
}

/// An operation of the model that a face does not handle, and why.
#[derive(Clone, Copy, Debug)]
pub struct NotOffered {
    pub name: &'static str,
    /// Completes the sentence "CreateQueue is not offered: …"; lower case, no full stop.
    pub reason: &'static str,
}

/// The whole surface of a face.
pub struct OperationTable<F: 'static> {
    pub service: &'static schema::Service,
    pub offered: &'static [Offered<F>],
    pub not_offered: &'static [NotOffered],
    /// Asked before an operation is run, with its name: whether this caller may call it now.
    pub admit: Admit<F>,
}

pub type Admit<F> = fn(&F, &Call, &'static str) -> Result<(), Fault>;

/// For faces whose operations may be called at any time.
pub fn always<F>(_: &F, _: &Call, _: &'static str) -> Result<(), Fault> {
    Ok(())
}

impl<F: Send + Sync + 'static> OperationTable<F> {
    /// Answers a request: checks, decodes, runs the handler, encodes, stamps the ids.
    pub async fn serve(&self, face: &F, request: AwsRequest) -> Response<Body> {
        let mut response = match front::admit(&request, self.service) {
            Ok(admitted) => {
                let call = Call {
                    scope: admitted.scope,
                    caller: admitted.caller,
                    service: self.service,
                    protocol: admitted.protocol,
                    id: request.id,
                    answer_bytes: request.answer_bytes,
                };
                match self.run(face, &call, admitted.operation.name, admitted.body).await {
                    Ok(response) => response,
                    Err(fault) => call.protocol.answer_fault(&request, Some(self.service), &fault),
                }
            }
            Err(answer) => *answer,
        };
        front::finish(&request, &mut response);
        response
    }

    /// What the answer to a request may cost. Where only the body would tell which operation it is: what the costliest may.
    pub fn cost(&self, request: &AwsRequest) -> AnswerCost {
        let (_, targeted) = request.target();
        let operation = front::rpc_path(request).map_or(targeted, |(_, operation)| operation);
        let mut offered = self.offered.iter();
        if operation.is_empty() {
            return offered.map(|o| o.cost).max_by_key(|cost| cost.bytes).unwrap_or(AnswerCost::SMALL);
        }
        offered.find(|o| o.schema.name == operation).map_or(AnswerCost::SMALL, |o| o.cost)
    }

    async fn run(&self, face: &F, call: &Call, name: &str, body: Bytes) -> Result<Response<Body>, Fault> {
        if let Some(offered) = self.offered.iter().find(|o| o.schema.name == name) {
            (self.admit)(face, call, offered.schema.name)?;
            return (offered.run)(face, call, body).await;
        }
        let reason =
            self.not_offered.iter().find(|o| o.name == name).map_or("it is not known here", |o| o.reason);
        Err(Fault::client("UnknownOperationException", format!("{name} is not offered: {reason}")))
    }

    /// What is wrong with the table, for a test: operations of the model in neither list, and entries that are in both,
    /// in one twice, or not in the model.
    pub fn gaps(&self) -> Vec<String> {
        let listed: Vec<&str> = self
            .offered
            .iter()
            .map(|o| o.schema.name)
            .chain(self.not_offered.iter().map(|o| o.name))
            .collect();
        let missing = self.service.operations.iter().filter(|o| !listed.contains(&o.name));
        let mut gaps: Vec<String> = missing.map(|o| format!("{} stands in neither list", o.name)).collect();
        for (at, name) in listed.iter().enumerate() {
            if self.service.operation(name).is_none() {
                gaps.push(format!("{name} is not in the model"));
            }
            if listed[..at].contains(name) {
                gaps.push(format!("{name} stands twice"));
            }
        }
        gaps
    }
}

/// Reads a request's input; for operations with an answer of their own.
pub fn decode<T: Structural>(call: &Call, body: &Bytes) -> Result<T, Fault> {
    call.protocol.decode(body)
}
