//! Types as written, and the units of intervals.

use super::cursor::Cursor;
use crate::ast::{IntervalUnits, PlainType, RowFieldDef, TypeKind, TypeName};
use crate::error::SqlResult;
use crate::functions::TimeUnit;

impl Cursor<'_> {
    /// A type with its suffixes: `ARRAY`, `MULTISET`, `NOT NULL`.
    pub(super) fn type_name(&mut self) -> SqlResult<TypeName> {
        self.nested(|p| {
            let position = p.position();
            let mut kind = p.type_kind()?;
            let mut not_null = p.nullability()?;
            loop {
                let element = |kind| Box::new(TypeName { kind, not_null, position });
                if p.eat_word("ARRAY") {
                    kind = TypeKind::Array(element(kind));
                } else if p.eat_word("MULTISET") {
                    kind = TypeKind::Multiset(element(kind));
                } else {
                    return Ok(TypeName { kind, not_null, position });
                }
                p.deepen()?;
                not_null = p.nullability()?;
            }
        })
    }

    fn nullability(&mut self) -> SqlResult<bool> {
        if self.eat_words(&["NOT", "NULL"]) {
            return Ok(true);
        }
        self.eat_word("NULL");
        Ok(false)
    }

    fn type_kind(&mut self) -> SqlResult<TypeKind> {
        let word = self.peek().text.to_ascii_uppercase();
        let plain = |name| TypeKind::Plain { name, arguments: Vec::new() };
        let without_arguments = match word.as_str() {
            "BOOLEAN" => PlainType::Boolean,
            "TINYINT" => PlainType::TinyInt,
            "SMALLINT" => PlainType::SmallInt,
            "INT" | "INTEGER" => PlainType::Int,
            "BIGINT" => PlainType::BigInt,
            "FLOAT" => PlainType::Float,
            "STRING" => PlainType::String,
            "BYTES" => PlainType::Bytes,
            "DATE" => PlainType::Date,
            "DOUBLE" => {
                self.take();
                self.eat_word("PRECISION");
                return Ok(plain(PlainType::Double));
            }
            _ => return self.type_with_arguments(&word),
        };
        self.take();
        Ok(plain(without_arguments))
    }

    fn type_with_arguments(&mut self, word: &str) -> SqlResult<TypeKind> {
        let name = match word {
            "DECIMAL" | "DEC" | "NUMERIC" => PlainType::Decimal,
            "CHAR" | "CHARACTER" if self.peek_at(1).is_word("VARYING") => {
                self.take();
                PlainType::Varchar
            }
            "CHAR" | "CHARACTER" => PlainType::Char,
            "VARCHAR" => PlainType::Varchar,
            "BINARY" if self.peek_at(1).is_word("VARYING") => {
                self.take();
                PlainType::Varbinary
            }
            "BINARY" => PlainType::Binary,
            "VARBINARY" => PlainType::Varbinary,
            "TIME" => PlainType::Time,
            "TIMESTAMP" => PlainType::Timestamp,
            "TIMESTAMP_LTZ" => PlainType::TimestampLtz,
            _ => return self.constructed_type(word),
        };
        self.take();
        let arguments = self.type_arguments()?;
        let name = match name {
            PlainType::Time => {
                if self.eat_words(&["WITHOUT", "TIME", "ZONE"]) || !self.peek_word("WITH") {
                    PlainType::Time
                } else {
                    return self.not_offered("TIME WITH TIME ZONE");
                }
            }
            PlainType::Timestamp if self.eat_words(&["WITH", "LOCAL", "TIME", "ZONE"]) => {
                PlainType::TimestampLtz
            }
            PlainType::Timestamp if self.peek_words(&["WITH", "TIME", "ZONE"]) => {
                return self.not_offered("TIMESTAMP WITH TIME ZONE");
            }
            PlainType::Timestamp => {
                self.eat_words(&["WITHOUT", "TIME", "ZONE"]);
                PlainType::Timestamp
            }
            other => other,
        };
        Ok(TypeKind::Plain { name, arguments })
    }

    fn type_arguments(&mut self) -> SqlResult<Vec<u32>> {
        if !self.peek().is_symbol("(") {
            return Ok(Vec::new());
        }
        self.parenthesised(|p| p.unsigned("a length or precision"))
    }

    fn constructed_type(&mut self, word: &str) -> SqlResult<TypeKind> {
        match word {
            "INTERVAL" => {
                self.take();
                self.interval_units().map(TypeKind::Interval)
            }
            "ARRAY" | "MULTISET" => {
                self.take();
                self.expect_symbol("<")?;
                let element = Box::new(self.type_name()?);
                self.expect_symbol(">")?;
                Ok(if word == "ARRAY" { TypeKind::Array(element) } else { TypeKind::Multiset(element) })
            }
            "MAP" => {
                self.take();
                self.expect_symbol("<")?;
                let key = Box::new(self.type_name()?);
                self.expect_symbol(",")?;
                let value = Box::new(self.type_name()?);
                self.expect_symbol(">")?;
                Ok(TypeKind::Map(key, value))
            }
            "ROW" => {
                self.take();
                self.row_type().map(TypeKind::Row)
            }
            "RAW" | "VARIANT" | "BITMAP" | "REAL" => self.not_offered(&format!("the type {word}")),
            _ => Err(self.unexpected("a type such as INT, STRING or TIMESTAMP(3)")),
        }
    }

    fn row_type(&mut self) -> SqlResult<Vec<RowFieldDef>> {
        // The lexer reads the empty `<>` as one symbol.
        if self.eat_symbol("<>") {
            return Ok(Vec::new());
        }
        let close = if self.eat_symbol("(") {
            ")"
        } else {
            self.expect_symbol("<")?;
            ">"
        };
        let fields = self.comma_list(|p| {
            let name = p.identifier("a field's name")?;
            let data_type = p.type_name()?;
            let comment = if p.peek().kind == crate::token::TokenKind::String {
                Some(p.string("a comment")?)
            } else {
                None
            };
            Ok(RowFieldDef { name, data_type, comment })
        })?;
        self.expect_symbol(close)?;
        Ok(fields)
    }

    /// `MINUTE`, `DAY(3) TO SECOND(3)`
    pub(super) fn interval_units(&mut self) -> SqlResult<IntervalUnits> {
        let from = self.interval_unit()?;
        let mut from_precision = None;
        let mut to_precision = None;
        if self.eat_symbol("(") {
            from_precision = Some(self.unsigned("a precision")?);
            if self.eat_symbol(",") {
                to_precision = Some(self.unsigned("a precision")?);
            }
            self.expect_symbol(")")?;
        }
        let to = if self.eat_word("TO") { Some(self.interval_unit()?) } else { None };
        if to.is_some() && self.eat_symbol("(") {
            to_precision = Some(self.unsigned("a precision")?);
            self.expect_symbol(")")?;
        }
        Ok(IntervalUnits { from, from_precision, to, to_precision })
    }

    fn interval_unit(&mut self) -> SqlResult<TimeUnit> {
        self.eat_interval_unit()
            .ok_or_else(|| self.unexpected("a unit such as SECOND, MINUTE, HOUR, DAY, MONTH or YEAR"))
    }

    pub(super) fn eat_interval_unit(&mut self) -> Option<TimeUnit> {
        let unit = time_unit(&self.peek().text.to_ascii_uppercase())?;
        let of_interval = matches!(
            unit,
            TimeUnit::Year
                | TimeUnit::Quarter
                | TimeUnit::Month
                | TimeUnit::Week
                | TimeUnit::Day
                | TimeUnit::Hour
                | TimeUnit::Minute
                | TimeUnit::Second
        );
        if !of_interval {
            return None;
        }
        self.take();
        Some(unit)
    }

    /// A unit of EXTRACT, FLOOR … TO or TIMESTAMPADD; also in the spellings of ODBC.
    pub(super) fn any_time_unit(&mut self) -> SqlResult<TimeUnit> {
        let word = self.peek().text.to_ascii_uppercase();
        match time_unit(word.strip_prefix("SQL_TSI_").unwrap_or(&word)) {
            Some(unit) => {
                self.take();
                Ok(unit)
            }
            None => Err(self.unexpected("a time unit such as HOUR")),
        }
    }
}

/// The unit of an upper-case word, singular or plural.
fn time_unit(word: &str) -> Option<TimeUnit> {
    Some(match word {
        "MILLENNIUM" => TimeUnit::Millennium,
        "CENTURY" => TimeUnit::Century,
        "DECADE" => TimeUnit::Decade,
        "YEAR" | "YEARS" => TimeUnit::Year,
        "ISOYEAR" => TimeUnit::IsoYear,
        "QUARTER" | "QUARTERS" => TimeUnit::Quarter,
        "MONTH" | "MONTHS" => TimeUnit::Month,
        "WEEK" | "WEEKS" => TimeUnit::Week,
        "DAY" | "DAYS" => TimeUnit::Day,
        "DOW" | "DAYOFWEEK" => TimeUnit::DayOfWeek,
        "ISODOW" => TimeUnit::IsoDayOfWeek,
        "DOY" | "DAYOFYEAR" => TimeUnit::DayOfYear,
        "HOUR" | "HOURS" => TimeUnit::Hour,
        "MINUTE" | "MINUTES" => TimeUnit::Minute,
        "SECOND" | "SECONDS" => TimeUnit::Second,
        "MILLISECOND" => TimeUnit::Millisecond,
        "MICROSECOND" => TimeUnit::Microsecond,
        "NANOSECOND" => TimeUnit::Nanosecond,
        "EPOCH" => TimeUnit::Epoch,
        _ => return None,
    })
}
