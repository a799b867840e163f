const QUERIES = {
  all: 'limit=1000',
  programs: 'entity=program&limit=1000',
  registry: 'entity=rating,approach,citation&limit=50',
  small: 'limit=7',
};
/** Number of pages of the smallest size that are read: reading the whole feed by sevens would add nothing. */
const MOST_PAGES = { small: 10 };
const WITHDRAWN_PROGRAMS = 20;

/** Records the change feed from its start to its end and from now on, and the withdrawn programs. */
export async function recordFeed(recorder) {
  const withdrawn = new Set();
  for (const [name, query] of Object.entries(QUERIES)) {
    let since = 'start';
    let hasMore = true;
    for (let page = 1; hasMore && page <= (MOST_PAGES[name] ?? Infinity); page++) {
      const path = `/v1/changes?since=${encodeURIComponent(since)}&${query}`;
      const answer = await recorder.get(`feed/${name}-${page}`, path, { withKey: true });
      ({ next: since, hasMore } = answer);
      for (const { entity, kind, id } of answer.items)
        if (entity === 'program' && kind === 'withdrawn') withdrawn.add(id);
    }
  }
  await recorder.get('feed/default', '/v1/changes', { withKey: true });
  await recorder.get('feed/now', '/v1/changes?since=now', { withKey: true });
  for (const [at, id] of [...withdrawn].slice(-WITHDRAWN_PROGRAMS).entries())
    await recorder.get(`details/withdrawn-${at + 1}`, `/v1/programs/${id}`);
}
