import { InstrumentCatalog } from './instrument-catalog.js';
import { DIALLED, dialled, smsTo } from './helpline.js';
import { readRuleTables } from './rule-tables.js';

describe('A number', () => {
  it.each([
    ['988', '988'],
    ['988, then press 1', '988'],
    ['1-800-799-7233', '+18007997233'],
    ['678-678', '678678'],
  ])('in "%s" is dialled %s', (contact, number) => {
    expect(dialled(contact)).toBe(number);
  });
});

describe('A text', () => {
  it.each([
    ['HOME to 741741', { to: '741741', body: 'HOME' }],
    ['AYUDA al 988', { to: '988', body: 'AYUDA' }],
    ['1-800-422-4453', { to: '+18004224453' }],
    ['5-digit ZIP code to 435748', { to: '435748' }],
    ['código postal de 5 dígitos al 435748', { to: '435748' }],
    ['911 where the local centre takes texts', { to: '911' }],
  ])('as in "%s" goes to %j', (contact, text) => {
    expect(smsTo(contact)).toEqual(text);
  });
});

describe('The lines that ship', () => {
  it('have a number that can be dialled for every call and text, in both languages', () => {
    const { lines } = readRuleTables(InstrumentCatalog.read().byId);
    const numbers = [...lines.values()].flatMap(({ contact: { call, callEs, text, textEs } }) => [
      ...[call, callEs].flatMap((one) => (one === undefined ? [] : [dialled(one)])),
      ...[text, textEs].flatMap((one) => (one === undefined ? [] : [smsTo(one).to])),
    ]);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number) => !DIALLED.test(number))).toEqual([]);
  });
});
