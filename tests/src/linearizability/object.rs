//! What each thing is by itself: what an action does to it, and what may be answered.
//!
//! All objects are lists of values; a table and a policy hold one value at most.

use super::history::{Action, Outcome, Value};

/// What an object holds.
pub type Content = Vec<Value>;

/// What an object holds after an action with this outcome; none when that cannot have been the outcome. An action whose
/// outcome is not known does what it can.
pub fn step(content: &[Value], action: Action, outcome: &Outcome) -> Option<Content> {
    let possible = match outcome {
        Outcome::Done => !action.is_read() && !would_be_refused(content, action),
        Outcome::Refused => would_be_refused(content, action),
        Outcome::Content(seen) => action.is_read() && seen == content,
        Outcome::Unknown => true,
        Outcome::Nothing => return Some(content.to_vec()),
    };
    possible.then(|| after(content, action))
}

/// What an object holds after an action, which changes nothing if it is refused.
fn after(content: &[Value], action: Action) -> Content {
    if would_be_refused(content, action) {
        return content.to_vec();
    }
    match action {
        Action::Put(value) | Action::Create(value) => vec![value],
        Action::Delete => Vec::new(),
        Action::Append(value) => [content, &[value]].concat(),
        Action::Remove(value) => content.iter().copied().filter(|&there| there != value).collect(),
        Action::Get | Action::Peek => content.to_vec(),
    }
}

fn would_be_refused(content: &[Value], action: Action) -> bool {
    match action {
        Action::Create(_) => !content.is_empty(),
        Action::Delete => content.is_empty(),
        // The same rule twice is refused.
        Action::Append(value) => content.contains(&value),
        Action::Remove(value) => !content.contains(&value),
        Action::Put(_) | Action::Get | Action::Peek => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_decides_what_is_refused() {
        let cases = [
            (Action::Create(7), vec![], Some(vec![7]), None),
            (Action::Create(7), vec![1], None, Some(vec![1])),
            (Action::Delete, vec![1], Some(vec![]), None),
            (Action::Delete, vec![], None, Some(vec![])),
            (Action::Append(7), vec![1], Some(vec![1, 7]), None),
            (Action::Remove(1), vec![1, 7], Some(vec![7]), None),
            (Action::Remove(2), vec![1, 7], None, Some(vec![1, 7])),
            (Action::Put(7), vec![1], Some(vec![7]), None),
        ];
        for (action, before, done, refused) in cases {
            assert_eq!(step(&before, action, &Outcome::Done), done, "{action:?} on {before:?}");
            assert_eq!(step(&before, action, &Outcome::Refused), refused, "{action:?} on {before:?}");
            assert_eq!(
                step(&before, action, &Outcome::Unknown),
                done.or(refused),
                "{action:?} on {before:?}"
            );
        }
    }

    #[test]
    fn a_read_shows_what_is_there_and_nothing_else() {
        let seen = |values: &[Value]| step(&[1], Action::Get, &Outcome::Content(values.to_vec()));
        assert_eq!(seen(&[1]), Some(vec![1]));
        assert_eq!((seen(&[]), seen(&[2]), seen(&[1, 2])), (None, None, None));
        assert_eq!(step(&[1], Action::Get, &Outcome::Done), None);
    }
}
