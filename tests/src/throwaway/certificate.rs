//! Certificates for servers that speak TLS, made by `openssl`.

use super::ground::Ground;
use super::{Result, installed};
use std::path::PathBuf;

/// What a server's certificate is good for, unless it is to be another's.
pub const NAMES: &str = "DNS:localhost,IP:127.0.0.1";

/// A certificate authority that nobody else trusts.
#[derive(Debug, Clone)]
pub struct Authority {
    certificate: PathBuf,
    key: PathBuf,
}

/// A server's certificate with its private key.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The certificate, PEM.
    pub certificate: PathBuf,
    /// The private key, PEM.
    pub key: PathBuf,
}

impl Authority {
    /// A new authority, in files of this name on the ground.
    ///
    /// # Errors
    /// When `openssl` is not installed or fails.
    pub fn new(ground: &Ground, name: &str) -> Result<Self> {
        let identity = Identity::request(ground, name, &["-addext", "basicConstraints=critical,CA:TRUE"])?;
        Ok(Self { certificate: identity.certificate, key: identity.key })
    }

    /// The file that a client trusts (`sslrootcert`).
    pub fn certificate(&self) -> &PathBuf {
        &self.certificate
    }

    /// A certificate for these names, `DNS:…` or `IP:…`, separated by commas.
    ///
    /// # Errors
    /// When `openssl` fails.
    pub fn sign(&self, ground: &Ground, name: &str, names: &str) -> Result<Identity> {
        let names = format!("subjectAltName={names}");
        let authority = self.certificate.display().to_string();
        let key = self.key.display().to_string();
        // Who is an authority by `openssl`'s default is no server for rustls.
        let is_none = "basicConstraints=critical,CA:FALSE";
        Identity::request(
            ground,
            name,
            &["-CA", &authority, "-CAkey", &key, "-addext", is_none, "-addext", &names],
        )
    }
}

impl Identity {
    fn request(ground: &Ground, name: &str, more: &[&str]) -> Result<Self> {
        let certificate = ground.folder().join(format!("{name}.crt"));
        let key = ground.folder().join(format!("{name}.key"));
        let subject = format!("/CN=throwaway {name}");
        let (certificate_file, key_file) = (certificate.display().to_string(), key.display().to_string());
        let mut arguments =
            vec!["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
        arguments.extend(["-days", "7", "-subj", &subject, "-out", &certificate_file, "-keyout", &key_file]);
        arguments.extend(more);
        ground.run(&installed::find("openssl", "openssl")?, &arguments)?;
        Ok(Self { certificate, key })
    }
}
