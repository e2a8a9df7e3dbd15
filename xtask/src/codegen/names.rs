//! Names of the models turned into names of Rust.

/// `StreamARN` becomes `stream_arn`, `SizeInMBs` becomes `size_in_mbs`.
pub fn snake(name: &str) -> String {
    // Plurals of acronyms are one word: the trailing `s` must not start a new one.
    let name =
        name.replace("MBs", "Mbs").replace("ARNs", "Arns").replace("IDs", "Ids").replace("URLs", "Urls");
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            out.push('_');
            continue;
        }
        let starts_word = c.is_ascii_uppercase()
            && i > 0
            && chars[i - 1] != '_'
            && (!chars[i - 1].is_ascii_uppercase() || chars.get(i + 1).is_some_and(char::is_ascii_lowercase));
        if starts_word && !out.ends_with('_') {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The name of a field: snake case, escaped where it is a keyword.
pub fn field(name: &str) -> String {
    let snake = snake(name);
    const KEYWORDS: &[&str] = &[
        "as", "async", "await", "box", "break", "const", "continue", "else", "enum", "extern", "fn", "for",
        "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static",
        "struct", "trait", "type", "union", "unsafe", "use", "where", "while", "yield", "override", "final",
        "macro", "abstract", "try", "dyn", "virtual",
    ];
    if KEYWORDS.contains(&snake.as_str()) { format!("r#{snake}") } else { snake }
}

/// The name of a `static`.
pub fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

/// The name of a type: the models' own, with a capital.
pub fn type_name(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}

/// The name of an enumeration's variant: `AT_SEQUENCE_NUMBER` becomes `AtSequenceNumber`, `DirectPut` stays.
pub fn variant(value: &str) -> String {
    let shouted = !value.chars().any(|c| c.is_ascii_lowercase());
    let mut out = String::new();
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        // `V0_11` keeps its underscore between digits: without it `V0_1_1` and `V0_11` would meet.
        if out.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit()) {
            out.push('_');
        }
        let (first, rest) = word.split_at(1);
        out.push_str(&first.to_ascii_uppercase());
        if shouted { out.push_str(&rest.to_ascii_lowercase()) } else { out.push_str(rest) }
    }
    match out.as_str() {
        "Other" | "Self" => out + "_",
        _ if out.starts_with(|c: char| c.is_ascii_digit()) => format!("N{out}"),
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_become_snake_case_fields() {
        let cases = [
            ("StreamARN", "stream_arn"),
            ("SizeInMBs", "size_in_mbs"),
            ("MaxRecordSizeInKiB", "max_record_size_in_ki_b"),
            ("S3DestinationConfiguration", "s3_destination_configuration"),
            ("HECEndpoint", "hec_endpoint"),
            ("Type", "r#type"),
            ("KMSEncryptionConfig", "kms_encryption_config"),
            ("shardId", "shard_id"),
        ];
        for (wire, rust) in cases {
            assert_eq!(field(wire), rust, "{wire}");
        }
    }

    #[test]
    fn values_become_camel_case_variants() {
        let cases = [
            ("AT_SEQUENCE_NUMBER", "AtSequenceNumber"),
            ("DirectPut", "DirectPut"),
            ("V0_11", "V0_11"),
            ("MySQL", "MySQL"),
            ("aws:kms", "AwsKms"),
            ("KMS", "Kms"),
        ];
        for (wire, rust) in cases {
            assert_eq!(variant(wire), rust, "{wire}");
        }
    }
}
