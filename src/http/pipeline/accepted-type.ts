/**
 * The media type in a list that an Accept header prefers, the first of equals; undefined if it excludes all. The most
 * specific range decides (RFC 9110 §12.5.1); parameters other than `q` are ignored.
 */
export function acceptedType<T extends string>(
  accept: string | undefined,
  types: readonly T[],
): T | undefined {
  if (accept === undefined || accept.trim() === '') return types[0];
  const weights = new Map<string, number>();
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(type, quality === undefined ? 1 : Number(quality.slice(2)));
  }
  let best: T | undefined;
  let most = 0;
  for (const type of types) {
    const weight = weights.get(type) ?? weights.get(`${type.split('/')[0]}/*`) ?? weights.get('*/*') ?? 0;
    if (weight > most) {
      best = type;
      most = weight;
    }
  }
  return best;
}
