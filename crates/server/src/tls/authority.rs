//! A certificate authority of the data directory's own, made when it is first needed: `tls/ca.pem` and `tls/ca.key`.
//!
//! It signs the certificates this server shows, and nothing else; `headwater trust` makes clients accept them. Its private
//! key never leaves the directory and is readable by its owner alone. Keys are ECDSA on P-256, which every TLS client knows.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use headwater_runtime::disk::{read_file, replace_file};
use headwater_runtime::{Disk as _, RealDisk};
use headwater_types::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, PublicKeyData as _,
};
use sha2::{Digest as _, Sha256};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const AUTHORITY_VALIDITY: Duration = Duration::from_secs(10 * 365 * DAY.as_secs());
/// Short, since a new one is made at each start: what leaks dies soon.
const LEAF_VALIDITY: Duration = Duration::from_secs(90 * DAY.as_secs());
/// Clocks of clients may be behind.
const BACKDATED: Duration = DAY;

/// The authority of one data directory.
pub struct Authority {
    path: PathBuf,
    pem: String,
    certificate: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

/// A certificate for the server, and its key, in memory only.
pub struct Issued {
    pub certificate: CertificateDer<'static>,
    pub key: PrivateKeyDer<'static>,
    pub valid_until: Timestamp,
}

impl Authority {
    /// Opens the authority of `data_dir`, or makes it where there is none.
    pub fn open(data_dir: &Path, now: Timestamp) -> Result<Self> {
        let dir = data_dir.join("tls");
        let (path, key_path) = (dir.join("ca.pem"), dir.join("ca.key"));
        RealDisk.create_dir_all(&dir).with_context(|| format!("making {}", dir.display()))?;
        let reading = || format!("reading {}", key_path.display());
        let key = if RealDisk.exists(&key_path).with_context(reading)? {
            let pem = read_file(&RealDisk, &key_path).with_context(reading)?;
            let pem =
                String::from_utf8(pem).with_context(|| format!("{} is not text", key_path.display()))?;
            KeyPair::from_pem(&pem).with_context(|| format!("{} is not a private key", key_path.display()))?
        } else {
            let key = KeyPair::generate().context("making a key")?;
            write_private(&key_path, key.serialize_pem().as_bytes())
                .with_context(|| format!("writing {}", key_path.display()))?;
            key
        };
        let params = authority_params(&key, now);
        if !RealDisk.exists(&path).with_context(|| format!("reading {}", path.display()))? {
            let certificate = params.self_signed(&key).context("signing the authority's certificate")?;
            replace_file(&RealDisk, &path, certificate.pem().as_bytes())
                .with_context(|| format!("writing {}", path.display()))?;
        }
        let pem = read_file(&RealDisk, &path).with_context(|| format!("reading {}", path.display()))?;
        let pem = String::from_utf8(pem).with_context(|| format!("{} is not text", path.display()))?;
        let certificate = CertificateDer::from_pem_slice(pem.as_bytes())
            .with_context(|| format!("{} holds no certificate", path.display()))?;
        let public = key.subject_public_key_info();
        ensure!(
            certificate.windows(public.len()).any(|window| window == public),
            "{} and {} do not belong together; remove both, and a new authority is made",
            path.display(),
            key_path.display()
        );
        Ok(Self { path, pem, certificate, issuer: Issuer::new(params, key) })
    }

    /// Where its certificate lies, for tools that want a file.
    /// Whether a server has made one there.
    pub fn exists_in(data_dir: &Path) -> Result<bool> {
        let path = data_dir.join("tls").join("ca.pem");
        RealDisk.exists(&path).with_context(|| format!("reading {}", path.display()))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn pem(&self) -> &str {
        &self.pem
    }

    pub fn certificate(&self) -> &CertificateDer<'static> {
        &self.certificate
    }

    /// SHA-256 of the certificate, in pairs of digits with colons between, as browsers and openssl show it.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.certificate);
        let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02X}")).collect();
        pairs.join(":")
    }

    /// Signs a certificate for these host names and addresses, with a key made for it.
    pub fn issue(&self, names: &[String], now: Timestamp) -> Result<Issued> {
        let mut params = CertificateParams::new(names)
            .with_context(|| format!("one of the names {names:?} cannot stand in a certificate"))?;
        let valid_until = after(now, LEAF_VALIDITY);
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, "Headwater");
        set_validity(&mut params, now, valid_until);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().context("making a key")?;
        let certificate =
            params.signed_by(&key, &self.issuer).context("signing the server's certificate")?.der().clone();
        let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
        Ok(Issued { certificate, key, valid_until })
    }
}

/// Named after its key, so that the authorities of two directories are told apart, and the same key has the same name.
fn authority_params(key: &KeyPair, now: Timestamp) -> CertificateParams {
    let mark: String =
        Sha256::digest(key.subject_public_key_info())[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::OrganizationName, "Headwater");
    params.distinguished_name.push(DnType::CommonName, format!("Headwater local authority {mark}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    set_validity(&mut params, now, after(now, AUTHORITY_VALIDITY));
    params
}

fn set_validity(params: &mut CertificateParams, from: Timestamp, until: Timestamp) {
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    let date = |time: Timestamp| epoch + Duration::from_millis(time.as_millis().max(0) as u64);
    params.not_before = date(from) - BACKDATED;
    params.not_after = date(until);
}

fn after(time: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(time.as_millis() + duration.as_millis() as i64)
}

/// Writes a file that only its owner may read, all of it or nothing.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension("key.tmp");
    // The runtime's door knows no permissions; a secret must never be readable by others, not even for a moment.
    // A file that a crash left behind may have been given other permissions since.
    if RealDisk.exists(&beside)? {
        RealDisk.remove(&beside)?;
    }
    let mut file = std::fs::File::options().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    RealDisk.rename(&beside, path)?;
    path.parent().map_or(Ok(()), |dir| RealDisk.sync_dir(dir))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    const NOW: Timestamp = Timestamp(1_795_000_000_000);

    #[test]
    fn an_authority_is_made_once_and_its_key_is_its_owners_alone() {
        let dir = tempfile::tempdir().expect("a directory");
        let made = Authority::open(dir.path(), NOW).expect("made");
        let again = Authority::open(dir.path(), Timestamp(NOW.as_millis() + 86_400_000)).expect("opened");
        assert_eq!(made.pem(), again.pem());
        assert_eq!(made.fingerprint(), again.fingerprint());
        let mode = std::fs::metadata(dir.path().join("tls/ca.key")).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_lost_certificate_is_made_again_and_a_foreign_one_is_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let other = tempfile::tempdir().expect("a directory");
        Authority::open(dir.path(), NOW).expect("made");
        RealDisk.remove(&dir.path().join("tls/ca.pem")).expect("removed");
        Authority::open(dir.path(), NOW).expect("made again");
        let foreign = Authority::open(other.path(), NOW).expect("made");
        replace_file(&RealDisk, &dir.path().join("tls/ca.pem"), foreign.pem().as_bytes()).expect("replaced");
        let refused = Authority::open(dir.path(), NOW).err().expect("refused").to_string();
        assert!(refused.contains("do not belong together"), "{refused}");
    }

    #[test]
    fn names_that_cannot_stand_in_a_certificate_are_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let authority = Authority::open(dir.path(), NOW).expect("made");
        assert!(
            authority.issue(&["localhost".into(), "10.0.0.1".into(), "*.example.com".into()], NOW).is_ok()
        );
        assert!(authority.issue(&["schön.example".into()], NOW).is_err());
    }
}
