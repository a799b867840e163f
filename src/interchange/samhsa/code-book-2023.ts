import { byRule, codeBook, NOTHING } from './code-book.js';

/**
 * The service codes of the 2023 National Directory of Drug and Alcohol Use Treatment Facilities (SAMHSA), as its
 * workbook explains them on its second sheet. Each line: the code, the book's label, what it states here. The
 * workbook was last saved on 2023-06-29; its facts are as of that day.
 */
// prettier-ignore
export const CODE_BOOK_2023 = codeBook({
  edition: '2023',
  asOf: '2023-06-29',
  categories: [
    {
      // HH is housing in addition to treatment, never a level of care and never a condition that is treated.
      code: 'TC', label: 'Type of Care',
      codes: {
        SA: ['Substance use treatment', byRule('treats any substance use disorder, nicotine apart')],
        DT: ['Detoxification', byRule('treats any substance use disorder, nicotine apart; withdrawal care, maybe in each setting if none is named')],
        HH: ['Transitional housing, halfway house, or sober home', { overlays: ['housing'] }],
        SUMH: ['Treatment for co-occurring substance use plus either serious mental health illness in adults/serious emotional disturbance in children', { overlays: ['co-occurring'], coOccurringCare: 'capable' }, byRule('treats any substance use disorder, nicotine apart')],
      },
    },
    {
      // OP, RES and HI are present whenever one of their details is. Any code of this category also means that care is
      // given in person.
      code: 'SET', label: 'Service Setting (e.g., Outpatient, Residential, Inpatient, etc.)',
      codes: {
        HI: ['Hospital inpatient/24-hour hospital inpatient', { levelsOfCare: ['hosp'] }],
        OP: ['Outpatient', byRule('op, where no outpatient detail is named')],
        RES: ['Residential/24-hour residential', byRule('maybe res-low and res-high, where no residential detail is named')],
        HID: ['Hospital inpatient detoxification', { withdrawalSettings: ['hospital'] }],
        HIT: ['Hospital inpatient treatment', { levelsOfCare: ['hosp'] }],
        OD: ['Outpatient detoxification', { levelsOfCare: ['op-med'], withdrawalSettings: ['ambulatory'] }],
        ODT: ['Outpatient day treatment or partial hospitalization', { levelsOfCare: ['php'] }],
        OIT: ['Intensive outpatient treatment', { levelsOfCare: ['iop'] }],
        OMB: ['Outpatient methadone/buprenorphine or naltrexone treatment', { overlays: ['moud'] }, byRule('maybe op, where ORT is not reported')],
        ORT: ['Regular outpatient treatment', { levelsOfCare: ['op'] }],
        RD: ['Residential detoxification', { withdrawalSettings: ['residential'] }, byRule('maybe res-med')],
        RL: ['Long-term residential', { levelsOfCare: ['res-low', 'res-high'] }],
        RS: ['Short-term residential', { levelsOfCare: ['res-high'] }],
      },
    },
    {
      code: 'HOSP', label: 'Hospitals',
      codes: {
        GH: ['General Hospital (including VA hospital)', NOTHING],
        PSYH: ['Psychiatric hospital', NOTHING],
      },
    },
    {
      code: 'OM', label: 'Opioid Medications used in Treatment',
      codes: {
        MU: ['Methadone used in Treatment', byRule('starts methadone at an OTP; otherwise continues it, or unknown if DM is reported without MM')],
        BU: ['Buprenorphine used in Treatment', byRule('continues buprenorphine, or unknown if DB is reported without BUM and UB')],
        NU: ['Naltrexone used in Treatment', byRule('starts naltrexone with PMAT, otherwise continues it')],
      },
    },
    {
      code: 'OMSC', label: 'External Opioid Medications Source',
      codes: {
        INPE: ['In-network prescribing entity', byRule('opioid medication in-network, where it is continued')],
        RPE: ['Other contracted prescribing entity', byRule('opioid medication by contract, where it is continued')],
        PC: ['No formal relationship with prescribing entity', byRule('opioid medication accepted, where it is continued')],
      },
    },
    {
      code: 'AUT', label: 'Type of Alcohol Use Disorder Treatment',
      codes: {
        NAUT: ['Does not treat alcohol use disorder', byRule('does not treat alcohol use disorder, unless another code contradicts')],
        NMAUT: ['Does not use medication assisted treatment for alcohol use disorder', byRule('refuses acamprosate and disulfiram, and uses no medication for alcohol, unless another code contradicts')],
        ACMA: ['Accepts clients using medication assisted treatment for alcohol use disorder but prescribed elsewhere', byRule('continues acamprosate, disulfiram and naltrexone, where no better is said')],
        PMAT: ['This facility administers/prescribes medication for alcohol use disorder', byRule('makes ACM, DSF, NXN, NU and VTRL medications that are started')],
      },
    },
    {
      code: 'SMAT', label: 'External Source of Medications Used for Alcohol Use Disorder Treatment',
      codes: {
        AUINPE: ['In-network prescribing entity', byRule('alcohol medication in-network with ACMA')],
        AURPE: ['Other contracted prescribing entity', byRule('alcohol medication by contract with ACMA')],
        AUPC: ['No formal relationship with prescribing entity', byRule('alcohol medication accepted with ACMA')],
      },
    },
    {
      code: 'OT', label: 'Type of Opioid Treatment',
      codes: {
        DB: ['Buprenorphine detoxification', byRule('buprenorphine for withdrawal only: takes back what BU, BWN and BWON say')],
        BUM: ['Buprenorphine maintenance', byRule('starts buprenorphine')],
        OTP: ['Federally-certified Opioid Treatment Program', { overlays: ['moud'] }, byRule('op, where an outpatient setting is named, otherwise maybe; starts methadone with MU or METH; an issue without them')],
        DM: ['Methadone detoxification', byRule('methadone for withdrawal only: takes back what MU and METH say')],
        MM: ['Methadone maintenance', byRule('starts methadone')],
        UB: ['Prescribes buprenorphine', byRule('starts buprenorphine')],
        UN: ['Prescribes naltrexone', byRule('starts naltrexone')],
        RPN: ['Relapse prevention with naltrexone', byRule('starts naltrexone')],
        PAIN: ['Use methadone/buprenorphine for pain management or emergency dosing', NOTHING],
        MOA: ['Accepts clients using MAT but prescribed elsewhere', byRule('continues methadone, buprenorphine and naltrexone, where no better is said')],
        NMOA: ['Does not use MAT for opioid use disorders', byRule('refuses methadone and buprenorphine, unless another code contradicts')],
        DLC: ['Lofexidine or Clonidine detoxification', NOTHING],
        MWS: ['Maintenance service with medically supervised withdrawal after stabilization', NOTHING],
        NOOP: ['Does not treat opioid use disorders', byRule('does not treat opioid use disorder, unless another code contradicts')],
      },
    },
    {
      // The implant BSDM is no longer sold and is not a medication of our vocabulary.
      code: 'PHR', label: 'Pharmacotherapies',
      codes: {
        ACM: ['Acamprosate (Campral®)', byRule('starts acamprosate with PMAT, otherwise continues it')],
        DSF: ['Disulfiram', byRule('starts disulfiram with PMAT, otherwise continues it')],
        METH: ['Methadone', byRule('as MU')],
        BSDM: ['Buprenorphine sub-dermal implant', NOTHING],
        BWN: ['Buprenorphine with naloxone', byRule('as BU')],
        BWON: ['Buprenorphine without naloxone', byRule('as BU')],
        BERI: ['Buprenorphine (extended-release, injectable)', byRule('starts the injection with BUM or UB, otherwise continues it')],
        NXN: ['Naltrexone (oral)', byRule('starts naltrexone with PMAT, otherwise continues it')],
        VTRL: ['Naltrexone (extended-release, injectable)', byRule('starts the injection with UN, RPN or PMAT, otherwise continues it')],
        MHIV: ['Medications for HIV treatment', NOTHING],
        MHCV: ['Medications for Hepatitis C treatment', NOTHING],
        LFXD: ['Lofexidine', { starts: ['lofexidine'] }],
        CLND: ['Clonidine', { starts: ['clonidine'] }],
        MPEP: ['Medications for pre-exposure to prophylaxis', NOTHING],
        MMD: ['Medication for mental disorders', NOTHING],
        NRT: ['Nicotine replacement', { starts: ['nicotine-replacement'] }, byRule('also treats nicotine, unless AUDO or OUDO')],
        NSC: ['Non-nicotine smoking/tobacco cessation', { starts: ['non-nicotine-cessation'] }, byRule('also treats nicotine, unless AUDO or OUDO')],
      },
    },
    {
      // Self-reported claims to deliver approaches of the evidence registry. RELP and CBT are one approach there
      // ("Cognitive-behavioural therapy / relapse prevention"). Counseling about trauma is a service, not an integrated
      // therapy for PTSD; ANG and SACA are not approaches of the registry.
      code: 'TAP', label: 'Treatment Approaches',
      codes: {
        ANG: ['Anger management', NOTHING],
        BIA: ['Brief intervention', { approaches: ['brief-intervention'] }],
        CBT: ['Cognitive behavioral therapy', { approaches: ['cbt'] }],
        CMI: ['Contingency management/motivational incentives', { approaches: ['contingency-management'] }],
        CRV: ['Community reinforcement plus vouchers', { approaches: ['cra'] }],
        MOTI: ['Motivational interviewing', { approaches: ['mi-met'] }],
        MXM: ['Matrix Model', { approaches: ['matrix'] }],
        RELP: ['Relapse prevention', { approaches: ['cbt'] }],
        SACA: ['Substance use disorder counseling', NOTHING],
        TRC: ['Trauma-related counseling', { services: ['trauma-counseling'] }],
        TELE: ['Telemedicine/telehealth therapy', { modalities: ['telehealth'] }, byRule('for people in the state of the site')],
        TWFA: ['12-step facilitation', { approaches: ['tsf-aa'] }],
      },
    },
    {
      // A federal agency is reported together with FED and is more specific; any other two owners contradict each
      // other.
      code: 'FOP', label: 'Facility Operation (e.g., Private, Public)',
      codes: {
        LCCG: ['Local, county, or community government', { ownership: 'local-government' }],
        DDF: ['Department of Defense', { ownership: 'department-of-defense' }],
        IH: ['Indian Health Services', { ownership: 'indian-health-service' }],
        PVTP: ['Private for-profit organization', { ownership: 'private-for-profit' }],
        PVTN: ['Private non-profit organization', { ownership: 'private-non-profit' }],
        STG: ['State government', { ownership: 'state-government' }],
        TBG: ['Tribal government', { ownership: 'tribal-government' }],
        FED: ['Federal Government', { ownership: 'federal-government' }],
        VAMC: ['U.S. Department of Veterans Affairs', { ownership: 'veterans-affairs' }],
      },
    },
    {
      code: 'LCA', label: 'License/Certification/Accreditation',
      codes: {
        STAG: ['State substance use treatment agency', { licenses: ['state-substance-use-agency'] }],
        STMH: ['State mental health department', { licenses: ['state-mental-health-department'] }],
        STDH: ['State department of health', { licenses: ['state-health-department'] }],
        CARF: ['Commission on Accreditation of Rehabilitation Facilities (CARF)', { accreditations: ['carf'] }],
        COA: ['Council on Accreditation (COA)', { accreditations: ['coa'] }],
        HFAP: ['Healthcare Facilities Accreditation Program (HFAP)', { accreditations: ['hfap'] }],
        HLA: ['Hospital licensing authority', { licenses: ['hospital-licensing-authority'] }],
        JC: ['The Joint Commission', { accreditations: ['joint-commission'] }],
        NCQA: ['National Committee for Quality Assurance (NCQA)', { accreditations: ['ncqa'] }],
        FQHC: ['Federally Qualified Health Center', { licenses: ['federally-qualified-health-center'] }],
        SOTP: ['SAMHSA certification for opioid treatment program (OTP)', { licenses: ['opioid-treatment-program'] }],
        DEA: ['Drug Enforcement Agency (DEA)', { licenses: ['dea'] }],
      },
    },
    {
      // A reported category names all payers. MI is military insurance in this edition; in a later one the same
      // letters are motivational interviewing.
      code: 'PAY', label: 'Payment/Insurance/Funding Accepted',
      codes: {
        FSA: ['Federal, or any government funding for substance use treatment programs', { funding: ['government-funding'] }],
        ITU: ['IHS/Tribal/Urban (ITU) funds', { payers: ['tribal'] }],
        MC: ['Medicare', { payers: ['medicare'] }],
        MD: ['Medicaid', { payers: ['medicaid'] }],
        MI: ['Federal military insurance (e.g., TRICARE)', { payers: ['military'] }],
        NP: ['No payment accepted', { payers: ['free'] }, byRule('a contradiction beside any payer')],
        PI: ['Private health insurance', { payers: ['private'] }],
        SF: ['Cash or self-payment', { payers: ['self-pay'] }],
        SI: ['State-financed health insurance plan other than Medicaid', { payers: ['state'] }],
        SAMF: ['SAMHSA funding/block grants', { funding: ['block-grant'] }],
      },
    },
    {
      code: 'PYAS', label: 'Payment Assistance Available',
      codes: {
        PA: ['Payment assistance (check with facility for details)', { paymentAssistance: true }],
        SS: ['Sliding fee scale (fee is based on income and other factors)', { slidingFee: true }],
      },
    },
    {
      code: 'SG', label: 'Special Programs/Groups Offered',
      codes: {
        AD: ['Adolescents', { populations: ['adolescents'] }],
        TAY: ['Young adults', { populations: ['transition-age-young-adults'] }],
        WN: ['Adult women', { populations: ['women'] }],
        PW: ['Pregnant/postpartum women', { populations: ['pregnant-postpartum'], pregnancyCare: true }],
        MN: ['Adult men', { populations: ['men'] }],
        SE: ['Seniors or older adults', { populations: ['seniors'] }],
        GL: ['Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ)', { populations: ['lgbtq'] }],
        VET: ['Veterans', { populations: ['veterans'] }],
        ADM: ['Active duty military', { populations: ['active-duty'] }],
        MF: ['Members of military families', { populations: ['military-families'] }],
        CJ: ['Criminal justice (other than DUI/DWI)/Forensic clients', { populations: ['criminal-justice'] }],
        CO: ['Clients with co-occurring mental and substance use disorders', { populations: ['co-occurring-mental'] }],
        COPSU: ['Clients with co-occurring pain and substance use disorders', { populations: ['co-occurring-pain'] }],
        HV: ['Clients with HIV or AIDS', { populations: ['hiv'] }],
        XA: ['Clients who have experienced sexual abuse', { populations: ['sexual-abuse-survivors'] }],
        DV: ['Clients who have experienced intimate partner violence, domestic violence', { populations: ['domestic-violence'] }],
        TRMA: ['Clients who have experienced trauma', { populations: ['trauma'] }],
      },
    },
    {
      code: 'ASPT', label: 'Assessment/Pre-treatment',
      codes: {
        CMHA: ['Comprehensive mental health assessment', { services: ['assessment-mental-health'] }],
        CSAA: ['Comprehensive substance use assessment', { services: ['assessment-substance-use'] }],
        ISC: ['Interim services for clients', { services: ['interim-services'] }],
        OPC: ['Outreach to persons in the community', { services: ['outreach'] }],
        MHPA: ['Complete medical history/physical exam', { services: ['medical-examination'] }],
        STU: ['Screening for tobacco use', NOTHING],
        SSA: ['Screening for substance use', NOTHING],
        SMHD: ['Screening for mental disorders', NOTHING],
        PIEC: ['Professional interventionist/educational consultant', NOTHING],
      },
    },
    {
      code: 'SCR', label: 'Testing',
      codes: {
        BABA: ['Breathalyzer or blood alcohol testing', NOTHING],
        DAOF: ['Drug and alcohol oral fluid testing', NOTHING],
        DAUT: ['Drug or alcohol urine screening', NOTHING],
        HIVT: ['HIV testing', { services: ['hiv-testing'] }],
        STDT: ['STD testing', NOTHING],
        TBS: ['TB screening', NOTHING],
        MST: ['Metabolic syndrome monitoring', NOTHING],
        HBT: ['Testing for Hepatitis B (HBV)', NOTHING],
        HCT: ['Testing for Hepatitis C (HCV)', { services: ['hepatitis-c-testing'] }],
      },
    },
    {
      code: 'TRSRV', label: 'Transitional Services',
      codes: {
        ACC: ['Aftercare/continuing care', { services: ['aftercare'] }],
        DP: ['Discharge Planning', { services: ['discharge-planning'] }],
        NOE: ['Naloxone and overdose education', { services: ['naloxone-and-overdose-education'] }],
        OFD: ['Outcome follow-up after discharge', { services: ['outcome-follow-up'] }],
      },
    },
    {
      code: 'RSS', label: 'Recovery Support Services',
      codes: {
        SHG: ['Self-help groups', { services: ['self-help-groups'] }],
        HS: ['Housing services', { services: ['housing-services'] }],
        AOSS: ['Assistance with obtaining social services', { services: ['social-services-assistance'] }],
        RC: ['Recovery coach', { services: ['recovery-coach'] }],
        PEER: ['Mentoring/peer support', { services: ['peer-support'] }],
        EMP: ['Employment counseling or training', { services: ['employment-support'] }],
      },
    },
    {
      code: 'OTHR', label: 'Other Services',
      codes: {
        TGD: ['Treatment for gambling disorder', NOTHING],
        TOD: ['Treatment for other addiction disorder', NOTHING],
      },
    },
    {
      code: 'DETOX', label: 'Detoxification (medical withdrawal) Services',
      codes: {
        ADTX: ['Alcohol Detoxification', { withdrawalSubstances: ['alcohol'] }],
        BDTX: ['Benzodiazepines Detoxification', { withdrawalSubstances: ['sedative'] }],
        CDTX: ['Cocaine Detoxification', { withdrawalSubstances: ['stimulant'] }],
        MDTX: ['Methamphetamines detoxification', { withdrawalSubstances: ['stimulant'] }],
        ODTX: ['Opioids detoxification', { withdrawalSubstances: ['opioid'] }],
        MDET: ['Medication routinely used during detoxification', NOTHING],
      },
    },
    {
      // MCO is counseling for couples, not behavioural couples therapy.
      code: 'ECS', label: 'Education and Counseling Services',
      codes: {
        HAEC: ['HIV or AIDS education, counseling, or support', NOTHING],
        TAEC: ['Hepatitis education, counseling, or support', NOTHING],
        HEOH: ['Health education services other than HIV/AIDS or hepatitis', NOTHING],
        SAE: ['Substance use disorder education', NOTHING],
        TCC: ['Smoking/vaping/tobacco cessation counseling', { services: ['tobacco-cessation-counseling'] }, byRule('also treats nicotine, unless AUDO or OUDO')],
        ICO: ['Individual counseling', { services: ['individual-counseling'] }],
        GCO: ['Group counseling', { services: ['group-counseling'] }],
        FCO: ['Family counseling', { services: ['family-counseling'] }],
        MCO: ['Marital/couples counseling', { services: ['couples-counseling'] }],
        VOC: ['Vocational training or educational support (for example, high school coursework, GED preparation, etc.)', { services: ['vocational-training'] }],
      },
    },
    {
      code: 'MSRV', label: 'Medical Services',
      codes: {
        HAV: ['Hepatitis A (HAV) vaccination', NOTHING],
        HBV: ['Hepatitis B (HBV) vaccination', NOTHING],
      },
    },
    {
      // Two at once contradict each other.
      code: 'SMP', label: 'Facility Smoking Policy',
      codes: {
        SMON: ['Smoking not permitted', { smoking: 'not-permitted' }],
        SMOP: ['Smoking permitted without restriction', { smoking: 'permitted' }],
        SMPD: ['Smoking permitted in designated area', { smoking: 'designated-area' }],
      },
    },
    {
      // A reported category names all ages, unless it names children alone.
      code: 'AGE', label: 'Age Groups Accepted',
      codes: {
        CHLD: ['Children/Adolescents', { ageGroups: ['children'] }, byRule('not the only age if it is reported alone, a known defect of the source')],
        YAD: ['Young Adults', { ageGroups: ['young-adults'] }],
        ADLT: ['Adults', { ageGroups: ['adults'] }],
        SNR: ['Seniors', { ageGroups: ['seniors'] }],
      },
    },
    {
      // A reported category names all genders.
      code: 'GN', label: 'Gender Accepted',
      codes: {
        FEM: ['Female', { genders: ['woman'] }],
        MALE: ['Male', { genders: ['man'] }],
      },
    },
    {
      code: 'EXCL', label: 'Exclusive Services',
      codes: {
        DU: ['Specially designed program for DUI/DWI clients', { populations: ['dui'] }],
        DUO: ['Serves only DUI/DWI clients', { populations: ['dui'] }, byRule('and serves no one else')],
        AUDO: ['Alcohol use disorder clients only', byRule('treats alcohol use disorder and no other')],
        OUDO: ['Opioid use disorder clients only', byRule('treats opioid use disorder and no other')],
      },
    },
    {
      // Only languages other than English are listed: English is a convention of this source. NX is a group of
      // languages (ISO 639-5 nai); FX adds nothing to the codes of OL that follow it.
      code: 'SL', label: 'Language Services',
      codes: {
        SP: ['Spanish', { languages: ['es'] }],
        AH: ['Sign language services for the deaf and hard of hearing', { accessibility: ['sign-language'] }],
        NX: ['American Indian or Alaska Native languages', { languages: ['nai'] }],
        FX: ['Other languages (excluding Spanish)', NOTHING],
      },
    },
    {
      // Language subtags (BCP 47); F19 is any creole (ISO 639-5 crp), N40 the Yupik languages (ISO 639-5 ypk).
      code: 'OL', label: 'Other Languages',
      codes: {
        F4: ['Arabic', { languages: ['ar'] }],
        F17: ['Any Chinese Language', { languages: ['zh'] }],
        F19: ['Creole', { languages: ['crp'] }],
        F25: ['Farsi', { languages: ['fa'] }],
        F28: ['French', { languages: ['fr'] }],
        F30: ['German', { languages: ['de'] }],
        F31: ['Greek', { languages: ['el'] }],
        F35: ['Hebrew', { languages: ['he'] }],
        F36: ['Hindi', { languages: ['hi'] }],
        F37: ['Hmong', { languages: ['hmn'] }],
        F42: ['Italian', { languages: ['it'] }],
        F43: ['Japanese', { languages: ['ja'] }],
        F47: ['Korean', { languages: ['ko'] }],
        F66: ['Polish', { languages: ['pl'] }],
        F67: ['Portuguese', { languages: ['pt'] }],
        F70: ['Russian', { languages: ['ru'] }],
        F81: ['Tagalog', { languages: ['tl'] }],
        F92: ['Vietnamese', { languages: ['vi'] }],
        N24: ['Ojibwa', { languages: ['oj'] }],
        N40: ['Yupik', { languages: ['ypk'] }],
      },
    },
    {
      // Two at once contradict each other.
      code: 'FVP', label: 'Facility Vaping Policy',
      codes: {
        VAPN: ['Vaping not permitted', { vaping: 'not-permitted' }],
        VAPP: ['Vaping permitted without restriction', { vaping: 'permitted' }],
        VPPD: ['Vaping permitted in designated area', { vaping: 'designated-area' }],
      },
    },
    {
      code: 'AS', label: 'Ancillary Services',
      codes: {
        ACU: ['Acupuncture', { approaches: ['acupuncture'] }],
        BC: ["Residential beds for clients' children", { services: ['residential-beds-for-children'] }],
        CM: ['Case management service', { services: ['case-management'] }],
        CCC: ["Child care for clients' children", { services: ['childcare'] }],
        DVFP: ['Domestic violence services, including family or partner', { services: ['domestic-violence-services'] }],
        EIH: ['Early intervention for HIV', NOTHING],
        MHS: ['Mental health services', { services: ['mental-health-services'] }],
        SSD: ['Social skills development', { services: ['social-skills'] }],
        TA: ['Transportation assistance', { services: ['transportation'] }],
        IPC: ['Integrated primary care services', { services: ['integrated-primary-care'] }],
        SPS: ['Suicide prevention services', { services: ['suicide-prevention'] }],
      },
    },
  ],
});
