//! Arrow batches as a Parquet file, streaming: batches in, bytes out, memory of about one row group.
//!
//! Shared by delivery and by SQL's filesystem tables. Uploading is the caller's: take what is ready, then finish.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, GzipLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::{WriterProperties, WriterVersion};

/// Bytes of a row group in memory before it is written. Smaller than Parquet's usual 128 MiB: a file is one buffer's
/// worth of records, and memory is bounded by this for every file being written.
pub const ROW_GROUP_BYTES: usize = 32 * 1024 * 1024;

#[derive(Clone, Debug, Default)]
pub struct ParquetOptions {
    pub codec: ParquetCodec,
    /// 1 MiB where absent.
    pub page_bytes: Option<usize>,
    /// No dictionary encoding.
    pub plain: bool,
    /// Data pages of version 2.
    pub version_2: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParquetCodec {
    #[default]
    Snappy,
    Gzip,
    Uncompressed,
}

/// One file in the making.
pub struct ParquetFile {
    writer: ArrowWriter<Vec<u8>>,
}

impl ParquetFile {
    /// Fails for a schema that Parquet cannot hold.
    pub fn new(schema: SchemaRef, options: &ParquetOptions) -> Result<Self, ParquetError> {
        let codec = match options.codec {
            ParquetCodec::Snappy => Compression::SNAPPY,
            ParquetCodec::Gzip => Compression::GZIP(GzipLevel::default()),
            ParquetCodec::Uncompressed => Compression::UNCOMPRESSED,
        };
        let version = if options.version_2 { WriterVersion::PARQUET_2_0 } else { WriterVersion::PARQUET_1_0 };
        let mut properties = WriterProperties::builder()
            .set_compression(codec)
            .set_writer_version(version)
            .set_dictionary_enabled(!options.plain)
            .set_created_by(concat!("headwater ", env!("CARGO_PKG_VERSION")).to_owned());
        if let Some(bytes) = options.page_bytes {
            properties = properties.set_data_page_size_limit(bytes);
        }
        let writer = ArrowWriter::try_new(Vec::new(), schema, Some(properties.build()))?;
        Ok(Self { writer })
    }

    pub fn write(&mut self, batch: &RecordBatch) -> Result<(), ParquetError> {
        self.writer.write(batch)?;
        if self.writer.in_progress_size() >= ROW_GROUP_BYTES {
            self.writer.flush()?;
        }
        Ok(())
    }

    /// How many bytes [`ParquetFile::take`] would give now; the writer keeps up to some kilobytes back.
    pub fn ready(&self) -> usize {
        self.writer.inner().len()
    }

    /// The bytes of the row groups written so far.
    pub fn take(&mut self) -> Bytes {
        std::mem::take(self.writer.inner_mut()).into()
    }

    /// About how large the file would be if it were finished now.
    pub fn len_estimate(&self) -> usize {
        self.writer.bytes_written() + self.writer.in_progress_size()
    }

    /// The rest of the bytes, the footer last.
    pub fn finish(self) -> Result<Bytes, ParquetError> {
        Ok(self.writer.into_inner()?.into())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Int64Array, StringArray};
    use arrow_schema::{DataType, Field, Schema};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    use super::*;

    #[test]
    fn what_is_written_in_pieces_reads_back_whole() {
        let schema = Arc::new(Schema::new(vec![
            Field::new("id", DataType::Int64, true),
            Field::new("name", DataType::Utf8, true),
        ]));
        for codec in [ParquetCodec::Snappy, ParquetCodec::Gzip, ParquetCodec::Uncompressed] {
            let options = ParquetOptions { codec, ..ParquetOptions::default() };
            let mut file = ParquetFile::new(schema.clone(), &options).unwrap();
            let mut bytes = Vec::new();
            for part in 0..10i64 {
                let ids: ArrayRef = Arc::new(Int64Array::from_iter_values(part * 100..part * 100 + 100));
                let names: ArrayRef =
                    Arc::new(StringArray::from_iter_values((0..100).map(|i| format!("n{i}"))));
                file.write(&RecordBatch::try_new(schema.clone(), vec![ids, names]).unwrap()).unwrap();
                if part % 3 == 0 {
                    file.writer.flush().unwrap();
                    bytes.extend_from_slice(&file.take());
                }
            }
            bytes.extend_from_slice(&file.finish().unwrap());
            let reader =
                ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes)).unwrap().build().unwrap();
            let ids: Vec<i64> = reader
                .flat_map(|batch| {
                    let batch = batch.unwrap();
                    let ids = batch.column(0).as_any().downcast_ref::<Int64Array>().unwrap().clone();
                    ids.iter().flatten().collect::<Vec<_>>()
                })
                .collect();
            assert_eq!(ids, (0..1000).collect::<Vec<i64>>(), "{codec:?}");
        }
    }
}
