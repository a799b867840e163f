/** Lower case, without accents and apostrophes: `Clínica` is `clinica`, `St. Mary's` is `st. marys`. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}
