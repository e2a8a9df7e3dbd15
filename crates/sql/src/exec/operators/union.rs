//! UNION ALL: rows pass, the watermark is the lowest of the inputs'.

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::SchemaRef;

use super::Operator;
use crate::exec::chunk::{Chunk, Element, SplitEvent};
use crate::exec::error::ExecError;

pub struct Union {
    schema: SchemaRef,
    watermarks: Vec<i64>,
    told: i64,
}

impl Union {
    pub fn new(inputs: usize, schema: SchemaRef) -> Self {
        Self { schema, watermarks: vec![i64::MIN; inputs], told: i64::MIN }
    }
}

impl Operator for Union {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        // The inputs agree in types but not in names.
        let options = RecordBatchOptions::new().with_row_count(Some(chunk.rows()));
        let batch =
            RecordBatch::try_new_with_options(self.schema.clone(), chunk.batch.columns().to_vec(), &options)?;
        out.push(Element::Rows(Chunk { batch, ..chunk }));
        Ok(())
    }

    fn watermark(&mut self, port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.watermarks[port] = self.watermarks[port].max(at);
        let lowest = self.watermarks.iter().copied().min().unwrap_or(i64::MIN);
        if lowest > self.told {
            self.told = lowest;
            out.push(Element::Watermark(lowest));
        }
        Ok(())
    }

    /// Splits of one input mean nothing to the others.
    fn split(&mut self, _event: SplitEvent, _out: &mut Vec<Element>) -> Result<(), ExecError> {
        Ok(())
    }
}
