import type { Severity, TreatedCondition } from '../../vocabulary/conditions.js';
import type { WordTable } from './word.js';

export const CONDITION_WORDS = {
  en: {
    any: 'Problems with any substance except nicotine.',
    alcohol: 'Problems with drinking alcohol.',
    opioid: 'Problems with opioids, such as heroin, fentanyl or pain pills.',
    stimulant: 'Problems with stimulants, such as cocaine or methamphetamine.',
    cannabis: 'Problems with cannabis (marijuana).',
    sedative: 'Problems with sedatives, such as benzodiazepines or sleeping pills.',
    nicotine: 'Problems with tobacco or nicotine, in any form.',
  },
  es: {
    any: [null, 'Problemas con cualquier sustancia, excepto la nicotina.', 'Cualquiera'],
    alcohol: 'Problemas con el consumo de alcohol.',
    opioid: 'Problemas con opioides, como la heroína, el fentanilo o las pastillas para el dolor.',
    stimulant: 'Problemas con estimulantes, como la cocaína o la metanfetamina.',
    cannabis: 'Problemas con el cannabis (marihuana).',
    sedative: 'Problemas con sedantes, como las benzodiacepinas o las pastillas para dormir.',
    nicotine: 'Problemas con el tabaco o la nicotina, en cualquier forma.',
  },
} satisfies WordTable<TreatedCondition>;

export const SEVERITY_WORDS = {
  en: {
    mild: 'Two or three of the signs of a substance use disorder.',
    moderate: 'Four or five of the signs of a substance use disorder.',
    severe: 'Six or more of the signs of a substance use disorder.',
  },
  es: {
    mild: 'Dos o tres de los signos de un trastorno por consumo de sustancias.',
    moderate: 'Cuatro o cinco de los signos de un trastorno por consumo de sustancias.',
    severe: 'Seis o más de los signos de un trastorno por consumo de sustancias.',
  },
} satisfies WordTable<Severity>;
