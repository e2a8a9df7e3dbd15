//! UpdateShardCount.

use crate::prelude::*;

const OPERATION: &str = "UpdateShardCount";

fn scale(target: u32) -> Value {
    json!({"StreamName": "s", "TargetShardCount": target, "ScalingType": "UNIFORM_SCALING"})
}

mod serialization {
    use super::*;

    #[tokio::test]
    async fn members_have_their_kinds() {
        let members = [NAME, ARN, ID, ("TargetShardCount", Integer), ("ScalingType", Text)];
        assert_kinds(OPERATION, &members).await;
    }

    #[tokio::test]
    async fn cbor_says_the_same() {
        let answer = assert_same_in_cbor(OPERATION, async |rig| {
            rig.create("s", 2).await;
            scale(3)
        });
        assert_eq!(answer.await["TargetShardCount"], 3);
    }
}

mod validation {
    use super::*;

    #[tokio::test]
    async fn a_stream_is_named() {
        assert_names_a_stream(OPERATION, json!({"TargetShardCount": 2, "ScalingType": "UNIFORM_SCALING"}))
            .await;
    }

    #[tokio::test]
    async fn constraints_are_told_in_order() {
        let rig = Rig::new().await;
        let body =
            json!({"StreamName": "a b", "TargetShardCount": 0, "ScalingType": "SOME", "StreamARN": "x"});
        let broken = [
            unlike("streamName", "a b", NAME_PATTERN),
            below("targetShardCount", 0, 1),
            not_of("scalingType", "SOME", "UNIFORM_SCALING"),
            unlike("streamARN", "x", STREAM_ARN_PATTERN),
        ];
        rig.assert_violations(OPERATION, body, &broken).await;
        let broken = [is_null("targetShardCount"), is_null("scalingType")];
        rig.assert_violations(OPERATION, json!({"StreamName": "s"}), &broken).await;
    }

    #[tokio::test]
    async fn a_target_lies_between_half_and_double() {
        let rig = Rig::new().await;
        rig.create("s", 5).await;
        for (target, told) in [
            (11, "UpdateShardCount cannot scale up over double your current open shard count."),
            (2, "UpdateShardCount cannot scale down below half your current open shard count."),
        ] {
            let text = format!("{told} Current open shard count: 5 Target shard count: {target}");
            rig.assert_refused(OPERATION, scale(target), "LimitExceededException", &text).await;
        }
        assert_eq!(rig.shards("s").await.len(), 5, "nothing happened");
        rig.assert_code(OPERATION, scale(10_001), "InvalidArgumentException").await;
    }
}

mod behaviour {
    use super::*;

    /// How many shards of the even ranges that a stream began with (or, growing, of their halves) each open shard holds.
    async fn widths(rig: &Rig, unit: u128) -> Vec<u128> {
        let key = |shard: &Value, which: &str| -> u128 {
            string(&shard["HashKeyRange"][which]).parse().expect("a number")
        };
        let mut ranges: Vec<(u128, u128)> = rig
            .shards("s")
            .await
            .iter()
            .filter(|shard| shard["SequenceNumberRange"].get("EndingSequenceNumber").is_none())
            .map(|shard| (key(shard, "StartingHashKey"), key(shard, "EndingHashKey")))
            .collect();
        ranges.sort_unstable();
        assert_eq!((ranges[0].0, ranges[ranges.len() - 1].1), (0, u128::MAX));
        assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "the ranges touch");
        // Halving and the last range's remainder of the division move an edge by a few keys.
        ranges.iter().map(|(start, end)| (end - start + unit / 2) / unit).collect()
    }

    /// As observed on the real service: from, to, and how many shards are listed afterwards. Growing splits every shard in two
    /// and merges neighbours back; shrinking merges neighbours. So what comes out is made of whole halves (or whole shards),
    /// one or two of them in each: even only where the target is the double, the half or the same. Which neighbours the
    /// service merges is not known; here they are spread evenly over the hash space.
    #[tokio::test]
    async fn the_lineage_and_the_ranges_are_the_services() {
        let cases: [(u32, u32, usize, &[u128]); 7] = [
            (4, 5, 15, &[1, 2, 1, 2, 2]),
            (5, 3, 7, &[1, 2, 2]),
            (10, 13, 37, &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2]),
            (2, 4, 6, &[1, 1, 1, 1]),
            (4, 2, 6, &[2, 2]),
            (3, 6, 9, &[1, 1, 1, 1, 1, 1]),
            (4, 4, 4, &[1, 1, 1, 1]),
        ];
        for (from, to, listed, expected) in cases {
            let rig = Rig::new().await;
            rig.create("s", from).await;
            rig.ok(OPERATION, scale(to)).await;
            assert_eq!(rig.shards("s").await.len(), listed, "{from} to {to}");
            let pieces = if to > from { 2 * from } else { from };
            assert_eq!(widths(&rig, u128::MAX / u128::from(pieces)).await, expected, "{from} to {to}");
        }
    }

    #[tokio::test]
    async fn the_answer_tells_before_and_after() {
        let rig = Rig::new().await;
        rig.create("s", 4).await;
        let expected =
            json!({"StreamName": "s", "CurrentShardCount": 4, "TargetShardCount": 5, "StreamARN": arn("s")});
        assert_eq!(rig.ok(OPERATION, scale(5)).await, expected);
        assert_eq!(rig.summary("s").await["OpenShardCount"], 5);
    }

    #[tokio::test]
    async fn ten_times_a_day_and_no_more() {
        let rig = Rig::new().await;
        rig.create("s", 2).await;
        for i in 0..10 {
            rig.ok(OPERATION, scale(if i % 2 == 0 { 3 } else { 2 })).await;
        }
        rig.assert_code(OPERATION, scale(3), "LimitExceededException").await;
        rig.pass(86_400_000 - 1);
        rig.assert_code(OPERATION, scale(3), "LimitExceededException").await;
        rig.pass(1);
        rig.ok(OPERATION, scale(3)).await;
    }

    #[tokio::test]
    async fn one_change_goes_on_at_a_time() {
        let rig = Rig::slow().await;
        rig.create("s", 2).await;
        rig.pass(1_000);
        rig.ok(OPERATION, scale(3)).await;
        rig.assert_refused(OPERATION, scale(4), "ResourceInUseException", &not_active("s", "UPDATING")).await;
    }

    #[tokio::test]
    async fn an_on_demand_stream_scales_by_itself() {
        let rig = Rig::new().await;
        rig.create_on_demand("s").await;
        let text = format!("Request is invalid. Stream s under account {ACCOUNT} is in On-Demand mode.");
        rig.assert_refused(OPERATION, scale(8), "ValidationException", &text).await;
    }
}
