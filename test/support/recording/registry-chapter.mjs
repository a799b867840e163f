import { CONDITIONS } from './codes.mjs';

const POLICIES = ['current', '2026-11.1', '2026-11.2', '2026-11.3', '2026-11.4'];
const APPROACH_KINDS = ['medication', 'psychosocial', 'mutual-help', 'family-engagement', 'setting', 'other'];
const BADGES = ['strong-support', 'supported', 'limited-support', 'unclear', 'no-benefit-shown', 'harmful'];
const RESOURCE_QUERIES = [
  '',
  '?audience=self',
  '?audience=family',
  '?kind=mutual-help',
  '?kind=helpline,locator',
  '?condition=opioid',
  '?condition=alcohol&audience=self&language=es',
  '?language=es',
];
const REFERENCE_STYLES = ['apa', 'vancouver', 'harvard1'];
/** Citations that are recorded in full, in each style. */
const WHOLE_CITATIONS = 20;

/** Records the evidence registry and everything else that can be read. */
export async function recordRegistry(recorder) {
  const { approaches } = await recorder.get('approaches/list', '/v1/approaches');
  for (const { code } of approaches) await recorder.get(`approaches/${code}`, `/v1/approaches/${code}`);
  const filters = [
    ...CONDITIONS.map((code) => `condition=${code}`),
    ...APPROACH_KINDS.map((code) => `kind=${code}`),
    ...BADGES.map((code) => `badge=${code}`),
    'condition=alcohol,any&kind=psychosocial&badge=supported,limited-support',
  ];
  for (const filter of filters)
    await recorder.get(`approaches/list-${filter.replaceAll(/[=,&]/g, '-')}`, `/v1/approaches?${filter}`);
  await recordCitations(recorder);
  for (const version of POLICIES) await recorder.get(`policies/${version}`, `/v1/policies/${version}`);
  for (const [at, query] of RESOURCE_QUERIES.entries())
    await recorder.get(`resources/${at + 1}`, `/v1/resources${query}`);
  for (const language of ['en', 'es'])
    await recorder.get(`vocabularies/${language}`, '/v1/vocabularies', { language });
  await recorder.get('registry/interests', '/v1/interests');
  await recorder.get('registry/service', '/');
}

async function recordCitations(recorder) {
  const ids = [];
  let cursor;
  for (let page = 1; page === 1 || cursor; page++) {
    const query = new URLSearchParams({ limit: '30', ...(cursor && { cursor }) });
    const answer = await recorder.get(`citations/page-${page}`, `/v1/citations?${query}`);
    ids.push(...answer.citations.map(({ id }) => id));
    cursor = answer.nextCursor;
  }
  for (const query of [
    'q=cochrane',
    'q=methadone%20mortality',
    'doi=10.1136/bmj.j1550',
    'retraction=retracted',
  ])
    await recorder.get(`citations/${query.replaceAll(/[^a-z0-9]+/g, '-')}`, `/v1/citations?${query}`);
  for (const [at, id] of ids.slice(0, WHOLE_CITATIONS).entries())
    for (const style of REFERENCE_STYLES)
      await recorder.get(`citations/whole-${at + 1}-${style}`, `/v1/citations/${id}?style=${style}`);
}
