//! From text to tree, by recursive descent. Refusals carry the service's words.

use super::ast::{Comparison, Condition, Operand};
use super::token::{Placed, Token, tokens};
use super::update::{Action, SetOperand, Update};
use super::{BadExpression, Kind, Names, Path, Projection, Step, path, reserved};
use crate::value::Value;

/// Bytes of one expression.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters>
const EXPRESSION_BYTES_MAX: usize = 4 * 1024;
/// Operators and functions of one expression.
const OPERATORS_MAX: usize = 300;
/// Operands of IN.
const IN_OPERANDS_MAX: usize = 100;
/// Parentheses and NOTs within each other; ours, so that the stack has a bound.
const NESTING_MAX: usize = 64;
/// Steps of one document path.
const PATH_STEPS_MAX: usize = 32;

const TYPES: [&str; 10] = ["B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"];
const FUNCTIONS: [&str; 6] =
    ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"];
const UPDATE_FUNCTIONS: [&str; 2] = ["if_not_exists", "list_append"];

/// A condition, filter or key condition.
pub fn condition(kind: Kind, text: &str, names: &Names) -> Result<Condition, BadExpression> {
    let mut parser = Parser::new(kind, text, names)?;
    let condition = parser.or()?;
    parser.end()?;
    Ok(condition)
}

/// A list of paths, none of which leads through another.
pub fn projection(text: &str, names: &Names) -> Result<Projection, BadExpression> {
    let mut parser = Parser::new(Kind::Projection, text, names)?;
    let mut paths = vec![parser.path()?];
    while parser.accept(",") {
        paths.push(parser.path()?);
    }
    parser.end()?;
    path::check_apart(Kind::Projection, &paths)?;
    Ok(Projection { paths })
}

/// SET, REMOVE, ADD and DELETE, each at most once.
pub fn update(text: &str, names: &Names) -> Result<Update, BadExpression> {
    let mut parser = Parser::new(Kind::Update, text, names)?;
    let mut seen: Vec<&'static str> = Vec::new();
    let mut actions = Vec::new();
    while *parser.peek() != Token::End {
        let section = ["SET", "REMOVE", "ADD", "DELETE"].into_iter().find(|word| parser.is_word(word));
        let section = section.ok_or_else(|| parser.unexpected())?;
        if seen.contains(&section) {
            return Err(parser
                .bad(format!("The \"{section}\" section can only be used once in an update expression;")));
        }
        seen.push(section);
        parser.at += 1;
        loop {
            actions.push(parser.action(section)?);
            if !parser.accept(",") {
                break;
            }
        }
    }
    path::check_apart(Kind::Update, actions.iter().map(Action::path))?;
    Ok(Update { actions })
}

struct Parser<'a> {
    kind: Kind,
    text: &'a str,
    names: &'a Names,
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    operators: usize,
}

impl<'a> Parser<'a> {
    fn new(kind: Kind, text: &'a str, names: &'a Names) -> Result<Self, BadExpression> {
        let bad = |rest: String| BadExpression::of(kind, rest);
        if text.trim().is_empty() {
            return Err(bad("The expression can not be empty;".to_owned()));
        }
        if text.len() > EXPRESSION_BYTES_MAX {
            return Err(bad(format!(
                "Expression size has exceeded the maximum allowed size; expression size: {}",
                text.len()
            )));
        }
        let tokens = tokens(text).map_err(|found| {
            bad(format!("Syntax error; token: \"{}\", near: \"{}\"", found.token, found.near))
        })?;
        Ok(Self { kind, text, names, tokens, at: 0, depth: 0, operators: 0 })
    }

    fn bad(&self, rest: impl std::fmt::Display) -> BadExpression {
        BadExpression::of(self.kind, rest)
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.at].token
    }

    fn after_next(&self) -> Option<&Token> {
        self.tokens.get(self.at + 1).map(|placed| &placed.token)
    }

    fn is_symbol(&self, symbol: &str) -> bool {
        matches!(self.peek(), Token::Symbol(found) if *found == symbol)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Name(found) if found.eq_ignore_ascii_case(word))
    }

    fn accept(&mut self, symbol: &str) -> bool {
        let there = self.is_symbol(symbol);
        self.at += usize::from(there);
        there
    }

    fn accept_word(&mut self, word: &str) -> bool {
        let there = self.is_word(word);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, symbol: &str) -> Result<(), BadExpression> {
        if self.accept(symbol) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn end(&self) -> Result<(), BadExpression> {
        if *self.peek() == Token::End { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The next token does not belong here.
    fn unexpected(&self) -> BadExpression {
        let here = &self.tokens[self.at];
        let shown = match here.token {
            Token::End => "<EOF>",
            _ => &self.text[here.start..here.end],
        };
        let start = self.at.checked_sub(1).map_or(here.start, |before| self.tokens[before].start);
        let end = self.tokens.get(self.at + 1).map_or(here.end, |after| after.end);
        self.bad(format!("Syntax error; token: \"{shown}\", near: \"{}\"", &self.text[start..end]))
    }

    fn enter(&mut self) -> Result<(), BadExpression> {
        self.depth += 1;
        if self.depth > NESTING_MAX {
            return Err(self.bad("The expression has too many nested levels;"));
        }
        Ok(())
    }

    fn count_operator(&mut self) -> Result<(), BadExpression> {
        self.operators += 1;
        if self.operators > OPERATORS_MAX {
            return Err(self.bad(format!(
                "The expression contains too many operators; number of operators: {}, maximum: {OPERATORS_MAX}",
                self.operators
            )));
        }
        Ok(())
    }

    fn or(&mut self) -> Result<Condition, BadExpression> {
        let mut parts = vec![self.and()?];
        while self.accept_word("OR") {
            self.count_operator()?;
            parts.push(self.and()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::Or(parts) })
    }

    fn and(&mut self) -> Result<Condition, BadExpression> {
        let mut parts = vec![self.not()?];
        while self.accept_word("AND") {
            self.count_operator()?;
            parts.push(self.not()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::And(parts) })
    }

    fn not(&mut self) -> Result<Condition, BadExpression> {
        if !self.accept_word("NOT") {
            return self.primary();
        }
        self.count_operator()?;
        self.enter()?;
        let inner = self.not()?;
        self.depth -= 1;
        Ok(Condition::Not(Box::new(inner)))
    }

    fn primary(&mut self) -> Result<Condition, BadExpression> {
        if self.accept("(") {
            self.enter()?;
            let inner = self.or()?;
            self.expect(")")?;
            self.depth -= 1;
            return Ok(inner);
        }
        if let (Token::Name(name), Some(Token::Symbol("("))) = (self.peek(), self.after_next()) {
            let name = name.clone();
            if name != "size" {
                return self.function(&name);
            }
        }
        let is_size = self.is_word("size") && matches!(self.after_next(), Some(Token::Symbol("(")));
        let left = self.operand()?;
        self.comparison(left, is_size)
    }

    fn comparison(&mut self, left: Operand, is_size: bool) -> Result<Condition, BadExpression> {
        let comparison = match self.peek() {
            Token::Symbol(symbol) => Comparison::of_symbol(symbol),
            _ => None,
        };
        if let Some(comparison) = comparison {
            self.at += 1;
            self.count_operator()?;
            let right = self.operand()?;
            if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
                self.check_ordered(comparison.symbol(), [&left, &right])?;
            }
            if left == right && matches!(left, Operand::Path(_)) {
                return Err(self.bad(format!(
                    "The first operand must be distinct from the remaining operands for this operator or function; \
                     operator: {}, first operand: {}",
                    comparison.symbol(),
                    shown(&left)
                )));
            }
            return Ok(Condition::Compare(left, comparison, right));
        }
        if self.accept_word("BETWEEN") {
            self.count_operator()?;
            let low = self.operand()?;
            if !self.accept_word("AND") {
                return Err(self.unexpected());
            }
            let high = self.operand()?;
            self.check_ordered("BETWEEN", [&left, &low, &high])?;
            self.check_bounds(&low, &high)?;
            return Ok(Condition::Between(left, low, high));
        }
        if self.accept_word("IN") {
            self.count_operator()?;
            self.expect("(")?;
            let mut list = vec![self.operand()?];
            while self.accept(",") {
                list.push(self.operand()?);
            }
            self.expect(")")?;
            if list.len() > IN_OPERANDS_MAX {
                return Err(self.wrong_count("IN", list.len()));
            }
            return Ok(Condition::In(left, list));
        }
        if is_size && (*self.peek() == Token::End || self.is_symbol(")") || self.is_word("AND")) {
            return Err(self.misused("size"));
        }
        Err(self.unexpected())
    }

    /// Literals of a comparison by order must have one.
    fn check_ordered<'o>(
        &self,
        operator: &str,
        operands: impl IntoIterator<Item = &'o Operand>,
    ) -> Result<(), BadExpression> {
        for operand in operands {
            if let Operand::Value(value) = operand
                && !matches!(value, Value::String(_) | Value::Number(_) | Value::Binary(_))
            {
                return Err(self.wrong_type(operator, value));
            }
        }
        Ok(())
    }

    fn check_bounds(&self, low: &Operand, high: &Operand) -> Result<(), BadExpression> {
        let (Operand::Value(low), Operand::Value(high)) = (low, high) else { return Ok(()) };
        let place = format!(
            "lower bound operand: AttributeValue: {low}, upper bound operand: AttributeValue: {high}"
        );
        match super::evaluate::order(low, high) {
            None => Err(self.bad(format!(
                "The BETWEEN operator requires same data type for lower and upper bounds; {place}"
            ))),
            Some(std::cmp::Ordering::Greater) => Err(self.bad(format!(
                "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {place}"
            ))),
            Some(_) => Ok(()),
        }
    }

    /// A function that is a condition by itself.
    fn function(&mut self, name: &str) -> Result<Condition, BadExpression> {
        if !FUNCTIONS.contains(&name) {
            return Err(if UPDATE_FUNCTIONS.contains(&name) {
                self.bad(format!(
                    "The function is not allowed in a {} expression; function: {name}",
                    self.title()
                ))
            } else {
                self.bad(format!("Invalid function name; function: {name}"))
            });
        }
        self.count_operator()?;
        let mut arguments = self.arguments()?;
        let expected = if matches!(name, "attribute_exists" | "attribute_not_exists") { 1 } else { 2 };
        if arguments.len() != expected {
            return Err(self.wrong_count(name, arguments.len()));
        }
        let first = arguments.remove(0);
        let condition = match (name, arguments.pop()) {
            ("attribute_exists", _) => Condition::Exists(self.path_operand(name, first)?),
            ("attribute_not_exists", _) => Condition::NotExists(self.path_operand(name, first)?),
            ("attribute_type", Some(wanted)) => Condition::HasType(first, self.type_operand(wanted)?),
            ("begins_with", Some(prefix)) => {
                for operand in [&first, &prefix] {
                    match operand {
                        Operand::Value(Value::String(_) | Value::Binary(_)) | Operand::Path(_) => {}
                        Operand::Value(value) => return Err(self.wrong_type(name, value)),
                        Operand::Size(_) => return Err(self.misused("size")),
                    }
                }
                Condition::BeginsWith(first, prefix)
            }
            ("contains", Some(part)) => Condition::Contains(first, part),
            _ => return Err(self.wrong_count(name, 1)),
        };
        let goes_on = matches!(self.peek(), Token::Symbol(symbol) if Comparison::of_symbol(symbol).is_some());
        if goes_on { Err(self.misused(name)) } else { Ok(condition) }
    }

    fn title(&self) -> &'static str {
        match self.kind {
            Kind::Filter => "filter",
            Kind::KeyCondition => "key condition",
            _ => "condition",
        }
    }

    /// The operands between a function's parentheses; the next tokens are its name and `(`.
    fn arguments(&mut self) -> Result<Vec<Operand>, BadExpression> {
        self.at += 2;
        let mut arguments = vec![self.operand()?];
        while self.accept(",") {
            arguments.push(self.operand()?);
        }
        self.expect(")")?;
        Ok(arguments)
    }

    fn path_operand(&self, function: &str, operand: Operand) -> Result<Path, BadExpression> {
        match operand {
            Operand::Path(path) => Ok(path),
            _ => Err(self.bad(format!(
                "Operator or function requires a document path; operator or function: {function}"
            ))),
        }
    }

    fn type_operand(&self, operand: Operand) -> Result<String, BadExpression> {
        match operand {
            Operand::Value(Value::String(name)) if TYPES.contains(&name.as_str()) => Ok(name),
            Operand::Value(Value::String(name)) => Err(self.bad(format!(
                "Invalid attribute type name found; type: {name}, valid types: {{{}}}",
                TYPES.join(",")
            ))),
            Operand::Value(value) => Err(self.wrong_type("attribute_type", &value)),
            _ => Err(self.bad(
                "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: \
                 document path",
            )),
        }
    }

    fn operand(&mut self) -> Result<Operand, BadExpression> {
        if let Token::ValueRef(reference) = self.peek() {
            let value = self.names.value(self.kind, reference)?;
            self.at += 1;
            return Ok(Operand::Value(value));
        }
        if let (Token::Name(name), Some(Token::Symbol("("))) = (self.peek(), self.after_next()) {
            if name != "size" {
                return Err(if FUNCTIONS.contains(&name.as_str()) {
                    self.misused(name)
                } else {
                    self.bad(format!("Invalid function name; function: {name}"))
                });
            }
            self.count_operator()?;
            self.enter()?;
            let mut arguments = self.arguments()?;
            self.depth -= 1;
            if arguments.len() != 1 {
                return Err(self.wrong_count("size", arguments.len()));
            }
            return match arguments.remove(0) {
                Operand::Path(path) => Ok(Operand::Size(path)),
                Operand::Size(_) => Err(self.misused("size")),
                Operand::Value(value) => match super::evaluate::size(&value) {
                    Some(size) => Ok(Operand::Value(size)),
                    None => Err(self.wrong_type("size", &value)),
                },
            };
        }
        self.path().map(Operand::Path)
    }

    fn path(&mut self) -> Result<Path, BadExpression> {
        let attribute = self.path_name()?;
        let mut steps = Vec::new();
        loop {
            if self.accept(".") {
                steps.push(Step::Name(self.path_name()?));
            } else if self.accept("[") {
                let index = match self.peek() {
                    Token::Integer(index) => *index,
                    Token::HugeInteger(digits) => {
                        return Err(self.bad(format!(
                            "List index is not within the allowable range; index: [{digits}]"
                        )));
                    }
                    _ => return Err(self.unexpected()),
                };
                steps.push(Step::Index(index));
                self.at += 1;
                self.expect("]")?;
            } else {
                return Ok(Path { attribute, steps });
            }
            if steps.len() >= PATH_STEPS_MAX {
                return Err(self.bad(format!(
                    "The document path has too many nesting levels; nesting levels: {}",
                    steps.len() + 1
                )));
            }
        }
    }

    fn path_name(&mut self) -> Result<String, BadExpression> {
        let name = match self.peek() {
            Token::Name(name) if reserved::is_reserved(name) => {
                return Err(
                    self.bad(format!("Attribute name is a reserved keyword; reserved keyword: {name}"))
                );
            }
            Token::Name(name) => name.clone(),
            Token::NameRef(reference) => self.names.name(self.kind, reference)?,
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(name)
    }

    fn action(&mut self, section: &str) -> Result<Action, BadExpression> {
        let path = self.path()?;
        match section {
            "SET" => {
                self.expect("=")?;
                let value = self.set_value()?;
                Ok(Action::Set(path, value))
            }
            "REMOVE" => Ok(Action::Remove(path)),
            _ => {
                let Token::ValueRef(reference) = self.peek() else { return Err(self.unexpected()) };
                let value = self.names.value(self.kind, reference)?;
                self.at += 1;
                self.count_operator()?;
                let is_set = matches!(value, Value::StringSet(_) | Value::NumberSet(_) | Value::BinarySet(_));
                let legal = is_set || section == "ADD" && matches!(value, Value::Number(_));
                if !legal {
                    return Err(self.wrong_type(section, &value));
                }
                Ok(if section == "ADD" { Action::Add(path, value) } else { Action::Delete(path, value) })
            }
        }
    }

    fn set_value(&mut self) -> Result<SetOperand, BadExpression> {
        let left = self.set_operand()?;
        let plus = self.is_symbol("+");
        if !plus && !self.is_symbol("-") {
            return Ok(left);
        }
        self.at += 1;
        self.count_operator()?;
        let right = self.set_operand()?;
        for operand in [&left, &right] {
            if let SetOperand::Value(value) = operand
                && !matches!(value, Value::Number(_))
            {
                return Err(self.wrong_type(if plus { "+" } else { "-" }, value));
            }
        }
        let (left, right) = (Box::new(left), Box::new(right));
        Ok(if plus { SetOperand::Plus(left, right) } else { SetOperand::Minus(left, right) })
    }

    fn set_operand(&mut self) -> Result<SetOperand, BadExpression> {
        if self.accept("(") {
            self.enter()?;
            let inner = self.set_value()?;
            self.expect(")")?;
            self.depth -= 1;
            return Ok(inner);
        }
        if let (Token::Name(name), Some(Token::Symbol("("))) = (self.peek(), self.after_next()) {
            let name = name.clone();
            return self.set_function(&name);
        }
        if let Token::ValueRef(reference) = self.peek() {
            let value = self.names.value(self.kind, reference)?;
            self.at += 1;
            return Ok(SetOperand::Value(value));
        }
        self.path().map(SetOperand::Path)
    }

    fn set_function(&mut self, name: &str) -> Result<SetOperand, BadExpression> {
        if !UPDATE_FUNCTIONS.contains(&name) {
            return Err(if FUNCTIONS.contains(&name) {
                self.bad(format!("The function is not allowed in an update expression; function: {name}"))
            } else {
                self.bad(format!("Invalid function name; function: {name}"))
            });
        }
        self.count_operator()?;
        self.enter()?;
        self.at += 2;
        let mut arguments = vec![self.set_operand()?];
        while self.accept(",") {
            arguments.push(self.set_operand()?);
        }
        self.expect(")")?;
        self.depth -= 1;
        if arguments.len() != 2 {
            return Err(self.wrong_count(name, arguments.len()));
        }
        let second = Box::new(arguments.remove(1));
        let first = arguments.remove(0);
        if name == "if_not_exists" {
            let SetOperand::Path(path) = first else {
                return Err(self.bad(
                    "Operator or function requires a document path; operator or function: if_not_exists",
                ));
            };
            return Ok(SetOperand::IfNotExists(path, second));
        }
        for operand in [&first, &*second] {
            if let SetOperand::Value(value) = operand
                && !matches!(value, Value::List(_))
            {
                return Err(self.wrong_type(name, value));
            }
        }
        Ok(SetOperand::ListAppend(Box::new(first), second))
    }

    fn wrong_type(&self, operator: &str, value: &Value) -> BadExpression {
        self.bad(format!(
            "Incorrect operand type for operator or function; operator or function: {operator}, operand type: {}",
            value.type_name()
        ))
    }

    fn wrong_count(&self, operator: &str, count: usize) -> BadExpression {
        self.bad(format!(
            "Incorrect number of operands for operator or function; operator or function: {operator}, number of \
             operands: {count}"
        ))
    }

    fn misused(&self, function: &str) -> BadExpression {
        self.bad(format!(
            "The function is not allowed to be used this way in an expression; function: {function}"
        ))
    }
}

fn shown(operand: &Operand) -> String {
    match operand {
        Operand::Path(path) | Operand::Size(path) => path.to_string(),
        Operand::Value(value) => format!("AttributeValue: {value}"),
    }
}
