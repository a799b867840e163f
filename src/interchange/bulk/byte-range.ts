/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes that a `Range` asks for (RFC 9110 §14): `undefined` is the whole file, as for several ranges and for units that
 * are not bytes; `'none'` is a range outside the file.
 *
 * @param size of the file in bytes
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const [start, end] =
    first === ''
      ? [Math.max(0, size - Number(last)), size - 1]
      : [Number(first), last === '' ? size - 1 : Number(last)];
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const isInside = start < size && (first !== '' || Number(last) > 0);
  return isInside ? { start, end: Math.min(end, size - 1) } : 'none';
}
