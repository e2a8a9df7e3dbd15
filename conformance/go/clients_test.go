// Clients of the AWS SDK for Go over each way it can reach the server, and what several tests do with them.
//
// What a call really went over is recorded of the answer, not believed of the configuration: the protocol, and the content type by
// service, so that a test says which dialect it has tested.
package conformance

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/kinesis/types"
)

const firstShard = "shardId-000000000000"

var (
	plain = told("HEADWATER_ENDPOINT")
	tlsOn = told("HEADWATER_TLS_ENDPOINT")
)

func told(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set: run conformance/go/test.sh, which starts the server")
	}
	return value
}

// way is one transport: where to, and whether HTTP/2 is spoken, in the clear with prior knowledge or over TLS by ALPN.
type way struct {
	name, endpoint, protocol string
}

var ways = []way{
	{"HTTP/1.1 without TLS", plain, "HTTP/1.1"},
	{"HTTP/2 without TLS", plain, "HTTP/2.0"},
	{"HTTP/1.1 over TLS", tlsOn, "HTTP/1.1"},
	{"HTTP/2 over TLS", tlsOn, "HTTP/2.0"},
}

// spy is an HTTP client that remembers what its calls were answered over and what they were written in.
type spy struct {
	inner http.Client
	lock  sync.Mutex
	seen  map[string]int
}

func (s *spy) Do(request *http.Request) (*http.Response, error) {
	response, err := s.inner.Do(request)
	if err == nil {
		s.lock.Lock()
		defer s.lock.Unlock()
		s.seen[response.Proto]++
		s.seen[request.Header.Get("Content-Type")]++
	}
	return response, err
}

// only asserts that of the alternatives just the one was seen, and says how often.
func (s *spy) only(t *testing.T, wanted string, others ...string) {
	t.Helper()
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.seen[wanted] == 0 {
		t.Errorf("no call was seen in %s: %v", wanted, s.seen)
	}
	for _, other := range others {
		if s.seen[other] > 0 {
			t.Errorf("%d calls were seen in %s", s.seen[other], other)
		}
	}
	t.Logf("%d calls in %s", s.seen[wanted], wanted)
}

func transport(t *testing.T, by way) *spy {
	t.Helper()
	authority, err := os.ReadFile(told("HEADWATER_CA"))
	must(t, err)
	trusted := x509.NewCertPool()
	if !trusted.AppendCertsFromPEM(authority) {
		t.Fatal("the authority is not a certificate")
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(by.protocol == "HTTP/1.1")
	protocols.SetHTTP2(by.protocol == "HTTP/2.0")
	protocols.SetUnencryptedHTTP2(by.protocol == "HTTP/2.0")
	inner := http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS12},
		Protocols:       protocols,
	}}
	t.Cleanup(inner.CloseIdleConnections)
	return &spy{inner: inner, seen: map[string]int{}}
}

// config gives what every service's client is made of: one attempt only, so that a refusal is seen and not tried again.
func config(by way, http *spy, key, secret string) aws.Config {
	return aws.Config{
		Region:           "us-east-1",
		BaseEndpoint:     aws.String(by.endpoint),
		Credentials:      credentials.NewStaticCredentialsProvider(key, secret, ""),
		HTTPClient:       http,
		RetryMaxAttempts: 1,
	}
}

func operator(by way, http *spy) aws.Config {
	return config(by, http, "AKIDOPERATOR", "operator/secret+key")
}

// within bounds a test's calls.
func within(t *testing.T) context.Context {
	t.Helper()
	bound, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return bound
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same compares what is printable.
func same(t *testing.T, what string, got, wanted any) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(wanted); g != w {
		t.Fatalf("%s: %s, not %s", what, g, w)
	}
}

// stream creates one and waits for it with the SDK's waiter.
func stream(t *testing.T, client *kinesis.Client, shards int32) *string {
	t.Helper()
	name := aws.String(fmt.Sprintf("go-%d", time.Now().UnixNano()))
	_, err := client.CreateStream(within(t), &kinesis.CreateStreamInput{StreamName: name, ShardCount: aws.Int32(shards)})
	must(t, err)
	waiter := kinesis.NewStreamExistsWaiter(client, func(o *kinesis.StreamExistsWaiterOptions) { o.MinDelay = 50 * time.Millisecond })
	must(t, waiter.Wait(within(t), &kinesis.DescribeStreamInput{StreamName: name}, 20*time.Second))
	return name
}

func put(t *testing.T, client *kinesis.Client, name *string, data string) *kinesis.PutRecordOutput {
	t.Helper()
	placed, err := client.PutRecord(within(t), &kinesis.PutRecordInput{StreamName: name, PartitionKey: aws.String("k"), Data: []byte(data)})
	must(t, err)
	return placed
}

// read gives all records of a shard from an iterator to its tip or end, and the last answer.
func read(t *testing.T, client *kinesis.Client, from *kinesis.GetShardIteratorInput) ([]types.Record, *kinesis.GetRecordsOutput) {
	t.Helper()
	iterator, err := client.GetShardIterator(within(t), from)
	must(t, err)
	var records []types.Record
	next := iterator.ShardIterator
	for {
		answer, err := client.GetRecords(within(t), &kinesis.GetRecordsInput{ShardIterator: next})
		must(t, err)
		records = append(records, answer.Records...)
		next = answer.NextShardIterator
		if next == nil || len(answer.Records) == 0 && *answer.MillisBehindLatest == 0 {
			return records, answer
		}
	}
}

func texts(records []types.Record) []string {
	found := []string{}
	for _, record := range records {
		found = append(found, string(record.Data))
	}
	return found
}
