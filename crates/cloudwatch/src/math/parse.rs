//! Expressions as text into trees. The text is at most 2,048 characters (the model says so); nesting is bounded here.

/// Deeper than any expression a person writes.
const DEPTH_MAX: usize = 64;
/// Operators of one expression: each may make the tree one deeper.
const OPERATORS_MAX: usize = 128;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    Number(f64),
    /// A series of the request.
    Id(String),
    /// A word in capitals that is no function call, such as `REPEAT`.
    Word(String),
    Text(String),
    Negate(Box<Expression>),
    Binary(Operator, Box<Expression>, Box<Expression>),
    Call(String, Vec<Expression>),
    List(Vec<Expression>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

impl Operator {
    /// A higher one binds more tightly.
    fn binding(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal
            | Self::Unequal
            | Self::Less
            | Self::LessOrEqual
            | Self::Greater
            | Self::GreaterOrEqual => 3,
            Self::Add | Self::Subtract => 4,
            Self::Multiply | Self::Divide => 5,
            Self::Power => 6,
        }
    }

    pub fn apply(self, left: f64, right: f64) -> f64 {
        let truth = |is: bool| f64::from(u8::from(is));
        match self {
            Self::Or => truth(left != 0.0 || right != 0.0),
            Self::And => truth(left != 0.0 && right != 0.0),
            Self::Equal => truth(left == right),
            Self::Unequal => truth(left != right),
            Self::Less => truth(left < right),
            Self::LessOrEqual => truth(left <= right),
            Self::Greater => truth(left > right),
            Self::GreaterOrEqual => truth(left >= right),
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Power => left.powf(right),
        }
    }
}

/// What an id of a query may look like.
pub(crate) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

pub(crate) fn parse(text: &str) -> Result<Expression, String> {
    if text.trim_start().get(..7).is_some_and(|word| word.eq_ignore_ascii_case("select ")) {
        return Err("Metrics Insights queries are not offered by Headwater".to_owned());
    }
    let mut parser = Parser { text, at: 0, depth: 0, operators: 0 };
    let expression = parser.binary(0)?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err(parser.unexpected()),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    operators: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&mut self) -> Option<char> {
        let skipped = self.rest().len() - self.rest().trim_start().len();
        self.at += skipped;
        self.rest().chars().next()
    }

    fn take(&mut self, token: &str) -> bool {
        self.peek();
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn unexpected(&mut self) -> String {
        match self.peek() {
            Some(found) => format!("unexpected '{found}' at position {}", self.at + 1),
            None => "the expression ends too early".to_owned(),
        }
    }

    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T, String>) -> Result<T, String> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(format!("the expression is nested more than {DEPTH_MAX} deep"));
        }
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// Operators that bind at least so tightly, from left to right.
    fn binary(&mut self, binding_min: u8) -> Result<Expression, String> {
        let mut left = self.nested(Self::unary)?;
        loop {
            let before = self.at;
            let Some(operator) = self.operator() else { return Ok(left) };
            if operator.binding() < binding_min {
                self.at = before;
                return Ok(left);
            }
            self.operators += 1;
            if self.operators > OPERATORS_MAX {
                return Err(format!("the expression has more than {OPERATORS_MAX} operators"));
            }
            // A power of a power is taken from the right.
            let next = operator.binding() + u8::from(operator != Operator::Power);
            let right = self.nested(|parser| parser.binary(next))?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
    }

    fn operator(&mut self) -> Option<Operator> {
        const SIGNS: &[(&str, Operator)] = &[
            ("||", Operator::Or),
            ("&&", Operator::And),
            ("==", Operator::Equal),
            ("!=", Operator::Unequal),
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("<", Operator::Less),
            (">", Operator::Greater),
            ("+", Operator::Add),
            ("-", Operator::Subtract),
            ("*", Operator::Multiply),
            ("/", Operator::Divide),
            ("^", Operator::Power),
        ];
        if let Some((_, operator)) = SIGNS.iter().find(|(sign, _)| self.take(sign)) {
            return Some(*operator);
        }
        let operator = match self.word() {
            "AND" => Operator::And,
            "OR" => Operator::Or,
            _ => return None,
        };
        self.at += self.word().len();
        Some(operator)
    }

    /// The word that begins here; not taken.
    fn word(&self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    }

    fn unary(&mut self) -> Result<Expression, String> {
        if self.take("-") {
            let inner = self.nested(|parser| parser.binary(Operator::Power.binding()))?;
            return Ok(Expression::Negate(Box::new(inner)));
        }
        match self.peek() {
            Some('(') => {
                self.at += 1;
                let inner = self.binary(0)?;
                if self.take(")") { Ok(inner) } else { Err(self.unexpected()) }
            }
            Some('[') => {
                self.at += 1;
                self.arguments("]").map(Expression::List)
            }
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some(c) if c.is_ascii_digit() || c == '.' => self.number(),
            Some(c) if c.is_ascii_alphabetic() => self.name(),
            _ => Err(self.unexpected()),
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Expression, String> {
        let inner = &self.rest()[1..];
        let end = inner.find(quote).ok_or("a quoted text does not end")?;
        self.at += end + 2;
        Ok(Expression::Text(inner[..end].to_owned()))
    }

    fn number(&mut self) -> Result<Expression, String> {
        let rest = self.rest().as_bytes();
        let mut end = rest.iter().take_while(|b| b.is_ascii_digit() || **b == b'.').count();
        if matches!(rest.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(rest.get(end + 1), Some(b'+' | b'-')));
            let digits = rest[end + 1 + sign..].iter().take_while(|b| b.is_ascii_digit()).count();
            if digits > 0 {
                end += 1 + sign + digits;
            }
        }
        let text = &self.rest()[..end];
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        let number = number.ok_or_else(|| format!("'{text}' is not a number"))?;
        self.at += end;
        Ok(Expression::Number(number))
    }

    fn name(&mut self) -> Result<Expression, String> {
        let word = self.word().to_owned();
        self.at += word.len();
        if self.take("(") {
            return self.arguments(")").map(|arguments| Expression::Call(word, arguments));
        }
        Ok(if is_id(&word) { Expression::Id(word) } else { Expression::Word(word) })
    }

    fn arguments(&mut self, end: &str) -> Result<Vec<Expression>, String> {
        let mut arguments = Vec::new();
        if self.take(end) {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.binary(0)?);
            if self.take(end) {
                return Ok(arguments);
            }
            if !self.take(",") {
                return Err(self.unexpected());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Result<f64, String> {
        fn of(expression: &Expression) -> f64 {
            match expression {
                Expression::Number(number) => *number,
                Expression::Negate(inner) => -of(inner),
                Expression::Binary(operator, left, right) => operator.apply(of(left), of(right)),
                other => panic!("no number: {other:?}"),
            }
        }
        parse(text).map(|expression| of(&expression))
    }

    #[test]
    fn operators_bind_as_in_school() {
        for (text, value) in [
            ("1 + 2 * 3", 7.0),
            ("(1 + 2) * 3", 9.0),
            ("8 / 4 / 2", 1.0),
            ("2 ^ 3 ^ 2", 512.0),
            ("-2 ^ 2", -4.0),
            ("1 - -1", 2.0),
            ("1.5e2 + .5", 150.5),
            ("1 < 2 AND 3 >= 3 || 0", 1.0),
            ("1 + 1 == 2 && 2 != 2", 0.0),
        ] {
            assert_eq!(number(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_expression_is_refused_with_its_place() {
        for text in
            ["", "1 +", "(1", "1)", "SUM(m1", "m1 m2", "1..2", "$", "\"x", "[1,", "SELECT AVG(x) FROM y"]
        {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("1 + )"), Err("unexpected ')' at position 5".to_owned()));
        assert!(parse(&"(".repeat(2_000)).is_err());
        assert!(parse(&"-".repeat(2_000)).is_err());
        assert!(parse(&["1"; 500].join("+")).is_err());
    }

    #[test]
    fn calls_lists_ids_and_words_are_told_apart() {
        let parsed = parse("IF(m1 > 0, SUM([m1, m2]), FILL(METRICS('e'), REPEAT))").expect("legal");
        let Expression::Call(name, arguments) = parsed else { panic!("a call") };
        assert_eq!((name.as_str(), arguments.len()), ("IF", 3));
    }

    proptest! {
        #[test]
        fn text_of_any_kind_is_parsed_or_refused(text in "\\PC{0,60}") {
            let _ = parse(&text);
        }

        #[test]
        fn tokens_in_any_order_are_parsed_or_refused(
            tokens in proptest::collection::vec(
                proptest::sample::select(vec!["m1", "(", ")", "[", "]", "+", "-", "1", ",", "SUM", "AND", "<", "^"]), 0..40
            )
        ) {
            let _ = parse(&tokens.concat());
        }
    }
}
