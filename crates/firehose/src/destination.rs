//! The S3 destination on the wire: configurations and updates in, descriptions out. The plain form is the extended one
//! without its last members, so both go one way.

use headwater_aws_shapes::firehose as model;
use headwater_aws_wire::Fault;
use headwater_connect::delivery::model as engine;
use headwater_connect::delivery::{DESTINATION_ID, Destination, DestinationPatch};
use headwater_connect::s3::Compression;

use crate::fault::invalid;

pub(crate) fn of_s3(given: model::S3DestinationConfiguration) -> Result<DestinationPatch, Fault> {
    let update = model::S3DestinationUpdate {
        role_arn: Some(given.role_arn),
        bucket_arn: Some(given.bucket_arn),
        prefix: given.prefix,
        error_output_prefix: given.error_output_prefix,
        buffering_hints: given.buffering_hints,
        compression_format: given.compression_format,
        encryption_configuration: given.encryption_configuration,
        cloud_watch_logging_options: given.cloud_watch_logging_options,
    };
    of_s3_update(update)
}

pub(crate) fn of_s3_update(given: model::S3DestinationUpdate) -> Result<DestinationPatch, Fault> {
    let extended = model::ExtendedS3DestinationUpdate {
        role_arn: given.role_arn,
        bucket_arn: given.bucket_arn,
        prefix: given.prefix,
        error_output_prefix: given.error_output_prefix,
        buffering_hints: given.buffering_hints,
        compression_format: given.compression_format,
        encryption_configuration: given.encryption_configuration,
        cloud_watch_logging_options: given.cloud_watch_logging_options,
        ..Default::default()
    };
    Ok(DestinationPatch { extended: false, ..of_extended_update(extended)? })
}

pub(crate) fn of_extended(
    given: model::ExtendedS3DestinationConfiguration,
) -> Result<DestinationPatch, Fault> {
    let update = model::ExtendedS3DestinationUpdate {
        role_arn: Some(given.role_arn),
        bucket_arn: Some(given.bucket_arn),
        prefix: given.prefix,
        error_output_prefix: given.error_output_prefix,
        buffering_hints: given.buffering_hints,
        compression_format: given.compression_format,
        encryption_configuration: given.encryption_configuration,
        cloud_watch_logging_options: given.cloud_watch_logging_options,
        processing_configuration: given.processing_configuration,
        s3_backup_mode: given.s3_backup_mode,
        s3_backup_update: None,
        data_format_conversion_configuration: given.data_format_conversion_configuration,
        dynamic_partitioning_configuration: given.dynamic_partitioning_configuration,
        file_extension: given.file_extension,
        custom_time_zone: given.custom_time_zone,
    };
    of_extended_update(update)
}

pub(crate) fn of_extended_update(
    given: model::ExtendedS3DestinationUpdate,
) -> Result<DestinationPatch, Fault> {
    let hints = given.buffering_hints.unwrap_or_default();
    let encryption = given.encryption_configuration.unwrap_or_default();
    let compression = match given.compression_format {
        Some(format) => Some(
            Compression::parse(format.as_str()).ok_or_else(|| invalid("CompressionFormat is not known."))?,
        ),
        None => None,
    };
    let conversion = match given.data_format_conversion_configuration {
        Some(conversion) => Some(conversion_of(conversion)?),
        None => None,
    };
    Ok(DestinationPatch {
        role: given.role_arn,
        bucket_arn: given.bucket_arn,
        prefix: given.prefix,
        error_output_prefix: given.error_output_prefix,
        size_mbs: hints.size_in_mbs.map(unsigned),
        interval_secs: hints.interval_in_seconds.map(unsigned),
        compression,
        kms_key: encryption.kms_encryption_config.map(|kms| kms.awskms_key_arn),
        logging: given.cloud_watch_logging_options.map(|logging| engine::Logging {
            enabled: logging.enabled,
            group: logging.log_group_name,
            stream: logging.log_stream_name,
        }),
        processing: given.processing_configuration.map(processing_of),
        backs_up_source: given.s3_backup_mode == Some(model::S3BackupMode::Enabled),
        conversion,
        partitions_dynamically: given
            .dynamic_partitioning_configuration
            .is_some_and(|d| d.enabled == Some(true)),
        file_extension: given.file_extension,
        time_zone: given.custom_time_zone,
        extended: true,
    })
}

/// The model bounds these from below by zero.
fn unsigned(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn processing_of(given: model::ProcessingConfiguration) -> engine::Processing {
    let processors = given.processors.unwrap_or_default().into_iter().map(|processor| {
        let parameters = processor.parameters.unwrap_or_default().into_iter();
        engine::Processor {
            kind: processor.r#type.to_string(),
            parameters: parameters.map(|p| (p.parameter_name.to_string(), p.parameter_value)).collect(),
        }
    });
    engine::Processing { enabled: given.enabled.unwrap_or(false), processors: processors.collect() }
}

fn conversion_of(given: model::DataFormatConversionConfiguration) -> Result<engine::Conversion, Fault> {
    let serializer =
        given.output_format_configuration.and_then(|output| output.serializer).unwrap_or_default();
    if serializer.orc_ser_de.is_some() {
        return Err(invalid("OrcSerDe is not offered by Headwater; use ParquetSerDe."));
    }
    let deserializer =
        given.input_format_configuration.and_then(|input| input.deserializer).unwrap_or_default();
    let input = match (deserializer.open_x_json_ser_de, deserializer.hive_json_ser_de) {
        (Some(_), Some(_)) => return Err(invalid("Exactly one Deserializer must be specified.")),
        (Some(open_x), None) => Some(engine::JsonInput::OpenX {
            dots_to_underscores: open_x.convert_dots_in_json_keys_to_underscores,
            case_insensitive: open_x.case_insensitive,
            keys: open_x.column_to_json_key_mappings,
        }),
        (None, Some(hive)) => Some(engine::JsonInput::Hive { timestamp_formats: hive.timestamp_formats }),
        (None, None) => None,
    };
    Ok(engine::Conversion {
        // On unless it is switched off.
        enabled: given.enabled.unwrap_or(true),
        schema: given.schema_configuration.map(|schema| engine::TableRef {
            role: schema.role_arn,
            catalog: schema.catalog_id,
            database: schema.database_name,
            table: schema.table_name,
            region: schema.region,
            version: schema.version_id,
        }),
        input,
        parquet: serializer.parquet_ser_de.map(|parquet| engine::ParquetOutput {
            block_bytes: parquet.block_size_bytes.map(unsigned),
            page_bytes: parquet.page_size_bytes.map(unsigned),
            compression: parquet.compression.map(|codec| codec.to_string()),
            dictionary: parquet.enable_dictionary_compression,
            max_padding_bytes: parquet.max_padding_bytes.map(unsigned),
            writer_version: parquet.writer_version.map(|version| version.to_string()),
        }),
    })
}

/// Both forms are described, whichever it was made with, as on AWS.
pub(crate) fn describe(destination: &Destination) -> model::DestinationDescription {
    let plain = model::S3DestinationDescription {
        role_arn: destination.role.clone(),
        bucket_arn: destination.bucket_arn.clone(),
        prefix: destination.prefix.clone(),
        error_output_prefix: destination.error_output_prefix.clone(),
        buffering_hints: model::BufferingHints {
            size_in_mbs: Some(destination.size_mbs as i32),
            interval_in_seconds: Some(destination.interval_secs as i32),
        },
        compression_format: model::CompressionFormat::from(destination.compression.as_str().to_owned()),
        encryption_configuration: model::EncryptionConfiguration {
            no_encryption_config: Some(model::NoEncryptionConfig::NoEncryption),
            kms_encryption_config: None,
        },
        cloud_watch_logging_options: destination.logging.clone().map(|logging| {
            model::CloudWatchLoggingOptions {
                enabled: logging.enabled,
                log_group_name: logging.group,
                log_stream_name: logging.stream,
            }
        }),
    };
    let extended = describe_extended(destination, &plain);
    model::DestinationDescription {
        destination_id: DESTINATION_ID.to_owned(),
        s3_destination_description: Some(plain),
        extended_s3_destination_description: Some(extended),
        ..Default::default()
    }
}

fn describe_extended(
    destination: &Destination,
    plain: &model::S3DestinationDescription,
) -> model::ExtendedS3DestinationDescription {
    let plain = plain.clone();
    model::ExtendedS3DestinationDescription {
        role_arn: plain.role_arn,
        bucket_arn: plain.bucket_arn,
        prefix: plain.prefix,
        error_output_prefix: plain.error_output_prefix,
        buffering_hints: plain.buffering_hints,
        compression_format: plain.compression_format,
        encryption_configuration: plain.encryption_configuration,
        cloud_watch_logging_options: plain.cloud_watch_logging_options,
        processing_configuration: destination.processing.as_ref().map(describe_processing),
        s3_backup_mode: Some(model::S3BackupMode::Disabled),
        s3_backup_description: None,
        data_format_conversion_configuration: destination.conversion.as_ref().map(describe_conversion),
        dynamic_partitioning_configuration: None,
        file_extension: destination.file_extension.clone(),
        custom_time_zone: destination.time_zone.clone(),
    }
}

fn describe_processing(processing: &engine::Processing) -> model::ProcessingConfiguration {
    let processors = processing.processors.iter().map(|processor| model::Processor {
        r#type: model::ProcessorType::from(processor.kind.clone()),
        parameters: Some(
            processor
                .parameters
                .iter()
                .map(|(name, value)| model::ProcessorParameter {
                    parameter_name: model::ProcessorParameterName::from(name.clone()),
                    parameter_value: value.clone(),
                })
                .collect(),
        ),
    });
    model::ProcessingConfiguration {
        enabled: Some(processing.enabled),
        processors: Some(processors.collect()),
    }
}

fn describe_conversion(conversion: &engine::Conversion) -> model::DataFormatConversionConfiguration {
    let deserializer = conversion.input.clone().map(|input| match input {
        engine::JsonInput::OpenX { dots_to_underscores, case_insensitive, keys } => model::Deserializer {
            open_x_json_ser_de: Some(model::OpenXJsonSerDe {
                convert_dots_in_json_keys_to_underscores: dots_to_underscores,
                case_insensitive,
                column_to_json_key_mappings: keys,
            }),
            hive_json_ser_de: None,
        },
        engine::JsonInput::Hive { timestamp_formats } => model::Deserializer {
            open_x_json_ser_de: None,
            hive_json_ser_de: Some(model::HiveJsonSerDe { timestamp_formats }),
        },
    });
    let serializer = conversion.parquet.clone().map(|parquet| model::Serializer {
        parquet_ser_de: Some(model::ParquetSerDe {
            block_size_bytes: parquet.block_bytes.map(|bytes| bytes as i32),
            page_size_bytes: parquet.page_bytes.map(|bytes| bytes as i32),
            compression: parquet.compression.map(model::ParquetCompression::from),
            enable_dictionary_compression: parquet.dictionary,
            max_padding_bytes: parquet.max_padding_bytes.map(|bytes| bytes as i32),
            writer_version: parquet.writer_version.map(model::ParquetWriterVersion::from),
        }),
        orc_ser_de: None,
    });
    model::DataFormatConversionConfiguration {
        schema_configuration: conversion.schema.clone().map(|schema| model::SchemaConfiguration {
            role_arn: schema.role,
            catalog_id: schema.catalog,
            database_name: schema.database,
            table_name: schema.table,
            region: schema.region,
            version_id: schema.version,
        }),
        input_format_configuration: deserializer
            .map(|deserializer| model::InputFormatConfiguration { deserializer: Some(deserializer) }),
        output_format_configuration: serializer
            .map(|serializer| model::OutputFormatConfiguration { serializer: Some(serializer) }),
        enabled: Some(conversion.enabled),
    }
}
