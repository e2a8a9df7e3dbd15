//! What this face offers, and what it does not and why; a test holds that every operation of the model stands here once.

use headwater_aws_shapes::sts as model;
use headwater_aws_wire::{NotOffered, Offered, OperationTable, always};

use crate::Sts;

/// The operations of the service.
pub static TABLE: OperationTable<Sts> =
    OperationTable { service: &model::SERVICE, offered: OFFERED, not_offered: NOT_OFFERED, admit: always };

const OFFERED: &[Offered<Sts>] = &[Offered::new::<model::GetCallerIdentity>()];

const TEMPORARY: &str = "identities stand in the configuration file, and no temporary ones are made of them";

const NOT_OFFERED: &[NotOffered] = &[
    NotOffered { name: "AssumeRole", reason: TEMPORARY },
    NotOffered { name: "AssumeRoleWithSAML", reason: TEMPORARY },
    NotOffered { name: "AssumeRoleWithWebIdentity", reason: TEMPORARY },
    NotOffered { name: "AssumeRoot", reason: TEMPORARY },
    NotOffered { name: "DecodeAuthorizationMessage", reason: "refusals are told in plain words" },
    NotOffered { name: "GetAccessKeyInfo", reason: "whose a key is, is told to its owner alone" },
    NotOffered { name: "GetDelegatedAccessToken", reason: TEMPORARY },
    NotOffered { name: "GetFederationToken", reason: TEMPORARY },
    NotOffered { name: "GetSessionToken", reason: TEMPORARY },
    NotOffered { name: "GetWebIdentityToken", reason: TEMPORARY },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_model_is_offered_or_refused_with_a_reason() {
        assert_eq!(TABLE.gaps(), Vec::<String>::new());
    }

    #[test]
    fn the_coverage_page_is_what_the_table_says() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md");
        headwater_aws_wire::coverage::check_section(&path, "STS", &TABLE.coverage());
    }
}
