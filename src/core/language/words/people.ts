import type {
  Accessibility,
  AgeGroup,
  ClientGender,
  MilitaryService,
  Population,
} from '../../vocabulary/people.js';
import type { WordTable } from './word.js';

export const POPULATION_WORDS = {
  en: {
    adolescents: 'Has something specific for teenagers.',
    'transition-age-young-adults': ['Young adults', 'Has something specific for people who are becoming adults.'],
    women: 'Has something specific for women.',
    'pregnant-postpartum': ['Pregnant and postpartum women', 'Has something specific for pregnant women and new mothers.', 'Pregnancy'],
    men: 'Has something specific for men.',
    seniors: ['Older adults', 'Has something specific for older adults.'],
    lgbtq: 'Has something specific for LGBTQ people.',
    veterans: 'Has something specific for veterans.',
    'active-duty': ['Active-duty military', 'Has something specific for service members on active duty.', 'Active duty'],
    'military-families': 'Has something specific for the families of service members.',
    'criminal-justice': [null, 'Has something specific for people with a case in court, on probation or on parole.', 'Justice system'],
    dui: [null, 'Has something specific for people referred for driving under the influence.', 'DUI or DWI'],
    'co-occurring-mental': [null, 'Has something specific for people who also have a mental disorder.', 'Mental health too'],
    'co-occurring-pain': [null, 'Has something specific for people who also have pain.', 'Pain too'],
    hiv: 'Has something specific for people with HIV or AIDS.',
    'sexual-abuse-survivors': [null, 'Has something specific for survivors of sexual abuse.', 'Abuse survivors'],
    'domestic-violence': [null, 'Has something specific for people who have lived through violence at home.', 'Domestic violence'],
    trauma: 'Has something specific for people with trauma.',
  },
  es: {
    adolescents: 'Ofrece algo específico para adolescentes.',
    'transition-age-young-adults': [null, 'Ofrece algo específico para jóvenes que llegan a la vida adulta.', 'Jóvenes'],
    women: 'Ofrece algo específico para mujeres.',
    'pregnant-postpartum': [null, 'Ofrece algo específico para embarazadas y madres recientes.', 'Embarazo, posparto'],
    men: 'Ofrece algo específico para hombres.',
    seniors: 'Ofrece algo específico para personas mayores.',
    lgbtq: 'Ofrece algo específico para personas LGBTQ.',
    veterans: 'Ofrece algo específico para veteranos.',
    'active-duty': [null, 'Ofrece algo específico para militares en servicio activo.', 'Servicio activo'],
    'military-families': [null, 'Ofrece algo específico para las familias de militares.', 'Familias militares'],
    'criminal-justice': [null, 'Ofrece algo específico para quienes tienen un caso en la corte o libertad condicional.', 'Sistema judicial'],
    dui: [null, 'Ofrece algo específico para personas remitidas por manejar bajo los efectos de sustancias.', 'DUI o DWI'],
    'co-occurring-mental': [null, 'Ofrece algo específico para quienes también tienen un trastorno mental.', 'Salud mental'],
    'co-occurring-pain': [null, 'Ofrece algo específico para quienes también tienen dolor.', 'Dolor'],
    hiv: 'Ofrece algo específico para personas con VIH o sida.',
    'sexual-abuse-survivors': [null, 'Ofrece algo específico para sobrevivientes de abuso sexual.', 'Abuso sexual'],
    'domestic-violence': [null, 'Ofrece algo específico para quienes han vivido violencia en casa.', 'Violencia en casa'],
    trauma: [null, 'Ofrece algo específico para personas con trauma.', 'Trauma'],
  },
} satisfies WordTable<Population>; // prettier-ignore

export const AGE_GROUP_WORDS = {
  en: {
    children: [null, 'Accepts people under 18.', 'Under 18'],
    'young-adults': 'Accepts people of 18 to 25.',
    adults: 'Accepts people of 18 and over.',
    seniors: ['Older adults', 'Accepts people of 65 and over.'],
  },
  es: {
    children: [null, 'Acepta a menores de 18 años.', 'Menores de 18'],
    'young-adults': 'Acepta a personas de 18 a 25 años.',
    adults: 'Acepta a personas de 18 años o más.',
    seniors: 'Acepta a personas de 65 años o más.',
  },
} satisfies WordTable<AgeGroup>;

export const GENDER_WORDS = {
  en: {
    woman: ['Woman', 'The person is a woman; asked only because some programs serve one gender.'],
    man: ['Man', 'The person is a man; asked only because some programs serve one gender.'],
    nonbinary: ['Nonbinary', 'The person is nonbinary; asked only because some programs serve one gender.'],
  },
  es: {
    woman: ['Mujer', 'La persona es mujer; se pregunta solo porque algunos programas atienden a un género.'],
    man: ['Hombre', 'La persona es hombre; se pregunta solo porque algunos programas atienden a un género.'],
    nonbinary: ['No binaria', 'La persona es no binaria; se pregunta solo porque algunos programas atienden a un género.'],
  },
} satisfies WordTable<ClientGender>; // prettier-ignore

export const SEX_AT_BIRTH_WORDS = {
  en: {
    female: ['Female', 'Sex at birth; used only for the cut-offs of screening instruments.'],
    male: ['Male', 'Sex at birth; used only for the cut-offs of screening instruments.'],
    unknown: ['Not stated', 'Used where sex at birth is not known.'],
    any: ['Any', 'The same cut-off for everyone.'],
    others: ['All others', 'Everyone except people whose sex at birth is male.'],
  },
  es: {
    female: ['Femenino', 'Sexo al nacer; se usa solo para los puntos de corte de los cuestionarios.'],
    male: ['Masculino', 'Sexo al nacer; se usa solo para los puntos de corte de los cuestionarios.'],
    unknown: ['No indicado', 'Se usa cuando no se conoce el sexo al nacer.'],
    any: ['Cualquiera', 'El mismo punto de corte para todas las personas.'],
    others: ['Las demás personas', 'Todas las personas, excepto aquellas cuyo sexo al nacer es masculino.'],
  },
} satisfies WordTable<'female' | 'male' | 'unknown' | 'any' | 'others'>;

export const MILITARY_SERVICE_WORDS = {
  en: {
    veteran: ['Veteran', 'Served in the armed forces before.'],
    'active-duty': ['Active duty', 'Serves in the armed forces now.'],
    'military-family': ['Military family', 'Belongs to the family of a service member.'],
    none: ['None of these', 'Has nothing to do with the armed forces.'],
  },
  es: {
    veteran: [null, 'Sirvió antes en las fuerzas armadas.', 'Veterano/a'],
    'active-duty': ['En servicio activo', 'Sirve ahora en las fuerzas armadas.'],
    'military-family': [null, 'Es de la familia de un militar.', 'Familiar militar'],
    none: ['Nada de esto', 'No tiene relación con las fuerzas armadas.'],
  },
} satisfies WordTable<MilitaryService>;

export const ACCESSIBILITY_WORDS = {
  en: {
    wheelchair: 'The place can be used with a wheelchair.',
    'sign-language': 'There are services in sign language.',
  },
  es: {
    wheelchair: [null, 'El lugar se puede usar con silla de ruedas.', 'Silla de ruedas'],
    'sign-language': 'Hay servicios en lengua de señas.',
  },
} satisfies WordTable<Accessibility>;

/** Who asks, or whom something is for. */
export const ROLE_OF_ASKER_WORDS = {
  en: {
    self: ['The person', 'The person whom the care is for.'],
    family: ['Family', 'A family member, or someone else who is close.'],
  },
  es: {
    self: ['La persona', 'La persona para quien es la atención.'],
    family: ['Familia', 'Un familiar u otra persona cercana.'],
  },
} satisfies WordTable<'self' | 'family'>;

export const SUBJECT_WORDS = {
  en: {
    self: ['The person', 'It speaks of the person who answers.'],
    loved_one: ['The loved one', 'It speaks of the loved one of a family member.'],
  },
  es: {
    self: ['La persona', 'Habla de la persona que responde.'],
    loved_one: ['El ser querido', 'Habla del ser querido de un familiar.'],
  },
} satisfies WordTable<'self' | 'loved_one'>;
