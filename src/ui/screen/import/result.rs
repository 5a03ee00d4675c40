//! The third and the fourth step: what would happen, and what has.

use iced::widget::{Row as Line, column, container, row};
use iced::{Fill, Padding};

use super::view::cell;
use super::{Context, Import, Message, Step, Tab};
use crate::exchange::import::{Example, Remark, Remarked};
use crate::i18n::Locale;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::table::{Column, Row, table};
use crate::ui::widget::{Element, Icon, badge, button, empty, note, tabs, text};

impl Import {
    pub(super) fn result<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        if let Some(work) = &self.work {
            return Self::working(work, locale);
        }
        let told = column![self.counts(locale), self.said(locale)].spacing(spacing::L);
        let told = container(told).padding(Padding::from([spacing::L, spacing::XL]));
        let list = column![
            tabs::tabs(self.tabs(locale), spacing::XL),
            self.list(locale)
        ]
        .height(Fill);
        column![told, list, self.buttons(context)].into()
    }

    /// What became of the rows, or would.
    fn counts<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let told = self.told();
        let updated = match self.step {
            Step::Done => "import-count-was-updated",
            _ => "import-count-updated",
        };
        let figures = [
            ("import-count-created", told.created, Tone::Free),
            (updated, told.updated, Tone::Accent),
            ("import-count-unchanged", told.unchanged, Tone::Neutral),
            ("import-count-doubtful", told.doubtful_rows(), Tone::Warning),
            ("import-count-refused", told.refused.len(), Tone::Busy),
        ];
        let cards = figures.map(|(label, count, tone)| {
            let figure = text::figure(locale.with("import-figure", &[("count", count.into())]));
            let figure = match count {
                0 => figure.style(surface::hint),
                _ if tone == Tone::Neutral => figure,
                _ => figure.style(surface::toned(tone)),
            };
            let card = column![figure, text::secondary(locale.text(label))].spacing(spacing::XS);
            container(card)
                .padding(spacing::L)
                .width(Fill)
                .style(surface::card)
                .into()
        });
        Line::with_children(cards).spacing(spacing::M).into()
    }

    /// The sentence under the figures.
    fn said<'a>(&self, locale: &Locale) -> Element<'a, Message> {
        let told = self.told();
        if let Some((which, path)) = &self.saved {
            let path = [("path", path.display().to_string().into())];
            let words = match which {
                Remarked::Refused => locale.with("import-saved", &path),
                Remarked::Doubtful => locale.with("import-saved-doubtful", &path),
            };
            return note::note(words, Tone::Free, None);
        }
        let (key, tone) = match self.step {
            Step::Done if told.created + told.updated == 0 => {
                ("import-done-nothing", Tone::Neutral)
            }
            Step::Done => ("import-done", Tone::Free),
            _ if told.created + told.updated == 0 => ("import-draft-nothing", Tone::Neutral),
            _ => ("import-draft", Tone::Accent),
        };
        let words = locale.with(key, &[("rows", told.rows.into())]);
        note::note(words, tone, None)
    }

    fn tabs<'a>(&self, locale: &Locale) -> Vec<tabs::Tab<'a, Message>> {
        let told = self.told();
        let changes = match self.step {
            Step::Done => "import-tab-changed",
            _ => "import-tab-changes",
        };
        let all = [
            (Tab::Refused, "import-tab-refused", told.refused.len()),
            (Tab::Doubtful, "import-tab-doubtful", told.doubtful_rows()),
            (Tab::Changes, changes, self.plan.examples.len()),
        ];
        let tabs = all.into_iter().map(|(tab, label, count)| {
            let tone = match tab {
                Tab::Refused if count > 0 => Tone::Busy,
                Tab::Doubtful if count > 0 => Tone::Warning,
                _ => Tone::Neutral,
            };
            let count = locale.with("import-figure", &[("count", count.into())]);
            let pressed = Message::TabChosen(tab);
            tabs::tab(locale.text(label), tab == self.tab, pressed).badge(badge::count(count, tone))
        });
        tabs.collect()
    }

    fn list<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let told = self.told();
        if self.listed() == 0 {
            let (title, words) = match self.tab {
                Tab::Refused => ("import-none-refused", "import-none-refused-hint"),
                Tab::Doubtful => ("import-none-doubtful", "import-none-doubtful-hint"),
                Tab::Changes => ("import-none-changes", "import-none-changes-hint"),
            };
            let (title, words) = (locale.text(title), locale.text(words));
            return empty::empty(Icon::CircleCheck, title, words, None);
        }
        let number = Column::new("row", locale.text("import-column-row"), 90.0).right();
        let (columns, build): (Vec<Column>, Build<'a>) = match self.tab {
            Tab::Refused => (vec![number, reason(locale)], remarks(&told.refused, locale)),
            Tab::Doubtful => (
                vec![number, reason(locale)],
                remarks(&told.doubtful, locale),
            ),
            Tab::Changes => {
                let client = Column::new("client", locale.text("import-column-client"), 260.0);
                let change = Column::new("change", locale.text("import-column-change"), 400.0);
                let columns = vec![number, client, change.grows()];
                (columns, examples(&self.plan.examples, locale))
            }
        };
        let list = table(&self.table, self.listed(), columns, build, Message::Table);
        container(list).style(surface::panel).height(Fill).into()
    }

    fn buttons<'a>(&self, context: &Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let told = self.told();
        let save = self.to_save().map(|which| {
            let label = match which {
                Remarked::Refused => locale.text("import-save-refused"),
                Remarked::Doubtful => locale.text("import-save-doubtful"),
            };
            let save = button::secondary(label).icon(Icon::Download);
            save.on_press(Message::SavePressed).reachable()
        });
        let left: Element<'a, Message> = row![save].into();
        let buttons = match self.step {
            Step::Done => {
                let undo = button::secondary(locale.text("import-undo"))
                    .icon(Icon::Undo)
                    .on_press_maybe(self.entry.map(|_| Message::UndoPressed));
                let leave = button::primary(locale.text("import-leave"));
                let look = button::secondary(locale.text("import-look-alike"))
                    .icon(Icon::Merge)
                    .on_press_maybe((told.created > 0).then_some(Message::LookAlikePressed));
                vec![look, undo, leave.on_press(Message::LeavePressed)]
            }
            _ => {
                let count = told.created + told.updated;
                let label = locale.with("import-start", &[("count", count.into())]);
                let start = button::primary(label)
                    .icon(Icon::Upload)
                    .tip("Ctrl Enter")
                    .on_press_maybe((count > 0).then_some(Message::StartPressed));
                let back = button::secondary(locale.text("import-back"));
                vec![back.on_press(Message::BackPressed), start]
            }
        };
        Self::foot(left, buttons)
    }
}

type Build<'a> = Box<dyn Fn(u64) -> Option<Row<'a, Message>> + 'a>;

fn reason(locale: &Locale) -> Column {
    Column::new("reason", locale.text("import-refused-reason"), 600.0).grows()
}

fn remarks<'a>(remarks: &'a [Remark], locale: &'a Locale) -> Build<'a> {
    Box::new(move |at| {
        let remark = remarks.get(usize::try_from(at).ok()?)?;
        let row = text::secondary(remark.row.to_string());
        Some(Row::new(vec![
            row.into(),
            cell(locale.row_fault(&remark.reason)),
        ]))
    })
}

fn examples<'a>(examples: &'a [Example], locale: &'a Locale) -> Build<'a> {
    Box::new(move |at| {
        let example = examples.get(usize::try_from(at).ok()?)?;
        let differences = example.differences.iter().map(|difference| {
            let label = locale.label(&difference.label);
            match difference.old.is_empty() {
                true => format!("{label}: {}", difference.new),
                false => format!("{label}: {} → {}", difference.old, difference.new),
            }
        });
        let words = differences.collect::<Vec<_>>().join(" · ");
        let row = text::secondary(example.row.to_string());
        Some(Row::new(vec![
            row.into(),
            cell(example.title.clone()),
            cell(words.replace('\n', " ")),
        ]))
    })
}
