import * as L from 'leaflet';
import { OneCanvas } from './canvas.js';
import { BORDER, BORDER_PX, FLOW, FLOW_OPACITY, LAND, SEA } from './colors.js';
import { sampled } from './curves.js';
import { countries } from './planar.js';

const TILE_PX = 256;

/** Leaflet with its canvas renderer. */
export class Engine extends OneCanvas {
  async mount(container, { map, flows, view }) {
    container.style.background = SEA;
    this.container = container;
    this.map = L.map(container, { preferCanvas: true, zoomSnap: 0, zoomAnimation: false, inertia: false, attributionControl: false, zoomControl: false });
    this.map.setView([view.center[1], view.center[0]], Math.log2(view.worldPx / TILE_PX), { animate: false });
    const picked = (text) => () => { this.picked = text; };
    const style = { fillColor: LAND, fillOpacity: 1, color: BORDER, weight: BORDER_PX };
    L.geoJSON(countries(map), {
      style,
      onEachFeature: ({ id }, layer) => layer.on('click', picked(`country ${id}`)),
    }).addTo(this.map);
    for (const [index, { ends, width_px }] of JSON.parse(flows).entries()) {
      const points = sampled(ends).map(([longitude, latitude]) => [latitude, longitude]);
      L.polyline(points, { color: FLOW, opacity: FLOW_OPACITY, weight: width_px }).on('click', picked(`flow ${index}`)).addTo(this.map);
    }
    this.canvas = container.querySelector('canvas');
    this.draw();
  }

  pan(dx, dy) {
    this.map.panBy([dx, dy], { animate: false });
  }

  /** What its drag handler does until the finger is lifted: the canvas is moved by CSS and not drawn. */
  drag(dx, dy) {
    this.map._rawPanBy(L.point(dx, dy));
    this.map.fire('move');
  }

  zoom(factor, { x, y }) {
    this.map.setZoomAround(L.point(x, y), this.map.getZoom() + Math.log2(factor), { animate: false });
  }

  draw() {
    globalThis.drawNow();
  }

  pick(x, y) {
    const { left, top } = this.container.getBoundingClientRect();
    this.picked = null;
    this.canvas.dispatchEvent(new MouseEvent('click', { clientX: left + x, clientY: top + y, bubbles: true }));
    return this.picked;
  }

  destroy() {
    this.map.remove();
  }
}
