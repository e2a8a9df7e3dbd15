"""Splits, merges and UpdateShardCount: what is open, what is closed, where records go, how a reader walks the family tree.

https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html
"""

from helpers import active, iterator, read_from, read_shard, refused, shards

import pytest

TOP = 2**128 - 1
MIDDLE = 2**127


def split_in_half(kinesis, stream, shard="shardId-000000000000"):
    kinesis.split_shard(StreamName=stream, ShardToSplit=shard, NewStartingHashKey=str(MIDDLE))
    active(kinesis, stream)
    return {each["ShardId"]: each for each in shards(kinesis, stream)}


def hash_range(shard):
    return int(shard["HashKeyRange"]["StartingHashKey"]), int(shard["HashKeyRange"]["EndingHashKey"])


def is_closed(shard):
    return "EndingSequenceNumber" in shard["SequenceNumberRange"]


def test_a_split_closes_the_parent_and_opens_two_children(kinesis, make_stream):
    stream = make_stream()
    placed = kinesis.put_record(StreamName=stream, Data=b"before", PartitionKey="k")
    listed = split_in_half(kinesis, stream)
    parent, left, right = (listed[f"shardId-{n:012d}"] for n in range(3))
    assert is_closed(parent) and not is_closed(left) and not is_closed(right)
    assert hash_range(left) == (0, MIDDLE - 1)
    assert hash_range(right) == (MIDDLE, TOP)
    assert {left["ParentShardId"], right["ParentShardId"]} == {parent["ShardId"]}
    end = int(parent["SequenceNumberRange"]["EndingSequenceNumber"])
    assert int(placed["SequenceNumber"]) <= end
    for child in (left, right):
        assert int(child["SequenceNumberRange"]["StartingSequenceNumber"]) > end


def test_records_go_to_the_children_and_their_numbers_are_above_the_parents(kinesis, make_stream):
    stream = make_stream()
    before = [kinesis.put_record(StreamName=stream, Data=b"p", PartitionKey=f"k{n}") for n in range(10)]
    split_in_half(kinesis, stream)
    for hash_key, child in ((0, "shardId-000000000001"), (TOP, "shardId-000000000002")):
        after = kinesis.put_record(StreamName=stream, Data=b"c", PartitionKey="k", ExplicitHashKey=str(hash_key))
        assert after["ShardId"] == child
        assert int(after["SequenceNumber"]) > max(int(each["SequenceNumber"]) for each in before)


def test_the_end_of_a_closed_shard_names_its_children(kinesis, make_stream):
    stream = make_stream()
    kinesis.put_record(StreamName=stream, Data=b"before", PartitionKey="k")
    split_in_half(kinesis, stream)
    position, records = iterator(kinesis, stream, "shardId-000000000000"), []
    while position:
        page = kinesis.get_records(ShardIterator=position)
        records += page["Records"]
        assert ("ChildShards" in page) == ("NextShardIterator" not in page)
        position = page.get("NextShardIterator")
    assert [record["Data"] for record in records] == [b"before"]
    children = {child["ShardId"]: child for child in page["ChildShards"]}
    assert sorted(children) == ["shardId-000000000001", "shardId-000000000002"]
    assert all(child["ParentShards"] == ["shardId-000000000000"] for child in children.values())
    assert hash_range(children["shardId-000000000001"]) == (0, MIDDLE - 1)
    # An iterator for a closed shard is legal and ends at once.
    latest = kinesis.get_records(ShardIterator=iterator(kinesis, stream, "shardId-000000000000", "LATEST"))
    assert latest["Records"] == [] and "NextShardIterator" not in latest


def test_a_merge_joins_neighbours_and_knows_both_parents(kinesis, make_stream):
    stream = make_stream(3)
    kinesis.put_record(StreamName=stream, Data=b"x", PartitionKey="k", ExplicitHashKey="0")
    kinesis.merge_shards(
        StreamName=stream, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000001"
    )
    active(kinesis, stream)
    listed = {each["ShardId"]: each for each in shards(kinesis, stream)}
    child = listed["shardId-000000000003"]
    assert (child["ParentShardId"], child["AdjacentParentShardId"]) == ("shardId-000000000000", "shardId-000000000001")
    assert hash_range(child) == (0, hash_range(listed["shardId-000000000001"])[1])
    assert is_closed(listed["shardId-000000000000"]) and is_closed(listed["shardId-000000000001"])
    page = kinesis.get_records(ShardIterator=iterator(kinesis, stream, "shardId-000000000001"))
    assert page["ChildShards"][0]["ParentShards"] == ["shardId-000000000000", "shardId-000000000001"]


def test_impossible_reshards_are_refused_as_the_service_refuses_them(kinesis, make_stream):
    stream = make_stream(3)
    with refused("InvalidArgumentException", "not an adjacent pair of shards eligible for merging"):
        kinesis.merge_shards(
            StreamName=stream, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000002"
        )
    for key in ("0", "1", str(TOP)):
        with refused("InvalidArgumentException", "is not both greater than one plus the shard's StartingHashKey"):
            kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000000", NewStartingHashKey=key)
    with refused("ResourceNotFoundException", "shardId-000000000007"):
        kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000007", NewStartingHashKey="5")
    kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(2**100))
    active(kinesis, stream)
    with refused("InvalidArgumentException", "already been merged or split"):
        kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(2**101))


def test_reads_across_a_family_tree_give_every_record_once_and_in_order(kinesis, make_stream):
    stream = make_stream(1)
    sent = 0

    def put(count):
        nonlocal sent
        for _ in range(count):
            kinesis.put_record(StreamName=stream, Data=str(sent).encode(), PartitionKey="one-key")
            sent += 1

    put(20)
    split_in_half(kinesis, stream)
    put(20)
    kinesis.merge_shards(
        StreamName=stream, ShardToMerge="shardId-000000000001", AdjacentShardToMerge="shardId-000000000002"
    )
    active(kinesis, stream)
    put(20)
    seen, queue, done = [], ["shardId-000000000000"], set()
    while queue:
        shard = queue.pop(0)
        if shard in done:
            continue
        done.add(shard)
        position = iterator(kinesis, stream, shard)
        while position:
            page = kinesis.get_records(ShardIterator=position)
            seen += [int(record["Data"]) for record in page["Records"]]
            if page["MillisBehindLatest"] == 0 and not page["Records"] and "NextShardIterator" in page:
                break
            position = page.get("NextShardIterator")
            queue += [child["ShardId"] for child in page.get("ChildShards", [])]
    assert seen == list(range(sent))


@pytest.mark.parametrize(
    "before, after, ever, pieces",
    [
        (2, 4, 6, [1, 1, 1, 1]),
        (4, 2, 6, [2, 2]),
        (3, 6, 9, [1, 1, 1, 1, 1, 1]),
        (4, 5, 15, [1, 2, 1, 2, 2]),
        (5, 3, 7, [1, 2, 2]),
    ],
)
def test_update_shard_count_leaves_that_many_shards(kinesis, make_stream, before, after, ever, pieces):
    """By the service's own steps: growing splits every shard and merges neighbours back, shrinking merges neighbours. So a shard is
    one or two pieces wide, a piece being half a shard of before where the stream grew, and a whole one where it shrank."""
    stream = make_stream(before)
    answer = kinesis.update_shard_count(StreamName=stream, TargetShardCount=after, ScalingType="UNIFORM_SCALING")
    assert (answer["CurrentShardCount"], answer["TargetShardCount"]) == (before, after)
    assert active(kinesis, stream)["OpenShardCount"] == after
    ranges = sorted(hash_range(shard) for shard in shards(kinesis, stream) if not is_closed(shard))
    assert ranges[0][0] == 0 and ranges[-1][1] == TOP
    assert all(left[1] + 1 == right[0] for left, right in zip(ranges, ranges[1:]))
    piece = (TOP + 1) / (2 * before if after > before else before)
    assert [round((end - start) / piece) for start, end in ranges] == pieces
    assert len(shards(kinesis, stream)) == ever


def test_update_shard_count_is_held_between_half_and_double(kinesis, make_stream):
    stream = make_stream(4)
    for target in (1, 9):
        with refused("LimitExceededException", "your current open shard count. Current open shard count: 4 Target shard count: "):
            kinesis.update_shard_count(StreamName=stream, TargetShardCount=target, ScalingType="UNIFORM_SCALING")


def test_shard_filters_choose_by_time_and_state(kinesis, make_stream):
    stream = make_stream()
    split_in_half(kinesis, stream)

    def listed(kind, **options):
        return [shard["ShardId"][-1] for shard in shards(kinesis, stream, ShardFilter={"Type": kind, **options})]

    assert listed("AT_LATEST") == ["1", "2"]
    assert listed("AT_TRIM_HORIZON") == ["0"]
    assert listed("FROM_TRIM_HORIZON") == ["0", "1", "2"]
    assert listed("AFTER_SHARD_ID", ShardId="shardId-000000000000") == ["1", "2"]
