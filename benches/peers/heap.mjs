/** Bytes after the garbage is gone: objects of the page and of its workers, their buffers, and WebAssembly's memory. */
export async function heapBytes(page, session) {
  const own = await usage((method) => session.send(method));
  const workers = await workersUsage(session);
  const wasm = await page.evaluate(() => globalThis.wasmBytes());
  return { objects: own.usedSize, buffers: own.backingStorageSize ?? 0, workers, wasm };
}

async function usage(send) {
  await send('HeapProfiler.enable');
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  return send('Runtime.getHeapUsage');
}

/** Workers are spoken to through the page's session. */
async function workersUsage(session) {
  const answers = new Map();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  const found = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && found.push(sessionId));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let bytes = 0;
  for (const sessionId of found) {
    const send = async (method) => {
      const id = (last += 1);
      const answer = new Promise((resolve) => answers.set(id, resolve));
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
      return answer;
    };
    const { usedSize, backingStorageSize = 0 } = await usage(send);
    bytes += usedSize + backingStorageSize;
  }
  return bytes;
}
