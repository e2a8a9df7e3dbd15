//! A table's `WITH (…)` options against the table of those a connector knows.

use crate::binder::suggest::nearest;
use crate::error::SqlError;
use crate::table::TableDef;

/// One option a connector knows. A name that ends in `*` stands for all that begin so.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub name: &'static str,
    /// Whether it changes anything here. Others are accepted because they make no difference in one process: credentials, retries,
    /// reader kinds.
    pub used: bool,
}

impl Known {
    pub const fn used(name: &'static str) -> Self {
        Self { name, used: true }
    }

    pub const fn ignored(name: &'static str) -> Self {
        Self { name, used: false }
    }

    fn matches(&self, key: &str) -> bool {
        match self.name.strip_suffix('*') {
            Some(prefix) => key.starts_with(prefix),
            None => key == self.name,
        }
    }
}

/// Options of the `json` format.
/// <https://nightlies.apache.org/flink/flink-docs-stable/docs/connectors/table/formats/json/>
pub const JSON_OPTIONS: &[Known] = &[
    Known::used("format"),
    Known::used("value.format"),
    Known::used("json.fail-on-missing-field"),
    Known::used("json.ignore-parse-errors"),
    Known::used("json.timestamp-format.standard"),
    Known::used("json.map-null-key.mode"),
    Known::used("json.map-null-key.literal"),
    Known::used("json.encode.decimal-as-plain-number"),
    Known::used("json.encode.ignore-null-fields"),
    Known::ignored("json.decode.json-parser.enabled"),
];

/// A table's options, all of them known.
pub struct Options<'a> {
    table: &'a TableDef,
}

impl<'a> Options<'a> {
    /// Refuses options that none of `known` names.
    pub fn of(table: &'a TableDef, known: &[&[Known]]) -> Result<Self, SqlError> {
        let options = Self { table };
        for key in table.options.keys() {
            if !known.iter().any(|known| known.iter().any(|known| known.matches(key))) {
                let mut names: Vec<&str> =
                    known.iter().flat_map(|known| known.iter().map(|k| k.name)).collect();
                names.sort_unstable();
                let plain = names.iter().copied().filter(|name| !name.ends_with('*'));
                let message = options.message(&format!("unknown option '{key}'"));
                let error = nearest(SqlError::at(table.places.key(key), message), key, plain);
                let near = error.hint.as_ref().map(|hint| format!("{hint} ")).unwrap_or_default();
                return Err(error.with_hint(format!("{near}the options are {}", names.join(", "))));
            }
        }
        Ok(options)
    }

    /// What the options lack, at the table's definition.
    pub fn missing(&self, message: &str) -> SqlError {
        SqlError::at(self.table.places.table(), self.message(message))
    }

    /// What is wrong with an option's value, at the value.
    pub fn bad_value(&self, key: &str, message: &str) -> SqlError {
        SqlError::at(self.table.places.value(key), self.message(message))
    }

    /// What a table of these options cannot be used as, where it is used so.
    pub fn misused(&self, message: &str) -> SqlError {
        SqlError::at(self.table.places.used, self.message(message))
    }

    fn message(&self, message: &str) -> String {
        format!("table '{}': {message}", self.table.name)
    }

    pub fn connector(&self) -> Option<&str> {
        self.table.connector()
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.table.options.get(key).cloned()
    }

    /// The first of several names for one option.
    pub fn first(&self, keys: &[&'static str]) -> Option<(&'static str, String)> {
        keys.iter().find_map(|key| Some((*key, self.text(key)?)))
    }

    pub fn boolean(&self, key: &str) -> Result<Option<bool>, SqlError> {
        match self.text(key).as_deref().map(str::to_ascii_lowercase).as_deref() {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(other) => Err(self.bad_value(key, &format!("'{key}' is '{other}', not true or false"))),
        }
    }

    /// Milliseconds of a duration such as `30 s`, `500 ms`, `1 min`; a bare number is milliseconds.
    pub fn duration_ms(&self, key: &str) -> Result<Option<u64>, SqlError> {
        let Some(text) = self.text(key) else { return Ok(None) };
        let parsed = parse_duration_ms(&text);
        let message = || format!("'{key}' is '{text}', not a duration such as '30 s'");
        parsed.map(Some).ok_or_else(|| self.bad_value(key, &message()))
    }

    /// Bytes of a size such as `128MB` or `64 kb`; a bare number is bytes.
    pub fn size_bytes(&self, key: &str) -> Result<Option<u64>, SqlError> {
        let Some(text) = self.text(key) else { return Ok(None) };
        let parsed = parse_size_bytes(&text);
        let message = || format!("'{key}' is '{text}', not a size such as '16 MB'");
        parsed.map(Some).ok_or_else(|| self.bad_value(key, &message()))
    }
}

/// As Flink's `TimeUtils.parseDuration`.
pub fn parse_duration_ms(text: &str) -> Option<u64> {
    let (number, unit) = number_and_unit(text)?;
    let millis = match unit.as_str() {
        "" | "ms" | "milli" | "millis" | "millisecond" | "milliseconds" => 1,
        "s" | "sec" | "secs" | "second" | "seconds" => 1_000,
        "m" | "min" | "mins" | "minute" | "minutes" => 60_000,
        "h" | "hour" | "hours" => 3_600_000,
        "d" | "day" | "days" => 86_400_000,
        _ => return None,
    };
    number.checked_mul(millis)
}

/// As Flink's `MemorySize.parse`.
pub fn parse_size_bytes(text: &str) -> Option<u64> {
    let (number, unit) = number_and_unit(text)?;
    let bytes = match unit.as_str() {
        "" | "b" | "bytes" => 1,
        "k" | "kb" | "kibibytes" => 1 << 10,
        "m" | "mb" | "mebibytes" => 1 << 20,
        "g" | "gb" | "gibibytes" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(bytes)
}

fn number_and_unit(text: &str) -> Option<(u64, String)> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, text[digits..].trim().to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_sizes_are_read_as_flink_reads_them() {
        for (text, expected) in [
            ("30 s", Some(30_000)),
            ("500ms", Some(500)),
            ("1 min", Some(60_000)),
            ("7", Some(7)),
            ("x", None),
            ("3 w", None),
        ] {
            assert_eq!(parse_duration_ms(text), expected, "{text}");
        }
        assert_eq!(parse_size_bytes("128MB"), Some(128 << 20));
        assert_eq!(parse_size_bytes("1 kb"), Some(1024));
        assert_eq!(parse_size_bytes("many"), None);
    }
}
