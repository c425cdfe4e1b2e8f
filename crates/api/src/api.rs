//! The application.

use std::fmt;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{NormalizePath, TrailingSlash, from_fn};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{App, Error};
use statehouse_db::Store;
use statehouse_execute::Executing;
use statehouse_poll::Polling;
use utoipa::openapi::OpenApi;

use crate::endpoint::Endpoint;
use crate::evaluation::Evaluation;
use crate::health::Leaving;
use crate::metrics::Metrics;
use crate::observe::observe;
use crate::options::ApiOptions;
use crate::room::Room;
use crate::waits::{self, Waits};
use crate::{docs, health, openapi, v1, v2};

/// The API over a store. Clones share everything.
#[derive(Clone)]
pub struct Api {
    store: Data<Store>,
    room: Data<Room>,
    waits: Data<Waits>,
    options: Data<ApiOptions>,
    metrics: Data<Metrics>,
    leaving: Data<Leaving>,
    polling: Data<Polling>,
    executing: Data<Executing>,
    evaluation: Data<Evaluation>,
    document: Data<OpenApi>,
}

impl Api {
    /// The API over this store.
    #[must_use]
    pub fn new(store: Store, options: ApiOptions) -> Self {
        Self {
            store: Data::new(store),
            room: Data::new(Room::of(options.body_room)),
            waits: Data::new(Waits::new(options.revision_wait, options.revision_waits)),
            evaluation: Data::new(Evaluation::new(options.evaluation, options.listeners)),
            options: Data::new(options),
            metrics: Data::new(Metrics::new()),
            leaving: Data::new(Leaving::default()),
            polling: Data::default(),
            executing: Data::default(),
            document: Data::new(openapi()),
        }
    }

    /// Shows how polling goes, and hands on what clients ask of it. Without this the API says that nothing is polled here.
    #[must_use]
    pub fn with_polling(self, polling: Polling) -> Self {
        Self { polling: Data::new(polling), ..self }
    }

    /// Shows how executing goes. Without this the API says that nothing is executed here.
    #[must_use]
    pub fn with_executing(self, executing: Executing) -> Self {
        Self { executing: Data::new(executing), ..self }
    }

    /// From now on `/readyz` says that this server is stopping, so that new requests are sent elsewhere. What comes all the
    /// same is answered as ever.
    pub fn leave(&self) {
        self.leaving.begin();
    }

    /// The server stops: requests that wait for something that may never come are told so.
    pub(crate) fn stop_waiting(&self) {
        self.waits.stop();
        self.evaluation.feed().stop();
    }

    /// One worker's application: for [`crate::serve`], and for tests without a listener.
    pub fn app(
        &self,
    ) -> App<
        impl ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<impl MessageBody + use<>>,
            Error = Error,
            InitError = (),
        > + use<>,
    > {
        App::new()
            .app_data(self.store.clone())
            .app_data(self.room.clone())
            .app_data(self.waits.clone())
            .app_data(self.options.clone())
            .app_data(self.metrics.clone())
            .app_data(self.leaving.clone())
            .app_data(self.polling.clone())
            .app_data(self.executing.clone())
            .app_data(self.evaluation.clone())
            .app_data(self.document.clone())
            .configure(register)
            .wrap(from_fn(waits::wait))
            .wrap(NormalizePath::new(TrailingSlash::MergeOnly))
            .wrap(from_fn(observe))
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").field("options", &self.options).finish_non_exhaustive()
    }
}

fn register(app: &mut ServiceConfig) {
    Endpoint::collection("/healthz").get(health::alive).register(app);
    Endpoint::collection("/readyz").get(health::ready).register(app);
    Endpoint::collection("/metrics").get(health::metrics).register(app);
    docs::register(app);
    v2::register(app);
    v1::register(app);
}
