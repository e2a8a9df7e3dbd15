//! Every function a query can call stands in docs/SQL.md, so that the page cannot fall behind the table.

use headwater_sql::functions::{AGGREGATES, SCALARS, SPECIAL};

#[test]
fn every_function_is_documented() {
    let page = include_str!("../../../docs/SQL.md");
    let scalars = SCALARS.iter().map(|def| def.name);
    let names = scalars.chain(SPECIAL.iter().copied()).chain(AGGREGATES.iter().map(|(name, _)| *name));
    let missing: Vec<&str> = names.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/SQL.md does not name {missing:?}");
}
