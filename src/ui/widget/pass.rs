//! What a widget with one child leaves to the child.

/// Writes these methods of `Widget` for a widget whose only part, or whose first, is the element in
/// the named field: `passes_on! { control: children, size, layout }`. What is not named the widget
/// writes itself.
macro_rules! passes_on {
    ($child:tt: $($method:ident),+ $(,)?) => {
        $($crate::ui::widget::pass::passes_on!(@$method $child);)+
    };
    (@children $child:tt) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            vec![iced::advanced::widget::Tree::new(&self.$child)]
        }

        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(&[&self.$child]);
        }
    };
    (@size $child:tt) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$child.as_widget().size()
        }

        fn size_hint(&self) -> iced::Size<iced::Length> {
            self.$child.as_widget().size_hint()
        }
    };
    (@layout $child:tt) => {
        fn layout(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            renderer: &iced::Renderer,
            limits: &iced::advanced::layout::Limits,
        ) -> iced::advanced::layout::Node {
            let child = self.$child.as_widget_mut();
            child.layout(&mut tree.children[0], renderer, limits)
        }
    };
    (@update $child:tt) => {
        fn update(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            event: &iced::Event,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            renderer: &iced::Renderer,
            clipboard: &mut dyn iced::advanced::Clipboard,
            shell: &mut iced::advanced::Shell<'_, Message>,
            viewport: &iced::Rectangle,
        ) {
            let (state, child) = (&mut tree.children[0], self.$child.as_widget_mut());
            child.update(
                state, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    };
    (@mouse_interaction $child:tt) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &iced::Renderer,
        ) -> iced::mouse::Interaction {
            let child = self.$child.as_widget();
            child.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
        }
    };
    (@draw $child:tt) => {
        fn draw(
            &self,
            tree: &iced::advanced::widget::Tree,
            renderer: &mut iced::Renderer,
            theme: &iced::Theme,
            style: &iced::advanced::renderer::Style,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::mouse::Cursor,
            viewport: &iced::Rectangle,
        ) {
            let (state, child) = (&tree.children[0], self.$child.as_widget());
            child.draw(state, renderer, theme, style, layout, cursor, viewport);
        }
    };
    (@operate $child:tt) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &iced::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            let child = self.$child.as_widget_mut();
            child.operate(&mut tree.children[0], layout, renderer, operation);
        }
    };
    (@overlay $child:tt) => {
        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'b>,
            renderer: &iced::Renderer,
            viewport: &iced::Rectangle,
            translation: iced::Vector,
        ) -> Option<iced::advanced::overlay::Element<'b, Message, iced::Theme, iced::Renderer>> {
            let (state, child) = (&mut tree.children[0], self.$child.as_widget_mut());
            child.overlay(state, layout, renderer, viewport, translation)
        }
    };
}

pub(crate) use passes_on;
