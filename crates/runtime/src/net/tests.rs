//! Simulated connections: order, delay, cuts, resets, crashes, and that a seed replays.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;
use crate::Entropy;

const CLIENT: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 2));
const SERVER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1)), 4566);

/// Lets the time pass until the work is done; gives up after a minute of it.
async fn drive<T>(net: &SimNet, from_ms: u64, work: impl Future<Output = T>) -> Option<T> {
    tokio::pin!(work);
    for now in from_ms..from_ms + 60_000 {
        net.advance(Duration::from_millis(now));
        tokio::select! {
            biased;
            done = &mut work => return Some(done),
            () = tokio::task::yield_now() => {}
        }
    }
    None
}

async fn pair(net: &SimNet) -> (SimStream, Connection) {
    let acceptor = net.listen(SERVER);
    let both = async { tokio::join!(net.connect(CLIENT, SERVER), acceptor.accept()) };
    let (client, server) = drive(net, 0, both).await.unwrap();
    (client.unwrap(), server.unwrap().0)
}

#[tokio::test]
async fn bytes_arrive_in_order_and_late_and_a_seed_replays() {
    let run = async |seed| {
        let net = SimNet::new(Entropy::seeded(seed));
        let (mut client, mut server) = pair(&net).await;
        let sent: Vec<u8> = (0..300_000u32).map(|n| n as u8).collect();
        let mut received = Vec::new();
        let transfer = async {
            let write = async {
                client.write_all(&sent).await.unwrap();
                client.shutdown().await.unwrap();
            };
            tokio::join!(write, server.read_to_end(&mut received))
        };
        drive(&net, 100, transfer).await.unwrap().1.unwrap();
        assert!(received == sent);
        net.trace()
    };
    let trace = run(5).await;
    assert!(trace.lines().count() > 20 && trace == run(5).await && trace != run(6).await);
}

#[tokio::test]
async fn a_cut_link_holds_bytes_until_it_is_mended() {
    let net = SimNet::new(Entropy::seeded(1));
    let (mut client, mut server) = pair(&net).await;
    net.cut(CLIENT);
    client.write_all(b"hello").await.unwrap();
    let mut bytes = [0; 5];
    assert!(drive(&net, 100, server.read_exact(&mut bytes)).await.is_none());
    net.mend(CLIENT);
    drive(&net, 70_000, server.read_exact(&mut bytes)).await.unwrap().unwrap();
    assert_eq!(&bytes, b"hello");
}

#[tokio::test]
async fn a_crash_delivers_what_had_left_and_then_breaks_the_connection() {
    let net = SimNet::new(Entropy::seeded(1));
    let (mut client, mut server) = pair(&net).await;
    server.write_all(b"last words").await.unwrap();
    net.crash(SERVER.ip(), false);
    drop(server);
    let mut heard = Vec::new();
    let end = drive(&net, 100, client.read_to_end(&mut heard)).await.unwrap();
    assert_eq!(heard, b"last words");
    assert_eq!(end.unwrap_err().kind(), io::ErrorKind::ConnectionReset);
    let refused = drive(&net, 200, net.connect(CLIENT, SERVER)).await.unwrap();
    assert_eq!(refused.map(drop).unwrap_err().kind(), io::ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn a_reset_ends_both_ends_and_loses_what_is_under_way() {
    let net = SimNet::new(Entropy::seeded(1));
    let (mut client, mut server) = pair(&net).await;
    client.write_all(b"never").await.unwrap();
    net.reset(CLIENT);
    let mut bytes = Vec::new();
    let server_end = drive(&net, 100, server.read_to_end(&mut bytes)).await.unwrap();
    assert_eq!(server_end.unwrap_err().kind(), io::ErrorKind::ConnectionReset);
    assert!(bytes.is_empty() && client.write_all(b"more").await.is_err());
}
