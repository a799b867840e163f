import { ENGLISH } from '../labels.en.js';
import { list, text, type SentenceTemplate } from '../sentence-template.js';
import type { WarningReason } from '../../matching/codes.js';

const { label } = ENGLISH;

/** English sentences of a warning, for a professional. */
export const WARNINGS_FOR_PROFESSIONAL_EN: Readonly<Record<WarningReason, SentenceTemplate>> = {
  'warning.listing.warn': (v) => `Reports ${text(v.name)}, which is listed with a warning.`,
  'warning.listing.warn-no-evidence': (v) =>
    `Reports ${text(v.name)}, for which no sound evidence was found.`,
  'warning.listing.warn-offer-craft-first': (v) => `Reports ${text(v.name)}; CRAFT should be offered first.`,
  'warning.listing.never-recommend': (v) => `Reports ${text(v.name)}, which is never recommended.`,
  'warning.listing.not-a-treatment': (v) => `Reports ${text(v.name)}, which is not a treatment.`,
  'warning.badge.harmful': (v) =>
    `Reports ${text(v.name)}, rated harmful${v.reviewed ? '' : ' (draft rating)'}.`,
  'warning.badge.concern': (v) =>
    `Reports ${text(v.name)}; a rating raises a concern${v.reviewed ? '' : ' (draft rating)'}.`,
  'warning.violence_check_first':
    'Before anything that invites or meets the loved one: ask the family member alone whether they or a child are afraid of, or being hurt by, anyone.',
  'warning.joint_work_waits': (v) =>
    `Reports ${list(v.names)
      .map((name) => (name.includes(' ') ? name : label(name)))
      .join(', ')}; nothing together with the family while somebody is hurt or afraid.`,
  'warning.detox_alone':
    'Beyond withdrawal management it reports no level of care and no start of a medication for opioid use. Withdrawal management alone is never recommended for opioid use.',
  'warning.medication_declined':
    'The client declined medication for opioid use disorder. People off medication die more often; a clinician should talk it over.',
};
