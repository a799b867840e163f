import { today } from '../../support/days.js';
import { answerTo, type Asked, trackOf } from '../../support/match-answers.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const only = (name: string, ...languages: string[]) =>
  program(name, { conditions: { yes: ['any'] }, languages: { yes: languages, complete: true } });

let service: WholeService;
let coach: Person;
beforeAll(async () => {
  service = await WholeService.open();
  coach = await service.person('Cory Coach', 'coach');
  await service.store('survey', [only('Spanish', 'en', 'es'), only('Chinese', 'zh'), only('Hebrew', 'he')]);
});
afterAll(() => service.close());

async function verdicts(asked: Asked): Promise<Record<string, string>> {
  const { matches } = trackOf(await answerTo(service, asked), 'treatment');
  return Object.fromEntries(
    matches.map(({ program: { name }, constraints }) => {
      const { verdict, reason } = constraints.find(({ code }) => code === 'language')!;
      return [name, `${verdict}: ${reason}`];
    }),
  );
}

describe('Languages of a client', () => {
  it.each([
    ['es-MX', { Spanish: expect.stringMatching(/^meets: .*Spanish/) }],
    ['ES', { Spanish: expect.stringMatching(/^meets: .*Spanish/) }],
    ['spa', { Spanish: expect.stringMatching(/^meets: .*Spanish/) }],
    ['iw', { Hebrew: expect.stringMatching(/^meets: .*Hebrew/) }],
    ['zh-Hant', { Chinese: expect.stringMatching(/^meets: .*Chinese/) }],
    ['yue', { Chinese: expect.stringMatching(/^unknown: .*Chinese.*Cantonese/) }],
    ['zh-yue', { Chinese: expect.stringMatching(/^unknown: .*Chinese.*Cantonese/) }],
  ])('are read by their tag %s', async (tag, expected) => {
    expect(await verdicts({ client: { languages: [tag] } })).toEqual(expected);
    expect(await verdicts({ client: { role: 'family' }, lovedOne: { languages: [tag] } })).toEqual(expected);
  });

  it.each([
    ['client/languages/0', { client: { languages: ['Spanish'] } }, 'es'],
    ['client/languages/0', { client: { languages: ['sp'] } }, 'es'],
    ['client/languages/1', { client: { languages: ['en', 'es_MX'] } }, 'es-MX'],
    ['lovedOne/languages/0', { client: { role: 'family' }, lovedOne: { languages: ['creole'] } }, 'ht'],
  ])(
    'are refused at %s where %j is no tag, with the tag %s that was meant',
    async (at, asked, suggestion) => {
      const { status, body } = await service.post('/v1/matches', asked);
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            pointer: `/${at}`,
            message: `must be a language tag such as en or es; did you mean "${suggestion}"?`,
            suggestion,
          },
        ],
      ]);
    },
  );

  it('are listed once, however they are written', async () => {
    const { status, body } = await service.post('/v1/matches', { client: { languages: ['es', 'ES'] } });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/client/languages/1', message: 'is listed twice; remove one' }],
    ]);
  });
});

describe('Languages elsewhere', () => {
  it('are read alike in a search of resources', async () => {
    const found = async (language: string) => (await service.get(`/v1/resources?language=${language}`)).body;
    expect((await found('es')).total).toBeGreaterThan(5);
    expect(await found('es-MX')).toEqual(await found('es'));
    expect(await found('ES')).toEqual(await found('es'));
    const { status, body } = await service.get('/v1/resources?language=spanish');
    expect([status, body.errors[0].suggestion]).toEqual([400, 'es']);
  });

  it('are stated in their canonical form by an observation', async () => {
    const { body } = await service.get('/v1/programs?q=Hebrew');
    const address = `/v1/programs/${body.programs[0].id}/observations`;
    const tell = (value: object) =>
      coach.post(address, { fact: 'languages', value, how: 'call', learnedOn: today });
    const told = await tell({ yes: ['IW', 'pt-br'] });
    expect([told.status, told.body.facts]).toEqual([201, { languages: { yes: ['he', 'pt-BR'] } }]);
    expect((await service.get('/v1/programs?language=PT')).body.total).toBe(1);
    const refused = await tell({ yes: ['Spanish'], no: ['fr'] });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [
        {
          pointer: '/value/yes/0',
          message: 'must be a language tag such as en or es; did you mean "es"?',
          suggestion: 'es',
        },
      ],
    ]);
  });
});
