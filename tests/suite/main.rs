//! One binary, one file for each thing the program can do.

#![allow(clippy::unwrap_used, reason = "what fails here fails a test")]

mod architecture;
mod attachments;
mod bad_files;
mod calendar;
mod command_line;
mod command_tables;
mod dbf;
mod dictionaries;
mod duplicates;
mod erasure;
mod export;
mod fields;
mod filters;
mod i18n;
mod import;
mod import_fields;
mod lists;
mod merge;
mod odd_texts;
mod pages;
mod past_imports;
mod paste;
mod people;
mod program;
mod reach;
mod read_tables;
mod remind;
mod reminders;
mod rights;
mod source;
mod story;
mod structure;
mod task_form;
mod task_verbs;
mod tasks;
mod today;
mod two_programs;
mod vcards;
mod views;
mod whole;
mod window;
mod windows;
mod write_tables;
