import type { AccessWay, MedicationAccessCode } from '../../vocabulary/medication-access.js';
import type { Medication, MedicationStance } from '../../vocabulary/medications.js';
import type { WordTable } from './word.js';

export const MEDICATION_WORDS = {
  en: {
    methadone: 'A medication for opioid use, given at a licensed clinic.',
    buprenorphine: 'A medication for opioid use, as a film or tablet that a prescriber can give.',
    'buprenorphine-injection': [null, 'Buprenorphine as a shot that lasts for weeks.', 'Buprenorphine shot'],
    naltrexone: ['Naltrexone tablets', 'A medication for alcohol use, as a tablet.'],
    'naltrexone-injection': [null, 'Naltrexone as a monthly shot, for alcohol or opioid use.', 'Naltrexone shot'],
    acamprosate: 'A medication for alcohol use that helps to stay off alcohol.',
    disulfiram: 'A medication for alcohol use that makes drinking feel bad.',
    'nicotine-replacement': [null, 'Patches, gum or lozenges with nicotine, to stop smoking.', 'Nicotine patch/gum'],
    'non-nicotine-cessation': [null, 'Tablets without nicotine that help to stop smoking.', 'Stop smoking pills'],
    naloxone: 'A medication that reverses an opioid overdose.',
    lofexidine: 'A medication that eases opioid withdrawal.',
    clonidine: 'A medication that eases opioid withdrawal.',
  },
  es: {
    methadone: 'Un medicamento para el consumo de opioides, que se da en una clínica con licencia.',
    buprenorphine: 'Un medicamento para el consumo de opioides, en lámina o tableta, con receta.',
    'buprenorphine-injection': [null, 'Buprenorfina en una inyección que dura semanas.', 'Buprenorfina iny.'],
    naltrexone: ['Naltrexona en tabletas', 'Un medicamento para el consumo de alcohol, en tabletas.', 'Naltrexona tabl.'],
    'naltrexone-injection': [null, 'Naltrexona en una inyección mensual, para el consumo de alcohol u opioides.', 'Naltrexona iny.'],
    acamprosate: 'Un medicamento para el consumo de alcohol que ayuda a mantenerse sin beber.',
    disulfiram: 'Un medicamento para el consumo de alcohol que hace que beber caiga mal.',
    'nicotine-replacement': [null, 'Parches, chicles o pastillas con nicotina, para dejar de fumar.', 'Parche de nicotina'],
    'non-nicotine-cessation': [null, 'Tabletas sin nicotina que ayudan a dejar de fumar.', 'Para no fumar'],
    naloxone: 'Un medicamento que revierte una sobredosis de opioides.',
    lofexidine: 'Un medicamento que alivia la abstinencia de opioides.',
    clonidine: 'Un medicamento que alivia la abstinencia de opioides.',
  },
} satisfies WordTable<Medication>; // prettier-ignore

export const MEDICATION_STANCE_WORDS = {
  en: {
    starts: ['Starts it', 'The program starts people on the medication.'],
    continues: ['Continues it', 'The program keeps people on the medication who already take it.'],
    refuses: ['Does not accept it', 'The program does not take people who use the medication.'],
  },
  es: {
    starts: 'El programa inicia a las personas en el medicamento.',
    continues: 'El programa mantiene el medicamento a quienes ya lo toman.',
    refuses: 'El programa no recibe a quienes toman el medicamento.',
  },
} satisfies WordTable<MedicationStance>;

export const ACCESS_WAY_WORDS = {
  en: {
    here: ['Started here', 'The program itself gives the medication.'],
    prescribed: 'The program prescribes the medication; whether it keeps it up as a service of its own is not reported.',
    'in-network': [null, 'A prescriber who belongs to the network of the program gives the medication.', 'In its network'],
    'by-contract': [null, 'A prescriber under contract with the program gives the medication.', 'Under contract'],
    accepted: ['Only if prescribed elsewhere', 'The program accepts people on the medication; another prescriber gives it.', 'From elsewhere'],
    none: ['None used', 'The program uses no medication for this.'],
  },
  es: {
    here: 'El propio programa da el medicamento.',
    prescribed: 'El programa receta el medicamento; no se informa si lo mantiene como servicio propio.',
    'in-network': [null, 'Un profesional de la red del programa da el medicamento.', 'De su red'],
    'by-contract': [null, 'Un profesional contratado por el programa da el medicamento.', 'Contratado'],
    accepted: [null, 'El programa acepta a quienes toman el medicamento; lo receta otra persona.', 'De otra parte'],
    none: ['No se usa ninguno', 'El programa no usa medicamentos para esto.'],
  },
} satisfies WordTable<AccessWay>; // prettier-ignore

export const MEDICATION_ACCESS_WORDS = {
  en: {
    'alcohol-here': ['Medication for alcohol: here', 'The program itself gives medication for alcohol use.', 'Alcohol: here'],
    'alcohol-prescribed': ['Medication for alcohol: prescribed here', 'The program prescribes medication for alcohol use.', 'Alcohol: prescr.'],
    'alcohol-in-network': ['Medication for alcohol: in its network', 'A prescriber of its network gives medication for alcohol use.', 'Alcohol: network'],
    'alcohol-by-contract': ['Medication for alcohol: under contract', 'A prescriber under contract gives medication for alcohol use.', 'Alcohol: contract'],
    'alcohol-accepted': ['Medication for alcohol: only from elsewhere', 'It accepts people whose medication for alcohol use is prescribed elsewhere.', 'Alcohol: elsewhere'],
    'alcohol-none': ['Medication for alcohol: none', 'The program uses no medication for alcohol use.', 'Alcohol: none'],
    'opioid-here': ['Medication for opioids: here', 'The program itself gives medication for opioid use.', 'Opioids: here'],
    'opioid-prescribed': ['Medication for opioids: prescribed here', 'The program prescribes medication for opioid use.', 'Opioids: prescr.'],
    'opioid-in-network': ['Medication for opioids: in its network', 'A prescriber of its network gives medication for opioid use.', 'Opioids: network'],
    'opioid-by-contract': ['Medication for opioids: under contract', 'A prescriber under contract gives medication for opioid use.', 'Opioids: contract'],
    'opioid-accepted': ['Medication for opioids: only from elsewhere', 'It accepts people whose medication for opioid use is prescribed elsewhere.', 'Opioids: elsewhere'],
    'opioid-none': ['Medication for opioids: none', 'The program uses no medication for opioid use.', 'Opioids: none'],
  },
  es: {
    'alcohol-here': [null, 'El propio programa da medicamentos para el consumo de alcohol.', 'Alcohol: aquí'],
    'alcohol-prescribed': [null, 'El programa receta medicamentos para el consumo de alcohol.', 'Alcohol: recetado'],
    'alcohol-in-network': [null, 'Un profesional de su red da medicamentos para el consumo de alcohol.', 'Alcohol: red'],
    'alcohol-by-contract': [null, 'Un profesional contratado da medicamentos para el consumo de alcohol.', 'Alcohol: contrato'],
    'alcohol-accepted': [null, 'Acepta a quienes otra persona receta medicamentos para el consumo de alcohol.', 'Alcohol: de fuera'],
    'alcohol-none': [null, 'El programa no usa medicamentos para el consumo de alcohol.', 'Alcohol: ninguno'],
    'opioid-here': [null, 'El propio programa da medicamentos para el consumo de opioides.', 'Opioides: aquí'],
    'opioid-prescribed': [null, 'El programa receta medicamentos para el consumo de opioides.', 'Opioides: recetado'],
    'opioid-in-network': [null, 'Un profesional de su red da medicamentos para el consumo de opioides.', 'Opioides: red'],
    'opioid-by-contract': [null, 'Un profesional contratado da medicamentos para el consumo de opioides.', 'Opioides: contrato'],
    'opioid-accepted': [null, 'Acepta a quienes otra persona receta medicamentos para el consumo de opioides.', 'Opioides: de fuera'],
    'opioid-none': [null, 'El programa no usa medicamentos para el consumo de opioides.', 'Opioides: ninguno'],
  },
} satisfies WordTable<MedicationAccessCode>; // prettier-ignore
