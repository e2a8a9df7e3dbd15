//! What `SET 'key' = 'value'` changes about a job. Which keys there are stands in `settings_known`.

use std::collections::BTreeMap;

use crate::connector::options::parse_duration_ms;
use crate::error::SqlError;
use crate::exec::eval::Zone;

/// A session's settings as text.
pub type SettingsMap = BTreeMap<String, String>;

/// The settings a job honours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `table.local-time-zone`
    pub zone: Zone,
    /// `table.exec.source.idle-timeout`: a split that is quiet so long holds the watermark back no more; 0 is never.
    pub idle_timeout_ms: u64,
    /// `pipeline.auto-watermark-interval`
    pub watermark_interval_ms: u64,
    /// `execution.checkpointing.interval`
    pub checkpoint_interval_ms: u64,
    /// `table.exec.mini-batch.enabled`
    pub mini_batch: bool,
    /// `restart-strategy.fixed-delay.attempts`: of restarts in a row without a checkpoint between them.
    pub restarts_max: u32,
    /// `restart-strategy.fixed-delay.delay`
    pub restart_delay_ms: u64,
    /// `pipeline.name`
    pub name: Option<String>,
    /// `table.exec.sink.not-null-enforcer`: DROP leaves rows with a NULL in a NOT NULL column out, ERROR fails the job.
    pub drop_null_rows: bool,
}

impl Settings {
    pub fn read(map: &SettingsMap) -> Result<Self, SqlError> {
        let bad = |key: &str, text: &str| SqlError::nowhere(format!("setting '{key}' cannot be '{text}'"));
        let duration = |keys: &[&str], default: u64| {
            for key in keys {
                if let Some(text) = map.get(*key) {
                    return parse_duration_ms(text).ok_or_else(|| bad(key, text));
                }
            }
            Ok(default)
        };
        let zone = match map.get("table.local-time-zone") {
            None => Zone::UTC,
            Some(name) => Zone::parse(name).ok_or_else(|| bad("table.local-time-zone", name))?,
        };
        let restarts_max = match map.get("restart-strategy.fixed-delay.attempts") {
            None => 10,
            Some(text) => text.parse().map_err(|_| bad("restart-strategy.fixed-delay.attempts", text))?,
        };
        let drop_null_rows =
            match map.get("table.exec.sink.not-null-enforcer").map(|s| s.to_ascii_uppercase()) {
                None => false,
                Some(text) if text == "ERROR" || text == "DROP" => text == "DROP",
                Some(text) => return Err(bad("table.exec.sink.not-null-enforcer", &text)),
            };
        let no_restarts =
            map.get("restart-strategy").or(map.get("restart-strategy.type")).is_some_and(|s| s == "none");
        Ok(Self {
            zone,
            idle_timeout_ms: duration(&["table.exec.source.idle-timeout"], 30_000)?,
            watermark_interval_ms: duration(&["pipeline.auto-watermark-interval"], 200)?,
            checkpoint_interval_ms: duration(&["execution.checkpointing.interval"], 1_000)?.max(10),
            mini_batch: map
                .get("table.exec.mini-batch.enabled")
                .is_some_and(|s| s.eq_ignore_ascii_case("true")),
            restarts_max: if no_restarts { 0 } else { restarts_max },
            restart_delay_ms: duration(&["restart-strategy.fixed-delay.delay"], 1_000)?,
            name: map.get("pipeline.name").cloned(),
            drop_null_rows,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_defaults_and_bad_values_are_named() {
        let none = Settings::read(&SettingsMap::new()).expect("defaults");
        assert_eq!((none.idle_timeout_ms, none.checkpoint_interval_ms), (30_000, 1_000));
        let of =
            |key: &str, value: &str| Settings::read(&SettingsMap::from([(key.to_owned(), value.to_owned())]));
        assert_eq!(of("table.exec.source.idle-timeout", "0").expect("off").idle_timeout_ms, 0);
        assert!(of("execution.checkpointing.interval", "soon").is_err());
        assert!(of("table.local-time-zone", "Mars").is_err());
    }
}
