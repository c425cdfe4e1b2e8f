//! From tokens to statements, by recursive descent with one token of look-ahead.
//!
//! The grammar nests twice at most (a rule in an event, an atom in a modal): depth needs no bound of its own.

use std::sync::Arc;

use crate::ast::{Atom, Column, Event, Literal, Modal, Rule, Statement, TableRef, Term};
use crate::error::{RuleError, SyntaxError, quoted};
use crate::lexer::{Kind, Lexer, Token};
use crate::limit::{MAX_LITERALS, MAX_PROGRAM_BYTES, MAX_RULE_BYTES};
use crate::slip::{self, Place};
use crate::span::Span;
use crate::value::{Integer, Value};

/// Parses a text of any number of statements.
///
/// # Errors
/// The first place where the text stops making sense.
pub fn parse_program(text: &str) -> Result<Vec<Statement>, SyntaxError> {
    parse_within(text, MAX_PROGRAM_BYTES)
}

/// What a text of any number of statements says, and every place where it stops making sense.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// The statements that could be read, in order.
    pub statements: Vec<Statement>,
    /// What is wrong with the others, in order.
    pub errors: Vec<SyntaxError>,
}

/// Parses a text of any number of statements, and goes on behind a place that makes no sense: behind the next `;` or
/// `.`, or with the next line that something begins at the very start of. Without errors this is [`parse_program`].
#[must_use]
pub fn read_program(text: &str) -> Program {
    let mut program = Program::default();
    if let Err(error) = refuse_longer(text, MAX_PROGRAM_BYTES) {
        program.errors.push(error);
        return program;
    }
    // Begins as if behind a statement that was given up.
    let before = Token { kind: Kind::Sign(';'), span: Span::default() };
    let mut parser = Parser {
        text,
        lexer: Lexer::new(text),
        next: before,
        last: Span::default(),
        literals: 0,
        begun: 0,
        table: Arc::default(),
    };
    while let Err(error) = parser.resume(&mut program.statements) {
        parser.give_up(&error);
        program.errors.push(error);
        if parser.literals > MAX_LITERALS {
            break;
        }
    }
    program
}

/// Parses a text that holds exactly one rule or fact.
///
/// # Errors
/// The text is not in the language, or holds no statement, several, or an event.
pub fn parse_rule(text: &str) -> Result<Rule, RuleError> {
    let mut statements = parse_within(text, MAX_RULE_BYTES)?;
    let second = match statements.as_slice() {
        [first, second, ..] => Some((second.span().position, slip::between(text, first, second))),
        _ => None,
    };
    match (statements.pop(), second) {
        (None, _) => Err(RuleError::Empty),
        (Some(_), Some((position, hint))) => {
            Err(RuleError::SeveralStatements { found: statements.len() + 1, position, hint })
        }
        (Some(Statement::Event(event)), None) => Err(RuleError::Event { position: event.span.position }),
        (Some(Statement::Rule(rule)), None) => Ok(rule),
    }
}

/// Whether `text` can be the name of a policy: one relation of the language without a suffix. White space and
/// comments around it do not matter.
#[must_use]
pub fn is_policy_name(text: &str) -> bool {
    let table = Parser::new(text).and_then(|mut parser| {
        let (table, _) = parser.table_ref()?;
        parser.expect_end()?;
        Ok(table)
    });
    table.is_ok_and(|table| !table.table.ends_with(['+', '-']))
}

impl Statement {
    /// Where the statement stands, without the closing `;` or `.`.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Statement::Rule(rule) => rule.span,
            Statement::Event(event) => event.span,
        }
    }
}

fn parse_within(text: &str, limit: usize) -> Result<Vec<Statement>, SyntaxError> {
    refuse_longer(text, limit)?;
    let mut statements = Vec::new();
    Parser::new(text)?.program(&mut statements)?;
    Ok(statements)
}

fn refuse_longer(text: &str, limit: usize) -> Result<(), SyntaxError> {
    if text.len() <= limit {
        return Ok(());
    }
    let found = format!("a text of {} bytes", text.len());
    Err(SyntaxError::new(Span::default(), &found, &format!("at most {limit}"), None))
}

struct Parser<'text> {
    text: &'text str,
    lexer: Lexer<'text>,
    /// The next token, not yet taken.
    next: Token,
    /// Where the last taken token stands.
    last: Span,
    literals: usize,
    /// Where the statement begins that is being read.
    begun: usize,
    /// The table that was named last: facts of one table stand together, and share its name.
    table: Arc<str>,
}

type Parsed<T> = Result<T, SyntaxError>;

impl<'text> Parser<'text> {
    fn new(text: &'text str) -> Parsed<Self> {
        let mut lexer = Lexer::new(text);
        let next = lexer.next_token()?;
        Ok(Parser { text, lexer, next, last: Span::default(), literals: 0, begun: 0, table: Arc::default() })
    }

    fn program(&mut self, statements: &mut Vec<Statement>) -> Parsed<()> {
        let mut place = Place::Start;
        while self.next.kind != Kind::End {
            self.begun = self.next.span.start;
            statements.push(self.statement(place)?);
            place = Place::BehindStatement;
            if self.next_is(';') || self.next_is('.') {
                self.take()?;
                place = Place::Start;
            }
        }
        Ok(())
    }

    /// Goes on where [`Parser::give_up`] left off.
    fn resume(&mut self, statements: &mut Vec<Statement>) -> Parsed<()> {
        if self.next_is(';') || self.next_is('.') {
            self.take()?;
        }
        self.program(statements)
    }

    /// Skips what is left of a statement in which this is wrong.
    fn give_up(&mut self, error: &SyntaxError) {
        // What is no token has not been read; a token that cannot stand where it does has.
        let mut token = if self.lexer.offset() > error.span.start || self.next.kind == Kind::End {
            self.next.clone()
        } else {
            self.lexer.skip_to(error.span.end);
            self.token_behind_junk()
        };
        let begun = self.begun;
        let ends = |token: &Token| match token.kind {
            Kind::End | Kind::Sign(';' | '.') => true,
            _ => token.span.position.column == 1 && token.span.start > begun,
        };
        while !ends(&token) {
            token = self.token_behind_junk();
        }
        self.next = token;
    }

    /// The next token there is, whatever stands before it.
    fn token_behind_junk(&mut self) -> Token {
        loop {
            match self.lexer.next_token() {
                Ok(token) => return token,
                Err(error) => self.lexer.skip_to(error.span.end),
            }
        }
    }

    fn statement(&mut self, place: Place) -> Parsed<Statement> {
        let start = self.next.span;
        if let Kind::Modal(modal @ (Modal::Insert | Modal::Delete)) = self.next.kind {
            self.take()?;
            self.expect('[')?;
            return self.after_changing_modal(start, modal);
        }
        let first = self.literal(place)?;
        self.rule_from(start, first).map(Statement::Rule)
    }

    /// Behind `insert[` or `delete[`, either a rule follows, and all is an event; or an atom, and what was begun
    /// is the head of a rule.
    fn after_changing_modal(&mut self, start: Span, modal: Modal) -> Parsed<Statement> {
        let inside = self.next.span;
        let literal = self.literal(Place::Event)?;
        let is_plain = !literal.negated && literal.modal.is_none();
        if is_plain && self.next_is(']') {
            self.take()?;
            let span = start.to(self.last);
            let head = Literal { modal: Some(modal), span, ..literal };
            return self.rule_from(start, head).map(Statement::Rule);
        }
        let rule = self.rule_from(inside, literal)?;
        if rule.is_fact() {
            return Err(self.unexpected("`:-`, or `]` behind a single atom"));
        }
        let target = self.event_target()?;
        self.expect(']')?;
        let insert = modal == Modal::Insert;
        Ok(Statement::Event(Event { insert, rule, target, span: start.to(self.last) }))
    }

    /// `; "policy"` at the end of an event.
    fn event_target(&mut self) -> Parsed<Option<Arc<str>>> {
        if !(self.next_is(';') || self.next_is('.')) {
            return Ok(None);
        }
        self.take()?;
        match self.take()? {
            Token { kind: Kind::String(name), .. } => Ok(Some(name)),
            other => Err(self.unexpected_token(&other, "the name of a policy, as a string", None)),
        }
    }

    /// The rest of a rule whose first head has been read.
    fn rule_from(&mut self, start: Span, first: Literal) -> Parsed<Rule> {
        let mut heads = vec![first];
        self.further_literals(&mut heads)?;
        let mut body = Vec::new();
        if self.next.kind == Kind::If {
            self.take()?;
            body.push(self.literal(Place::Body)?);
            self.further_literals(&mut body)?;
        } else if heads.len() > 1 || heads.iter().any(|head| head.negated) {
            let hint = "several facts are several statements, and a fact cannot be negated";
            return Err(self.unexpected_token(&self.next, "`:-`", Some(hint)));
        }
        Ok(Rule { heads, body, span: start.to(self.last) })
    }

    fn further_literals(&mut self, literals: &mut Vec<Literal>) -> Parsed<()> {
        while self.next_is(',') {
            self.take()?;
            literals.push(self.literal(Place::Literal)?);
        }
        Ok(())
    }

    fn literal(&mut self, place: Place) -> Parsed<Literal> {
        self.literals += 1;
        if self.literals > MAX_LITERALS {
            let expected = format!("at most {MAX_LITERALS} in one text");
            return Err(SyntaxError::new(self.next.span, "one literal more", &expected, None));
        }
        let start = self.next.span;
        let negated = self.next.kind == Kind::Not;
        if negated {
            self.take()?;
        }
        let modal = match self.next.kind {
            Kind::Modal(modal) => Some(modal),
            _ => None,
        };
        let atom = if modal.is_some() {
            self.take()?;
            self.expect('[')?;
            let atom = self.atom(Place::Atom)?;
            self.expect(']')?;
            atom
        } else {
            self.atom(if negated { Place::Negated } else { place })?
        };
        Ok(Literal { negated, modal, atom, span: start.to(self.last) })
    }

    fn atom(&mut self, place: Place) -> Parsed<Atom> {
        if self.next.kind != Kind::Identifier {
            return Err(self.unexpected_at(&self.next, place));
        }
        let (table, start) = self.table_ref()?;
        let mut atom = Atom { table, arguments: Vec::new(), columns: Vec::new(), span: start };
        if self.next_is('(') {
            self.take()?;
            if !self.next_is(')') {
                self.parameters(&mut atom)?;
            }
            if !self.next_is(')') {
                return Err(self.unexpected_at(&self.next, Place::BehindArgument));
            }
            self.take()?;
        }
        atom.span = start.to(self.last);
        Ok(atom)
    }

    /// `policy:table+`: the first of several parts is the policy.
    fn table_ref(&mut self) -> Parsed<(TableRef, Span)> {
        let first = self.identifier("a table")?;
        if !matches!(self.next.kind, Kind::Sign(':' | '+' | '-')) {
            if *self.table != *first.of(self.text) {
                self.table = Arc::from(first.of(self.text));
            }
            return Ok((TableRef { policy: None, table: Arc::clone(&self.table) }, first));
        }
        let mut policy = None;
        let mut table = String::new();
        while self.next_is(':') {
            self.take()?;
            let part = self.identifier("a table")?;
            if policy.is_none() {
                policy = Some(Arc::from(first.of(self.text)));
            } else {
                table.push(':');
            }
            table.push_str(part.of(self.text));
        }
        if policy.is_none() {
            table.push_str(first.of(self.text));
        }
        if let Kind::Sign(suffix @ ('+' | '-')) = self.next.kind {
            self.take()?;
            table.push(suffix);
        }
        Ok((TableRef { policy, table: Arc::from(table) }, first))
    }

    fn parameters(&mut self, atom: &mut Atom) -> Parsed<()> {
        let mut columns = Vec::new();
        loop {
            let start = self.next.span;
            let (column, term) = self.parameter()?;
            match column {
                Some(column) => columns.push((column, term, start)),
                None if columns.is_empty() => atom.arguments.push(term),
                None => {
                    let expected = "a column, as in `name=x`";
                    let hint = "arguments by position come before those by column";
                    return Err(SyntaxError::new(start, &quoted(start.of(self.text)), expected, Some(hint)));
                }
            }
            if !self.next_is(',') {
                break;
            }
            self.take()?;
        }
        // Rules are kept for as long as they count.
        atom.arguments.shrink_to_fit();
        sort_columns(columns, atom)
    }

    fn parameter(&mut self) -> Parsed<(Option<Column>, Term)> {
        let token = self.take()?;
        if self.next_is('=') {
            let column = self.column(&token)?;
            self.take()?;
            let token = self.take()?;
            return self.term(&token).map(|term| (Some(column), term));
        }
        self.term(&token).map(|term| (None, term))
    }

    fn column(&self, token: &Token) -> Parsed<Column> {
        match &token.kind {
            Kind::Identifier => Ok(Column::Name(Arc::from(token.span.of(self.text)))),
            Kind::Integer(index) => index
                .to_i64()
                .and_then(|index| u32::try_from(index).ok())
                .map(Column::Index)
                .ok_or_else(|| self.unexpected_token(token, "a column number below 4294967296", None)),
            _ => Err(self.unexpected_token(token, "a column: a name, or a number counted from 0", None)),
        }
    }

    fn term(&mut self, token: &Token) -> Parsed<Term> {
        if token.kind == Kind::Identifier {
            let hint = "a string begins with its quote; prefixes have no meaning here";
            self.refuse_adjacent_string(token, hint)?;
            return Ok(Term::Variable(Arc::from(token.span.of(self.text))));
        }
        if let Some(value) = token.kind.constant() {
            return Ok(Term::Constant(value));
        }
        if token.kind == Kind::Sign('-') && self.next.span.start == token.span.end {
            let negative = match &self.next.kind {
                Kind::Integer(integer) => Some(Value::Integer(Integer::negated(integer))),
                Kind::Float(float) => Some(Value::from(-float)),
                _ => None,
            };
            if let Some(value) = negative {
                self.take()?;
                return Ok(Term::Constant(value));
            }
        }
        Err(self.unexpected_at(token, Place::Argument))
    }

    fn refuse_adjacent_string(&self, token: &Token, hint: &str) -> Parsed<()> {
        if matches!(self.next.kind, Kind::String(_)) && self.next.span.start == token.span.end {
            return Err(self.unexpected_token(&self.next, "`,` or `)`", Some(hint)));
        }
        Ok(())
    }

    fn identifier(&mut self, what: &str) -> Parsed<Span> {
        if self.next.kind != Kind::Identifier {
            return Err(self.unexpected(what));
        }
        self.take().map(|token| token.span)
    }

    fn next_is(&self, sign: char) -> bool {
        self.next.kind == Kind::Sign(sign)
    }

    fn take(&mut self) -> Parsed<Token> {
        let following = self.lexer.next_token()?;
        self.last = self.next.span;
        Ok(std::mem::replace(&mut self.next, following))
    }

    fn expect(&mut self, sign: char) -> Parsed<()> {
        if !self.next_is(sign) {
            return Err(self.unexpected(&format!("`{sign}`")));
        }
        self.take().map(drop)
    }

    fn expect_end(&mut self) -> Parsed<()> {
        if self.next.kind == Kind::End { Ok(()) } else { Err(self.unexpected("the end of the text")) }
    }

    fn unexpected_at(&self, token: &Token, place: Place) -> SyntaxError {
        self.unexpected_token(token, place.expected(), slip::instead(&token.kind, place))
    }

    fn unexpected(&self, expected: &str) -> SyntaxError {
        self.unexpected_token(&self.next, expected, None)
    }

    fn unexpected_token(&self, token: &Token, expected: &str, hint: Option<&str>) -> SyntaxError {
        let text = quoted(token.span.of(self.text));
        let found = match token.kind {
            Kind::End => "the end of the text".to_owned(),
            Kind::Not | Kind::Modal(_) if text != "`!`" => format!("the reserved word {text}"),
            _ => text,
        };
        SyntaxError::new(token.span, &found, expected, hint)
    }
}

/// Puts the columns in order and refuses one that has its value already.
fn sort_columns(mut columns: Vec<(Column, Term, Span)>, atom: &mut Atom) -> Parsed<()> {
    columns.sort_by(|(left, _, _), (right, _, _)| left.cmp(right));
    let positions = u32::try_from(atom.arguments.len()).unwrap_or(u32::MAX);
    for (column, _, span) in &columns {
        if matches!(column, Column::Index(index) if *index < positions) {
            let found = format!("column {column} again");
            let hint = "columns are counted from 0, and those given by position come first";
            return Err(SyntaxError::new(*span, &found, "each column once", Some(hint)));
        }
    }
    for pair in columns.windows(2) {
        if let [(first, _, _), (second, _, span)] = pair
            && first == second
        {
            return Err(SyntaxError::new(*span, &format!("column {second} again"), "each column once", None));
        }
    }
    atom.columns = columns.into_iter().map(|(column, term, _)| (column, term)).collect();
    Ok(())
}
