//! One binary, one file for each thing the program can do.

mod read_tables;
mod write_tables;
