import { isShownName } from './value.decorators.js';

describe('A name that lists show', () => {
  it.each(['Elm Clinic', '7', 'Clínica Olmo', '榆树诊所', 'Intake director'])('may be %s', (name) => {
    expect(isShownName(name)).toBe(true);
  });

  it.each(['A\nB', 'A\tB', 'A\u2028B', '\u200b\u200b', '—', ' '])('is no line to be seen with %j', (name) => {
    expect(isShownName(name)).toBe(false);
  });
});
