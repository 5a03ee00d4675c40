//! Hyperlinks whose target is filled.

use super::Rendering;
use crate::error::template::Problem;
use crate::template_engine::Missing;
use crate::template_engine::evaluate::Scope;
use crate::template_engine::link::Spot;
use crate::template_engine::piece::{Form, Link, Target, Text};

impl Rendering<'_> {
    /// Writes where a link leads. Where nothing stands in any of its fields, it leads nowhere.
    pub fn write_link(&mut self, link: &Link, scope: &Scope, out: &mut Vec<u8>) {
        let (mut address, mut is_told) = (String::new(), false);
        for stretch in &link.target {
            match stretch {
                Target::Own(own) => address.push_str(own),
                Target::Value(text) => {
                    let value = self.value_in_link(text, scope);
                    is_told |= !value.is_empty();
                    address.push_str(&value);
                }
            }
        }
        let id = is_told.then(|| self.media.link(address));
        if id.is_some() || link.is_needed {
            let id = id.unwrap_or_default();
            out.extend_from_slice(format!(" {}=\"{id}\"", link.attribute).as_bytes());
        }
    }

    /// A value as it stands in the address of a link; what is wrong with it is noted.
    pub fn value_in_link(&mut self, text: &Text, scope: &Scope) -> String {
        let Form::Link(spot) = text.form else {
            return String::new();
        };
        let value = scope.text(&text.value, self.surroundings.language);
        let written = value.and_then(|value| {
            spot.written(&value).ok_or_else(|| Problem::UnsafeLink {
                name: text.value.label().to_owned(),
                value: value.into_owned(),
            })
        });
        match written {
            Ok(written) => written,
            Err(Problem::Missing { .. }) if self.missing == Missing::Keep => {
                Spot::Query.written(&text.tag).unwrap_or_default()
            }
            Err(problem) => {
                self.failed(problem, &text.place, None, &mut Vec::new());
                String::new()
            }
        }
    }
}
