"""Asks Apache Flink for the type of every expression in the SQL crate's table of expectations.

    python -m venv venv && venv/bin/pip install apache-flink==2.3.0     # Python 3.11, Java 17
    venv/bin/python conformance/flink/expression_types.py

rewrites `crates/sql/src/binder/testdata/expression_types.tsv` in place: one line per expression, which is kept, and
the type that Flink derives, or ERROR. Add an expression by adding a line. `git diff` then shows what Flink says otherwise.
"""

import pathlib
import re

from pyflink.table import EnvironmentSettings, TableEnvironment

DATA = pathlib.Path(__file__).parents[2] / "crates/sql/src/binder/testdata"


def flink_type(env, expression):
    try:
        table = env.sql_query(f"SELECT {expression} AS x FROM t")
        # Some refusals come only when code is generated.
        table.explain()
        logical = table._j_table.getResolvedSchema().getColumns().get(0).getDataType().getLogicalType()
        text = logical.asSerializableString()
    except Exception:
        return "ERROR"
    return re.sub(r"TIMESTAMP\((\d)\) WITH LOCAL TIME ZONE", r"TIMESTAMP_LTZ(\1)", text)


def main():
    env = TableEnvironment.create(EnvironmentSettings.in_streaming_mode())
    env.get_config().set("table.local-time-zone", "UTC")
    env.execute_sql((DATA / "expression_types.sql").read_text())
    file = DATA / "expression_types.tsv"
    expressions = [line.split("\t")[0] for line in file.read_text().splitlines()]
    file.write_text("".join(f"{e}\t{flink_type(env, e)}\n" for e in expressions))


if __name__ == "__main__":
    main()
