//! `headwater trust`: shows the certificate authority of a data directory, and puts it where the system looks for such.
//!
//! The certificate goes to standard output and the explanation to standard error, so that `headwater trust > ca.pem` is a
//! file for `AWS_CA_BUNDLE` and the like. Only stores with a documented directory and command are written to; elsewhere the
//! user is told what to do.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use headwater_runtime::disk::replace_file;
use headwater_runtime::{Clock, RealDisk};

use crate::cli::TrustArgs;
use crate::config::Config;
use crate::tls::Authority;

/// Where a system keeps authorities of its administrator, and what makes it read them.
struct Store {
    directory: &'static str,
    command: &'static [&'static str],
}

/// Debian, Ubuntu, Alpine; then Fedora, Red Hat, Amazon Linux; then Arch; then openSUSE. A store is used where both its
/// directory and its command are there.
const STORES: [Store; 4] = [
    Store { directory: "/usr/local/share/ca-certificates", command: &["update-ca-certificates"] },
    Store { directory: "/etc/pki/ca-trust/source/anchors", command: &["update-ca-trust", "extract"] },
    Store { directory: "/etc/ca-certificates/trust-source/anchors", command: &["trust", "extract-compat"] },
    Store { directory: "/usr/share/pki/trust/anchors", command: &["update-ca-certificates"] },
];

/// Under this name the certificate lies in the store; a second data directory's replaces it.
const NAME_IN_STORE: &str = "headwater.crt";

pub fn run(args: &TrustArgs) -> Result<()> {
    let data_dir = Config::data_dir(args.data_dir.as_deref(), args.config.as_deref())?;
    // A server makes it; made here, it would be one that no server shows.
    ensure!(
        Authority::exists_in(&data_dir)?,
        "{} holds no certificate authority: `headwater serve --data-dir {0}` makes it at its first start; is it the directory \
         that the server uses?",
        data_dir.display()
    );
    let authority = Authority::open(&data_dir, Clock::system().now())?;
    let path = std::path::absolute(authority.path()).unwrap_or_else(|_| authority.path().to_owned());
    if args.install {
        install(&authority, &path)?;
        note!("fingerprint   sha256 {}", authority.fingerprint());
        return Ok(());
    }
    crate::output::text(authority.pem());
    note!("certificate   {}", path.display());
    note!("fingerprint   sha256 {}", authority.fingerprint());
    note!("AWS tools     export AWS_CA_BUNDLE={}", path.display());
    note!("Node          export NODE_EXTRA_CA_CERTS={}", path.display());
    note!("curl          curl --cacert {} …", path.display());
    note!("everything    sudo headwater trust --install --data-dir {}", data_dir.display());
    Ok(())
}

fn install(authority: &Authority, path: &Path) -> Result<()> {
    let store =
        STORES.iter().find(|store| Path::new(store.directory).is_dir() && is_on_path(store.command[0]));
    let Some(store) = store else {
        bail!(
            "this system has no certificate store that can be written to from here\n\
             add {} to it by hand (macOS: sudo security add-trusted-cert -d -k /Library/Keychains/System.keychain FILE; \
             Windows: certutil -addstore Root FILE), or name the file to the client",
            path.display()
        );
    };
    let target = Path::new(store.directory).join(NAME_IN_STORE);
    replace_file(&RealDisk, &target, authority.pem().as_bytes())
        .with_context(|| format!("writing {} (this needs root: try with sudo)", target.display()))?;
    let [program, arguments @ ..] = store.command else { bail!("the store has no command") };
    let status = Command::new(program)
        .args(arguments)
        .stdout(std::io::stderr())
        .status()
        .with_context(|| format!("running {program}"))?;
    ensure!(status.success(), "{program} ended with {status}");
    note!("installed     {}", target.display());
    note!("Python's boto3, Node and Java keep stores of their own: see `headwater trust` for their settings");
    Ok(())
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Administrators' programs are often not on the path of a user who asks by sudo.
    let further = ["/usr/sbin", "/sbin"].map(std::path::PathBuf::from);
    std::env::split_paths(&path).chain(further).any(|dir| dir.join(program).is_file())
}
