//! Requests to data sources: where they go and what they carry, as a driver declares it and a configuration gives it.

use serde::Deserialize;
use serde_json::Value;

use crate::{Config, ConfigValue, Driver, Secret};

/// A header of the requests to a data source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestHeader {
    /// Its name.
    pub name: String,
    /// The configuration field that its value is taken from. A data source that does not give it sends no such header.
    pub from: String,
    /// What stands before the value, such as `"Bearer "`.
    #[serde(default)]
    pub prefix: String,
}

/// A configuration with which no request can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("config.{field}: {reason}")]
pub struct ConfigFieldError {
    /// The field.
    pub field: String,
    /// What is wrong with it, or what would be right.
    pub reason: String,
}

impl ConfigFieldError {
    pub(crate) fn new(field: &str, reason: impl Into<String>) -> Self {
        Self { field: field.to_owned(), reason: reason.into() }
    }
}

/// Headers that say how a request is to be read, where another value would make it another request; and by which a repetition
/// is told.
const OWN_HEADERS: [&str; 8] = [
    "host",
    "connection",
    "content-length",
    "content-type",
    "transfer-encoding",
    "upgrade",
    "accept-encoding",
    "idempotency-key",
];

impl Driver {
    /// The address in a configuration field, to which a path is to be added.
    pub(crate) fn address(&self, field: &str, config: Option<&Config>) -> Result<String, ConfigFieldError> {
        let base = self.text(field, config)?.ok_or_else(|| ConfigFieldError::new(field, "is missing"))?;
        let base = base.trim_end_matches('/');
        refuse_address(base).map_err(|reason| ConfigFieldError::new(field, reason))?;
        Ok(base.to_owned())
    }

    /// Name and value of each header for which the configuration has a value.
    pub(crate) fn header_values(
        &self,
        declared: &[RequestHeader],
        config: Option<&Config>,
    ) -> Result<Vec<(String, Secret)>, ConfigFieldError> {
        let mut headers = Vec::with_capacity(declared.len());
        for header in declared {
            let Some(value) = self.text(&header.from, config)? else { continue };
            if !value.chars().all(|character| matches!(character, ' '..='~')) {
                let reason = "goes into a header, which holds printable ASCII alone";
                return Err(ConfigFieldError::new(&header.from, reason));
            }
            let value = Secret::new(format!("{}{value}", header.prefix).into());
            headers.push((header.name.clone(), value));
        }
        Ok(headers)
    }

    /// The text of a configuration field: as the data source gives it, or as it is by default. A number is given either
    /// way by clients of Congress.
    pub(crate) fn text(
        &self,
        field: &str,
        config: Option<&Config>,
    ) -> Result<Option<String>, ConfigFieldError> {
        let given = config.and_then(|config| config.get(field)).map(|value| match value {
            ConfigValue::Plain(value) => value,
            ConfigValue::Secret(secret) => secret.expose(),
        });
        match given.or_else(|| self.field(field)?.default.as_ref()) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(ConfigFieldError::new(field, "is a text or a number")),
        }
    }

    /// What the types do not say about the address and the headers of a section.
    pub(crate) fn check_requests(
        &self,
        section: &str,
        url: &String,
        headers: &[RequestHeader],
    ) -> Result<(), String> {
        let (url_place, headers_place) = (format!("{section}.url"), format!("{section}.headers"));
        let fields = headers.iter().map(|header| (headers_place.as_str(), &header.from));
        self.refuse_unknown_fields([(url_place.as_str(), url)].into_iter().chain(fields))?;
        if self.field(url).is_some_and(|field| !field.required && field.default.is_none()) {
            return Err(format!("{url_place}: the field '{url}' is neither required nor has it a default"));
        }
        for header in headers {
            let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
            if header.name.is_empty() || !header.name.chars().all(is_token) {
                return Err(format!("{headers_place}: '{}' is no name of a header", header.name));
            }
            if OWN_HEADERS.iter().any(|own| header.name.eq_ignore_ascii_case(own)) {
                return Err(format!("{headers_place}: '{}' is set by the server itself", header.name));
            }
            if !header.prefix.chars().all(|character| matches!(character, ' '..='~')) {
                return Err(format!(
                    "{headers_place}: the prefix of '{}' is not printable ASCII",
                    header.name
                ));
            }
        }
        Ok(())
    }

    /// Refuses places of a declaration that name no configuration field.
    pub(crate) fn refuse_unknown_fields<'a>(
        &self,
        mut named: impl Iterator<Item = (&'a str, &'a String)>,
    ) -> Result<(), String> {
        match named.find(|(_, field)| self.field(field).is_none()) {
            Some((place, field)) => Err(format!("{place}: there is no configuration field '{field}'")),
            None => Ok(()),
        }
    }
}

/// A path is put after an address as it is.
pub(crate) fn refuse_path(path: &str) -> Result<(), &'static str> {
    if !path.starts_with('/') || path.contains(|c: char| !matches!(c, '!'..='~')) {
        return Err("it begins with '/' and is printable ASCII without spaces");
    }
    Ok(())
}

/// Credentials in an address would be shown wherever the address is: they have fields of their own.
fn refuse_address(base: &str) -> Result<(), &'static str> {
    let rest = base.strip_prefix("http://").or_else(|| base.strip_prefix("https://"));
    let Some(rest) = rest else { return Err("begins with 'http://' or 'https://'") };
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Err("holds no user and no password: these are fields of their own");
    }
    if authority.is_empty() || base.contains(|c: char| !matches!(c, '!'..='~')) {
        return Err("names a host, in printable ASCII without spaces");
    }
    if base.contains(['?', '#']) {
        return Err("has no '?' and no '#': a path comes after it");
    }
    Ok(())
}
