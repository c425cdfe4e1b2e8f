//! The `migrate` sub-command.
