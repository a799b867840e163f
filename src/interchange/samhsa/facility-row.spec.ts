import { codesIn } from './facility-row.js';

describe('codes', () => {
  it('are separated by blanks, and their categories by asterisks', () => {
    expect([...codesIn(' SA DT  * OP*ORT\u00a0OMB * SA\n')]).toEqual(['SA', 'DT', 'OP', 'ORT', 'OMB']);
    expect([...codesIn(' * ')]).toEqual([]);
  });

  it('are the same in small letters', () => {
    expect([...codesIn('sa Dt * f17 SA')]).toEqual(['SA', 'DT', 'F17']);
  });
});
