//! A Galera cluster: three MariaDB servers that all take writes.

use super::client::Client;
use super::engine::Engine;
use super::ground::Ground;
use super::process::Process;
use super::{Result, installed, mariadb, port, wait_until};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A node that joins copies all data from another first.
const PATIENCE: Duration = Duration::from_mins(1);

/// An address for each node: Galera tells nodes apart by their addresses.
const ADDRESSES: [Ipv4Addr; 3] =
    [Ipv4Addr::new(127, 0, 0, 11), Ipv4Addr::new(127, 0, 0, 12), Ipv4Addr::new(127, 0, 0, 13)];

/// A cluster of three. Dropping it ends it and removes its data.
#[derive(Debug)]
pub struct Galera {
    nodes: Vec<Node>,
}

/// One server of a cluster.
#[derive(Debug)]
pub struct Node {
    process: Process,
    address: SocketAddr,
}

/// The ports of a node beside the one for clients.
#[derive(Debug, Clone, Copy)]
struct Ports {
    address: IpAddr,
    group: u16,
    full_copy: u16,
    missing_part: u16,
}

impl Galera {
    /// A cluster of three nodes that know each other.
    ///
    /// # Errors
    /// When MariaDB, Galera or rsync is not installed, or the cluster does not form.
    pub fn fresh() -> Result<Self> {
        let provider = installed::galera()?;
        installed::find("rsync", "rsync")?;
        let ground = Arc::new(Ground::new(&["mysql"])?);
        let ports =
            ADDRESSES.map(|address| Ports::on(address.into())).into_iter().collect::<Result<Vec<_>>>()?;
        let members: Vec<String> =
            ports.iter().map(|node| format!("{}:{}", node.address, node.group)).collect();
        let cluster = format!("gcomm://{}", members.join(","));
        let mut nodes = Vec::new();
        for (index, ports) in ports.iter().enumerate() {
            nodes.push(Node::new(&ground, index, *ports, &cluster, &provider)?);
        }
        // The others copy everything from the first, so only that one is initialised.
        mariadb::initialise(&ground, &ground.folder().join("node-1"))?;
        let mut cluster = Self { nodes };
        cluster.bootstrap(0)?;
        cluster.nodes[1].process.start(&[])?;
        cluster.nodes[1].wait_until_ready()?;
        cluster.nodes[2].process.start(&[])?;
        cluster.nodes[2].wait_until_ready()?;
        cluster.wait_for_size(0, 3)?;
        Ok(cluster)
    }

    /// Starts a node as the first of a cluster: for a new one, or after all were killed.
    ///
    /// # Errors
    /// When it does not start.
    pub fn bootstrap(&mut self, node: usize) -> Result<()> {
        self.nodes[node].process.start(&["--wsrep-new-cluster"])?;
        self.nodes[node].wait_until_ready()
    }

    /// A node, by its number from 0.
    pub fn node(&mut self, node: usize) -> &mut Node {
        &mut self.nodes[node]
    }

    /// SQL on each node.
    pub fn clients(&self) -> Vec<Client> {
        self.nodes.iter().map(Node::client).collect()
    }

    /// Cuts a node off from the others, as a broken line would, or joins it to them again. Clients reach it all the same.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn isolate(&self, node: usize, cut: bool) -> Result<()> {
        let isolated = u8::from(cut);
        let sql = format!("SET GLOBAL wsrep_provider_options = 'gmcast.isolate={isolated}'");
        self.nodes[node].client().administer(&sql).map(drop)
    }

    /// Waits until this node sees as many nodes as that, itself included.
    ///
    /// # Errors
    /// When it does not come to that.
    pub fn wait_for_size(&self, node: usize, size: usize) -> Result<()> {
        let client = self.nodes[node].client();
        wait_until(&format!("a cluster of {size}"), PATIENCE, || {
            let seen = status(&client, "wsrep_cluster_size")?;
            if seen == size.to_string() { Ok(()) } else { Err(seen) }
        })
    }
}

impl Node {
    fn new(ground: &Arc<Ground>, index: usize, ports: Ports, cluster: &str, provider: &Path) -> Result<Self> {
        let name = format!("node-{}", index + 1);
        let address = SocketAddr::new(ports.address, port::free(ports.address)?);
        let mut arguments = mariadb::arguments(ground, &name, address);
        arguments.extend(ports.arguments(&name, cluster, provider));
        // A joining node brings nothing but its folder.
        let process = Process::new(ground, &name, mariadb::program()?, arguments);
        if index > 0 {
            ground.make_folder(&name)?;
        }
        Ok(Self { process, address })
    }

    /// Starts it, after [`Process::kill`] for one, and waits until it has caught up with the others.
    ///
    /// # Errors
    /// When it does not start, or finds nobody.
    pub fn start(&mut self) -> Result<()> {
        self.process.start(&[])?;
        self.wait_until_ready()
    }

    /// SQL on this node.
    pub fn client(&self) -> Client {
        Client::new(Engine::Galera, self.address)
    }

    /// The process, to kill, pause and resume.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let client = self.client();
        wait_until("the node is synced", PATIENCE, || {
            self.process.must_run().map_err(|error| error.to_string())?;
            let state = status(&client, "wsrep_local_state_comment");
            let state = state.map_err(|error| format!("{error}\n{}", self.process.last_words()))?;
            if state == "Synced" { Ok(()) } else { Err(state) }
        })
    }
}

impl Ports {
    fn on(address: IpAddr) -> Result<Self> {
        let free = || port::free(address);
        Ok(Self { address, group: free()?, full_copy: free()?, missing_part: free()? })
    }

    fn arguments(self, name: &str, cluster: &str, provider: &Path) -> Vec<String> {
        let Self { address, group, full_copy, missing_part } = self;
        vec![
            "--wsrep-on=ON".into(),
            format!("--wsrep-provider={}", provider.display()),
            format!("--wsrep-cluster-address={cluster}"),
            "--wsrep-cluster-name=statehouse-throwaway".into(),
            format!("--wsrep-node-name={name}"),
            format!("--wsrep-node-address={address}:{group}"),
            "--wsrep-sst-method=rsync".into(),
            format!("--wsrep-sst-receive-address={address}:{full_copy}"),
            format!(
                "--wsrep-provider-options=gmcast.listen_addr=tcp://{address}:{group};\
                 ist.recv_addr={address}:{missing_part};gcache.size=64M"
            ),
            "--binlog-format=ROW".into(),
            "--default-storage-engine=InnoDB".into(),
            "--innodb-autoinc-lock-mode=2".into(),
        ]
    }
}

/// A status variable of a node.
fn status(client: &Client, variable: &str) -> Result<String, String> {
    let shown =
        client.administer(&format!("SHOW STATUS LIKE '{variable}'")).map_err(|error| error.to_string())?;
    Ok(shown.split('\t').nth(1).unwrap_or_default().to_owned())
}
