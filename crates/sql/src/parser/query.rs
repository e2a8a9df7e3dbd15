//! Queries: SELECT and its clauses, set operations, what stands in FROM.

use super::cursor::Cursor;
use crate::ast::{
    Alias, CommonTable, Expr, ExprKind, GroupItem, GroupSets, JoinCondition, JoinKind, Name, OrderItem,
    Query, QueryBody, Select, SelectItem, SetOp, TableArg, TableArgValue, TableFunction, TableRef,
    TableRefKind,
};
use crate::error::{SqlError, SqlResult};
use crate::token::TokenKind;

impl Cursor<'_> {
    pub(super) fn query(&mut self) -> SqlResult<Query> {
        self.nested(|p| {
            let position = p.position();
            let with = p.with_clause()?;
            let body = p.query_body()?;
            let order_by =
                if p.eat_words(&["ORDER", "BY"]) { p.comma_list(Self::order_item)? } else { Vec::new() };
            let mut limit = None;
            let mut offset = None;
            if p.eat_word("LIMIT") && !p.eat_word("ALL") {
                limit = Some(p.expr()?);
            }
            if p.eat_word("OFFSET") {
                offset = Some(p.expr()?);
                let _ = p.eat_word("ROWS") || p.eat_word("ROW");
            }
            if p.eat_word("FETCH") {
                let _ = p.eat_word("FIRST") || p.eat_word("NEXT");
                limit = Some(p.expr()?);
                let _ = p.eat_word("ROWS") || p.eat_word("ROW");
                p.expect_word("ONLY")?;
            }
            Ok(Query { with, body, order_by, limit, offset, position })
        })
    }

    /// Whether a query begins `ahead` of the next token.
    pub(super) fn query_follows(&self, ahead: usize) -> bool {
        let mut at = ahead;
        while self.peek_at(at).is_symbol("(") && at < ahead + 64 {
            at += 1;
        }
        let token = self.peek_at(at);
        ["SELECT", "VALUES", "WITH"].iter().any(|word| token.is_word(word))
            || (token.is_word("TABLE") && self.peek_at(at + 1).kind != TokenKind::Symbol)
    }

    fn with_clause(&mut self) -> SqlResult<Vec<CommonTable>> {
        if !self.eat_word("WITH") {
            return Ok(Vec::new());
        }
        if self.peek_word("RECURSIVE") {
            return self.not_offered("WITH RECURSIVE");
        }
        self.comma_list(|p| {
            let name = p.identifier("a name for the query")?;
            let columns = p.column_names()?;
            p.expect_word("AS")?;
            p.expect_symbol("(")?;
            let query = p.query()?;
            p.expect_symbol(")")?;
            Ok(CommonTable { name, columns, query })
        })
    }

    /// UNION and EXCEPT bind alike and from the left, INTERSECT before them.
    fn query_body(&mut self) -> SqlResult<QueryBody> {
        let mut left = self.intersection()?;
        loop {
            let position = self.position();
            let op = if self.eat_word("UNION") {
                SetOp::Union
            } else if self.eat_word("EXCEPT") || self.eat_word("MINUS") {
                SetOp::Except
            } else {
                return Ok(left);
            };
            let all = self.set_quantifier();
            let right = self.intersection()?;
            left = match left {
                QueryBody::SetOperation { op: SetOp::Union, all: true, mut inputs, position }
                    if op == SetOp::Union && all =>
                {
                    inputs.push(right);
                    QueryBody::SetOperation { op, all, inputs, position }
                }
                left => {
                    self.deepen()?;
                    QueryBody::SetOperation { op, all, inputs: vec![left, right], position }
                }
            };
        }
    }

    fn intersection(&mut self) -> SqlResult<QueryBody> {
        let mut left = self.query_primary()?;
        while self.peek_word("INTERSECT") {
            let position = self.take().position;
            let all = self.set_quantifier();
            let right = self.query_primary()?;
            self.deepen()?;
            left = QueryBody::SetOperation { op: SetOp::Intersect, all, inputs: vec![left, right], position };
        }
        Ok(left)
    }

    fn set_quantifier(&mut self) -> bool {
        let all = self.eat_word("ALL");
        let _ = !all && self.eat_word("DISTINCT");
        all
    }

    fn query_primary(&mut self) -> SqlResult<QueryBody> {
        let position = self.position();
        if self.eat_symbol("(") {
            let query = self.query()?;
            self.expect_symbol(")")?;
            return Ok(QueryBody::Nested(Box::new(query)));
        }
        if self.eat_word("VALUES") {
            let rows = self.comma_list(|p| p.expr())?;
            return Ok(QueryBody::Values { rows, position });
        }
        if self.eat_word("TABLE") {
            return Ok(QueryBody::Table(self.name("a table's name")?));
        }
        self.select().map(|select| QueryBody::Select(Box::new(select)))
    }

    fn select(&mut self) -> SqlResult<Select> {
        let position = self.position();
        if !self.eat_word("SELECT") {
            return Err(self.unexpected("a query"));
        }
        self.select_hints()?;
        let distinct = self.eat_word("DISTINCT");
        let _ = !distinct && self.eat_word("ALL");
        let items = self.comma_list(Self::select_item)?;
        let from = if self.eat_word("FROM") { Some(self.table_refs()?) } else { None };
        let filter = if self.eat_word("WHERE") { Some(self.expr()?) } else { None };
        let group_by =
            if self.eat_words(&["GROUP", "BY"]) { Some(self.comma_list(Self::group_item)?) } else { None };
        let having = if self.eat_word("HAVING") { Some(self.expr()?) } else { None };
        let windows = if self.eat_word("WINDOW") {
            self.comma_list(|p| {
                let name = p.identifier("a window's name")?;
                p.expect_word("AS")?;
                Ok((name, p.over_specification()?))
            })?
        } else {
            Vec::new()
        };
        if self.peek_word("QUALIFY") {
            return self.not_offered("QUALIFY");
        }
        Ok(Select { distinct, items, from, filter, group_by, having, windows, position })
    }

    fn select_hints(&mut self) -> SqlResult<()> {
        if self.peek().kind != TokenKind::HintStart {
            return Ok(());
        }
        let what = format!("the query hint {}", self.peek_at(1).text.to_ascii_uppercase());
        self.not_offered(&what)
    }

    fn select_item(&mut self) -> SqlResult<SelectItem> {
        let position = self.position();
        if self.eat_symbol("*") {
            return Ok(SelectItem::Wildcard { qualifier: None, position });
        }
        if let Some(parts) = self.qualified_wildcard() {
            let mut qualifier = Vec::with_capacity(parts);
            for _ in 0..parts {
                qualifier.push(self.identifier("a table's name")?);
                self.expect_symbol(".")?;
            }
            self.expect_symbol("*")?;
            return Ok(SelectItem::Wildcard { qualifier: Some(Name(qualifier)), position });
        }
        let expr = self.expr()?;
        let alias = if self.eat_word("AS") || self.peek_identifier() {
            Some(self.identifier("an alias")?)
        } else {
            None
        };
        Ok(SelectItem::Expr { expr, alias })
    }

    /// How many names stand before the star of `a.b.*`, if that is what follows.
    fn qualified_wildcard(&self) -> Option<usize> {
        let mut parts = 0;
        loop {
            let word = self.peek_at(2 * parts).kind;
            if !matches!(word, TokenKind::Word | TokenKind::QuotedWord)
                || !self.peek_at(2 * parts + 1).is_symbol(".")
            {
                return None;
            }
            parts += 1;
            if self.peek_at(2 * parts).is_symbol("*") {
                return Some(parts);
            }
        }
    }

    fn group_item(&mut self) -> SqlResult<GroupItem> {
        let position = self.position();
        let kinds = [(GroupSets::Cube, ["CUBE", "("]), (GroupSets::Rollup, ["ROLLUP", "("])];
        let sets = if self.peek_words(&["GROUPING", "SETS"]) {
            self.eat_words(&["GROUPING", "SETS"]);
            Some(GroupSets::GroupingSets)
        } else {
            let found = kinds.iter().find(|(_, w)| self.peek_word(w[0]) && self.peek_at(1).is_symbol(w[1]));
            found.map(|(kind, _)| {
                self.take();
                *kind
            })
        };
        if let Some(kind) = sets {
            let items = self.nested(|p| p.parenthesised(Self::group_item))?;
            return Ok(GroupItem::Sets { kind, items, position });
        }
        if self.peek().is_symbol("(") && self.peek_at(1).is_symbol(")") {
            self.take();
            self.take();
            return Ok(GroupItem::Set(Vec::new(), position));
        }
        let expr = self.expr()?;
        Ok(match expr.kind {
            ExprKind::Row(items) => GroupItem::Set(items, position),
            _ => GroupItem::Expr(expr),
        })
    }

    pub(super) fn order_item(&mut self) -> SqlResult<OrderItem> {
        let expr = self.expr()?;
        let descending = self.eat_word("DESC");
        let _ = !descending && self.eat_word("ASC");
        let nulls_first = if self.eat_words(&["NULLS", "FIRST"]) {
            Some(true)
        } else if self.eat_words(&["NULLS", "LAST"]) {
            Some(false)
        } else {
            None
        };
        Ok(OrderItem { expr, descending, nulls_first })
    }

    /// Everything after FROM: tables joined by commas and JOINs.
    fn table_refs(&mut self) -> SqlResult<TableRef> {
        let mut left = self.table_primary()?;
        loop {
            let position = self.position();
            let (kind, natural) = match self.join_kind()? {
                Some(found) => found,
                None => return Ok(left),
            };
            let right = self.table_primary()?;
            let condition = if natural {
                JoinCondition::Natural
            } else if kind == JoinKind::Cross {
                JoinCondition::None
            } else if self.eat_word("ON") {
                JoinCondition::On(self.expr()?)
            } else if self.eat_word("USING") {
                JoinCondition::Using(self.parenthesised(|p| p.identifier("a column's name"))?)
            } else {
                return Err(self.unexpected("ON or USING"));
            };
            self.deepen()?;
            let (left_box, right) = (Box::new(left), Box::new(right));
            let kind = TableRefKind::Join { left: left_box, right, kind, condition };
            left = TableRef { kind, alias: None, position };
        }
    }

    /// The next join operator and whether it is NATURAL; a comma is a cross join.
    fn join_kind(&mut self) -> SqlResult<Option<(JoinKind, bool)>> {
        if self.eat_symbol(",") {
            return Ok(Some((JoinKind::Cross, false)));
        }
        let natural = self.eat_word("NATURAL");
        let kind = if self.eat_word("CROSS") {
            JoinKind::Cross
        } else if self.eat_word("INNER") {
            JoinKind::Inner
        } else if self.eat_word("LEFT") {
            self.eat_word("OUTER");
            JoinKind::Left
        } else if self.eat_word("RIGHT") {
            self.eat_word("OUTER");
            JoinKind::Right
        } else if self.eat_word("FULL") {
            self.eat_word("OUTER");
            JoinKind::Full
        } else if natural || self.peek_word("JOIN") {
            JoinKind::Inner
        } else {
            return Ok(None);
        };
        self.expect_word("JOIN")?;
        Ok(Some((kind, natural)))
    }

    fn table_primary(&mut self) -> SqlResult<TableRef> {
        let position = self.position();
        if self.peek().is_symbol("(") && !self.query_follows(0) {
            // `(a JOIN b ON …)`
            self.take();
            let inner = self.nested(Self::table_refs)?;
            self.expect_symbol(")")?;
            return Ok(inner);
        }
        let kind = self.nested(Self::table_kind)?;
        if self.peek_word("MATCH_RECOGNIZE") {
            return self.not_offered("MATCH_RECOGNIZE");
        }
        if self.peek_word("TABLESAMPLE") {
            return self.not_offered("TABLESAMPLE");
        }
        let mut table = TableRef { kind, alias: None, position };
        if self.eat_word("AS") || self.peek_identifier() {
            let name = self.identifier("an alias")?;
            table.alias = Some(Alias { name, columns: self.column_names()? });
            // `t AS a /*+ OPTIONS(…) */` is written too.
            if let TableRefKind::Table { hints, .. } = &mut table.kind {
                hints.extend(self.table_hints()?);
            }
        }
        Ok(table)
    }

    fn table_kind(&mut self) -> SqlResult<TableRefKind> {
        let lateral = self.eat_word("LATERAL");
        if self.peek().is_symbol("(") {
            self.take();
            let query = Box::new(self.query()?);
            self.expect_symbol(")")?;
            return Ok(TableRefKind::Subquery { query, lateral });
        }
        if self.eat_word("UNNEST") {
            self.expect_symbol("(")?;
            let operand = self.expr()?;
            self.expect_symbol(")")?;
            let ordinality = self.eat_words(&["WITH", "ORDINALITY"]);
            return Ok(TableRefKind::Unnest { operand, ordinality });
        }
        if self.peek_word("TABLE") && self.peek_at(1).is_symbol("(") {
            self.take();
            self.take();
            let name = self.name("a table function")?;
            let function = self.table_function(name)?;
            self.expect_symbol(")")?;
            return Ok(TableRefKind::Function { function, lateral });
        }
        let name = self.name("a table's name")?;
        if self.peek().is_symbol("(") {
            return Ok(TableRefKind::Function { function: self.table_function(name)?, lateral });
        }
        let hints = self.table_hints()?;
        let as_of =
            if self.eat_words(&["FOR", "SYSTEM_TIME", "AS", "OF"]) { Some(self.expr()?) } else { None };
        Ok(TableRefKind::Table { name, hints, as_of })
    }

    fn table_function(&mut self, name: Name) -> SqlResult<TableFunction> {
        self.expect_symbol("(")?;
        let args = if self.peek().is_symbol(")") { Vec::new() } else { self.comma_list(Self::table_arg)? };
        self.expect_symbol(")")?;
        Ok(TableFunction { name, args })
    }

    fn table_arg(&mut self) -> SqlResult<TableArg> {
        let position = self.position();
        let name = if self.peek_at(1).is_symbol("=>") {
            // Argument names may be words that are reserved elsewhere.
            let token = self.take();
            self.take();
            let value = token.text.trim_matches('`').to_owned();
            Some(crate::ast::Ident { value, position })
        } else {
            None
        };
        let is_table = self.peek_word("TABLE") && !self.peek_at(1).is_symbol("(");
        let is_query = self.peek().is_symbol("(") && self.query_follows(1);
        if !is_table && !is_query {
            return Ok(TableArg { name, value: TableArgValue::Expr(self.expr()?), position });
        }
        let input_position = self.position();
        let kind = if self.eat_word("TABLE") {
            let name = self.name("a table's name")?;
            TableRefKind::Table { name, hints: self.table_hints()?, as_of: None }
        } else {
            self.table_kind()?
        };
        let input = Box::new(TableRef { kind, alias: None, position: input_position });
        let partition_by =
            if self.eat_words(&["PARTITION", "BY"]) { self.partition_keys()? } else { Vec::new() };
        if self.peek_word("ORDER") {
            return self.not_offered("ORDER BY of a table argument");
        }
        Ok(TableArg { name, value: TableArgValue::Table { input, partition_by }, position })
    }

    /// `PARTITION BY a` or `(a, b)`; inside an argument list a bare key ends at the comma.
    fn partition_keys(&mut self) -> SqlResult<Vec<Expr>> {
        let key = self.expr()?;
        match key.kind {
            ExprKind::Row(keys) => Ok(keys),
            ExprKind::Column(_) => Ok(vec![key]),
            _ => Err(SqlError::at(key.position, "PARTITION BY takes columns here")),
        }
    }
}
