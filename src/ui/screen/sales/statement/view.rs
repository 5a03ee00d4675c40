//! How the statement looks: the choice of a file, then its lines, and at their side whose one is.

use iced::widget::{Column, column, container, row, space};
use iced::{Center, Fill, Padding};

use super::{CLIENT, Message, PATH, Shown, Statement};
use crate::domain::Money;
use crate::exchange::statement::{Claim, Doubt, Entry, Verdict};
use crate::i18n::Locale;
use crate::ui::screen::{Context, leaving, pick};
use crate::ui::style::{MEDIUM, Tone, spacing, surface};
use crate::ui::widget::table::{Column as Head, Row, table};
use crate::ui::widget::{
    Element, Icon, badge, button, choice, ellipsis, field, line, note, progress, section, text,
};

/// The width of what stands at the side, and of the choice of a file, in logical pixels.
const SIDE: f32 = 360.0;
const CHOICE: f32 = 560.0;

impl Statement {
    /// The tab.
    pub fn body<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let body = match &self.draft {
            None => self.choice(&context.locale),
            Some(_) => self.lines(context),
        };
        container(body)
            .width(Fill)
            .height(Fill)
            .style(surface::panel)
            .into()
    }

    /// What becomes of what was decided and not entered.
    pub fn dialog<'a>(&self, context: &Context) -> Option<Element<'a, Message>> {
        let answers = (Message::Stay, Message::Discard);
        let save = Some(Message::StartPressed);
        self.is_leaving
            .then(|| leaving::view(&context.locale, save, answers))
    }

    /// The choice of a file.
    fn choice<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let path = field::field(locale.text("statement-path"), &self.path)
            .placeholder(locale.text("statement-path-hint"))
            .id(PATH)
            .on_input(Message::PathTyped)
            .on_submit(Message::PathSubmitted)
            .error(self.error.as_ref().map(|error| locale.error(error)));
        let choose = button::primary(locale.text("statement-choose"))
            .icon(Icon::FolderOpen)
            .on_press(Message::ChoosePressed)
            .reachable();
        let no_dialog = self
            .is_dialogless
            .then(|| note::under(locale.text("statement-no-dialog"), Tone::Warning));
        let told = column![
            text::title(locale.text("statement-title")),
            text::secondary(locale.text("statement-explained")),
            Element::from(path),
            choose,
            no_dialog,
        ]
        .spacing(spacing::L);
        let card = container(section::card(told)).max_width(CHOICE);
        container(card).padding(spacing::XL).center_x(Fill).into()
    }

    fn lines<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let list = row![
            container(self.table(&context.locale)).width(Fill),
            section::vertical_divider(),
            container(self.side(context)).width(SIDE).height(Fill),
        ];
        column![
            self.bar(context),
            self.told(&context.locale),
            section::divider(),
            list
        ]
        .into()
    }

    /// Which lines are shown, and what is done with them.
    fn bar<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let sorts = [
            (Shown::All, "statement-all"),
            (Shown::Sure, "statement-sure"),
            (Shown::Doubtful, "statement-doubtful"),
            (Shown::Known, "statement-known"),
            (Shown::Foreign, "statement-foreign"),
        ];
        let chips = sorts.map(|(shown, key)| {
            let count = self.count(shown);
            let label = locale.with(key, &[("count", count.into())]);
            choice::chip(label, shown == self.shown, Message::Shown(shown))
        });
        let sure = self.count(Shown::Sure);
        let may = sure > 0 && !context.is_read_only && self.work.is_none();
        let start = button::primary(locale.with("statement-enter", &[("count", sure.into())]))
            .icon(Icon::Download)
            .on_press_maybe(may.then_some(Message::StartPressed))
            .reachable();
        let another = button::secondary(locale.text("statement-another"))
            .on_press_maybe(self.work.is_none().then_some(Message::Another))
            .reachable();
        let bar = row![
            row(chips).spacing(spacing::XS),
            space().width(Fill),
            another,
            start
        ];
        container(bar.spacing(spacing::S).align_y(Center))
            .padding(Padding::from([spacing::S, spacing::XL]))
            .into()
    }

    /// How far the work is, or what came of it.
    fn told<'a>(&'a self, locale: &Locale) -> Option<Element<'a, Message>> {
        let told: Element<'a, Message> = if let Some(work) = &self.work {
            #[expect(clippy::cast_precision_loss, reason = "a part of one")]
            let part = work.done as f32 / work.total.max(1) as f32;
            let [done, total] = [work.done, work.total].map(|n| i64::try_from(n).unwrap_or(0));
            let count = [("done", done.into()), ("total", total.into())];
            let count = locale.with("statement-progress", &count);
            progress::progress(locale.text("statement-entering"), count, part)
                .cancel(locale.text("statement-stop"), Message::StopPressed)
                .into()
        } else if let Some(summary) = self.summary {
            let told = [
                ("entered", summary.entered.into()),
                ("known", summary.known.into()),
                ("doubtful", summary.doubtful.into()),
            ];
            note::note(locale.with("statement-entered", &told), Tone::Free, None)
        } else {
            let unreadable = self.draft.as_ref()?.plan.unreadable.len();
            let told = [("count", unreadable.into())];
            let words = || locale.with("statement-unreadable", &told);
            (unreadable > 0).then(|| note::note(words(), Tone::Warning, None))?
        };
        let told = container(told).padding(Padding::from([0.0, spacing::XL]).bottom(spacing::S));
        Some(told.into())
    }

    fn table<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let columns = vec![
            Head::new("date", locale.text("payments-date"), 104.0).whole(),
            Head::new("amount", locale.text("payments-amount"), 130.0)
                .right()
                .whole(),
            Head::new("payer", locale.text("statement-payer"), 180.0)
                .narrowest(110.0)
                .grows(),
            Head::new("purpose", locale.text("payments-purpose"), 180.0).narrowest(90.0),
            Head::new("state", locale.text("statement-state"), 260.0).narrowest(170.0),
        ];
        let build = move |row: u64| {
            let at = *self.rows.get(usize::try_from(row).ok()?)?;
            let entry = self.entries().get(at)?;
            let is_at = self.table.cursor() == Some(row);
            Some(Row::new(self.cells(at, entry, locale)).selected(is_at))
        };
        let count = self.rows.len() as u64;
        table(&self.table, count, columns, build, Message::Table).into()
    }

    fn cells<'a>(
        &'a self,
        at: usize,
        entry: &'a Entry,
        locale: &Locale,
    ) -> Vec<Element<'a, Message>> {
        let line = &entry.line;
        let amount = ellipsis(locale.money(Money::new(line.amount, line.currency))).font(MEDIUM);
        let amount: Element<'a, Message> = match line.amount < 0 {
            true => amount.style(surface::toned(Tone::Busy)).into(),
            false => amount.into(),
        };
        let (words, tone) = self.standing(at, entry, locale);
        vec![
            ellipsis(locale.date(line.paid_on))
                .style(surface::secondary)
                .into(),
            amount,
            ellipsis(line.name.as_str()).into(),
            ellipsis(line.purpose.as_str())
                .style(surface::secondary)
                .into(),
            badge::badge(words, tone),
        ]
    }

    /// What becomes of a line, in words.
    fn standing(&self, at: usize, entry: &Entry, locale: &Locale) -> (String, Tone) {
        match (&entry.verdict, self.claims.get(&at)) {
            (Verdict::Known, _) => (locale.text("statement-is-known"), Tone::Neutral),
            (_, Some(claim)) | (Verdict::Sure(claim), None) => {
                (self.named(claim, locale), Tone::Free)
            }
            (Verdict::Doubtful { why, .. }, None) => (doubt(*why, locale), Tone::Warning),
            (Verdict::Foreign, None) => (locale.text("statement-is-foreign"), Tone::Neutral),
        }
    }

    /// Whose a line is, and for which invoices.
    fn named(&self, claim: &Claim, locale: &Locale) -> String {
        let Some(draft) = &self.draft else {
            return String::new();
        };
        let client = draft.clients.get(&claim.client);
        let client = client.map(String::as_str).unwrap_or_default();
        let invoices = claim
            .invoices
            .iter()
            .filter_map(|id| draft.invoices.get(id));
        let invoices: Vec<&str> = invoices.map(String::as_str).collect();
        match invoices.is_empty() {
            true => client.to_owned(),
            false => {
                let told = [
                    ("client", client.into()),
                    ("invoices", invoices.join(", ").into()),
                ];
                locale.with("statement-claim", &told)
            }
        }
    }

    /// Everything about the line under the cursor, and whose it may be.
    fn side<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let entry = self
            .place()
            .and_then(|at| Some((at, self.entries().get(at)?)));
        let Some((at, entry)) = entry else {
            return space().into();
        };
        let said = &entry.line;
        let money = locale.money(Money::new(said.amount, said.currency));
        let facts = [
            ("statement-payer", said.name.clone()),
            ("statement-inn", said.inn.clone()),
            ("statement-account", said.account.clone()),
            ("payments-number", said.number.clone()),
            ("payments-purpose", said.purpose.clone()),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let facts =
            facts.map(|(key, value)| section::key_value(locale.text(key), text::body(value)));
        let (words, tone) = self.standing(at, entry, locale);
        let head = column![text::title(money), badge::badge(words, tone)].spacing(spacing::S);
        let side = column![
            head,
            Column::from_iter(facts).spacing(spacing::S),
            self.decision(at, entry, context)
        ];
        let side = container(side.spacing(spacing::L)).padding(spacing::L);
        section::scrolled(side)
    }

    fn decision<'a>(
        &'a self,
        at: usize,
        entry: &'a Entry,
        context: &'a Context,
    ) -> Option<Element<'a, Message>> {
        let locale = &context.locale;
        if entry.verdict == Verdict::Known {
            return None;
        }
        let chosen = self.claims.get(&at);
        let proposals = self.proposals().iter().map(|claim| {
            let words = ellipsis(self.named(claim, locale)).width(Fill);
            let is_on = chosen == Some(claim);
            line::line(words, is_on, Message::Claimed(claim.clone()))
        });
        let proposals = Column::from_iter(proposals);
        let shown = pick::Shown {
            id: CLIENT,
            label: locale.text("statement-other-client"),
            error: None,
        };
        let pick = self
            .pick
            .view(shown, Message::ClientSubmitted, Message::Client, context);
        let undo = chosen.map(|_| {
            button::link(locale.text("statement-unclaim"))
                .on_press(Message::Unclaimed)
                .reachable()
        });
        let heading = section::section(locale.text("statement-whose"), undo);
        Some(column![heading, proposals, pick].spacing(spacing::S).into())
    }
}

fn doubt(why: Doubt, locale: &Locale) -> String {
    locale.text(match why {
        Doubt::UnknownPayer => "statement-unknown-payer",
        Doubt::SeveralPayers => "statement-several-payers",
        Doubt::NoInvoice => "statement-no-invoice",
        Doubt::OtherPayer => "statement-other-payer",
        Doubt::TooMuch => "statement-too-much",
    })
}
