//! The right column of the form: the deal, who takes part and how, what is ticked and reminded of.

use iced::widget::{column, row};
use iced::{Center, Top};

use super::super::{Line, Message, Problem};
use super::Fields;
use crate::domain::profile::Medium;
use crate::domain::task::{Availability, Priority, Rank};
use crate::domain::term::Dictionary;
use crate::domain::{Id, Term};
use crate::ui::style::spacing;
use crate::ui::widget::field::labelled;
use crate::ui::widget::{Element, choice, segmented, text};

impl<'a> Fields<'a, '_> {
    pub(super) fn right(self) -> Element<'a, Message> {
        let (locale, sheet) = (&self.context.locale, self.sheet);
        let task = &sheet.mine.task;
        let is_operation = task.rank == Rank::Operation;
        let is_missing = self.has(Problem::NoOne);
        let people = sheet.people.view(&sheet.mine, is_missing, self.context);
        let employees = self.context.catalog.employees.iter();
        let employees = employees.map(|one| (Some(one.id), one.short_name()));
        let nobody = (None, locale.text("task-controller-none"));
        let controller = choice::one_of(
            std::iter::once(nobody).chain(employees),
            task.controller,
            Message::Controller,
        );
        column![
            self.deal(),
            self.priority(),
            people,
            labelled(locale.text("task-controller"), controller),
            is_operation.then(|| self.availability()),
            is_operation.then(|| self.medium()),
            sheet.checklist.view(&sheet.mine, self.context),
            labelled(
                locale.text("task-reminders"),
                sheet.reminders.view(task, self.context, Message::Reminders)
            ),
        ]
        .spacing(spacing::M)
        .into()
    }

    fn priority(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let chosen = self.sheet.mine.task.priority;
        let all = Priority::ALL.iter().map(|one| {
            let words = locale.priority(*one);
            (words, *one == chosen, Message::Priority(*one))
        });
        let all = row![segmented::segmented(all)].align_y(Center);
        labelled(locale.text("task-priority"), all)
    }

    fn availability(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let chosen = self.sheet.mine.task.availability;
        let all = Availability::ALL.iter().map(|one| {
            let words = locale.availability(*one);
            (words, *one == chosen, Message::Availability(*one))
        });
        labelled(
            locale.text("task-availability"),
            row![segmented::segmented(all)],
        )
    }

    fn medium(self) -> Element<'a, Message> {
        let locale = &self.context.locale;
        let all = Medium::ALL.iter();
        let all = all.map(|one| (Some(*one), locale.medium(*one)));
        let none = (None, locale.text("task-medium-none"));
        let medium = choice::one_of(
            std::iter::once(none).chain(all),
            self.sheet.mine.task.medium,
            Message::Medium,
        );
        labelled(locale.text("task-medium"), medium)
    }

    /// What only a project says.
    fn deal(self) -> Option<Element<'a, Message>> {
        let locale = &self.context.locale;
        let task = &self.sheet.mine.task;
        if task.rank != Rank::Project {
            return None;
        }
        let amount = self
            .line(Line::Amount, "task-amount")
            .trailing(text::hint(task.currency.sign()))
            .error(self.error(Problem::Unread(Line::Amount), "task-amount-unread"));
        let expected = self
            .line(Line::Expected, "task-expected")
            .placeholder(locale.text("task-due-placeholder"))
            .error(self.error(Problem::Unread(Line::Expected), "task-when-unread"));
        let stages = self.context.catalog.terms(Dictionary::DealStage);
        let stages = stages.map(|term| (Some(term.id), term.name.clone()));
        let none: (Option<Id<Term>>, _) = (None, locale.text("task-stage-none"));
        let stage = choice::one_of(
            std::iter::once(none).chain(stages),
            task.stage,
            Message::Stage,
        );
        let levels = [2, 3, 4].map(|levels| {
            let is_chosen = task.levels == Some(levels);
            (levels.to_string(), is_chosen, Message::Levels(levels))
        });
        let levels = row![segmented::segmented(levels)];
        let deal = column![
            row![amount, expected].spacing(spacing::M).align_y(Top),
            labelled(locale.text("task-stage"), stage),
            labelled(locale.text("task-levels"), levels)
        ];
        Some(deal.spacing(spacing::M).into())
    }
}
