// A static server for dist/: the right types, compression, revalidation. For a look at the widget and for its tests.
// usage: node scripts/serve.mjs [--root dist] [--port 8080] [--csp]
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const HOST = '127.0.0.1';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.md': 'text/plain; charset=utf-8',
};
const PACKED = new Set(['.png', '.webp']);

// The strictest policy that the widget is made for.
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The file a request's path names, or undefined: nothing outside `root`, not by `..` and not by a link. */
async function locate(root, url) {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    let file = await realpath(path.join(root, wanted));
    if ((await stat(file)).isDirectory()) file = await realpath(path.join(file, 'index.html'));
    if (!file.startsWith(root + path.sep)) return undefined;
    const info = await stat(file);
    return info.isFile() ? { file, tag: `W/"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"` } : undefined;
  } catch {
    return undefined; // not there, or no path at all
  }
}

function handler(root, csp) {
  const cache = new Map(); // file → { tag, plain, packed }: compressed once, as long as the file stays as it is

  async function content({ file, tag }) {
    let entry = cache.get(file);
    if (entry?.tag !== tag) {
      const plain = await readFile(file);
      const packed = PACKED.has(path.extname(file))
        ? undefined
        : await brotli(plain, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 6 } });
      entry = { tag, plain, packed };
      cache.set(file, entry);
    }
    return entry;
  }

  return async (request, response) => {
    const headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', Vary: 'Accept-Encoding' };
    if (csp) headers['Content-Security-Policy'] = csp;
    const end = (status, body = '') => {
      response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const text = (status, body) => {
      headers['Content-Type'] = 'text/plain; charset=utf-8';
      end(status, body);
    };
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        headers.Allow = 'GET, HEAD';
        return text(405, 'only GET and HEAD\n');
      }
      const found = await locate(root, request.url);
      if (!found) return text(404, 'not found\n');
      headers.ETag = found.tag;
      if (request.headers['if-none-match'] === found.tag) {
        response.writeHead(304, headers);
        return response.end();
      }
      const { plain, packed } = await content(found);
      headers['Content-Type'] = TYPES[path.extname(found.file)] ?? 'application/octet-stream';
      if (packed && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
        headers['Content-Encoding'] = 'br';
        return end(200, packed);
      }
      return end(200, plain);
    } catch (error) {
      return text(500, `${error.message}\n`);
    }
  };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Serves `root` on `port`, or on a free one if that is taken.
 * `csp`: true for the strict policy, or a policy. Returns { url, close }.
 */
export async function serve({ root, port = 0, csp = false }) {
  const server = createServer(handler(await realpath(root), csp === true ? CSP : csp));
  const taken = (error) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(server, 0);
  };
  const used = await listen(server, port).catch(taken);
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://${HOST}:${used}/`, close };
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { root: { type: 'string', default: 'dist' }, port: { type: 'string', default: '8080' }, csp: { type: 'boolean' } },
  });
  const { url } = await serve({ root: values.root, port: Number(values.port), csp: values.csp });
  console.log(`khorgos is at ${url} (Ctrl-C ends it)`);
}
