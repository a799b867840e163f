import { SPANISH } from '../core/language/spanish.js';
import type { AssessmentSentences } from './assessment-sentences.en.js';

/**
 * Spanish sentences of an assessment. Written by us and not yet reviewed by a clinician whose first language is
 * Spanish.
 *
 * The name of a range is part of the instrument and stays in English: we do not translate published wordings. Codes of
 * levels stay codes, as in English.
 */
export const ASSESSMENT_SENTENCES_ES: AssessmentSentences = {
  note: 'Nada de esto es un diagnóstico, y nada de esto se guarda. Un profesional clínico lo confirma. Este no es un servicio de emergencia.',
  notADiagnosis:
    'Un cuestionario no es un diagnóstico ni una asignación de nivel; un profesional clínico lo confirma.',
  notForMinors:
    'Los puntos de corte para adultos no se aplican a menores de 18 años: se da el total, sin interpretarlo. Pida una evaluación para adolescentes.',
  disorderRange: (severity) =>
    `Las respuestas están en el rango que los profesionales clínicos llaman ${SPANISH.label(severity)}.`,
  belowDisorder:
    'Las respuestas están por debajo del rango que los profesionales clínicos llaman un trastorno.',
  positive: 'El cuestionario es positivo.',
  negative: 'El cuestionario es negativo.',
  inBand: (band) => `En el rango "${band}".`,
  inBandPositive: (band) => `En el rango "${band}"; el cuestionario es positivo.`,
  inBandNegative: (band) => `En el rango "${band}"; el cuestionario es negativo.`,
  noLevel: 'sin nivel',
  noLevelStop: 'sin nivel, se detiene',
  floor: (levels) => `mínimo ${levels}`,
  base: (level) => `nivel base ${level}`,
  baseRange: (from, to) => `nivel base de ${from} a ${to}`,
  rangeMin: (level) => `desde ${level}`,
  step: (places) => `sube ${places}`,
  stepOrChange: (places) => `sube ${places}, o un cambio de enfoque`,
  stepDown: (places) => `baja ${places}`,
  suggestMin: (level) => `sugiere por lo menos ${level}`,
  overlays: (codes) => `añade ${codes}`,
  needs: (codes) => `requiere ${codes}`,
  clinicianDecides: 'decide un profesional clínico',
};
