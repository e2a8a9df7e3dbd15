//! Making and changing an S3 destination: defaults, merging, and every rule, so that a stored destination always works.
//!
//! Source: <https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html> and
//! <https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html>

use headwater_types::limits::{
    DELIVERY_CONVERSION_SIZE_MBS_MIN, DELIVERY_INTERVAL_SECS_DEFAULT, DELIVERY_SIZE_MBS_CONVERSION_DEFAULT,
    DELIVERY_SIZE_MBS_DEFAULT,
};

use super::error::DeliveryError;
use super::model::{APPEND_DELIMITER, Conversion, DeliveryName, Destination, JsonInput, Logging, Processing};
use crate::s3::name::NameRuleError;
use crate::s3::{Compression, NameRule, ObjectNames};

/// What a request says of a destination: everything when it creates one, the changes when it updates.
#[derive(Clone, Debug, Default)]
pub struct DestinationPatch {
    pub role: Option<String>,
    pub bucket_arn: Option<String>,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub size_mbs: Option<u32>,
    pub interval_secs: Option<u32>,
    pub compression: Option<Compression>,
    /// A key to encrypt objects with; not offered.
    pub kms_key: Option<String>,
    pub logging: Option<Logging>,
    pub processing: Option<Processing>,
    /// Keeps the records as they came in a second bucket; not offered.
    pub backs_up_source: bool,
    pub conversion: Option<Conversion>,
    /// Not offered.
    pub partitions_dynamically: bool,
    pub file_extension: Option<String>,
    pub time_zone: Option<String>,
    /// The extended form of the configuration.
    pub extended: bool,
}

impl DestinationPatch {
    /// A new destination, with the service's defaults where the request is silent.
    pub fn create(self, stream: &DeliveryName) -> Result<Destination, DeliveryError> {
        let converts = self.conversion.as_ref().is_some_and(|conversion| conversion.enabled);
        let size_default =
            if converts { DELIVERY_SIZE_MBS_CONVERSION_DEFAULT } else { DELIVERY_SIZE_MBS_DEFAULT };
        let blank = Destination {
            role: String::new(),
            bucket_arn: String::new(),
            prefix: None,
            error_output_prefix: None,
            size_mbs: size_default,
            interval_secs: DELIVERY_INTERVAL_SECS_DEFAULT,
            compression: Compression::Uncompressed,
            logging: None,
            processing: None,
            conversion: None,
            file_extension: None,
            time_zone: None,
            extended: self.extended,
        };
        self.apply(&blank, stream, 1)
    }

    /// The destination with the request's members in place of its own; the others stay.
    pub fn apply(
        self,
        current: &Destination,
        stream: &DeliveryName,
        version: u64,
    ) -> Result<Destination, DeliveryError> {
        if self.kms_key.is_some() {
            return Err(not_offered("encrypting objects with a KMS key"));
        }
        if self.backs_up_source {
            return Err(not_offered("S3BackupMode Enabled"));
        }
        if self.partitions_dynamically {
            return Err(not_offered("dynamic partitioning"));
        }
        let next = Destination {
            role: self.role.unwrap_or_else(|| current.role.clone()),
            bucket_arn: self.bucket_arn.unwrap_or_else(|| current.bucket_arn.clone()),
            prefix: self.prefix.or_else(|| current.prefix.clone()),
            error_output_prefix: self.error_output_prefix.or_else(|| current.error_output_prefix.clone()),
            size_mbs: self.size_mbs.unwrap_or(current.size_mbs),
            interval_secs: self.interval_secs.unwrap_or(current.interval_secs),
            compression: self.compression.unwrap_or(current.compression),
            logging: self.logging.or_else(|| current.logging.clone()),
            processing: self.processing.or_else(|| current.processing.clone()),
            conversion: self.conversion.or_else(|| current.conversion.clone()),
            file_extension: self.file_extension.or_else(|| current.file_extension.clone()),
            time_zone: self.time_zone.or_else(|| current.time_zone.clone()),
            extended: current.extended || self.extended,
        };
        check_processing(next.processing.as_ref())?;
        check_conversion(&next)?;
        names(&next, stream, version).map_err(|error| DeliveryError::InvalidArgument(error.to_string()))?;
        Ok(next)
    }
}

/// How a destination's objects are named.
pub fn names(
    destination: &Destination,
    stream: &DeliveryName,
    version: u64,
) -> Result<ObjectNames, NameRuleError> {
    ObjectNames::new(NameRule {
        prefix: destination.prefix.as_deref().unwrap_or_default(),
        error_output_prefix: destination.error_output_prefix.as_deref().unwrap_or_default(),
        time_zone: destination.time_zone.as_deref().unwrap_or_default(),
        stream: stream.as_str(),
        version,
        extension: destination.extension(),
    })
}

/// Processors that are not enabled are kept but not judged.
fn check_processing(processing: Option<&Processing>) -> Result<(), DeliveryError> {
    let Some(processing) = processing.filter(|processing| processing.enabled) else { return Ok(()) };
    for processor in &processing.processors {
        if processor.kind != APPEND_DELIMITER {
            return Err(not_offered(&format!("the processor {}", processor.kind)));
        }
        if let Some((name, _)) = processor.parameters.iter().find(|(name, _)| name != "Delimiter") {
            return Err(invalid(format!("{APPEND_DELIMITER} takes no parameter {name}; it takes Delimiter")));
        }
    }
    if processing.processors.len() > 1 {
        return Err(invalid(format!("{APPEND_DELIMITER} stands more than once")));
    }
    Ok(())
}

fn check_conversion(destination: &Destination) -> Result<(), DeliveryError> {
    let Some(conversion) = destination.active_conversion() else { return Ok(()) };
    let required = |what: &str| invalid(format!("{what} is required when data format conversion is enabled"));
    let schema = conversion.schema.as_ref().ok_or_else(|| required("SchemaConfiguration"))?;
    schema.database.as_ref().ok_or_else(|| required("SchemaConfiguration.DatabaseName"))?;
    schema.table.as_ref().ok_or_else(|| required("SchemaConfiguration.TableName"))?;
    if let Some(version) = schema.version.as_deref().filter(|version| *version != "LATEST") {
        return Err(not_offered(&format!("SchemaConfiguration.VersionId {version}; there is LATEST, which")));
    }
    match conversion.input.as_ref().ok_or_else(|| required("InputFormatConfiguration.Deserializer"))? {
        JsonInput::OpenX { dots_to_underscores: Some(true), .. } => {
            return Err(not_offered("ConvertDotsInJsonKeysToUnderscores"));
        }
        JsonInput::Hive { timestamp_formats: Some(formats) } if !formats.is_empty() => {
            return Err(not_offered("HiveJsonSerDe with TimestampFormats"));
        }
        JsonInput::OpenX { .. } | JsonInput::Hive { .. } => {}
    }
    conversion.parquet.as_ref().ok_or_else(|| required("OutputFormatConfiguration.Serializer"))?;
    if destination.compression != Compression::Uncompressed {
        return Err(invalid(
            "CompressionFormat must be UNCOMPRESSED when data format conversion is enabled: the columns are compressed \
             within the file"
                .to_owned(),
        ));
    }
    if destination.size_mbs < DELIVERY_CONVERSION_SIZE_MBS_MIN {
        return Err(invalid(format!(
            "BufferingHints.SizeInMBs must be at least {DELIVERY_CONVERSION_SIZE_MBS_MIN} when data format conversion is \
             enabled"
        )));
    }
    Ok(())
}

fn invalid(message: String) -> DeliveryError {
    DeliveryError::InvalidArgument(message)
}

fn not_offered(what: &str) -> DeliveryError {
    DeliveryError::NotOffered(what.to_owned())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::delivery::model::{ParquetOutput, Processor, TableRef};

    fn name() -> DeliveryName {
        DeliveryName::parse("orders").unwrap()
    }

    pub(crate) fn minimal() -> DestinationPatch {
        DestinationPatch {
            role: Some("arn:aws:iam::000000000000:role/r".into()),
            bucket_arn: Some("arn:aws:s3:::archive".into()),
            extended: true,
            ..DestinationPatch::default()
        }
    }

    fn conversion() -> Conversion {
        Conversion {
            enabled: true,
            schema: Some(TableRef {
                database: Some("db".into()),
                table: Some("t".into()),
                ..TableRef::default()
            }),
            input: Some(JsonInput::OpenX { dots_to_underscores: None, case_insensitive: None, keys: None }),
            parquet: Some(ParquetOutput::default()),
        }
    }

    #[test]
    fn silence_means_the_services_defaults() {
        let plain = minimal().create(&name()).unwrap();
        assert_eq!((plain.size_mbs, plain.interval_secs), (5, 300));
        assert_eq!((plain.bucket(), plain.extension(), plain.delimiter()), ("archive", "", None));
        let columns =
            DestinationPatch { conversion: Some(conversion()), ..minimal() }.create(&name()).unwrap();
        assert_eq!((columns.size_mbs, columns.extension()), (128, ".parquet"));
    }

    #[test]
    fn an_update_changes_what_it_names_and_nothing_else() {
        let before = DestinationPatch {
            prefix: Some("raw/".into()),
            size_mbs: Some(10),
            interval_secs: Some(60),
            compression: Some(Compression::Gzip),
            ..minimal()
        };
        let before = before.create(&name()).unwrap();
        let patch =
            DestinationPatch { interval_secs: Some(0), prefix: Some("new/".into()), ..Default::default() };
        let after = patch.apply(&before, &name(), 2).unwrap();
        let expected = Destination { interval_secs: 0, prefix: Some("new/".into()), ..before };
        assert_eq!(after, expected);
        // An empty prefix is a value: back to the default.
        let cleared = DestinationPatch { prefix: Some(String::new()), ..Default::default() };
        assert_eq!(cleared.apply(&expected, &name(), 3).unwrap().prefix.as_deref(), Some(""));
    }

    #[test]
    fn what_cannot_work_is_refused_when_it_is_configured() {
        let lambda = Processing {
            enabled: true,
            processors: vec![Processor { kind: "Lambda".into(), parameters: Vec::new() }],
        };
        let cases: Vec<(DestinationPatch, &str)> = vec![
            (
                DestinationPatch { processing: Some(lambda), ..minimal() },
                "the processor Lambda is not offered",
            ),
            (DestinationPatch { kms_key: Some("arn".into()), ..minimal() }, "KMS key is not offered"),
            (DestinationPatch { backs_up_source: true, ..minimal() }, "S3BackupMode Enabled is not offered"),
            (
                DestinationPatch { partitions_dynamically: true, ..minimal() },
                "dynamic partitioning is not offered",
            ),
            (DestinationPatch { prefix: Some("!{timestamp:yyyy}".into()), ..minimal() }, "ErrorOutputPrefix"),
            (DestinationPatch { time_zone: Some("Mars/Olympus".into()), ..minimal() }, "time zone"),
            (
                DestinationPatch {
                    conversion: Some(conversion()),
                    compression: Some(Compression::Gzip),
                    ..minimal()
                },
                "must be UNCOMPRESSED",
            ),
            (
                DestinationPatch { conversion: Some(conversion()), size_mbs: Some(63), ..minimal() },
                "at least 64",
            ),
            (
                DestinationPatch {
                    conversion: Some(Conversion { schema: None, ..conversion() }),
                    ..minimal()
                },
                "SchemaConfiguration is required",
            ),
        ];
        for (patch, expected) in cases {
            let error = patch.create(&name()).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
