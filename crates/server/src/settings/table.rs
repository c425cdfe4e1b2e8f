//! The table of settings. Flags, environment variables, the configuration file, `config show` and the table in the
//! README are all made from it.

/// One setting.
#[derive(Debug)]
pub(crate) struct Setting {
    /// Its name: the flag without `--`, and the key in the configuration file.
    pub name: &'static str,
    /// What stands for the value in the help.
    pub value_name: &'static str,
    /// What holds when nobody says otherwise.
    pub default: Option<&'static str>,
    /// What it means, in one sentence.
    pub help: &'static str,
    /// Whether it may be given several times.
    pub repeatable: bool,
    /// How much of the value may be shown.
    pub shown: Shown,
}

/// How much of a value may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// All of it.
    Whole,
    /// It is the address of a database: all but a password.
    Address,
    /// Nothing. Such a setting can only come from the environment: a flag would stand in the list of processes, and
    /// for files there are settings that name them.
    Never,
}

impl Setting {
    const fn new(name: &'static str, value_name: &'static str, help: &'static str) -> Self {
        Self { name, value_name, default: None, help, repeatable: false, shown: Shown::Whole }
    }

    const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    const fn repeatable(mut self) -> Self {
        self.repeatable = true;
        self
    }

    const fn shown(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }

    /// Is it a secret, which only the environment may give?
    pub fn is_secret(&self) -> bool {
        self.shown == Shown::Never
    }

    /// The environment variable: `STATEHOUSE_` and the name in capitals.
    pub fn variable(&self) -> String {
        format!("STATEHOUSE_{}", self.name.to_uppercase().replace('-', "_"))
    }
}

pub(crate) static DATABASE: Setting =
    Setting::new("database", "URL", "The database: sqlite:PATH or postgres://USER@HOST/DATABASE")
        .or("sqlite:statehouse.db")
        .shown(Shown::Address);
pub(crate) static DATABASE_FILE: Setting = Setting::new(
    "database-file",
    "FILE",
    "A file that holds the URL of the database, in place of --database: for a URL with a password",
);
pub(crate) static LISTEN: Setting =
    Setting::new("listen", "ADDRESS:PORT", "Where to listen; port 0 takes any free one").or("127.0.0.1:1789");
pub(crate) static AUTH: Setting = Setting::new(
    "auth",
    "METHOD",
    "How clients prove who they are: none. Unless it is spelled out, only loopback addresses are listened on",
);
pub(crate) static DRIVERS: Setting =
    Setting::new("drivers", "DIR", "A directory of driver declarations (*.yaml) beside the built-in ones")
        .repeatable();
pub(crate) static SECRET_KEY_FILE: Setting = Setting::new(
    "secret-key-file",
    "FILE",
    "The file with the key that seals secrets: 32 bytes as 64 hexadecimal digits or base64. Without any key, one is made beside the SQLite database",
);
pub(crate) static SECRET_KEY: Setting = Setting::new(
    "secret-key",
    "HEX",
    "The key itself, in place of a file; from the environment only, so that it stands in no list of processes",
)
.shown(Shown::Never);
pub(crate) static LOG: Setting =
    Setting::new("log", "FILTER", "What to log: error, warn, info, debug, trace, or target=level,…")
        .or("info,actix_server=warn");
pub(crate) static LOG_FORMAT: Setting =
    Setting::new("log-format", "FORMAT", "human, json, or auto: human on a terminal, JSON otherwise")
        .or("auto");
pub(crate) static PORT_FILE: Setting = Setting::new(
    "port-file",
    "FILE",
    "Where to write the address that is listened on (ADDRESS:PORT), once requests are answered",
);
pub(crate) static WORKERS: Setting =
    Setting::new("workers", "N", "HTTP worker threads; one for each processor when not set");
pub(crate) static QUEUE: Setting = Setting::new(
    "queue",
    "N",
    "How many writes may wait for the database before further ones are answered 503",
)
.or("1024");
pub(crate) static LEASE: Setting = Setting::new(
    "lease",
    "DURATION",
    "How long a duty that only one server may do, such as trimming the log, stays with a server that does not answer for it any more",
)
.or("5s");
pub(crate) static KEEP_LOG: Setting = Setting::new(
    "keep-log",
    "DURATION",
    "How long commits are kept in the log, such as 12h or 90d, or forever; the state does not depend on them",
)
.or("forever");
pub(crate) static KEEP_COMMITS: Setting = Setting::new(
    "keep-commits",
    "N",
    "How many of the newest commits are kept in the log whatever their age",
)
.or("10000");
pub(crate) static EXECUTE_ACTIONS: Setting = Setting::new(
    "execute-actions",
    "BOOL",
    "Whether this server executes actions of data sources when it is its turn, true or false; what is asked of it is stored either way",
)
.or("true");
pub(crate) static DRAIN: Setting = Setting::new(
    "drain",
    "DURATION",
    "How long after SIGTERM or SIGINT requests go on being taken while /readyz says 503, so that load balancers turn elsewhere first",
)
.or("0s");
pub(crate) static SHUTDOWN_TIMEOUT: Setting = Setting::new(
    "shutdown-timeout",
    "DURATION",
    "How long accepted requests may take to finish after SIGTERM or SIGINT, such as 500ms, 30s or 2m",
)
.or("30s");
pub(crate) static REVISION_WAIT: Setting = Setting::new(
    "revision-wait",
    "DURATION",
    "How long a request with Statehouse-Min-Revision waits for that revision; with 0s it is answered at once",
)
.or("5s");
pub(crate) static EVALUATION_ROWS: Setting = Setting::new(
    "evaluation-rows",
    "N",
    "How many rows a request may have derived from policies before it is answered 422",
)
.or("1000000");
pub(crate) static EVALUATION_STEPS: Setting = Setting::new(
    "evaluation-steps",
    "N",
    "How many rows a request may have looked at while policies are evaluated before it is answered 422",
)
.or("100000000");
pub(crate) static EVALUATION_TIME: Setting = Setting::new(
    "evaluation-time",
    "DURATION",
    "How long a request may have policies evaluated before it is answered 422",
)
.or("10s");
pub(crate) static VIOLATION_STREAMS: Setting = Setting::new(
    "violation-streams",
    "N",
    "How many clients may listen to violations at the same time before further ones are answered 503",
)
.or("100");
pub(crate) static KEEP_ALIVE: Setting =
    Setting::new("keep-alive", "DURATION", "How long an idle connection is kept open").or("75s");
pub(crate) static CLIENT_TIMEOUT: Setting = Setting::new(
    "client-timeout",
    "DURATION",
    "How long a client may take to send the head of a request, and again its body",
)
.or("30s");

/// Every setting, in the order in which they are shown.
pub(crate) static SETTINGS: &[&Setting] = &[
    &DATABASE,
    &DATABASE_FILE,
    &LISTEN,
    &AUTH,
    &DRIVERS,
    &SECRET_KEY_FILE,
    &SECRET_KEY,
    &LOG,
    &LOG_FORMAT,
    &PORT_FILE,
    &WORKERS,
    &QUEUE,
    &LEASE,
    &KEEP_LOG,
    &KEEP_COMMITS,
    &EXECUTE_ACTIONS,
    &DRAIN,
    &REVISION_WAIT,
    &EVALUATION_ROWS,
    &EVALUATION_STEPS,
    &EVALUATION_TIME,
    &VIOLATION_STREAMS,
    &SHUTDOWN_TIMEOUT,
    &KEEP_ALIVE,
    &CLIENT_TIMEOUT,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as the README shows it.
    fn as_markdown() -> String {
        let rows = SETTINGS.iter().map(|setting| {
            let Setting { name, value_name, help, .. } = setting;
            let flag = if setting.is_secret() { String::new() } else { format!("`--{name} {value_name}`") };
            let default = setting.default.map(|default| format!("`{default}`")).unwrap_or_default();
            format!("| {flag} | `{}` | {default} | {help} |\n", setting.variable())
        });
        let head = ["| flag | variable | default | meaning |\n|---|---|---|---|\n".to_owned()];
        head.into_iter().chain(rows).collect()
    }

    #[test]
    fn the_readme_shows_this_table() {
        let readme = include_str!("../../../../README.md");
        assert!(readme.contains(&as_markdown()), "put this into README.md:\n{}", as_markdown());
    }

    #[test]
    fn names_and_variables_are_told_apart() {
        let names: std::collections::BTreeSet<_> =
            SETTINGS.iter().map(|setting| setting.variable()).collect();
        assert_eq!(names.len(), SETTINGS.len());
    }
}
