//! Bytes in Base64 (RFC 4648), line ends allowed.

/// The bytes; none where it is not Base64.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let mut is_over = false;
    for letter in letters {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                is_over = true;
                continue;
            }
            _ => return None,
        };
        if is_over {
            return None;
        }
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        assert_eq!(decode("Vml6aXRr\nYQ==").unwrap(), b"Vizitka");
        assert_eq!(decode("").unwrap(), b"");
        assert_eq!(decode("Viz!"), None);
        assert_eq!(decode("Vg==Vg"), None);
    }
}
