//! The tree of a client without a window.
