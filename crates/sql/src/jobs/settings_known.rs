//! Which keys `SET` takes: those a job honours, and those of Flink's that mean nothing in one process.
//!
//! Anything else is refused with the key that was probably meant: a setting that is kept and does nothing would be believed. A key whose
//! values differ in what a query answers is taken only with the value that describes what runs here.
//! Source: <https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/config/> and `…/docs/deployment/config/`.

use super::settings::{Settings, SettingsMap};
use crate::binder::suggest::nearest;
use crate::error::SqlError;

/// Keys that change what a job does.
pub const USED: &[&str] = &[
    "execution.checkpointing.interval",
    "pipeline.auto-watermark-interval",
    "pipeline.name",
    "restart-strategy",
    "restart-strategy.fixed-delay.attempts",
    "restart-strategy.fixed-delay.delay",
    "restart-strategy.type",
    "table.exec.mini-batch.enabled",
    "table.exec.sink.not-null-enforcer",
    "table.exec.source.idle-timeout",
    "table.local-time-zone",
];

/// Keys that make no difference here, each with the values that are true of how jobs run; none is any value.
pub const NO_EFFECT: &[(&str, &[&str])] = &[
    ("execution.attached", &[]),
    ("execution.buffer-timeout*", &[]),
    // A checkpoint is one commit to the server's own store, always: there is neither a place to choose nor a mode.
    ("execution.checkpointing.mode", &[]),
    ("execution.checkpointing.timeout", &[]),
    ("execution.checkpointing.min-pause", &[]),
    ("execution.checkpointing.max-concurrent-checkpoints", &[]),
    ("execution.checkpointing.tolerable-failed-checkpoints", &[]),
    ("execution.checkpointing.incremental", &[]),
    ("execution.checkpointing.unaligned*", &[]),
    ("execution.checkpointing.externalized-checkpoint-retention", &[]),
    ("execution.checkpointing.dir", &[]),
    ("execution.checkpointing.savepoint-dir", &[]),
    ("execution.checkpointing.storage", &[]),
    ("execution.runtime-mode", &["STREAMING"]),
    ("execution.shutdown-on-attached-exit", &[]),
    ("execution.target", &[]),
    ("jobmanager.*", &[]),
    ("metrics.*", &[]),
    ("parallelism.default", &[]),
    ("pipeline.classpaths", &[]),
    ("pipeline.global-job-parameters", &[]),
    ("pipeline.jars", &[]),
    ("pipeline.max-parallelism", &[]),
    ("pipeline.object-reuse", &[]),
    ("pipeline.operator-chaining*", &[]),
    ("rest.*", &[]),
    ("sql-client.*", &[]),
    ("state.backend*", &[]),
    ("state.checkpoint-storage", &[]),
    ("state.checkpoints.*", &[]),
    ("state.savepoints.*", &[]),
    ("table.display.*", &[]),
    ("table.dml-sync", &["FALSE"]),
    ("table.exec.async-lookup.*", &[]),
    ("table.exec.legacy-cast-behaviour", &["DISABLED"]),
    ("table.exec.mini-batch.allow-latency", &[]),
    ("table.exec.mini-batch.size", &[]),
    ("table.exec.operator-fusion-codegen.enabled", &[]),
    ("table.exec.resource.*", &[]),
    ("table.exec.simplify-operator-name-enabled", &[]),
    ("table.exec.sink.keyed-shuffle", &[]),
    ("table.exec.sink.type-length-enforcer", &["IGNORE"]),
    ("table.exec.sink.upsert-materialize", &[]),
    ("table.exec.source.cdc-events-duplicate", &["FALSE"]),
    ("table.exec.spill-compression.*", &[]),
    ("table.exec.state.ttl", &["0", "0 MS", "0 S"]),
    ("table.exec.uid.*", &[]),
    ("table.generated-code.*", &[]),
    // How a query is planned, never what it answers.
    ("table.optimizer.*", &[]),
    ("table.plan.*", &[]),
    ("table.sql-dialect", &["DEFAULT"]),
    ("taskmanager.*", &[]),
];

/// Whether a key there is may have the value that the map gives it, alone and beside the other settings.
pub fn check_value(map: &SettingsMap, key: &str) -> Result<(), SqlError> {
    let value = map.get(key).map(String::as_str).unwrap_or_default();
    let fixed = NO_EFFECT.iter().find(|(known, _)| matches(known, key)).map_or(&[][..], |(_, values)| values);
    if !fixed.is_empty() && !fixed.contains(&value.to_ascii_uppercase().as_str()) {
        return Err(SqlError::nowhere(format!("setting '{key}' cannot be '{value}' here"))
            .with_hint(format!("jobs run as with '{}'", fixed[0].to_ascii_lowercase())));
    }
    Settings::read(map).map(drop)
}

/// Whether there is such a key; the error says what was probably meant.
pub fn check_name(key: &str) -> Result<(), SqlError> {
    if USED.contains(&key) || NO_EFFECT.iter().any(|(known, _)| matches(known, key)) {
        return Ok(());
    }
    let plain = NO_EFFECT.iter().map(|(known, _)| *known).filter(|known| !known.ends_with('*'));
    let error = SqlError::nowhere(format!("there is no setting '{key}'"));
    let error = nearest(error, key, USED.iter().copied().chain(plain));
    let near = error.hint.as_ref().map(|hint| format!("{hint} ")).unwrap_or_default();
    Err(error.with_hint(format!("{near}the settings that do something are {}", USED.join(", "))))
}

fn matches(known: &str, key: &str) -> bool {
    match known.strip_suffix('*') {
        Some(prefix) => key.starts_with(prefix),
        None => key == known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(key: &str, value: &str) -> Result<(), SqlError> {
        check_name(key)?;
        check_value(&SettingsMap::from([(key.to_owned(), value.to_owned())]), key)
    }

    #[test]
    fn a_slip_in_a_key_is_refused_with_the_key_that_was_meant() {
        for (slip, meant) in [
            ("table.exec.source.idle-timout", "table.exec.source.idle-timeout"),
            ("execution.checkpointing.intervall", "execution.checkpointing.interval"),
            ("table.local-timezone", "table.local-time-zone"),
        ] {
            let error = set(slip, "1 s").expect_err(slip);
            assert!(error.message.contains(slip), "{error}");
            assert!(error.hint.expect("a hint").starts_with(&format!("did you mean '{meant}'?")), "{slip}");
        }
        let far = set("colour", "blue").expect_err("no such key").hint.expect("a hint");
        assert!(far.starts_with("the settings that do something are execution."), "{far}");
    }

    #[test]
    fn what_flink_has_and_makes_no_difference_is_taken_and_what_would_make_one_is_not() {
        for (key, value) in [
            ("parallelism.default", "4"),
            ("state.backend.type", "rocksdb"),
            ("table.optimizer.agg-phase-strategy", "TWO_PHASE"),
            ("execution.runtime-mode", "streaming"),
            ("table.exec.state.ttl", "0"),
        ] {
            assert!(set(key, value).is_ok(), "{key}");
        }
        for (key, value) in [
            ("execution.runtime-mode", "batch"),
            ("table.exec.state.ttl", "1 h"),
            ("table.exec.emit.early-fire.enabled", "true"),
        ] {
            assert!(set(key, value).is_err(), "{key}");
        }
    }

    #[test]
    fn every_key_that_is_read_is_in_the_table() {
        for key in USED {
            assert!(check_name(key).is_ok(), "{key}");
            assert!(!NO_EFFECT.iter().any(|(known, _)| matches(known, key)), "'{key}' is used, not ignored");
        }
    }
}
