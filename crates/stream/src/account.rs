//! An account's settings in a region: the commitment to a minimum throughput, which is what the service calls the on-demand
//! advantage mode. It opens warm throughput and more consumers to the account's streams.
//!
//! A commitment lasts a day at least: disabled before, it ends when the day is over, and may be enabled again until then.
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateAccountSettings.html>

use headwater_store::{Commit, Expect, Precondition, StateChange};
use headwater_types::{Scope, Timestamp, limits};

use crate::engine::{Streams, detached};
use crate::error::StreamError;
use crate::model::{Commitment, keys, stored};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommitmentStatus {
    #[default]
    Disabled,
    Enabled,
    /// Disabled before its day was over: it ends by itself.
    EnabledUntilEarliestEnd,
}

/// The commitment as it is described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountSettings {
    pub status: CommitmentStatus,
    pub started: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    pub earliest_end: Option<Timestamp>,
}

impl AccountSettings {
    /// Whether warm throughput and the larger limits are there.
    pub fn has_advantage(&self) -> bool {
        self.status != CommitmentStatus::Disabled
    }
}

impl Streams {
    pub fn account_settings(&self, scope: &Scope) -> AccountSettings {
        let commitment = self.0.accounts.read().get(scope).map(|(commitment, _)| *commitment);
        commitment.map_or_else(AccountSettings::default, |commitment| described(&commitment, self.now()))
    }

    /// Enables or disables the commitment to a minimum throughput; what is so already stays as it is.
    pub async fn set_commitment(&self, scope: &Scope, enabled: bool) -> Result<AccountSettings, StreamError> {
        let this = self.clone();
        let scope = scope.clone();
        detached(async move {
            let _changing = this.0.account_changes.lock().await;
            let now = this.now();
            let held = this.0.accounts.read().get(&scope).cloned();
            let before = held.as_ref().map(|(commitment, _)| *commitment);
            let Some(next) = decided(before, enabled, now) else {
                return Ok(this.account_settings(&scope));
            };
            let key = keys::account(&scope);
            let expect = held.map_or(Expect::Absent, |(_, stored)| Expect::Value(stored));
            let value = stored::encode(&next);
            let commit = Commit {
                preconditions: vec![Precondition { key: key.clone(), expect }],
                state: vec![StateChange::Put { key, value: value.clone() }],
                ..Commit::default()
            };
            this.0.store.commit(commit).await?;
            this.0.accounts.write().insert(scope.clone(), (next, value));
            Ok(this.account_settings(&scope))
        })
        .await
    }
}

fn described(commitment: &Commitment, now: Timestamp) -> AccountSettings {
    let Commitment { started, ends } = *commitment;
    let earliest_end = started.plus_millis(limits::COMMITMENT_MS_MIN);
    let ends = ends.map(Timestamp);
    let (status, ended, earliest_end) = match ends {
        None => (CommitmentStatus::Enabled, None, Some(earliest_end)),
        Some(ends) if now < ends => (CommitmentStatus::EnabledUntilEarliestEnd, None, Some(earliest_end)),
        Some(ends) => (CommitmentStatus::Disabled, Some(ends), None),
    };
    AccountSettings { status, started: Some(started), ended, earliest_end }
}

/// The commitment's next form; `None` where nothing changes.
fn decided(held: Option<Commitment>, enabled: bool, now: Timestamp) -> Option<Commitment> {
    let status = held.map_or(CommitmentStatus::Disabled, |commitment| described(&commitment, now).status);
    match (held, status, enabled) {
        (_, CommitmentStatus::Disabled, true) => Some(Commitment { started: now, ends: None }),
        (Some(held), CommitmentStatus::EnabledUntilEarliestEnd, true) => {
            Some(Commitment { ends: None, ..held })
        }
        (Some(held), CommitmentStatus::Enabled, false) => {
            let ends = now.max(held.started.plus_millis(limits::COMMITMENT_MS_MIN));
            Some(Commitment { ends: Some(ends.as_millis()), ..held })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;

    #[test]
    fn a_commitment_lasts_a_day_and_may_be_taken_up_again_until_it_ends() {
        let status = |held: Option<Commitment>, at| described(&held.expect("held"), Timestamp(at)).status;
        let enabled = decided(None, true, Timestamp(0));
        assert_eq!(status(enabled, 10 * DAY), CommitmentStatus::Enabled);
        assert_eq!(decided(enabled, true, Timestamp(5)), None);
        let ending = decided(enabled, false, Timestamp(5));
        assert_eq!(status(ending, DAY - 1), CommitmentStatus::EnabledUntilEarliestEnd);
        assert_eq!(status(ending, DAY), CommitmentStatus::Disabled);
        assert_eq!(decided(ending, false, Timestamp(6)), None);
        assert_eq!(decided(ending, true, Timestamp(6)), enabled);
        let again = decided(ending, true, Timestamp(DAY));
        assert_eq!(again, Some(Commitment { started: Timestamp(DAY), ends: None }));
        let late = decided(enabled, false, Timestamp(3 * DAY));
        let told = described(&late.expect("changed"), Timestamp(3 * DAY));
        assert_eq!((told.status, told.ended), (CommitmentStatus::Disabled, Some(Timestamp(3 * DAY))));
        assert_eq!(decided(None, false, Timestamp(0)), None);
    }
}
