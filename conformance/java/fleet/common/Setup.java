// Where the server is, and what the tests and their workers agree on.

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

public class Setup {
  static final URI ENDPOINT = URI.create(System.getenv("HEADWATER_ENDPOINT"));
  static final String VERSION = System.getenv("KCL_VERSION");
  static final long FAILOVER_MS = Long.parseLong(System.getenv("KCL_FAILOVER_MS"));

  static <B extends AwsClientBuilder<B, C>, C> B with(B builder) {
    return builder.endpointOverride(ENDPOINT).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOPERATOR", "operator/secret+key")));
  }
}
