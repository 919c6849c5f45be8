import '/dist/khorgos.js';
import { force, pixels } from './canvas.js';

/** Ours, through its public element only; its canvas is read to force the pixels. */
export class Engine {
  async mount(container, { map, own0, own1, brief }) {
    const address = (text) => URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const maps = (own0 ? [own0, own1] : [map]).map(address);
    const briefs = address(brief);
    this.element = document.createElement('khorgos-map');
    this.element.loading = 'eager'; // as the others do
    Object.assign(this.element.style, { display: 'block', width: '100%', height: '100%' });
    this.element.map = maps.join(' ');
    this.element.brief = briefs;
    this.element.projection = 'mercator'; // what all of them have
    container.append(this.element);
    await this.element.ready;
    await this.element.settled;
    for (const url of [...maps, briefs]) URL.revokeObjectURL(url);
  }

  pan(dx, dy) {
    this.element.panBy(dx, dy);
  }

  zoom(factor, at) {
    this.element.zoomBy(factor, at);
  }

  draw() {
    globalThis.drawNow();
  }

  settle() {
    return this.element.settled;
  }

  force() {
    return force(...this.#canvases());
  }

  pixels() {
    return pixels(...this.#canvases());
  }

  pick(x, y) {
    const found = this.element.pick(x, y);
    return found ? `${found.kind} ${found.id}` : null;
  }

  /** What the map shows, so that the others show the same: the middle and the width of 360° on the Mercator map, px. */
  view(width_px, height_px) {
    const [x0, y0] = this.element.project(0, 0);
    const [x1] = this.element.project(90, 0);
    const worldPx = (x1 - x0) * 4;
    const radians = (2 * Math.PI) / worldPx;
    return { center: [((width_px / 2 - x0) * radians * 180) / Math.PI, (2 * Math.atan(Math.exp((y0 - height_px / 2) * radians)) - Math.PI / 2) * (180 / Math.PI)], worldPx };
  }

  destroy() {
    this.element.destroy();
    this.element.remove();
  }

  #canvases() {
    return [...this.element.shadowRoot.querySelectorAll('canvas')].filter(({ width }) => width > 0);
  }
}
