import type { Badge } from '../../evidence/badge.js';
import type { Absence } from '../../evidence/strength.js';
import type { Certainty, ComparatorType, Direction } from '../../evidence/rating.js';
import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import type { QualitySign } from '../../evidence/quality-signs.js';
import type { SignState } from '../../matching/rules/criterion.js';
import type { ComponentCode } from '../label-code.js';
import type { WordTable } from './word.js';

/** After clinical/evidence.md §2: a badge is derived from certainty and direction, never entered by hand. */
export const BADGE_WORDS = {
  en: {
    'strong-support': ['Strong support', 'Good studies agree that it helps.'],
    supported: ['Supported', 'Studies show that it probably helps.'],
    'limited-support': ['Limited support', 'Studies suggest that it may help; they are few or weak.'],
    'about-as-good-as-comparator': ['About as good as another treatment', 'Studies show that it helps about as much as the treatment it was compared with.', 'About as good'],
    'probably-about-as-good': ['Probably about as good as another treatment', 'Weak studies suggest that it helps about as much as the treatment it was compared with.', 'Likely as good'],
    mixed: ['Mixed results', 'Some studies show that it helps, others do not.'],
    'possibly-less-effective': ['Possibly less effective', 'Weak studies suggest that it helps less than the treatment it was compared with.', 'Possibly less'],
    'less-effective-than-comparator': ['Less effective than another treatment', 'Studies show that it helps less than the treatment it was compared with.', 'Less effective'],
    unclear: ['Unclear', 'The studies do not show whether it helps.'],
    'too-little-evidence': ['Too little evidence', 'There are too few good studies to say whether it helps.', 'Too little known'],
    'no-evidence-found': ['No evidence found', 'No studies were found.'],
    'no-benefit-shown': ['No benefit shown', 'Studies show that it does not help more than what it was compared with.'],
    concern: ['Concern', 'Weak studies suggest that it may do harm.'],
    harmful: ['Harmful', 'Studies show that it does harm.'],
  },
  es: {
    'strong-support': ['Respaldo fuerte', 'Buenos estudios coinciden en que ayuda.'],
    supported: ['Con respaldo', 'Los estudios muestran que probablemente ayuda.'],
    'limited-support': ['Respaldo limitado', 'Los estudios sugieren que puede ayudar; son pocos o débiles.'],
    'about-as-good-as-comparator': ['Igual de bueno que otro tratamiento', 'Los estudios muestran que ayuda más o menos tanto como el tratamiento con que se comparó.', 'Igual de bueno'],
    'probably-about-as-good': ['Probablemente igual de bueno que otro tratamiento', 'Estudios débiles sugieren que ayuda más o menos tanto como el tratamiento con que se comparó.', 'Quizá igual'],
    mixed: ['Resultados mixtos', 'Algunos estudios muestran que ayuda; otros no.'],
    'possibly-less-effective': ['Posiblemente menos eficaz', 'Estudios débiles sugieren que ayuda menos que el tratamiento con que se comparó.', 'Quizá menos eficaz'],
    'less-effective-than-comparator': ['Menos eficaz que otro tratamiento', 'Los estudios muestran que ayuda menos que el tratamiento con que se comparó.', 'Menos eficaz'],
    unclear: ['No está claro', 'Los estudios no muestran si ayuda.'],
    'too-little-evidence': ['Muy poca evidencia', 'Hay muy pocos estudios buenos para decir si ayuda.'],
    'no-evidence-found': ['Sin evidencia', 'No se encontraron estudios.'],
    'no-benefit-shown': ['Sin beneficio demostrado', 'Los estudios muestran que no ayuda más que aquello con que se comparó.', 'Sin beneficio'],
    concern: ['Preocupación', 'Estudios débiles sugieren que puede hacer daño.'],
    harmful: ['Dañino', 'Los estudios muestran que hace daño.'],
  },
} satisfies WordTable<Badge>; // prettier-ignore

export const CERTAINTY_WORDS = {
  en: {
    high: ['High certainty', 'The studies leave little doubt about the result.'],
    moderate: ['Moderate certainty', 'The result is probably right.'],
    low: ['Low certainty', 'The result is not sure.'],
    'very-low': ['Very low certainty', 'The result is very uncertain.'],
    none: ['No studies', 'No studies were found.'],
  },
  es: {
    high: ['Certeza alta', 'Los estudios dejan poca duda sobre el resultado.'],
    moderate: ['Certeza moderada', 'El resultado es probablemente correcto.'],
    low: ['Certeza baja', 'El resultado no es seguro.'],
    'very-low': ['Certeza muy baja', 'El resultado es muy incierto.'],
    none: ['Sin estudios', 'No se encontraron estudios.'],
  },
} satisfies WordTable<Certainty>;

export const DIRECTION_WORDS = {
  en: {
    benefit: ['Helps', 'The result is better than with what it was compared with.'],
    'no-difference': ['No difference', 'The result is the same as with what it was compared with.'],
    inferior: ['Less helpful', 'The result is worse than with another treatment that helps.'],
    mixed: ['Mixed', 'Studies do not agree.'],
    harm: ['Harm', 'The result is harm.'],
    unknown: ['Not known', 'The direction of the result is not known.'],
  },
  es: {
    benefit: ['Ayuda', 'El resultado es mejor que con aquello con que se comparó.'],
    'no-difference': ['Sin diferencia', 'El resultado es igual que con aquello con que se comparó.'],
    inferior: ['Ayuda menos', 'El resultado es peor que con otro tratamiento que ayuda.'],
    mixed: ['Mixto', 'Los estudios no coinciden.'],
    harm: ['Daño', 'El resultado es un daño.'],
    unknown: ['No se sabe', 'No se sabe la dirección del resultado.'],
  },
} satisfies WordTable<Direction>;

export const COMPARATOR_WORDS = {
  en: {
    inactive: ['No treatment', 'It was compared with no treatment, a waiting list or a placebo.'],
    'usual-care': ['Usual care', 'It was compared with what is usually done.'],
    active: ['Another treatment', 'It was compared with another treatment.'],
    none: ['No comparison', 'It was compared with nothing.'],
  },
  es: {
    inactive: ['Sin tratamiento', 'Se comparó con ningún tratamiento, una lista de espera o un placebo.'],
    'usual-care': ['Atención habitual', 'Se comparó con lo que se hace habitualmente.'],
    active: ['Otro tratamiento', 'Se comparó con otro tratamiento.'],
    none: ['Sin comparación', 'No se comparó con nada.'],
  },
} satisfies WordTable<ComparatorType>;

export const PURPOSE_OF_EVIDENCE_WORDS = {
  en: {
    alcohol: 'The evidence is for problems with alcohol.',
    opioid: 'The evidence is for problems with opioids.',
    stimulant: 'The evidence is for problems with stimulants.',
    cannabis: 'The evidence is for problems with cannabis.',
    sedative: 'The evidence is for problems with sedatives.',
    nicotine: 'The evidence is for problems with nicotine.',
    any: 'The evidence is for several or all substances.',
    'recovery-support': ['Support in recovery', 'The evidence is for what supports recovery.', 'Recovery support'],
    'family-engagement': ['Help for the family', 'The evidence is for helping families, and inviting the loved one.', 'Family help'],
  },
  es: {
    alcohol: 'La evidencia es para problemas con el alcohol.',
    opioid: 'La evidencia es para problemas con opioides.',
    stimulant: 'La evidencia es para problemas con estimulantes.',
    cannabis: 'La evidencia es para problemas con el cannabis.',
    sedative: 'La evidencia es para problemas con sedantes.',
    nicotine: 'La evidencia es para problemas con la nicotina.',
    any: [null, 'La evidencia es para varias sustancias o todas.', 'Cualquiera'],
    'recovery-support': [null, 'La evidencia es para lo que apoya la recuperación.', 'Recuperación'],
    'family-engagement': ['Ayuda para la familia', 'La evidencia es para ayudar a las familias e invitar al ser querido.', 'Para la familia'],
  },
} satisfies WordTable<EvidencePurpose>; // prettier-ignore

/** Elements of good care that the policies name. */
export const COMPONENT_WORDS = {
  en: {
    medication: 'Medication that treats the problem.',
    psychosocial: [null, 'A structured talking therapy.', 'Therapy'],
    'contingency-management': [null, 'Rewards for steps such as a negative drug test.', 'Rewards (CM)'],
    'overdose-prevention': [null, 'Naloxone, and how to act in an overdose.', 'Overdose'],
    taper: ['Slow taper', 'The dose is lowered step by step.'],
    'mutual-help': 'Groups in which people in recovery help each other.',
    'continuing-care': 'Care that goes on after the first treatment.',
    peers: 'Support by people in recovery.',
    engagement: ['Help to get started', 'What helps a loved one to start treatment.', 'Getting started'],
    'family-support': ['Support for the family', 'Help for family members themselves.', 'Family support'],
  },
  es: {
    medication: 'Medicamentos que tratan el problema.',
    psychosocial: [null, 'Una terapia estructurada de conversación.', 'Terapia'],
    'contingency-management': [null, 'Recompensas por pasos como una prueba de drogas negativa.', 'Recompensas'],
    'overdose-prevention': [null, 'Naloxona, y cómo actuar en una sobredosis.', 'Sobredosis'],
    taper: [null, 'La dosis baja paso a paso.', 'Reducción gradual'],
    'mutual-help': 'Grupos en los que personas en recuperación se ayudan.',
    'continuing-care': 'Atención que sigue después del primer tratamiento.',
    peers: 'Apoyo de personas en recuperación.',
    engagement: [null, 'Lo que ayuda a un ser querido a iniciar el tratamiento.', 'Iniciar'],
    'family-support': [null, 'Ayuda para los propios familiares.', 'Para la familia'],
  },
} satisfies WordTable<ComponentCode>; // prettier-ignore

/** After clinical/quality-signs.md §4b. */
export const QUALITY_SIGN_WORDS = {
  en: {
    'outside-inspection': [null, 'An accrediting body inspects the program from outside.', 'Inspected'],
    'choice-of-medication': ['Choice of medications', 'There is more than one medication to choose from.', 'Medication choice'],
    'infection-tests': [null, 'Tests for hepatitis C and HIV are offered.', 'Infection tests'],
    'mental-health-together': [null, 'Mental health is assessed and treated together with substance use.', 'Mental health'],
    'family-included': 'The family is included in treatment.',
    'full-assessment': ['Full assessment', 'A full assessment is made at the start.'],
    'medical-examination': ['Medical examination', 'A full medical examination is made.', 'Medical exam'],
  },
  es: {
    'outside-inspection': [null, 'Un organismo de acreditación inspecciona el programa desde fuera.', 'Inspeccionado'],
    'choice-of-medication': [null, 'Hay más de un medicamento para elegir.', 'Elegir medicamento'],
    'infection-tests': [null, 'Se ofrecen pruebas de hepatitis C y VIH.', 'Pruebas'],
    'mental-health-together': [null, 'La salud mental se evalúa y se trata junto con el consumo.', 'Salud mental'],
    'family-included': [null, 'La familia participa en el tratamiento.', 'Con la familia'],
    'full-assessment': [null, 'Se hace una evaluación completa al inicio.', 'Evaluación'],
    'medical-examination': [null, 'Se hace un examen médico completo.', 'Examen médico'],
  },
} satisfies WordTable<QualitySign>; // prettier-ignore

export const ABSENCE_WORDS = {
  en: {
    declined: ['Says no', 'The program says that it does not offer it.'],
    'not-listed': [
      'Not on its list',
      'The program answered the list on which it could stand, and left it blank.',
    ],
    'not-reported': ['Not reported', 'The program did not answer the list on which it could stand.'],
  },
  es: {
    declined: ['Dice que no', 'El programa dice que no lo ofrece.'],
    'not-listed': [
      'No está en su lista',
      'El programa respondió la lista donde podría estar y lo dejó en blanco.',
      'No en su lista',
    ],
    'not-reported': ['No se informa', 'El programa no respondió la lista donde podría estar.'],
  },
} satisfies WordTable<Absence>;

export const SIGN_STATE_WORDS = {
  en: {
    reported: ['Reported', 'The program reports all of it.'],
    partly: ['Partly reported', 'The program reports a part of it.'],
    ...ABSENCE_WORDS.en,
  },
  es: {
    reported: ['Se informa', 'El programa informa todo.'],
    partly: ['Se informa en parte', 'El programa informa una parte.', 'En parte'],
    ...ABSENCE_WORDS.es,
  },
} satisfies WordTable<SignState>;
