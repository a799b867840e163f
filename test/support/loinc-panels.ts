/** The items of the PHQ-9 in LOINC's panel 44249-1, in their order. */
export const PHQ9_CODES = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
];
