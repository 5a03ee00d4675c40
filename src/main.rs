//! Reads the command line; opens the window or runs a command.

use std::env;
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use vizitka::cli::{self, CommandLine, Speech};
use vizitka::i18n::{Language, Locale};
use vizitka::program_log;
use vizitka::settings::{Places, Settings};

fn main() -> ExitCode {
    let places = Places::find();
    // A program that cannot keep a log still works.
    let is_logging = program_log::start(&places.log()).is_ok();
    let language = Settings::load(&places).language.resolve();
    if is_logging {
        tell_of_panics(&places, language);
    }
    let arguments: Vec<OsString> = env::args_os().collect();
    match cli::read(&arguments) {
        Ok(line) => {
            let language = line.language.map_or(language, Language::from);
            run(line, language)
        }
        Err(mistake) => {
            if let Some(help) = mistake.help() {
                print!("{help}");
                return ExitCode::SUCCESS;
            }
            let speech = Speech::guessed(&arguments, language);
            eprintln!("{}", mistake.sentence(&speech));
            ExitCode::from(2)
        }
    }
}

fn run(line: CommandLine, language: Language) -> ExitCode {
    let speech = Speech::new(language, line.json);
    let Some(command) = line.command else {
        eprint!("{}", cli::help());
        return ExitCode::from(2);
    };
    match command.run(line.file.as_deref(), &speech, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(?error, "a command failed");
            eprintln!("{}", speech.error(&error));
            ExitCode::from(cli::exit_code(&error))
        }
    }
}

fn tell_of_panics(places: &Places, language: Language) {
    program_log::catch_panics(places.log(), move |folder| {
        let path = folder.display().to_string();
        let locale = Locale::new(language);
        eprintln!("{}", locale.with("error-panic", &[("path", path.into())]));
    });
}
