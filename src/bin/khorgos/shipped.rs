//! What is built into the command: the base map, its names, and the words of the interface.

/// Words of the interface by language.
pub const WORDS: [(&str, &[u8]); 4] = [
    ("kk", include_bytes!("../../../assets/words/kk.json")),
    ("ru", include_bytes!("../../../assets/words/ru.json")),
    ("zh", include_bytes!("../../../assets/words/zh.json")),
    ("fa", include_bytes!("../../../assets/words/fa.json")),
];

macro_rules! names {
    ($($lang:literal)*) => {
        [$(($lang, include_bytes!(concat!("../../../assets/map/names/", $lang, ".json")))),*]
    };
}
/// Names of countries by language.
pub const NAMES: [(&str, &[u8]); 13] =
    names!["ar" "az" "fa" "kk" "ky" "mn" "ru" "tg" "tk" "tr" "ug" "uz" "zh"];

/// The base map.
pub const MAPS: [&[u8]; 2] = [
    include_bytes!("../../../assets/map/base.topo.json"),
    include_bytes!("../../../assets/map/osm.topo.json"),
];
