//! The first step: whom letters go to.

use std::sync::Arc;

use iced::widget::{column, container, operation, space};
use iced::{Fill, Task as Command};

use crate::domain::filter::canonical;
use crate::domain::listing::{Filter, Order};
use crate::domain::{Client, Group, Id, Progress, SavedView};
use crate::error::{Error, Result};
use crate::i18n::Locale;
use crate::ui::screen::Context;
use crate::ui::style::{Tone, spacing, surface};
use crate::ui::widget::{Element, choice, field, note, segmented, text};

/// The list of groups.
const GROUP: &str = "letters.group";
/// The field of the filter.
const SENTENCE: &str = "letters.filter";

/// How many recipients are named before anything is checked.
const NAMED: usize = 8;

/// Where recipients come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Those who were selected in a list.
    Selection,
    /// The members of a group.
    Group,
    /// What a saved view shows.
    View,
    /// Those who pass a filter.
    Filter,
}

/// Whom letters go to.
#[derive(Debug)]
pub struct Recipients {
    source: Source,
    selection: Arc<Vec<Id<Client>>>,
    group: Option<Id<Group>>,
    view: Option<Id<SavedView>>,
    sentence: String,
    mistake: Option<String>,
    /// Counts the questions: a late answer to a former one is dropped.
    asked: u64,
    found: Option<Found>,
}

/// Who was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// All of them, in the order of their names.
    pub ids: Arc<Vec<Id<Client>>>,
    /// What the first of them are called.
    names: Vec<String>,
}

/// What happened in the step.
#[derive(Debug, Clone)]
pub enum Message {
    /// They come from elsewhere.
    SourceChosen(Source),
    /// The members of this group.
    GroupChosen(Option<Id<Group>>),
    /// What this view shows.
    ViewChosen(Option<Id<SavedView>>),
    /// The filter was typed.
    SentenceTyped(String),
    /// The filter is whole.
    SentenceSubmitted,
    /// Who was found for the question of that number.
    Found(u64, Result<Found>),
}

impl Recipients {
    /// Those selected in a list; none for the first group.
    pub fn new(selection: Vec<Id<Client>>, context: &Context) -> (Self, Command<Message>) {
        let source = match selection.is_empty() {
            true => Source::Group,
            false => Source::Selection,
        };
        let mut step = Self {
            source,
            selection: Arc::new(selection),
            group: context.catalog.groups.first().map(|group| group.id),
            view: context.catalog.views.first().map(|view| view.id),
            sentence: String::new(),
            mistake: None,
            asked: 0,
            found: None,
        };
        let command = Command::batch([step.ask(context), operation::focus(GROUP)]);
        (step, command)
    }

    /// Who was found; nobody while that is not known.
    pub fn ids(&self) -> Option<&Arc<Vec<Id<Client>>>> {
        let ids = &self.found.as_ref()?.ids;
        (!ids.is_empty() && self.mistake.is_none()).then_some(ids)
    }

    /// Takes in what happened; an error is for the app to tell.
    pub fn update(
        &mut self,
        message: Message,
        context: &Context,
    ) -> std::result::Result<Command<Message>, Error> {
        match message {
            Message::SourceChosen(source) => self.source = source,
            Message::GroupChosen(group) => self.group = group,
            Message::ViewChosen(view) => self.view = view,
            Message::SentenceTyped(sentence) => self.sentence = sentence,
            Message::SentenceSubmitted => {}
            Message::Found(asked, answer) => {
                if asked == self.asked {
                    self.found = Some(answer?);
                }
                return Ok(Command::none());
            }
        }
        Ok(self.ask(context))
    }

    /// Asks who they are.
    pub fn ask(&mut self, context: &Context) -> Command<Message> {
        self.asked += 1;
        self.mistake = None;
        self.found = None;
        let asked = self.asked;
        let selection = (self.source == Source::Selection).then(|| Arc::clone(&self.selection));
        let filters = match self.filters(context) {
            Ok(filters) => filters,
            Err(mistake) => {
                self.mistake = Some(mistake);
                Vec::new()
            }
        };
        let found = context.worker.list(move |reader| {
            let ids = match selection {
                Some(selection) => selection,
                None => {
                    let mut ids = Vec::new();
                    for filter in &filters {
                        let progress = Progress::default();
                        ids.extend(reader.order(filter, Order::default(), &progress)?);
                    }
                    Arc::new(ids)
                }
            };
            let first = reader.listings(&ids[..ids.len().min(NAMED)])?;
            let names = first.iter().map(|line| line.client.title()).collect();
            Ok(Found { ids, names })
        });
        Command::perform(found, move |found| Message::Found(asked, found))
    }

    /// What is asked of the registers; nothing where nothing is chosen yet.
    fn filters(&self, context: &Context) -> std::result::Result<Vec<Filter>, String> {
        let (catalog, locale) = (&context.catalog, &context.locale);
        match self.source {
            Source::Selection => Ok(Vec::new()),
            Source::Group => {
                let group = catalog.groups.iter().find(|one| Some(one.id) == self.group);
                Ok(group.map(of_group).into_iter().collect())
            }
            Source::View => {
                let view = catalog.views.iter().find(|one| Some(one.id) == self.view);
                let Some(view) = view else {
                    return Ok(Vec::new());
                };
                let condition = canonical::read(&view.filter, catalog)
                    .map_err(|mistake| locale.filter_mistake(&mistake, &view.filter))?;
                Ok(vec![Filter {
                    text: view.words.clone(),
                    condition,
                    ..Filter::all(view.kind)
                }])
            }
            Source::Filter if self.sentence.trim().is_empty() => Ok(Vec::new()),
            Source::Filter => locale
                .filters(&self.sentence, catalog)
                .map_err(|mistake| locale.filter_mistake(&mistake, &self.sentence)),
        }
    }

    /// The step.
    pub fn view<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let locale = &context.locale;
        let sources = [
            (Source::Selection, "letters-from-selection"),
            (Source::Group, "letters-from-group"),
            (Source::View, "letters-from-view"),
            (Source::Filter, "letters-from-filter"),
        ];
        let has_selection = !self.selection.is_empty();
        let sources = sources
            .into_iter()
            .filter(|(source, _)| has_selection || *source != Source::Selection);
        let sources = segmented::segmented(sources.map(|(source, key)| {
            let said = Message::SourceChosen(source);
            (locale.text(key), source == self.source, said)
        }));
        let told = column![
            text::title(locale.text("letters-whom")),
            text::secondary(locale.text("letters-whom-hint")),
        ]
        .spacing(spacing::XS);
        let card = column![told, sources, self.choice(context), self.told(locale)];
        let card = container(card.spacing(spacing::L))
            .padding(spacing::XL)
            .max_width(680)
            .style(surface::card);
        container(card).center_x(Fill).padding(spacing::XL).into()
    }

    /// What is chosen of the source.
    fn choice<'a>(&'a self, context: &'a Context) -> Element<'a, Message> {
        let (catalog, locale) = (&context.catalog, &context.locale);
        match self.source {
            Source::Selection => space().into(),
            Source::Group if catalog.groups.is_empty() => {
                text::secondary(locale.text("letters-no-groups")).into()
            }
            Source::Group => {
                let groups = catalog.groups.iter();
                let groups = groups.map(|group| (Some(group.id), group.name.clone()));
                let list = choice::one_of_as(GROUP, groups, self.group, Message::GroupChosen);
                field::labelled(locale.text("letters-group"), list)
            }
            Source::View if catalog.views.is_empty() => {
                text::secondary(locale.text("letters-no-views")).into()
            }
            Source::View => {
                let views = catalog.views.iter();
                let views = views.map(|view| (Some(view.id), view.name.clone()));
                let list = choice::one_of(views, self.view, Message::ViewChosen);
                field::labelled(locale.text("letters-view"), list)
            }
            Source::Filter => field::field(locale.text("letters-filter"), &self.sentence)
                .placeholder(locale.text("letters-filter-example"))
                .id(SENTENCE)
                .on_input(Message::SentenceTyped)
                .on_submit(Message::SentenceSubmitted)
                .error(self.mistake.clone())
                .into(),
        }
    }

    /// How many they are, and who the first.
    fn told<'a>(&'a self, locale: &Locale) -> Element<'a, Message> {
        let Some(found) = self.found.as_ref().filter(|_| self.mistake.is_none()) else {
            return space().height(40).into();
        };
        let count = found.ids.len();
        if count == 0 {
            return note::note(locale.text("letters-nobody"), Tone::Neutral, None);
        }
        let mut names = found.names.join(", ");
        if count > found.names.len() {
            names.push('…');
        }
        let told = [("count", count.into()), ("names", names.into())];
        note::note(locale.with("letters-found", &told), Tone::Accent, None)
    }
}

fn of_group(group: &Group) -> Filter {
    Filter {
        groups: vec![group.id],
        ..Filter::all(group.kind)
    }
}
