//! `?action=execute`: having actions of data sources executed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use statehouse_db::Store;
use statehouse_model::{Arguments, Command, DataSource, Reference};
use utoipa::ToSchema;

use crate::answer::Answer;
use crate::body::Wire;
use crate::caller::{Caller, new_id};
use crate::document::{Field, Object};
use crate::error::{ApiError, Cause, Subject};

/// An action that is to be executed.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewExecution {
    /// The action; where no data source is addressed, with its data source before it.
    #[serde(default)]
    #[schema(value_type = String, required = true, example = "nova:servers.pause")]
    name: Field<String>,
    /// What it is given.
    #[serde(default)]
    #[schema(value_type = Option<NewArguments>)]
    args: Field<Object<NewArguments>>,
}

/// What an action is given; at most 65535 bytes.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct NewArguments {
    /// By their order.
    #[serde(default)]
    #[schema(value_type = Option<Vec<Value>>, example = json!(["vm-1"]))]
    positional: Field<Vec<Box<RawValue>>>,
    /// By their names.
    #[serde(default)]
    #[schema(value_type = Option<Object>, example = json!({"hard": true}))]
    named: Field<BTreeMap<String, Box<RawValue>>>,
}

impl Wire for Object<NewExecution> {
    const SUBJECT: Subject = Subject::Execution;
}

/// It is stored that the action is to be executed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Executes {}

impl NewExecution {
    /// Has an action of the data source executed that stands before the action's name.
    pub async fn of_named_source(self, store: &Store, caller: &Caller) -> Result<Answer<Executes>, ApiError> {
        let name = self.name()?.to_owned();
        match name.split_once(':') {
            Some((source, action)) if !source.is_empty() && !action.is_empty() && !action.contains(':') => {
                self.execute(Reference::from(source), action.to_owned(), store, caller).await
            }
            _ => Err(ApiError::new(Subject::Execution, Cause::ExecutionService)),
        }
    }

    /// Has an action of this data source executed.
    pub async fn of_source(
        self,
        source: &DataSource,
        store: &Store,
        caller: &Caller,
    ) -> Result<Answer<Executes>, ApiError> {
        let action = self.name()?.to_owned();
        self.execute(Reference::from(source.id.as_str()), action, store, caller).await
    }

    fn name(&self) -> Result<&str, ApiError> {
        match &self.name {
            Field::Given(name) => Ok(name),
            Field::Null => {
                let reason = "expected a string, found null".to_owned();
                Err(ApiError::new(Subject::Execution, Cause::Field { field: "name", reason }))
            }
            Field::Absent => Err(ApiError::new(Subject::Execution, Cause::ExecutionName)),
        }
    }

    async fn execute(
        self,
        data_source: Reference,
        action: String,
        store: &Store,
        caller: &Caller,
    ) -> Result<Answer<Executes>, ApiError> {
        let arguments = self.args.given().map(|Object(arguments)| arguments).unwrap_or_default();
        let command = Command::Execute {
            id: new_id().into(),
            data_source,
            action,
            arguments: arguments.into_texts()?,
            actor: caller.actor.to_string(),
        };
        caller.write(store, command).await.map_err(ApiError::about(Subject::Execution))?;
        Ok(Answer::ok(Executes {}))
    }
}

impl NewArguments {
    fn into_texts(self) -> Result<Arguments, ApiError> {
        let text = |text: serde_json::Result<String>| {
            text.map_err(|_| ApiError::new(Subject::Execution, Cause::Fault("the arguments")))
        };
        Ok(Arguments {
            positional: text(serde_json::to_string(&self.positional.given().unwrap_or_default()))?.into(),
            named: text(serde_json::to_string(&self.named.given().unwrap_or_default()))?.into(),
        })
    }
}
