import { geoBounds, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { OneCanvas } from './canvas.js';

/** What both ways of drawing with d3-geo share: the canvas, the countries, and which of them holds a point. */
export class OnD3 extends OneCanvas {
  drawsItself = false;

  begin(container, map, size) {
    const [width, height] = size;
    this.canvas = Object.assign(document.createElement('canvas'), { width, height });
    container.append(this.canvas);
    this.size = size;
    const topology = JSON.parse(map);
    this.land = feature(topology, topology.objects.countries);
  }

  countryAt(point) {
    this.bounds ??= this.land.features.map(geoBounds);
    const found = this.land.features.find((country, index) => isWithin(this.bounds[index], point) && geoContains(country, point));
    return found ? `country ${found.id}` : null;
  }

  destroy() {
    this.canvas.remove();
  }
}

function isWithin([[west, south], [east, north]], [longitude, latitude]) {
  const across = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return across && latitude >= south && latitude <= north;
}
