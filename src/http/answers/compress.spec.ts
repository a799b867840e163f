import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress, CompressedDocuments } from './compress.js';

const TEXT = JSON.stringify(Array.from({ length: 500 }, (_, at) => ({ at, name: 'Haus am See – ü' })));

describe('A compressed text', () => {
  it.each(['fast', 'small'] as const)('reads as it was, %s', async (effort) => {
    expect(brotliDecompressSync(await compress(TEXT, 'br', effort)).toString()).toBe(TEXT);
    expect(gunzipSync(await compress(Buffer.from(TEXT), 'gzip', effort)).toString()).toBe(TEXT);
  });
});

describe('Compressed documents', () => {
  it('are made once for each coding, and sent from one buffer', async () => {
    const documents = new CompressedDocuments(10);
    const [one, two] = await Promise.all([
      documents.get('"a"', TEXT, 'br'),
      documents.get('"a"', TEXT, 'br'),
    ]);
    expect(two).toBe(one);
    expect(await documents.get('"a"', TEXT, 'gzip')).not.toBe(one);
    expect(await documents.get('"b"', `${TEXT} `, 'br')).not.toBe(one);
  });

  it('are kept up to a number, those that are asked for longest', async () => {
    const documents = new CompressedDocuments(2);
    const get = (name: string) => documents.get(name, TEXT, 'gzip');
    const [a, b] = [await get('a'), await get('b')];
    expect(await get('a')).toBe(a);
    await get('c');
    expect(await get('a')).toBe(a);
    expect(await get('b')).not.toBe(b);
  });
});
