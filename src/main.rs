//! Reads the command line; opens the window or runs a command.

#![cfg_attr(
    all(windows, not(debug_assertions), not(feature = "console")),
    windows_subsystem = "windows"
)]

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use vizitka::cli::screenshots::{Screenshots, Theme};
use vizitka::cli::{self, Command, CommandLine, Session, Speech};
use vizitka::error::Result;
use vizitka::i18n::{Language, Locale};
use vizitka::settings::{self, Places, Settings};
use vizitka::{program_log, ui};

fn main() -> ExitCode {
    let places = Places::find();
    // A program that cannot keep a log still works.
    let is_logging = program_log::start(&places.log()).is_ok();
    let settings = Settings::load(&places);
    let language = settings.language.resolve();
    if is_logging {
        tell_of_panics(&places, language);
    }
    let arguments: Vec<OsString> = env::args_os().collect();
    match cli::read(&arguments) {
        Ok(line) => {
            let language = line.language.map_or(language, Language::from);
            run(line, language, (settings, places))
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

fn run(line: CommandLine, language: Language, kept: (Settings, Places)) -> ExitCode {
    let speech = Speech::new(language, line.json);
    let done = match line.command {
        None => window(line.file, line.who, line.language, kept),
        Some(Command::Screenshots(asked)) => pictures(&asked, line.language),
        Some(Command::Data(command)) => {
            let session = Session::new(line.file.as_deref(), line.who);
            command.run(&session, &speech, &mut io::stdout().lock())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(?error, "a command failed");
            eprintln!("{}", speech.error(&error));
            ExitCode::from(cli::exit_code(&error))
        }
    }
}

fn window(
    file: Option<PathBuf>,
    who: Option<String>,
    language: Option<cli::Language>,
    (mut settings, places): (Settings, Places),
) -> Result<()> {
    if let Some(language) = language {
        settings.language = Some(language.into()).into();
    }
    let session = Session::new(file.as_deref(), who);
    if let Some((path, who)) = file.as_deref().zip(session.employee()?) {
        settings.choose_employee(path, who.raw());
    }
    ui::app::run(settings, places, file)
}

fn pictures(asked: &Screenshots, language: Option<cli::Language>) -> Result<()> {
    let size = (f32::from(asked.size.width), f32::from(asked.size.height));
    let themes: &[settings::Theme] = match asked.theme {
        None => &[settings::Theme::Light, settings::Theme::Dark],
        Some(Theme::Light) => &[settings::Theme::Light],
        Some(Theme::Dark) => &[settings::Theme::Dark],
    };
    let languages = match language {
        None => Language::ALL.to_vec(),
        Some(language) => vec![language.into()],
    };
    for theme in themes {
        for language in &languages {
            let settings = Settings {
                theme: *theme,
                language: Some(*language).into(),
                window: Some(size),
                ..Settings::default()
            };
            for picture in ui::screenshots::take(settings, asked.only.as_deref(), &asked.folder)? {
                println!("{}", picture.display());
            }
        }
    }
    Ok(())
}

fn tell_of_panics(places: &Places, language: Language) {
    program_log::catch_panics(places.log(), move |folder| {
        let path = folder.display().to_string();
        let locale = Locale::new(language);
        eprintln!("{}", locale.with("error-panic", &[("path", path.into())]));
    });
}
