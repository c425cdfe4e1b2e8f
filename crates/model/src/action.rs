//! Actions: what a driver says that its data sources can be asked to do, and what asking comes to for one of them.

use serde::Deserialize;

use crate::request::refuse_path;
use crate::{Config, ConfigFieldError, Driver, RequestHeader, Secret};

/// An action of a driver.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// The action's name.
    pub name: String,
    /// What it does.
    #[serde(default)]
    pub description: String,
    /// What it takes.
    #[serde(default)]
    pub args: Vec<Argument>,
    /// The request that executes it. Without one the action is listed, and cannot be executed.
    #[serde(default)]
    pub request: Option<ActionRequest>,
}

/// An argument of an action.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Argument {
    /// The argument's name.
    pub name: String,
    /// What it means.
    #[serde(default)]
    pub description: String,
}

/// The request that executes an action.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionRequest {
    /// Its method.
    #[serde(default)]
    pub method: ActionMethod,
    /// The path with its query, after the address: begins with `/`.
    pub path: String,
}

/// The method of a request that executes an action: one with a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ActionMethod {
    /// POST.
    #[default]
    Post,
    /// PUT.
    Put,
    /// PATCH.
    Patch,
    /// DELETE.
    Delete,
}

impl ActionMethod {
    /// The method's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// How the actions of a driver are executed: by requests to this address, with these headers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Execute {
    /// The configuration field with the address before the path of each action: `http://…` or `https://…`.
    pub url: String,
    /// What each request carries besides what every request carries.
    #[serde(default)]
    pub headers: Vec<RequestHeader>,
}

/// What executing an action of one data source means. Its `Debug` shows no secret.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPlan {
    /// The method of the request.
    pub method: ActionMethod,
    /// Where it goes. Never to be shown: the address may come from a secret field.
    pub url: Secret,
    /// Name and value of each header; a value is never to be shown.
    pub headers: Vec<(String, Secret)>,
}

impl Driver {
    /// An action that the driver declares.
    #[must_use]
    pub fn action(&self, name: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.name == name)
    }

    /// Whether any of its actions can be executed.
    #[must_use]
    pub fn executes(&self) -> bool {
        self.execute.is_some() && self.actions.iter().any(|action| action.request.is_some())
    }

    /// What executing an action of a data source of this driver with that configuration means; `None` where there is no such
    /// action, or none that can be executed.
    ///
    /// # Errors
    ///
    /// The field that cannot be used, and why; the value is not repeated.
    #[must_use]
    pub fn action_plan(
        &self,
        action: &str,
        config: Option<&Config>,
    ) -> Option<Result<ActionPlan, ConfigFieldError>> {
        let execute = self.execute.as_ref()?;
        let request = self.action(action)?.request.as_ref()?;
        Some(self.plan_action(execute, request, config))
    }

    fn plan_action(
        &self,
        execute: &Execute,
        request: &ActionRequest,
        config: Option<&Config>,
    ) -> Result<ActionPlan, ConfigFieldError> {
        let url = format!("{}{}", self.address(&execute.url, config)?, request.path);
        let headers = self.header_values(&execute.headers, config)?;
        Ok(ActionPlan { method: request.method, url: Secret::new(url.into()), headers })
    }

    /// Why none of the actions could be executed with that configuration, if that is so.
    pub(crate) fn refuse_unexecutable(&self, config: Option<&Config>) -> Result<(), ConfigFieldError> {
        let Some(execute) = &self.execute else { return Ok(()) };
        self.address(&execute.url, config)?;
        self.header_values(&execute.headers, config).map(drop)
    }

    /// What the types do not say about actions.
    pub(crate) fn check_actions(&self) -> Result<(), String> {
        let Some(execute) = &self.execute else {
            return match self.actions.iter().find(|action| action.request.is_some()) {
                Some(action) => {
                    let name = &action.name;
                    Err(format!("action '{name}': 'request' needs a section 'execute' that says where to"))
                }
                None => Ok(()),
            };
        };
        self.check_requests("execute", &execute.url, &execute.headers)?;
        if !self.executes() {
            return Err("execute: no action has a 'request', so nothing would ever be executed".to_owned());
        }
        for action in &self.actions {
            let Some(request) = &action.request else { continue };
            refuse_path(&request.path)
                .map_err(|reason| format!("action '{}': request.path: {reason}", action.name))?;
        }
        Ok(())
    }
}
