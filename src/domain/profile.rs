//! How a relationship stands: its stage, the part a person plays, the way to reach somebody.

/// A closed list of values that are kept by name.
macro_rules! named {
    ($(#[$about:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type {
            $($(#[$doc])* $variant,)+
        }

        impl $type {
            /// Every one, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in files and in the language of filters, the same for ever.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The one of that name.
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

pub(crate) use named;

named! {
    /// How far a relationship has come in its life cycle.
    Stage {
        /// Nothing has come back yet.
        Prospect = "prospect",
        /// Has answered, and has not bought.
        Responder = "responder",
        /// Buys.
        Active = "active",
        /// Bought once, and stopped.
        Former = "former",
    }
}

named! {
    /// By what people reach each other.
    Medium {
        /// By phone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// By a messenger.
        Messenger = "messenger",
        /// Face to face.
        Meeting = "meeting",
        /// By letter.
        Post = "post",
        /// By fax.
        Fax = "fax",
        /// On the web.
        Web = "web",
    }
}

named! {
    /// The part a person plays in the decisions of an organisation.
    PoliticalRole {
        /// Decides.
        DecisionMaker = "decision-maker",
        /// Has the decision maker's ear.
        Adviser = "adviser",
        /// Speaks for us.
        Supporter = "supporter",
        /// Speaks against us.
        Opponent = "opponent",
        /// Lets others through, or does not.
        Gatekeeper = "gatekeeper",
        /// Uses what we sell.
        User = "user",
        /// Pays.
        Payer = "payer",
    }
}

/// The greatest degree of influence; the least is 1.
pub const MOST_INFLUENCE: i64 = 5;
