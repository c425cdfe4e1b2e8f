//! What reads are measured against (`cargo xtask bench`): actix-web and a handler that answers the same bytes from memory,
//! whatever is asked.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use actix_web::{App, HttpResponse, HttpServer, web};
use clap::Parser;

#[derive(Debug, Parser)]
struct Arguments {
    /// The file with the body of every answer
    #[arg(long)]
    answer: PathBuf,
    #[arg(long)]
    listen: String,
    #[arg(long)]
    port_file: PathBuf,
    /// Accepted, because the server takes it: nothing is logged here
    #[arg(long)]
    log: Option<String>,
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let answer = web::Bytes::from(fs::read(&arguments.answer)?);
    let server = HttpServer::new(move || {
        let answer = answer.clone();
        App::new().default_service(web::to(move || {
            let answer = answer.clone();
            async move { HttpResponse::Ok().content_type("application/json").body(answer) }
        }))
    })
    .bind(&arguments.listen)?;
    let address = server.addrs().first().copied().ok_or("not bound")?;
    fs::write(&arguments.port_file, format!("{address}\n"))?;
    server.run().await?;
    Ok(())
}
