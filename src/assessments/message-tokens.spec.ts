import { MESSAGE_TOKEN, type MessageEdition, MessageTokens } from './message-tokens.js';

const SECRET = new Uint8Array(32).fill(7);
const DAY = '2026-03-01';
const OVERDOSE: MessageEdition = { id: 'SF-OD', rules: 'loc-rules 0.5', redFlags: 'red-flags 0.5' };

const tokens = new MessageTokens(SECRET);

describe('the token of a safety message', () => {
  it('is the same in every process with the secret, all day, and has a fixed form', () => {
    const token = tokens.tokenOf(OVERDOSE, DAY);
    expect(token).toMatch(MESSAGE_TOKEN);
    expect(new MessageTokens(SECRET).tokenOf({ ...OVERDOSE }, DAY)).toBe(token);
  });

  it.each<[string, number, boolean]>([
    ['the day of the request', 0, true],
    ['the day before', -1, true],
    ['two days before', -2, false],
    ['the day after', 1, false],
  ])('of %s is accepted or not', (_which, days, isAccepted) => {
    const made = new Date(Date.parse(DAY) + days * 86_400_000).toISOString().slice(0, 10);
    const token = tokens.tokenOf(OVERDOSE, made);
    expect(tokens.isAcknowledged(OVERDOSE, ['shown_0000000000000000000000', token], DAY)).toBe(isAccepted);
  });

  it.each<[string, MessageTokens, MessageEdition]>([
    ['another message', tokens, { ...OVERDOSE, id: 'SF-SUI' }],
    ['other rules', tokens, { ...OVERDOSE, rules: 'loc-rules 0.6' }],
    ['other red flags', tokens, { ...OVERDOSE, redFlags: 'red-flags 0.6' }],
    ['another installation', new MessageTokens(new Uint8Array(32).fill(8)), OVERDOSE],
  ])('of %s acknowledges nothing', (_what, others, edition) => {
    expect(tokens.isAcknowledged(OVERDOSE, [others.tokenOf(edition, DAY)], DAY)).toBe(false);
  });

  it('is no id of a message, and no part of another token', () => {
    const token = tokens.tokenOf(OVERDOSE, DAY);
    for (const other of ['SF-OD', 'clinician-message', token.slice(0, -1), `${token}A`, token.toUpperCase()])
      expect([other, MESSAGE_TOKEN.test(other) && tokens.isAcknowledged(OVERDOSE, [other], DAY)]).toEqual([
        other,
        false,
      ]);
  });
});
