// Kinesis Data Streams with the AWS SDK for Go, over every transport it has.
package conformance

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/kinesis/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

func TestEveryWay(t *testing.T) {
	for _, by := range ways {
		t.Run(by.name, func(t *testing.T) {
			http := transport(t, by)
			client := kinesis.NewFromConfig(operator(by, http))
			t.Run("records of every byte come back as they were put", func(t *testing.T) { everyByte(t, client) })
			t.Run("the five iterators begin where they say", func(t *testing.T) { iterators(t, client) })
			// Over HTTP/1.1 this SDK closes its request's body while net/http still asks the body for its end; net/http then takes the
			// write for failed and closes the connection, and with it the subscription. The sooner the answer, the likelier.
			if by.protocol == "HTTP/2.0" {
				t.Run("a subscription brings what is there, what comes, and the shard's end", func(t *testing.T) { subscription(t, client) })
				t.Run("a second subscription is refused", func(t *testing.T) { secondSubscription(t, client) })
			}
			t.Run("refusals are errors of their type", func(t *testing.T) { refusals(t, client) })
			t.Run("a signature is verified and a policy obeyed", func(t *testing.T) { identities(t, by, http) })
			other := map[string]string{"HTTP/1.1": "HTTP/2.0", "HTTP/2.0": "HTTP/1.1"}[by.protocol]
			http.only(t, by.protocol, other)
			http.only(t, "application/x-amz-json-1.1", "application/x-amz-cbor-1.1", "application/cbor")
		})
	}
}

func everyByte(t *testing.T, client *kinesis.Client) {
	name := stream(t, client, 1)
	data := make([]byte, 256)
	for i := range data {
		data[i] = byte(i)
	}
	placed, err := client.PutRecord(within(t), &kinesis.PutRecordInput{
		StreamName: name, PartitionKey: aws.String("schlüssel 🔑"), Data: data,
	})
	must(t, err)
	same(t, "the shard", *placed.ShardId, firstShard)
	records, _ := read(t, client, from(name, firstShard, types.ShardIteratorTypeTrimHorizon))
	same(t, "records", len(records), 1)
	if !bytes.Equal(records[0].Data, data) {
		t.Fatalf("other bytes: %x", records[0].Data)
	}
	same(t, "the key", *records[0].PartitionKey, "schlüssel 🔑")
	same(t, "the number", *records[0].SequenceNumber, *placed.SequenceNumber)
	if age := time.Since(*records[0].ApproximateArrivalTimestamp); age < 0 || age > time.Minute {
		t.Fatalf("arrived %s ago", age)
	}
}

func from(name *string, shard string, kind types.ShardIteratorType) *kinesis.GetShardIteratorInput {
	return &kinesis.GetShardIteratorInput{StreamName: name, ShardId: aws.String(shard), ShardIteratorType: kind}
}

func iterators(t *testing.T, client *kinesis.Client) {
	name := stream(t, client, 1)
	var second *string
	for _, data := range []string{"a", "b", "c"} {
		placed := put(t, client, name, data)
		if data == "b" {
			second = placed.SequenceNumber
		}
		time.Sleep(3 * time.Millisecond)
	}
	all, _ := read(t, client, from(name, firstShard, types.ShardIteratorTypeTrimHorizon))
	same(t, "TRIM_HORIZON", texts(all), "[a b c]")
	latest, _ := read(t, client, from(name, firstShard, types.ShardIteratorTypeLatest))
	same(t, "LATEST", texts(latest), "[]")
	at := from(name, firstShard, types.ShardIteratorTypeAtSequenceNumber)
	at.StartingSequenceNumber = second
	records, _ := read(t, client, at)
	same(t, "AT_SEQUENCE_NUMBER", texts(records), "[b c]")
	after := from(name, firstShard, types.ShardIteratorTypeAfterSequenceNumber)
	after.StartingSequenceNumber = second
	records, _ = read(t, client, after)
	same(t, "AFTER_SEQUENCE_NUMBER", texts(records), "[c]")
	then := from(name, firstShard, types.ShardIteratorTypeAtTimestamp)
	then.Timestamp = all[1].ApproximateArrivalTimestamp
	records, _ = read(t, client, then)
	same(t, "AT_TIMESTAMP", texts(records), "[b c]")
}

// register gives the ARN of a consumer that may subscribe.
func register(t *testing.T, client *kinesis.Client, name *string) *string {
	t.Helper()
	summary, err := client.DescribeStreamSummary(within(t), &kinesis.DescribeStreamSummaryInput{StreamName: name})
	must(t, err)
	registered, err := client.RegisterStreamConsumer(within(t), &kinesis.RegisterStreamConsumerInput{
		StreamARN: summary.StreamDescriptionSummary.StreamARN, ConsumerName: aws.String("fan"),
	})
	must(t, err)
	for {
		described, err := client.DescribeStreamConsumer(within(t), &kinesis.DescribeStreamConsumerInput{
			ConsumerARN: registered.Consumer.ConsumerARN,
		})
		must(t, err)
		if described.ConsumerDescription.ConsumerStatus == types.ConsumerStatusActive {
			return registered.Consumer.ConsumerARN
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func subscribe(ctx context.Context, client *kinesis.Client, consumer *string) (*kinesis.SubscribeToShardEventStream, error) {
	answer, err := client.SubscribeToShard(ctx, &kinesis.SubscribeToShardInput{
		ConsumerARN: consumer, ShardId: aws.String(firstShard),
		StartingPosition: &types.StartingPosition{Type: types.ShardIteratorTypeTrimHorizon},
	})
	if err != nil {
		return nil, err
	}
	return answer.GetStream(), nil
}

// next gives the next event that has records or tells the end; there must be one.
func next(t *testing.T, events *kinesis.SubscribeToShardEventStream) *types.SubscribeToShardEvent {
	t.Helper()
	for event := range events.Events() {
		member := event.(*types.SubscribeToShardEventStreamMemberSubscribeToShardEvent)
		if len(member.Value.Records) > 0 || len(member.Value.ChildShards) > 0 {
			return &member.Value
		}
	}
	t.Fatalf("the subscription is over: %v", events.Err())
	return nil
}

func subscription(t *testing.T, client *kinesis.Client) {
	name := stream(t, client, 1)
	consumer := register(t, client, name)
	put(t, client, name, "there")
	events, err := subscribe(within(t), client, consumer)
	must(t, err)
	defer events.Close()
	event := next(t, events)
	same(t, "what was there", texts(event.Records), "[there]")
	later := put(t, client, name, "later")
	event = next(t, events)
	same(t, "what came later", texts(event.Records), "[later]")
	if *event.ContinuationSequenceNumber < *later.SequenceNumber {
		t.Fatalf("continues at %s, before %s", *event.ContinuationSequenceNumber, *later.SequenceNumber)
	}
	_, err = client.SplitShard(within(t), &kinesis.SplitShardInput{
		StreamName: name, ShardToSplit: aws.String(firstShard), NewStartingHashKey: aws.String("1000"),
	})
	must(t, err)
	event = next(t, events)
	same(t, "children", len(event.ChildShards), 2)
	for number, child := range event.ChildShards {
		same(t, "a child", fmt.Sprint(*child.ShardId, child.ParentShards), fmt.Sprintf("shardId-%012d[%s]", number+1, firstShard))
	}
	if event.ContinuationSequenceNumber != nil {
		t.Fatalf("the end has no continuation: %s", *event.ContinuationSequenceNumber)
	}
	for more := range events.Events() {
		t.Fatalf("this follows the end: %v", more)
	}
	must(t, events.Err())
}

func secondSubscription(t *testing.T, client *kinesis.Client) {
	consumer := register(t, client, stream(t, client, 1))
	first, err := subscribe(within(t), client, consumer)
	must(t, err)
	defer first.Close()
	_, err = subscribe(within(t), client, consumer)
	var refused *types.ResourceInUseException
	if !errors.As(err, &refused) {
		t.Fatalf("the first holds the shard: %v", err)
	}
}

func refusals(t *testing.T, client *kinesis.Client) {
	_, err := client.DescribeStreamSummary(within(t), &kinesis.DescribeStreamSummaryInput{StreamName: aws.String("nowhere")})
	var missing *types.ResourceNotFoundException
	if !errors.As(err, &missing) {
		t.Fatal(err)
	}
	same(t, "message", missing.ErrorMessage(), "Stream nowhere under account 000000000000 not found.")
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() != 400 {
		t.Fatalf("status 400: %v", err)
	}
	_, err = client.GetRecords(within(t), &kinesis.GetRecordsInput{ShardIterator: aws.String("AAAA")})
	var forged *types.InvalidArgumentException
	if !errors.As(err, &forged) {
		t.Fatal(err)
	}
	same(t, "message", forged.ErrorMessage(), "Invalid ShardIterator.")
	_, err = client.DescribeStreamSummary(within(t), &kinesis.DescribeStreamSummaryInput{StreamName: aws.String("a b")})
	same(t, "an illegal name", code(err), "ValidationException")
}

func code(err error) string {
	var refused smithy.APIError
	if errors.As(err, &refused) {
		return refused.ErrorCode()
	}
	return fmt.Sprint(err)
}

func identities(t *testing.T, by way, http *spy) {
	for _, each := range []struct{ key, secret, code string }{
		{"AKIDOPERATOR", "another", "InvalidSignatureException"},
		{"AKIDNOBODY", "operator/secret+key", "UnrecognizedClientException"},
		{"AKIDREADER", "reader/secret+key", ""},
	} {
		client := kinesis.NewFromConfig(config(by, http, each.key, each.secret))
		_, err := client.ListStreams(within(t), &kinesis.ListStreamsInput{})
		if each.code == "" {
			must(t, err)
			_, err = client.DeleteStream(within(t), &kinesis.DeleteStreamInput{StreamName: aws.String("nowhere")})
			same(t, "a reader deletes", code(err), "AccessDeniedException")
			continue
		}
		same(t, each.key, code(err), each.code)
	}
}

func TestABatchIsAnsweredInItsOrder(t *testing.T) {
	client := kinesis.NewFromConfig(operator(ways[0], transport(t, ways[0])))
	name := stream(t, client, 4)
	var entries []types.PutRecordsRequestEntry
	for n := range 500 {
		text := strconv.Itoa(n)
		entries = append(entries, types.PutRecordsRequestEntry{PartitionKey: aws.String("key-" + text), Data: []byte(text)})
	}
	answer, err := client.PutRecords(within(t), &kinesis.PutRecordsInput{StreamName: name, Records: entries})
	must(t, err)
	same(t, "failed", *answer.FailedRecordCount, 0)
	seen := 0
	for shard := range 4 {
		id := fmt.Sprintf("shardId-%012d", shard)
		records, _ := read(t, client, from(name, id, types.ShardIteratorTypeTrimHorizon))
		for _, record := range records {
			at, err := strconv.Atoi(string(record.Data))
			must(t, err)
			same(t, "the shard", *answer.Records[at].ShardId, id)
			same(t, "the number", *answer.Records[at].SequenceNumber, *record.SequenceNumber)
			seen++
		}
	}
	same(t, "seen", seen, 500)
}

func TestAFamilyOfShardsIsReadFromParentsToChildren(t *testing.T) {
	client := kinesis.NewFromConfig(operator(ways[1], transport(t, ways[1])))
	name := stream(t, client, 1)
	sent := 0
	some := func() {
		for range 10 {
			put(t, client, name, strconv.Itoa(sent))
			sent++
		}
	}
	some()
	half := new(big.Int).Lsh(big.NewInt(1), 127).String()
	_, err := client.SplitShard(within(t), &kinesis.SplitShardInput{
		StreamName: name, ShardToSplit: aws.String(firstShard), NewStartingHashKey: aws.String(half),
	})
	must(t, err)
	some()
	_, err = client.MergeShards(within(t), &kinesis.MergeShardsInput{
		StreamName: name, ShardToMerge: aws.String("shardId-000000000001"), AdjacentShardToMerge: aws.String("shardId-000000000002"),
	})
	must(t, err)
	some()
	var seen []string
	done := map[string]bool{}
	for waiting := []string{firstShard}; len(waiting) > 0; waiting = waiting[1:] {
		if done[waiting[0]] {
			continue
		}
		done[waiting[0]] = true
		records, end := read(t, client, from(name, waiting[0], types.ShardIteratorTypeTrimHorizon))
		seen = append(seen, texts(records)...)
		for _, child := range end.ChildShards {
			waiting = append(waiting, *child.ShardId)
		}
	}
	same(t, "all that was put", len(seen), sent)
	for at, text := range seen {
		same(t, "in order", text, at)
	}
	same(t, "shards", len(done), 4)
}

func TestPaginatorsGoThroughAllPages(t *testing.T) {
	client := kinesis.NewFromConfig(operator(ways[0], transport(t, ways[0])))
	wanted := map[string]bool{*stream(t, client, 1): true, *stream(t, client, 1): true, *stream(t, client, 1): true}
	pages := kinesis.NewListStreamsPaginator(client, &kinesis.ListStreamsInput{Limit: aws.Int32(1)})
	count := 0
	for pages.HasMorePages() {
		page, err := pages.NextPage(within(t))
		must(t, err)
		count++
		for _, name := range page.StreamNames {
			delete(wanted, name)
		}
	}
	if len(wanted) > 0 || count < 3 {
		t.Fatalf("%v are missing after %d pages", wanted, count)
	}
}
