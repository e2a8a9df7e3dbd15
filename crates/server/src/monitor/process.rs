//! What the kernel says of this process, under the names every Prometheus client library uses.
//!
//! <https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics>

/// Name, help, type and value; empty where there is no `/proc`.
#[allow(clippy::disallowed_methods)] // the kernel's own account of this process, not anybody's data
pub fn figures() -> Vec<(&'static str, &'static str, &'static str, f64)> {
    let mut all = Vec::new();
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        let kib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim_start_matches(':').trim().split(' ').next()?.parse::<f64>().ok()
        };
        if let Some(kib) = kib("VmRSS") {
            all.push(("process_resident_memory_bytes", "Resident memory.", "gauge", kib * 1024.0));
        }
        if let Some(kib) = kib("VmSize") {
            all.push(("process_virtual_memory_bytes", "Virtual memory.", "gauge", kib * 1024.0));
        }
        if let Some(threads) = kib("Threads") {
            all.push(("process_threads", "Threads.", "gauge", threads));
        }
    }
    if let Some(seconds) = std::fs::read_to_string("/proc/self/stat").ok().and_then(|stat| cpu_seconds(&stat))
    {
        all.push(("process_cpu_seconds_total", "User and system CPU time.", "counter", seconds));
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        all.push(("process_open_fds", "Open file descriptors.", "gauge", open.count() as f64));
    }
    all
}

/// Ticks are a hundredth of a second on every Linux that this runs on.
fn cpu_seconds(stat: &str) -> Option<f64> {
    // The name of the command may hold anything, so fields count from its closing bracket.
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_with_brackets_does_not_confuse() {
        let stat = "7 (head) (water) S 1 7 7 0 -1 4194560 900 0 0 0 250 50 0 0 20 0 8 0 100 0 0";
        assert_eq!(cpu_seconds(stat), Some(3.0));
        assert_eq!(cpu_seconds("nothing"), None);
    }
}
