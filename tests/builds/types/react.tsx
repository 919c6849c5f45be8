import { useRef } from 'react';
import type { KhorgosMap, Selection } from 'khorgos';

export function Map({ brief, choose }: { brief: object; choose: (selection: Selection | null) => void }) {
  const map = useRef<KhorgosMap>(null);
  return (
    <main>
      <khorgos-map ref={map} brief={brief} limits={{ bytes: 1e6 }} lens="china" worldview="un" className="wide" onkhorgos-select={({ detail }) => choose(detail)} onkhorgos-viewchange={() => map.current?.step} />
      {/* @ts-expect-error there is no such view of the world */}
      <khorgos-map worldview="moon" />
      {/* @ts-expect-error the detail is a step, no selection */}
      <khorgos-map onkhorgos-step={({ detail }) => choose(detail)} />
    </main>
  );
}
