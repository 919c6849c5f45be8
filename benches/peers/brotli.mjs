import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);

/** Bytes of texts after brotli at its best (quality 11, node's own choice). */
export async function packedTexts(texts) {
  const packed = await Promise.all(texts.map((text) => brotli(text)));
  return packed.reduce((sum, { length }) => sum + length, 0);
}

/** Bytes of files after brotli. */
export async function packedBytes(files) {
  return packedTexts(await Promise.all(files.map((file) => readFile(file))));
}
