//! The way from a screen to the database: lanes, each a thread with a connection of its own.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use iced::futures::channel::mpsc::UnboundedSender;
use iced::futures::channel::oneshot;
use iced::futures::future::BoxFuture;

use crate::domain::Progress;
use crate::error::{Error, Result};
use crate::workspace::{Contents, Reader, Workspace};

/// What will be known once the job is done.
pub type Answer<T> = BoxFuture<'static, Result<T>>;

/// Four lanes, so that neither an import nor a report nor both hold up a search.
#[derive(Clone)]
pub struct Worker {
    writing: Lane,
    questions: Lane,
    lists: Lane,
    background: Lane,
    contents: Contents,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Worker")
    }
}

impl Worker {
    /// Takes the workspace over, and opens a reading connection for each other lane.
    pub fn new(workspace: Workspace) -> Result<Self> {
        Ok(Self {
            questions: Lane::new("questions", workspace.reading()?)?,
            lists: Lane::new("lists", workspace.reading()?)?,
            background: Lane::new("background", workspace.reading()?)?,
            contents: workspace.contents().clone(),
            writing: Lane::new("writing", workspace)?,
        })
    }

    /// An operation; one waits for the other.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Workspace) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.writing.send(work)
    }

    /// A short question: a search, a card, a page of a list.
    pub fn read<T: Send + 'static>(
        &self,
        question: impl FnOnce(Reader<'_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.questions.send(|workspace| question(workspace.read()))
    }

    /// The order of a whole list, which may read a million rows.
    pub fn list<T: Send + 'static>(
        &self,
        question: impl FnOnce(Reader<'_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.lists.send(|workspace| question(workspace.read()))
    }

    /// A long question: an export, a count, a report.
    pub fn background<T: Send + 'static>(
        &self,
        question: impl FnOnce(Reader<'_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.background.send(|workspace| question(workspace.read()))
    }

    /// What is in attached files, for work that reads the database as well.
    pub fn contents(&self) -> Contents {
        self.contents.clone()
    }

    /// Work with what is in attached files, on a thread of its own.
    pub fn files<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Contents) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        let contents = self.contents.clone();
        begin("files", move || work(&contents))
    }
}

/// Work on a thread of its own, for once: opening a file, for one.
pub fn begin<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Answer<T> {
    let (reply, answer) = oneshot::channel();
    let started = thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || drop(reply.send(work())))
        .map_err(Error::failed("starting a thread"));
    Box::pin(async move {
        started?;
        answer.await.map_err(|_| Error::Closed)?
    })
}

/// Does `work` and tells meanwhile, some times a second, how far `progress` is.
pub fn watch<T>(
    progress: &Progress,
    report: UnboundedSender<(u64, u64)>,
    work: impl FnOnce() -> T,
) -> T {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let teller = scope.spawn(|| {
            while !is_over.load(Relaxed) {
                // Nobody listens any more where the screen is closed.
                let _ = report.unbounded_send(progress.state());
                thread::park_timeout(TELLING);
            }
        });
        let done = work();
        is_over.store(true, Relaxed);
        teller.thread().unpark();
        done
    })
}

/// Between two tidings of how far a work is.
const TELLING: Duration = Duration::from_millis(100);

type Job = Box<dyn FnOnce(&mut Workspace) + Send>;

/// One thread, one connection, and the jobs that wait for them.
#[derive(Clone)]
struct Lane {
    jobs: mpsc::Sender<Job>,
}

impl Lane {
    fn new(name: &str, mut workspace: Workspace) -> Result<Self> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || inbox.into_iter().for_each(|job| job(&mut workspace)))
            .map_err(Error::failed("starting a thread"))?;
        Ok(Self { jobs })
    }

    fn send<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Workspace) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |workspace| {
            // Nobody may be waiting any more: the screen that asked is closed.
            drop(reply.send(work(workspace)));
        });
        let sent = self.jobs.send(job).map_err(|_| Error::Closed);
        Box::pin(async move {
            sent?;
            answer.await.map_err(|_| Error::Closed)?
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use iced::futures::executor::block_on;

    use super::*;
    use crate::domain::{Card, Client};

    #[test]
    fn neither_a_report_nor_an_import_holds_up_a_search() -> Result<()> {
        let worker = Worker::new(Workspace::in_memory()?)?;
        let card = Card::new(Client::organization("Агат"));
        block_on(
            worker.write(move |workspace| workspace.save_card(&card, &card, &HashMap::new())),
        )?;

        let (finish_report, report) = mpsc::channel::<()>();
        let report = worker.background(move |_| Ok(report.recv().is_ok()));
        let (finish_import, import) = mpsc::channel::<()>();
        let import = worker.write(move |_| Ok(import.recv().is_ok()));

        let found = block_on(worker.read(|reader| reader.search("агат", 10)))?;
        assert_eq!(found.hits.len(), 1);

        drop((finish_report, finish_import));
        assert!(!block_on(report)? && !block_on(import)?);
        Ok(())
    }
}
