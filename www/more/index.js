import css from './more.css';

const SHAPES = {
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
  up: 'm4.5 12.5 5.5-6 5.5 6',
  left: 'm12.5 4.5-6 5.5 6 5.5',
  right: 'm7.5 4.5 6 5.5-6 5.5',
  down: 'm4.5 7.5 5.5 6 5.5-6',
  full: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  leave: 'M8 4v4H4M12 4v4h4M16 12h-4v4M8 16v-4H4',
  stop: 'M7 5v10M13 5v10',
  start: 'm7 4.5 8 5.5-8 5.5z',
};
const WAYS = { up: [0, -1], left: [-1, 0], right: [1, 0], down: [0, 1] };
const HINT_MS = 1800;
const LEAST_FRAME_PX = 8;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * What is there as soon as the map is, but not before: a pad that moves it without a drag, full screen, what stops the marks, the
 * word on how the map is moved, and the frame of what is to be shown larger. Made of the element's own pieces, as this is loaded later.
 */
export class More {
  #hint;
  #hinting;
  #frame;
  #motion;
  #icon;
  #map;

  constructor(map, { h, PAN_STEP }) {
    const { words, controls, surround, motion, dress, parts } = (this.#map = map);
    this.#icon = (name) => map.icon(name, SHAPES[name]);
    dress.add(sheet);
    this.#hint = h('p', { class: 'hint', 'aria-hidden': 'true' });
    this.#frame = h('div', { class: 'frame', hidden: true });
    parts.canvas.after(this.#frame, this.#hint);

    const way = ([name, [dx, dy]]) => {
      const node = controls.button(this.#icon(name), `move_${name}`, () => map.move('panBy', -dx * PAN_STEP, -dy * PAN_STEP));
      node.classList.add(`to-${name}`);
      return node;
    };
    const pad = h('div', { class: 'pad', id: 'pad', role: 'group' }, ...Object.entries(WAYS).map(way));
    const opener = surround.disclosures.add('move', 'move', pad, { compact: true });
    opener.className = 'control';
    opener.replaceChildren(this.#icon('move'));

    this.#motion = controls.button(undefined, () => (motion.isPaused ? 'start_motion' : 'stop_motion'), () => motion.pause(!motion.isPaused));
    controls.element.append(h('div', { class: 'mover' }, opener, words.bind(pad, 'move', 'aria-label')), ...(document.fullscreenEnabled ? [this.#fullScreen()] : []));
    this.showMotion();
  }

  /** Whether there are marks to stop or to start. */
  showMotion() {
    const { motion, words, controls } = this.#map;
    if (motion.moves) controls.element.append(this.#motion);
    else this.#motion.remove();
    this.#motion.replaceChildren(this.#icon(motion.isPaused ? 'start' : 'stop'));
    words.write();
  }

  /** Says once, and not for long, how the map is moved. A story that scrolls past needs no such word. */
  hint(key, ...values) {
    const { words, element } = this.#map;
    if (this.#hinting?.playState === 'running' || element.matches('[story="scroll"]')) return;
    this.#hint.textContent = words.say(key, ...values);
    this.#hinting = this.#hint.animate({ opacity: [0, 1, 1, 1, 0] }, HINT_MS);
  }

  /** A frame is drawn from where the mouse went down; what is in it when it goes up is shown. `at(event)`: where that is; `animate()`: whether smoothly. */
  frame(down, at, animate) {
    const { engine, parts } = this.#map;
    const [x, y] = at(down);
    const leaving = new AbortController();
    const { signal } = leaving;
    const listen = (type, handler) => parts.canvas.addEventListener(type, (event) => event.pointerId === down.pointerId && handler(event), { signal });
    const to = (event) => {
      const [endX, endY] = at(event);
      return [Math.min(x, endX), Math.min(y, endY), Math.abs(endX - x), Math.abs(endY - y)];
    };
    const end = () => {
      leaving.abort();
      this.#frame.hidden = true;
    };
    listen('pointermove', (event) => {
      const sides = to(event);
      for (const [index, name] of ['left', 'top', 'width', 'height'].entries()) this.#frame.style.setProperty(name, `${sides[index]}px`);
      this.#frame.hidden = false;
    });
    listen('pointerup', (event) => {
      const part = to(event);
      end();
      if (Math.min(part[2], part[3]) >= LEAST_FRAME_PX) engine.tell('showPart', ...part, animate());
    });
    for (const type of ['pointercancel', 'lostpointercapture']) listen(type, end);
    this.#map.signal.addEventListener('abort', end, { signal });
  }

  #fullScreen() {
    const { element, words, controls } = this.#map;
    const isFull = () => element.matches(':fullscreen');
    // Where the browser does not let it there is nothing to say.
    const go = () => (isFull() ? element.ownerDocument.exitFullscreen() : element.requestFullscreen()).catch(() => {});
    const node = controls.button(this.#icon('full'), () => (isFull() ? 'leave_full_screen' : 'full_screen'), go);
    node.classList.add('to-full');
    element.addEventListener('fullscreenchange', () => {
      node.replaceChildren(this.#icon(isFull() ? 'leave' : 'full'));
      words.write();
    });
    return node;
  }
}
