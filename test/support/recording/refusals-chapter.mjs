const NOTHING = '00000000-0000-4000-8000-000000000000';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Addresses of nothing, or requested incorrectly. */
const READS = {
  'unknown-address': { path: '/v1/nothing' },
  'unknown-method': { method: 'DELETE', path: '/v1/programs' },
  'method-of-a-read': { method: 'PUT', path: '/v1/vocabularies' },
  'unknown-program': { path: `/v1/programs/${NOTHING}` },
  'no-uuid': { path: '/v1/programs/17' },
  'unknown-organization': { path: `/v1/organizations/${NOTHING}` },
  'unknown-approach': { path: '/v1/approaches/buprenorfine' },
  'unknown-instrument': { path: '/v1/instruments/audit-d' },
  'unknown-questionnaire': { path: '/fhir/Questionnaire/audit-d' },
  'unknown-policy': { path: '/v1/policies/2026-11.9' },
  'unknown-citation': { path: `/v1/citations/${NOTHING}` },
  'unknown-report': { path: `/v1/reports/${NOTHING}` },
  'unknown-filter': { path: '/v1/programs?levelOfCares=op' },
  'unknown-code': { path: '/v1/programs?levelOfCare=opp,iop' },
  'unknown-approach-filter': { path: '/v1/programs?approach=cbtt' },
  'radius-without-place': { path: '/v1/programs?radiusKm=10' },
  'two-places': { path: '/v1/programs?near=41.3,-72.9&postalCode=06511' },
  'no-such-zip-code': { path: '/v1/programs?postalCode=00000' },
  'no-number': { path: '/v1/programs?postalCode=06511&radiusKm=far' },
  'limit-too-large': { path: '/v1/programs?limit=101' },
  'no-words': { path: '/v1/programs?q=%21%21' },
  'made-up-cursor': { path: '/v1/programs?cursor=a.b' },
  'no-calendar-day': { path: '/v1/programs?verifiedSince=2023-02-30' },
  'query-where-none-is': { path: '/v1/vocabularies?x=1' },
  'not-acceptable': { path: '/v1/vocabularies', headers: { accept: 'text/html' } },
  'feed-without-key': { path: '/v1/changes' },
  'made-up-key': { path: '/v1/changes', headers: { authorization: 'Bearer made-up' } },
  'keys-with-a-key-of-the-feed': { path: '/v1/keys', withKey: true },
  'audit-with-a-key-of-the-feed': { path: '/v1/audit', withKey: true },
  'ratings-with-a-key-of-the-feed': { path: '/v1/ratings', withKey: true },
  'made-up-place-of-the-feed': { path: '/v1/changes?since=a.b', withKey: true },
  'no-json': { method: 'POST', path: '/v1/matches', headers: JSON_TYPE, body: '{"client":' },
  'no-type': { method: 'POST', path: '/v1/matches', headers: { 'content-type': 'text/plain' }, body: '{}' },
  'no-object': { method: 'POST', path: '/v1/matches', headers: JSON_TYPE, body: '[1]' },
  'body-too-large': {
    method: 'POST',
    path: '/v1/matches',
    headers: JSON_TYPE,
    body: JSON.stringify({ x: 'x'.repeat(300_000) }),
  },
};

/** Needs, assessments and questions on programs that cannot be read or are impossible. */
const POSTS = {
  'unknown-field': ['/v1/matches', { clients: { age: 3 } }],
  'unknown-field-within': ['/v1/matches', { client: { ages: 3 } }],
  'wrong-types': ['/v1/matches', { client: { age: 'old' }, constraints: { near: 5, payers: 'medicaid' } }],
  'unknown-codes': ['/v1/matches', { constraints: { payers: ['medicade'], levelsOfCare: ['iopp'] } }],
  'several-flaws': ['/v1/matches', { client: { age: 400 }, limit: 0, constraints: { maxDistanceKm: -1 } }],
  'unknown-condition': ['/v1/matches', { assessment: { conditions: [{ condition: 'opiod' }] } }],
  'condition-twice': [
    '/v1/matches',
    { assessment: { conditions: [{ condition: 'opioid' }, { condition: 'opioid', severity: 'mild' }] } },
  ],
  'distance-without-place': ['/v1/matches', { constraints: { maxDistanceKm: 10 } }],
  'half-a-place': ['/v1/matches', { constraints: { near: { latitude: 41 } } }],
  'no-such-zip-code-of-a-need': ['/v1/matches', { constraints: { near: { postalCode: '00000' } } }],
  'unknown-time-zone': ['/v1/matches', { constraints: { timeZone: 'America/Nowhere' } }],
  'unknown-approach-of-a-need': ['/v1/matches', { preferences: { approaches: ['cbtt'] } }],
  'safety-as-a-preference': [
    '/v1/matches',
    {
      assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
      constraints: { strictness: { treats_condition: 'preferred' } },
    },
  ],
  'unknown-risk': ['/v1/assessments', { assessment: { risks: { 'wd.past_seizures': true } } }],
  'unknown-item': [
    '/v1/assessments',
    { assessment: { responses: [{ instrument: 'audit-c', answers: { audit9: 1 } }] } },
  ],
  'answer-outside-the-options': [
    '/v1/assessments',
    { assessment: { responses: [{ instrument: 'audit-c', answers: { audit1: 9 } }] } },
  ],
  'answers-that-may-not-be-shipped': [
    '/v1/assessments',
    { assessment: { responses: [{ instrument: 'dast-10', answers: { dast1: 1 } }] } },
  ],
  'answers-without-condition': [
    '/v1/assessments',
    { assessment: { responses: [{ instrument: 'dsm5-sud-checklist', answers: {} }] } },
  ],
  'total-too-large': ['/v1/assessments', { assessment: { scores: [{ instrument: 'phq-9', score: 28 }] } }],
  'two-ages': ['/v1/assessments', { client: { age: 30 }, assessment: { risks: { age: 31 } } }],
  'id-of-a-message': ['/v1/assessments', { assessment: { acknowledged: ['SF-OD'] } }],
  'score-of-nothing': ['/v1/instruments/audit-c/score', {}],
  'cursor-made-up': ['/v1/matches', { cursor: 'a.b' }],
  'why-not-without-program': ['/v1/matches/why-not', {}],
  'why-not-of-nothing': ['/v1/matches/why-not', { programId: NOTHING }],
  'compare-one': ['/v1/matches/compare', { programIds: [NOTHING] }],
  'compare-nothing': [
    '/v1/matches/compare',
    { programIds: [NOTHING, '00000000-0000-4000-8000-000000000001'] },
  ],
  'new-program-without-key': ['/v1/programs', {}],
  'new-key-without-key': ['/v1/keys', { name: 'x' }],
  'attestation-of-nothing': ['/v1/attestations', { token: 'made-up' }],
};

/** Records how requests are refused: the contract's problems are answers as well. */
export async function recordRefusals(recorder) {
  for (const [name, request] of Object.entries(READS))
    await recorder.send(`refusals/${name}`, { ...request, refused: true });
  for (const [name, [path, body]] of Object.entries(POSTS))
    for (const language of ['en', 'es'])
      await recorder.post(`refusals/${name}-${language}`, path, body, { language, refused: true });
}
