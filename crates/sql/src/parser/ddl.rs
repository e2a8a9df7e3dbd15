//! CREATE and DROP.

use super::cursor::Cursor;
use crate::ast::{
    ColumnDef, ColumnKind, CreateTable, CreateView, Drop, Like, LikeFeature, LikeMerging, LikeRule, Name,
    PrimaryKey, StatementKind, TableOption, Watermark,
};
use crate::error::{SqlError, SqlResult};
use crate::token::TokenKind;

impl Cursor<'_> {
    pub(super) fn create(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("CREATE")?;
        let temporary = self.eat_word("TEMPORARY");
        if self.eat_word("TABLE") {
            return self.create_table(temporary).map(StatementKind::CreateTable);
        }
        if self.eat_word("VIEW") {
            return self.create_view(temporary).map(StatementKind::CreateView);
        }
        Err(self.unexpected("TABLE or VIEW"))
    }

    pub(super) fn drop(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("DROP")?;
        let temporary = self.eat_word("TEMPORARY");
        let is_view = self.eat_word("VIEW");
        if !is_view && !self.eat_word("TABLE") {
            return Err(self.unexpected("TABLE or VIEW"));
        }
        let if_exists = self.eat_words(&["IF", "EXISTS"]);
        let drop = Drop { temporary, if_exists, name: self.name("a name")? };
        Ok(if is_view { StatementKind::DropView(drop) } else { StatementKind::DropTable(drop) })
    }

    fn create_view(&mut self, temporary: bool) -> SqlResult<CreateView> {
        let if_not_exists = self.eat_words(&["IF", "NOT", "EXISTS"]);
        let name = self.name("the view's name")?;
        let columns = self.column_names()?;
        let comment = self.comment()?;
        self.expect_word("AS")?;
        let start = self.start();
        let query = self.query()?;
        let query_text = self.text[start..self.end()].to_owned();
        Ok(CreateView { temporary, if_not_exists, name, columns, comment, query, query_text })
    }

    fn create_table(&mut self, temporary: bool) -> SqlResult<CreateTable> {
        let if_not_exists = self.eat_words(&["IF", "NOT", "EXISTS"]);
        let name = self.name("the table's name")?;
        let mut table = CreateTable {
            temporary,
            if_not_exists,
            name,
            columns: Vec::new(),
            watermark: None,
            primary_key: None,
            comment: None,
            partitioned_by: Vec::new(),
            options: Vec::new(),
            like: None,
        };
        if self.eat_symbol("(") && !self.eat_symbol(")") {
            self.comma_list(|p| p.table_element(&mut table))?;
            self.expect_symbol(")")?;
        }
        table.comment = self.comment()?;
        if self.peek_word("DISTRIBUTED") {
            return self.not_offered("DISTRIBUTED BY");
        }
        if self.eat_words(&["PARTITIONED", "BY"]) {
            table.partitioned_by = self.parenthesised(|p| p.identifier("a column's name"))?;
        }
        if self.eat_word("WITH") {
            table.options = self.options()?;
        }
        if self.eat_word("LIKE") {
            table.like = Some(self.like()?);
        }
        if self.peek_word("AS") {
            return self.not_offered("CREATE TABLE … AS SELECT");
        }
        Ok(table)
    }

    fn table_element(&mut self, table: &mut CreateTable) -> SqlResult<()> {
        if self.peek_word("WATERMARK") {
            return self.watermark(table);
        }
        if self.peek_word("CONSTRAINT") || self.peek_words(&["PRIMARY", "KEY"]) {
            return self.primary_key(table);
        }
        let name = self.identifier("a column's name")?;
        let kind =
            if self.eat_word("AS") { ColumnKind::Computed(self.expr()?) } else { self.typed_column()? };
        let comment = self.comment()?;
        if let ColumnKind::Physical { primary_key: Some(position), .. } = kind {
            let key = PrimaryKey { columns: vec![name.clone()], enforced: self.enforced()?, position };
            set_primary_key(table, key)?;
        }
        let comment = if comment.is_some() { comment } else { self.comment()? };
        table.columns.push(ColumnDef { name, kind, comment });
        Ok(())
    }

    fn typed_column(&mut self) -> SqlResult<ColumnKind> {
        let data_type = self.type_name()?;
        if self.eat_word("METADATA") {
            let key = if self.eat_word("FROM") { Some(self.string("the metadata key")?) } else { None };
            return Ok(ColumnKind::Metadata { data_type, key, is_virtual: self.eat_word("VIRTUAL") });
        }
        if self.eat_word("CONSTRAINT") {
            self.identifier("the constraint's name")?;
        }
        let position = self.position();
        let primary_key = self.eat_words(&["PRIMARY", "KEY"]).then_some(position);
        if self.peek_word("UNIQUE") {
            return self.not_offered("UNIQUE");
        }
        Ok(ColumnKind::Physical { data_type, primary_key })
    }

    fn watermark(&mut self, table: &mut CreateTable) -> SqlResult<()> {
        let position = self.position();
        self.expect_words(&["WATERMARK", "FOR"])?;
        let column = self.name("the event time column")?;
        self.expect_word("AS")?;
        let expr = self.expr()?;
        if table.watermark.is_some() {
            return Err(SqlError::at(position, "a table has at most one watermark"));
        }
        table.watermark = Some(Watermark { column, expr });
        Ok(())
    }

    fn primary_key(&mut self, table: &mut CreateTable) -> SqlResult<()> {
        if self.eat_word("CONSTRAINT") {
            self.identifier("the constraint's name")?;
        }
        let position = self.position();
        if self.peek_word("UNIQUE") {
            return self.not_offered("UNIQUE");
        }
        self.expect_words(&["PRIMARY", "KEY"])?;
        let columns = self.parenthesised(|p| p.identifier("a column's name"))?;
        set_primary_key(table, PrimaryKey { columns, enforced: self.enforced()?, position })
    }

    /// Whether a constraint is to be checked, which it is unless the text says NOT ENFORCED.
    fn enforced(&mut self) -> SqlResult<bool> {
        let not_enforced = self.eat_words(&["NOT", "ENFORCED"]);
        self.eat_word("ENFORCED");
        Ok(!not_enforced)
    }

    fn comment(&mut self) -> SqlResult<Option<String>> {
        if !self.eat_word("COMMENT") {
            return Ok(None);
        }
        self.string("the comment as a string in single quotes").map(Some)
    }

    /// `('key' = 'value', …)`, also empty.
    pub(super) fn options(&mut self) -> SqlResult<Vec<TableOption>> {
        self.expect_symbol("(")?;
        if self.eat_symbol(")") {
            return Ok(Vec::new());
        }
        let options = self.comma_list(|p| p.option("an option"))?;
        self.expect_symbol(")")?;
        Ok(options)
    }

    /// `'key' = 'value'`; `what` it is, as messages name it.
    pub(super) fn option(&mut self, what: &str) -> SqlResult<TableOption> {
        let position = self.position();
        let key = self.string(&format!("{what}'s name as a string in single quotes"))?;
        self.expect_symbol("=")?;
        let value_position = self.position();
        let value = self.string(&format!("{what}'s value as a string in single quotes"))?;
        Ok(TableOption { key, value, position, value_position })
    }

    /// Table hints after a name; only OPTIONS changes what a table is, others are refused rather than forgotten.
    pub(super) fn table_hints(&mut self) -> SqlResult<Vec<TableOption>> {
        if self.peek().kind != TokenKind::HintStart {
            return Ok(Vec::new());
        }
        self.take();
        let mut options = Vec::new();
        while !self.eat_symbol("*/") {
            if !self.eat_word("OPTIONS") {
                let what = format!("the hint {}", self.peek().text.to_ascii_uppercase());
                return self.not_offered(&what);
            }
            options.extend(self.options()?);
            self.eat_symbol(",");
        }
        Ok(options)
    }

    fn like(&mut self) -> SqlResult<Like> {
        let table: Name = self.name("a table's name")?;
        let mut rules = Vec::new();
        if self.eat_symbol("(") {
            while !self.eat_symbol(")") {
                rules.push(self.like_rule()?);
            }
        }
        Ok(Like { table, rules })
    }

    fn like_rule(&mut self) -> SqlResult<LikeRule> {
        let position = self.position();
        let merging = [
            ("INCLUDING", LikeMerging::Including),
            ("EXCLUDING", LikeMerging::Excluding),
            ("OVERWRITING", LikeMerging::Overwriting),
        ];
        let Some((_, merging)) = merging.into_iter().find(|(word, _)| self.eat_word(word)) else {
            return Err(self.unexpected("INCLUDING, EXCLUDING, OVERWRITING or ')'"));
        };
        let features = [
            ("ALL", LikeFeature::All),
            ("CONSTRAINTS", LikeFeature::Constraints),
            ("DISTRIBUTION", LikeFeature::Distribution),
            ("GENERATED", LikeFeature::Generated),
            ("METADATA", LikeFeature::Metadata),
            ("OPTIONS", LikeFeature::Options),
            ("PARTITIONS", LikeFeature::Partitions),
            ("WATERMARKS", LikeFeature::Watermarks),
        ];
        let Some((_, feature)) = features.into_iter().find(|(word, _)| self.eat_word(word)) else {
            return Err(self.unexpected("what to include, such as ALL or OPTIONS"));
        };
        Ok(LikeRule { merging, feature, position })
    }
}

fn set_primary_key(table: &mut CreateTable, key: PrimaryKey) -> SqlResult<()> {
    if table.primary_key.is_some() {
        return Err(SqlError::at(key.position, "a table has at most one primary key"));
    }
    table.primary_key = Some(key);
    Ok(())
}
