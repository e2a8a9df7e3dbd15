//! A client: AWS JSON over HTTP/1.1 over a simulated connection, with a patience.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use headwater_aws_wire::event_stream::take_frame;
use headwater_runtime::SimNet;
use http::{Request, header};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use serde_json::Value;

/// How long a client waits for an answer before it gives the connection up.
const PATIENCE: Duration = Duration::from_secs(3);
const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 \
    Credential=000000000000/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

/// What came of a call.
#[derive(Debug)]
pub enum Answer {
    Done(Value),
    /// An error of the client's: it says that nothing happened.
    Refused {
        code: String,
        message: String,
    },
    /// No answer, or one that does not tell whether it happened.
    Unknown(String),
}

pub struct Client {
    net: SimNet,
    host: IpAddr,
    server: SocketAddr,
    sender: Option<SendRequest<Full<Bytes>>>,
}

impl Client {
    pub fn new(net: SimNet, host: IpAddr, server: SocketAddr) -> Self {
        Self { net, host, server, sender: None }
    }

    /// One call of one operation, not repeated whatever comes of it.
    pub async fn call(&mut self, target: &str, body: &Value) -> Answer {
        let answered = tokio::time::timeout(PATIENCE, self.exchange(target, body)).await;
        let answer = match answered {
            Ok(Ok(answer)) => answer,
            Ok(Err(why)) => Answer::Unknown(why),
            Err(_) => Answer::Unknown("no answer in time".to_owned()),
        };
        if matches!(answer, Answer::Unknown(_)) {
            self.sender = None;
        }
        self.net.note(&format!("{} {target} {}", self.host, outline(&answer)));
        answer
    }

    /// Calls until it is done: for what prepares or ends a run.
    pub async fn insist(&mut self, target: &str, body: &Value) -> Value {
        loop {
            match self.call(target, body).await {
                Answer::Done(value) => return value,
                Answer::Refused { code, .. } if code == "ResourceInUseException" => return Value::Null,
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Calls an operation that answers with a stream of events, and hears as many as come in a while. Gives their payloads.
    pub async fn listen(&mut self, target: &str, body: &Value, for_ms: u64) -> Vec<Value> {
        let mut events = Events::default();
        let listening = async {
            let mut sender = self.connect().await.ok()?;
            let response = sender.send_request(self.request(target, body)).await.ok()?;
            let mut body = response.into_body();
            while let Some(Ok(frame)) = body.frame().await {
                events.push(frame.data_ref().map_or(&[][..], |data| data));
            }
            Some(())
        };
        let _ = tokio::time::timeout(Duration::from_millis(for_ms), listening).await;
        self.net.note(&format!("{} {target} heard {} events", self.host, events.payloads.len()));
        events.payloads
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, String> {
        let stream = self.net.connect(self.host, self.server).await.map_err(|error| error.to_string())?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
        tokio::spawn(async move { drop(connection.await) });
        sender.ready().await.map_err(|error| error.to_string())?;
        Ok(sender)
    }

    fn request(&self, target: &str, body: &Value) -> Request<Full<Bytes>> {
        Request::post("/")
            .header(header::HOST, self.server.to_string())
            .header(header::CONTENT_TYPE, "application/x-amz-json-1.1")
            .header(header::AUTHORIZATION, AUTHORIZATION)
            .header("x-amz-date", "20260101T000000Z")
            .header("x-amz-target", target)
            .body(Full::from(body.to_string()))
            .expect("a legal request")
    }

    async fn exchange(&mut self, target: &str, body: &Value) -> Result<Answer, String> {
        let broken = |error: hyper::Error| error.to_string();
        let mut sender = match self.sender.take().filter(|sender| !sender.is_closed()) {
            Some(mut sender) => {
                sender.ready().await.map_err(broken)?;
                sender
            }
            None => self.connect().await?,
        };
        let response = sender.send_request(self.request(target, body)).await.map_err(broken)?;
        let status = response.status();
        let bytes = response.into_body().collect().await.map_err(broken)?.to_bytes();
        let value: Value = match bytes.is_empty() {
            true => Value::Null,
            false => serde_json::from_slice(&bytes).map_err(|error| error.to_string())?,
        };
        self.sender = Some(sender);
        let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let code = || text("__type").rsplit('#').next().unwrap_or_default().to_owned();
        Ok(match status.as_u16() {
            200 => Answer::Done(value),
            400..500 => {
                let message = text("message") + &text("Message");
                Answer::Refused { code: code(), message }
            }
            _ => Answer::Unknown(format!("{status} {}", code())),
        })
    }
}

/// Events as they come, of which only the payloads matter here.
#[derive(Default)]
struct Events {
    buffer: BytesMut,
    payloads: Vec<Value>,
}

impl Events {
    fn push(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
        while let Ok(Some(event)) = take_frame(&mut self.buffer) {
            self.payloads.extend(serde_json::from_slice(&event.payload).ok());
        }
    }
}

fn outline(answer: &Answer) -> String {
    match answer {
        Answer::Done(value) => format!("done {:08x}", crc32c::crc32c(value.to_string().as_bytes())),
        Answer::Refused { code, message } => format!("refused {code} {message}"),
        Answer::Unknown(why) => format!("unknown {why}"),
    }
}
