/**
 * What the lines of a log say, without the ids, times and durations of requests: those are full of digits that look like
 * an age, a postal code or a distance of a client. A line that is not JSON stays as it is.
 */
export function wordsOfLog(lines: readonly string[]): string {
  return lines.map(withoutIdsAndTimes).join('\n');
}

function withoutIdsAndTimes(line: string): string {
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { requestId: _requestId, time: _time, ms: _ms, ...said } = entry;
  return JSON.stringify(said);
}
