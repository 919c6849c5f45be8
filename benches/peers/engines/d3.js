import { geoMercator, geoPath } from 'd3-geo';
import { BORDER, BORDER_PX, FLOW, FLOW_OPACITY, LAND, SEA } from './colors.js';
import { control } from './curves.js';
import { OnD3 } from './on-d3.js';
import { flowAt } from './picking.js';

const OUTSIDE_PX = 20;

/** d3-geo on a canvas: every frame projects what there is, as its documentation draws it. */
export class Engine extends OnD3 {
  async mount(container, { map, flows, view, width_px, height_px }) {
    this.begin(container, map, [width_px, height_px]);
    this.flows = JSON.parse(flows);
    const edge = [[-OUTSIDE_PX, -OUTSIDE_PX], [width_px + OUTSIDE_PX, height_px + OUTSIDE_PX]];
    this.projection = geoMercator().clipExtent(edge).scale(view.worldPx / (2 * Math.PI));
    this.projection.translate([0, 0]);
    const [x, y] = this.projection(view.center);
    this.projection.translate([width_px / 2 - x, height_px / 2 - y]);
    this.context = this.canvas.getContext('2d');
    this.path = geoPath(this.projection, this.context);
    this.draw();
  }

  pan(dx, dy) {
    const [x, y] = this.projection.translate();
    this.projection.translate([x - dx, y - dy]);
  }

  zoom(factor, at) {
    const [x, y] = this.projection.translate();
    this.projection.scale(this.projection.scale() * factor);
    this.projection.translate([at.x + (x - at.x) * factor, at.y + (y - at.y) * factor]);
  }

  draw() {
    const { context, path } = this;
    this.ends = undefined;
    context.globalAlpha = 1;
    context.fillStyle = SEA;
    context.fillRect(0, 0, ...this.size);
    context.beginPath();
    path(this.land);
    context.fillStyle = LAND;
    context.fill();
    context.strokeStyle = BORDER;
    context.lineWidth = BORDER_PX;
    context.stroke();
    context.strokeStyle = FLOW;
    context.globalAlpha = FLOW_OPACITY;
    for (const { ends, width_px } of this.flows) {
      const [a, b] = ends.map(this.projection);
      const c = control(a, b);
      if (this.#isOutside(a, b, c)) continue;
      context.lineWidth = width_px;
      context.beginPath();
      context.moveTo(...a);
      context.quadraticCurveTo(...c, ...b);
      context.stroke();
    }
  }

  pick(x, y) {
    this.ends ??= this.flows.map(({ ends }) => ends.map(this.projection));
    const flow = flowAt(this.ends, this.flows.map(({ width_px }) => width_px), x, y);
    if (flow >= 0) return `flow ${flow}`;
    const point = this.projection.invert([x, y]);
    return this.countryAt(point);
  }

  #isOutside(...points) {
    const [width, height] = this.size;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return Math.max(...xs) < 0 || Math.min(...xs) > width || Math.max(...ys) < 0 || Math.min(...ys) > height;
  }
}
