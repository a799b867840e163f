import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

describe('GET /v1/organizations/{id}', () => {
  let service: WholeService;

  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [program('Elm Clinic', {}), program('Oak House', {})]);
  });

  afterAll(() => service.close());

  it('names the organization that a program refers to, with its published programs', async () => {
    const { body: found } = await service.get('/v1/programs?q=elm');
    const { id, name } = found.programs[0].organization;
    const { body, status } = await service.get(`/v1/organizations/${id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      name,
      state: 'CT',
      source: 'survey',
      sourceAsOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      programs: [expect.objectContaining({ name: 'Elm Clinic' })],
    });
  });

  it('answers 404 for one that is not there, and 400 for what is no id', async () => {
    expect((await service.get('/v1/organizations/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const { status, body } = await service.get('/v1/organizations/elm');
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ parameter: 'id', message: 'must be a UUID' }]);
  });
});
