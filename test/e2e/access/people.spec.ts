import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/core/curation/role.js';
import { PersonTokens } from '../../../src/access/person-tokens.js';
import { createToken } from '../../../src/access/key-token.js';
import { today } from '../../support/days.js';
import { EvidenceDesk } from '../../support/evidence-desk.js';
import { program } from '../../support/program-intakes.js';
import { TokenIssuer } from '../../support/token-issuer.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const PEOPLE = {
  ann: { name: 'Ann Author', roles: ['author', 'reviewer', 'offline_access'] },
  rae: { name: 'Rae Reviewer, MD', roles: ['reviewer'] },
  cory: { preferred_username: 'Cory Coach', roles: ['coach'] },
  olga: { name: 'Olga Other', roles: ['coach'] },
  eve: { name: 'Eve Editor', roles: ['directory-editor'] },
  ada: { name: 'Ada Admin', roles: ['administrator'] },
  nora: { name: 'Nora Nobody', roles: ['user'] },
};
const NEED = { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } };

let issuer: TokenIssuer;
let service: WholeService;
const people = {} as Record<keyof typeof PEOPLE, Person>;
beforeAll(async () => {
  issuer = await TokenIssuer.open(PEOPLE);
  service = await WholeService.open(undefined, { oidc: issuer.settings });
  for (const subject of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
    const token = await issuer.token(subject);
    people[subject] = service.holder(token, (await service.part(PersonTokens).read(token)) as Actor);
  }
});
afterAll(async () => {
  await service.close();
  await issuer.close();
});

describe('A person with a token of the issuer', () => {
  it('may do what the roles in it say, and the trail names them with an id that lasts', async () => {
    const { status, body } = await people.ada.post('/v1/keys', { name: 'Partner', scopes: ['changes'] });
    expect(status).toBe(201);
    const { acts } = (await people.ada.get(`/v1/audit?entity=key&entityId=${body.id}`)).body;
    expect(acts).toMatchObject([{ action: 'key.create', actorId: people.ada.id, actorName: 'Ada Admin' }]);
  });

  it('may not do what needs another role, and the answer names the role', async () => {
    const refusals = [await people.cory.get('/v1/audit'), await people.nora.get('/v1/audit')];
    expect(refusals.map(({ status, body }) => [status, body.detail])).toEqual([
      [
        403,
        'This needs the role author or reviewer or directory-editor or administrator; this person has coach.',
      ],
      [
        403,
        'This needs the role author or reviewer or directory-editor or administrator; this person has no role of this service.',
      ],
    ]);
  });

  it('reads and matches as everybody does, with a role or without', async () => {
    for (const person of [people.cory, people.nora])
      expect([
        (await person.get('/v1/vocabularies')).status,
        (await person.post('/v1/matches', NEED)).status,
      ]).toEqual([200, 200]);
  });

  it.each([
    ['for another service', () => issuer.token('ada', 'https://other.example'), 'is for another service'],
    [
      'that has expired',
      () => issuer.sign({ sub: 'ada', roles: ['administrator'], exp: 1_700_000_000 }),
      'has expired',
    ],
    ['of a foreign issuer', () => foreignToken(), 'comes from another issuer'],
  ])('and a token %s is refused, even for what is open to all', async (_what, token, why) => {
    const sent = service.holder(await token(), people.ada);
    for (const call of [sent.get('/v1/keys'), sent.get('/v1/vocabularies'), sent.post('/v1/matches', NEED)]) {
      const { status, body, headers } = await call;
      expect([status, body.detail, headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining(` in Authorization ${why}`),
        'Bearer realm="treatment-navigator", error="invalid_token"',
      ]);
    }
  });

  it('is distinguished from a key, which still works', async () => {
    const admin = await service.person('Key Admin', 'administrator');
    expect((await admin.get('/v1/keys')).status).toBe(200);
    const unknown = await service.holder(createToken(), admin).get('/v1/keys');
    expect(unknown.body.detail).toContain('is not a key of this service');
  });

  it('learns what can be sent if neither was', async () => {
    const { status, body } = await service.holder('an-opaque-token', people.ada).get('/v1/keys');
    expect([status, body.detail]).toEqual([
      401,
      'The credential in Authorization is neither a key of this service nor a signed access token (a JWT).',
    ]);
  });

  it('is refused if no issuer is configured, with the reason', async () => {
    const other = await service.neighbor();
    const { status, body } = await other.holder(people.ada.token, people.ada).get('/v1/keys');
    expect([status, body.detail]).toEqual([
      401,
      'The credential in Authorization is a token of a person, but this service has no token issuer; send a key.',
    ]);
    await other.close();
  });
});

describe('While the issuer is unavailable', () => {
  it('a match is answered as the public’s, and nothing else is, until it is back', async () => {
    const away = await TokenIssuer.open(PEOPLE);
    const resume = away.fail();
    const cutOff = await service.neighbor(service.connection, { oidc: away.settings });
    const ada = cutOff.holder(await away.sign({ sub: 'ada', roles: ['administrator'] }), people.ada);
    expect((await ada.post('/v1/matches', NEED)).status).toBe(200);
    for (const path of ['/v1/keys', '/v1/vocabularies']) {
      const { status, body, headers } = await ada.get(path);
      expect([status, headers['retry-after'], body.detail]).toEqual([
        503,
        '10',
        'This token cannot be checked because its issuer is not responding. Try again shortly.',
      ]);
    }
    resume();
    while ((await ada.get('/v1/keys')).status === 503);
    expect((await ada.get('/v1/keys')).status).toBe(200);
    await cutOff.close();
    await away.close();
  });
});

describe('Four eyes', () => {
  it('are needed of people too: no one approves their own work, another person does, and is named with it', async () => {
    const desk = await EvidenceDesk.at(service, { author: people.ann, reviewer: people.ann });
    const { id } = await desk.inReview((await desk.currentRating('smart-recovery')).id);
    const impact = await desk.impactOf(id);
    const own = await desk.approve(id, impact, people.ann);
    expect([own.status, own.body.detail]).toEqual([
      403,
      'The author of a rating cannot approve it; another reviewer has to.',
    ]);
    // A token of another day belongs to the same person.
    const again = service.holder(await issuer.token('ann'), people.ann);
    expect((await desk.approve(id, impact, again)).status).toBe(403);
    const approved = await desk.approve(id, impact, people.rae);
    expect([approved.status, approved.body.status, approved.body.reviewer]).toEqual([
      200,
      'published',
      'Rae Reviewer, MD',
    ]);
  });

  it('exclude a person with a declared interest', async () => {
    await people.rae
      .post('/v1/interests', { approach: 'contingency-management', statement: 'I sell it.' })
      .expect(201);
    const desk = await EvidenceDesk.at(service, { author: people.ann, reviewer: people.rae });
    const { id } = await desk.inReview((await desk.currentRating('contingency-management')).id);
    const { status, body } = await desk.approve(id, randomUUID());
    expect([status, body.detail]).toEqual([403, expect.stringContaining('You declared an interest')]);
  });

  it('apply to observations: one is shown with the name of its observer, and disputed by another person only', async () => {
    await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
    const [{ id }] = await service.dataSource.query('SELECT id FROM program');
    const address = `/v1/programs/${id}/observations`;
    const created = await people.cory.post(address, {
      fact: 'waitDays',
      value: 3,
      how: 'call',
      learnedOn: today,
    });
    expect([created.status, created.body.errors]).toEqual([201, undefined]);
    const [observation] = (await service.get(address)).body.observations;
    expect(observation).toMatchObject({ by: 'Cory Coach' });
    const dispute = (by: Person) =>
      by.post(`${address}/${observation.id}/dispute`, { why: 'They said seven.' });
    expect((await dispute(people.cory)).status).toBe(403);
    expect((await dispute(people.olga)).status).toBe(200);
    const [ticket] = (await people.eve.get('/v1/reports?state=open')).body.reports;
    expect((await people.eve.post(`/v1/reports/${ticket.id}/take`)).status).toBe(200);
    const link = await people.eve.post(`/v1/programs/${id}/attestation-links`, {
      expiresInDays: 7,
      why: 'Asked for.',
    });
    expect(link.status).toBe(201);
  });
});

async function foreignToken(): Promise<string> {
  const foreign = await TokenIssuer.open({ ada: PEOPLE.ada });
  try {
    return await foreign.token('ada');
  } finally {
    await foreign.close();
  }
}
