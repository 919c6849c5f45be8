// The lines a page that shows the maps has to give, all in English.

const BASE = [
  { text: "Made with Natural Earth", url: "https://www.naturalearthdata.com/" },
  { text: "Pipeline routes: Global Energy Monitor, Global Oil and Gas Infrastructure Trackers, CC BY 4.0", url: "https://globalenergymonitor.org/" },
  { text: "Rail stops: GeoNames, CC BY 4.0", url: "https://www.geonames.org/" },
  { text: "Country names: Unicode CLDR 48.2, © Unicode, Inc., Unicode License v3", url: "https://www.unicode.org/license.txt" },
];

const OSM = [
  { text: "Gas pipeline routes: © OpenStreetMap contributors, ODbL 1.0, via Global Energy Monitor", url: "https://www.openstreetmap.org/copyright" },
];

const inEnglish = (lines) => lines.map((line) => ({ ...line, lang: "en" }));

export const ATTRIBUTION = { base: inEnglish(BASE), osm: inEnglish(OSM) };
