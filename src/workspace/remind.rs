//! Notices: shown by one of the running programs, put off, settled. Outside the log of operations,
//! since nobody undoes that time has passed.

use chrono::{DateTime, Utc};

use super::{Alert, Workspace};
use crate::domain::reminder::Now;
use crate::domain::{Id, Notice};
use crate::error::Result;
use crate::store::devices::Device;
use crate::store::notices;

impl Workspace {
    /// What the signed-in employee is to be told now and nobody has shown yet: it is for this program
    /// to show, and for no other one. Nothing in quiet hours: it is told after them.
    pub fn claim(&mut self, now: Now) -> Result<Vec<Alert>> {
        if self.is_read_only() {
            return Ok(Vec::new());
        }
        notices::look(&*self.database, self.who, now)?;
        let quiet = self.read().quiet_hours()?;
        if quiet.is_some_and(|hours| hours.hold_at(now.local.time())) {
            return Ok(Vec::new());
        }
        let mut due = self.read().unshown_notices(now)?;
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<_> = due.iter().map(|notice| notice.id).collect();
        let device = self.device.as_ref().map_or(0, Device::use_number);
        let claimed = notices::claim(&*self.database, &ids, (now.at, device))?;
        due.retain(|notice| claimed.contains(&notice.id));
        self.read().alerts(&due)
    }

    /// Has notices of the signed-in employee ring again at that moment.
    pub fn snooze(&mut self, ids: &[Id<Notice>], until: DateTime<Utc>) -> Result<()> {
        notices::snooze(&*self.database, self.who, ids, until)
    }

    /// Has notices of the signed-in employee never ring again.
    pub fn settle(&mut self, ids: &[Id<Notice>], at: DateTime<Utc>) -> Result<()> {
        notices::settle(&*self.database, self.who, ids, at)
    }
}
