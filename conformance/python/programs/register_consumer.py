# Register enhanced fan-out consumer
import boto3

kinesis = boto3.client('kinesis', region_name='us-east-1')

# Register consumer
response = kinesis.register_stream_consumer(
    StreamARN='arn:aws:kinesis:us-east-1:123456789012:stream/my-stream',
    ConsumerName='analytics-consumer'
)

consumer_arn = response['Consumer']['ConsumerARN']
print(f"Consumer ARN: {consumer_arn}")

# Check consumer status
response = kinesis.describe_stream_consumer(
    StreamARN='arn:aws:kinesis:us-east-1:123456789012:stream/my-stream',
    ConsumerName='analytics-consumer'
)

print(f"Status: {response['ConsumerDescription']['ConsumerStatus']}")
