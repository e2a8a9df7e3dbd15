//! Wiring: store, streams, engines and faces put together, from the ground up, and taken down in the opposite order.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use arrow_schema::SchemaRef;
use async_trait::async_trait;
use headwater_aws_wire::Services;
use headwater_cloudwatch::CloudWatch;
use headwater_connect::delivery::{Deliveries, DeliveriesConfig, SchemaSource};
use headwater_connect::object::{BucketDir, Objects, Remote};
use headwater_console::{Console, ConsoleInfo};
use headwater_dynamodb::{DynamoDb, Engine, EngineConfig};
use headwater_firehose::Firehose;
use headwater_kinesis::Kinesis;
use headwater_metrics::Metrics;
use headwater_runtime::{Clock, Disk, Entropy, RealDisk, blocking};
use headwater_s3::S3Endpoint;
use headwater_sql::jobs::{Jobs, JobsConfig};
use headwater_store::Store;
use headwater_store::embedded::{EmbeddedConfig, EmbeddedStore};
use headwater_stream::encryption::Keyring;
use headwater_stream::{CreateStream, LimitsMode, RecordBatches, StreamError, Streams, StreamsConfig};
use headwater_sts::Sts;
use headwater_types::{AccountId, Region, Scope, StreamArn, StreamName};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::access::Access;
use crate::answers::Answers;
use crate::cli::{Limits, ServeArgs};
use crate::config::{Config, InitialStream};
use crate::control;
use crate::health::Health;
use crate::listener::{Listener, Places};
use crate::monitor::{KinesisMonitor, Prometheus};
use crate::route::{Probes, Router};
use crate::tls::Tls;

/// `headwater serve`: runs until Ctrl-C or SIGTERM.
pub async fn run(args: &ServeArgs) -> Result<()> {
    let config = Config::of_serve(args)?;
    let data_dir = config.data_dir.clone();
    let checks_credentials = config.identities.is_some();
    let server = Server::start(config).await?;
    let address = server.address();
    if !address.ip().is_loopback() {
        warn_of_open_address(address, checks_credentials);
    }
    note!("headwater {} serves {}", env!("CARGO_PKG_VERSION"), data_dir.display());
    note!("  endpoint   export AWS_ENDPOINT_URL=http://{address}");
    if let Some(address) = server.tls_address() {
        note!("  with TLS   https://{address} (certificate: `headwater trust`)");
    }
    note!("  console    http://{address}/_console/");
    wait_for_stop_signal().await?;
    note!("stopping");
    server.stop().await;
    Ok(())
}

/// Said at each start, because whoever said `--insecure` once may have forgotten it.
fn warn_of_open_address(address: SocketAddr, checks_credentials: bool) {
    if checks_credentials {
        note!(
            "WARNING: {address} is not encrypted: whoever sees the traffic reads the records, and the secrets of"
        );
        note!("WARNING: those who use the console. Use it only on a network that is itself protected.");
        return;
    }
    note!("WARNING: listening on {address} without credentials and without encryption.");
    note!(
        "WARNING: whoever reaches this address can read, write and delete everything, and SQL can read files"
    );
    note!("WARNING: of this machine. Use it only on a network that is itself protected.");
}

/// What a server stands on. The machine's own, or a simulated one: the server cannot tell.
pub struct Ground {
    pub clock: Clock,
    pub entropy: Entropy,
    /// Where the key file is, and files that SQL reads.
    pub disk: Arc<dyn Disk>,
    pub store: Arc<EmbeddedStore>,
    pub listener: Listener,
    pub tls: Option<(Listener, Tls)>,
    /// Where deliveries and SQL put their objects.
    pub objects: Objects,
    /// What the S3 face shows; without it there is none.
    pub buckets: Option<BucketDir>,
}

/// A running server.
pub struct Server {
    address: SocketAddr,
    tls_address: Option<SocketAddr>,
    stop: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
    jobs: Jobs,
    deliveries: Deliveries,
    metrics: Metrics,
    store: Arc<EmbeddedStore>,
}

impl Server {
    /// Opens the data directory, resumes what ran there, and listens.
    pub async fn start(config: Config) -> Result<Self> {
        let (clock, entropy) = (Clock::system(), Entropy::system());
        // Bound first: a port in use should not cost a recovery.
        let listener = Listener::bind(SocketAddr::new(config.plain_listen(), config.port)).await?;
        let tls = open_tls(&config, &clock).await?;

        let store = open_store(&config, &clock, &entropy).await?;
        let buckets = BucketDir::open(&config.data_dir.join("buckets"), clock.clone(), entropy.clone())
            .await
            .context("opening the bucket directory")?;
        let objects = match &config.s3 {
            Some(endpoint) => Objects::Endpoint(Remote::new(endpoint.clone())),
            None => Objects::Embedded(buckets.clone()),
        };
        let disk = RealDisk::shared();
        let data_dir = config.data_dir.clone();
        let ground = Ground { clock, entropy, disk, store, listener, tls, objects, buckets: Some(buckets) };
        let mut server = Self::start_on(config, ground).await?;
        let control = control::serve(data_dir, server.store.clone(), server.stop.clone());
        server.tasks.push(tokio::spawn(control));
        Ok(server)
    }

    /// Resumes what ran in the store, and serves.
    pub async fn start_on(config: Config, ground: Ground) -> Result<Self> {
        let Ground { clock, entropy, disk, store, listener, tls, objects, buckets } = ground;
        let address = listener.address();
        let limits = match config.limits {
            Limits::Aws => LimitsMode::Aws,
            Limits::Off => LimitsMode::Off,
        };
        let keyring = Keyring::new(disk.clone(), &config.key_file, entropy.clone());
        let streams_config = StreamsConfig {
            limits,
            transition: config.state_delay,
            on_demand: config.on_demand,
            shard_bytes_kept: config.retention.shard_bytes,
            sweep_every: config.retention.every,
            keyring: Some(Arc::new(keyring)),
        };
        let shared: Arc<dyn Store> = store.clone();
        let streams = Streams::open(shared, clock.clone(), entropy.clone(), streams_config)
            .await
            .context("opening the streams")?;
        for stream in &config.streams {
            ensure_stream(&streams, stream).await?;
        }
        let jobs_config = JobsConfig {
            store: store.clone(),
            streams: streams.clone(),
            objects: Some(objects.clone()),
            disk,
            clock: clock.clone(),
            entropy: entropy.clone(),
        };
        let jobs = Jobs::open(jobs_config).await.context("opening the SQL jobs")?;
        let deliveries_config = DeliveriesConfig { limits, ..DeliveriesConfig::default() };
        let deliveries = Deliveries::open(
            store.clone(),
            streams.clone(),
            objects,
            Arc::new(CatalogSchemas(jobs.clone())),
            clock.clone(),
            entropy.clone(),
            deliveries_config,
        )
        .await
        .context("opening the delivery streams")?;

        let metrics = Metrics::open(store.clone(), clock.clone()).await.context("opening the metrics")?;
        let monitor = KinesisMonitor::new(streams.clone(), metrics.clone(), clock.clone());
        let prometheus = Prometheus::new(streams.clone(), store.clone(), metrics.clone());
        let kinesis = Kinesis::new(streams.clone(), clock.clone());
        let kinesis = if limits == LimitsMode::Aws { kinesis.paced() } else { kinesis };
        let tables = EngineConfig { transition: config.state_delay };
        let tables = Engine::open(store.clone(), clock.clone(), tables)
            .await
            .context("opening the DynamoDB tables")?;
        let services = Services::new(vec![
            Arc::new(kinesis),
            Arc::new(Firehose::new(deliveries.clone())),
            Arc::new(DynamoDb::new(tables)),
            Arc::new(CloudWatch::new(metrics.clone(), clock.clone())),
            Arc::new(Sts),
        ]);
        // What stands in the certificate is a name of this server, too.
        let mut hosts = config.hosts.clone();
        hosts.extend(config.tls.iter().flat_map(|tls| tls.source.names().iter().cloned()));
        let info = ConsoleInfo {
            address: address.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            limits: if limits == LimitsMode::Aws { "aws" } else { "off" }.to_owned(),
            trusted_hosts: hosts.clone(),
        };
        let engines = headwater_console::Engines::new(streams, jobs.clone(), deliveries.clone());
        let access = Access::new(config.identities.clone(), clock.clone()).for_pages_of(config.origins);
        let console = Console::new(info, clock.clone(), Arc::new(engines));
        let s3 = buckets.map(|buckets| S3Endpoint::new(buckets, access.s3()).trusting(hosts));
        let probes = Probes { health: Health::new(store.clone()), prometheus };
        let answers = Answers::new(clock.clone());
        let router = Router::new(services, console, s3, access, clock, entropy, probes);

        let stop = CancellationToken::new();
        let places = Places::new(answers.clone());
        let mut tasks = Vec::new();
        let tls_address = tls.as_ref().map(|(listener, _)| listener.address());
        if let Some((listener, tls)) = tls {
            tasks.push(tokio::spawn(listener.serve(router.clone(), places.clone(), stop.clone())));
            tasks.push(tokio::spawn(tls.keep_fresh(stop.clone())));
        }
        tasks.push(tokio::spawn(listener.serve(router, places, stop.clone())));
        tasks.push(tokio::spawn(answers.watch(stop.clone())));
        tasks.push(tokio::spawn(monitor.run(stop.clone())));
        tasks.push(tokio::spawn(run_until(stop.clone(), metrics.clone().run())));
        Ok(Self { address, tls_address, stop, tasks, jobs, deliveries, metrics, store })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it speaks TLS, if it does.
    pub fn tls_address(&self) -> Option<SocketAddr> {
        self.tls_address
    }

    /// Stops accepting, lets requests and engines finish, and closes the store.
    pub async fn stop(self) {
        self.stop.cancel();
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::error!(%error, "a listener ended badly");
            }
        }
        self.jobs.shutdown().await;
        self.deliveries.stop().await;
        if let Err(error) = self.metrics.fold().await {
            tracing::warn!(%error, "points of metrics could not be folded; the next start takes them from their log");
        }
        let store = self.store;
        if blocking::spawn(move || store.close()).await.is_err() {
            tracing::error!("the store did not close in order; the journal is replayed at the next start");
        }
    }
}

/// Work that ends when the server stops.
async fn run_until(stop: CancellationToken, work: impl Future<Output = ()>) {
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}

/// The second port, and the certificate it shows.
async fn open_tls(config: &Config, clock: &Clock) -> Result<Option<(Listener, Tls)>> {
    let Some(wanted) = config.tls.clone() else { return Ok(None) };
    let listener = match Listener::bind(SocketAddr::new(config.listen, wanted.port)).await {
        Ok(listener) => listener,
        Err(error) if wanted.port_is_default => {
            tracing::warn!("no TLS: {error:#}; choose its port with --tls-port");
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let (listen, clock) = (config.listen, clock.clone());
    // Disk and keys: not on a thread that serves.
    let tls = blocking::spawn(move || Tls::open(wanted.source, listen, clock))
        .await
        .context("opening TLS")?
        .context("opening TLS")?;
    Ok(Some((listener.with_tls(tls.acceptor()), tls)))
}

async fn open_store(config: &Config, clock: &Clock, entropy: &Entropy) -> Result<Arc<EmbeddedStore>> {
    let store_config = EmbeddedConfig { entropy: entropy.clone(), ..EmbeddedConfig::new(&config.data_dir) };
    let mut store_config = config.store.apply(store_config);
    store_config.compact = Some(Arc::new(RecordBatches));
    if let Some(tier) = &config.tier {
        store_config.tier = Some(tier.open(clock.clone(), entropy.clone()).await?);
    }
    let (disk, clock) = (Arc::new(RealDisk), clock.clone());
    let opened = blocking::spawn(move || EmbeddedStore::open(store_config, disk, clock));
    Ok(opened.await.context("opening the store")??)
}

/// Makes a stream of the configuration file, unless an earlier start did.
async fn ensure_stream(streams: &Streams, wanted: &InitialStream) -> Result<()> {
    let subject = || format!("stream `{}` of the configuration", wanted.name);
    let name =
        StreamName::parse(&wanted.name).with_context(|| format!("{}: not a stream name", subject()))?;
    let account = wanted.account.as_deref().map_or(Some(AccountId::default()), AccountId::parse);
    let region = wanted.region.as_deref().map_or(Some(Region::default()), Region::parse);
    let scope = Scope {
        account: account.with_context(|| format!("{}: an account is twelve digits", subject()))?,
        region: region.with_context(|| format!("{}: not a region", subject()))?,
    };
    let spec = CreateStream { shard_count: Some(wanted.shards), ..CreateStream::default() };
    match streams.create_stream(&StreamArn { scope, stream: name }, spec).await {
        Ok(()) | Err(StreamError::StreamExists(_)) => Ok(()),
        Err(error) => Err(error).with_context(subject),
    }
}

async fn wait_for_stop_signal() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("watching for SIGTERM")?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted.context("watching for Ctrl-C"),
        _ = terminate.recv() => Ok(()),
    }
}

/// A delivery that converts to Parquet finds its columns in the SQL catalog, where AWS has the Glue catalog.
struct CatalogSchemas(Jobs);

#[async_trait]
impl SchemaSource for CatalogSchemas {
    async fn columns(&self, scope: &Scope, database: &str, table: &str) -> Result<SchemaRef, String> {
        self.0.table_schema(scope, database, table).await.map_err(|error| error.to_string())
    }
}
