//! Configuration files of OpenStack's services, as far as two settings of Congress go: sections, `name = value`, values that
//! go on in lines that are indented, comments.

use std::collections::BTreeMap;

/// What a file says, by section and name.
#[derive(Debug)]
pub(super) struct Configuration(BTreeMap<(String, String), String>);

impl Configuration {
    /// Reads a file.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (mut values, mut section, mut last) = (BTreeMap::new(), "DEFAULT".to_owned(), None);
        for (number, line) in text.lines().enumerate() {
            let trimmed = line.trim();
            if trimmed.is_empty() {
                last = None;
            } else if line.starts_with(['#', ';']) {
            } else if line.starts_with(char::is_whitespace) {
                let goes_on = last.as_ref().and_then(|key| values.get_mut(key));
                let value: &mut String =
                    goes_on.ok_or_else(|| format!("line {} goes on with no value", number + 1))?;
                value.push('\n');
                value.push_str(trimmed);
            } else if let Some(name) = trimmed.strip_prefix('[') {
                let name =
                    name.strip_suffix(']').ok_or_else(|| format!("line {} lacks a `]`", number + 1))?;
                name.trim().clone_into(&mut section);
                last = None;
            } else {
                let (name, value) = trimmed
                    .split_once(['=', ':'])
                    .ok_or_else(|| format!("line {} is no `name = value`", number + 1))?;
                let key = (section.clone(), name.trim().to_owned());
                values.insert(key.clone(), value.trim().to_owned());
                last = Some(key);
            }
        }
        Ok(Self(values))
    }

    /// A value; nothing, where there is none or an empty one.
    pub(super) fn value(&self, section: &str, name: &str) -> Result<Option<String>, String> {
        let Some(written) = self.0.get(&(section.to_owned(), name.to_owned())) else { return Ok(None) };
        let quoted = ['"', '\''].iter().find_map(|mark| written.strip_prefix(*mark)?.strip_suffix(*mark));
        let mut parts = quoted.unwrap_or(written).split("$$");
        if parts.clone().any(|part| part.contains('$')) {
            return Err(format!("its `{name}` refers to another setting, which is not looked up"));
        }
        let first = parts.next().unwrap_or_default().to_owned();
        let value = parts.fold(first, |value, part| format!("{value}${part}"));
        Ok(Some(value).filter(|value| !value.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_oslo_config_reads_it() {
        let text = "[DEFAULT]\n# encryption_key_path = /no\nencryption_key_path = '/etc/keys'\n\n[database]\n\
                    ; connection = no\nconnection = mysql+pymysql://u:a$$b@h/d?charset=utf8\nempty =\nlong = a\n  b\n\
                    [other]\nconnection: x\nother = $state_path/x\n";
        let read = Configuration::parse(text).unwrap();
        let value = |section, name| read.value(section, name);
        assert_eq!(value("DEFAULT", "encryption_key_path"), Ok(Some("/etc/keys".to_owned())));
        assert_eq!(
            value("database", "connection"),
            Ok(Some("mysql+pymysql://u:a$b@h/d?charset=utf8".to_owned()))
        );
        assert_eq!(value("database", "long"), Ok(Some("a\nb".to_owned())));
        assert_eq!((value("database", "empty"), value("database", "none")), (Ok(None), Ok(None)));
        assert_eq!(value("other", "connection"), Ok(Some("x".to_owned())));
        assert!(value("other", "other").unwrap_err().contains("`other`"));
    }

    #[test]
    fn what_is_no_such_file_is_told_by_its_line_and_not_by_what_stands_there() {
        for text in ["a = b\nhush", "  hush", "[hush"] {
            let refused = Configuration::parse(text).unwrap_err();
            assert!(refused.contains("line") && !refused.contains("hush"), "{refused}");
        }
    }
}
