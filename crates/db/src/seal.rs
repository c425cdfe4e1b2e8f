//! Sealing: how the secret fields of a data source's configuration are stored.
//!
//! A secret is encrypted with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under a random 24-byte nonce, and bound to the
//! data source and the field it belongs to: a sealed value that is copied to another place does not open there.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, OsRng, Payload};
use chacha20poly1305::{AeadCore, KeyInit, XChaCha20Poly1305, XNonce};
use serde_json::{Map, Value};
use statehouse_model::{Config, ConfigValue, DataSourceId, Secret};

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// Stands before everything sealed as this module does it.
const VERSION: &str = "v1:";
/// The only key of the object that stands for a secret.
const SEALED: &str = "$sealed";
/// The only key of the object that stands for a plain value which could be mistaken for one of the two.
const PLAIN: &str = "$plain";
/// What the key check is bound to, and its text.
const KEY_CHECK: &str = "statehouse sealing key check";

/// The 256-bit key under which secrets are stored. Whoever loses it loses the secrets.
#[derive(Clone)]
pub struct SealingKey([u8; KEY_BYTES]);

/// The text is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a secret key is 32 bytes: 64 hexadecimal digits, or 44 characters of base64")]
pub struct MalformedKey;

impl SealingKey {
    /// Makes a key out of the operating system's randomness.
    #[must_use]
    pub fn generate() -> Self {
        Self(XChaCha20Poly1305::generate_key(&mut OsRng).into())
    }

    /// Reads a key: 64 hexadecimal digits, or base64 with padding; white space around it does not count.
    ///
    /// # Errors
    ///
    /// [`MalformedKey`], which does not repeat the text.
    pub fn parse(text: &str) -> Result<Self, MalformedKey> {
        let text = text.trim();
        let bytes = if text.len() == 2 * KEY_BYTES { from_hex(text) } else { BASE64.decode(text).ok() };
        bytes.and_then(|bytes| bytes.try_into().ok()).map(Self).ok_or(MalformedKey)
    }

    /// The key as [`SealingKey::parse`] reads it: for the file it is kept in, and nothing else.
    #[must_use]
    pub fn expose(&self) -> String {
        BASE64.encode(self.0)
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Secret::HIDDEN)
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    digits?.chunks_exact(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}

/// Seals and opens what is stored.
#[derive(Clone)]
pub(crate) struct Seal(XChaCha20Poly1305);

/// Something that was stored as sealed does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SealError {
    #[error("a sealed value does not open with this secret key, or has been tampered with")]
    DoesNotOpen,
    #[error("a sealed value is not in a form that this program knows")]
    Form,
    #[error("a value could not be sealed")]
    Sealing,
}

impl Seal {
    pub(crate) fn new(key: &SealingKey) -> Self {
        Self(XChaCha20Poly1305::new(&key.0.into()))
    }

    /// A text by which [`Seal::opens_check`] tells later whether the key is the same.
    pub(crate) fn check(&self) -> Result<String, SealError> {
        self.seal(KEY_CHECK.as_bytes(), KEY_CHECK)
    }

    /// Was this check made with the same key?
    pub(crate) fn opens_check(&self, check: &str) -> bool {
        self.open(check, KEY_CHECK).is_ok_and(|text| text == KEY_CHECK.as_bytes())
    }

    /// A configuration as it is stored: a JSON object in which secrets are sealed.
    pub(crate) fn seal_config(&self, owner: &DataSourceId, config: &Config) -> Result<Value, SealError> {
        let fields = config.iter().map(|(name, value)| {
            let stored = match value {
                ConfigValue::Plain(value) if is_marked(value) => tagged(PLAIN, value.clone()),
                ConfigValue::Plain(value) => value.clone(),
                ConfigValue::Secret(secret) => {
                    let clear = secret.expose().to_string();
                    tagged(SEALED, self.seal(clear.as_bytes(), &binding(owner, name))?.into())
                }
            };
            Ok((name.clone(), stored))
        });
        fields.collect::<Result<Map<_, _>, _>>().map(Value::Object)
    }

    /// The configuration that was stored so.
    pub(crate) fn open_config(&self, owner: &DataSourceId, stored: Value) -> Result<Config, SealError> {
        let Value::Object(fields) = stored else { return Err(SealError::Form) };
        let fields = fields.into_iter().map(|(name, stored)| {
            let value = match (mark(&stored), &stored[SEALED]) {
                (Some(SEALED), Value::String(sealed)) => {
                    let clear = self.open(sealed, &binding(owner, &name))?;
                    let clear = serde_json::from_slice(&clear).map_err(|_| SealError::Form)?;
                    ConfigValue::Secret(Secret::new(clear))
                }
                (Some(SEALED), _) => return Err(SealError::Form),
                (Some(_), _) => ConfigValue::Plain(stored[PLAIN].clone()),
                (None, _) => ConfigValue::Plain(stored),
            };
            Ok((name, value))
        });
        fields.collect()
    }

    fn seal(&self, clear: &[u8], binding: &str) -> Result<String, SealError> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let payload = Payload { msg: clear, aad: binding.as_bytes() };
        let sealed = self.0.encrypt(&nonce, payload).map_err(|_| SealError::Sealing)?;
        Ok(format!("{VERSION}{}", BASE64.encode([nonce.as_slice(), &sealed].concat())))
    }

    fn open(&self, sealed: &str, binding: &str) -> Result<Vec<u8>, SealError> {
        let bytes = sealed.strip_prefix(VERSION).and_then(|text| BASE64.decode(text).ok());
        let bytes = bytes.ok_or(SealError::Form)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_BYTES).ok_or(SealError::Form)?;
        let payload = Payload { msg: sealed, aad: binding.as_bytes() };
        self.0.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| SealError::DoesNotOpen)
    }
}

/// What a secret is bound to. The length keeps two pairs of id and field from running together.
fn binding(owner: &DataSourceId, field: &str) -> String {
    format!("{}:{owner}{field}", owner.as_str().len())
}

fn tagged(mark: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(mark.to_owned(), value)]))
}

fn mark(value: &Value) -> Option<&'static str> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    [SEALED, PLAIN].into_iter().find(|mark| object.contains_key(*mark))
}

fn is_marked(value: &Value) -> bool {
    mark(value).is_some()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn owner() -> DataSourceId {
        "cloud".into()
    }

    fn config(fields: impl IntoIterator<Item = (&'static str, ConfigValue)>) -> Config {
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    #[test]
    fn a_secret_is_not_in_what_is_stored_and_comes_back_from_it() {
        let seal = Seal::new(&SealingKey::generate());
        let config = config([
            ("password", ConfigValue::Secret(Secret::new(json!("hunter2")))),
            ("url", ConfigValue::Plain(json!("http://localhost"))),
        ]);
        let stored = seal.seal_config(&owner(), &config).unwrap();
        assert!(!stored.to_string().contains("hunter2"));
        assert_eq!(stored["url"], "http://localhost");
        assert_eq!(seal.open_config(&owner(), stored), Ok(config));
    }

    #[test]
    fn a_plain_value_that_looks_sealed_stays_plain() {
        let seal = Seal::new(&SealingKey::generate());
        for value in
            [json!({"$sealed": "v1:AAAA"}), json!({"$sealed": 1}), json!({"$plain": {"$sealed": "x"}})]
        {
            let config = config([("field", ConfigValue::Plain(value))]);
            let stored = seal.seal_config(&owner(), &config).unwrap();
            assert_eq!(seal.open_config(&owner(), stored), Ok(config));
        }
    }

    #[test]
    fn a_sealed_value_opens_nowhere_but_where_it_was_sealed() {
        let seal = Seal::new(&SealingKey::generate());
        let config = config([("password", ConfigValue::Secret(Secret::new(json!("hunter2"))))]);
        let stored = seal.seal_config(&owner(), &config).unwrap();
        assert_eq!(seal.open_config(&"other".into(), stored.clone()), Err(SealError::DoesNotOpen));
        let moved = json!({"token": stored["password"]});
        assert_eq!(seal.open_config(&owner(), moved), Err(SealError::DoesNotOpen));
        let other_key = Seal::new(&SealingKey::generate());
        assert_eq!(other_key.open_config(&owner(), stored), Err(SealError::DoesNotOpen));
    }

    #[test]
    fn the_key_check_opens_with_its_own_key_alone() {
        let seal = Seal::new(&SealingKey::generate());
        let check = seal.check().unwrap();
        assert!(seal.opens_check(&check));
        assert!(!Seal::new(&SealingKey::generate()).opens_check(&check));
        assert!(!seal.opens_check("v1:"));
        assert!(!seal.opens_check("anything"));
    }

    #[test]
    fn a_key_is_read_from_hexadecimal_digits_and_from_base64() {
        let key = SealingKey::parse(&"0f".repeat(32)).unwrap();
        assert_eq!(key.0, [0x0f; 32]);
        assert_eq!(SealingKey::parse(&format!("{}\n", key.expose())).unwrap().0, key.0);
        for text in ["", "short", &"zz".repeat(32), &"é".repeat(32), &BASE64.encode([0; 31])] {
            assert!(SealingKey::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn neither_keys_nor_errors_show_the_key() {
        let key = SealingKey::generate();
        assert!(!format!("{key:?}").contains(&key.expose()));
        assert!(!SealingKey::parse("secret-text").unwrap_err().to_string().contains("secret-text"));
    }
}
