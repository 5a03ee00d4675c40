# Words that many screens share: buttons, sections, toasts.
