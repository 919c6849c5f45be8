//! Capital letters of the scripts that place names are written in.

/// What is a small letter and its capital, in turn, beside the rules of the blocks.
const PAIRS: &str = "µΜÿŸƛꟜɤꟋıIſSƀɃƃƂƅƄƈƇƌƋƒƑƕǶƙƘƚȽƞȠơƠƣƢƥƤƨƧƭƬưƯƴƳƶƵƹƸƽƼƿǷǅǄǆǄǈǇǉǇǋǊ\
     ǌǊǝƎǲǱǳǱǵǴȼȻȿⱾɀⱿɂɁɇɆɉɈɋɊɍɌɏɎɐⱯɑⱭɒⱰɓƁɔƆɖƉɗƊəƏɛƐɜꞫɠƓɡꞬɣƔɥꞍɦꞪɨƗ\
     ɩƖɪꞮɫⱢɬꞭɯƜɱⱮɲƝɵƟɽⱤʀƦʂꟅʃƩʇꞱʈƮʉɄʊƱʋƲʌɅʒƷʝꞲʞꞰͷͶͻϽͼϾͽϿάΆςΣόΌϐΒϑΘ\
     ϕΦϖΠϗϏϰΚϱΡϲϹϳͿϵΕϸϷϻϺӏӀẛṠ";

/// Appends a letter's capital: Latin, Greek, Cyrillic and Armenian, as the Unicode Character Database
/// has it. Letters of which that makes two, but for the German ß, and other scripts stay as they are.
///
/// The standard library knows all that there is, in a table of 14 kB.
pub fn push_capital(out: &mut String, letter: char) {
    let code = u32::from(letter);
    let capital = match code {
        ..0x61 => letter,
        0xdf => {
            out.push('S');
            'S'
        }
        // The alphabets that are in order.
        0x61..=0x7a | 0xe0..=0xf6 | 0xf8..=0xfe | 0x3b1..=0x3c1 | 0x3c3..=0x3cb | 0x430..=0x44f => {
            shifted(letter, 32)
        }
        0x3ad..=0x3af => shifted(letter, 37),
        0x3cd..=0x3ce => shifted(letter, 63),
        0x450..=0x45f => shifted(letter, 80),
        0x561..=0x586 => shifted(letter, 48),
        // Capital and small letter in turn, the capital even.
        0x100..=0x130
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => shifted(letter, code % 2),
        // The same, the capital odd.
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => {
            shifted(letter, 1 - code % 2)
        }
        _ => {
            let mut small = PAIRS.chars().step_by(2);
            let at = small.position(|small| small == letter);
            at.and_then(|at| PAIRS.chars().nth(2 * at + 1)).unwrap_or(letter)
        }
    };
    out.push(capital);
}

/// The letter that stands so many places before another one.
fn shifted(letter: char, places: u32) -> char {
    char::from_u32(u32::from(letter) - places).unwrap_or(letter)
}
