//! Nothing is left out: every operation has a file of its three sections, and every member of its input is in it (which
//! `assert_kinds` sees to). That every error is raised is judged by `whole`.

use headwater_kinesis::TABLE;

use crate::operations::FILES;

#[test]
fn every_operation_has_a_file_of_three_sections() {
    let mut offered: Vec<&str> = TABLE.offered.iter().map(|operation| operation.schema.name).collect();
    offered.sort_unstable();
    let files: Vec<&str> = FILES.iter().map(|(operation, _)| *operation).collect();
    assert_eq!(files, offered);
    for (operation, file) in FILES {
        for section in
            ["mod serialization {", "mod validation {", "mod behaviour {", "assert_kinds(OPERATION"]
        {
            assert!(file.contains(section), "{operation} has no `{section}`");
        }
    }
}
