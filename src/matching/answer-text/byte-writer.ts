import type { Piece } from './kept-texts.js';

const FIRST_ROOM = 1 << 19;
/** In UTF-8, of one unit of a JavaScript string. */
const MOST_BYTES_A_UNIT = 3;

const COMMA = 0x2c;

/** Writes an answer from pieces of bytes and short texts, one after the other. */
export class ByteWriter {
  private room = Buffer.allocUnsafeSlow(FIRST_ROOM);
  private filled = 0;

  text(text: string): void {
    this.makeRoom(text.length * MOST_BYTES_A_UNIT);
    this.filled += this.room.write(text, this.filled, 'utf8');
  }

  comma(): void {
    this.makeRoom(1);
    this.room[this.filled++] = COMMA;
  }

  write(written: Piece | string): void {
    if (typeof written === 'string') this.text(written);
    else this.piece(written);
  }

  piece(bytes: Piece): void {
    this.makeRoom(bytes.length);
    this.room.set(bytes, this.filled);
    this.filled += bytes.length;
  }

  /** The whole text, in memory of its own. Nothing of it stays in the writer: it holds what a client asked. */
  take(): Buffer {
    const whole = Buffer.allocUnsafe(this.filled);
    this.room.copy(whole, 0, 0, this.filled);
    this.room.fill(0, 0, this.filled);
    this.filled = 0;
    return whole;
  }

  private makeRoom(more: number): void {
    if (this.filled + more <= this.room.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(this.room.length * 2, this.filled + more));
    this.room.copy(wider, 0, 0, this.filled);
    this.room = wider;
  }
}
