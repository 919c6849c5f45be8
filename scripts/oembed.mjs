// oEmbed for a host of files: writes oembed.json, which answers how the map is put on other pages, and names it in map.html.
// Both hold the host's address, so this comes after the build and before dist/ is put there.
// usage: node scripts/oembed.mjs https://maps.example/khorgos/ [dist]
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// What stands where neither sheet nor script is loaded, CSS px.
const [WIDTH, HEIGHT] = [800, 500];

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** The address of a folder, whole and with its slash; fails with one that a frame on another site cannot have. */
export function folder(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!/^https?:$/.test(url?.protocol) || url.search || url.hash) throw new Error(`expected the http(s) address of a folder, found ${address}`);
  return url.href.replace(/\/?$/, '/');
}

/** What another page has for a map that lies at a folder's address. */
export const snippet = (host, title) =>
  `<iframe class="khorgos-embed" src="${escaped(host)}embed.html" title="${escaped(title)}" width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>
<script async src="${escaped(host)}khorgos-embed.js"></script>`;

/** The answer of https://oembed.com for it. */
export function oembed(host, title) {
  const { origin, hostname } = new URL(host);
  return { version: '1.0', type: 'rich', title, provider_name: hostname, provider_url: origin, width: WIDTH, height: HEIGHT, html: snippet(host, title) };
}

/** A page that names the answer, in place of one that it named before. */
export function named(page, host, title) {
  const link = `<link rel="alternate" type="application/json+oembed" href="${escaped(host)}oembed.json" title="${escaped(title)}">\n`;
  return page.replace(/^<link rel="alternate" type="application\/json\+oembed".*\n/m, '').replace('</head>', () => `${link}</head>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , address, dist = path.resolve(import.meta.dirname, '../dist')] = process.argv;
  try {
    const host = folder(address);
    const { title } = JSON.parse(await readFile(path.join(dist, 'assets/briefs/kazakhstan.json'), 'utf8')).meta;
    const map = path.join(dist, 'map.html');
    const page = await readFile(map, 'utf8');
    await writeFile(path.join(dist, 'oembed.json'), `${JSON.stringify(oembed(host, title), null, 2)}\n`);
    await writeFile(map, named(page, host, title));
  } catch ({ message }) {
    console.error(`oembed.mjs: ${message}`);
    process.exitCode = 1;
  }
}
