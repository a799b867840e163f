/** Conditions for which an instrument for one condition is filled in. */
const FILLED_IN_FOR = ['alcohol', 'opioid', 'stimulant', 'cannabis', 'sedative'];

/**
 * Answers to items as the service shows them (`items` of an instrument or of a question), with drawn options.
 *
 * @param {import('./seeded-draw.mjs').SeededDraw} draw
 * @param {object} [how] `open`: the probability that an item is left open; `calm`: items of which mostly nothing is
 *   ticked, since every tick there is an alarm
 */
export function fillIn(items, draw, { open = 0, calm = [] } = {}) {
  const answers = {};
  for (const { id, kind, options, min, max, after } of items) {
    const isAsked = !after || answers[after.item] === undefined || after.is.includes(answers[after.item]);
    if (!isAsked || draw.chance(open)) continue;
    const values = options.map(({ value }) => value);
    if (kind === 'choice') answers[id] = draw.one(values);
    else if (kind === 'choices')
      answers[id] = calm.includes(id) && draw.chance(0.85) ? [] : draw.some(values, 0, 3);
    else if (kind === 'integer') answers[id] = draw.whole(min ?? 0, max ?? 10);
  }
  return answers;
}

/** The condition to send with the answers, if the instrument is filled in for one. */
export function conditionFor({ perCondition }, draw) {
  return perCondition ? draw.one(FILLED_IN_FOR) : undefined;
}

/** A FHIR R4 QuestionnaireResponse to a Questionnaire of the service, with random answers. */
export function fillInFhir({ url, version, item }, condition, draw) {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${url}|${version}`,
    status: 'completed',
    ...(condition === undefined
      ? {}
      : { extension: [{ url: 'urn:treatment-navigator:condition', valueCode: condition }] }),
    item: item
      .filter(({ type, enableWhen }) => ['choice', 'integer'].includes(type) && enableWhen === undefined)
      .map(({ linkId, type, answerOption = [], extension = [] }) => {
        const bound = (name) => extension.find((each) => each.url.endsWith(`/${name}`))?.valueInteger ?? 0;
        const answer =
          type === 'choice'
            ? { valueCoding: draw.one(answerOption).valueCoding }
            : { valueInteger: draw.whole(bound('minValue'), bound('maxValue')) };
        return { linkId, answer: [answer] };
      }),
  };
}
