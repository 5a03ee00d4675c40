//! What a counterparty is to us.

/// What a counterparty is to us; one card may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// May buy one day.
    Potential,
    /// Buys now.
    Active,
    /// Has bought, and stopped.
    Former,
    /// Works with us.
    Partner,
    /// Works against us.
    Competitor,
}

impl Role {
    /// Every role, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Potential,
        Self::Active,
        Self::Former,
        Self::Partner,
        Self::Competitor,
    ];
}

/// A set of roles, one bit each in the order of [`Role::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Roles(i64);

impl Roles {
    /// The set whose bits are `bits`, as the file holds it.
    pub fn from_bits(bits: i64) -> Self {
        Self(bits & 0b1_1111)
    }

    /// The bits of the set, as the file holds it.
    pub fn bits(self) -> i64 {
        self.0
    }

    /// Whether `role` is among them.
    pub fn contains(self, role: Role) -> bool {
        self.0 & bit(role) != 0
    }

    /// The set with `role` put in or taken out.
    pub fn with(self, role: Role, is_in: bool) -> Self {
        if is_in {
            Self(self.0 | bit(role))
        } else {
            Self(self.0 & !bit(role))
        }
    }

    /// The roles of the set, in the order they are shown.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .into_iter()
            .filter(move |role| self.contains(*role))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles
            .into_iter()
            .fold(Self::default(), |set, role| set.with(role, true))
    }
}

fn bit(role: Role) -> i64 {
    1 << role as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_may_be_several_things_at_once() {
        let roles: Roles = [Role::Active, Role::Partner].into_iter().collect();
        assert!(roles.contains(Role::Partner) && !roles.contains(Role::Former));
        let left = roles.with(Role::Active, false);
        assert_eq!(left.iter().collect::<Vec<_>>(), [Role::Partner]);
        assert_eq!(Roles::from_bits(roles.bits()), roles);
    }
}
