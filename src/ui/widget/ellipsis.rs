//! One line of text that ends in "…" where it does not fit, and is shown whole under the pointer.

use std::borrow::Cow;
use std::time::Instant;

use iced::advanced::text::{Hit, LineHeight, Paragraph as _, Shaping, Text, Wrapping, paragraph};
use iced::advanced::widget::{self, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::alignment::{Horizontal, Vertical};
use iced::widget::text::{self, IntoFragment};
use iced::{Event, Font, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, Vector, window};

use super::Element;
use super::text::TIP_DELAY;
use super::tip::Tip;
use crate::ui::style::{FONT, size};

/// Nothing beyond this many characters is measured: no line on any screen is as long.
const LONGEST: usize = 300;
/// The widest explanation, in logical pixels.
const TIP_WIDTH: f32 = 420.0;

type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;
type Plain = paragraph::Plain<Paragraph>;

/// A line of text being described; it turns into an [`Element`].
pub struct Ellipsis<'a> {
    content: Cow<'a, str>,
    size: f32,
    font: Font,
    align: Horizontal,
    width: Length,
    style: Box<dyn Fn(&Theme) -> text::Style + 'a>,
}

/// One line of `content`, cut where it does not fit.
pub fn ellipsis<'a>(content: impl IntoFragment<'a>) -> Ellipsis<'a> {
    Ellipsis {
        content: content.into_fragment(),
        size: size::BASE,
        font: FONT,
        align: Horizontal::Left,
        width: Length::Shrink,
        style: Box::new(|_theme| text::Style::default()),
    }
}

impl<'a> Ellipsis<'a> {
    /// In type of `size` logical pixels.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// In another weight.
    pub fn font(mut self, font: Font) -> Self {
        self.font = font;
        self
    }

    /// At the left, in the middle or at the right of its width.
    pub fn align(mut self, align: Horizontal) -> Self {
        self.align = align;
        self
    }

    /// As wide as told; by default as wide as the text.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// In the colour of `style`.
    pub fn style(mut self, style: impl Fn(&Theme) -> text::Style + 'a) -> Self {
        self.style = Box::new(style);
        self
    }

    /// What can be seen of the content at most: its first lines, joined.
    fn visible(&self) -> Cow<'_, str> {
        let is_plain = |character: char| !character.is_control();
        match self.content.char_indices().nth(LONGEST) {
            None if self.content.chars().all(is_plain) => Cow::Borrowed(self.content.as_ref()),
            end => {
                let end = end.map_or(self.content.len(), |(index, _)| index);
                let plain = self.content[..end].chars();
                Cow::Owned(plain.map(|c| if is_plain(c) { c } else { ' ' }).collect())
            }
        }
    }

    fn text<'t>(&self, content: &'t str, bounds: Size, wrapping: Wrapping) -> Text<&'t str> {
        Text {
            content,
            bounds,
            size: Pixels(self.size),
            line_height: LineHeight::default(),
            font: self.font,
            align_x: iced::advanced::text::Alignment::Default,
            align_y: Vertical::Top,
            shaping: Shaping::Advanced,
            wrapping,
        }
    }

    /// Lays out as much of the content as fits into `width`.
    fn fit(&self, state: &mut State, width: f32) {
        let is_same = state.source == *self.content
            && state.width == width
            && state.line.raw().size().0 == self.size
            && state.line.raw().font() == self.font;
        if is_same {
            return;
        }
        self.content.as_ref().clone_into(&mut state.source);
        state.width = width;

        let whole = self.visible();
        let text = self.text(&whole, Size::INFINITE, Wrapping::None);
        state.is_cut = cut(&mut state.line, text, width);
    }
}

/// Lays out as much of one line as fits into `width`, with "…" where that is not all of it; returns
/// whether it was cut.
pub(super) fn cut(line: &mut Plain, text: Text<&str>, width: f32) -> bool {
    line.update(text);
    if line.min_width() <= width + 0.5 {
        return false;
    }
    let (whole, size) = (text.content, text.size.0);
    let edge = Point::new((width - size).max(0.0), size / 2.0);
    let index = line.raw().hit_test(edge).map_or(0, Hit::cursor);
    let mut end = whole.floor_char_boundary(index);
    loop {
        let content = format!("{}…", whole[..end].trim_end());
        line.update(Text {
            content: content.as_str(),
            ..text
        });
        if end == 0 || line.min_width() <= width {
            return true;
        }
        end = whole.floor_char_boundary(end - 1);
    }
}

#[derive(Default)]
struct State {
    line: Plain,
    source: String,
    width: f32,
    is_cut: bool,
    pointer: Pointer,
    tip: Plain,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Pointer {
    #[default]
    Away,
    Over(Instant),
    Resting,
}

impl<Message> Widget<Message, Theme, Renderer> for Ellipsis<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        layout::sized(limits, self.width, Length::Shrink, |limits| {
            self.fit(state, limits.max().width);
            state.line.min_bounds()
        })
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let is_timely = matches!(
            event,
            Event::Mouse(_) | Event::Window(window::Event::RedrawRequested(_))
        );
        if !is_timely || (!state.is_cut && state.pointer == Pointer::Away) {
            return;
        }
        let is_over = layout
            .bounds()
            .intersection(viewport)
            .is_some_and(|seen| cursor.is_over(seen));
        let is_wheel = matches!(event, Event::Mouse(mouse::Event::WheelScrolled { .. }));
        match state.pointer {
            Pointer::Away if is_over && !is_wheel => {
                let now = Instant::now();
                state.pointer = Pointer::Over(now);
                shell.request_redraw_at(now + TIP_DELAY);
            }
            Pointer::Over(_) | Pointer::Resting if !is_over || !state.is_cut || is_wheel => {
                state.pointer = Pointer::Away;
                shell.invalidate_layout();
                shell.request_redraw();
            }
            Pointer::Over(since) if since.elapsed() >= TIP_DELAY => {
                state.pointer = Pointer::Resting;
                shell.invalidate_layout();
                shell.request_redraw();
            }
            Pointer::Over(since) => shell.request_redraw_at(since + TIP_DELAY),
            Pointer::Away | Pointer::Resting => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let mut bounds = layout.bounds();
        let spare = (bounds.width - state.line.min_width()).max(0.0);
        bounds.x += match self.align {
            Horizontal::Left => 0.0,
            Horizontal::Center => (spare / 2.0).round(),
            Horizontal::Right => spare,
        };
        let look = (self.style)(theme);
        widget::text::draw(renderer, style, bounds, state.line.raw(), look, viewport);
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.content);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        _viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        (state.pointer == Pointer::Resting && state.is_cut).then(|| {
            let whole = self.text(
                &self.content,
                Size::new(TIP_WIDTH, f32::INFINITY),
                Wrapping::WordOrGlyph,
            );
            state.tip.update(Text {
                size: Pixels(size::HINT),
                font: FONT,
                ..whole
            });
            Tip::new(&state.tip, layout.bounds() + translation).overlay()
        })
    }
}

impl<'a, Message: 'a> From<Ellipsis<'a>> for Element<'a, Message> {
    fn from(line: Ellipsis<'a>) -> Self {
        Self::new(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::headless;

    fn laid_out(content: &str, width: f32) -> State {
        headless::load_fonts();
        let mut state = State::default();
        ellipsis(content).fit(&mut state, width);
        state
    }

    #[test]
    fn what_fits_is_left_alone() {
        let state = laid_out("ООО «Ромашка»", 200.0);
        assert!(!state.is_cut);
        assert_eq!(state.line.content(), "ООО «Ромашка»");
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_within_its_width() {
        for width in [0.0, 5.0, 40.0, 90.0] {
            let state = laid_out("Общество «Ромашка» и сыновья", width);
            assert!(state.is_cut && state.line.content().ends_with('…'));
            assert!(width < 20.0 || state.line.min_width() <= width);
        }
    }

    #[test]
    fn line_breaks_and_endless_names_stay_on_one_line() {
        let endless = format!("Общество\nс ограниченной\t{}", "я".repeat(10_000));
        let state = laid_out(&endless, 5_000.0);
        assert!(!state.line.content().contains('\n'));
        assert!(state.line.min_height() < 25.0);
    }
}
