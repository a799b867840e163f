import { EvidenceRoom } from './evidence-room.js';

let room: EvidenceRoom;

beforeAll(async () => {
  room = await EvidenceRoom.open();
});
afterAll(async () => {
  await room?.close();
});

interface Shown {
  id: string;
  kind: string;
  languages: string[] | null;
}

async function list(query = ''): Promise<Shown[]> {
  const response = await room.get(`/v1/resources${query}`);
  expect(response.status).toBe(200);
  const body = response.body as { total: number; resources: Shown[] };
  expect(body.total).toBe(body.resources.length);
  return body.resources;
}

describe('GET /v1/resources', () => {
  it('lists every verified resource by id, and none that is not', async () => {
    const ids = (await list()).map(({ id }) => id);
    expect(ids).toHaveLength(42);
    expect(ids).toEqual([...ids].sort());
    expect(ids).not.toContain('celebrate-recovery');
  });

  it('shows a resource without unconfirmed fields', async () => {
    const [resource] = await list('?kind=coaching&audience=self');
    expect(resource).toEqual({
      id: 'face-it-together',
      name: 'Face It TOGETHER peer coaching',
      kind: 'coaching',
      description:
        'Nonprofit peer coaches, in person or by video, for people with addiction and separately for their loved ones.',
      caution:
        'This directory was made to support coaches, so read entries about coaching with that interest in mind.',
      audience: ['self', 'family'],
      conditions: ['any', 'alcohol'],
      populations: ['people with addiction', 'loved ones'],
      modalities: ['phone', 'online', 'in-person'],
      languages: ['en'],
      otherLanguages: null,
      cost: null,
      orientation: { goal: 'any', outlook: 'secular' },
      approach: { code: 'recovery-coaching', fit: 'direct' },
      url: 'https://www.wefaceittogether.org',
      finderUrl: null,
      contact: null,
      notConfirmed: ['cost'],
      verifiedLevel: 'owner',
      checkedOn: '2026-11-23',
    });
  });

  it('narrows by audience, kind, condition and language', async () => {
    const found = await list('?audience=family&kind=family-support&condition=opioid&language=es');
    expect(found.map(({ id, languages }) => [id, languages])).toEqual([['learn-to-cope', ['en', 'es']]]);
  });

  it('puts resources with unconfirmed languages last', async () => {
    const found = await list('?language=es&kind=mutual-help');
    expect(found.map(({ id, languages }) => [id, languages])).toEqual([
      ['aa', ['en', 'es']],
      ['aa-es', ['es']],
      ['na', null],
    ]);
  });

  it('names an invalid language code, an unknown kind and an unknown parameter, all at once', async () => {
    const response = await room.get('/v1/resources?language=Spanish&kind=mutualhelp&audiance=self');
    expect(response.status).toBe(400);
    const { errors } = response.body as { errors: { parameter: string; suggestion?: string }[] };
    expect(
      errors
        .map(({ parameter, suggestion }) => [parameter, suggestion])
        .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    ).toEqual([
      ['audiance', 'audience'],
      ['kind', 'mutual-help'],
      ['language', 'es'],
    ]);
  });
});
