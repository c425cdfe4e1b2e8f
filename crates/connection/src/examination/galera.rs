//! Looking at a node of a Galera cluster.

use diesel::connection::SimpleConnection as _;
use diesel::mysql::MysqlConnection;

use super::Finding;
use super::mariadb::Shown;

/// Is the node among the majority of its cluster?
pub(super) fn is_primary(shown: &Shown) -> bool {
    shown.status("wsrep_cluster_status") == "Primary"
}

/// What makes the node a good or a bad place to write to. Nothing is told of a server that is in no cluster.
pub(super) fn examine(session: &mut MysqlConnection, shown: &Shown, tell: &mut dyn FnMut(Finding)) {
    let has_provider = !matches!(shown.variable("wsrep_provider"), "" | "none");
    if !shown.is_cluster() && has_provider {
        tell(Finding::wrong(
            "cluster",
            "wsrep_on is off: what is written here does not reach the other nodes",
            "SET GLOBAL wsrep_on = ON",
        ));
    }
    if !shown.is_cluster() {
        return;
    }
    tell(membership(shown));
    tell(size(shown));
    tell(replication(shown));
    tell(match session.batch_execute("SET SESSION wsrep_sync_wait = 3") {
        Ok(()) => Finding::well("sync wait", "reads can wait for what other nodes have committed"),
        Err(error) => Finding::wrong(
            "sync wait",
            format!("wsrep_sync_wait cannot be set: {error}"),
            "use MariaDB 10.6 or newer, and let the user set it",
        ),
    });
}

fn membership(shown: &Shown) -> Finding {
    let (status, state) = (shown.status("wsrep_cluster_status"), shown.status("wsrep_local_state_comment"));
    if !is_primary(shown) {
        let what =
            format!("this node is cut off from the majority of its cluster ({status}): it answers nothing");
        let remedy = "bring the other nodes back; only if they are lost for good, SET GLOBAL \
                      wsrep_provider_options = 'pc.bootstrap=YES' on the most advanced one";
        return Finding::wrong("cluster", what, remedy);
    }
    match state {
        "Synced" => Finding::well("cluster", "the node is synced and among the majority"),
        "Donor/Desynced" => Finding::doubtful(
            "cluster",
            "the node is giving its data to another (Donor/Desynced), and lags behind meanwhile",
            "wait, or name another node first",
        ),
        state => {
            Finding::wrong("cluster", format!("the node is not synced yet ({state})"), "wait until it is")
        }
    }
}

fn size(shown: &Shown) -> Finding {
    let size: u32 = shown.status("wsrep_cluster_size").parse().unwrap_or(0);
    let remedy = "run three nodes, or two and an arbitrator (garbd)";
    match size {
        0 | 1 => Finding::doubtful("cluster size", "this node is alone: with it everything is gone", remedy),
        2 => Finding::doubtful("cluster size", "two nodes: when one fails, the other stops as well", remedy),
        size if size.is_multiple_of(2) => Finding::doubtful(
            "cluster size",
            format!("{size} nodes: a network that splits them in halves stops them all"),
            "add one node, or an arbitrator (garbd)",
        ),
        size => Finding::well("cluster size", format!("{size} nodes")),
    }
}

fn replication(shown: &Shown) -> Finding {
    let needed = [
        ("binlog_format", "ROW", "other formats do not replicate the same rows"),
        ("innodb_autoinc_lock_mode", "2", "nodes would wait for each other's table locks"),
        ("wsrep_certify_nonpk", "ON", "changes of tables without a key would not be compared"),
        ("wsrep_osu_method", "TOI", "a migration would reach one node only"),
    ];
    let wrong = needed.iter().find(|(name, value, _)| !shown.variable(name).eq_ignore_ascii_case(value));
    match wrong {
        Some((name, value, why)) => {
            let what = format!("{name} is {}: {why}", shown.variable(name));
            Finding::wrong("replication", what, format!("set {name} = {value} on every node"))
        }
        None => Finding::well("replication", "by rows, certified on every node"),
    }
}
