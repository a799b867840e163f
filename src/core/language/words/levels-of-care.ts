import type { CareNeed } from '../../matching/codes.js';
import type { LevelOfCare, Overlay } from '../../vocabulary/levels-of-care.js';
import type { WithdrawalSetting } from '../../vocabulary/services.js';
import type { WordTable } from './word.js';

/** After clinical/levels-of-care.md §1; the names are ours, never those of a published set of criteria. */
export const LEVEL_WORDS = {
  en: {
    early: 'Brief advice for use that is risky, before there is a disorder.',
    monitoring: [null, 'Regular check-ups for people in stable recovery, with a quick way back into care.', 'Check-ups'],
    op: 'Individual, group or family counseling, up to about nine hours a week.',
    'op-med': ['Medically managed outpatient', 'Visits with a prescriber, who can start medication and manage mild withdrawal.', 'Medical outpatient'],
    iop: [null, 'Groups and counseling of about 9 to 19 hours a week, often in the evening.', 'Intensive (IOP)'],
    php: 'Treatment by day of 20 or more hours a week; nights at home.',
    'php-med': [null, 'A day program with nurses and a prescriber on site, also for withdrawal.', 'Medical day prog.'],
    'res-low': [null, 'A supportive house day and night, with some hours of treatment each week; often one can work.', 'Residential, low'],
    'res-high': [null, 'Living at the program day and night, with structured treatment.', 'Residential, high'],
    'res-med': [null, 'Living at the program with nurses day and night and a prescriber every day.', 'Resid. with nurses'],
    hosp: [null, 'Care in a hospital, with a doctor every day and nurses day and night.', 'Hospital'],
  },
  es: {
    early: [null, 'Consejos breves cuando el consumo es riesgoso, antes de que haya un trastorno.', 'Interv. temprana'],
    monitoring: [null, 'Controles regulares para quienes están estables en su recuperación, con un regreso rápido a la atención.', 'Seguimiento'],
    op: [null, 'Consejería individual, en grupo o familiar, hasta unas nueve horas por semana.', 'Ambulatorio'],
    'op-med': [null, 'Consultas con un profesional que receta, que puede iniciar medicamentos y manejar una abstinencia leve.', 'Ambulat. médico'],
    iop: [null, 'Grupos y consejería de unas 9 a 19 horas por semana, con frecuencia por la noche.', 'Ambulat. intensivo'],
    php: 'Tratamiento de día de 20 horas o más por semana; las noches en casa.',
    'php-med': [null, 'Un programa de día con enfermería y un profesional que receta en el lugar, también para la abstinencia.', 'Diurno médico'],
    'res-low': [null, 'Una casa de apoyo de día y de noche, con algunas horas de tratamiento por semana; a menudo se puede trabajar.', 'Residencial, baja'],
    'res-high': [null, 'Vivir en el programa de día y de noche, con tratamiento estructurado.', 'Residencial, alta'],
    'res-med': [null, 'Vivir en el programa con enfermería de día y de noche y un profesional que receta todos los días.', 'Residencial médico'],
    hosp: 'Atención en un hospital, con un médico todos los días y enfermería de día y de noche.',
  },
} satisfies WordTable<LevelOfCare>; // prettier-ignore

export const OVERLAY_WORDS = {
  en: {
    moud: [null, 'Methadone, buprenorphine or naltrexone, beside any level of care.', 'Opioid medication'],
    housing: 'A sober place to live; it is not treatment, and goes with outpatient care.',
    'co-occurring': [null, 'A mental disorder is treated together with substance use.', 'Mental health too'],
  },
  es: {
    moud: ['Medicamentos para los opioides', 'Metadona, buprenorfina o naltrexona, junto a cualquier nivel de atención.', 'Medic. opioides'],
    housing: [null, 'Un lugar para vivir sin consumo; no es tratamiento y acompaña la atención ambulatoria.', 'Vivienda'],
    'co-occurring': [null, 'Un trastorno mental se trata junto con el consumo de sustancias.', 'Salud mental'],
  },
} satisfies WordTable<Overlay>; // prettier-ignore

export const CARE_NEED_WORDS = {
  en: {
    withdrawal_cover: [null, 'Stopping safely has to be watched by medical staff.', 'Withdrawal'],
    pregnancy_care: 'Treatment has to go together with care in pregnancy.',
    co_occurring_care: [null, 'A mental disorder has to be treated together with substance use.', 'Mental health too'],
    co_occurring_enhanced: [null, 'A severe mental illness has to be treated together with substance use.', 'Severe illness too'],
  },
  es: {
    withdrawal_cover: [null, 'Personal médico tiene que vigilar que dejar la sustancia sea seguro.', 'Abstinencia'],
    pregnancy_care: [null, 'El tratamiento tiene que ir junto con la atención del embarazo.', 'Embarazo'],
    co_occurring_care: [null, 'Un trastorno mental tiene que tratarse junto con el consumo de sustancias.', 'Salud mental'],
    co_occurring_enhanced: [null, 'Una enfermedad mental grave tiene que tratarse junto con el consumo de sustancias.', 'Enf. mental grave'],
  },
} satisfies WordTable<CareNeed>; // prettier-ignore

export const WITHDRAWAL_SETTING_WORDS = {
  en: {
    ambulatory: ['Outpatient withdrawal', 'Withdrawal is managed by visits; the person lives at home.', 'Outpatient'],
    residential: ['Residential withdrawal', 'Withdrawal is managed while the person stays at the program.', 'Residential'],
    hospital: ['Hospital withdrawal', 'Withdrawal is managed in a hospital.', 'Hospital'],
  },
  es: {
    ambulatory: ['Abstinencia ambulatoria', 'La abstinencia se maneja con consultas; la persona vive en su casa.', 'Ambulatoria'],
    residential: ['Abstinencia residencial', 'La abstinencia se maneja mientras la persona vive en el programa.', 'Residencial'],
    hospital: ['Abstinencia hospitalaria', 'La abstinencia se maneja en un hospital.', 'Hospitalaria'],
  },
} satisfies WordTable<WithdrawalSetting>; // prettier-ignore
