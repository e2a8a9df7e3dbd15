"""The DynamoDB face through boto3: lease tables as the KCL keeps them, the item API beside them, and what a crash leaves."""

import threading
import uuid
from decimal import Decimal

import boto3.dynamodb.conditions as conditions
import pytest
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.exceptions import BotoCoreError, ClientError

from helpers import eventually, refused

INDEX = "LeaseOwnerToLeaseKeyIndex"


def plain(item: dict) -> dict:
    return {name: TypeDeserializer().deserialize(value) for name, value in item.items()}


def typed(item: dict) -> dict:
    return {name: TypeSerializer().serialize(value) for name, value in item.items()}


@pytest.fixture(scope="session")
def dynamodb(headwater):
    return headwater.client("dynamodb")


@pytest.fixture
def make_table(dynamodb):
    """Creates a table with these keys (`name:TYPE`) and gives its name."""
    made = []

    def make(*keys: str, **options) -> str:
        name = f"test-{uuid.uuid4().hex[:12]}"
        pairs = [key.split(":") for key in keys]
        definitions = [{"AttributeName": key, "AttributeType": kind} for key, kind in pairs]
        dynamodb.create_table(
            TableName=name,
            AttributeDefinitions=definitions + options.pop("MoreDefinitions", []),
            KeySchema=[{"AttributeName": key, "KeyType": kind} for (key, _), kind in zip(pairs, ("HASH", "RANGE"))],
            BillingMode="PAY_PER_REQUEST",
            **options,
        )
        made.append(name)
        dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
        return name

    yield make
    for name in made:
        dynamodb.delete_table(TableName=name)


@pytest.fixture
def leases(make_table):
    return make_table("leaseKey:S", Tags=[{"Key": "app", "Value": "test"}])


def new_lease(dynamodb, table: str, key: str, **attributes):
    """As the KCL makes one: not if it is there."""
    item = {"leaseKey": key, "leaseCounter": 0, "ownerSwitchesSinceCheckpoint": 0, "checkpoint": "TRIM_HORIZON"}
    return dynamodb.put_item(
        TableName=table, Item=typed(item | attributes), Expected={"leaseKey": {"Exists": False}}
    )


# --- leases -----------------------------------------------------------------------------------------------------------


def test_a_lease_is_made_taken_renewed_and_evicted_as_the_kcl_does_it(dynamodb, leases):
    new_lease(dynamodb, leases, "shard-0")
    with refused("ConditionalCheckFailedException", "^The conditional request failed$"):
        new_lease(dynamodb, leases, "shard-0")

    key = {"leaseKey": {"S": "shard-0"}}
    taken = dynamodb.update_item(
        TableName=leases,
        Key=key,
        AttributeUpdates={
            "leaseOwner": {"Value": {"S": "worker-1"}, "Action": "PUT"},
            "leaseCounter": {"Value": {"N": "1"}, "Action": "PUT"},
            "ownerSwitchesSinceCheckpoint": {"Value": {"N": "1"}, "Action": "ADD"},
            "checkpointOwner": {"Action": "DELETE"},
        },
        Expected={"leaseCounter": {"Value": {"N": "0"}}, "leaseOwner": {"Exists": False}},
        ReturnValues="ALL_NEW",
    )["Attributes"]
    assert plain(taken) == {
        "leaseKey": "shard-0",
        "leaseCounter": 1,
        "ownerSwitchesSinceCheckpoint": 1,
        "checkpoint": "TRIM_HORIZON",
        "leaseOwner": "worker-1",
    }

    renewal = {
        "TableName": leases,
        "Key": key,
        "AttributeUpdates": {"leaseCounter": {"Value": {"N": "2"}, "Action": "PUT"}},
        "Expected": {
            "leaseCounter": {"Value": {"N": "1"}},
            "leaseOwner": {"Exists": True, "Value": {"S": "worker-1"}},
        },
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }
    dynamodb.update_item(**renewal)
    # The failed renewal shows the lease as it is, though the condition is of the older kind.
    with pytest.raises(ClientError) as caught:
        dynamodb.update_item(**renewal)
    answer = caught.value.response
    assert answer["Error"]["Code"] == "ConditionalCheckFailedException"
    assert plain(answer["Item"])["leaseCounter"] == 2
    del renewal["ReturnValuesOnConditionCheckFailure"]
    with pytest.raises(ClientError) as caught:
        dynamodb.update_item(**renewal)
    assert "Item" not in caught.value.response

    dynamodb.delete_item(TableName=leases, Key=key, Expected={"leaseKey": {"Exists": True, "Value": key["leaseKey"]}})
    assert "Item" not in dynamodb.get_item(TableName=leases, Key=key, ConsistentRead=True)


def test_the_lock_client_takes_heartbeats_and_releases_its_lock(dynamodb, leases):
    key = {"leaseKey": {"S": "Leader"}}
    lock = {"ownerName": "w1", "recordVersionNumber": "v1", "leaseDuration": "120000", "data": b"\0\xff"}
    take = {
        "TableName": leases,
        "Item": key | typed(lock),
        "ExpressionAttributeNames": {"#pk": "leaseKey"},
    }
    dynamodb.put_item(**take, ConditionExpression="attribute_not_exists(#pk)")
    with refused("ConditionalCheckFailedException"):
        dynamodb.put_item(**take, ConditionExpression="attribute_not_exists(#pk)")
    names = {"#pk": "leaseKey", "#rvn": "recordVersionNumber", "#on": "ownerName"}
    beat = {
        "TableName": leases,
        "Key": key,
        "ConditionExpression": "attribute_exists(#pk) AND #rvn = :rvn AND #on = :on",
        "ExpressionAttributeNames": names | {"#ld": "leaseDuration"},
        "ExpressionAttributeValues": {
            ":rvn": {"S": "v1"}, ":on": {"S": "w1"}, ":newRvn": {"S": "v2"}, ":ld": {"S": "120000"},
        },
    }
    dynamodb.update_item(**beat, UpdateExpression="SET #ld = :ld, #rvn = :newRvn")
    with refused("ConditionalCheckFailedException"):
        dynamodb.update_item(**beat, UpdateExpression="SET #ld = :ld, #rvn = :newRvn")
    dynamodb.delete_item(
        TableName=leases,
        Key=key,
        ConditionExpression="attribute_exists(#pk) AND #rvn = :rvn AND #on = :on",
        ExpressionAttributeNames=names,
        ExpressionAttributeValues={":rvn": {"S": "v2"}, ":on": {"S": "w1"}},
    )


def test_the_owner_index_is_added_filled_and_queried(dynamodb, leases):
    for number in range(300):
        new_lease(dynamodb, leases, f"shard-{number:03}", leaseOwner=f"worker-{number % 3}")
    new_lease(dynamodb, leases, "unowned")
    with refused("ValidationException", f"does not have the specified index: {INDEX}"):
        dynamodb.query(
            TableName=leases,
            IndexName=INDEX,
            KeyConditionExpression="leaseOwner = :o",
            ExpressionAttributeValues={":o": {"S": "worker-1"}},
        )
    updated = dynamodb.update_table(
        TableName=leases,
        AttributeDefinitions=[
            {"AttributeName": "leaseOwner", "AttributeType": "S"},
            {"AttributeName": "leaseKey", "AttributeType": "S"},
        ],
        GlobalSecondaryIndexUpdates=[
            {
                "Create": {
                    "IndexName": INDEX,
                    "KeySchema": [
                        {"AttributeName": "leaseOwner", "KeyType": "HASH"},
                        {"AttributeName": "leaseKey", "KeyType": "RANGE"},
                    ],
                    "Projection": {"ProjectionType": "KEYS_ONLY"},
                }
            }
        ],
    )["TableDescription"]
    assert [(i["IndexName"], i["IndexStatus"]) for i in updated["GlobalSecondaryIndexes"]] == [(INDEX, "CREATING")]

    def index_is_active():
        table = dynamodb.describe_table(TableName=leases)["Table"]
        return table["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE"

    eventually(index_is_active)

    def owned_by(worker):
        found, start = [], {}
        while True:
            page = dynamodb.query(
                TableName=leases,
                IndexName=INDEX,
                KeyConditionExpression="leaseOwner = :o",
                ExpressionAttributeValues={":o": {"S": worker}},
                Limit=30,
                **start,
            )
            found += [plain(item) for item in page["Items"]]
            if "LastEvaluatedKey" not in page:
                return found
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    wanted = [{"leaseOwner": "worker-1", "leaseKey": f"shard-{number:03}"} for number in range(1, 300, 3)]
    assert owned_by("worker-1") == wanted
    # A lease that changes hands changes its entry; one that is given up has none.
    for number, update in ((1, "SET leaseOwner = :w"), (4, "REMOVE leaseOwner")):
        values = {"ExpressionAttributeValues": {":w": {"S": "worker-9"}}} if ":w" in update else {}
        dynamodb.update_item(
            TableName=leases, Key={"leaseKey": {"S": f"shard-{number:03}"}}, UpdateExpression=update, **values
        )
    assert owned_by("worker-1") == wanted[2:]
    assert owned_by("worker-9") == [{"leaseOwner": "worker-9", "leaseKey": "shard-001"}]


def test_parallel_scans_find_every_lease_once(dynamodb, leases):
    keys = {f"shard-{number}" for number in range(250)}
    for key in keys:
        new_lease(dynamodb, leases, key, entityType="LEASE" if int(key[6:]) % 2 else "STREAM")
    for total in (1, 3, 10, 32):
        found = []
        for segment in range(total):
            pages = dynamodb.get_paginator("scan").paginate(
                TableName=leases, Segment=segment, TotalSegments=total, PaginationConfig={"PageSize": 7}
            )
            found += [item["leaseKey"]["S"] for page in pages for item in page["Items"]]
        assert sorted(found) == sorted(keys), f"{total} segments"
    page = dynamodb.scan(
        TableName=leases,
        FilterExpression="#et = :et",
        ExpressionAttributeNames={"#et": "entityType"},
        ExpressionAttributeValues={":et": {"S": "LEASE"}},
        ConsistentRead=True,
    )
    assert (page["Count"], page["ScannedCount"]) == (125, 250)


def test_only_one_of_many_threads_wins_each_version(headwater, dynamodb, leases):
    """Optimistic locking: with every version exactly one of the racing writers, and no write is lost."""
    new_lease(dynamodb, leases, "contended")
    threads, rounds, won = 12, 15, []

    def race(worker):
        client = headwater.client("dynamodb")
        for version in range(rounds):
            try:
                client.update_item(
                    TableName=leases,
                    Key={"leaseKey": {"S": "contended"}},
                    UpdateExpression="SET leaseCounter = leaseCounter + :one, leaseOwner = :w ADD races :one",
                    ConditionExpression="leaseCounter = :n",
                    ExpressionAttributeValues={":one": {"N": "1"}, ":n": {"N": str(version)}, ":w": {"S": worker}},
                )
                won.append(version)
            except ClientError as error:
                assert error.response["Error"]["Code"] == "ConditionalCheckFailedException", error
            barrier.wait()

    barrier = threading.Barrier(threads)
    running = [threading.Thread(target=race, args=(f"w{n}",)) for n in range(threads)]
    [thread.start() for thread in running]
    [thread.join() for thread in running]
    assert won == list(range(rounds))
    lease = plain(dynamodb.get_item(TableName=leases, Key={"leaseKey": {"S": "contended"}})["Item"])
    assert (lease["leaseCounter"], lease["races"]) == (rounds, rounds)


def test_what_was_acknowledged_outlives_kills(own_server):
    """SIGKILL under load, three times: counters are what was acknowledged, or one more that was under way."""
    client = own_server.client("dynamodb")
    client.create_table(
        TableName="leases",
        AttributeDefinitions=[
            {"AttributeName": "leaseKey", "AttributeType": "S"},
            {"AttributeName": "leaseOwner", "AttributeType": "S"},
        ],
        KeySchema=[{"AttributeName": "leaseKey", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
        GlobalSecondaryIndexes=[
            {
                "IndexName": INDEX,
                "KeySchema": [{"AttributeName": "leaseOwner", "KeyType": "HASH"}],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    acknowledged = dict.fromkeys(range(6), 0)

    def load(number, ready):
        client = own_server.client("dynamodb", read_timeout=5)
        while True:
            try:
                answer = client.update_item(
                    TableName="leases",
                    Key={"leaseKey": {"S": f"shard-{number}"}},
                    UpdateExpression="SET leaseOwner = :w ADD leaseCounter :one",
                    ExpressionAttributeValues={":w": {"S": "w"}, ":one": {"N": "1"}},
                    ReturnValues="UPDATED_NEW",
                )
            except (BotoCoreError, ClientError, OSError):
                return
            acknowledged[number] = int(answer["Attributes"]["leaseCounter"]["N"])
            if acknowledged[number] > ready[0]:
                ready[1].set()

    for _ in range(3):
        ready = [max(acknowledged.values()) + 20, threading.Event()]
        running = [threading.Thread(target=load, args=(number, ready)) for number in acknowledged]
        [thread.start() for thread in running]
        assert ready[1].wait(30)
        own_server.crash()
        [thread.join() for thread in running]
        own_server.start()
        client = own_server.client("dynamodb")
        entries = client.query(
            TableName="leases",
            IndexName=INDEX,
            KeyConditionExpression="leaseOwner = :w",
            ExpressionAttributeValues={":w": {"S": "w"}},
        )["Items"]
        items = client.scan(TableName="leases")["Items"]
        assert sorted(map(str, map(plain, items))) == sorted(map(str, map(plain, entries)))
        found = {item["leaseKey"]["S"]: int(item["leaseCounter"]["N"]) for item in items}
        for number, counter in acknowledged.items():
            assert found[f"shard-{number}"] in (counter, counter + 1), f"shard-{number}"
            acknowledged[number] = found[f"shard-{number}"]


# --- items ------------------------------------------------------------------------------------------------------------


def test_every_type_comes_back_as_it_went(dynamodb, make_table):
    table = make_table("pk:S", "sk:N")
    item = {
        "pk": {"S": "a"},
        "sk": {"N": "-1.5"},
        "binary": {"B": bytes(range(256))},
        "empty": {"S": ""},
        "flags": {"L": [{"BOOL": True}, {"BOOL": False}, {"NULL": True}]},
        "map": {"M": {"ä": {"L": [{"M": {"deep": {"N": "12345678901234567890123456789012345678"}}}]}}},
        "sets": {"M": {"s": {"SS": ["a", "b"]}, "n": {"NS": ["1", "2.5"]}, "b": {"BS": [b"x", b"y"]}}},
    }
    dynamodb.put_item(TableName=table, Item=item)
    key = {"pk": {"S": "a"}, "sk": {"N": "-1.50"}}
    assert plain(dynamodb.get_item(TableName=table, Key=key)["Item"]) == plain(item)


def test_queries_go_by_the_sort_key_in_both_directions(dynamodb, make_table):
    table = make_table("pk:S", "sk:N")
    for number in (-100, -7, -0.5, 0, 3, 20, 1e20):
        dynamodb.put_item(TableName=table, Item=typed({"pk": "p", "sk": Decimal(str(number)), "v": "x"}))
        dynamodb.put_item(TableName=table, Item=typed({"pk": "q", "sk": Decimal(str(number)), "v": "y"}))

    def query(condition, **options):
        builder = conditions.ConditionExpressionBuilder()
        built = builder.build_expression(conditions.Key("pk").eq("p") & condition, is_key_condition=True)
        items = dynamodb.query(
            TableName=table,
            KeyConditionExpression=built.condition_expression,
            ExpressionAttributeNames=built.attribute_name_placeholders,
            ExpressionAttributeValues=typed(built.attribute_value_placeholders),
            **options,
        )["Items"]
        return [float(item["sk"]["N"]) for item in items]

    key = conditions.Key("sk")
    assert query(key.lt(3)) == [-100, -7, -0.5, 0]
    assert query(key.lte(3), ScanIndexForward=False) == [3, 0, -0.5, -7, -100]
    assert query(key.between(-7, 20)) == [-7, -0.5, 0, 3, 20]
    assert query(key.gt(0), ScanIndexForward=False, Limit=2) == [1e20, 20]
    assert query(key.eq(20)) == [20]
    pages, start = [], {}
    while True:
        page = dynamodb.query(
            TableName=table,
            KeyConditions={"pk": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "p"}]}},
            ScanIndexForward=False,
            Limit=3,
            **start,
        )
        pages.append([float(item["sk"]["N"]) for item in page["Items"]])
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    assert pages == [[1e20, 20, 3], [0, -0.5, -7], [-100]]


def test_a_page_ends_after_a_megabyte(dynamodb, make_table):
    table = make_table("pk:S", "sk:N")
    for number in range(5):
        dynamodb.put_item(TableName=table, Item=typed({"pk": "p", "sk": number, "filler": "x" * 390_000}))
    page = dynamodb.query(
        TableName=table, KeyConditionExpression="pk = :p", ExpressionAttributeValues={":p": {"S": "p"}}
    )
    assert page["Count"] == 3
    assert plain(page["LastEvaluatedKey"]) == {"pk": "p", "sk": 2}
    with refused("ValidationException", "^Item size has exceeded the maximum allowed size$"):
        dynamodb.put_item(TableName=table, Item=typed({"pk": "p", "sk": 9, "filler": "x" * 409_600}))


def test_update_expressions_change_what_they_say(dynamodb, make_table):
    table = make_table("pk:S")
    key = {"pk": {"S": "a"}}

    def update(expression, values=None, **options):
        given = {"ExpressionAttributeValues": typed(values)} if values else {}
        answer = dynamodb.update_item(
            TableName=table, Key=key, UpdateExpression=expression, ReturnValues="ALL_NEW", **given, **options
        )
        return plain(answer["Attributes"])

    first = update(
        "SET n = if_not_exists(n, :zero) + :five, l = list_append(if_not_exists(l, :none), :more), m = :map ADD s :set",
        {":zero": 0, ":five": 5, ":none": [], ":more": [1, 2, 3], ":map": {"a": {"b": 1}}, ":set": {"x", "y"}},
    )
    assert first == {"pk": "a", "n": 5, "l": [1, 2, 3], "m": {"a": {"b": 1}}, "s": {"x", "y"}}
    second = update(
        "SET n = n - :seven, m.a.c = m.a.b, l[9] = :nine REMOVE l[0], l[1] DELETE s :gone",
        {":seven": 7, ":nine": 9, ":gone": {"x", "z"}},
    )
    assert second == {"pk": "a", "n": -2, "l": [3, 9], "m": {"a": {"b": 1, "c": 1}}, "s": {"y"}}
    touched = dynamodb.update_item(
        TableName=table,
        Key=key,
        UpdateExpression="SET m.a.b = :v",
        ExpressionAttributeValues={":v": {"N": "2"}},
        ReturnValues="UPDATED_OLD",
    )["Attributes"]
    assert plain(touched) == {"m": {"a": {"b": 1}}}
    for expression, message in (
        ("SET x.y = :v", "^The document path provided in the update expression is invalid for update$"),
        ("SET x = absent + :v", "refers to an attribute that does not exist in the item$"),
        ("SET x = s + :v", "^An operand in the update expression has an incorrect data type$"),
        ("SET pk = :v", "Cannot update attribute pk. This attribute is part of the key$"),
        ("SET name = :v", "^Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: name$"),
        ("SET a = :v, a.b = :v", "Two document paths overlap"),
        ("SET a = :v SET b = :v", 'The "SET" section can only be used once'),
        ("SET a = :w", "not defined; attribute value: :w$"),
        ("SET a = ", 'Syntax error; token: "<EOF>", near: "="$'),
        ("SET a = :v, b = #n", "not defined; attribute name: #n$"),
    ):
        with refused("ValidationException", message):
            update(expression, {":v": 1})
    with refused("ValidationException", "unused in expressions: keys: {:unused}$"):
        update("SET a = :v", {":v": 1, ":unused": 2})


def test_conditions_hold_or_refuse(dynamodb, make_table):
    table = make_table("pk:S")
    item = {"pk": "a", "n": 5, "s": "hello", "tags": {"x", "y"}, "l": [1, {"k": "v"}], "flag": True}
    dynamodb.put_item(TableName=table, Item=typed(item))
    values = {":n": 5, ":h": "he", ":x": "x", ":list": "L", ":one": 1, ":six": 6, ":v": "v"}

    def holds(expression):
        used = {name: value for name, value in values.items() if name in expression.replace(")", " ").replace(",", " ").split()}
        given = {"ExpressionAttributeValues": typed(used)} if used else {}
        try:
            dynamodb.update_item(
                TableName=table,
                Key={"pk": {"S": "a"}},
                UpdateExpression="REMOVE absent",
                ConditionExpression=expression,
                **given,
            )
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ConditionalCheckFailedException", error
            return False
        return True

    for expression in (
        "n = :n",
        "n <> :six",
        "absent <> :n",
        "n BETWEEN :one AND :six",
        "n IN ( :one , :n )",
        "begins_with(s, :h )",
        "contains(tags, :x )",
        "contains(l, :one )",
        "attribute_type(l, :list )",
        "size(s) = :n",
        "l[1].k = :v",
        "NOT n > :six AND (n = :one OR flag <> :one )",
        "attribute_exists(l[0]) and attribute_not_exists(l[2])",
    ):
        assert holds(expression), expression
    for expression in ("n < :one", "s = :n", "absent = :n", "NOT n = :n", "contains(s, :v )", "size(n) = :n"):
        assert not holds(expression), expression


def test_transactions_are_all_or_nothing(dynamodb, make_table):
    one, two = make_table("pk:S"), make_table("leaseKey:S")
    dynamodb.put_item(TableName=two, Item=typed({"leaseKey": "old", "v": 1}))
    move = [
        {
            "Put": {
                "TableName": one,
                "Item": typed({"pk": "old", "v": 1}),
                "ConditionExpression": "attribute_not_exists(pk)",
                "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            }
        },
        {"Delete": {"TableName": two, "Key": {"leaseKey": {"S": "old"}}}},
    ]
    dynamodb.transact_write_items(TransactItems=move, ClientRequestToken="token-1")
    # The same token again is the same transaction, done already.
    dynamodb.transact_write_items(TransactItems=move, ClientRequestToken="token-1")
    with refused("IdempotentParameterMismatchException"):
        dynamodb.transact_write_items(TransactItems=move[:1], ClientRequestToken="token-1")
    got = dynamodb.transact_get_items(
        TransactItems=[
            {"Get": {"TableName": one, "Key": {"pk": {"S": "old"}}}},
            {"Get": {"TableName": two, "Key": {"leaseKey": {"S": "old"}}}},
        ]
    )["Responses"]
    assert [plain(found.get("Item", {})) for found in got] == [{"pk": "old", "v": 1}, {}]

    dynamodb.put_item(TableName=two, Item=typed({"leaseKey": "old", "v": 2}))
    with pytest.raises(ClientError) as caught:
        dynamodb.transact_write_items(TransactItems=move)
    answer = caught.value.response
    assert answer["Error"]["Code"] == "TransactionCanceledException"
    assert answer["Error"]["Message"] == (
        "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]"
    )
    failed, none = answer["CancellationReasons"]
    assert (failed["Code"], failed["Message"]) == ("ConditionalCheckFailed", "The conditional request failed")
    assert plain(failed["Item"]) == {"pk": "old", "v": 1}
    assert none == {"Code": "None"}
    assert dynamodb.get_item(TableName=two, Key={"leaseKey": {"S": "old"}})["Item"]["v"] == {"N": "2"}
    with refused("ValidationException", "multiple operations on one item"):
        dynamodb.transact_write_items(TransactItems=[move[1], move[1]])


def test_transfers_between_accounts_keep_their_sum(headwater, dynamodb, make_table):
    table = make_table("pk:S")
    for name in "abcd":
        dynamodb.put_item(TableName=table, Item=typed({"pk": name, "balance": 100}))

    def transfer(number):
        client = headwater.client("dynamodb")
        for step in range(20):
            source, target = "abcd"[(number + step) % 4], "abcd"[(number * 3 + step + 1) % 4]
            if source == target:
                continue

            def part(name, change, condition):
                return {
                    "Update": {
                        "TableName": table,
                        "Key": {"pk": {"S": name}},
                        "UpdateExpression": "ADD balance :change",
                        "ExpressionAttributeValues": {":change": {"N": str(change)}} | condition[1],
                        **condition[0],
                    }
                }

            enough = ({"ConditionExpression": "balance >= :least"}, {":least": {"N": "30"}})
            try:
                client.transact_write_items(TransactItems=[part(source, -30, enough), part(target, 30, ({}, {}))])
            except ClientError as error:
                assert error.response["Error"]["Code"] == "TransactionCanceledException", error

    running = [threading.Thread(target=transfer, args=(number,)) for number in range(8)]
    [thread.start() for thread in running]
    for _ in range(20):
        found = dynamodb.transact_get_items(
            TransactItems=[{"Get": {"TableName": table, "Key": {"pk": {"S": name}}}} for name in "abcd"]
        )["Responses"]
        balances = [int(item["Item"]["balance"]["N"]) for item in found]
        assert sum(balances) == 400 and min(balances) >= 0
    [thread.join() for thread in running]


def test_batches_write_and_get(dynamodb, make_table):
    table = make_table("pk:S")
    puts = [{"PutRequest": {"Item": typed({"pk": f"k{n}", "n": n})}} for n in range(25)]
    assert dynamodb.batch_write_item(RequestItems={table: puts})["UnprocessedItems"] == {}
    dynamodb.batch_write_item(RequestItems={table: [{"DeleteRequest": {"Key": {"pk": {"S": "k0"}}}}]})
    keys = [{"pk": {"S": f"k{n}"}} for n in range(30)]
    answer = dynamodb.batch_get_item(RequestItems={table: {"Keys": keys, "ProjectionExpression": "n"}})
    assert sorted(int(item["n"]["N"]) for item in answer["Responses"][table]) == list(range(1, 25))
    with refused("ValidationException", "contains duplicates$"):
        dynamodb.batch_get_item(RequestItems={table: {"Keys": [keys[0], keys[0]]}})


def test_local_indexes_order_a_partition_otherwise(dynamodb, make_table):
    table = make_table(
        "pk:S",
        "sk:S",
        MoreDefinitions=[{"AttributeName": "score", "AttributeType": "N"}],
        LocalSecondaryIndexes=[
            {
                "IndexName": "by-score",
                "KeySchema": [
                    {"AttributeName": "pk", "KeyType": "HASH"},
                    {"AttributeName": "score", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
    )
    for name, score in (("a", 3), ("b", 1), ("c", 2), ("d", None)):
        item = {"pk": "p", "sk": name, "more": name} | ({"score": score} if score else {})
        dynamodb.put_item(TableName=table, Item=typed(item))
    answer = dynamodb.query(
        TableName=table,
        IndexName="by-score",
        KeyConditionExpression="pk = :p AND score > :s",
        ExpressionAttributeValues={":p": {"S": "p"}, ":s": {"N": "1"}},
        Select="ALL_ATTRIBUTES",
        ConsistentRead=True,
    )
    assert [plain(item)["more"] for item in answer["Items"]] == ["c", "a"]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_tables_tell_what_they_are(dynamodb, leases):
    table = dynamodb.describe_table(TableName=leases)["Table"]
    assert table["TableStatus"] == "ACTIVE"
    assert table["TableArn"] == f"arn:aws:dynamodb:us-east-1:000000000000:table/{leases}"
    assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    assert (table["ItemCount"], table["TableSizeBytes"]) == (0, 0)
    assert leases in [name for page in dynamodb.get_paginator("list_tables").paginate() for name in page["TableNames"]]
    assert dynamodb.list_tags_of_resource(ResourceArn=table["TableArn"])["Tags"] == [{"Key": "app", "Value": "test"}]
    dynamodb.tag_resource(ResourceArn=table["TableArn"], Tags=[{"Key": "more", "Value": ""}])
    dynamodb.untag_resource(ResourceArn=table["TableArn"], TagKeys=["app"])
    assert dynamodb.list_tags_of_resource(ResourceArn=table["TableArn"])["Tags"] == [{"Key": "more", "Value": ""}]
    backups = dynamodb.update_continuous_backups(
        TableName=leases, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )["ContinuousBackupsDescription"]
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    dynamodb.update_time_to_live(TableName=leases, TimeToLiveSpecification={"Enabled": True, "AttributeName": "end"})
    assert dynamodb.describe_time_to_live(TableName=leases)["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "ENABLED",
        "AttributeName": "end",
    }
    dynamodb.update_table(TableName=leases, DeletionProtectionEnabled=True)
    with refused("ValidationException", "protected against deletion"):
        dynamodb.delete_table(TableName=leases)
    dynamodb.update_table(TableName=leases, DeletionProtectionEnabled=False)


def test_refusals_of_tables_are_the_services(dynamodb, leases):
    with refused("ResourceInUseException", f"^Table already exists: {leases}$"):
        dynamodb.create_table(
            TableName=leases,
            AttributeDefinitions=[{"AttributeName": "k", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "k", "KeyType": "HASH"}],
            BillingMode="PAY_PER_REQUEST",
        )
    with refused("ResourceNotFoundException", "^Requested resource not found: Table: nowhere not found$"):
        dynamodb.describe_table(TableName="nowhere")
    with refused("ResourceNotFoundException", "^Requested resource not found$"):
        dynamodb.get_item(TableName="nowhere", Key={"k": {"S": "x"}})
    with refused("ValidationException", "^The provided key element does not match the schema$"):
        dynamodb.get_item(TableName=leases, Key={"leaseKey": {"N": "1"}})
    with refused("ValidationException", "Missing the key leaseKey in the item$"):
        dynamodb.put_item(TableName=leases, Item={"other": {"S": "x"}})
    with refused("ValidationException", "cannot be converted to a numeric value: abc$"):
        dynamodb.put_item(TableName=leases, Item={"leaseKey": {"S": "x"}, "n": {"N": "abc"}})
    with refused("ValidationException", "Can not use both expression and non-expression parameters"):
        dynamodb.put_item(
            TableName=leases,
            Item={"leaseKey": {"S": "x"}},
            Expected={"leaseKey": {"Exists": False}},
            ConditionExpression="attribute_not_exists(leaseKey)",
        )
    with refused("UnknownOperationException", "PartiQL"):
        dynamodb.execute_statement(Statement=f'SELECT * FROM "{leases}"')


def test_a_table_made_again_is_empty(dynamodb):
    definition = {
        "TableName": f"again-{uuid.uuid4().hex[:8]}",
        "AttributeDefinitions": [{"AttributeName": "k", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "k", "KeyType": "HASH"}],
        "ProvisionedThroughput": {"ReadCapacityUnits": 10, "WriteCapacityUnits": 10},
    }
    for _ in range(2):
        dynamodb.create_table(**definition)
        dynamodb.get_waiter("table_exists").wait(TableName=definition["TableName"], WaiterConfig={"Delay": 1})
        assert dynamodb.scan(TableName=definition["TableName"])["Count"] == 0
        dynamodb.put_item(TableName=definition["TableName"], Item={"k": {"S": "x"}})
        dynamodb.delete_table(TableName=definition["TableName"])
        dynamodb.get_waiter("table_not_exists").wait(TableName=definition["TableName"], WaiterConfig={"Delay": 1})
