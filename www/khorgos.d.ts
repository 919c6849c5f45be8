/**
 * A citable flow map: `<khorgos-map brief="kazakhstan.json"></khorgos-map>`. Without attributes it shows the brief that ships with it.
 * With `story="scroll"` the element is as long as the brief's story: the map sticks while the texts scroll past it.
 *
 * Everything may be called at any time, also by listeners of its own events, before there is a map and after `destroy()`: then
 * nothing happens, and what is asked for is `null` or `false`. A value of a wrong type, NaN and infinity count as not given.
 */
export class KhorgosMap extends HTMLElement {
  /**
   * The brief: an address or the document itself. Reflects the attribute when it is an address; `null` is the one that ships. What is no
   * brief, or no JSON, is told by `khorgos-error`, and the last good map stays.
   */
  get brief(): object | string | null;
  set brief(value: object | string | null | undefined);

  /** The base map: one or several addresses separated by spaces, or a GeoJSON or TopoJSON object; `null` is the one that ships. */
  get map(): object | string | null;
  set map(value: object | string | null | undefined);

  /**
   * How much of brief and map is read at most, where a page wants another measure than the README gives: less of documents that others
   * give, more of its own. What is not given, and `null`, stays as it is. Others than before read both anew.
   */
  get limits(): Limits | null;
  set limits(value: Limits | null | undefined);

  /** Id of the brief's lens that the map is seen through, reflected; `null` is none. Setting it opens the lens's panel. An id that the brief does not have changes nothing. */
  get lens(): string | null;
  set lens(value: string | null | undefined);

  /**
   * `eager` loads the map at once; with `null`, and anything else, nothing but the script is loaded before the element is within a
   * window's height of what the reader sees, or is printed, or a picture or table is asked for. Reflects the attribute.
   */
  get loading(): 'eager' | 'lazy' | null;
  set loading(value: 'eager' | 'lazy' | null | undefined);

  /**
   * `off` turns off the keys that write a character (+ − 0 n p [ ] ?); arrows, Enter and Escape are heard all the same. Keys are heard
   * only while the focus is in the element. `null`, and anything else, has them on. Reflects the attribute; readers find the
   * same switch in the table of keys.
   */
  get keys(): 'off' | null;
  set keys(value: 'off' | null | undefined);

  /** The step of the brief's story that is told, from 0, or `null`. Setting it tells a step, if there is one of that number; `null` ends the story. */
  get step(): number | null;
  set step(value: number | null | undefined);

  /**
   * According to whom borders are shown; reflects the attribute. `null`, or a word that is none of these, is the brief's
   * choice. A wrong word is told by `khorgos-error`.
   */
  get worldview(): WorldView | null;
  set worldview(value: WorldView | null | undefined);

  /**
   * Lines of equal longitude and latitude: any word but `none` draws them, `null` is the brief's choice (`view.graticule`).
   * Reflects the attribute.
   */
  get graticule(): string | null;
  set graticule(value: string | null | undefined);

  /**
   * `greedy` lets one finger and the plain wheel move and zoom the map. With `null`, and anything else, they scroll the page, and
   * two fingers and the wheel with Ctrl or ⌘ are the map's. Reflects the attribute. In full screen all are the map's; with
   * `story="scroll"` they are the page's.
   */
  get gestures(): 'greedy' | null;
  set gestures(value: 'greedy' | null | undefined);

  /**
   * How the sphere becomes a plane, fitted to the brief's extent; `null` is the brief's choice. Reflects the attribute.
   * With any other name `khorgos-error` is told and the brief's choice stands.
   */
  get projection(): Projection | null;
  set projection(value: Projection | null | undefined);

  /**
   * `hash` keeps lens, layers, selection, step, language and view in the page's fragment, beside what else is there, and takes them
   * from it; `null`, and anything else, keeps nothing. Reflects the attribute. See README.
   */
  get state(): 'hash' | null;
  set state(value: 'hash' | null | undefined);

  /**
   * `off` reads large maps on the page, in slices; `null`, and anything else, in a worker where the page may have one. Reflects
   * the attribute. A page that allows no worker by its policy gets one report of that unless it says `off`.
   */
  get worker(): 'off' | null;
  set worker(value: 'off' | null | undefined);

  /**
   * `gentle` lets small marks go along one-way flows; `null`, and anything else, keeps the map still. Reflects the attribute. Nothing
   * moves for readers who want less motion, off screen, in a hidden tab and on paper.
   */
  get motion(): 'gentle' | null;
  set motion(value: 'gentle' | null | undefined);

  /**
   * `auto` (also for `null` and anything else) follows the reader's scheme and wish for contrast as they change; `contrast` is
   * high contrast, dark or light as the reader prefers. Forced colours and paper come before all of them. The page's
   * `--khorgos-*` colours count in light and dark.
   */
  get theme(): 'auto' | 'light' | 'dark' | 'contrast';
  set theme(value: 'auto' | 'light' | 'dark' | 'contrast' | null | undefined);

  /**
   * Settles when the newest brief and map are drawn (resolves to the element) or refused (rejects; `faults` says why).
   * A rejection that nobody handles is silent: `khorgos-error` has told it. It waits as long as the map is not loaded: see `loading`.
   * When it is let go before, by `destroy()`, this rejects without an event; `faults` is empty.
   */
  readonly ready: Promise<this>;

  /** Resolves when loading is over, no flight is under way and the frame on the canvas is the latest. */
  readonly settled: Promise<void>;

  /** What lies at a point, in CSS px from the element's top left corner. */
  pick(x: number, y: number): Selection | null;

  /** Where a position lies, in CSS px from the element's top left corner; `null` where there is no map yet or no such point on it. */
  project(longitude: number, latitude: number): [x: number, y: number] | null;

  /** Selects a thing and opens its panel; `null` clears the selection. Says whether there is such a thing; what is none changes nothing. */
  select(target: string | Selection | null): boolean;

  /** Moves the view, in CSS px: a positive `dx` shows what lies further right. */
  panBy(dx: number, dy: number): void;

  /** Magnifies by a factor about a point, or about the middle of what no panel covers. A factor that is not above 0 changes nothing. */
  zoomBy(factor: number, at?: { x: number; y: number }): void;

  /** Moves the view smoothly, or at once where the reader wants no motion. A gesture breaks the flight off. */
  flyTo(goal: Goal): void;

  /**
   * The map in its present view as an SVG document, for a file or a page. Waits for the newest brief and map, and fails without.
   * The first call of any of the three loads what makes pictures and tables, and fails where that cannot be had.
   */
  toSVG(): Promise<string>;

  /** The same as a PNG picture, at `scale` (2) pixels for a CSS px of the element. A picture larger than canvases can be, or a scale that is no number above 0, is a RangeError. */
  toPNG(scale?: number): Promise<Blob>;

  /**
   * All facts of the brief as CSV (RFC 4180) in the language of the map: id, subject, object, measure, value, unit, qualifier,
   * period, text, remark, section, paragraph, sources. A value that the source does not give is an empty cell; a text that a
   * spreadsheet would take for a formula has an apostrophe before it.
   */
  toCSV(): Promise<string>;

  /** Frees everything at once; connecting the element again starts it anew. A removed element does this by itself. */
  destroy(): void;
}

/**
 * Starts the engine from somewhere else than beside the script, for builds that put files elsewhere: `khorgos_wasm_bg.wasm` as an
 * address, a response, bytes or a compiled module. To be called before the first map is on the page: one engine serves all maps.
 * Resolves when it runs, and rejects when it cannot; calling it again tries again.
 */
export function init(module: string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>): Promise<void>;

/** Where a flight ends. `fit` goes before the other two; ids that the map does not have are passed over. */
export interface Goal {
  /** Longitude and latitude, degrees. */
  center?: [longitude: number, latitude: number];
  /** Level of the web's maps (tiles of 512 px, Mercator): the scale is the one that such a map has at the centre. */
  zoom?: number;
  /** Ids of countries (the map's, by their codes), places, flows, lines and areas that are to be in sight. */
  fit?: string | string[];
  /** `false` arrives at once. */
  animate?: boolean;
}

/** How much of brief and map is read; what each is about is in the README. */
export interface Limits {
  /** Bytes of a document. */
  bytes?: number;
  /** Characters of a text or key. */
  text?: number;
  /** Elements of a list or table of the brief. */
  elements?: number;
  /** Features of the map, in all its documents. */
  features?: number;
  /** Points of the map, each as often as it is used. */
  vertices?: number;
}

/** A step of the story, from 0, of so many. */
export interface StoryStep {
  step: number;
  of: number;
}

export type Projection = 'azimuthal-equal-area' | 'conic-equal-area' | 'conic-conformal' | 'equal-earth' | 'mercator';

/** The United Nations, who administers what, and the views of ISO 3166, Russia, China, India and Pakistan. */
export type WorldView = 'un' | 'de-facto' | 'iso' | 'ru' | 'cn' | 'in' | 'pk';

/** `id` is the brief's, or for a country its ISO 3166-1 alpha-3 code, or for a disputed area the base map's. A `sum` is several flows that are drawn as
 * one, a `group` several ends of flows; their ids stay the same for the same brief, whatever its order. */
export interface Selection {
  kind: 'country' | 'place' | 'flow' | 'line' | 'area' | 'disputed' | 'sum' | 'group';
  id: string;
}

/** One thing that is wrong with a document. */
export interface Problem {
  /** JSON path, such as `$.facts[3].value`. */
  path: string;
  expected: string;
  found: string;
}

/** Why a document is not on the map, or an attribute has no effect. `problems` is empty where it could not even be read. */
export interface Fault {
  source: 'brief' | 'map' | 'engine' | 'language' | 'projection' | 'worldview';
  url?: string;
  message: string;
  problems: Problem[];
  /** Whether trying again may help: then the reader has a button for it. */
  mayPass: boolean;
}

/** The element's attributes, as templates set them; `brief`, `map` and `limits` take objects where a template sets properties. */
export interface KhorgosMapAttributes {
  brief?: object | string | null;
  map?: object | string | null;
  limits?: Limits | null;
  lens?: string | null;
  lang?: string;
  theme?: 'auto' | 'light' | 'dark' | 'contrast';
  projection?: Projection | null;
  worldview?: WorldView | null;
  graticule?: string | null;
  loading?: 'eager' | 'lazy' | null;
  story?: 'scroll' | null;
  gestures?: 'greedy' | null;
  keys?: 'off' | null;
  motion?: 'gentle' | null;
  state?: 'hash' | null;
  worker?: 'off' | null;
}

/** What templates set to hear the element's events, as `onkhorgos-select`. */
export type KhorgosMapHandlers = {
  [Name in keyof KhorgosMapEventMap as `on${Name}`]?: (event: KhorgosMapEventMap[Name]) => void;
};

export interface KhorgosMapEventMap {
  /** The newest brief and map are drawn. */
  'khorgos-ready': CustomEvent<null>;
  /** Another selection, or none. */
  'khorgos-select': CustomEvent<Selection | null>;
  /** The view was moved; once a frame. */
  'khorgos-viewchange': CustomEvent<null>;
  /** Another lens, by its id, or none. */
  'khorgos-lens': CustomEvent<string | null>;
  /** Another step of the story is told, or the story has ended. */
  'khorgos-step': CustomEvent<StoryStep | null>;
  /** A document was refused or could not be had, an attribute has a value that it does not know, or the map could not be drawn, or what a reader wants to take away not be made. The last good map stays. */
  'khorgos-error': CustomEvent<Fault>;
}

declare global {
  interface HTMLElementTagNameMap {
    'khorgos-map': KhorgosMap;
  }
  interface HTMLElementEventMap extends KhorgosMapEventMap {}
}
