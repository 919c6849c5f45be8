/** A citable flow map: `<khorgos-map brief="kazakhstan.json"></khorgos-map>`. Without attributes it shows the brief that ships with it. */
export class KhorgosMap extends HTMLElement {
  /** The brief: an address or the document itself. Reflects the attribute when it is an address; `null` is the one that ships. */
  get brief(): object | string | null;
  set brief(value: object | string | null | undefined);

  /** The base map: one or several addresses separated by spaces, or a GeoJSON or TopoJSON object; `null` is the one that ships. */
  get map(): object | string | null;
  set map(value: object | string | null | undefined);

  /**
   * `auto` (also for `null` and anything else) follows the reader's scheme and wish for contrast as they change; `contrast` is
   * high contrast, dark or light as the reader prefers. Forced colours and paper come before all of them. The page's
   * `--khorgos-*` colours count in light and dark.
   */
  get theme(): 'auto' | 'light' | 'dark' | 'contrast';
  set theme(value: 'auto' | 'light' | 'dark' | 'contrast' | null | undefined);

  /**
   * Settles when the newest brief and map are drawn (resolves to the element) or refused (rejects; `faults` says why).
   * A rejection that nobody handles is silent: `khorgos-error` has told it.
   */
  readonly ready: Promise<this>;

  /** Resolves when loading is over and the frame on the canvas is the latest. */
  readonly settled: Promise<void>;

  /** What lies at a point, in CSS px from the element's top left corner. */
  pick(x: number, y: number): Selection | null;

  /** Where a position lies, in CSS px from the element's top left corner; `null` where there is no map yet or no such point on it. */
  project(longitude: number, latitude: number): [x: number, y: number] | null;

  /** Selects a thing and opens its panel; `null` clears the selection. Says whether there is such a thing. */
  select(target: string | Selection | null): boolean;

  /** Moves the view, in CSS px: a positive `dx` shows what lies further right. */
  panBy(dx: number, dy: number): void;

  /** Magnifies by a factor about a point, or about the middle of what no panel covers. */
  zoomBy(factor: number, at?: { x: number; y: number }): void;

  /** Frees everything at once; connecting the element again starts it anew. A removed element does this by itself. */
  destroy(): void;
}

/** `id` is the brief's, or for a country its ISO 3166-1 alpha-3 code. */
export interface Selection {
  kind: 'country' | 'place' | 'flow' | 'line' | 'area';
  id: string;
}

/** One thing that is wrong with a document. */
export interface Problem {
  /** JSON path, such as `$.facts[3].value`. */
  path: string;
  expected: string;
  found: string;
}

/** Why a document is not on the map. `problems` is empty where it could not even be read. */
export interface Fault {
  source: 'brief' | 'map' | 'engine';
  url?: string;
  message: string;
  problems: Problem[];
}

export interface KhorgosMapEventMap {
  /** The newest brief and map are drawn. */
  'khorgos-ready': CustomEvent<null>;
  /** Another selection, or none. */
  'khorgos-select': CustomEvent<Selection | null>;
  /** The view was moved; once a frame. */
  'khorgos-viewchange': CustomEvent<null>;
  /** A document was refused or could not be had, or the map could not be drawn. The last good map stays. */
  'khorgos-error': CustomEvent<Fault>;
}

declare global {
  interface HTMLElementTagNameMap {
    'khorgos-map': KhorgosMap;
  }
  interface HTMLElementEventMap extends KhorgosMapEventMap {}
}
