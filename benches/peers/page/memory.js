// Remembers the memories of WebAssembly modules, which the heap's own figures may leave out.
const memories = new Set();

function remember(result) {
  for (const thing of Object.values((result.instance ?? result).exports ?? {})) if (thing instanceof WebAssembly.Memory) memories.add(thing);
  return result;
}

for (const name of ['instantiate', 'instantiateStreaming']) {
  const natural = WebAssembly[name];
  WebAssembly[name] = (...given) => natural.apply(WebAssembly, given).then(remember);
}

/** Bytes of all of them. */
globalThis.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
