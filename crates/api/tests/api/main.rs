//! What the API promises, resource by resource, over HTTP.

mod bodies;
mod data_sources;
mod documentation;
mod library_policies;
mod operation;
mod policies;
mod read_modes;
mod routing;
mod rules;
mod server;
mod tables;
mod violations;
