import { LinesChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { force, pixels } from './canvas.js';
import { BORDER, BORDER_PX, FLOW, FLOW_OPACITY, LAND, SEA } from './colors.js';
import { BEND, toPlane, toSphere } from './curves.js';
import { countries } from './planar.js';

use([LinesChart, GeoComponent, CanvasRenderer]);
let maps = 0;

/** Apache ECharts: a geo component and lines on it, on a canvas. `large` would give all lines one width, so they stay progressive. */
export class Engine {
  async mount(container, { map, flows, view, width_px, height_px }) {
    this.container = container;
    const name = `map ${(maps += 1)}`;
    registerMap(name, countries(map));
    this.chart = init(container, null, { renderer: 'canvas', width: width_px, height: height_px });
    const finished = this.#finished();
    this.chart.setOption({
      backgroundColor: SEA,
      animation: false,
      geo: {
        map: name, roam: true, left: 0, top: 0, width: width_px, height: height_px, boundingCoords: corners(view, width_px, height_px),
        projection: { project: toPlane, unproject: toSphere }, selectedMode: false, emphasis: { disabled: true },
        itemStyle: { areaColor: LAND, borderColor: BORDER, borderWidth: BORDER_PX },
      },
      series: {
        type: 'lines', coordinateSystem: 'geo', emphasis: { disabled: true },
        lineStyle: { color: FLOW, opacity: FLOW_OPACITY, curveness: BEND },
        data: JSON.parse(flows).map(({ ends, width_px }) => ({ coords: ends, lineStyle: { width: width_px } })),
      },
    });
    this.draw();
    await finished;
  }

  pan(dx, dy) {
    this.due = this.#finished();
    this.chart.dispatchAction({ type: 'geoRoam', geoIndex: 0, dx: -dx, dy: -dy });
  }

  zoom(factor, { x, y }) {
    this.due = this.#finished();
    this.chart.dispatchAction({ type: 'geoRoam', geoIndex: 0, zoom: factor, originX: x, originY: y });
  }

  draw() {
    this.chart.getZr().flush();
  }

  settle() {
    return this.due;
  }

  force() {
    return force(...this.#canvases());
  }

  pixels() {
    return pixels(...this.#canvases());
  }

  pick(x, y) {
    const { target } = this.chart.getZr().handler.findHover(x, y);
    return target ? `${target.type} ${target.id}` : null;
  }

  destroy() {
    this.chart.dispose();
  }

  /** One, and others for what is drawn bit by bit. */
  #canvases() {
    return this.container.querySelectorAll('canvas');
  }

  #finished() {
    return new Promise((resolve) => {
      const heard = () => {
        this.chart.off('finished', heard);
        resolve();
      };
      this.chart.on('finished', heard);
    });
  }
}

/** Longitude and latitude of the picture's top left and bottom right corners. */
function corners({ center, worldPx }, width_px, height_px) {
  const [x, y] = toPlane(center);
  const radians = (2 * Math.PI) / worldPx;
  const corner = (side) => toSphere([x + (side * width_px * radians) / 2, y + (side * height_px * radians) / 2]);
  return [corner(-1), corner(1)];
}
