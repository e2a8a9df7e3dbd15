//! Filter and projection: stateless, one chunk in, at most one chunk out.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, RecordBatch, RecordBatchOptions};
use arrow_schema::SchemaRef;

use super::Operator;
use crate::exec::chunk::{Chunk, Element, RowKind};
use crate::exec::error::ExecError;
use crate::exec::eval::{Compiled, EvalContext};

/// Keeps rows whose predicate is TRUE.
pub struct Filter {
    pub predicate: Compiled,
    pub context: EvalContext,
}

impl Operator for Filter {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        let keep = self.predicate.eval_filter(&chunk.batch, &self.context)?;
        match keep.true_count() {
            0 => {}
            all if all == chunk.rows() => out.push(Element::Rows(chunk)),
            _ => out.push(Element::Rows(filtered(&chunk, &keep)?)),
        }
        Ok(())
    }

    fn watermark(&mut self, _port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.context.watermark = Some(at);
        out.push(Element::Watermark(at));
        Ok(())
    }

    fn stateless(&self, chunk: &Chunk) -> Result<Option<Chunk>, ExecError> {
        let keep = self.predicate.eval_filter(&chunk.batch, &self.context)?;
        filtered(chunk, &keep).map(Some)
    }
}

fn filtered(chunk: &Chunk, keep: &BooleanArray) -> Result<Chunk, ExecError> {
    let kinds = chunk.kinds.as_ref().map(|kinds| {
        let kept = kinds.iter().zip(keep.values()).filter(|(_, keep)| *keep);
        kept.map(|(kind, _)| *kind).collect::<Vec<RowKind>>().into()
    });
    let batch = arrow_select::filter::filter_record_batch(&chunk.batch, keep)?;
    Ok(Chunk { batch, kinds, split: chunk.split })
}

/// Computes the output columns.
pub struct Project {
    pub exprs: Vec<Compiled>,
    pub schema: SchemaRef,
    pub context: EvalContext,
}

impl Project {
    fn projected(&self, chunk: &Chunk) -> Result<Chunk, ExecError> {
        let columns: Vec<ArrayRef> =
            self.exprs.iter().map(|expr| expr.eval(&chunk.batch, &self.context)).collect::<Result<_, _>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(chunk.rows()));
        let batch = RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)?;
        Ok(Chunk { batch, kinds: chunk.kinds.clone(), split: chunk.split })
    }
}

impl Operator for Project {
    fn rows(&mut self, _port: usize, chunk: Chunk, out: &mut Vec<Element>) -> Result<(), ExecError> {
        out.push(Element::Rows(self.projected(&chunk)?));
        Ok(())
    }

    fn stateless(&self, chunk: &Chunk) -> Result<Option<Chunk>, ExecError> {
        self.projected(chunk).map(Some)
    }

    fn watermark(&mut self, _port: usize, at: i64, out: &mut Vec<Element>) -> Result<(), ExecError> {
        self.context.watermark = Some(at);
        out.push(Element::Watermark(at));
        Ok(())
    }
}

/// A schema of nullable columns, which is how rows travel between operators.
pub fn arrow_schema(columns: &[crate::plan::Column]) -> SchemaRef {
    let fields: Vec<_> = columns.iter().map(|c| c.data_type.to_arrow_field(&c.name)).collect();
    Arc::new(arrow_schema::Schema::new(fields))
}
