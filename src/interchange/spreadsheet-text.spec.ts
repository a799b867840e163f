import { spreadsheetText } from './spreadsheet-text.js';

describe('A text for a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠sum'])(
    'is no formula: %j gets an apostrophe',
    (text) => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'Elm Clinic', '1-2', ' =1'])('is as it was otherwise: %j', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });
});
