//! The tokens that lists go on from: where the last page ended, for what list, and when it was sent. Good for 300 seconds.
//!
//! A token is readable by whoever takes the trouble; it grants nothing, because what it names is looked up again.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use headwater_aws_wire::Fault;
use headwater_types::Timestamp;
use headwater_types::limits::NEXT_TOKEN_LIFETIME_MS;

use crate::fault;

const VERSION: &str = "1";

/// Makes the token of a list: `parts` are the list's own, text without line breaks.
pub(crate) fn seal(list: &str, now: Timestamp, parts: &[&str]) -> String {
    let issued = now.as_millis().to_string();
    let mut all = vec![VERSION, list, &issued];
    all.extend_from_slice(parts);
    URL_SAFE_NO_PAD.encode(all.join("\n"))
}

/// The parts of a token of that list, as many as it was made of.
pub(crate) fn open<const PARTS: usize>(
    list: &str,
    now: Timestamp,
    token: &str,
) -> Result<[String; PARTS], Fault> {
    let invalid = || fault::invalid("NextToken is invalid.");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
    let text = String::from_utf8(bytes).map_err(|_| invalid())?;
    let mut parts = text.split('\n');
    if parts.next() != Some(VERSION) || parts.next() != Some(list) {
        return Err(invalid());
    }
    let issued = parts.next().and_then(|issued| issued.parse().ok()).map(Timestamp).ok_or_else(invalid)?;
    let parts: Vec<String> = parts.map(str::to_owned).collect();
    let parts = parts.try_into().map_err(|_| invalid())?;
    if now.millis_since(issued) > NEXT_TOKEN_LIFETIME_MS {
        return Err(Fault::client(
            "ExpiredNextTokenException",
            "The pagination token passed to the operation is expired.",
        ));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_its_list_and_its_time() {
        let now = Timestamp(1_700_000_000_000);
        let token = seal("ListShards", now, &["arn", ""]);
        assert_eq!(open("ListShards", now, &token), Ok(["arn".to_owned(), String::new()]));
        assert_eq!(
            open("ListShards", now.plus_millis(300_000), &token),
            Ok(["arn".to_owned(), String::new()])
        );
        let code = |result: Result<[String; 2], Fault>| result.expect_err("refused").code;
        assert_eq!(code(open("ListShards", now.plus_millis(300_001), &token)), "ExpiredNextTokenException");
        assert_eq!(code(open("ListStreams", now, &token)), "InvalidArgumentException");
        for bad in ["", "a", "!!!!", &token[1..], &token[..token.len() - 4]] {
            let _ = open::<2>("ListShards", now, bad).expect_err(bad);
        }
        assert!(open::<3>("ListShards", now, &token).is_err());
    }
}
