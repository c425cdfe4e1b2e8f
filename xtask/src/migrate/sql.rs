//! A text of SQL as statements, words and comments.
//!
//! The words come from the tokenizer of `sqlparser`, which knows how each engine quotes. Its parser is not asked: it does not read
//! everything that MariaDB does (`PERSISTENT`), and a migration that cannot be parsed could not be checked at all.

use sqlparser::tokenizer::{Token, TokenWithSpan, Whitespace};
use statehouse_migration_text::statements::{self, Unreadable};

use super::folders::Engine;

/// One statement, with the comments before and in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Statement {
    /// Where it begins, counted from 1.
    pub line: usize,
    pub terms: Vec<Term>,
    pub comments: Vec<Comment>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    pub line: usize,
    pub text: String,
}

/// The smallest part of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// A keyword or a name.
    Word(String),
    /// A name in quotes, which is no keyword.
    Quoted(String),
    Open,
    Close,
    Comma,
    Period,
    /// Whatever else: a text, a number, an operator.
    Other(String),
}

/// The statements of a text, and the comments behind the last one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Script {
    pub statements: Vec<Statement>,
    pub rest: Vec<Comment>,
}

/// Ended where the runner ends them.
pub(super) fn read(engine: Engine, text: &str) -> Result<Script, Unreadable> {
    let script = statements::read(engine.into(), text)?;
    let statements = script.statements.into_iter().map(|statement| words(statement.tokens)).collect();
    Ok(Script { statements, rest: words(script.rest).comments })
}

fn words(tokens: Vec<TokenWithSpan>) -> Statement {
    let mut statement = Statement::default();
    for token in tokens {
        let line = usize::try_from(token.span.start.line).unwrap_or(usize::MAX);
        let term = match token.token {
            Token::Whitespace(
                Whitespace::SingleLineComment { comment: text, .. } | Whitespace::MultiLineComment(text),
            ) => {
                statement.comments.push(Comment { line, text: text.trim().to_owned() });
                continue;
            }
            Token::Whitespace(_) | Token::EOF => continue,
            Token::Word(word) if word.quote_style.is_some() => Term::Quoted(word.value),
            Token::Word(word) => Term::Word(word.value),
            Token::LParen => Term::Open,
            Token::RParen => Term::Close,
            Token::Comma => Term::Comma,
            Token::Period => Term::Period,
            other => Term::Other(other.to_string()),
        };
        if statement.terms.is_empty() {
            statement.line = line;
        }
        statement.terms.push(term);
    }
    statement
}

/// Reads terms one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'t> {
    terms: &'t [Term],
}

impl<'t> Reader<'t> {
    pub fn new(terms: &'t [Term]) -> Self {
        Self { terms }
    }

    /// Goes past these keywords, if all of them come next.
    pub fn take(&mut self, keywords: &str) -> bool {
        let mut rest = self.terms;
        for keyword in keywords.split(' ') {
            match rest.split_first() {
                Some((Term::Word(word), after)) if word.eq_ignore_ascii_case(keyword) => rest = after,
                _ => return false,
            }
        }
        self.terms = rest;
        true
    }

    /// Goes past one of these, and says which.
    pub fn take_any(&mut self, choices: &[&'static str]) -> Option<&'static str> {
        choices.iter().find(|choice| self.take(choice)).copied()
    }

    /// Goes past a name, and the name of a schema before it.
    pub fn name(&mut self) -> Option<&'t str> {
        let (Term::Word(name) | Term::Quoted(name), mut rest) = self.terms.split_first()? else {
            return None;
        };
        let mut name = name;
        if let [Term::Period, Term::Word(second) | Term::Quoted(second), after @ ..] = rest {
            (name, rest) = (second, after);
        }
        self.terms = rest;
        Some(name)
    }

    /// Whether these keywords stand somewhere in what follows, outside of parentheses.
    pub fn has(&self, keywords: &str) -> bool {
        let mut depth = 0_usize;
        for (place, term) in self.terms.iter().enumerate() {
            match term {
                Term::Open => depth += 1,
                Term::Close => depth = depth.saturating_sub(1),
                _ if depth == 0 && Self::new(&self.terms[place..]).take(keywords) => return true,
                _ => {}
            }
        }
        false
    }

    /// Goes past everything up to and including these keywords; stays if they do not come.
    pub fn skip_past(&mut self, keywords: &str) -> bool {
        for place in 0..self.terms.len() {
            let mut rest = Self::new(&self.terms[place..]);
            if rest.take(keywords) {
                *self = rest;
                return true;
            }
        }
        false
    }

    /// Goes into a parenthesis, if one opens here.
    pub fn open(&mut self) -> bool {
        let opens = self.opens();
        self.terms = &self.terms[usize::from(opens)..];
        opens
    }

    /// Whether a parenthesis closes here.
    pub fn closes(&self) -> bool {
        self.terms.first() == Some(&Term::Close)
    }

    /// Whether a parenthesis opens here.
    pub fn opens(&self) -> bool {
        self.terms.first() == Some(&Term::Open)
    }

    /// What follows, in parts between commas that are not in parentheses.
    pub fn parts(&self) -> Vec<Self> {
        let mut depth = 0_usize;
        let is_end = |term: &Term| {
            match term {
                Term::Open => depth += 1,
                Term::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && *term == Term::Comma
        };
        self.terms.split(is_end).map(Self::new).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_quotes_in_its_way_and_nothing_in_quotes_ends_a_statement() {
        let texts = [
            (Engine::Sqlite, "-- why; so\nINSERT INTO \"a;b\" VALUES (';');\n\nDROP TABLE t; -- end"),
            (Engine::Postgres, "-- why; so\nINSERT INTO \"a;b\" VALUES (E'\\';');\n\nDROP TABLE t; -- end"),
            (Engine::Mysql, "-- why; so\nINSERT INTO `a;b` VALUES ('\\';');\n\nDROP TABLE t; -- end"),
        ];
        for (engine, text) in texts {
            let script = read(engine, text).unwrap();
            let lines: Vec<_> = script.statements.iter().map(|statement| statement.line).collect();
            assert_eq!(lines, [2, 4], "{engine:?}");
            assert_eq!(script.statements[0].comments, [Comment { line: 1, text: "why; so".into() }]);
            assert!(script.statements[0].terms.contains(&Term::Quoted("a;b".into())), "{engine:?}");
            assert_eq!(script.rest, [Comment { line: 4, text: "end".into() }]);
        }
    }

    #[test]
    fn the_body_of_a_trigger_is_part_of_it() {
        let trigger = "CREATE TRIGGER t BEFORE INSERT ON a BEGIN\n  SELECT CASE 1 WHEN 2 THEN 3 END;\n  SELECT 2;\nEND;\nDROP TABLE b";
        let block = "BEGIN NOT ATOMIC\n  SELECT 1;\n  SELECT 2;\nEND;\nDROP TABLE b";
        for (engine, text) in [(Engine::Sqlite, trigger), (Engine::Mysql, trigger), (Engine::Mysql, block)] {
            let statements = read(engine, text).unwrap().statements;
            let lines: Vec<_> = statements.iter().map(|statement| statement.line).collect();
            assert_eq!(lines, [1, 5], "{engine:?}: {text}");
        }
    }

    #[test]
    fn a_text_in_quotes_without_an_end_is_refused_with_its_line() {
        let error = read(Engine::Sqlite, "SELECT 1;\nSELECT 'x").unwrap_err().to_string();
        assert!(error.starts_with("line 2: "), "{error}");
    }
}
