import { list, type SentenceTemplate, type SentenceValues, text } from '../sentence-template.js';
import type { WarningReason } from '../../matching/codes.js';
import { PLAIN_ENGLISH } from './words.en.js';

const { and, label } = PLAIN_ENGLISH;

const offers = (v: SentenceValues): string => `It says it offers ${text(v.name)}.`;
const draft = (v: SentenceValues): string => (v.reviewed ? '' : ' No expert has checked this rating yet.');

/** English warnings, for the person. */
export const WARNINGS_FOR_PERSON_EN: Readonly<Record<WarningReason, SentenceTemplate>> = {
  'warning.listing.warn': (v) => `${offers(v)} Our list of treatments warns about this.`,
  'warning.listing.warn-no-evidence': (v) => `${offers(v)} We found no good studies that show it works.`,
  'warning.listing.warn-offer-craft-first': (v) =>
    `${offers(v)} CRAFT, skills that help families, should come first.`,
  'warning.listing.never-recommend': (v) => `${offers(v)} That is never advised.`,
  'warning.listing.not-a-treatment': (v) => `${offers(v)} That is not a treatment.`,
  'warning.badge.harmful': (v) => `${offers(v)} That is rated as harmful.${draft(v)}`,
  'warning.badge.concern': (v) => `${offers(v)} A rating raises a concern about this.${draft(v)}`,
  'warning.violence_check_first':
    'No one should invite or meet your loved one yet. First, when you are alone: are you or a child afraid of anyone? Is anyone hurting you?',
  'warning.joint_work_waits': (v) =>
    `It offers ${and(list(v.names).map((name) => (name.includes(' ') ? name : label(name))))}. Anything done together with the family waits while someone is hurt or afraid.`,
  'warning.detox_alone':
    'It says it helps with withdrawal. It names no care after that, and no medicine to start for opioid use. For opioid use, help with withdrawal alone is never advised.',
  'warning.medication_declined':
    'Medicine for opioid use was turned down. People who take it are less likely to die. Please talk it over with a doctor or a nurse.',
};
