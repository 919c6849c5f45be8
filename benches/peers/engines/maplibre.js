import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import { BORDER, BORDER_PX, FLOW, FLOW_OPACITY, LAND, SEA } from './colors.js';
import { sampled } from './curves.js';
import { countries } from './planar.js';

setWorkerUrl(new URL('maplibre-worker.js', import.meta.url).href);
const TILE_PX = 512;

/** MapLibre GL JS: two GeoJSON sources, cut into tiles by its workers, drawn by WebGL. */
export class Engine {
  async mount(container, { map, flows, view }) {
    const lines = JSON.parse(flows).map(({ ends, width_px }, id) => ({
      type: 'Feature', id, properties: { width_px }, geometry: { type: 'LineString', coordinates: sampled(ends) },
    }));
    this.map = new MapLibre({
      container,
      style: {
        version: 8,
        sources: {
          land: { type: 'geojson', data: countries(map) },
          flows: { type: 'geojson', data: { type: 'FeatureCollection', features: lines } },
        },
        layers: [
          { id: 'sea', type: 'background', paint: { 'background-color': SEA } },
          { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': LAND } },
          { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': BORDER, 'line-width': BORDER_PX } },
          { id: 'flows', type: 'line', source: 'flows', paint: { 'line-color': FLOW, 'line-opacity': FLOW_OPACITY, 'line-width': ['get', 'width_px'] } },
        ],
      },
      center: view.center,
      zoom: Math.log2(view.worldPx / TILE_PX),
      renderWorldCopies: false,
      fadeDuration: 0,
      attributionControl: false,
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
    });
    this.map.on('error', ({ error }) => { this.failure ??= error; });
    await this.map.once('idle');
    if (this.failure) throw this.failure;
    this.canvas = this.map.getCanvas();
    this.gl = this.canvas.getContext('webgl2');
  }

  pan(dx, dy) {
    this.idle = this.map.once('idle');
    this.map.panBy([dx, dy], { animate: false });
  }

  zoom(factor, { x, y }) {
    this.idle = this.map.once('idle');
    this.map.zoomTo(this.map.getZoom() + Math.log2(factor), { around: this.map.unproject([x, y]), animate: false });
  }

  draw() {
    this.map.redraw();
  }

  settle() {
    return this.idle;
  }

  force() {
    const pixel = new Uint8Array(4);
    this.gl.readPixels(0, 0, 1, 1, this.gl.RGBA, this.gl.UNSIGNED_BYTE, pixel);
    return pixel[0];
  }

  pixels() {
    const { width, height } = this.canvas;
    const all = new Uint8Array(width * height * 4);
    this.gl.readPixels(0, 0, width, height, this.gl.RGBA, this.gl.UNSIGNED_BYTE, all);
    return all;
  }

  pick(x, y) {
    const [found] = this.map.queryRenderedFeatures([x, y], { layers: ['flows', 'land'] });
    return found ? `${found.layer.id} ${found.id}` : null;
  }

  destroy() {
    this.map.remove();
  }
}
