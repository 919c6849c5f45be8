import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };
// Isolated pages have clocks of 5 µs; others of 100.
const HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cache-Control': 'no-store' };

/** Serves `folders` ({ '/prefix/': folder }) and `documents` (address → text). Returns { url, close }. */
export async function serve(folders, documents) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    try {
      const body = documents.get(pathname) ?? (await readFile(locate(folders, pathname)));
      response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[path.extname(pathname)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, HEADERS);
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

function locate(folders, pathname) {
  const prefix = Object.keys(folders).find((known) => pathname.startsWith(known));
  const file = path.join(folders[prefix], pathname.slice(prefix.length));
  if (!file.startsWith(folders[prefix])) throw new Error('outside');
  return file;
}
