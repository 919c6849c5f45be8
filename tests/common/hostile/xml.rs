//! Whether a text is well-formed XML (Bray et al. 2008, *Extensible Markup Language 1.0*), as far as the
//! documents of the map have it: elements, attributes, texts and five entities.

/// What keeps a text from being well-formed, if anything does.
pub fn is_well_formed(text: &str) -> Result<(), String> {
    if let Some(sign) = text.chars().find(|sign| !is_char(*sign)) {
        return Err(format!("U+{:04X} is no character of XML", u32::from(sign)));
    }
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        has_entities(before)?;
        let (tag, after) = split_tag(tag).ok_or("a tag without an end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> ends what has not begun"));
            }
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(format!("<{name}> is no element"));
        }
        if open.is_empty() && name != "svg" {
            return Err(format!("<{name}> is beside the root"));
        }
        has_attributes(attributes)?;
        if !is_closed {
            open.push(name);
        }
    }
    if open.is_empty() && rest.trim().is_empty() {
        Ok(())
    } else {
        Err(format!("{open:?}: {rest}"))
    }
}

/// What stands before the end of a tag, and after it; a quoted `>` does not end it.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.char_indices().find(|(_, sign)| {
        quoted ^= *sign == '"';
        !quoted && *sign == '>'
    });
    let end = end?.0;
    Some((text.get(..end)?, text.get(end + 1..)?))
}

fn has_attributes(text: &str) -> Result<(), String> {
    let mut names: Vec<&str> = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or_else(|| format!("attribute {rest}"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("attribute {rest}"))?;
        if names.contains(&name)
            || name.contains(|sign: char| !sign.is_ascii_lowercase() && !"-:".contains(sign))
                && name != "viewBox"
        {
            return Err(format!("the attribute {name}"));
        }
        if value.contains('<') {
            return Err(format!("the value {value}"));
        }
        has_entities(value)?;
        names.push(name);
        rest = after.trim_start();
    }
    Ok(())
}

/// Whether every `&` begins an entity that is known, and `]]>` stands nowhere.
fn has_entities(text: &str) -> Result<(), String> {
    if text.contains("]]>") {
        return Err("]]> in a text".to_owned());
    }
    for after in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"];
        if !known.iter().any(|entity| after.starts_with(entity)) {
            return Err(format!("& before {after}"));
        }
    }
    Ok(())
}

fn is_char(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{1_0000}'..)
}
