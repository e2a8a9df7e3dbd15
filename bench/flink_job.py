"""Runs the page-view query on Apache Flink in one process and prints one JSON line for each run; started by `sql-flink`.

The first run collects the query's rows, which also warms the JIT; the timed runs write to the blackhole sink. Events a second
count from the submission of the job to its end as Flink reports it, without the start of the JVM.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pyflink.common import Configuration
from pyflink.table import EnvironmentSettings, TableEnvironment

from harness import cpu_seconds, descendants, memory_mb


def environment(object_reuse: bool) -> TableEnvironment:
    config = Configuration()
    config.set_string("parallelism.default", "1")
    config.set_string("pipeline.object-reuse", str(object_reuse).lower())
    config.set_string("table.local-time-zone", "UTC")
    config.set_string("rest.bind-port", "14690-14699")
    settings = EnvironmentSettings.new_instance().in_streaming_mode().with_configuration(config).build()
    return TableEnvironment.create(settings)


def main() -> None:
    table, select, sink = (Path(path).read_text() for path in sys.argv[1:4])
    rounds = int(sys.argv[4])
    for object_reuse in (False, True):
        env = environment(object_reuse)
        env.execute_sql(table)
        env.execute_sql(sink)
        with env.execute_sql(select).collect() as rows:
            collected = [[str(value) for value in row] for row in rows]
        print(json.dumps({"object_reuse": object_reuse, "rows": collected}), flush=True)
        for _ in range(rounds):
            cpu = cpu_seconds(os.getpid())
            began = time.monotonic()
            job = env.execute_sql(f"INSERT INTO page_views {select}").get_job_client()
            net_ms = job.get_job_execution_result().result().get_net_runtime()
            wall = time.monotonic() - began
            print(
                json.dumps(
                    {
                        "object_reuse": object_reuse,
                        "job_s": net_ms / 1000,
                        "wall_s": wall,
                        "cpu_s": cpu_seconds(os.getpid()) - cpu,
                        "peak_mb": max(memory_mb(pid, "VmHWM") for pid in descendants(os.getpid())),
                    }
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
