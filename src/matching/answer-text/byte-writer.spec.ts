import { randomUUID } from 'node:crypto';
import { ByteWriter } from './byte-writer.js';

describe('A writer of bytes', () => {
  it('joins texts and pieces as UTF-8, however long they are', () => {
    const writer = new ByteWriter();
    const long = 'ñ – 𝕊'.repeat(200_000);
    const bytes = Buffer.from('[Größe]');
    writer.text(long);
    writer.comma();
    writer.piece(bytes.subarray(1, -1));
    expect(writer.take().toString()).toBe(`${long},Größe`);
    writer.write('next');
    expect(writer.take().toString()).toBe('next');
  });

  it('holds nothing of an answer that was taken', () => {
    const writer = new ByteWriter();
    const mark = randomUUID();
    writer.text(mark);
    expect(writer['room'].includes(mark)).toBe(true);
    expect(writer.take().toString()).toBe(mark);
    expect(writer['room'].includes(mark)).toBe(false);
  });
});
