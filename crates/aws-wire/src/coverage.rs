//! The coverage page: what a face offers of its model, written from its table, so that it cannot say more than there is.

use std::fmt::Write as _;
use std::path::Path;

use crate::OperationTable;

impl<F: Send + Sync + 'static> OperationTable<F> {
    /// The face's section of the page, without its heading.
    pub fn coverage(&self) -> String {
        let (offered, all) = (self.offered.len(), self.service.operations.len());
        let mut out = format!("{offered} of the model's {all} operations.\n\n| operation | |\n|---|---|\n");
        for operation in self.service.operations {
            let reason = self.not_offered.iter().find(|o| o.name == operation.name);
            let says = reason.map_or_else(|| "yes".to_owned(), |o| format!("no: {}", o.reason));
            let _ = writeln!(out, "| {} | {says} |", operation.name);
        }
        out
    }
}

/// For the test of a face: that the page's section under `## heading` is what the table says. With `HEADWATER_BLESS=1` in the
/// environment the section is written instead.
///
/// # Panics
/// When the section is stale or missing, or the page cannot be read or written.
#[allow(clippy::disallowed_methods)] // a test's business, on the checkout's own page
pub fn check_section(page: &Path, heading: &str, section: &str) {
    let text = std::fs::read_to_string(page).unwrap_or_default();
    let wanted = with_section(&text, heading, section);
    if text == wanted {
        return;
    }
    if std::env::var_os("HEADWATER_BLESS").is_some() {
        std::fs::write(page, wanted)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", page.display()));
        return;
    }
    panic!("{} is stale: run the test of `{heading}` with HEADWATER_BLESS=1", page.display());
}

const TITLE: &str = "# What the APIs offer\n\nWritten from the faces' operation tables; a test of each face holds its section.\n";

fn with_section(page: &str, heading: &str, section: &str) -> String {
    let mut sections: Vec<(String, String)> = page
        .split("\n## ")
        .skip(1)
        .filter_map(|part| part.split_once('\n'))
        .map(|(heading, body)| (heading.to_owned(), body.trim().to_owned()))
        .filter(|(other, _)| other != heading)
        .collect();
    sections.push((heading.to_owned(), section.trim().to_owned()));
    sections.sort();
    let body: String = sections.iter().map(|(heading, body)| format!("\n## {heading}\n\n{body}\n")).collect();
    TITLE.to_owned() + &body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_stand_in_order_and_replace_themselves() {
        let page = with_section("", "B", "one\n");
        let page = with_section(&page, "A", "two");
        assert_eq!(page, format!("{TITLE}\n## A\n\ntwo\n\n## B\n\none\n"));
        assert_eq!(with_section(&page, "B", "one"), page);
        assert!(with_section(&page, "B", "three").ends_with("## B\n\nthree\n"));
    }
}
