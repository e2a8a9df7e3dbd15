//! placeholder while sql is being written
use crate::cli::RowFormat;
pub async fn run(_sql: &str, _format: RowFormat, _out: &mut impl std::io::Write) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
