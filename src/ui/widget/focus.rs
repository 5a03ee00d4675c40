//! Moves the focus in reading order, and brings what has it into sight.

use iced::advanced::widget::operation::{Focusable, Outcome, Scrollable, TextInput, then};
use iced::advanced::widget::{Id, Operation, operate};
use iced::widget::scrollable::AbsoluteOffset;
use iced::{Rectangle, Task as Command, Vector};

/// The room left around what is brought into sight, in logical pixels.
const MARGIN: f32 = 48.0;

/// Focuses the next widget inside the scrolled page `page`, or of a dialog over it; after the last
/// comes the first.
pub fn next<Message: Send + 'static>(page: Id) -> Command<Message> {
    run(Some(page), Whom::Next)
}

/// Focuses the widget before.
pub fn previous<Message: Send + 'static>(page: Id) -> Command<Message> {
    run(Some(page), Whom::Previous)
}

/// Focuses the widget `id`.
pub fn on<Message: Send + 'static>(page: Id, id: Id) -> Command<Message> {
    run(Some(page), Whom::Known(id))
}

/// Focuses the field `id`, and selects what stands in it, so that typing replaces it.
pub fn on_all<Message: Send + 'static>(page: Id, id: Id) -> Command<Message> {
    run_over(Survey::new(Some(page), Whom::Known(id)).selecting())
}

/// Focuses the next widget of a whole window, by the name of what it shows; after the last comes
/// the first.
pub fn forth<Message: Send + 'static>(window: Option<Id>) -> Command<Message> {
    run_over(Survey::new(None, Whom::Next).within(window))
}

/// Focuses the widget before, of a whole window.
pub fn back<Message: Send + 'static>(window: Option<Id>) -> Command<Message> {
    run_over(Survey::new(None, Whom::Previous).within(window))
}

/// Focuses the next widget of a dialog, and selects what stands in a field, so that typing replaces
/// it.
pub fn next_in_dialog<Message: Send + 'static>() -> Command<Message> {
    run_over(Survey::new(None, Whom::Next).selecting())
}

/// Focuses the widget before, in a dialog.
pub fn previous_in_dialog<Message: Send + 'static>() -> Command<Message> {
    run_over(Survey::new(None, Whom::Previous).selecting())
}

fn run<Message: Send + 'static>(page: Option<Id>, whom: Whom) -> Command<Message> {
    run_over(Survey::new(page, whom))
}

fn run_over<Message: Send + 'static>(survey: Survey) -> Command<Message> {
    operate(then(survey, |plan: Plan| plan))
}

enum Whom {
    Next,
    Previous,
    Known(Id),
}

/// A widget that can have the focus.
struct Place {
    id: Option<Id>,
    bounds: Rectangle,
    /// The panes around it, counted over all, the innermost last.
    panes: Vec<usize>,
    is_there: bool,
    is_focused: bool,
}

/// What scrolls.
struct Pane {
    is_page: bool,
    /// What of it can be seen, in the coordinates of its content.
    view: Rectangle,
    /// How far its content is scrolled.
    translation: Vector,
}

/// Sees what there is, and changes nothing.
struct Survey {
    /// What the window shows that is meant; every window is looked at, one after the other.
    window: Option<Id>,
    /// Whether what is looked at belongs to that window: what floats over it comes after it.
    is_there: bool,
    /// How deep in the window, and how deep lies what it shows.
    depth: usize,
    root: usize,
    page: Option<Id>,
    whom: Whom,
    is_selecting: bool,
    places: Vec<Place>,
    panes: Vec<Pane>,
    /// The panes around what is looked at.
    around: Vec<usize>,
    is_pane_next: bool,
}

/// Which widget gets the focus, counted over all, and how far each pane moves.
struct Plan {
    target: Option<usize>,
    shifts: Vec<(usize, Vector)>,
    at: usize,
    pane: usize,
    /// Whether what stands in a field is selected.
    is_selecting: bool,
}

/// Selects what stands in a field, once it has the focus.
struct Selection {
    target: usize,
    at: usize,
}

impl<T> Operation<T> for Selection {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    // A field tells of its text before it tells that it can have the focus.
    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn TextInput) {
        if self.target == self.at {
            state.select_all();
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn Focusable) {
        self.at += 1;
    }
}

impl Survey {
    fn new(page: Option<Id>, whom: Whom) -> Self {
        Self {
            window: None,
            is_there: true,
            depth: 0,
            root: 0,
            page,
            whom,
            is_selecting: false,
            places: Vec::new(),
            panes: Vec::new(),
            around: Vec::new(),
            is_pane_next: false,
        }
    }

    /// Looking at what that window shows alone.
    fn within(self, window: Option<Id>) -> Self {
        Self {
            is_there: window.is_none(),
            window,
            ..self
        }
    }

    fn selecting(self) -> Self {
        Self {
            is_selecting: true,
            ..self
        }
    }

    fn is_inside(&self, place: &Place) -> bool {
        place.panes.iter().any(|pane| self.panes[*pane].is_page)
    }

    fn target(&self) -> Option<usize> {
        // A dialog hides the page: then there is nothing inside it.
        let has_inside = self.places.iter().any(|place| self.is_inside(place));
        let all = self.places.iter().enumerate();
        let ring: Vec<usize> = all
            .filter(|(_, place)| place.is_there && (self.is_inside(place) || !has_inside))
            .map(|(at, _)| at)
            .collect();
        let now = ring.iter().position(|at| self.places[*at].is_focused);
        match (&self.whom, now) {
            (Whom::Known(id), _) => {
                let named = |place: &Place| place.id.as_ref() == Some(id);
                self.places.iter().position(named)
            }
            (Whom::Next, None) => ring.first().copied(),
            (Whom::Next, Some(now)) => ring.get((now + 1) % ring.len()).copied(),
            (Whom::Previous, None | Some(0)) => ring.last().copied(),
            (Whom::Previous, Some(now)) => ring.get(now - 1).copied(),
        }
    }

    /// How far each pane around the place moves to show it, from the inside out.
    fn shifts(&self, target: usize) -> Vec<(usize, Vector)> {
        let Some(place) = self.places.get(target) else {
            return Vec::new();
        };
        let mut bounds = place.bounds;
        let panes = place.panes.iter().rev();
        panes
            .map(|at| {
                let pane = &self.panes[*at];
                let (view, to) = (pane.view, bounds);
                let shift = Vector::new(
                    shift((view.x, view.width), (to.x, to.width)),
                    shift((view.y, view.height), (to.y, to.height)),
                );
                bounds = bounds - pane.translation - shift;
                (*at, shift)
            })
            .collect()
    }
}

/// How far a view that begins at a place and has a length moves to show another such stretch with
/// a margin, as far as there is room for one.
fn shift((view, seen): (f32, f32), (start, length): (f32, f32)) -> f32 {
    let margin = MARGIN.min((seen - length) / 2.0).max(0.0);
    let before = start - margin - view;
    let behind = start + length + margin - view - seen;
    match before < 0.0 {
        true => before,
        false => behind.max(0.0),
    }
}

impl Operation<Plan> for Survey {
    fn container(&mut self, id: Option<&Id>, _bounds: Rectangle) {
        if id.is_some() && id == self.window.as_ref() {
            (self.is_there, self.root) = (true, self.depth);
        } else if id.is_some() && self.window.is_some() && self.depth == self.root {
            self.is_there = false; // what another window shows
        }
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Plan>)) {
        let is_pane = std::mem::take(&mut self.is_pane_next);
        if is_pane {
            self.around.push(self.panes.len() - 1);
        }
        self.depth += 1;
        operate(self);
        self.depth -= 1;
        if is_pane {
            self.around.pop();
        }
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.is_pane_next = true;
        self.panes.push(Pane {
            is_page: self.page.is_some() && id == self.page.as_ref(),
            view: bounds + translation,
            translation,
        });
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.places.push(Place {
            id: id.cloned(),
            bounds,
            panes: self.around.clone(),
            is_there: self.is_there,
            is_focused: state.is_focused(),
        });
    }

    fn finish(&self) -> Outcome<Plan> {
        let target = self.target();
        Outcome::Some(Plan {
            target,
            shifts: target.map_or_else(Vec::new, |target| self.shifts(target)),
            at: 0,
            pane: 0,
            is_selecting: self.is_selecting,
        })
    }
}

impl<T: 'static> Operation<T> for Plan {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let meant = self.shifts.iter().find(|(pane, _)| *pane == self.pane);
        if let Some((_, by)) = meant
            && *by != Vector::ZERO
        {
            state.scroll_by(AbsoluteOffset { x: by.x, y: by.y }, bounds, content_bounds);
        }
        self.pane += 1;
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.target == Some(self.at) {
            state.focus();
        } else if self.target.is_some() {
            state.unfocus();
        }
        self.at += 1;
    }

    fn finish(&self) -> Outcome<T> {
        match self.target {
            Some(target) if self.is_selecting => {
                Outcome::Chain(Box::new(Selection { target, at: 0 }))
            }
            _ => Outcome::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_sight_is_shown_with_a_margin_and_the_rest_stays() {
        assert_eq!(shift((0.0, 500.0), (100.0, 30.0)), 0.0);
        assert_eq!(
            shift((0.0, 500.0), (600.0, 30.0)),
            600.0 + 30.0 + MARGIN - 500.0
        );
        assert_eq!(shift((300.0, 500.0), (100.0, 30.0)), -200.0 - MARGIN);
        assert_eq!(
            shift((0.0, 40.0), (100.0, 30.0)),
            95.0,
            "a margin of five is left"
        );
    }
}
