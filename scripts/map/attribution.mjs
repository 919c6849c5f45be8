// The lines a page that shows the maps has to give.

const BASE = [
  { text: "Made with Natural Earth", url: "https://www.naturalearthdata.com/" },
  { text: "Pipeline routes: Global Energy Monitor, Global Oil and Gas Infrastructure Trackers, CC BY 4.0", url: "https://globalenergymonitor.org/" },
  { text: "Rail stops: GeoNames, CC BY 4.0", url: "https://www.geonames.org/" },
  { text: "Country names: Unicode CLDR 48.2, © Unicode, Inc., Unicode License v3", url: "https://www.unicode.org/license.txt" },
];

const OSM = [
  { text: "Gas pipeline routes: © OpenStreetMap contributors, ODbL 1.0, via Global Energy Monitor", url: "https://www.openstreetmap.org/copyright" },
];

export const ATTRIBUTION = { base: BASE, osm: OSM };
