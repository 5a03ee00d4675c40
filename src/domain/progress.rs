//! How far a long work is, and whether it is still wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

/// Shared by the one who works and the one who waits. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    is_stopped: AtomicBool,
}

/// The user has stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Progress {
    /// Says how much there is to do; 0 where nobody knows.
    pub fn expect(&self, total: u64) {
        self.0.total.store(total, Relaxed);
    }

    /// Says how much is done.
    pub fn reach(&self, done: u64) {
        self.0.done.store(done, Relaxed);
    }

    /// How much is done, and of how much.
    pub fn state(&self) -> (u64, u64) {
        (self.0.done.load(Relaxed), self.0.total.load(Relaxed))
    }

    /// Asks the worker to stop, leaving nothing behind.
    pub fn stop(&self) {
        self.0.is_stopped.store(true, Relaxed);
    }

    /// Whether to go on.
    ///
    /// # Errors
    /// [`Stopped`] once the user wants no more of it.
    pub fn check(&self) -> Result<(), Stopped> {
        if self.0.is_stopped.load(Relaxed) {
            return Err(Stopped);
        }
        Ok(())
    }
}
