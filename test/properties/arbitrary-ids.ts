/** The id of a program by its number. */
export function idOfProgram(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const ORGANIZATIONS = [1, 2, 3].map(
  (number) => `11111111-0000-4000-8000-${String(number).padStart(12, '0')}`,
);
