//! TLS on the second port: which certificate is shown, and how it stays valid while the server runs.
//!
//! Without files of the user's own, the certificate is signed by the data directory's [`Authority`], lives in memory only
//! and is made anew at each start and a month before its end. The user's own files are read again when they change, so
//! that what renews them needs no restart of the server. Clients negotiate HTTP/2 or HTTP/1.1 by ALPN.
//!
//! The cryptography is aws-lc-rs, because the S3 client's TLS already builds it: a second provider would only cost build
//! time and size.

pub mod authority;

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use headwater_runtime::Clock;
use headwater_types::Timestamp;
use parking_lot::RwLock;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_util::sync::CancellationToken;

pub use self::authority::Authority;

/// How often a running server looks whether its certificate wants to be replaced.
const CHECK_INTERVAL: Duration = Duration::from_secs(60 * 60);
/// A certificate of our own with less than this left is replaced.
const RENEW_BEFORE_END: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Where certificates come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Our own authority in the data directory, for these names beside the machine's own.
    Authority { data_dir: PathBuf, names: Vec<String> },
    /// PEM files of the user's: the chain, leaf first, and its private key.
    Files { certificate: PathBuf, key: PathBuf },
}

impl Source {
    /// The names by which the server is reached, as far as they were configured.
    pub fn names(&self) -> &[String] {
        match self {
            Self::Authority { names, .. } => names,
            Self::Files { .. } => &[],
        }
    }
}

/// The server's side of TLS. Cheap to clone.
#[derive(Clone)]
pub struct Tls {
    acceptor: TlsAcceptor,
    shown: Arc<Shown>,
}

impl Tls {
    /// Reads or makes the certificate. `listen` is put on a certificate of our own.
    pub fn open(source: Source, listen: IpAddr, clock: Clock) -> Result<Self> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let issuer = match source {
            Source::Authority { data_dir, names } => {
                let authority = Authority::open(&data_dir, clock.now())?;
                Issuer::Authority { authority: Box::new(authority), names: leaf_names(names, listen) }
            }
            Source::Files { certificate, key } => Issuer::Files { certificate, key },
        };
        let leaf = issuer.issue(&provider, clock.now())?;
        let shown = Arc::new(Shown { issuer, provider: provider.clone(), clock, leaf: RwLock::new(leaf) });
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .context("choosing TLS versions")?
            .with_no_client_auth()
            .with_cert_resolver(shown.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), shown })
    }

    pub fn acceptor(&self) -> TlsAcceptor {
        self.acceptor.clone()
    }

    /// Keeps the certificate valid until `stop`.
    pub async fn keep_fresh(self, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.shown.clock.sleep(CHECK_INTERVAL) => {}
            }
            let shown = self.shown.clone();
            // Reading files and signing may take a while on a slow disk.
            if tokio::task::spawn_blocking(move || shown.refresh()).await.is_err() {
                tracing::error!("replacing the TLS certificate failed badly; the old one stays");
            }
        }
    }
}

/// The certificate shown to clients, replaced while the server runs.
struct Shown {
    issuer: Issuer,
    provider: Arc<CryptoProvider>,
    clock: Clock,
    leaf: RwLock<Leaf>,
}

struct Leaf {
    key: Arc<CertifiedKey>,
    /// What decides whether it is to be replaced.
    basis: Basis,
}

#[derive(PartialEq)]
enum Basis {
    ValidUntil(Timestamp),
    /// The bytes of the user's files: a change of either asks for both to be read.
    Files(Vec<u8>, Vec<u8>),
}

impl Shown {
    fn refresh(&self) {
        let now = self.clock.now();
        match self.issuer.wants_new(&self.leaf.read().basis, now) {
            Ok(false) => return,
            Ok(true) => {}
            Err(error) => {
                tracing::warn!("looking at the TLS certificate failed, the old one stays: {error:#}");
                return;
            }
        }
        match self.issuer.issue(&self.provider, now) {
            Ok(leaf) => {
                *self.leaf.write() = leaf;
                tracing::info!("replaced the TLS certificate");
            }
            Err(error) => {
                tracing::warn!("replacing the TLS certificate failed, the old one stays: {error:#}")
            }
        }
    }
}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shown")
    }
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.leaf.read().key.clone())
    }
}

enum Issuer {
    Authority { authority: Box<Authority>, names: Vec<String> },
    Files { certificate: PathBuf, key: PathBuf },
}

impl Issuer {
    fn wants_new(&self, basis: &Basis, now: Timestamp) -> Result<bool> {
        match (self, basis) {
            (Self::Files { certificate, key }, basis) => {
                Ok(*basis != Basis::Files(read(certificate)?, read(key)?))
            }
            (Self::Authority { .. }, Basis::ValidUntil(end)) => {
                Ok(end.as_millis() - now.as_millis() < RENEW_BEFORE_END.as_millis() as i64)
            }
            (Self::Authority { .. }, Basis::Files(..)) => Ok(true),
        }
    }

    fn issue(&self, provider: &CryptoProvider, now: Timestamp) -> Result<Leaf> {
        match self {
            Self::Authority { authority, names } => {
                let issued = authority.issue(names, now)?;
                let chain = vec![issued.certificate, authority.certificate().clone()];
                let key = CertifiedKey::from_der(chain, issued.key, provider)
                    .context("using the server certificate")?;
                Ok(Leaf { key: Arc::new(key), basis: Basis::ValidUntil(issued.valid_until) })
            }
            Self::Files { certificate, key } => {
                let (certificate_pem, key_pem) = (read(certificate)?, read(key)?);
                let chain = CertificateDer::pem_slice_iter(&certificate_pem)
                    .collect::<Result<Vec<_>, _>>()
                    .with_context(|| format!("{} is not a PEM file", certificate.display()))?;
                if chain.is_empty() {
                    bail!("{} holds no certificate", certificate.display());
                }
                let private = PrivateKeyDer::from_pem_slice(&key_pem)
                    .with_context(|| format!("{} holds no private key in PEM form", key.display()))?;
                let certified = CertifiedKey::from_der(chain, private, provider).with_context(|| {
                    format!("using {} with the key {}", certificate.display(), key.display())
                })?;
                Ok(Leaf { key: Arc::new(certified), basis: Basis::Files(certificate_pem, key_pem) })
            }
        }
    }
}

#[allow(clippy::disallowed_methods)] // the user's files, which we may only read; the runtime's door opens for writing
fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", path.display()))
}

/// The names on a certificate of our own: those configured, this machine's, and the address listened on.
fn leaf_names(configured: Vec<String>, listen: IpAddr) -> Vec<String> {
    let mut names: Vec<String> =
        ["localhost", "*.s3.localhost", "127.0.0.1", "::1"].iter().map(|name| (*name).to_owned()).collect();
    if !listen.is_unspecified() {
        names.push(listen.to_string());
    }
    names.extend(host_name());
    names.extend(configured);
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// As the kernel knows it; in a container, the name by which the network finds it.
#[allow(clippy::disallowed_methods)] // a fact of the machine, not data of the server
fn host_name() -> Option<String> {
    let name = std::fs::read("/proc/sys/kernel/hostname").ok()?;
    let name = String::from_utf8(name).ok()?.trim().to_ascii_lowercase();
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    (!name.is_empty() && name.len() <= 253 && name.bytes().all(legal)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_000_000_000);
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;

    fn write(path: &Path, text: &str) {
        let mut file =
            std::fs::File::options().create(true).write(true).truncate(true).open(path).expect("a file");
        std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
    }

    fn shown_der(tls: &Tls) -> Vec<u8> {
        tls.shown.leaf.read().key.cert[0].to_vec()
    }

    #[test]
    fn a_certificate_of_our_own_is_replaced_a_month_before_its_end() {
        let dir = tempfile::tempdir().expect("a directory");
        let (clock, time) = Clock::manual(NOW);
        let source = Source::Authority { data_dir: dir.path().to_owned(), names: Vec::new() };
        let tls = Tls::open(source, IpAddr::from([127, 0, 0, 1]), clock).expect("opens");
        let first = shown_der(&tls);
        tls.shown.refresh();
        assert_eq!(shown_der(&tls), first, "a fresh certificate stays");
        time.set(Timestamp(NOW.as_millis() + 61 * DAY_MS));
        tls.shown.refresh();
        assert_ne!(shown_der(&tls), first);
    }

    #[test]
    fn files_of_the_users_are_read_again_when_they_change_and_a_bad_change_is_survived() {
        let dir = tempfile::tempdir().expect("a directory");
        let (certificate, key) = (dir.path().join("chain.pem"), dir.path().join("key.pem"));
        let make = || {
            let signed = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("signed");
            write(&certificate, &signed.cert.pem());
            write(&key, &signed.signing_key.serialize_pem());
        };
        make();
        let source = Source::Files { certificate: certificate.clone(), key: key.clone() };
        let tls = Tls::open(source, IpAddr::from([127, 0, 0, 1]), Clock::manual(NOW).0).expect("opens");
        let first = shown_der(&tls);
        make();
        tls.shown.refresh();
        let second = shown_der(&tls);
        assert_ne!(second, first);
        write(&certificate, "half a file");
        tls.shown.refresh();
        assert_eq!(shown_der(&tls), second);
    }

    #[test]
    fn a_certificate_with_another_ones_key_is_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let (certificate, key) = (dir.path().join("chain.pem"), dir.path().join("key.pem"));
        let signed = || rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("signed");
        write(&certificate, &signed().cert.pem());
        write(&key, &signed().signing_key.serialize_pem());
        let source = Source::Files { certificate, key };
        assert!(Tls::open(source, IpAddr::from([127, 0, 0, 1]), Clock::manual(NOW).0).is_err());
    }
}
