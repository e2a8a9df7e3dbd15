// The neighbours of the streams with the AWS SDK for Go: a lease table as a consumer keeps it (DynamoDB, in JSON), metrics
// (CloudWatch, in CBOR of RPC v2, compressed) and the caller's identity (STS, in the Query protocol).
package conformance

import (
	"errors"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	metrics "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	items "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func text(value string) items.AttributeValue { return &items.AttributeValueMemberS{Value: value} }
func number(value int) items.AttributeValue {
	return &items.AttributeValueMemberN{Value: strconv.Itoa(value)}
}

func leaseTable(t *testing.T, client *dynamodb.Client) *string {
	t.Helper()
	name := aws.String(fmt.Sprintf("go-leases-%d", time.Now().UnixNano()))
	_, err := client.CreateTable(within(t), &dynamodb.CreateTableInput{
		TableName:            name,
		BillingMode:          items.BillingModePayPerRequest,
		AttributeDefinitions: []items.AttributeDefinition{{AttributeName: aws.String("leaseKey"), AttributeType: items.ScalarAttributeTypeS}},
		KeySchema:            []items.KeySchemaElement{{AttributeName: aws.String("leaseKey"), KeyType: items.KeyTypeHash}},
	})
	must(t, err)
	waiter := dynamodb.NewTableExistsWaiter(client, func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay = 50 * time.Millisecond })
	must(t, waiter.Wait(within(t), &dynamodb.DescribeTableInput{TableName: name}, 20*time.Second))
	return name
}

func TestALeaseIsTakenByOneOnly(t *testing.T) {
	http := transport(t, ways[3])
	client := dynamodb.NewFromConfig(operator(ways[3], http))
	table := leaseTable(t, client)
	create := &dynamodb.PutItemInput{
		TableName:           table,
		Item:                map[string]items.AttributeValue{"leaseKey": text(firstShard), "leaseCounter": number(0), "checkpoint": text("TRIM_HORIZON")},
		ConditionExpression: aws.String("attribute_not_exists(leaseKey)"),
	}
	_, err := client.PutItem(within(t), create)
	must(t, err)
	_, err = client.PutItem(within(t), create)
	var exists *items.ConditionalCheckFailedException
	if !errors.As(err, &exists) {
		t.Fatalf("it is there: %v", err)
	}

	// Sixteen workers want the lease at the counter they all have read.
	won := make(chan string, 16)
	for worker := range 16 {
		go func() {
			owner := fmt.Sprintf("worker-%d", worker)
			_, err := client.UpdateItem(within(t), &dynamodb.UpdateItemInput{
				TableName:                           table,
				Key:                                 map[string]items.AttributeValue{"leaseKey": text(firstShard)},
				UpdateExpression:                    aws.String("SET leaseOwner = :me, leaseCounter = leaseCounter + :one"),
				ConditionExpression:                 aws.String("leaseCounter = :seen AND attribute_not_exists(leaseOwner)"),
				ExpressionAttributeValues:           map[string]items.AttributeValue{":me": text(owner), ":one": number(1), ":seen": number(0)},
				ReturnValuesOnConditionCheckFailure: items.ReturnValuesOnConditionCheckFailureAllOld,
			})
			var lost *items.ConditionalCheckFailedException
			switch {
			case err == nil:
				won <- owner
			case errors.As(err, &lost) && lost.Item["leaseOwner"] != nil:
				won <- ""
			default:
				won <- err.Error()
			}
		}()
	}
	owner, losers := "", 0
	for range 16 {
		switch told := <-won; {
		case told == "":
			losers++
		case owner == "":
			owner = told
		default:
			t.Fatalf("a second took it, or another error: %s and %s", owner, told)
		}
	}
	same(t, "losers", losers, 15)
	got, err := client.GetItem(within(t), &dynamodb.GetItemInput{
		TableName: table, Key: map[string]items.AttributeValue{"leaseKey": text(firstShard)}, ConsistentRead: aws.Bool(true),
	})
	must(t, err)
	same(t, "the owner", got.Item["leaseOwner"].(*items.AttributeValueMemberS).Value, owner)
	same(t, "the counter", got.Item["leaseCounter"].(*items.AttributeValueMemberN).Value, 1)
	http.only(t, "HTTP/2.0", "HTTP/1.1")
	http.only(t, "application/x-amz-json-1.0", "application/x-amz-json-1.1", "application/cbor")
}

func TestATableIsScannedPageByPage(t *testing.T) {
	client := dynamodb.NewFromConfig(operator(ways[0], transport(t, ways[0])))
	table := leaseTable(t, client)
	for start := 0; start < 100; start += 25 {
		var writes []items.WriteRequest
		for n := start; n < start+25; n++ {
			writes = append(writes, items.WriteRequest{PutRequest: &items.PutRequest{Item: map[string]items.AttributeValue{
				"leaseKey": text(fmt.Sprintf("shardId-%012d", n)), "leaseCounter": number(n),
			}}})
		}
		_, err := client.BatchWriteItem(within(t), &dynamodb.BatchWriteItemInput{RequestItems: map[string][]items.WriteRequest{*table: writes}})
		must(t, err)
	}
	pages := dynamodb.NewScanPaginator(client, &dynamodb.ScanInput{
		TableName: table, Limit: aws.Int32(7), FilterExpression: aws.String("leaseCounter >= :n"),
		ExpressionAttributeValues: map[string]items.AttributeValue{":n": number(40)},
	})
	keys, count := map[string]bool{}, 0
	for pages.HasMorePages() {
		page, err := pages.NextPage(within(t))
		must(t, err)
		count++
		for _, item := range page.Items {
			keys[item["leaseKey"].(*items.AttributeValueMemberS).Value] = true
		}
	}
	same(t, "leases", len(keys), 60)
	if count < 100/7 {
		t.Fatalf("only %d pages", count)
	}

	_, err := client.GetItem(within(t), &dynamodb.GetItemInput{TableName: aws.String("nowhere"), Key: map[string]items.AttributeValue{"leaseKey": text("a")}})
	var missing *items.ResourceNotFoundException
	if !errors.As(err, &missing) {
		t.Fatal(err)
	}
	_, err = client.TransactWriteItems(within(t), &dynamodb.TransactWriteItemsInput{TransactItems: []items.TransactWriteItem{
		{Put: &items.Put{TableName: table, Item: map[string]items.AttributeValue{"leaseKey": text("new")}}},
		{ConditionCheck: &items.ConditionCheck{
			TableName: table, Key: map[string]items.AttributeValue{"leaseKey": text("none")}, ConditionExpression: aws.String("attribute_exists(leaseKey)"),
		}},
	}})
	var cancelled *items.TransactionCanceledException
	if !errors.As(err, &cancelled) {
		t.Fatal(err)
	}
	same(t, "reasons", fmt.Sprint(*cancelled.CancellationReasons[0].Code, *cancelled.CancellationReasons[1].Code), "NoneConditionalCheckFailed")
}

func TestMetricsComeBack(t *testing.T) {
	http := transport(t, ways[0])
	client := cloudwatch.NewFromConfig(operator(ways[0], http))
	namespace := aws.String(fmt.Sprintf("Go/%d", time.Now().UnixNano()))
	minute := time.Now().Truncate(time.Minute).Add(-2 * time.Minute)
	dimensions := []metrics.Dimension{{Name: aws.String("Operation"), Value: aws.String("ProcessTask")}}
	// Large enough that the SDK compresses it.
	var data []metrics.MetricDatum
	for n := range 500 {
		data = append(data, metrics.MetricDatum{
			MetricName: aws.String("Time"), Dimensions: dimensions, Timestamp: aws.Time(minute), Value: aws.Float64(float64(n)),
			Unit: metrics.StandardUnitMilliseconds,
		})
	}
	_, err := client.PutMetricData(within(t), &cloudwatch.PutMetricDataInput{Namespace: namespace, MetricData: data})
	must(t, err)
	listed, err := client.ListMetrics(within(t), &cloudwatch.ListMetricsInput{Namespace: namespace})
	must(t, err)
	same(t, "metrics", len(listed.Metrics), 1)
	metric := listed.Metrics[0]
	same(t, "its name", *metric.MetricName+" "+*metric.Dimensions[0].Name+" "+*metric.Dimensions[0].Value, "Time Operation ProcessTask")
	of := func(id, statistic string) metrics.MetricDataQuery {
		return metrics.MetricDataQuery{Id: aws.String(id), MetricStat: &metrics.MetricStat{
			Metric: &metric, Period: aws.Int32(60), Stat: aws.String(statistic),
		}}
	}
	answer, err := client.GetMetricData(within(t), &cloudwatch.GetMetricDataInput{
		StartTime: aws.Time(minute), EndTime: aws.Time(minute.Add(time.Minute)),
		MetricDataQueries: []metrics.MetricDataQuery{
			of("sum", "Sum"), of("count", "SampleCount"), of("max", "Maximum"), {Id: aws.String("mean"), Expression: aws.String("sum / count")},
		},
	})
	must(t, err)
	found := map[string]string{}
	for _, result := range answer.MetricDataResults {
		found[*result.Id] = fmt.Sprint(result.Values)
	}
	same(t, "values", found, map[string]string{"sum": "[124750]", "count": "[500]", "max": "[499]", "mean": "[249.5]"})
	http.only(t, "application/cbor", "application/x-amz-json-1.0", "application/x-www-form-urlencoded")

	_, err = client.PutMetricData(within(t), &cloudwatch.PutMetricDataInput{Namespace: aws.String("AWS/Kinesis"), MetricData: data[:1]})
	if err == nil {
		t.Fatal("the namespace is the service's own")
	}
	same(t, "refused", code(err), "InvalidParameterValue")
}

func TestTheCallerIsKnown(t *testing.T) {
	http := transport(t, ways[2])
	client := sts.NewFromConfig(operator(ways[2], http))
	caller, err := client.GetCallerIdentity(within(t), &sts.GetCallerIdentityInput{})
	must(t, err)
	same(t, "the account", *caller.Account, "000000000000")
	http.only(t, "application/x-www-form-urlencoded", "application/cbor")
}
