/** Who is measured. `canvas`: draws on a 2D canvas. `pictured`: its name in the picture, where it needs another. `files`: what a page loads for it, beside the bundle in target/bench/bundles/. */
export const ENGINES = [
  { id: 'khorgos', name: 'khorgos', canvas: true, files: ['dist/khorgos.js', 'dist/khorgos_wasm_bg.wasm'], isOurs: true },
  { id: 'd3', name: 'd3-geo', canvas: true, files: ['bundles/d3.js'] },
  { id: 'd3-path2d', name: 'd3-geo, kept Path2D', canvas: true, files: ['bundles/d3-path2d.js'] },
  { id: 'leaflet', name: 'Leaflet', canvas: true, files: ['bundles/leaflet.js', 'bundles/leaflet.css'] },
  { id: 'echarts', name: 'ECharts', canvas: true, files: ['bundles/echarts.js'] },
  { id: 'maplibre', name: 'MapLibre GL', canvas: false, note: 'software GL here', pictured: 'MapLibre (software GL)', files: ['bundles/maplibre.js', 'bundles/maplibre-worker.js', 'bundles/maplibre.css'] },
];
