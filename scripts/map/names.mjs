// Names of countries and of the areas of claims: English in the map, one file a language beside it.

import { readFileSync } from "node:fs";

const CLAIMS = JSON.parse(readFileSync(new URL("tables/claims.json", import.meta.url), "utf8"));

// The language of a country's own name, where it is among the languages of the sources.
const OWN = {
  KAZ: "kk", KGZ: "ky", TJK: "tg", UZB: "uz", TKM: "tk", CHN: "zh", RUS: "ru", AFG: "fa", IRN: "fa",
  TUR: "tr", AZE: "az", MNG: "mn",
  ...Object.fromEntries("ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN YEM".split(" ").map((id) => [id, "ar"])),
};

/** Map of id → { lang: name }. The layers complete the table of names, finer layers first. */
export function countryNames(source, ids) {
  const names = new Map(ids.map((id) => [id, {}]));
  const table = source.countryNames();
  const layers = ["countries_10m_region", "countries_50m_eurasia", "countries_110m_world"].flatMap((l) => source.layer(l));
  const languages = [...new Set(Object.values(table).flatMap(Object.keys))].sort();
  for (const id of ids) {
    const own = names.get(id);
    const listed = table[id] ?? table[Object.keys(ALIAS).find((k) => ALIAS[k] === id)];
    const features = layers.map((f) => f.properties).filter((p) => (p.iso_a3 ?? ALIAS[p.id]) === id);
    for (const lang of languages) {
      const name = listed?.[lang] ?? features.map((p) => p[`name_${lang}`]).find(Boolean);
      if (name) own[lang] = name;
    }
    own.en = ENGLISH[id] ?? own.en;
  }
  return { names, languages };
}

const ALIAS = { KOS: "XKX" };

// Where the table's English is a label for lists rather than a name.
const ENGLISH = { COD: "Democratic Republic of the Congo", COG: "Congo", MMR: "Myanmar", FSM: "Micronesia" };

/** The names of claims' areas in a language. The sources have none: the table is ours. */
export const claimNames = (lang) =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([, names]) => names[lang]).map(([id, names]) => [id, names[lang]]));

export function properties(id, names) {
  const lang = OWN[id];
  return { name: names.en, ...(lang && names[lang] && { own: names[lang], own_lang: lang }) };
}
