import { personOf, rolesIn } from './person-claims.js';

const SETTINGS = { issuer: 'https://id.example', rolesClaim: 'roles', rolePrefix: '' };

describe('A person', () => {
  const personWith = (claims: object, issuer = SETTINGS.issuer) =>
    personOf({ sub: 'a1', ...claims }, { ...SETTINGS, issuer });

  it('has a permanent id, derived only from issuer and subject', () => {
    const { id } = personWith({ name: 'Ann', roles: ['author'] });
    expect(id).toBe('211ebc6e-96cd-572f-a4b1-ad60006dfc6a');
    expect(personWith({ name: 'Ann Married', roles: [] }).id).toBe(id);
    expect(personWith({ sub: 'a2' }).id).not.toBe(id);
    expect(personWith({}, 'https://other.example').id).not.toBe(id);
  });

  it.each([
    [{ name: 'Ann Author', preferred_username: 'ann' }, 'Ann Author'],
    [{ name: '  ', preferred_username: 'ann' }, 'ann'],
    [{ name: 7 }, 'a1'],
    [{ name: 'Ann\n\u0000\u202EAuthor' }, 'Ann Author'],
    [{ name: 'x'.repeat(500) }, 'x'.repeat(100)],
    [{ email: 'ann@home.example' }, 'a1'],
  ])('of %j is shown as %s', (claims, name) => {
    expect(personWith(claims).name).toBe(name);
  });
});

describe('The roles of a token', () => {
  it.each<[string, Record<string, unknown>, string, string, string[]]>([
    ['a list', { roles: ['author', 'coach'] }, 'roles', '', ['author', 'coach']],
    ['one text', { roles: 'author coach' }, 'roles', '', ['author', 'coach']],
    ['a path', { realm_access: { roles: ['reviewer'] } }, 'realm_access.roles', '', ['reviewer']],
    ['a name with dots', { 'https://a.example/roles': ['coach'] }, 'https://a.example/roles', '', ['coach']],
    ['a prefix', { groups: ['author', 'navigator-coach'] }, 'groups', 'navigator-', ['coach']],
    ['roles of others', { roles: ['king', 'Author', 'administrator '] }, 'roles', '', []],
    ['nothing', {}, 'realm_access.roles', '', []],
    ['another kind of value', { roles: { author: true } }, 'roles', '', []],
    ['the prototype', {}, 'constructor.name', '', []],
  ])('are read from %s', (_what, claims, rolesClaim, rolePrefix, roles) => {
    expect(rolesIn(claims, { rolesClaim, rolePrefix })).toEqual(roles);
  });
});
