//! The service's words for errors that come with a code alone: those that the protocol library raises by itself.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>

use bytes::Bytes;
use http::{HeaderValue, Response, header};
use s3s::Body;

/// Error documents are small; what is larger is none.
const DOCUMENT_BYTES_MAX: usize = 8 * 1024;

const MESSAGES: &[(&str, &str)] = &[
    ("AccessDenied", "Access Denied"),
    ("AuthorizationHeaderMalformed", "The authorization header that you provided is not valid."),
    (
        "BadDigest",
        "The Content-MD5 or checksum value that you specified did not match what the server received.",
    ),
    (
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
    ),
    ("BucketNotEmpty", "The bucket you tried to delete is not empty."),
    ("EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size."),
    ("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed object size."),
    ("ExpiredToken", "The provided token has expired."),
    (
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header.",
    ),
    ("InternalError", "We encountered an internal error. Please try again."),
    ("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
    ("InvalidArgument", "Invalid Argument"),
    ("InvalidBucketName", "The specified bucket is not valid."),
    ("InvalidDigest", "The Content-MD5 or checksum value that you specified is not valid."),
    (
        "InvalidPart",
        "One or more of the specified parts could not be found. The part might not have been uploaded, or the specified entity tag might not have matched the part's entity tag.",
    ),
    (
        "InvalidPartOrder",
        "The list of parts was not in ascending order. The parts list must be specified in order by part number.",
    ),
    ("InvalidRange", "The requested range is not satisfiable"),
    ("InvalidRequest", "Invalid Request"),
    ("InvalidURI", "The specified URI couldn't be parsed."),
    ("KeyTooLongError", "Your key is too long."),
    ("MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data."),
    (
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema.",
    ),
    ("MaxMessageLengthExceeded", "Your request was too large."),
    ("MethodNotAllowed", "The specified method is not allowed against this resource."),
    ("MissingContentLength", "You must provide the Content-Length HTTP header."),
    ("NoSuchBucket", "The specified bucket does not exist"),
    ("NoSuchKey", "The specified key does not exist."),
    (
        "NoSuchUpload",
        "The specified multipart upload does not exist. The upload ID might not be valid, or the multipart upload might have been aborted or completed.",
    ),
    ("NotImplemented", "A header you provided implies functionality that is not implemented"),
    ("PreconditionFailed", "At least one of the pre-conditions you specified did not hold"),
    ("RequestTimeTooSkewed", "The difference between the request time and the server's time is too large."),
    (
        "RequestTimeout",
        "Your socket connection to the server was not read from or written to within the timeout period.",
    ),
    ("ServiceUnavailable", "Service is unable to handle request."),
    (
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
    ),
    ("SlowDown", "Please reduce your request rate."),
    (
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    ),
];

/// Puts the service's message into an error document that has none.
pub(crate) fn complete(mut response: Response<Body>) -> Response<Body> {
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    let Some(document) = response.body().bytes().filter(|_| is_error) else { return response };
    let Some(completed) = with_message(&document) else { return response };
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(completed.len()));
    *response.body_mut() = Body::from(completed);
    response
}

fn with_message(document: &Bytes) -> Option<Bytes> {
    if document.len() > DOCUMENT_BYTES_MAX {
        return None;
    }
    let text = std::str::from_utf8(document).ok()?;
    let (before, rest) = text.split_once("<Code>")?;
    let (code, after) = rest.split_once("</Code>")?;
    if after.contains("<Message>") {
        return None;
    }
    let (_, message) = MESSAGES.iter().find(|(known, _)| *known == code)?;
    Some(format!("{before}<Code>{code}</Code><Message>{message}</Message>{after}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_alone_gets_its_words_and_own_words_stay() {
        let bare = Bytes::from_static(b"<?xml?><Error><Code>MethodNotAllowed</Code></Error>");
        let completed = with_message(&bare).expect("known");
        let text = "<Code>MethodNotAllowed</Code><Message>The specified method is not allowed against this resource.</Message>";
        assert!(std::str::from_utf8(&completed).expect("text").contains(text));
        for kept in [
            "<Error><Code>NoSuchKey</Code><Message>m</Message></Error>",
            "<Error><Code>Strange</Code></Error>",
            "",
        ] {
            assert_eq!(with_message(&Bytes::copy_from_slice(kept.as_bytes())), None, "{kept}");
        }
    }

    #[test]
    fn codes_stand_in_order_once() {
        assert!(MESSAGES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
