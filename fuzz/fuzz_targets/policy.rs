//! Any text as a policy, and any request against it: a verdict or a refusal, never a panic, never a long time.
#![no_main]

use headwater_aws_wire::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (String, String, String)| {
    let (text, action, resource) = data;
    for policy in [Policy::of_identity(&text), Policy::of_resource(&text)].into_iter().flatten() {
        let _ = policy.verdict(&action, &resource);
        let _ = policy.check_scope(&resource, &[&action]);
    }
});
