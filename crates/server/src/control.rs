//! The socket in the data directory, over which commands on the same machine speak to the server that uses it.
//!
//! One JSON object a line, one answer a line. Who may open the socket is the file system's business: it is made for the
//! server's own user alone, so that it needs no credentials of its own.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use headwater_runtime::{Disk, RealDisk};
use headwater_store::embedded::EmbeddedStore;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

const REQUEST_BYTES_MAX: u64 = 64 * 1024;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    /// Copy everything as of now into a directory that does not exist yet.
    Backup { to: PathBuf },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reply {
    Done(String),
    Failed(String),
}

fn socket_of(data_dir: &Path) -> PathBuf {
    data_dir.join("control.sock")
}

/// Listens until cancelled. A server without the socket serves all the same.
pub async fn serve(data_dir: PathBuf, store: Arc<EmbeddedStore>, stop: CancellationToken) {
    let path = socket_of(&data_dir);
    let listener = match bind(&path) {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%error, path = %path.display(), "no control socket; `headwater backup` works only while the server is stopped");
            return;
        }
    };
    let busy = Arc::new(Mutex::new(()));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Ok((connection, _)) => drop(tokio::spawn(answer(connection, store.clone(), busy.clone()))),
            Err(error) => tracing::warn!(%error, "the control socket refused a connection"),
        }
    }
    let _ = RealDisk.remove(&path);
}

fn bind(path: &Path) -> io::Result<UnixListener> {
    // The directory is locked by this process, so that a socket which is there is a dead server's.
    match RealDisk.remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // It gets its name only when nobody else may open it any more.
    let nameless = path.with_extension("new");
    match RealDisk.remove(&nameless) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&nameless)?;
    std::fs::set_permissions(&nameless, std::fs::Permissions::from_mode(0o600))?;
    RealDisk.rename(&nameless, path)?;
    Ok(listener)
}

async fn answer(mut connection: UnixStream, store: Arc<EmbeddedStore>, busy: Arc<Mutex<()>>) {
    let (read, mut write) = connection.split();
    let mut line = String::new();
    if let Err(error) = BufReader::new(read.take(REQUEST_BYTES_MAX)).read_line(&mut line).await {
        tracing::warn!(%error, "the control socket was not read");
        return;
    }
    let reply = match serde_json::from_str(&line) {
        Ok(Request::Backup { to }) => match busy.try_lock() {
            Ok(_one_at_a_time) => back_up(store, to).await,
            Err(_) => Reply::Failed("another backup is being made".to_owned()),
        },
        Err(error) => Reply::Failed(format!("the request is not understood: {error}")),
    };
    let mut line = serde_json::to_vec(&reply).unwrap_or_default();
    line.push(b'\n');
    let _ = write.write_all(&line).await;
}

async fn back_up(store: Arc<EmbeddedStore>, to: PathBuf) -> Reply {
    if !to.is_absolute() {
        return Reply::Failed("the directory's path is not absolute".to_owned());
    }
    tracing::info!(to = %to.display(), "making a backup");
    let shown = to.display().to_string();
    let made = tokio::task::spawn_blocking(move || store.backup(&to, &RealDisk::shared())).await;
    match made {
        Ok(Ok(copied)) => {
            let told = format!(
                "copied to {shown}, as of commit {}\n  {} partitions, {} batches, {} records, {} bytes, {} state keys",
                copied.lsn,
                copied.partitions,
                copied.batches,
                copied.records,
                copied.bytes,
                copied.state_keys
            );
            tracing::info!(to = shown, commit = %copied.lsn, "made a backup");
            Reply::Done(told)
        }
        Ok(Err(error)) => {
            tracing::warn!(to = shown, %error, "a backup failed");
            Reply::Failed(error.to_string())
        }
        Err(error) => Reply::Failed(error.to_string()),
    }
}

/// Asks the server that uses a data directory for a backup; gives what it tells.
pub async fn ask_for_backup(data_dir: &Path, to: &Path) -> Result<String> {
    let path = socket_of(data_dir);
    let connection = UnixStream::connect(&path).await;
    let mut connection = connection.with_context(|| {
        format!("a server uses {}, and its socket {} does not answer", data_dir.display(), path.display())
    })?;
    let mut line = serde_json::to_vec(&Request::Backup { to: to.to_owned() })?;
    line.push(b'\n');
    connection.write_all(&line).await.context("asking the server")?;
    let mut answer = String::new();
    BufReader::new(connection).read_line(&mut answer).await.context("waiting for the server")?;
    if answer.is_empty() {
        bail!("the server ended before the backup was made");
    }
    match serde_json::from_str(&answer).context("reading the server's answer")? {
        Reply::Done(told) => Ok(told),
        Reply::Failed(why) => bail!("the server could not make the backup: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use headwater_runtime::Clock;
    use headwater_store::embedded::{EmbeddedConfig, Examined};
    use headwater_store::{Append, Commit, Store};
    use headwater_types::PartitionId;

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_running_server_makes_a_backup_and_refuses_what_it_does_not_understand() {
        let dir = tempfile::tempdir().expect("a directory");
        let data_dir = dir.path().join("data");
        let config = EmbeddedConfig::new(&data_dir);
        let store = EmbeddedStore::open(config, RealDisk::shared(), Clock::system()).expect("opens");
        let append = Append {
            partition: PartitionId(1),
            expected_offset: None,
            epoch: 0,
            payload: "kept".into(),
            record_count: 1,
        };
        store.commit(Commit { appends: vec![append], ..Commit::default() }).await.expect("commits");
        let stop = CancellationToken::new();
        let serving = tokio::spawn(serve(data_dir.clone(), store.clone(), stop.clone()));
        while !socket_of(&data_dir).exists() {
            tokio::task::yield_now().await;
        }
        let mode = std::fs::metadata(socket_of(&data_dir)).expect("is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);

        let to = dir.path().join("backup");
        let told = ask_for_backup(&data_dir, &to).await.expect("makes one");
        assert!(told.contains("1 records"), "{told}");
        let found = Examined::open(&to, RealDisk::shared()).expect("opens").verify().expect("reads");
        assert!(found.is_sound() && found.records == 1, "{found:?}");
        let again = ask_for_backup(&data_dir, &to).await.expect_err("not over it").to_string();
        assert!(again.contains("is not empty"), "{again}");
        let elsewhere =
            ask_for_backup(&data_dir, Path::new("here")).await.expect_err("not absolute").to_string();
        assert!(elsewhere.contains("not absolute"), "{elsewhere}");

        let mut connection = UnixStream::connect(socket_of(&data_dir)).await.expect("connects");
        connection.write_all(b"{\"explode\":{}}\n").await.expect("writes");
        let mut answer = String::new();
        BufReader::new(connection).read_line(&mut answer).await.expect("answers");
        assert!(answer.contains("not understood"), "{answer}");
        stop.cancel();
        serving.await.expect("ends");
        assert!(!socket_of(&data_dir).exists());
    }
}
