//! What group commit is measured against (`cargo xtask bench`): Statehouse with a writer that commits every command in a
//! transaction of its own. The same requests, rows and fsyncs; only the batch is different.

use std::error::Error;
use std::net::TcpListener;
use std::path::PathBuf;

use clap::Parser;
use statehouse_api::{Api, ApiOptions, Limits};
use statehouse_connection::DatabaseUrl;
use statehouse_db::{MigratePolicy, SealingKey, Store, StoreOptions};
use statehouse_model::Drivers;

#[derive(Debug, Parser)]
struct Arguments {
    #[arg(long)]
    database: DatabaseUrl,
    #[arg(long)]
    listen: String,
    #[arg(long)]
    port_file: PathBuf,
    /// Accepted, because the server takes it: nothing is logged here
    #[arg(long)]
    log: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let options = StoreOptions {
        batch_limit: 1,
        migrate: MigratePolicy::MigrateEmbedded,
        ..StoreOptions::new(arguments.database, Drivers::built_in()?, SealingKey::generate())
    };
    let store = Store::open(options)?;
    let listener = TcpListener::bind(&arguments.listen)?;
    std::fs::write(&arguments.port_file, format!("{}\n", listener.local_addr()?))?;
    let api = Api::new(store, ApiOptions::default());
    let forever = std::future::pending();
    actix_web::rt::System::new().block_on(statehouse_api::serve(
        api,
        listener,
        forever,
        Limits::default(),
    ))?;
    Ok(())
}
