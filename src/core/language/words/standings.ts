import type { Accreditation, Goal, License, Ownership, Wish } from '../../vocabulary/services.js';
import type { WordTable } from './word.js';

export const WISH_WORDS = {
  en: {
    'faith-based': 'The program is built on faith.',
    secular: 'The program has nothing to do with religion.',
    'women-only': 'Only women are treated together.',
    'men-only': 'Only men are treated together.',
    'one-to-one': 'Counseling alone with a counselor.',
    group: 'Counseling together with others.',
    'lgbtq-affirming': 'The program welcomes and affirms LGBTQ people.',
  },
  es: {
    'faith-based': 'El programa se basa en la fe.',
    secular: 'El programa no tiene relación con la religión.',
    'women-only': 'Solo se atiende juntas a mujeres.',
    'men-only': 'Solo se atiende juntos a hombres.',
    'one-to-one': [null, 'Consejería a solas con un profesional.', 'Individual'],
    group: 'Consejería junto con otras personas.',
    'lgbtq-affirming': [null, 'El programa recibe y afirma a las personas LGBTQ.', 'Afirma LGBTQ'],
  },
} satisfies WordTable<Wish>;

export const GOAL_WORDS = {
  en: {
    abstinence: 'The goal is to stop altogether.',
    reduction: ['Cutting down', 'The goal is to use less, and with less harm.'],
  },
  es: {
    abstinence: 'La meta es dejar por completo.',
    reduction: [null, 'La meta es consumir menos y con menos daño.', 'Reducir'],
  },
} satisfies WordTable<Goal>;

export const ACCREDITATION_WORDS = {
  en: {
    'joint-commission': ['Joint Commission', 'Accredited by the Joint Commission.'],
    carf: 'Accredited by CARF, the Commission on Accreditation of Rehabilitation Facilities.',
    coa: 'Accredited by COA, the Council on Accreditation.',
    ncqa: 'Accredited by NCQA, the National Committee for Quality Assurance.',
    hfap: 'Accredited by HFAP, the Healthcare Facilities Accreditation Program.',
  },
  es: {
    'joint-commission': ['Joint Commission', 'Acreditado por la Joint Commission.'],
    carf: 'Acreditado por CARF, la comisión que acredita centros de rehabilitación.',
    coa: 'Acreditado por COA, el consejo de acreditación.',
    ncqa: 'Acreditado por NCQA, el comité nacional de garantía de calidad.',
    hfap: 'Acreditado por HFAP, el programa de acreditación de centros de salud.',
  },
} satisfies WordTable<Accreditation>;

export const LICENSE_WORDS = {
  en: {
    'state-substance-use-agency': ['State substance use agency', 'Licensed by the state agency for substance use.', 'Substance agency'],
    'state-mental-health-department': ['State mental health department', 'Licensed by the mental health department of the state.', 'Mental health dept'],
    'state-health-department': ['State health department', 'Licensed by the health department of the state.', 'State health dept.'],
    'hospital-licensing-authority': ['Hospital licensing authority', 'Licensed as a hospital.', 'Hospital license'],
    'opioid-treatment-program': ['Opioid treatment program', 'Certified as an opioid treatment program, which may give methadone.', 'OTP'],
    dea: 'Registered with the Drug Enforcement Administration.',
    'federally-qualified-health-center': ['Federally qualified health center', 'A health center with federal support for people with low income.', 'Health center'],
  },
  es: {
    'state-substance-use-agency': [null, 'Con licencia de la agencia estatal de consumo de sustancias.', 'Agencia estatal'],
    'state-mental-health-department': [null, 'Con licencia del departamento estatal de salud mental.', 'Salud mental'],
    'state-health-department': [null, 'Con licencia del departamento estatal de salud.', 'Salud estatal'],
    'hospital-licensing-authority': [null, 'Con licencia de hospital.', 'Lic. de hospital'],
    'opioid-treatment-program': [null, 'Certificado como programa de tratamiento de opioides, que puede dar metadona.', 'OTP'],
    dea: 'Registrado ante la Administración para el Control de Drogas.',
    'federally-qualified-health-center': [null, 'Un centro de salud con apoyo federal para personas con bajos ingresos.', 'Centro de salud'],
  },
} satisfies WordTable<License>; // prettier-ignore

export const OWNERSHIP_WORDS = {
  en: {
    'private-for-profit': ['Private, for profit', 'Owned by a private company that works for profit.', 'For profit'],
    'private-non-profit': ['Private, nonprofit', 'Owned by a private organization that works without profit.'],
    'local-government': ['Local government', 'Run by a city, county or other local government.'],
    'state-government': ['State government', 'Run by a state.'],
    'tribal-government': ['Tribal government', 'Run by a tribe.'],
    'federal-government': ['Federal government', 'Run by the federal government.'],
    'department-of-defense': ['Department of Defense', 'Run by the Department of Defense.', 'Defense Dept.'],
    'indian-health-service': ['Indian Health Service', 'Run by the Indian Health Service.', 'IHS'],
    'veterans-affairs': ['Veterans Affairs', 'Run by the Department of Veterans Affairs.'],
    'urban-indian-organization': ['Urban Indian organization', 'Run by an organization for American Indians in a city.', 'Urban Indian org.'],
  },
  es: {
    'private-for-profit': [null, 'De una empresa privada con fines de lucro.', 'Con fines de lucro'],
    'private-non-profit': [null, 'De una organización privada sin fines de lucro.', 'Sin fines de lucro'],
    'local-government': 'De una ciudad, un condado u otro gobierno local.',
    'state-government': 'De un estado.',
    'tribal-government': 'De una tribu.',
    'federal-government': 'Del gobierno federal.',
    'department-of-defense': [null, 'Del Departamento de Defensa.', 'Defensa'],
    'indian-health-service': [null, 'Del Servicio de Salud Indígena.', 'IHS'],
    'veterans-affairs': [null, 'Del Departamento de Asuntos de Veteranos.', 'VA'],
    'urban-indian-organization': [null, 'De una organización para indígenas americanos en una ciudad.', 'Indígena urbana'],
  },
} satisfies WordTable<Ownership>; // prettier-ignore
