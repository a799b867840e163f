/** Months begun since the review of a rating was due; 0 until that day has passed. Days are YYYY-MM-DD. */
export function overdueMonths(nextReviewOn: string, today: string): number {
  if (today <= nextReviewOn) return 0;
  const [dueYear, dueMonth, dueDay] = parts(nextReviewOn);
  const [year, month, day] = parts(today);
  const whole = (year - dueYear) * 12 + (month - dueMonth);
  return whole + (day > dueDay ? 1 : 0);
}

function parts(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}
