//! The words that say what stands behind them: «ИНН», «р/с», «Юридический адрес», "IBAN".

use std::ops::Range;
use std::sync::LazyLock;

use super::spelling::SPELLINGS;
use super::text::{Kind, Text, Token};
use crate::domain::contact::Purpose;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Taxpayer number, also of another country.
    Inn,
    /// Reason code of registration.
    Kpp,
    /// Number of registration.
    Ogrn,
    /// Settlement account or IBAN.
    Account,
    /// BIK or SWIFT.
    Bik,
    /// Correspondent account.
    Correspondent,
    /// A bank.
    Bank,
    /// Full name of the organisation.
    FullName,
    /// Short name of the organisation.
    ShortName,
    /// Some name of the organisation.
    AnyName,
    /// An address for a purpose; `None` where it is not told.
    Address(Option<Purpose>),
    /// One address for two purposes.
    Both(Purpose, Purpose),
    /// A phone.
    Phone,
    /// A mobile phone.
    Mobile,
    /// A fax.
    Fax,
    /// An e-mail address.
    Email,
    /// A page.
    Web,
    /// A position whose holder is named.
    Director,
    /// The name of a person.
    PersonName,
    /// The position of a person.
    PositionName,
    /// Something we do not keep.
    Other,
}

impl Label {
    /// Whether a number stands behind it.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Inn | Self::Kpp | Self::Ogrn | Self::Account | Self::Bik | Self::Correspondent
        )
    }

    /// Whether it is a label wherever it stands; others begin a line or have a colon behind them.
    fn is_sure(self) -> bool {
        self.is_number() && self != Self::Account || self == Self::Other
    }

    /// Whether it needs a colon, a column or a new line behind it: its word stands in names too.
    fn needs_sign(self) -> bool {
        matches!(
            self,
            Self::AnyName | Self::Bank | Self::PersonName | Self::PositionName
        )
    }
}

struct Spelling {
    label: Label,
    words: Vec<&'static str>,
}

static LABELS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let each = SPELLINGS.iter().flat_map(|(label, all)| {
        all.split('|').map(|one| Spelling {
            label: *label,
            words: one.split_whitespace().filter(|word| *word != "№").collect(),
        })
    });
    let mut labels: Vec<Spelling> = each.collect();
    labels.sort_by_key(|spelling| std::cmp::Reverse(spelling.words.len()));
    labels
});

/// Labels that share a value, and where it stands.
#[derive(Debug)]
pub struct Field {
    /// The labels with their places.
    pub labels: Vec<(Label, Range<usize>)>,
    /// The value; empty where there is none.
    pub value: Range<usize>,
}

/// The labelled values of a text, in their order.
pub fn fields(text: &Text<'_>) -> Vec<Field> {
    let tokens = &text.tokens;
    let mut fields: Vec<Field> = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    while at < tokens.len() {
        if let Some((label, end)) = label_at(text, at) {
            let span = tokens[at].span.start..tokens[end - 1].span.end;
            let end = skip_explanation(text, end);
            match &mut open {
                Some(field) if field.can_share() => field.labels.push((label, span)),
                _ => {
                    fields.extend(open.take().map(|open| open.closed(text)));
                    open = Some(Open::new(label, span));
                }
            }
            if let Some(field) = &mut open {
                field.is_parted = has_colon(tokens, end);
            }
            at = end;
            continue;
        }
        let token = &tokens[at];
        if let Some(field) = &mut open {
            match token.kind {
                Kind::Break if field.ends_here(text, at) => {
                    fields.extend(open.take().map(|open| open.closed(text)));
                }
                Kind::Break => field.breaks += 1,
                Kind::Mark(mark) => field.pass(mark, &token.span),
                Kind::Word | Kind::Number => field.extend(&token.span),
            }
        }
        at += 1;
    }
    fields.extend(open.map(|open| open.closed(text)));
    fields
}

/// A field whose value is not read to its end.
struct Open {
    labels: Vec<(Label, Range<usize>)>,
    value: Option<Range<usize>>,
    breaks: usize,
    /// Whether a colon ended the last label.
    is_parted: bool,
}

impl Open {
    fn new(label: Label, span: Range<usize>) -> Self {
        Self {
            labels: vec![(label, span)],
            value: None,
            breaks: 0,
            is_parted: false,
        }
    }

    fn label(&self) -> Label {
        self.labels.last().map_or(Label::Other, |(label, _)| *label)
    }

    /// Whether the next label names the same value: «ИНН/КПП», or the next column of a header.
    fn can_share(&self) -> bool {
        self.value.is_none() && self.breaks == 0 && !self.is_parted
    }

    fn extend(&mut self, span: &Range<usize>) {
        match &mut self.value {
            Some(value) => value.end = span.end,
            None => self.value = Some(span.clone()),
        }
    }

    fn pass(&mut self, mark: char, span: &Range<usize>) {
        if let Some(value) = &mut self.value {
            value.end = span.end;
        } else if matches!(mark, '+' | '(' | '«' | '"' | '“' | '„' | '\'') {
            self.value = Some(span.clone());
        }
    }

    /// Whether the value ends with this line; an address goes on while the next line looks like one.
    fn ends_here(&self, text: &Text<'_>, at: usize) -> bool {
        let mut at = at;
        if let [number, point, ..] = &text.tokens[at + 1..]
            && number.kind == Kind::Number
            && matches!(point.kind, Kind::Mark('.' | ')'))
        {
            at += 2;
        }
        let next = text.tokens.get(at + 1);
        if self.value.is_none() {
            return self.breaks > 1;
        }
        let Some(next) =
            next.filter(|_| matches!(self.label(), Label::Address(_) | Label::Both(..)))
        else {
            return true;
        };
        if next.kind == Kind::Break || label_at(text, at + 1).is_some() {
            return true;
        }
        let line = text.slice(&text.line(next.span.start));
        !super::address::goes_on(line)
    }

    fn closed(self, text: &Text<'_>) -> Field {
        let value = self.value.map(|value| text.trimmed(&value));
        let end = self.labels.last().map_or(0, |(_, span)| span.end);
        Field {
            labels: self.labels,
            value: value.unwrap_or(end..end),
        }
    }
}

/// The label that begins at a token, and the token behind it.
fn label_at(text: &Text<'_>, at: usize) -> Option<(Label, usize)> {
    let tokens = &text.tokens;
    if tokens[at].kind != Kind::Word || text.is_taken(tokens[at].span.start) {
        return None;
    }
    LABELS.iter().find_map(|spelling| {
        let end = matches(tokens, at, &spelling.words)?;
        is_label(tokens, at, end, spelling).then_some((spelling.label, end))
    })
}

fn is_label(tokens: &[Token], at: usize, end: usize, spelling: &Spelling) -> bool {
    let before = at.checked_sub(1).map(|before| tokens[before].kind);
    let begins = begins(tokens, at);
    let after = tokens.get(end);
    let is_signed = has_colon(tokens, end)
        || after.is_some_and(|token| matches!(token.kind, Kind::Mark('\t' | '|' | '=')))
        || begins && after.is_none_or(|token| token.kind == Kind::Break);
    let is_dashed = after.is_some_and(|token| token.kind == Kind::Mark('-'))
        && tokens[end - 1].span.end < tokens[end].span.start;
    let leads_number = after
        .filter(|token| matches!(token.kind, Kind::Mark('№' | '.' | '#')))
        .and_then(|_| tokens.get(end + 1))
        .or(after)
        .is_some_and(|token| matches!(token.kind, Kind::Number | Kind::Mark('+' | '(')));
    let is_letter = spelling.words.iter().all(|word| word.chars().count() == 1);
    let label = spelling.label;
    match label {
        // One letter alone means a phone or a fax only before a number.
        Label::Phone | Label::Fax if is_letter => leads_number || has_colon(tokens, end),
        Label::Phone | Label::Mobile | Label::Fax => {
            begins || is_signed || leads_number || shares(tokens, end)
        }
        Label::Bank => begins && (is_signed || is_dashed) || leads_bank(tokens, at, end, begins),
        label if label.needs_sign() => begins && (is_signed || is_dashed) || has_colon(tokens, end),
        Label::Account if spelling.words.len() == 1 => begins || is_signed || leads_number,
        Label::Address(Some(_)) if spelling.words.len() == 1 => {
            begins && (is_signed || is_dashed || shares(tokens, end))
        }
        label if label.is_sure() => true,
        Label::Account | Label::Correspondent => true,
        _ => {
            begins
                || is_signed
                || before == Some(Kind::Mark(','))
                || before == Some(Kind::Mark('/'))
        }
    }
}

/// Whether a line, a column or a point of a list begins at a token.
fn begins(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let is_apart = tokens[before].span.end < tokens[at].span.start;
    match tokens[before].kind {
        Kind::Break | Kind::Mark('\t' | '|' | ';' | '•' | '*' | '·') => true,
        Kind::Mark('-') => is_apart,
        // «3. ИНН»: the number of a point begins the line itself.
        Kind::Mark('.' | ')') => {
            let number = before
                .checked_sub(1)
                .filter(|at| tokens[*at].kind == Kind::Number);
            number.is_some_and(|number| {
                let line = number.checked_sub(1).map(|at| tokens[at].kind);
                matches!(line, None | Some(Kind::Break))
            })
        }
        _ => false,
    }
}

/// «Банк ПАО Сбербанк»: the word announces a name that has a beginning of its own.
fn leads_bank(tokens: &[Token], at: usize, end: usize, begins: bool) -> bool {
    const FORMS: [&str; 9] = [
        "ао",
        "пао",
        "оао",
        "зао",
        "ооо",
        "кб",
        "филиал",
        "отделение",
        "акб",
    ];
    let leads = tokens
        .get(end)
        .is_some_and(|token| FORMS.contains(&&*token.folded));
    (begins || end - at > 1) && leads || end - at > 1 && begins
}

/// «Тел./факс»: another label follows at once.
fn shares(tokens: &[Token], end: usize) -> bool {
    let marks = tokens[end..]
        .iter()
        .take_while(|token| matches!(token.kind, Kind::Mark('.' | '/' | ',' | '-')));
    marks.count() > 0
}

fn matches(tokens: &[Token], at: usize, words: &[&str]) -> Option<usize> {
    let mut next = at;
    for (count, word) in words.iter().enumerate() {
        let mut marks = 0;
        while count > 0 && is_joint(tokens.get(next)?) {
            next += 1;
            marks += 1;
        }
        let is_short = |word: &str| word != "и" && word.chars().count() == 1;
        if count > 0 && marks == 0 && (is_short(word) || is_short(words[count - 1])) {
            let is_apart = tokens.get(next)?.span.start > tokens[next - 1].span.end;
            let both = is_short(word) && is_short(words[count - 1]);
            // «в банк» is no label, «e mail» and «vat id» are.
            if is_apart && (both || !word.is_ascii()) {
                return None;
            }
        }
        let token = tokens.get(next)?;
        if token.kind != Kind::Word || token.folded != *word {
            return None;
        }
        next += 1;
    }
    // The point of an abbreviation belongs to it.
    let is_point = tokens
        .get(next)
        .is_some_and(|token| token.kind == Kind::Mark('.'));
    Some(next + usize::from(is_point))
}

fn is_joint(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark('.' | '/' | '-' | '\\' | '\'' | '’' | '_' | '(' | ')')
    )
}

fn has_colon(tokens: &[Token], end: usize) -> bool {
    tokens
        .get(end)
        .is_some_and(|token| token.kind == Kind::Mark(':'))
}

/// Behind «Расчётный счёт в рублях:» the value begins at the colon.
fn skip_explanation(text: &Text<'_>, end: usize) -> usize {
    const FARTHEST: usize = 6;
    let tokens = &text.tokens;
    for (at, token) in tokens.iter().enumerate().skip(end).take(FARTHEST) {
        match token.kind {
            Kind::Mark(':') => return at,
            Kind::Break | Kind::Number => break,
            Kind::Mark('\t' | '|' | ';' | ',' | '«' | '"' | '/') => break,
            Kind::Word if label_at(text, at).is_some() => break,
            _ => {}
        }
    }
    end
}
