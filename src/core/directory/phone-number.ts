/** Keys of a telephone (ITU-T E.161) for the letters A to Z. */
const KEYS = '22233344455566677778889999';

const EXTENSION = /^(.*?)[ ,;]*(?:\bextension|\bext\.?|x|#) ?(\d{1,6})$/i;
const WRITTEN = /^[0-9A-Za-z(][0-9A-Za-z ()./-]*$/;
const INTERNATIONAL = /^\+(?!1[ ().-]?\d)[0-9][0-9 ().-]{5,28}[0-9]$/;
const LONGEST = 60;

/**
 * A telephone number as everything here writes it, however a source or an editor wrote it: `203-555-0100`, with its
 * extension `203-555-0100 x12`, or with its country `+44 20 7946 0958`. Letters are the digits on their keys, as not
 * every telephone has letters: `1-800-662-HELP` is `800-662-4357`. `undefined` if it cannot be dialled: too short, too
 * long, or without its area code.
 */
export function readPhone(written: string): string | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  if (text.length > LONGEST) return undefined;
  if (INTERNATIONAL.test(text)) return text;
  const whole = nationalNumber(text);
  if (whole !== undefined) return whole;
  const [, number = '', extension] = EXTENSION.exec(text) ?? [];
  const main = extension === undefined ? undefined : nationalNumber(number);
  return main && `${main} x${extension}`;
}

/** `203-555-0100` of a number of the North American plan, with or without its country. */
function nationalNumber(written: string): string | undefined {
  const text = written.replace(/^\+1/, '1').trim();
  if (!WRITTEN.test(text) || hasOtherLetters(text)) return undefined;
  const keyed = text
    .replace(/[^0-9A-Za-z]/g, '')
    .replace(/[A-Za-z]/g, (letter) => KEYS[letter.toUpperCase().charCodeAt(0) - 65]!);
  const digits = keyed.replace(/^1/, '');
  // Further letters of a word are dialled in vain: 800-NEW-START-NOW.
  const inVain = /[A-Za-z]*$/.exec(text)![0].length;
  if (digits.length < 10 || digits.length - 10 >= Math.max(1, inVain)) return undefined;
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 10)}`;
}

/** One or two letters, and "ext" by itself, are no word on the keys. */
function hasOtherLetters(text: string): boolean {
  return (text.match(/[A-Za-z]+/g) ?? []).some((word) => word.length < 3 || /^ext(ension)?$/i.test(word));
}
