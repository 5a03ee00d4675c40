//! Other programs that are started beside the window: none of them brings up a console of its own.

use std::process::Command;

/// Has a program start without the black window that Windows gives to programs of the command line.
#[cfg(windows)]
pub fn hide(command: &mut Command) -> &mut Command {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW)
}

/// Elsewhere no program brings one up.
#[cfg(not(windows))]
pub fn hide(command: &mut Command) -> &mut Command {
    command
}
