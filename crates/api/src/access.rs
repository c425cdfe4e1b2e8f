//! Who may call what: every endpoint of the API, once. Nobody is asked to prove who they are yet, and a server without
//! authentication is reached from its own machine only; the table is what authentication will ask.

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everyone: it tells nothing about policies.
    Everyone,
    /// Those who may see policies.
    Reader,
    /// Those who may change policies, the library and data sources, or make the server act.
    Writer,
    /// Systems that push facts, and those who may change everything else.
    Source,
    /// Those who run the server.
    Operator,
}

use Access::{Everyone, Operator, Reader, Source, Writer};

/// Every endpoint: method, path, who may call it. HEAD goes with GET.
pub const TABLE: &[(&str, &str, Access)] = &[
    ("GET", "/", Everyone),
    ("GET", "/v1", Everyone),
    ("GET", "/v1/policies", Reader),
    ("POST", "/v1/policies", Writer),
    ("GET", "/v1/policies/{policy}", Reader),
    ("POST", "/v1/policies/{policy}", Writer),
    ("DELETE", "/v1/policies/{policy}", Writer),
    ("GET", "/v1/policies/{policy}/status", Reader),
    ("GET", "/v1/policies/{policy}/rules", Reader),
    ("POST", "/v1/policies/{policy}/rules", Writer),
    ("GET", "/v1/policies/{policy}/rules/{rule}", Reader),
    ("DELETE", "/v1/policies/{policy}/rules/{rule}", Writer),
    ("GET", "/v1/policies/{policy}/rules/{rule}/status", Reader),
    ("GET", "/v1/policies/{policy}/tables", Reader),
    ("GET", "/v1/policies/{policy}/tables/{table}", Reader),
    ("GET", "/v1/policies/{policy}/tables/{table}/rows", Reader),
    ("GET", "/v1/librarypolicies", Reader),
    ("POST", "/v1/librarypolicies", Writer),
    ("GET", "/v1/librarypolicies/{library_policy}", Reader),
    ("PUT", "/v1/librarypolicies/{library_policy}", Writer),
    ("DELETE", "/v1/librarypolicies/{library_policy}", Writer),
    ("GET", "/v1/data-sources", Reader),
    ("POST", "/v1/data-sources", Writer),
    ("GET", "/v1/data-sources/{data_source}", Reader),
    ("POST", "/v1/data-sources/{data_source}", Writer),
    ("DELETE", "/v1/data-sources/{data_source}", Writer),
    ("GET", "/v1/data-sources/{data_source}/schema", Reader),
    ("GET", "/v1/data-sources/{data_source}/status", Reader),
    ("GET", "/v1/data-sources/{data_source}/actions", Reader),
    ("GET", "/v1/data-sources/{data_source}/tables", Reader),
    ("GET", "/v1/data-sources/{data_source}/tables/{table}", Reader),
    ("GET", "/v1/data-sources/{data_source}/tables/{table}/spec", Reader),
    ("GET", "/v1/data-sources/{data_source}/tables/{table}/rows", Reader),
    ("PUT", "/v1/data-sources/{data_source}/tables/{table}/rows", Source),
    ("PATCH", "/v1/data-sources/{data_source}/tables/{table}/rows", Source),
    ("POST", "/v1/data-sources/{data_source}/webhook", Source),
    ("GET", "/v1/system/drivers", Reader),
    ("GET", "/v1/system/drivers/{driver}", Reader),
    ("GET", "/v2/executions", Reader),
    ("GET", "/v2/violations", Reader),
    ("GET", "/v2/violations/stream", Reader),
    ("GET", "/healthz", Everyone),
    ("GET", "/readyz", Everyone),
    ("GET", "/metrics", Operator),
    ("GET", "/openapi.json", Everyone),
];

/// Who may call an endpoint; `None` when it is not in the table, which a test forbids.
#[must_use]
pub fn access(method: &str, path: &str) -> Option<Access> {
    let entry = TABLE.iter().find(|(known, template, _)| *known == method && *template == path)?;
    Some(entry.2)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_holds_exactly_the_described_endpoints() {
        let described = serde_json::to_value(crate::openapi()).unwrap();
        let described: BTreeSet<(String, String)> = described["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, item)| {
                let methods = item.as_object().unwrap().keys();
                methods.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
            })
            .collect();
        let table: BTreeSet<(String, String)> =
            TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
        assert_eq!(described, table);
        assert_eq!(table.len(), TABLE.len(), "an endpoint is in the table twice");
    }

    #[test]
    fn only_reading_is_for_readers() {
        for (method, path, access) in TABLE {
            assert!(*method == "GET" || matches!(access, Writer | Source), "{method} {path}");
        }
        assert_eq!(access("GET", "/v1/policies"), Some(Reader));
        assert_eq!(access("PATCH", "/v1/policies"), None);
    }
}
