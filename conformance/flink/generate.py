#!/usr/bin/env python3
"""Writes the expected output of every case with Apache Flink itself.

    python -m venv venv && venv/bin/pip install apache-flink==2.3.0      # needs Python 3.11 and Java 17
    venv/bin/python conformance/flink/generate.py [case ...]

A case is `cases/NAME.sql`: statements, the last of them a query; `${INPUTS}` stands for the directory of inputs. The first line says how
outputs are compared: `exact` (the changelog, in order) or `bag` (the rows, in any order, where Flink's own order is free).
The expected changelog is `cases/NAME.expected`, one `{"op": ..., "row": [...]}` a line, as `headwater sql run` prints it. A
statement that Flink refuses leaves `{"error": "..."}`.
"""
import base64
import datetime
import decimal
import json
import pathlib
import sys

from pyflink.common import Row, RowKind
from pyflink.table import EnvironmentSettings, TableEnvironment

HERE = pathlib.Path(__file__).resolve().parent
OPS = {RowKind.INSERT: "+I", RowKind.UPDATE_BEFORE: "-U", RowKind.UPDATE_AFTER: "+U", RowKind.DELETE: "-D"}


def shown(value):
    if isinstance(value, Row):
        return [shown(v) for v in value]
    if isinstance(value, (list, tuple)):
        return [shown(v) for v in value]
    if isinstance(value, dict):
        return {str(k): shown(v) for k, v in value.items()}
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond % 1000 == 0 else "microseconds")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    return value


def run(text):
    settings = EnvironmentSettings.new_instance().in_streaming_mode().build()
    env = TableEnvironment.create(settings)
    env.get_config().set("parallelism.default", "1")
    env.get_config().set("table.local-time-zone", "UTC")
    statements = [s.strip() for s in text.split(";\n") if s.strip()]
    for statement in statements[:-1]:
        lines = "\n".join(line for line in statement.splitlines() if not line.startswith("--"))
        if lines.upper().startswith("SET "):
            key, value = [part.strip().strip("'") for part in lines[4:].split("=", 1)]
            env.get_config().set(key, value)
        else:
            env.execute_sql(lines)
    query = "\n".join(line for line in statements[-1].splitlines() if not line.startswith("--"))
    with env.execute_sql(query).collect() as rows:
        return [{"op": OPS[row.get_row_kind()], "row": shown(row)} for row in rows]


def main():
    wanted = set(sys.argv[1:])
    for case in sorted((HERE / "cases").glob("*.sql")):
        if wanted and case.stem not in wanted:
            continue
        text = case.read_text().replace("${INPUTS}", str(HERE / "inputs"))
        try:
            lines = run(text)
        except Exception as error:  # noqa: BLE001: whatever Flink says is the expected answer
            causes = [line for line in str(error).splitlines() if line.startswith(("Caused by:", "org.apache"))]
            lines = [{"error": (causes or str(error).strip().splitlines())[-1][:300]}]
        case.with_suffix(".expected").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        print(case.stem, len(lines), lines[0].get("error", "") if lines else "", flush=True)


if __name__ == "__main__":
    main()
