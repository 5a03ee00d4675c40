//! What the paper will look like: drawn anew whenever something was typed, one drawing at a time.

use std::sync::Arc;

use iced::Task as Command;

use super::Message;
use crate::documents::{Maker, Surroundings};
use crate::domain::paper::Document;
use crate::error::Result;
use crate::ui::screen::Context;
use crate::ui::widget::sheet::Sheets;

/// What is shown, and of what it is.
#[derive(Debug, Default)]
pub struct Preview {
    /// What was drawn last.
    pub sheets: Option<Sheets>,
    /// The paper as it was drawn last, or is being drawn.
    drawn: Option<Document>,
    /// Which of all drawings is under way; those before are of no use any more.
    turn: u64,
    is_drawing: bool,
}

impl Preview {
    /// What was drawn is of another template, or of other surroundings.
    pub fn spoil(&mut self) {
        self.drawn = None;
    }

    /// Draws the paper, where it is not as it was drawn last and nothing is being drawn.
    pub fn draw(
        &mut self,
        maker: &Arc<Maker>,
        around: &Surroundings,
        context: &Context,
    ) -> Option<Command<Message>> {
        if self.is_drawing || self.drawn.as_ref() == Some(&around.document) {
            return None;
        }
        self.is_drawing = true;
        self.turn += 1;
        self.drawn = Some(around.document.clone());
        let (maker, around, turn) = (maker.clone(), around.clone(), self.turn);
        let drawn = context.worker.files(move |_| {
            let preview = maker.preview(&around)?;
            Ok(Sheets::set(&preview))
        });
        Some(Command::perform(drawn, move |sheets| {
            Message::Drawn(turn, sheets)
        }))
    }

    /// Takes over what was drawn; what could not be drawn leaves what stood there.
    pub fn take(&mut self, turn: u64, sheets: Result<Sheets>) {
        if turn == self.turn {
            self.is_drawing = false;
            self.sheets = sheets.ok().or(self.sheets.take());
        }
    }
}
