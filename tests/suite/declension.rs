//! Positions declined as another program declines them.

use std::fs;
use std::path::Path;

use vizitka::domain::grammar::Case;
use vizitka::i18n::russian::decline;

#[test]
fn positions_are_declined_as_another_program_declines_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/words/positions.tsv");
    let table = fs::read_to_string(path).unwrap();
    let mut count = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let position = columns.next().unwrap();
        for (case, expected) in Case::OBLIQUE.into_iter().zip(columns.by_ref()) {
            let form = decline(position, case, None).replace('ё', "е");
            assert_eq!(form, expected.replace('ё', "е"), "{position}, {case:?}");
        }
        count += 1;
    }
    assert!(count > 300, "{count}");
}
