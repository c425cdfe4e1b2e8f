//! Configurations of data sources as Congress stores them: a JSON object, in which `__encrypted_fields` names the fields
//! whose values are Fernet tokens.

use serde_json::{Map, Value};
use statehouse_model::{Config, ConfigValue, Driver, Secret};

use crate::FernetKey;
use crate::fernet::DoesNotOpen;

/// The field that names the encrypted ones.
pub const ENCRYPTED_FIELDS: &str = "__encrypted_fields";

/// Parts of names by which secrets are guessed that no driver declares: it is better to hide too much.
const TELLING: [&str; 9] =
    ["pass", "pwd", "secret", "token", "credential", "api_key", "apikey", "private_key", "access_key"];

/// Why a configuration cannot be brought over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It is no JSON object.
    #[error("its configuration is not a JSON object")]
    NotAnObject,
    /// A field is encrypted, and there is no key.
    #[error("its field {field} is encrypted, and no key was given")]
    NoKey {
        /// The field.
        field: String,
    },
    /// A field does not open.
    #[error("its field {field} does not open with this key: it was encrypted with another, or is damaged")]
    DoesNotOpen {
        /// The field.
        field: String,
    },
}

/// A configuration as it is stored.
struct Stored {
    fields: Map<String, Value>,
    /// The names of those that are encrypted.
    encrypted: Vec<String>,
}

/// A configuration that has been read.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) config: Option<Config>,
    /// How many of its fields the key has opened.
    pub(crate) opened: usize,
}

/// Reads the text of a stored configuration; `None` where there is none.
fn stored(text: &str) -> Result<Option<Stored>, ConfigError> {
    match serde_json::from_str(text) {
        Ok(Value::Null) => Ok(None),
        Ok(Value::Object(mut fields)) => {
            let encrypted = match fields.shift_remove(ENCRYPTED_FIELDS) {
                Some(Value::Array(names)) => {
                    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
                }
                _ => Vec::new(),
            };
            Ok(Some(Stored { fields, encrypted }))
        }
        _ => Err(ConfigError::NotAnObject),
    }
}

/// A configuration with its secrets in clear, marked as such: those that were encrypted, those that the driver declares, and
/// of what no driver declares, those whose names tell.
pub(crate) fn read(
    text: &str,
    key: Option<&FernetKey>,
    driver: Option<&Driver>,
) -> Result<Read, ConfigError> {
    let Some(Stored { fields, encrypted }) = stored(text)? else {
        return Ok(Read { config: None, opened: 0 });
    };
    let (mut config, mut opened) = (Config::new(), 0);
    for (name, value) in fields {
        let value = match (&value, encrypted.contains(&name)) {
            (Value::String(token), true) => {
                opened += 1;
                ConfigValue::Secret(Secret::new(open(&name, token, key)?))
            }
            (_, true) => ConfigValue::Secret(Secret::new(value)),
            _ if is_secret(&name, &value, driver) => ConfigValue::Secret(Secret::new(value)),
            _ => ConfigValue::Plain(value),
        };
        config.insert(name, value);
    }
    Ok(Read { config: Some(config), opened })
}

fn open(field: &str, token: &str, key: Option<&FernetKey>) -> Result<Value, ConfigError> {
    let key = key.ok_or_else(|| ConfigError::NoKey { field: field.to_owned() })?;
    let does_not_open = || ConfigError::DoesNotOpen { field: field.to_owned() };
    let bytes = key.open(token).map_err(|_| does_not_open())?;
    String::from_utf8(bytes).map(Value::from).map_err(|_| does_not_open())
}

fn is_secret(name: &str, value: &Value, driver: Option<&Driver>) -> bool {
    match driver.and_then(|driver| driver.field(name)) {
        Some(field) => field.secret,
        None => is_telling(name) || holds_secrets(value),
    }
}

fn is_telling(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('-', "_");
    TELLING.iter().any(|part| name.contains(part))
}

/// Whether an object somewhere within has a field whose name tells.
fn holds_secrets(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.iter().any(|(name, value)| is_telling(name) || holds_secrets(value)),
        Value::Array(values) => values.iter().any(holds_secrets),
        _ => false,
    }
}

/// A configuration as Congress stores it, its secrets encrypted, and the names of those that are no texts: Congress encrypts
/// texts alone, so it gets their JSON.
pub(crate) fn write(
    config: Option<&Config>,
    mut seal: impl FnMut(&str) -> Result<String, DoesNotOpen>,
) -> Result<(String, Vec<String>), DoesNotOpen> {
    let Some(config) = config else { return Ok((Value::Null.to_string(), Vec::new())) };
    let (mut fields, mut encrypted, mut odd) = (Map::new(), Vec::new(), Vec::new());
    for (name, value) in config {
        let stored = match value {
            ConfigValue::Plain(value) => value.clone(),
            ConfigValue::Secret(secret) => {
                encrypted.push(Value::from(name.as_str()));
                match secret.expose() {
                    Value::String(text) => seal(text)?.into(),
                    other => {
                        odd.push(name.clone());
                        seal(&other.to_string())?.into()
                    }
                }
            }
        };
        fields.insert(name.clone(), stored);
    }
    fields.insert(ENCRYPTED_FIELDS.to_owned(), encrypted.into());
    Ok((Value::Object(fields).to_string(), odd))
}
