//! The points for and against.

use super::alike::{distance, sorted};
use super::traits::{Phone, day_and_month};
use super::{Clue, Likeness, Reason, Traits, Verdict, likeness};
use crate::domain::client::Kind;
use crate::domain::requisites::check_inn;

/// What is known so far of two cards.
struct Tally<'a> {
    one: &'a Traits,
    other: &'a Traits,
    /// How many cards share a clue.
    shared: &'a dyn Fn(&Clue) -> usize,
    points: f32,
    reasons: Vec<(f32, Reason)>,
}

/// How alike two cards of one register are; `shared` tells how many cards have a clue, at least
/// these two.
pub fn compare(one: &Traits, other: &Traits, shared: &dyn Fn(&Clue) -> usize) -> Verdict {
    let mut tally = Tally {
        one,
        other,
        shared,
        points: 0.0,
        reasons: Vec::new(),
    };
    if one.kind != other.kind {
        return Verdict {
            score: 0,
            reasons: Vec::new(),
        };
    }
    let most = tally.numbers();
    match one.kind {
        Kind::Organization => tally.organization(),
        Kind::Person => tally.person(),
    }
    tally.contacts();
    let Tally {
        points,
        mut reasons,
        ..
    } = tally;
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    let score = points.clamp(0.0, most).round();
    Verdict {
        score: score as u8,
        reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
    }
}

/// What a like name adds where the two alone share something else.
const ALONE: f32 = 8.0;

impl Tally<'_> {
    fn add(&mut self, points: f32, reason: Reason) {
        self.points += points;
        self.reasons.push((points, reason));
    }

    /// A clue that more than two cards share counts for less with each of them.
    fn add_shared(&mut self, points: f32, clue: &Clue, reason: Reason) {
        let count = (self.shared)(clue).max(2);
        self.add(points * 2.0 / count as f32, reason);
    }

    /// Numbers of the state and of banks. Returns the most points the two can get.
    fn numbers(&mut self) -> f32 {
        let (one, other) = (self.one, self.other);
        let mut most = 100.0;
        if !one.inn.is_empty() && !other.inn.is_empty() {
            let is_right = |inn: &str| check_inn(inn).is_none();
            if one.inn == other.inn {
                if are_told_apart(&one.kpp, &other.kpp) {
                    // Branches: one company, but each a client of its own.
                    self.add(20.0, Reason::OtherKpp);
                    most = 50.0;
                } else {
                    self.add(80.0, Reason::SameInn);
                }
            } else if is_right(&one.inn) && is_right(&other.inn) {
                self.points -= 60.0;
            } else if distance(&one.inn, &other.inn) == 1 {
                self.add(30.0, Reason::SimilarInn);
            } else {
                self.points -= 25.0;
            }
        }
        if !one.ogrn.is_empty() && one.ogrn == other.ogrn {
            self.add(50.0, Reason::SameOgrn);
        }
        if let Some(account) = first_shared(&one.accounts, &other.accounts) {
            self.add_shared(40.0, &Clue::Account(account.clone()), Reason::SameAccount);
        }
        most
    }

    fn organization(&mut self) {
        let (one, other) = (self.one, self.other);
        let alike = [&one.name, &one.full_name]
            .into_iter()
            .flat_map(|a| [&other.name, &other.full_name].map(|b| likeness(a, b)))
            .max();
        let is_latin = one.is_latin != other.is_latin;
        match alike.unwrap_or(Likeness::Different) {
            Likeness::Same => {
                let reason = match is_latin {
                    true => Reason::OtherAlphabet,
                    false => Reason::SameName,
                };
                if self.is_alone_together() {
                    self.add(35.0 + ALONE, reason);
                } else {
                    let name = sorted(&one.name).concat();
                    self.add_shared(35.0, &Clue::Name(name), reason);
                }
            }
            Likeness::Slip(letters) => {
                let alone = if self.is_alone_together() { ALONE } else { 0.0 };
                let points = 28.0 - 3.0 * f32::from(letters) + alone;
                self.add(points, Reason::SimilarName(letters));
            }
            Likeness::Longer => self.add(15.0, Reason::LongerName),
            Likeness::Different => self.points -= 25.0,
        }
    }

    /// Whether a way to reach them, a place or an account is known of these two cards alone. A
    /// name they share then tells more than one that many bear: that both agree is no chance.
    fn is_alone_together(&self) -> bool {
        let (one, other) = (self.one, self.other);
        let alone = |clue: Clue| (self.shared)(&clue) <= 2;
        let is_alone = |own: &[String], others: &[String], clue: fn(String) -> Clue| {
            let mut shared = own.iter().filter(|text| others.contains(text));
            shared.any(|text| alone(clue(text.clone())))
        };
        let mut phones = one.phones.iter().filter(|phone| {
            let mut same = other.phones.iter();
            same.any(|same| same.key == phone.key)
        });
        phones.any(|phone| alone(Clue::Phone(phone.key.clone())))
            || is_alone(&one.emails, &other.emails, Clue::Email)
            || is_alone(&one.sites, &other.sites, Clue::Site)
            || is_alone(&one.addresses, &other.addresses, Clue::Address)
            || is_alone(&one.accounts, &other.accounts, Clue::Account)
    }

    fn person(&mut self) {
        let (one, other) = (self.one, self.other);
        let told_apart = |a: Option<_>, b: Option<_>| a.is_some() && b.is_some() && a != b;
        if told_apart(one.sex, other.sex) {
            self.points -= 60.0;
        }
        self.names();
        if let (Some(a), Some(b)) = (one.birthday, other.birthday) {
            if a == b {
                self.add(35.0, Reason::SameBirthday);
            } else if day_and_month(a) == day_and_month(b)
                && (a.year().is_none() || b.year().is_none())
            {
                self.add(25.0, Reason::SameBirthday);
            } else {
                self.points -= 45.0;
            }
        }
        match (one.employer, other.employer) {
            (Some(a), Some(b)) if a == b => self.add(25.0, Reason::SameEmployer),
            (Some(_), Some(_)) => self.points -= 5.0,
            _ => {}
        }
    }

    /// Surname, first name and patronymic, in whatever fields they were typed.
    fn names(&mut self) {
        let ([surname, first, patronymic], [surname2, first2, patronymic2]) =
            (&self.one.parts, &self.other.parts);
        let is_latin = self.one.is_latin != self.other.is_latin;
        if sorted(&self.one.name) == sorted(&self.other.name) && self.one.name.len() >= 2 {
            let reason = match is_latin {
                true => Reason::OtherAlphabet,
                false => Reason::SameName,
            };
            let points = if self.one.name.len() > 2 { 40.0 } else { 32.0 };
            self.add(points, reason);
            return;
        }
        let surnames = similar(surname, surname2);
        let initials = [self.one.initials, self.other.initials];
        let firsts = given(first, first2, initials.iter().any(|initials| initials[1]));
        let patronymics = given(patronymic, patronymic2, initials.iter().any(|i| i[2]));
        let (Some(slips), Some(firsts), Some(patronymics)) = (surnames, firsts, patronymics) else {
            self.points -= 50.0;
            return;
        };
        let letters = slips + firsts.slips + patronymics.slips;
        let loss = 4.0 * f32::from(letters);
        if firsts.is_initial || patronymics.is_initial {
            self.add(28.0 - loss, Reason::Initials);
        } else if first.is_empty() || first2.is_empty() {
            self.add(10.0 - loss, Reason::LongerName);
        } else if patronymic.is_empty() != patronymic2.is_empty() {
            self.add(30.0 - loss, Reason::SameFirstName);
        } else if letters > 0 {
            self.add(36.0 - loss, Reason::SimilarName(letters));
        } else {
            self.add(32.0, Reason::SameName);
        }
    }

    fn contacts(&mut self) {
        let (one, other) = (self.one, self.other);
        let points = match one.kind {
            Kind::Organization => 30.0,
            Kind::Person => 35.0,
        };
        let mut best: Option<(f32, Clue, bool)> = None;
        for phone in &one.phones {
            if let Some(same) = other.phones.iter().find(|same| same.key == phone.key) {
                let clue = Clue::Phone(phone.key.clone());
                let count = (self.shared)(&clue).max(2) as f32;
                if best.as_ref().is_none_or(|(least, ..)| count < *least) {
                    best = Some((count, clue, is_written_otherwise(phone, same)));
                }
            }
        }
        if let Some((_, clue, otherwise)) = best {
            self.add_shared(points, &clue, Reason::SamePhone(otherwise));
        }
        if let Some(email) = first_shared(&one.emails, &other.emails) {
            self.add_shared(35.0, &Clue::Email(email.clone()), Reason::SameEmail);
        }
        if let Some(site) = first_shared(&one.sites, &other.sites) {
            self.add_shared(20.0, &Clue::Site(site.clone()), Reason::SameSite);
        }
        if let Some(address) = first_shared(&one.addresses, &other.addresses) {
            self.add_shared(25.0, &Clue::Address(address.clone()), Reason::SameAddress);
        } else if first_shared(&one.cities, &other.cities).is_some() {
            self.add(5.0, Reason::SameCity);
        } else if !one.cities.is_empty() && !other.cities.is_empty() {
            self.points -= 15.0;
        }
    }
}

/// Whether both are known and differ.
fn are_told_apart(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

fn first_shared<'a>(one: &'a [String], other: &[String]) -> Option<&'a String> {
    one.iter().find(|text| other.contains(text))
}

fn is_written_otherwise(one: &Phone, other: &Phone) -> bool {
    one.typed != other.typed
}

/// How many letters two surnames differ in; `None` where they are others.
fn similar(one: &str, other: &str) -> Option<u8> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let slips = distance(one, other);
    let letters = one.chars().count().min(other.chars().count());
    let allowed = usize::from(letters >= 4) + usize::from(letters >= 9);
    u8::try_from(slips).ok().filter(|_| slips <= allowed)
}

/// How two first names or patronymics go together.
struct Given {
    slips: u8,
    is_initial: bool,
}

/// `None` where they are others; one that nobody knows goes with any.
fn given(one: &str, other: &str, is_initial: bool) -> Option<Given> {
    let slips = match (one, other) {
        ("", _) | (_, "") => 0,
        _ if is_initial => {
            let fits = one.starts_with(other) || other.starts_with(one);
            return fits.then_some(Given {
                slips: 0,
                is_initial,
            });
        }
        _ => similar(one, other)?,
    };
    Some(Given {
        slips,
        is_initial: false,
    })
}
