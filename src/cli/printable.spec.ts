import { printable } from './printable.js';

describe('A text for a terminal', () => {
  it('shows what would steer it: the title of the window, the screen, the order of letters, the line', () => {
    expect(printable('Ann\u001b]0;evil\u0007\u001b[2J\u202e\nBob\u200b')).toBe(
      'Ann\\u{1b}]0;evil\\u{7}\\u{1b}[2J\\u{202e}\\u{a}Bob\\u{200b}',
    );
  });

  it('is as it was otherwise', () => {
    expect(printable('Clínica Olmo, “Elm” 榆树 – 24/7')).toBe('Clínica Olmo, “Elm” 榆树 – 24/7');
  });
});
