import { geoMercator, geoPath } from 'd3-geo';
import { BORDER, BORDER_PX, FLOW, FLOW_OPACITY, LAND, SEA } from './colors.js';
import { control } from './curves.js';
import { OnD3 } from './on-d3.js';
import { flowAt } from './picking.js';

/** d3-geo as a skilled hand speeds it up: projected once into a Path2D, which a transform of the canvas moves. */
export class Engine extends OnD3 {
  async mount(container, { map, flows, view, width_px, height_px }) {
    this.begin(container, map, [width_px, height_px]);
    this.projection = geoMercator().scale(view.worldPx / (2 * Math.PI)).translate([0, 0]);
    this.outline = new Path2D(geoPath(this.projection).digits(2)(this.land));
    this.flows = JSON.parse(flows).map(({ ends, width_px }) => {
      const [a, b] = ends.map(this.projection);
      const curve = new Path2D();
      curve.moveTo(...a);
      curve.quadraticCurveTo(...control(a, b), ...b);
      return { ends: [a, b], width_px, curve };
    });
    const [x, y] = this.projection(view.center);
    this.at = { k: 1, x: width_px / 2 - x, y: height_px / 2 - y };
    this.context = this.canvas.getContext('2d');
    this.draw();
  }

  pan(dx, dy) {
    this.at = { ...this.at, x: this.at.x - dx, y: this.at.y - dy };
  }

  zoom(factor, at) {
    const { k, x, y } = this.at;
    this.at = { k: k * factor, x: at.x + (x - at.x) * factor, y: at.y + (y - at.y) * factor };
  }

  draw() {
    const { context } = this;
    const { k, x, y } = this.at;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = SEA;
    context.fillRect(0, 0, ...this.size);
    context.setTransform(k, 0, 0, k, x, y);
    context.fillStyle = LAND;
    context.fill(this.outline);
    context.strokeStyle = BORDER;
    context.lineWidth = BORDER_PX / k;
    context.stroke(this.outline);
    context.strokeStyle = FLOW;
    context.globalAlpha = FLOW_OPACITY;
    for (const { curve, width_px } of this.flows) {
      context.lineWidth = width_px / k;
      context.stroke(curve);
    }
  }

  pick(x, y) {
    const { k, x: left, y: top } = this.at;
    const [px, py] = [(x - left) / k, (y - top) / k];
    const flow = flowAt(this.flows.map(({ ends }) => ends), this.flows.map(({ width_px }) => width_px / k), px, py);
    if (flow >= 0) return `flow ${flow}`;
    const point = this.projection.invert([px, py]);
    return this.countryAt(point);
  }
}
