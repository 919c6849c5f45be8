import { aboutCard, creditLine } from './attribution.js';
import { Disclosures } from './disclosure.js';
import { h } from './dom.js';
import { Gauge } from './gauge.js';
import { layerSwitches } from './layers.js';
import { legendGroups } from './legend.js';
import { mark } from './words.js';

/** What stands around the map and tells of it: title, lens tabs, legend, layer switches, scale bar, north, credits. */
export class Surround {
  disclosures;
  gauge = new Gauge();
  #map;

  constructor(map) {
    this.#map = map;
    this.disclosures = new Disclosures(map.words);
  }

  /** The interface's own language. */
  speak({ lang, page }) {
    const { words, parts, telling } = this.#map;
    words.take(lang, page);
    for (const node of [parts.box, telling.scrolled.element]) {
      node.lang = lang;
      node.dir = words.isMirrored ? 'rtl' : 'ltr';
    }
  }

  describe() {
    const { engine, words, parts, lens, telling } = this.#map;
    const { title, summary, box, canvas, creditLine: line, about } = parts;
    const meta = engine.get('meta');
    if (!meta) return;
    for (const [node, { text, lang }] of [[title, meta.title], [summary, meta.summary]]) {
      node.textContent = text;
      mark(node, lang);
    }
    canvas.setAttribute('aria-label', words.say('map_of', meta.title.text));
    line.replaceChildren(...creditLine(meta));
    const [heading, ...rest] = aboutCard(meta, words);
    const button = (name) => h('button', { type: 'button', class: 'action', onclick: () => this.#map.open(name) }, words.say(name));
    about.replaceChildren(heading, h('p', { class: 'actions' }, button('share'), button('keyboard')), ...rest);
    lens.tabs.show(engine.get('lenses') ?? []);
    box.classList.toggle('has-lenses', !lens.tabs.element.hidden);
    telling.take(engine.get('story') ?? []);
    this.drawLayers();
  }

  drawLayers() {
    const { engine, words, parts } = this.#map;
    parts.layers.replaceChildren(layerSwitches(engine.get('layers') ?? [], words, (id, visible) => this.#switch(id, visible)));
  }

  /** Brings legend, scale bar and north to what the last picture shows. Says whether they cover another part of the map. */
  furnish() {
    const news = this.#map.engine.get('furniture');
    if (!news) return false;
    const isOtherGauge = this.gauge.show(news);
    const { live, parts, words } = this.#map;
    const { lang } = words.said('map');
    mark(parts.told, lang);
    if (news.told) {
      parts.told.textContent = news.told;
      if (live.isDue) live.say({ text: news.told.split('\n')[0], lang });
    }
    live.isDue = false;
    if (news.legend) {
      parts.legend.replaceChildren(...legendGroups(news.legend));
      letReach(parts.legend);
    }
    return Boolean(news.legend) || isOtherGauge;
  }

  /** Keeps a legend and a story that scroll within reach of the keyboard, which scrolls them. */
  watch(signal) {
    const { legend, standing } = this.#map.parts;
    const room = new ResizeObserver((changes) => changes.forEach(({ target }) => letReach(target)));
    for (const node of [legend, standing.story.querySelector('.texts')]) room.observe(node);
    signal.addEventListener('abort', () => room.disconnect());
  }

  #switch(id, visible) {
    this.#map.live.isDue = true;
    this.#map.engine.tell('setLayer', id, visible);
  }
}

function letReach(node) {
  if (node.scrollHeight > node.clientHeight + 1) node.tabIndex = 0;
  else node.removeAttribute('tabindex');
}
