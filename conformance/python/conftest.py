"""Fixtures: servers shared by a session, servers of a test's own, and streams that are cleaned up."""

import uuid

import pytest

from headwater_server import Headwater


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="also run what takes long (two hundred kills)")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--full"):
        for item in items:
            if "full" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="needs --full"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows the end of its server's log."""
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, Headwater) and value.log.exists():
                report.sections.append((f"headwater on port {value.port}", value.log_tail()))


def _running(limits):
    server = Headwater(limits)
    try:
        yield server.start()
        assert server.is_running(), f"headwater ended during the tests:\n{server.log_tail()}"
        assert "panicked" not in server.log.read_text(errors="replace"), server.log_tail()
    finally:
        server.remove()


@pytest.fixture(scope="session")
def headwater():
    """One server without throughput limits for all tests that do not disturb each other."""
    yield from _running("off")


@pytest.fixture(scope="session")
def limited():
    """One server with the limits of the real service."""
    yield from _running("aws")


@pytest.fixture
def own_server():
    """A server a test may kill."""
    yield from _running("off")


@pytest.fixture(scope="session")
def kinesis(headwater):
    return headwater.client("kinesis")


@pytest.fixture
def make_stream(kinesis):
    """Creates an active stream of so many shards and gives its name."""
    made = []

    def make(shards: int = 1, **options) -> str:
        name = f"test-{uuid.uuid4().hex[:12]}"
        kinesis.create_stream(StreamName=name, ShardCount=shards, **options)
        made.append(name)
        kinesis.get_waiter("stream_exists").wait(StreamName=name, WaiterConfig={"Delay": 1})
        return name

    yield make
    for name in made:
        try:
            kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)
        except kinesis.exceptions.ResourceNotFoundException:
            pass
