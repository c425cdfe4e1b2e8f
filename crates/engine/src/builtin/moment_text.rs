//! Reading dates and times as people and programs write them.
//!
//! Known are ISO 8601 in its long and short forms, numbers with `-`, `/` or `.` between them (the month first, unless it cannot
//! be one), names of months, times with or without seconds, fractions, `am` and `pm`. Days of the week, time zones and small
//! words are passed over. A text without a whole date is none: what is missing could only be guessed.

use super::moment::Moment;

/// Longer texts are no dates. In bytes.
const LONGEST: usize = 100;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What says nothing.
const PASSED_OVER: [&str; 13] =
    ["at", "on", "and", "ad", "of", "t", "z", "utc", "gmt", "st", "nd", "rd", "th"];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Digits, and the digits of a fraction if there is one.
    Number(String, Option<String>),
    /// Letters, in lower case.
    Word(String),
    /// Anything else but blanks.
    Sign(char),
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    /// The parts of the date in the order of the text.
    date: Vec<Part>,
    time: Option<[i64; 3]>,
    microsecond: i64,
    afternoon: Option<bool>,
}

/// A part of a date.
#[derive(Clone, Copy)]
struct Part {
    number: i64,
    /// It was written with more than two digits.
    is_year: bool,
    /// It was written as a name.
    is_month: bool,
}

/// The moment that a text says.
pub(super) fn read(text: &str) -> Option<Moment> {
    if text.len() > LONGEST {
        return None;
    }
    let tokens = tokens(text)?;
    let mut reading = Reading::default();
    let mut left = tokens.as_slice();
    while let Some(rest) = reading.take(left) {
        left = rest;
    }
    if left.is_empty() { reading.moment() } else { None }
}

impl Reading {
    /// Takes what stands first; nothing when it makes no sense there, or there is nothing left.
    fn take<'a>(&mut self, tokens: &'a [Token]) -> Option<&'a [Token]> {
        match tokens {
            [
                Token::Number(hour, None),
                Token::Sign(':'),
                Token::Number(minute, None),
                Token::Sign(':'),
                Token::Number(second, fraction),
                rest @ ..,
            ] => {
                self.set_time([number(hour)?, number(minute)?, number(second)?])?;
                self.microsecond = microseconds(fraction.as_deref().unwrap_or_default())?;
                Some(rest)
            }
            [Token::Number(hour, None), Token::Sign(':'), Token::Number(minute, None), rest @ ..] => {
                self.set_time([number(hour)?, number(minute)?, 0])?;
                Some(rest)
            }
            [Token::Number(hour, None), Token::Word(half), rest @ ..] if half_of_day(half).is_some() => {
                self.set_time([number(hour)?, 0, 0])?;
                self.afternoon = half_of_day(half);
                Some(rest)
            }
            [Token::Word(half), rest @ ..] if self.time.is_some() && half_of_day(half).is_some() => {
                self.afternoon = half_of_day(half);
                Some(rest)
            }
            // An offset from Greenwich, which does not count.
            [
                Token::Sign('+' | '-'),
                Token::Number(_, None),
                Token::Sign(':'),
                Token::Number(_, None),
                rest @ ..,
            ]
            | [Token::Sign('+' | '-'), Token::Number(_, None), rest @ ..]
                if self.time.is_some() =>
            {
                Some(rest)
            }
            [Token::Number(digits, fraction), rest @ ..] => {
                self.number(digits, fraction.as_deref())?;
                Some(rest)
            }
            [Token::Sign('-' | '/' | '.'), rest @ ..] if !self.date.is_empty() && self.date.len() < 3 => {
                Some(rest)
            }
            [Token::Sign(',' | ';'), rest @ ..] => Some(rest),
            [Token::Word(word), rest @ ..] => {
                self.word(word)?;
                Some(rest)
            }
            _ => None,
        }
    }

    fn number(&mut self, digits: &str, fraction: Option<&str>) -> Option<()> {
        let part = |from: usize, to: usize| digits.get(from..to).and_then(number);
        match (digits.len(), fraction) {
            // 20140605, 20140605102030
            (8 | 14, None) if self.date.is_empty() => {
                let date = [(part(0, 4)?, true), (part(4, 6)?, false), (part(6, 8)?, false)];
                self.date = date.map(|(number, is_year)| Part { number, is_year, is_month: false }).into();
                if digits.len() == 14 {
                    self.set_time([part(8, 10)?, part(10, 12)?, part(12, 14)?])?;
                }
                Some(())
            }
            // 1020 and 102030 behind a date
            (4, None) if self.date.len() == 3 => self.set_time([part(0, 2)?, part(2, 4)?, 0]),
            (6, fraction) if self.date.len() == 3 => {
                self.microsecond = microseconds(fraction.unwrap_or_default())?;
                self.set_time([part(0, 2)?, part(2, 4)?, part(4, 6)?])
            }
            (1..=4, None) if self.date.len() < 3 => {
                self.date.push(Part { number: number(digits)?, is_year: digits.len() > 2, is_month: false });
                Some(())
            }
            _ => None,
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let begins = |names: &[&str]| {
            let long_enough = word.len() >= 3;
            names.iter().position(|name| long_enough && name.starts_with(word))
        };
        let month = begins(&MONTHS).or_else(|| (word == "sept").then_some(8));
        if let Some(month) = month {
            if self.date.len() == 3 || self.date.iter().any(|part| part.is_month) {
                return None;
            }
            let number = i64::try_from(month).ok()? + 1;
            self.date.push(Part { number, is_year: false, is_month: true });
            return Some(());
        }
        (begins(&DAYS).is_some() || PASSED_OVER.contains(&word)).then_some(())
    }

    fn set_time(&mut self, time: [i64; 3]) -> Option<()> {
        self.time.is_none().then(|| self.time = Some(time))
    }

    fn moment(self) -> Option<Moment> {
        let [hour, minute, second] = self.time.unwrap_or_default();
        let hour = match (self.afternoon, hour) {
            (None, hour) => hour,
            (Some(is_afternoon), 1..=12) => hour % 12 + if is_afternoon { 12 } else { 0 },
            (Some(_), _) => return None,
        };
        Moment::at(date(&self.date)?, [hour, minute, second], self.microsecond)
    }
}

/// Year, month and day out of three parts in any order.
fn date(parts: &[Part]) -> Option<[i64; 3]> {
    let [first, second, third] = parts else { return None };
    let is_year = |part: &Part| part.is_year || part.number > 31;
    let numbers = if first.is_month {
        // June 5 2014, June 2014 5
        if is_year(second) { [second, first, third] } else { [third, first, second] }
    } else if second.is_month {
        // 5 June 2014, 2014 June 5
        if is_year(first) { [first, second, third] } else { [third, second, first] }
    } else if third.is_month {
        if is_year(first) { [first, third, second] } else { [second, third, first] }
    } else if is_year(first) {
        [first, second, third]
    } else if first.number > 12 {
        [third, second, first]
    } else {
        [third, first, second]
    };
    let [year, month, day] = numbers;
    Some([century(year), month.number, day.number])
}

/// Years of two digits are of this century up to 68, and of the last one from then on (POSIX, `strptime`, `%y`).
fn century(year: &Part) -> i64 {
    match year.number {
        _ if year.is_year => year.number,
        number @ 0..=68 => 2_000 + number,
        number => 1_900 + number,
    }
}

fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "am" | "a" => Some(false),
        "pm" | "p" => Some(true),
        _ => None,
    }
}

fn number(digits: &str) -> Option<i64> {
    digits.parse().ok()
}

/// The digits of a fraction of a second, cut off behind the sixth.
fn microseconds(fraction: &str) -> Option<i64> {
    let digits: String = fraction.chars().chain(std::iter::repeat('0')).take(6).collect();
    number(&digits)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut characters = text.chars().peekable();
    let mut tokens: Vec<Token> = Vec::new();
    while let Some(character) = characters.next() {
        let mut run = character.to_ascii_lowercase().to_string();
        let mut extend = |is_part: fn(&char) -> bool, run: &mut String| {
            while let Some(next) = characters.next_if(is_part) {
                run.push(next.to_ascii_lowercase());
            }
        };
        if character.is_ascii_digit() {
            extend(char::is_ascii_digit, &mut run);
            // A point behind seconds is one of a fraction.
            if let [.., Token::Number(_, None), Token::Sign('.')] = tokens.as_slice()
                && is_fraction(&tokens)
            {
                tokens.pop();
                if let Some(Token::Number(_, fraction)) = tokens.last_mut() {
                    *fraction = Some(run);
                }
            } else {
                tokens.push(Token::Number(run, None));
            }
        } else if character.is_ascii_alphabetic() {
            extend(char::is_ascii_alphabetic, &mut run);
            tokens.push(Token::Word(run));
        } else if character.is_ascii() {
            if !character.is_ascii_whitespace() {
                tokens.push(Token::Sign(character));
            }
        } else {
            return None;
        }
    }
    Some(tokens)
}

/// Whether digits behind a point are a fraction: of the seconds of a time, whether they are behind a `:` or in a run of six.
fn is_fraction(tokens: &[Token]) -> bool {
    match tokens {
        [.., Token::Sign(':'), Token::Number(_, None), Token::Sign('.')] => true,
        [.., Token::Number(digits, None), Token::Sign('.')] => digits.len() == 6,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(of: &str) -> Option<String> {
        read(of).map(|moment| super::super::text::plain(&moment.text()))
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, meant) in [
            ("2014-06-05", "2014-06-05 00:00:00"),
            ("20140605T102030.25", "2014-06-05 10:20:30.250000"),
            ("5.6.2014", "2014-05-06 00:00:00"),
            ("25.6.2014", "2014-06-25 00:00:00"),
            ("5 June 2014 at 3:04 pm", "2014-06-05 15:04:00"),
            ("Thursday, June 5th 2014 12am", "2014-06-05 00:00:00"),
            ("2014-06-05 10:20:30 +0200", "2014-06-05 10:20:30"),
            ("6/5/14", "2014-06-05 00:00:00"),
        ] {
            assert_eq!(text(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_whole_date_is_none() {
        for written in ["", "10:20", "June 2014", "2014", "2014-06-05 24:00", "2014-06-05 x", "1-2-3-4", "٣"]
        {
            assert_eq!(text(written), None, "{written}");
        }
    }
}
