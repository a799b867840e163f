/** A telephone number of a program. */
export interface Telephone {
  /** As it is dialled: `203-555-0100`. */
  readonly number: string;
  readonly extension?: number;
  readonly isIntake: boolean;
}

const EXTENSION = /^(.*) x(\d{1,6})$/;

/** The numbers of a program, each once: its own first, then those for intake. */
export function telephonesOf({
  phone,
  intakePhones,
}: {
  readonly phone: string | null;
  readonly intakePhones: readonly string[];
}): Telephone[] {
  const written = [...new Set([...(phone === null ? [] : [phone]), ...intakePhones])];
  return written.map((text) => {
    const [, number = text, extension] = EXTENSION.exec(text) ?? [];
    return {
      number,
      ...(extension === undefined ? {} : { extension: Number(extension) }),
      isIntake: intakePhones.includes(text),
    };
  });
}
