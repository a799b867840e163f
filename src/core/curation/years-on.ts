/** The same day some years on, YYYY-MM-DD; of 29 February the first of March where there is none. */
export function yearsOn(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
