use crate::cli::condition;
use crate::domain::filter::canonical;
use crate::domain::listing::{Filter, Order};
use crate::domain::text::fold;
use crate::domain::{Client, Id, Progress};
use crate::error::{Error, Named, Result};
use crate::i18n::Locale;
use crate::workspace::Workspace;

/// Whom to write to
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Recipients {
    /// To the members of this group
    #[arg(long)]
    group: Option<String>,
    /// To those who pass this filter, such as: birthday within 7 days and group = VIP
    #[arg(long, value_name = "SENTENCE")]
    filter: Option<String>,
    /// To those whom this saved view shows
    #[arg(long)]
    view: Option<String>,
}

impl Recipients {
    /// Whom that means, by name: organisations, then persons.
    ///
    /// # Errors
    /// Where there is no such group or view, or the filter is not understood.
    pub fn clients(&self, workspace: &Workspace, locale: &Locale) -> Result<Vec<Id<Client>>> {
        let mut clients = Vec::new();
        for filter in self.filters(workspace, locale)? {
            let reader = workspace.read();
            clients.extend(reader.order(&filter, Order::default(), &Progress::default())?);
        }
        Ok(clients)
    }

    fn filters(&self, workspace: &Workspace, locale: &Locale) -> Result<Vec<Filter>> {
        if let Some(name) = &self.group {
            return of_group(workspace, name);
        }
        if let Some(name) = &self.view {
            return of_view(workspace, name).map(|filter| vec![filter]);
        }
        let sentence = self.filter.as_deref().unwrap_or_default();
        condition::both(sentence, workspace, locale)
    }
}

fn of_group(workspace: &Workspace, name: &str) -> Result<Vec<Filter>> {
    let catalog = workspace.read().catalog()?;
    let groups = catalog.groups.iter();
    let found = groups.filter(|group| fold(&group.name) == fold(name));
    let filters: Vec<_> = found
        .map(|group| Filter {
            groups: vec![group.id],
            ..Filter::all(group.kind)
        })
        .collect();
    match filters.is_empty() {
        true => Err(Error::NoGroup(name.to_owned())),
        false => Ok(filters),
    }
}

fn of_view(workspace: &Workspace, name: &str) -> Result<Filter> {
    let catalog = workspace.read().catalog()?;
    let mut views = catalog.views.iter();
    let view = views.find(|view| fold(&view.name) == fold(name));
    let none = || Error::NoneNamed {
        what: Named::View,
        name: name.to_owned(),
    };
    let view = view.ok_or_else(none)?;
    let condition =
        canonical::read(&view.filter, &catalog).map_err(|mistake| Error::UnclearFilter {
            text: view.filter.clone(),
            mistake: Box::new(mistake),
        })?;
    Ok(Filter {
        text: view.words.clone(),
        condition,
        ..Filter::all(view.kind)
    })
}
