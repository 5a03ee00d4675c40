//! Moves the focus in reading order, and brings what has it into sight.

use iced::advanced::widget::operation::{Focusable, Outcome, Scrollable, then};
use iced::advanced::widget::{Id, Operation, operate};
use iced::widget::scrollable::AbsoluteOffset;
use iced::{Rectangle, Task as Command, Vector};

/// The room left above and below what is brought into sight, in logical pixels.
const MARGIN: f32 = 48.0;

/// Focuses the next widget inside the scrolled page `page`, or of a dialog over it; after the last
/// comes the first.
pub fn next<Message: Send + 'static>(page: Id) -> Command<Message> {
    run(page, Whom::Next)
}

/// Focuses the widget before.
pub fn previous<Message: Send + 'static>(page: Id) -> Command<Message> {
    run(page, Whom::Previous)
}

/// Focuses the widget `id`.
pub fn on<Message: Send + 'static>(page: Id, id: Id) -> Command<Message> {
    run(page, Whom::Known(id))
}

fn run<Message: Send + 'static>(page: Id, whom: Whom) -> Command<Message> {
    let survey = Survey {
        page,
        whom,
        places: Vec::new(),
        view: None,
        is_next_inside: false,
        is_inside: false,
    };
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
    is_inside: bool,
    is_focused: bool,
}

/// Sees what there is, and changes nothing.
struct Survey {
    page: Id,
    whom: Whom,
    places: Vec<Place>,
    /// What of the page can be seen, in the coordinates of its content.
    view: Option<Rectangle>,
    is_next_inside: bool,
    is_inside: bool,
}

/// Which widget gets the focus, counted over all, and how far the page moves.
struct Plan {
    page: Id,
    target: Option<usize>,
    shift: f32,
    at: usize,
}

impl Survey {
    fn target(&self) -> Option<usize> {
        // A dialog hides the page: then there is nothing inside it.
        let has_inside = self.places.iter().any(|place| place.is_inside);
        let all = self.places.iter().enumerate();
        let ring: Vec<usize> = all
            .filter(|(_, place)| place.is_inside || !has_inside)
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

    fn shift(&self, target: usize) -> f32 {
        let (Some(view), Some(place)) = (self.view, self.places.get(target)) else {
            return 0.0;
        };
        let above = place.bounds.y - MARGIN - view.y;
        let below = place.bounds.y + place.bounds.height + MARGIN - view.y - view.height;
        match () {
            () if !place.is_inside => 0.0,
            () if above < 0.0 => above,
            () => below.max(0.0),
        }
    }
}

impl Operation<Plan> for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Plan>)) {
        let is_outer = self.is_inside;
        self.is_inside |= std::mem::take(&mut self.is_next_inside);
        operate(self);
        self.is_inside = is_outer;
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        if id == Some(&self.page) {
            self.is_next_inside = true;
            self.view = Some(bounds + translation);
        }
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.places.push(Place {
            id: id.cloned(),
            bounds,
            is_inside: self.is_inside,
            is_focused: state.is_focused(),
        });
    }

    fn finish(&self) -> Outcome<Plan> {
        let target = self.target();
        Outcome::Some(Plan {
            page: self.page.clone(),
            target,
            shift: target.map_or(0.0, |target| self.shift(target)),
            at: 0,
        })
    }
}

impl<T> Operation<T> for Plan {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if id == Some(&self.page) && self.shift != 0.0 {
            let by = AbsoluteOffset {
                x: 0.0,
                y: self.shift,
            };
            state.scroll_by(by, bounds, content_bounds);
        }
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.target == Some(self.at) {
            state.focus();
        } else if self.target.is_some() {
            state.unfocus();
        }
        self.at += 1;
    }
}
